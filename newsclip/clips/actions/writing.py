"""Write, verify and publish the clips of stories that changed."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import QuerySet

from newsclip.articles import queries as articles
from newsclip.clips.actions.addresses import free_slug
from newsclip.clips.actions.corrections import (
    as_stored,
    record,
    tell_what_came_instead,
    what_changed,
    withdraw,
    without_undone,
)
from newsclip.clips.actions.dead_letters import set_aside
from newsclip.clips.actions.model_retries import again
from newsclip.clips.actions.settle_work import settle
from newsclip.clips.actions.writer_inputs import WriterInputs, writer_inputs
from newsclip.clips.models import Assignment, Clip, ClipArticle, ClipVersion, Correction, Hashtag
from newsclip.clips.queries import amendments_of
from newsclip.clips.queries.taken_out import put_back_of
from newsclip.clips.rules import corrections
from newsclip.clips.rules.corrections import Changed
from newsclip.db.leases import release, trying
from newsclip.evidence import reader_edits
from newsclip.evidence.approval import approve
from newsclip.evidence.card_text import card_text
from newsclip.evidence.document import Document
from newsclip.evidence.reason_spans import referring
from newsclip.evidence.serialization import clip_id, from_json, seal, to_json
from newsclip.evidence.slugs import slug_of
from newsclip.kernel.canonical import canonical
from newsclip.kernel.reasons import OVER_LIMITS, Reason, Refused
from newsclip.stories import queries as stories
from newsclip.stories.models import Story
from newsclip.stories.ports import StoryMembers
from newsclip.writing.ports import Assigned, Gate, Writer

_log = logging.getLogger(__name__)

_TOO_LITTLE = {"too_thin", "not_news", "not_supported", "too_little_left"}  # the articles of one language are

type Compose = Callable[[Assigned], Document]


@dataclass(frozen=True, slots=True)
class WriteResult:
    """What came of one story: `code` is one of kernel.reasons; `clip_id` None where nothing is published."""

    story_id: int
    clip_id: int | None
    code: str
    detail: str = ""


def assign(changed: Iterable[Story], *, limit: int) -> "QuerySet[Assignment]":
    """The assignments, made where they are missing, of up to `limit` of these stories, in their order. Not claimed."""
    ids = [story.pk for _, story in zip(range(limit), changed, strict=False)]
    Assignment.objects.bulk_create([Assignment(story_id=pk) for pk in ids], ignore_conflicts=True)
    return Assignment.objects.filter(story__in=ids).order_by("story__last_at", "story")


def write(
    claimed: Iterable[Assignment], *, writer: Writer, now: datetime, gate: Gate = approve, readers: Sequence[str] = ()
) -> Iterator[WriteResult]:
    """Write, verify and publish the clips of the stories of these claimed assignments. Repeatable.

    `readers`: the languages that the readers of this site read, the most read first.
    """
    compose = partial(_composed, writer, gate)
    for assignment in claimed:
        members = stories.members(assignment.story_id)
        if members.id != assignment.story_id:  # merged since it was claimed: the other story has a turn of its own
            release([assignment])
            continue
        here = writer_inputs(members, readers)
        if _is_done(assignment, members, here, now):
            release([assignment])
            settle(assignment, members, here)
            continue
        if assignment.tried_version != members.version:
            assignment.tries = 0
        if until := assignment.rests_until(now):
            yield _set_aside(assignment, members, here, Refused("tried_too_often"), now, until)
            continue
        if assignment.is_spent:
            yield _set_aside(assignment, members, here, Refused("worker_killed"), now)
            continue
        with trying(assignment, tried_version=members.version):
            result = _write(assignment, members, here, compose, now)
        if result:
            yield result


def _composed(writer: Writer, gate: Gate, assigned: Assigned) -> Document:
    return gate(writer(assigned), amendments_of(int(assigned.story)), assigned.articles)


def _is_done(assignment: Assignment, members: StoryMembers, here: WriterInputs, now: datetime) -> bool:
    """Whether another worker wrote it after this one asked what there is to write, and before this one claimed it."""
    to_retry = assignment.retry_at is not None and assignment.retry_at <= now
    return not to_retry and assignment.story_version >= members.version and assignment.gone == here.gone


def _write(
    assignment: Assignment, members: StoryMembers, here: WriterInputs, compose: Compose, now: datetime
) -> WriteResult | None:
    """None where the lease ended meanwhile and another worker has the story: what that one writes counts."""
    known = Clip.objects.filter(story=members.id).first()
    try:
        code, clip, detail = _clip(members, known, here, compose, now)
    except Refused as refused:
        if refused.code in OVER_LIMITS:
            return _set_aside(assignment, members, here, refused, now)
        if refused.code == "taken_down":  # since it was given: it is written anew from what is left
            release([assignment])
            return WriteResult(assignment.story_id, None, refused.code)
        code, clip, detail = refused.code, None, refused.because.code if refused.because else refused.detail
        if known and not _withdraw(known, here, refused, now):
            release([assignment])
            return WriteResult(assignment.story_id, None, "taken_down")
    except Exception:
        mine = Assignment.objects.filter(pk=assignment.pk, leased_until=assignment.leased_until)
        if not mine.exists():
            return None
        if Clip.objects.filter(story=members.id).exclude(version=known.version if known else 0).exists():
            release([assignment])  # one whose lease had ended published it after all: its turn comes again
            return None
        # Loud, and tried again when the lease ends: what is not expected may pass.
        _log.exception("story %s could not be written", members.id)
        mine.update(code="internal_error", at=now, tries=0)
        return WriteResult(assignment.story_id, None, "internal_error", "")
    # One that was to be written again meanwhile is not done.
    Assignment.objects.filter(pk=assignment.pk, leased_until=assignment.leased_until).update(
        story_version=members.version, gone=here.gone, code=code, detail=detail[:500], at=now, leased_until=None,
        tries=0, dead_letter="", **again(assignment, members.version, now),
    )  # fmt: skip
    settle(assignment, members, here)
    return WriteResult(assignment.story_id, clip.pk if clip else None, code, detail)


def _set_aside(
    assignment: Assignment, members: StoryMembers, here: WriterInputs, refused: Refused, now: datetime,
    until: datetime | None = None,
) -> WriteResult:  # fmt: skip
    set_aside(assignment, members, here, refused, now=now, until=until)
    return WriteResult(assignment.story_id, None, refused.code, refused.detail)


def _clip(
    members: StoryMembers, known: Clip | None, here: WriterInputs, compose: Compose, now: datetime
) -> tuple[str, Clip | None, str]:
    """The code, the clip and why it was written, by the first code. Raises Refused where nothing can be published."""
    story = str(members.id)
    slug, version = (known.slug, known.version + 1) if known else ("", 1)
    assigned = Assigned(clip_id(story), story, slug, version, (), at=now)
    document = _in_one_language(assigned, here, compose)
    if known and known.state == Clip.State.PUBLISHED and _is_version(document, known):
        Clip.objects.filter(pk=known.pk).update(indexed_version=0)  # its articles may quote somebody else
        return "unchanged", known, ""
    before = _before(known)
    told = what_changed(before, document, here) if before else []
    with transaction.atomic():
        if _taken_down_since(before, here):
            raise Refused("taken_down")
        return _publish(known, document, members, told, now)


def _in_one_language(assigned: Assigned, here: WriterInputs, compose: Compose) -> Document:
    """Written in the first language whose articles are enough for a clip. Raises Refused where none is."""
    refused: Refused | None = None
    for language in here.languages or ("",):
        try:
            return compose(replace(assigned, articles=here.told_in(language)))
        except Refused as why:
            if why.code not in _TOO_LITTLE:
                raise
            refused = refused or why
    raise refused or Refused("too_thin")


def _before(known: Clip | None) -> Document | None:
    """What the clip said, unless it was never written, or its words were taken down."""
    return from_json(known.document) if known and "headline" in known.document else None


def _is_version(document: Document, known: Clip) -> bool:
    """Whether it says what is published, byte for byte but for its number."""
    return canonical(to_json(seal(replace(document, version=known.version)))) == canonical(known.document)


@transaction.atomic
def _withdraw(known: Clip, here: WriterInputs, refused: Refused, now: datetime) -> bool:
    """What was published rests on articles that say something else by now, or nothing. Whether none was taken down."""
    before = _before(known)
    told = what_changed(before, None, here) if before else []
    if _taken_down_since(before, here):
        return False
    because = referring(refused.because, "", (), here.articles) if refused.because else None
    withdraw(known, refused.code, now=now, told=told, because=because)
    return True


def _taken_down_since(before: Document | None, here: WriterInputs) -> bool:
    """Whether a publisher took down what this was written from, or what it was to say before, meanwhile."""
    given = {int(article.id) for article in here.articles}
    return articles.taken_down(given | {int(source.article) for source in (before.sources if before else ())})


def _publish(
    known: Clip | None, document: Document, members: StoryMembers, told: Sequence[Changed], now: datetime
) -> tuple[str, Clip, str]:
    before = _before(known)
    reasons = _reasons(before, document, told) if before else [Reason("first_version")]
    if known is None:
        document = seal(
            replace(
                document,
                slug=free_slug(document.slug or slug_of(document.headline.text, document.language), members.id),
            )
        )
    clip, _ = Clip.objects.update_or_create(story_id=members.id, defaults=_columns(document, members))
    ClipVersion.objects.create(
        clip=clip, version=clip.version, document=clip.document, digest=clip.digest, reasons=as_stored(reasons), at=now
    )
    named = {int(source.article) for source in document.sources}
    ClipArticle.objects.bulk_create([ClipArticle(clip=clip, article_id=pk) for pk in named], ignore_conflicts=True)
    set_hashtags(clip, document.hashtags)
    record(clip, without_undone(known, told, document) if known else told, now)
    tell_what_came_instead(clip, document)
    if known and known.state == Clip.State.WITHDRAWN:
        back = as_stored([Reason("clip_restored")])
        Correction.objects.create(clip=clip, version=clip.version, kind=Correction.Kind.RESTORED, reasons=back, at=now)
    return ("rewritten" if known else "written"), clip, reasons[0].code


def _columns(document: Document, members: StoryMembers) -> dict[str, object]:
    return {
        "slug": document.slug,
        "version": document.version,
        "document": to_json(document),
        "headline": document.headline.text[:500],
        "headline_judged": document.headline.basis == "judged",
        "summary": card_text(document),
        "category": document.category,
        "language": document.language,
        "reports": document.reports,
        "disagreements": len(document.disagreements),
        "image": document.image.url if document.image else "",
        "published": document.published or members.started_at,
        "updated": document.updated or members.last_at,
        "digest": document.digest,
        "state": Clip.State.PUBLISHED,
        "code": "",
        "state_at": None,
    }


def _reasons(before: Document, document: Document, told: Sequence[Changed]) -> list[Reason]:
    put_back = put_back_of(before.receipt.amendments, document.receipt.amendments)
    others = reader_edits.reasons(before, document, put_back)
    return corrections.reasons(before.receipt.inputs, document.receipt.inputs, told, others)


def set_hashtags(clip: Clip, hashtags: Sequence[str]) -> None:
    names = {hashtag.lstrip("#").lower(): hashtag.lstrip("#")[:80] for hashtag in reversed(hashtags)}
    ordered = dict(reversed(names.items()))
    clip.tags.all().delete()
    Hashtag.objects.bulk_create(
        Hashtag(clip=clip, name=name, key=key[:80], place=place) for place, (key, name) in enumerate(ordered.items())
    )
