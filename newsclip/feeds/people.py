"""Feeds of people's activity; private ones have an address with a token."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.html import escape, format_html_join
from django.utils.translation import gettext

from newsclip.accounts.models import Reader
from newsclip.accounts.queries import reader_language
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import queries
from newsclip.community.models import (
    Action,
    Challenge,
    Collected,
    Collection,
    Comment,
    Notice,
    Suggestion,
    Topic,
)
from newsclip.feeds.answering import answer
from newsclip.feeds.channel import Channel, Item, Unmuted, of_clips
from newsclip.feeds.readers import silent_publishers, token_owner
from newsclip.kernel.rows import parse_row_id
from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking
from newsclip.stories import queries as stories
from newsclip.stories.models import Membership, Story

_SHOWN = 30


def said_by(request: HttpRequest, name: str, form: str) -> HttpResponseBase:
    """A reader's comments. Public."""
    person = get_object_or_404(Reader, username=name, is_active=True)
    rows = list(queries.by_reader(person)[:_SHOWN])
    return answer(request, form, _comments(f"Comments by {name}", f"/u/{name}", form, rows))


def discussion(request: HttpRequest, story_id: int, form: str) -> HttpResponseBase:
    story = get_object_or_404(Story, pk=story_id)
    if story.merged_into_id:
        return redirect(f"/s/{stories.story(story.pk).pk}/discussion/feed.{form}")
    rows = Comment.objects.filter(story=story, state=Comment.State.SHOWN).select_related("reader")
    page = f"/s/{story.pk}/discussion"
    title = _of("Discussion", story)
    return answer(request, form, _comments(title, page, form, list(rows.order_by("-at", "-pk")[:_SHOWN])))


def discussions(request: HttpRequest, form: str) -> HttpResponseBase:
    """The newest comments on all stories with a clip, without answers to others. Public."""
    shown = list(queries.newest_comments()[:_SHOWN])
    return answer(request, form, _comments("Discussions", "/discussions", form, shown))


def collection(request: HttpRequest, name: str, slug: str, form: str) -> HttpResponseBase:
    """A public collection."""
    found = get_object_or_404(Collection, reader__username=name, slug=slug, public=True, reader__is_active=True)
    return answer(request, form, _kept(found.title, f"/collections/{name}/{slug}", form, found.collected.all()))


def kept_by(request: HttpRequest, name: str, form: str) -> HttpResponseBase:
    """Everything in a reader's public collections."""
    person = get_object_or_404(Reader, username=name, is_active=True)
    rows = Collected.objects.filter(collection__reader=person, collection__public=True)
    return answer(request, form, _kept(f"Collections of {name}", f"/collections/{name}", form, rows))


def _kept(title: str, page: str, form: str, rows: "QuerySet[Collected]") -> Channel:
    """Clips in the order they were collected, latest first; collecting is news, however old the clip is."""
    newest = dict(rows.order_by("-at", "-pk").values_list("story_id", "at")[: 2 * _SHOWN])
    shown = sorted(clips.listed().filter(story__in=newest), key=lambda clip: newest[clip.story_id], reverse=True)
    channel = of_clips(_title(title), page, f"{page}/feed.{form}", shown[:_SHOWN])
    return replace(channel, updated=max([*newest.values(), *(clip.updated for clip in shown)], default=None))


def brought_by(request: HttpRequest, name: str, form: str) -> HttpResponseBase:
    """The clips that resulted from a reader's links."""
    person = get_object_or_404(Reader, username=name, is_active=True)
    page, shown = f"/u/{name}", queries.brought_by(person, limit=_SHOWN)
    return answer(request, form, of_clips(_title(f"Links of {name}"), page, f"{page}/links/feed.{form}", shown))


def suggestions(request: HttpRequest, story_id: int, form: str) -> HttpResponseBase:
    """Suggestions and challenges for a story, with their outcomes."""
    story = get_object_or_404(Story, pk=story_id)
    clip = clips.of_story(story.pk)
    doubts = queries.challenges_of(clip)[:_SHOWN] if clip else ()
    rows = [*queries.suggestions_of(story.pk)[:_SHOWN], *doubts]
    rows = clips.with_words(sorted(rows, key=_changed, reverse=True)[:_SHOWN])
    page = f"/s/{story.pk}/suggestions"
    return answer(request, form, _channel(_of("Suggestions and challenges", story), page, form, rows, _wanted))


def moderation(request: HttpRequest, form: str) -> HttpResponseBase:
    rows = queries.named(queries.log()[:_SHOWN])
    return answer(request, form, _channel("Moderation", "/moderation", form, rows, _deed))


def following(request: HttpRequest, form: str) -> HttpResponseBase:
    """The newest clips of what a reader follows, without what they mute."""
    reader = token_owner(request)
    found, now = _followed(queries.follows(reader)), timezone.now()
    muted = queries.mutes(reader, now=now)

    def unmuted(some: Sequence[Clip]) -> list[Clip]:
        return ranking.unmuted(some, muted, now=now)[0]

    path, clips_shown = f"/following/feed.{form}", unmuted(found)[:_SHOWN]
    wanted = Unmuted(unmuted, queries.silent_publishers(muted))
    channel = of_clips(_title("Following"), "/following", path, clips_shown, reader=wanted)
    return answer(request, form, channel)


