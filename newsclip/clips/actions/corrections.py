"""A clip that lost its ground says so: what it no longer says, and why."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from newsclip.clips.actions.writer_inputs import WriterInputs
from newsclip.clips.models import Clip, ClipVersion, Correction
from newsclip.clips.queries import passage_words
from newsclip.clips.rules import corrections
from newsclip.evidence.document import Document
from newsclip.evidence.serialization import from_json
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.reasons import Reason, Refused
from newsclip.stories.queries.departures import departures

_LATEST = 10  # versions: a merge is mostly undone within the hour


def what_changed(before: Document, now: Document | None, here: WriterInputs) -> list[corrections.Changed]:
    """What of the old clip lost its ground; `here`: what it could be written from now."""
    words = passage_words(before)
    return corrections.corrections(before, now, here.articles, words, here.taken_back, here.scrolls)


def as_stored(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    """As the tables keep them."""
    return [reason.as_json() for reason in reasons]


def record(clip: Clip, told: Sequence[corrections.Changed], now: datetime) -> None:
    """Keep what made the clip say something else, with its newest version."""
    Correction.objects.bulk_create(
        Correction(
            clip=clip,
            version=clip.version,
            kind=one.kind,
            reasons=[one.reason.as_json()],
            sentences=[{"before": before, "after": after} for before, after in one.sentences],
            at=now,
        )
        for one in told
        if one.sentences
    )


def without_undone(known: Clip, told: Sequence[corrections.Changed], document: Document) -> list[corrections.Changed]:
    """`told` less what only an undone merge or move had brought, where the clip says again what it said before it."""
    undone = {str(one.article) for one in departures([known.story_id]) if one.undone}
    gone_back = [one for one in told if one.kind == "moved" and one.article in undone]
    if not gone_back or not _said_before(known, document):
        return list(told)
    return [one for one in told if one not in gone_back]


def _said_before(known: Clip, document: Document) -> bool:
    """Whether one of the clip's latest versions said just this."""
    earlier = ClipVersion.objects.filter(clip=known, version__lt=known.version).order_by("-version")
    texts = _texts(document)
    return any(_texts(_read(stored)) == texts for stored in earlier.values_list("document", flat=True)[:_LATEST])


def _read(stored: dict[str, Any]) -> Document | None:
    """None where its words were taken down, or where it has an older form."""
    try:
        return from_json(stored) if stored.get("headline") else None
    except Refused:
        return None


def _texts(document: Document | None) -> list[str]:
    return [one.text for one in sentences_and_quotations(document)] if document else []


def tell_what_came_instead(clip: Clip, document: Document) -> None:
    """Put into corrections that a reader's doubt brought about what this version says in the sentence's place."""
    for one in Correction.objects.filter(clip=clip, version=clip.version, kind=Correction.Kind.CHALLENGED):
        one.sentences = [
            {"before": pair["before"], "after": corrections.in_its_place(pair["before"], document)}
            for pair in one.sentences
        ]
        one.save(update_fields=["sentences"])


@transaction.atomic
def withdraw(
    clip: Clip, code: str, *, now: datetime, told: Sequence[corrections.Changed] = (), because: Reason | None = None
) -> Correction | None:
    """Take a clip out of every list; its address says why. Withdrawing it again changes nothing.

    `code` is one of kernel.reasons, `because` the decision behind it; `told`: what it rested on and lost. None where it
    was withdrawn already.
    """
    published = Clip.objects.filter(pk=clip.pk, state=Clip.State.PUBLISHED)
    if not published.update(state=Clip.State.WITHDRAWN, code=code, state_at=now, indexed_version=0, named_version=0):
        return None
    clip.refresh_from_db()
    record(clip, told, now)
    why = [Reason("clip_withdrawn"), Reason(code), *([because] if because else ())]
    return Correction.objects.create(
        clip=clip, version=clip.version, kind=Correction.Kind.WITHDRAWN, reasons=as_stored(why), at=now
    )
