from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import URLPattern, re_path

from newsclip.feeds import editions, names, people, stories, views
from newsclip.feeds.answering import FORMS
from newsclip.feeds.corrections import corrections

app_name = "feeds"
_NAME = r"(?P<name>[\w.@+-]+)"
LISTS: dict[str, Callable[..., HttpResponseBase]] = {
    "": views.front,
    r"category/(?P<slug>[-\w]+)/": views.category,
    r"tag/(?P<key>[^/\x00]+)/": views.tag,
    r"name/(?P<key>[^/\x00]+)/": names.name,
    r"source/(?P<domain>[^/\x00]+)/": views.source,
    "search/": views.search,
    "trending/": views.trending,
    "corrections/": corrections,
    "edition/": editions.days,
    r"edition/(?P<day>today|[0-9]{4}-[0-9]{2}-[0-9]{2})/": editions.day,
    "discussions/": people.discussions,
    "moderation/": people.moderation,
    rf"u/{_NAME}/": people.said_by,
    rf"u/{_NAME}/links/": people.brought_by,
    rf"collections/{_NAME}/": people.kept_by,
    rf"collections/{_NAME}/(?P<slug>[\w-]+)/": people.collection,
    r"s/(?P<story_id>\d{1,18})/": stories.story,
    r"s/(?P<story_id>\d{1,18})/discussion/": people.discussion,
    r"s/(?P<story_id>\d{1,18})/suggestions/": people.suggestions,
    "following/": people.following,
    "notices/": people.notices,
}

urlpatterns: list[URLPattern] = [
    re_path(rf"^{place}feed\.{form}$", view, {"form": form}) for place, view in LISTS.items() for form in FORMS
]
