from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max, Min, QuerySet

from newsclip.accounts.models import Reader
from newsclip.community.models import Action, Challenge, Comment, CommentVote, Suggestion, Target
from newsclip.community.ports import DisplayedComment, Muted
from newsclip.community.queries.comment_markup import html_of, words_and_marks
from newsclip.community.queries.comment_pages import MOST, rows_of
from newsclip.community.rules import comment_text
from newsclip.community.rules.anchors import find
from newsclip.community.rules.mutes import why_unheard


def count_comments(story_id: int) -> int:
    return Comment.objects.filter(story_id=story_id, state=Comment.State.SHOWN).count()


def participants(story_id: int) -> list[tuple[datetime, float]]:
    """When each participant first commented on the story, with their weight once it is known."""
    rows = Comment.objects.filter(story_id=story_id, state=Comment.State.SHOWN).exclude(reader=None)
    weighed = rows.exclude(weight=None).values("reader").annotate(first=Min("at"), most=Max("weight"))
    return sorted(weighed.values_list("first", "most"))


def comments_to_weigh() -> "QuerySet[Comment]":
    return Comment.objects.filter(weight=None).order_by("at", "pk")


def comment_votes_to_weigh() -> "QuerySet[CommentVote]":
    return CommentVote.objects.filter(weight=None).select_related("comment").order_by("at", "pk")


def by_reader(reader: Reader) -> "QuerySet[Comment]":
    """A reader's comments, newest first."""
    rows = Comment.objects.filter(reader=reader, state=Comment.State.SHOWN).select_related("reader")
    return rows.order_by("-at", "-pk")


def thread(  # noqa: PLR0913 -- who looks, and how much of it
    story_id: int,
    *,
    now: datetime,
    reader: Reader | None = None,
    mutes: Sequence[Muted] = (),
    sentences: Sequence[Mapping[str, Any]] = (),
    site: str = "",
    page: int = 0,
) -> tuple[DisplayedComment, ...]:
    """The discussion of a story as `reader` sees it: best comments first, replies below their parents.

    Removed comments keep their place, withdrawn ones while they have replies; held ones are visible to their author and
    to moderators. Muted comments are left out with their replies (see `unheard`). `sentences`: the clip's sentences in
    order, as rules.anchors needs them. `site`: begins the addresses of links to members. `page`: one page of it, from
    1; 0 for all, up to MOST comments.
    """
    rows = rows_of(story_id, page)
    children: dict[int | None, list[Comment]] = defaultdict(list)
    for row in rows:
        children[row.parent_id].append(row)
    shown = [row for row in rows if row.state in {Comment.State.SHOWN, Comment.State.HELD}]
    html = dict(zip([row.pk for row in shown], html_of(shown, now=now, site=site), strict=True))
    return _said(children, None, _View(reader, now, mutes, sentences, _votes(reader, story_id), html, _removals(rows)))


def _removals(rows: Iterable[Comment]) -> dict[int, str]:
    """Why moderators removed those of these comments that are removed, in their newest words."""
    keys = [str(row.pk) for row in rows if row.state == Comment.State.REMOVED]
    if not keys:
        return {}
    done = Action.objects.filter(kind=Action.Kind.REMOVE, target=Target.COMMENT, key__in=keys).order_by("pk")
    return {int(key): reason for key, reason in done.values_list("key", "reason")}


def _votes(reader: Reader | None, story_id: int) -> dict[int, int]:
    mine = CommentVote.objects.filter(reader=reader, comment__story=story_id) if reader else CommentVote.objects.none()
    return dict(mine.values_list("comment", "value"))


def unheard(story_id: int, mutes: Sequence[Muted]) -> list[str]:
    """For each comment that these mutes hide, the mute as "kind key"."""
    rows = Comment.objects.filter(story_id=story_id, state=Comment.State.SHOWN).select_related("reader")
    return heard(rows.order_by("pk")[:MOST], mutes)[1] if mutes else []


def heard[Row: (Comment, Suggestion, Challenge)](
    rows: Iterable[Row], mutes: Sequence[Muted]
) -> tuple[list[Row], list[str]]:
    """The rows that these mutes leave, and for each hidden row its mute as "kind key"."""
    judged = [(row, _why_unheard(row, mutes)) for row in rows]
    return [row for row, why in judged if not why], [why for _, why in judged if why]


def _why_unheard(row: Comment | Suggestion | Challenge, mutes: Sequence[Muted]) -> str:
    return why_unheard(row.reader.username if row.reader else "", _words(row), mutes)


def _words(row: Comment | Suggestion | Challenge) -> str:
    """The person's own words; a challenged sentence is the clip's."""
    if isinstance(row, Comment):
        return words_and_marks(row.text)
    wanted = row.wanted if isinstance(row, Suggestion) else {}
    return " ".join([row.why, wanted.get("headline", ""), *wanted.get("hashtags", ())])


@dataclass(frozen=True, slots=True)
class _View:
    """Who is looking, and when."""

    reader: Reader | None
    now: datetime
    mutes: Sequence[Muted]
    sentences: Sequence[Mapping[str, Any]]
    votes: Mapping[int, int]
    html: Mapping[int, str]
    removals: Mapping[int, str]

    @property
    def moderates(self) -> bool:
        return bool(self.reader and self.reader.moderates)

    def shows(self, row: Comment) -> bool:
        if _why_unheard(row, self.mutes):
            return False
        return row.state != Comment.State.HELD or self.moderates or self.owns(row)

    def owns(self, row: Comment) -> bool:
        return self.reader is not None and row.reader_id == self.reader.pk


def _said(children: dict[int | None, list[Comment]], parent: int | None, view: _View) -> tuple[DisplayedComment, ...]:
    """Recursion is bounded by rules.comment_text.DEEPEST, which the action enforces."""
    found = []
    for row in children.get(parent, ()):
        if not view.shows(row):
            continue
        replies = _said(children, row.pk, view)
        if row.state == Comment.State.WITHDRAWN and not replies:
            continue
        found.append(_one(row, replies, view))
    return tuple(found)


def _one(row: Comment, replies: tuple[DisplayedComment, ...], view: _View) -> DisplayedComment:
    shown = row.state in {Comment.State.SHOWN, Comment.State.HELD}
    mine = view.owns(row)
    return DisplayedComment(
        id=row.pk,
        author=row.reader.username if row.reader and shown else "",
        text=row.text if shown else "",
        html=view.html.get(row.pk, ""),
        at=row.at,
        state=row.state,
        score=row.score,
        edited=row.edited_at is not None,
        anchor=(row.anchor or {}).get("text", ""),
        place=find(row.anchor, view.sentences) if row.anchor else None,
        voted=view.votes.get(row.pk, 0),
        depth=row.depth,
        mine=mine,
        may_edit=mine and row.state == Comment.State.SHOWN and comment_text.may_edit(row.at, view.now),
        may_remove=view.moderates and shown,
        reason=view.removals.get(row.pk, ""),
        replies=replies,
    )
