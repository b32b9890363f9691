"""Write clips about stories that changed, and let search know them."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count

from django.db import transaction

from newsclip.articles import queries as articles
from newsclip.articles.ports import ReadArticle
from newsclip.clips.models import Assignment, Clip, ClipVersion, Hashtag, Redirect
from newsclip.clips.ports import Assigned, Bullets, Document, Paragraph, SearchIndex, SourceArticle, Writer
from newsclip.clips.rules import changes
from newsclip.clips.rules.document import clip_id, from_json, seal, slug_of, to_json
from newsclip.clips.rules.verifier.gate import supported_only
from newsclip.kernel.reasons import Refused
from newsclip.leases import held
from newsclip.stories import queries as stories
from newsclip.stories.models import Story
from newsclip.stories.ports import StoryMembers

BATCH = 50
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WriteResult:
    """What came of one story: `code` is one of kernel.reasons; `clip_id` None where nothing is published."""

    story_id: int
    clip_id: int | None
    code: str
    detail: str = ""


def write(changed: Iterable[Story], *, writer: Writer, now: datetime, limit: int = BATCH) -> Iterator[WriteResult]:
    """Write, verify and publish the clip of each of these stories that nobody else is writing. Repeatable."""
    ids = [story.pk for _, story in zip(range(limit), changed, strict=False)]
    Assignment.objects.bulk_create([Assignment(story_id=pk) for pk in ids], ignore_conflicts=True)
    mine = Assignment.objects.filter(story__in=ids).order_by("story__last_at", "pk")
    with held(mine, now=now, limit=limit) as assignments:
        for assignment in assignments:
            yield _write(assignment, writer, now)


def index(clips: Iterable[Clip], *, index: SearchIndex) -> int:
    """Let search know the newest version of these clips; how many."""
    done = 0
    for clip in clips:
        index.put(clip.pk, headline=clip.headline, body=_body(from_json(clip.document)), tags=_tags(clip))
        Clip.objects.filter(pk=clip.pk).update(indexed_version=clip.version)
        done += 1
    return done


def _write(assignment: Assignment, writer: Writer, now: datetime) -> WriteResult:
    members = stories.members(assignment.story_id)
    try:
        code, clip, detail = _clip(members, writer, now)
    except Refused as refused:
        code, clip, detail = refused.code, None, refused.detail
    except Exception:
        # Loud, and tried again when the lease ends: what is not expected may pass.
        _log.exception("story %s could not be written", members.id)
        Assignment.objects.filter(pk=assignment.pk).update(code="internal_error", at=now)
        return WriteResult(assignment.story_id, None, "internal_error", "")
    Assignment.objects.filter(pk=assignment.pk).update(
        story_version=members.version, code=code, detail=detail[:500], at=now, leased_until=None
    )
    return WriteResult(assignment.story_id, clip.pk if clip else None, code, detail)


def _clip(members: StoryMembers, writer: Writer, now: datetime) -> tuple[str, Clip | None, str]:
    """The code, the clip and the reason in words. Raises Refused where nothing can be published."""
    known = Clip.objects.filter(story=members.id).first()
    given = _given(members)
    story = str(members.id)
    slug, version = (known.slug, known.version) if known else ("", 1)
    document = supported_only(writer(Assigned(clip_id(story), story, slug, version, given)), given)
    if known and document.digest == known.digest:
        return "unchanged", known, ""
    with transaction.atomic():
        return _publish(known, document, members, now)


def _given(members: StoryMembers) -> tuple[SourceArticle, ...]:
    """The story's articles as a writer gets them, first published first."""
    newest = articles.newest(member.article_id for member in members.members)
    return tuple(
        _source_article(newest[member.article_id], str(member.report))
        for member in members.members
        if member.article_id in newest
    )


def _source_article(read: ReadArticle, report: str) -> SourceArticle:
    return SourceArticle(
        id=str(read.id),
        revision=read.revision,
        title=read.title,
        text=read.text,
        url=read.url,
        publisher=read.publisher,
        published=read.published,
        report=report,
        section=read.section,
        language=read.language,
        image=read.image,
        image_alt=read.image_alt,
        image_credit=read.image_credit,
        domain=read.domain,
    )


def _publish(known: Clip | None, document: Document, members: StoryMembers, now: datetime) -> tuple[str, Clip, str]:
    if known:
        reason = _reason(from_json(known.document), document)
        document = seal(replace(document, version=known.version + 1))
    else:
        reason = "First version."
        document = seal(replace(document, slug=_free_slug(document.slug or slug_of(document.headline.text))))
    clip, _ = Clip.objects.update_or_create(story_id=members.id, defaults=_columns(document, members))
    ClipVersion.objects.create(
        clip=clip, version=clip.version, document=clip.document, digest=clip.digest, reason=reason, at=now
    )
    _set_hashtags(clip, document.hashtags)
    _take_in_merged(clip)
    return ("rewritten" if known else "written"), clip, reason


def _columns(document: Document, members: StoryMembers) -> dict[str, object]:
    return {
        "slug": document.slug,
        "version": document.version,
        "document": to_json(document),
        "headline": document.headline.text[:500],
        "summary": " ".join(sentence.text for sentence in document.summary),
        "category": document.category,
        "language": document.language,
        "reports": document.reports,
        "image": document.image.url if document.image else "",
        "published": document.published or members.started_at,
        "updated": document.updated or members.last_at,
        "digest": document.digest,
    }


def _reason(before: Document, document: Document) -> str:
    publishers = {source.article: source.publisher for source in document.sources}
    return changes.reason(before.receipt.inputs, document.receipt.inputs, publishers)[:500]


def _free_slug(slug: str) -> str:
    """The slug, with a number where another clip has or had it."""
    names = (slug if number == 1 else f"{slug}-{number}" for number in count(1))
    return next(name for name in names if not _is_used(name))


def _is_used(slug: str) -> bool:
    return Clip.objects.filter(slug=slug).exists() or Redirect.objects.filter(slug=slug).exists()


def _set_hashtags(clip: Clip, hashtags: Sequence[str]) -> None:
    names = {hashtag.lstrip("#").lower(): hashtag.lstrip("#")[:80] for hashtag in reversed(hashtags)}
    ordered = dict(reversed(names.items()))
    clip.tags.all().delete()
    Hashtag.objects.bulk_create(
        Hashtag(clip=clip, name=name, key=key[:80], place=place) for place, (key, name) in enumerate(ordered.items())
    )


def _take_in_merged(clip: Clip) -> None:
    """Clips of stories that were merged into this one: their addresses lead here from now on."""
    for other in Clip.objects.filter(story__in=_merged_into(clip.story_id)):
        Redirect.objects.filter(clip=other).update(clip=clip)
        slug = other.slug
        other.delete()
        Redirect.objects.create(slug=slug, clip=clip)


def _merged_into(story_id: int) -> list[int]:
    """The stories that lead to this one, however many merges away."""
    merged: list[int] = []
    found = [story_id]
    while found := list(Story.objects.filter(merged_into__in=found).values_list("pk", flat=True)):
        merged.extend(found)
    return merged


def _body(document: Document) -> str:
    """All that the clip says, for search."""
    said = [sentence.text for sentence in document.summary]
    for section in document.sections:
        said.extend([section.heading.text] if section.heading else [])
        for block in section.blocks:
            if isinstance(block, Paragraph):
                said.extend(sentence.text for sentence in block.sentences)
            elif isinstance(block, Bullets):
                said.extend(item.text for item in block.items)
            else:
                said.append(block.text)
    return " ".join(said)


def _tags(clip: Clip) -> str:
    return " ".join(clip.tags.values_list("name", flat=True))
