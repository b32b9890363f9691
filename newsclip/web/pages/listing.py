"""Lists of clips by category, hashtag and source, and what trends."""

from collections.abc import Iterable
from typing import TypedDict

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from newsclip.clips import queries
from newsclip.clips.models import Clip, Hashtag
from newsclip.ranking import queries as ranking
from newsclip.ranking.models import Trend
from newsclip.web import context_processors
from newsclip.web.caching.list_cache import for_all
from newsclip.web.cards.close_cards import gathered_now
from newsclip.web.cards.for_reader import for_reader
from newsclip.web.cards.more_from import more_from
from newsclip.web.cards.queries import Card, cards
from newsclip.web.muted_publishers import silent_publishers
from newsclip.web.pages import charts, pagination
from newsclip.web.pages.follow_buttons import follow_button, name_of_hashtag
from newsclip.web.pages.mute_filter import without_muted
from newsclip.web.templatetags.people import surprise

_TRENDING = 20
_TRENDING_STORIES = 9


class _Shown(TypedDict):
    cards: list[Card]
    hidden: object


def category(request: HttpRequest, slug: str) -> HttpResponse:
    name = context_processors.category_at(slug)
    if name is None:
        raise Http404("No clip has this category.")
    clips, older = pagination.page_of(queries.by_category(name), request.GET.get("before", ""))
    page = {
        "title": name,
        **shown_cards(request, clips),
        "older": older,
        "feed": f"/category/{slug}",
        "here": slug,
        "month": charts.month_of_category(name),
    }
    return render(request, "web/category.html", page | follow_button(request, "category", name))


def tag(request: HttpRequest, key: str) -> HttpResponse:
    """The page of a hashtag: that of the name that it stands for; `?all=` and `?before=`: all its clips."""
    if key != key.lower():
        return redirect("web:tag", key.lower(), permanent=True)
    known = get_object_or_404(Hashtag.objects.filter(key=key).order_by()[:1])
    bearer = None if {"all", "before"} & set(request.GET) else name_of_hashtag(key)
    if bearer:
        return redirect(reverse("web:name", args=[bearer.key], query=request.GET))
    clips, older = ranking.newest_with_tag(key, limit=pagination.PAGE, before=request.GET.get("before", ""))
    shown = shown_cards(request, clips)
    page = {
        "title": f"#{known.name}",
        **shown,
        "older": older,
        "more_from": [] if older else more_from(shown["cards"]),
        "feed": f"/tag/{key}",
        "named": for_all(("named by", key), lambda: queries.named_by(key)),
        "month": charts.month_of_tag(key),
    }
    return render(request, "web/tag.html", page | follow_button(request, "hashtag", key))


def shown_cards(request: HttpRequest, clips: list[Clip]) -> _Shown:
    """Cards without what the reader mutes, those of one matter as one, and which mutes those were."""
    shown = without_muted(request, clips)
    return _Shown(cards=gathered_now(for_reader(request, cards(shown.clips))), hidden=shown.hidden)


def trending(request: HttpRequest) -> HttpResponse:
    """Stories and hashtags that are spoken of more than usual."""
    trends = ranking.trending_stories(limit=_TRENDING_STORIES)
    clips = queries.newest().filter(story__in=[one.story_id for one in trends])
    shown = without_muted(request, list(clips.order_by()))
    by_story = {card.clip.story_id: card for card in for_reader(request, cards(shown.clips))}
    page = {
        "stories": [(by_story[one.story_id], one) for one in trends if one.story_id in by_story],
        "hidden": shown.hidden,
        "hashtags": _by_reason(ranking.trending(limit=_TRENDING)),
    }
    return render(request, "web/trending.html", page)


def _by_reason(trends: Iterable[Trend]) -> dict[str, list[Trend]]:
    """Hashtags by who speaks of them, in words: what is true of many is said once."""
    found: dict[str, list[Trend]] = {}
    for one in trends:
        found.setdefault(surprise(one), []).append(one)
    return found


def corrections(request: HttpRequest) -> HttpResponse:
    page = Paginator(queries.corrections(), pagination.PAGE).get_page(request.GET.get("page"))
    muted = silent_publishers(request)
    page.object_list = queries.unmuted_corrections(page.object_list, muted)
    queries.with_unmuted_headlines(page.object_list, muted)
    return render(request, "web/corrections.html", {"page": page, "silent": bool(muted)})