def notices(request: HttpRequest, form: str) -> HttpResponseBase:
    """A reader's notices; fetching them here does not mark them as read."""
    reader = token_owner(request)
    rows = list(queries.news_for(reader)[:_SHOWN])
    channel = _channel("Notices", "/notices", form, rows, partial(_told, reader), private=True)
    marks = [*channel.marks, *sorted(silent_publishers(reader))]  # notices of corrections tell none of their words
    return answer(request, form, replace(channel, marks=marks))


def _followed(follows: Mapping[str, frozenset[str]]) -> list[Clip]:
    """The newest clips with a followed hashtag, category, publisher, story or name."""
    told = Membership.objects.filter(article__publisher__domain__in=follows[Topic.SOURCE])
    followed = [parse_row_id(key) for key in follows[Topic.STORY]]
    categories = {name.casefold() for name in follows[Topic.CATEGORY]}
    newest = clips.newest()
    parts = (
        newest.filter(tags__key__in=follows[Topic.HASHTAG]),
        newest.filter(category__in=[name for name in ranking.categories() if name.casefold() in categories]),
        newest.filter(story__in=told.values("story")),
        newest.filter(story__in=followed),
        newest.filter(pk__in={row.clip_id for row in clips.mentions_followed(follows[Topic.NAME])}),
    )
    found = {pk for part in parts for pk in part.values_list("pk", flat=True)[: 3 * _SHOWN]}
    return list(newest.defer(None).filter(pk__in=found)[: 2 * _SHOWN])


def _title(words: str) -> str:
    return f"{words} — {OPTIONS.site_name}"


def _of(words: str, story: Story) -> str:
    """A title that tells it apart from other such feeds in the same reader."""
    return f"{words}: {_headlines([story.pk]).get(story.pk, f'story {story.pk}')}"


def _headlines(story_ids: Iterable[int]) -> dict[int, str]:
    return dict(clips.listed().filter(story__in=set(story_ids)).values_list("story", "headline"))


def _channel[Row: (Comment, Action, Notice, Suggestion | Challenge)](
    title: str, page: str, form: str, rows: Sequence[Row], item: Callable[[Row], Item], *, private: bool = False
) -> Channel:
    newest: datetime | None = max((_changed(row) for row in rows), default=None)
    marks = [f"{type(row).__name__} {row.pk} {_changed(row).isoformat()}" for row in rows]
    return Channel(
        _title(title), page, f"{page}/feed.{form}", marks, newest, lambda: [item(row) for row in rows], private
    )


def _changed(row: Comment | Action | Notice | Suggestion | Challenge) -> datetime:
    return getattr(row, "edited_at", None) or getattr(row, "decided_at", None) or row.at


def _wanted(row: Suggestion | Challenge) -> Item:
    page = f"{OPTIONS.site_url}/s/{row.story_id if isinstance(row, Suggestion) else row.clip.story_id}/suggestions"
    by = row.reader.username if row.reader else "Somebody"
    about = row.get_kind_display() if isinstance(row, Suggestion) else f"doubts “{row.sentence}”"
    said = format_html_join(
        "", "<p>{}</p>", ((words,) for words in (row.why, queries.what_came_of(row, gettext)) if words)
    )
    mark = f"{page}#{type(row).__name__.lower()}-{row.pk}"
    return Item(mark, page, f"{by}: {about}", said or about, row.at, _changed(row), author=by)


def _comments(title: str, page: str, form: str, rows: Sequence[Comment]) -> Channel:
    return _channel(title, page, form, rows, partial(_said, _headlines(row.story_id for row in rows)))


def _said(headlines: Mapping[int, str], row: Comment) -> Item:
    url = f"{OPTIONS.site_url}/comments/{row.pk}"
    words = row.anchor["text"] if row.anchor else headlines.get(row.story_id, "")
    about = f"“{words}”" if words else f"story {row.story_id}"
    return Item(
        id=url,
        url=url,
        title=f"{row.reader.username if row.reader else 'Somebody'} on {about}",
        content=queries.html_of([row], now=timezone.now(), site=OPTIONS.site_url)[0],
        published=row.at,
        updated=_changed(row),
        author=row.reader.username if row.reader else "",
        more={"_newsclip": {"story": row.story_id, "parent": row.parent_id}},
    )


def _deed(row: Action) -> Item:
    words = f"{row.name} {row.deed} {row.called}" + (f": {row.change}" if row.change else "")
    page = f"{OPTIONS.site_url}/moderation#action-{row.pk}"
    return Item(page, page, words, escape(row.reason), row.at, row.at, tags=[row.kind], author=row.name)


def _told(reader: Reader, row: Notice) -> Item:
    with reader_language(reader):
        words = queries.in_words(row, gettext, now=timezone.now())
    page = OPTIONS.site_url + queries.page_of(row)
    return Item(f"{OPTIONS.site_url}/notices#{row.pk}", page, words, escape(words), row.at, row.at)
