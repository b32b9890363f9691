"""A clip within what its publishers allow to be shown, at once: the worker writes it anew later."""

from datetime import datetime

from django.db import transaction

from newsclip.clips.actions.corrections import withdraw
from newsclip.clips.actions.erasure import keep
from newsclip.clips.actions.mentions import forget_mentions
from newsclip.clips.actions.redaction import redact
from newsclip.clips.models import Clip
from newsclip.clips.queries import beyond, cited_articles
from newsclip.evidence import muting, serialization
from newsclip.evidence.document import Document
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.reasons import Reason


@transaction.atomic
def shorten(clip: Clip, *, publisher: int, now: datetime) -> frozenset[str]:
    """What may be said no more, of all that the clip ever said; a clip of which nothing is left is withdrawn.

    `publisher`: the id of the one whose words these are.

    Comes after the limit is kept. It is no correction: what it said was right. Repeatable.
    """
    lost = beyond(clip)
    if not lost:
        return lost
    told = serialization.from_json(clip.document)
    if clip.state == Clip.State.PUBLISHED and not lost.isdisjoint(one.text for one in sentences_and_quotations(told)):
        _publish(clip, told, publisher, now)
    redact(clip, lost)
    forget_mentions(clip)
    return lost


def _publish(clip: Clip, told: Document, publisher: int, now: datetime) -> None:
    left = muting.within(told, cited_articles(told))
    if left is None:
        withdraw(clip, "too_thin", now=now)
    else:
        why = Reason("publisher_allows_less", {"who": {"publisher": publisher}})
        keep(clip, left, inputs=left.receipt.inputs, reason=why, now=now)
