"""Where people talk on this site: the newest comment of each story, and what most people talk about this week."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.community.models import Comment
from newsclip.web.cards.for_reader import clips_for_reader
from newsclip.web.muted_publishers import mutes_of
from newsclip.web.pages import pagination
from newsclip.web.pages.mute_filter import without_muted

_MOST = 5
_SPARE = 2  # times as many are looked up: some have no clip, or are muted
_WEEK = timedelta(days=7)


class Discussed(NamedTuple):
    """A clip with its newest comment, and how many there are."""

    clip: Clip
    newest: community.CommentExcerpt
    comments: int


class MostDiscussed(NamedTuple):
    """A clip, and how many people wrote how many comments about it this week."""

    clip: Clip
    people: int
    comments: int


def discussions(request: HttpRequest) -> HttpResponse:
    """The newest comments, one of each story, a page at a time; above the first the most discussed of the week."""
    mutes, before = mutes_of(request), request.GET.get("before", "")
    rows, older = pagination.page_of(community.newest_by_story(), before, by="at")
    newest, unheard = community.unmuted_newest(rows, mutes)
    most = [] if before else community.most_discussed(timezone.now() - _WEEK, limit=_SPARE * _MOST, mutes=mutes)
    shown, hidden = _clips(request, {*(row.story_id for row in newest), *(one.story for one in most)})
    page = {
        "newest": _discussed(newest, shown),
        "most": [MostDiscussed(shown[one.story], one.people, one.comments) for one in most if one.story in shown][
            :_MOST
        ],
        "hidden": hidden,
        "unheard": unheard,
        "older": older,
        "silent": not rows and not most and not before,
    }
    return render(request, "web/discussions.html", page)


def _discussed(newest: Iterable[Comment], shown: Mapping[int, Clip]) -> list[Discussed]:
    there = [row for row in newest if row.story_id in shown]
    counts = community.counts_of([row.story_id for row in there])
    return [Discussed(shown[row.story_id], community.excerpt_of(row), counts[row.story_id].comments) for row in there]


def _clips(request: HttpRequest, story_ids: Iterable[int]) -> tuple[dict[int, Clip], tuple[str, ...]]:
    """By story the clips that lists show, as this reader hears them, and which mutes hide others."""
    listed = list(clips.listed().defer("document").filter(story__in=story_ids))
    left = without_muted(request, listed)
    named = clips_for_reader(request, left.clips)
    return {clip.story_id: named[clip.pk] for clip in left.clips if clip.pk in named}, left.hidden
