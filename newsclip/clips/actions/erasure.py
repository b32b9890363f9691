"""A clip without the words of articles that were taken down, at once and in all that was kept of it.

What goes is asked for by ids: of the clip, its story, its articles. No text is compared with a name.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import batched

from django.db import transaction

from newsclip.clips.actions.addresses import new_address
from newsclip.clips.actions.corrections import as_stored, withdraw
from newsclip.clips.actions.mentions import forget_mentions
from newsclip.clips.actions.redaction import redact
from newsclip.clips.actions.writing import set_hashtags
from newsclip.clips.models import Amendment, Answer, Assignment, Attempt, Clip, ClipVersion, Correction
from newsclip.clips.queries import amendments_of, source_articles
from newsclip.evidence import muting, reader_edits, serialization
from newsclip.evidence.card_text import card_text
from newsclip.evidence.document import Amended, Document, SourceArticle
from newsclip.kernel.reasons import Reason, Refused

CODE = "taken_down"
_AT_ONCE = 500  # rows in one DELETE: the write lock is held shortly


@transaction.atomic
def erase(clip: Clip, gone: Collection[int], *, publisher: int, now: datetime) -> Clip:
    """The clip without what rests on these articles; withdrawn, and without a word, where nothing is left of it.

    `publisher`: the id of the one who asked.

    Comes before the articles' own words go: sentences that rest on others too are judged by those. Older versions, what
    corrections say of what was said before, and a language model's answers go too, whatever they rested on.
    """
    ids = {str(pk) for pk in gone}
    told = serialization.from_json(clip.document) if clip.document.get("headline") else None
    _forget(clip)
    forget_mentions(clip)
    given = [one for one in source_articles(told) if one.id not in ids] if told else []
    _amendments_borne(clip, given)
    left = muting.without(told, ids, given) if told else None
    if left is None:
        return _withdrawn(clip, now)
    wanted = tuple(amendments_of(clip.story_id))
    clip.slug = new_address(clip, left.headline.text)
    left = replace(left, slug=clip.slug, receipt=replace(left.receipt, answers=(), amendments=wanted))
    inputs = tuple(given for given in left.receipt.inputs if given.partition("@")[0] not in ids)
    reason = Reason("publisher_took_down", {"who": {"publisher": publisher}})
    keep(clip, left, inputs=inputs, reason=reason, now=now)
    set_hashtags(clip, left.hashtags)
    taken_back = Correction.Kind.TAKEN_BACK
    Correction.objects.create(clip=clip, version=clip.version, kind=taken_back, reasons=as_stored([reason]), at=now)
    return clip


def _forget(clip: Clip) -> None:
    """All that was kept of what the clip said, and of how it was written."""
    versions = ClipVersion.objects.filter(clip=clip)
    receipts = [said.get("receipt", {}) for said in (clip.document, *versions.values_list("document", flat=True))]
    answers = {digest for receipt in receipts for digest in receipt.get("answers", ())}
    Answer.objects.filter(digest__in=answers).delete()
    versions.update(document={})
    Correction.objects.filter(clip=clip).update(sentences=[])
    redact(clip, ())
    for model in (Assignment, Attempt):
        model._default_manager.filter(story=clip.story_id).update(detail="")


def forget_answers_unused() -> None:
    """A language model's answers that no receipt names: of drafts that were refused, from nobody knows whose words."""
    answers = set(Answer.objects.values_list("digest", flat=True))
    for model in (Clip, ClipVersion):
        if answers:
            named = model._default_manager.values_list("document__receipt__answers", flat=True)
            answers.difference_update(*(digests or () for digests in named.iterator()))
    for some in batched(sorted(answers), _AT_ONCE, strict=False):
        Answer.objects.filter(digest__in=some).delete()


def _amendments_borne(clip: Clip, given: Sequence[SourceArticle]) -> None:
    """What readers wanted the clip to say stays as far as the articles that are left bear it."""
    for row in Amendment.objects.filter(story=clip.story_id):
        try:
            reader_edits.borne(Amended(row.kind, tuple(row.words), row.by), given)
        except Refused:
            row.delete()


def _withdrawn(clip: Clip, now: datetime) -> Clip:
    """Its address stays and says why; its document is no more than its name."""
    withdraw(clip, CODE, now=now)
    clip.document["slug"] = slug = new_address(clip, "")
    stub = {name: clip.document[name] for name in ("schema", "id", "slug", "version", "story") if name in clip.document}
    columns = {"document": {**stub, "sources": []}, "slug": slug, "headline": "", "headline_judged": False,
               "summary": "", "disagreements": 0, "image": ""}  # fmt: skip
    Clip.objects.filter(pk=clip.pk).update(code=CODE, **columns)
    clip.tags.all().delete()
    clip.refresh_from_db()
    return clip


def keep(clip: Clip, left: Document, *, inputs: tuple[str, ...], reason: Reason, now: datetime) -> None:
    """What is left of a clip, as its newest version, without what its receipt repeats of sentences."""
    receipt = replace(left.receipt, refused=(), inputs=inputs)
    document = serialization.seal(replace(left, version=clip.version + 1, receipt=receipt))
    clip.version, clip.document, clip.digest = document.version, serialization.to_json(document), document.digest
    clip.headline, clip.reports = document.headline.text[:500], document.reports
    clip.headline_judged, clip.summary = document.headline.basis == "judged", card_text(document)
    clip.disagreements, clip.image = len(document.disagreements), document.image.url if document.image else ""
    columns = (
        "slug", "version", "document", "digest", "headline", "headline_judged", "reports", "summary", "disagreements",
        "image",
    )  # fmt: skip
    clip.save(update_fields=columns)
    ClipVersion.objects.create(
        clip=clip, version=clip.version, document=clip.document, digest=clip.digest, reasons=as_stored([reason]), at=now
    )
