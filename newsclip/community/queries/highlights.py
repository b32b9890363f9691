"""What a clip shows of its discussion: the best comments, and which of its sentences comments speak of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import CharField, Count, Exists, F, Min, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Cast

from newsclip.community.models import Comment, Flag, Target
from newsclip.community.ports import Muted
from newsclip.community.queries.comment_pages import MOST
from newsclip.community.queries.comments import heard
from newsclip.community.rules import comment_text
from newsclip.community.rules.anchors import find
from newsclip.kernel import markdown

_BEST = 3
_LOOKED_AT = 100  # comments among which a reader who mutes finds the best
_LONGEST = 240  # characters
_BRAND_NEW = timedelta(days=1)  # who signs up to insult somebody does it at once
_DOUBTED = 0.5  # total weight of open flags: one unproven account of three weeks, or many younger ones


class CommentExcerpt(NamedTuple):
    """The first words of a comment, without marks and quotations. `author`: "" for a deleted account."""

    id: int
    author: str
    words: str
    at: datetime
    score: int


@dataclass(frozen=True, slots=True)
class SentenceComments:
    """How many comments speak of a sentence, and the ID of the first."""

    count: int
    first: int


def best_comments(story_id: int, mutes: Sequence[Muted] = ()) -> list[CommentExcerpt]:
    """At most three, as the discussion orders them; none that answers another, that more people find
    poor, or that flags of some weight are open on; of brand-new accounts those that somebody found helpful."""
    proven = Q(score__gt=0) | Q(reader=None) | Q(reader__date_joined__lte=F("at") - _BRAND_NEW)
    rows = undoubted(_shown(story_id)).filter(proven, parent=None, score__gte=0)
    rows = rows.select_related("reader").order_by("-score", "at", "pk")
    best = heard(rows[:_LOOKED_AT], mutes)[0][:_BEST] if mutes else rows[:_BEST]
    return [excerpt_of(one) for one in best]


def undoubted(rows: "QuerySet[Comment]") -> "QuerySet[Comment]":
    """Those on which no flags of some weight are open."""
    key = Cast(OuterRef("pk"), CharField())
    flags = Flag.objects.filter(kind=Target.COMMENT, key=key, closed_at=None).order_by().values("key")
    return rows.filter(~Exists(flags.annotate(sum=Sum("weight")).filter(sum__gte=_DOUBTED)))


def excerpt_of(comment: Comment) -> CommentExcerpt:
    """Its first words."""
    author = comment.reader.username if comment.reader else ""
    return CommentExcerpt(comment.pk, author, _words(comment), comment.at, comment.score)


def comments_by_sentence(
    story_id: int, sentences: Sequence[Mapping[str, Any]], mutes: Sequence[Muted] = ()
) -> dict[int, SentenceComments]:
    """For each sentence that comments speak of, by its index; `sentences` as rules.anchors needs them. One query."""
    found: dict[int, SentenceComments] = {}
    for anchor, count, first in _anchored(_shown(story_id).filter(anchor__isnull=False), mutes):
        place = find(anchor, sentences)
        if place is not None:
            known = found.get(place)
            found[place] = (
                SentenceComments(known.count + count, min(known.first, first))
                if known
                else SentenceComments(count, first)
            )
    return found


def _anchored(rows: "QuerySet[Comment]", mutes: Sequence[Muted]) -> list[tuple[dict[str, Any], int, int]]:
    """Each anchor, with how many comments have it and the first of them; of readers who mute, one by one."""
    if mutes:
        left = heard(rows.select_related("reader").order_by("pk")[:MOST], mutes)[0]
        return [(one.anchor or {}, 1, one.pk) for one in left]
    each = rows.order_by().values("anchor").annotate(number=Count("pk"), first=Min("pk"))
    found = each.values_list("anchor", "number", "first").order_by("first")[:MOST]
    return [(anchor or {}, count, first) for anchor, count, first in found]


def _shown(story_id: int) -> "QuerySet[Comment]":
    return Comment.objects.filter(story_id=story_id, state=Comment.State.SHOWN)


def _words(comment: Comment) -> str:
    read = markdown.read_once(comment.text)
    return comment_text.shortened(read.own or read.words, longest=_LONGEST)
