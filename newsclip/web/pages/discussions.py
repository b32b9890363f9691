"""Where people talk on this site: the newest comment of each story, and what most people talk about this week."""

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.web.cards.for_reader import clips_for_reader
from newsclip.web.muted_publishers import mutes_of
from newsclip.web.pages.mute_filter import without_muted

_SHOWN, _MOST_DISCUSSED = 30, 5
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
    """The newest comments, one of each story, and the most discussed stories of the week."""
    mutes = mutes_of(request)
    newest = community.newest_by_story(limit=_SPARE * _SHOWN, mutes=mutes)
    most = community.most_discussed(timezone.now() - _WEEK, limit=_SPARE * _MOST_DISCUSSED, mutes=mutes)
    shown, hidden = _clips(request, {*newest, *(one.story for one in most)})
    counts = community.counts_of([story for story in newest if story in shown])
    page = {
        "newest": [Discussed(shown[story], newest[story], counts[story].comments) for story in counts][:_SHOWN],
        "most": [MostDiscussed(shown[one.story], one.people, one.comments) for one in most if one.story in shown][
            :_MOST_DISCUSSED
        ],
        "hidden": hidden,
    }
    return render(request, "web/discussions.html", page)


def _clips(request: HttpRequest, story_ids: Iterable[int]) -> tuple[dict[int, Clip], tuple[str, ...]]:
    """By story the clips that lists show, as this reader hears them, and which mutes hide others."""
    listed = list(clips.listed().defer("document").filter(story__in=story_ids))
    left = without_muted(request, listed)
    named = clips_for_reader(request, left.clips)
    return {clip.story_id: named[clip.pk] for clip in left.clips if clip.pk in named}, left.hidden
