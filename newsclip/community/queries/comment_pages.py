"""The pages of a long discussion: so many comments that answer none, each with all its replies."""

from math import ceil

from django.db.models import Q, QuerySet

from newsclip.community.models import Comment

MOST = 2000  # comments shown at once
COMMENTS_ON_PAGE = 100  # that answer none


def rows_of(story_id: int, page: int = 0) -> list[Comment]:
    """The comments of one page, from 1, or the first MOST of all of them; in the order in which they are shown."""
    if not page:
        return list(_in_order(Comment.objects.filter(story_id=story_id))[:MOST])
    level = list(_roots(story_id)[(page - 1) * COMMENTS_ON_PAGE : page * COMMENTS_ON_PAGE])
    found = level[:]
    while level and len(found) < MOST:  # as deep as rules.comment_text.DEEPEST
        replies = _in_order(Comment.objects.filter(parent__in=[row.pk for row in level]))
        level = list(replies[: MOST - len(found)])
        found += level
    return found


def discussion_pages(story_id: int) -> int:
    """How many pages the discussion of a story has, at least one."""
    return max(1, ceil(_roots(story_id).count() / COMMENTS_ON_PAGE))


def page_of_comment(said: Comment) -> int:
    """On which page of its discussion a comment stands now, from 1."""
    root = said
    while root.parent_id:
        root = Comment.objects.get(pk=root.parent_id)
    later = Q(score=root.score, at__gt=root.at) | Q(score=root.score, at=root.at, pk__gte=root.pk)
    before = _roots(root.story_id).exclude(Q(score__lt=root.score) | later)
    return before.count() // COMMENTS_ON_PAGE + 1


def _roots(story_id: int) -> "QuerySet[Comment]":
    return _in_order(Comment.objects.filter(story_id=story_id, parent=None))


def _in_order(rows: "QuerySet[Comment]") -> "QuerySet[Comment]":
    return rows.select_related("reader").order_by("-score", "at", "pk")
