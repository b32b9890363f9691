"""What is known about clips. Read only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from newsclip.articles import queries as articles
from newsclip.clips.models import Assignment, Clip, ClipVersion, Redirect
from newsclip.clips.ports import Document, Quote, Sentence
from newsclip.clips.rules import document as documents
from newsclip.kernel.spans import Passage, digest_of
from newsclip.stories import queries as stories
from newsclip.stories.models import Membership, Story

_NEAR = 160
_DONE = ("", "written", "rewritten", "unchanged")


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage with the publisher's words around it; `kept` is false where the revision no longer holds them."""

    passage: Passage
    before: str
    words: str
    after: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something the clip says and the passages it rests on."""

    text: str
    passages: tuple[Shown, ...]


def to_write(now: datetime) -> "QuerySet[Story]":
    """Stories that changed since they were last written about and that no writer holds; longest waiting first."""
    given = Assignment.objects.filter(story=OuterRef("pk"))
    done = given.filter(Q(story_version__gte=OuterRef("version")) | Q(leased_until__gt=now))
    return stories.live().filter(articles__gt=0).exclude(Exists(done)).order_by("last_at", "pk")


def to_index() -> "QuerySet[Clip]":
    """Clips whose newest version search does not know yet."""
    return Clip.objects.filter(indexed_version__lt=F("version")).order_by("pk")


def unwritten(limit: int) -> list[Assignment]:
    """Stories that gave no clip, or none anew, and why (`code`, `detail`); the latest first."""
    rows = Assignment.objects.exclude(code__in=_DONE).select_related("story")
    return list(rows.order_by(F("at").desc(nulls_last=True), "-pk")[:limit])


def by_slug(slug: str) -> Clip | None:
    """The clip that has, or once had, this address."""
    clip = Clip.objects.filter(slug=slug).first()
    if clip is None:
        moved = Redirect.objects.filter(slug=slug).select_related("clip").first()
        return moved.clip if moved else None
    return clip


def of_story(story_id: int) -> Clip | None:
    return Clip.objects.filter(story=story_id).first()


def newest() -> "QuerySet[Clip]":
    """All clips, the latest published first, without their documents."""
    return Clip.objects.defer("document").order_by("-published", "-pk")


def by_category(category: str) -> "QuerySet[Clip]":
    return newest().filter(category=category)


def by_tag(key: str) -> "QuerySet[Clip]":
    """Clips with this hashtag; `key` is its name in lower case without "#"."""
    return newest().filter(tags__key=key)


def by_publisher(domain: str) -> "QuerySet[Clip]":
    """Clips of stories that this publisher tells."""
    told = Membership.objects.filter(story=OuterRef("story"), article__publisher__domain=domain)
    return newest().filter(Exists(told))


def versions(clip: Clip) -> list[ClipVersion]:
    """Every version with its reason, the newest first."""
    return list(clip.versions.order_by("-version"))


def document(clip: Clip) -> Document:
    """The clip's document. Raises Refused("bad_row") where what is stored is none."""
    return documents.from_json(clip.document)


def evidence(told: Document) -> list[Evidence]:
    """For everything the clip says, in reading order, its passages as the stored revisions show them now."""
    texts: dict[tuple[str, int, str], str] = {}
    said: Sequence[Sentence | Quote] = [*documents.sentences_of(told), *documents.quotes_of(told)]
    return [Evidence(one.text, tuple(_shown(passage, texts) for passage in one.evidence)) for one in said]


def _shown(passage: Passage, texts: dict[tuple[str, int, str], str]) -> Shown:
    key = (passage.article, passage.revision, passage.part)
    if key not in texts:
        texts[key] = articles.passage_text(int(passage.article), passage.revision, passage.part)
    text = texts[key]
    words = passage.span.of(text)
    if not words or digest_of(words) != passage.digest:
        return Shown(passage, "", "", "", kept=False)
    before, after = text[max(0, passage.start - _NEAR) : passage.start], text[passage.end : passage.end + _NEAR]
    return Shown(passage, before, words, after, kept=True)
