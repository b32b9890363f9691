"""A clip without the words of articles that were taken down, at once and in all that was kept of it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from newsclip.articles import queries as articles
from newsclip.clips.actions.correcting import withdraw
from newsclip.clips.actions.unsaying import unsay
from newsclip.clips.models import Answer, Clip, ClipVersion, Correction
from newsclip.clips.ports import Document
from newsclip.clips.queries import given_again
from newsclip.clips.rules import document as documents
from newsclip.clips.rules import muting

CODE = "taken_down"


@transaction.atomic
def erase(clip: Clip, gone: Collection[int], *, publishers: str, now: datetime) -> Clip:
    """The clip without what rests on these articles; withdrawn, and without a word, where nothing is left of it.

    Comes before the articles' own words go: sentences that rest on others too are judged by those. Older versions, what
    corrections say of what was said before, and a language model's answers go too, whatever they rested on.
    """
    ids = {str(pk) for pk in gone}
    told = documents.from_json(clip.document) if clip.document.get("headline") else None
    if told:
        Answer.objects.filter(digest__in=told.receipt.answers).delete()
    ClipVersion.objects.filter(clip=clip).update(document={})
    Correction.objects.filter(clip=clip).update(sentences=[])
    unsay(clip, (), publisher=publishers)
    left = _without(told, ids) if told else None
    if left is None:
        return _withdrawn(clip, now)
    inputs = tuple(given for given in left.receipt.inputs if given.partition("@")[0] not in ids)
    reason = f"{publishers} asked that its words be taken down."
    keep(clip, left, inputs=inputs, reason=reason, now=now)
    taken_back = Correction.Kind.TAKEN_BACK
    Correction.objects.create(clip=clip, version=clip.version, kind=taken_back, reason=reason[:500], at=now)
    return clip


def _without(told: Document, ids: Collection[str]) -> Document | None:
    cited = {(int(p.article), p.revision) for one in documents.said_in(told) for p in one.evidence}
    sources = {source.article: source for source in told.sources}
    rows = articles.revisions(cited)
    given = [given_again(sources[str(pk)], row) for (pk, _), row in rows.items() if str(pk) in sources]
    return muting.without(told, ids, given)


def _withdrawn(clip: Clip, now: datetime) -> Clip:
    """Its address stays and says why; its document is no more than its name."""
    withdraw(clip, CODE, now=now)
    stub = {name: clip.document[name] for name in ("schema", "id", "slug", "version", "story") if name in clip.document}
    columns = {"document": {**stub, "sources": []}, "headline": "", "summary": "", "image": "", "code": CODE}
    Clip.objects.filter(pk=clip.pk).update(**columns)
    clip.tags.all().delete()
    clip.refresh_from_db()
    return clip


def keep(clip: Clip, left: Document, *, inputs: tuple[str, ...], reason: str, now: datetime) -> None:
    """What is left of a clip, as its newest version, without what its receipt repeats of sentences."""
    receipt = replace(left.receipt, refused=(), inputs=inputs)
    document = documents.seal(replace(left, version=clip.version + 1, receipt=receipt))
    clip.version, clip.document, clip.digest = document.version, documents.to_json(document), document.digest
    clip.headline, clip.reports = document.headline.text[:500], document.reports
    clip.summary = " ".join(sentence.text for sentence in document.summary)
    clip.image = document.image.url if document.image else ""
    clip.save(update_fields=["version", "document", "digest", "headline", "reports", "summary", "image"])
    ClipVersion.objects.create(
        clip=clip, version=clip.version, document=clip.document, digest=clip.digest, reason=reason[:500], at=now
    )
