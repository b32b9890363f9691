"""Corrections because an article is no longer in the story, as things stand now: who moved it, and whether it went
back.
"""

from collections.abc import Sequence
from typing import Any

from newsclip.clips.models import Correction
from newsclip.stories.models import Membership
from newsclip.stories.queries.departures import Departure, departures

_MOVED, _BACK, _RETURNED = "article_moved", "article_went_back", "article_returned"
_BY_MODERATOR = "article_moved_by_moderator"


def tell_undone_moves(rows: Sequence[Correction]) -> None:
    """Let the reasons say so where an article went back to its own story, because what had brought it was undone, or
    is a part of this story again; else, where a moderator moved it.
    """
    moved = [row for row in rows if row.kind == Correction.Kind.MOVED and _articles(row)]
    if not moved:
        return
    stories = {row.clip.story_id for row in moved}
    left = departures(stories)
    articles = {article for row in moved for article in _articles(row)}
    here = set(Membership.objects.filter(story__in=stories, article__in=articles).values_list("story_id", "article_id"))
    for row in moved:
        row.reasons = [_told(row, reason, left, here) for reason in row.reasons]


def _articles(row: Correction) -> list[int]:
    return [reason["params"]["who"]["article"] for reason in row.reasons if reason["code"] == _MOVED]


def _told(
    row: Correction, reason: dict[str, Any], left: Sequence[Departure], here: set[tuple[int, int]]
) -> dict[str, Any]:
    if reason["code"] != _MOVED:
        return reason
    way = (row.clip.story_id, reason["params"]["who"]["article"])
    if way in here:
        return {**reason, "code": _RETURNED}
    before = [one for one in left if (one.story, one.article) == way and one.at <= row.at]
    if not before:
        return reason
    last = before[-1]
    return {**reason, "code": _BACK if last.undone else _BY_MODERATOR if last.by else _MOVED}
