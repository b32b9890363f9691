"""What is new in one story as a feed: each fact that an article was the first to tell, in its publisher's words."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.http import quote_etag
from django.utils.text import Truncator

from newsclip.kernel.canonical import digest
from newsclip.kernel.markup import fit_for_xml
from newsclip.options import OPTIONS
from newsclip.stories import queries
from newsclip.stories.models import Story
from newsclip.web.telling import Fact, Telling, telling

_SHOWN, _TITLE_WORDS, _FRESH_SECONDS = 50, 14, 60
_KINDS = {
    "atom": "application/atom+xml; charset=utf-8",
    "rss": "application/rss+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
}


def feed(request: HttpRequest, story_id: int, form: str) -> HttpResponse:
    found = get_object_or_404(Story, pk=story_id)
    if found.merged_into_id:
        return redirect("web:story_feed", queries.story(found.pk).pk, form, permanent=True)
    told = telling(found)
    items = [_item(told, fact) for fact in told.facts[:_SHOWN]]
    etag = quote_etag(digest([form, told.story.version, items])[:32])
    answer = get_conditional_response(request, etag=etag)
    if not isinstance(answer, HttpResponse):
        answer = HttpResponse(_written(told, items, form), content_type=_KINDS[form])
    answer["ETag"] = etag
    answer["Access-Control-Allow-Origin"] = "*"
    patch_cache_control(answer, public=True, max_age=_FRESH_SECONDS)
    return answer


def _item(told: Telling, fact: Fact) -> dict[str, Any]:
    """One fact: its id names the words themselves, so that it stays the same whatever else comes."""
    words, passage = fact.words, fact.passage
    return {
        "id": f"{_page(told)}#{passage.article}-{passage.revision}-{passage.start}-{passage.digest}",
        "text": fit_for_xml(words.text),
        "url": words.url,
        "publisher": fit_for_xml(words.source.publisher),
        "at": (words.source.published or told.story.started_at).isoformat(),
        "passage": [passage.article, passage.revision, passage.start, passage.end],
    }


def _page(told: Telling) -> str:
    return f"{OPTIONS.site_url}/s/{told.story.pk}"


def _title(told: Telling) -> str:
    return f"New in: {told.clip.headline if told.clip else f'story {told.story.pk}'}"


def _written(told: Telling, items: list[dict[str, Any]], form: str) -> str:
    if form == "json":
        return _json(told, items)
    address = f"{_page(told)}/feed.{form}"
    kind: type[SyndicationFeed] = Atom1Feed if form == "atom" else Rss201rev2Feed
    made = kind(
        title=fit_for_xml(_title(told)), link=_page(told), description="What its articles were the first to tell.",
        feed_url=address, language=told.story.language or "en", author_name=OPTIONS.site_name,
    )  # fmt: skip
    for item, fact in zip(items, told.facts, strict=False):
        at = fact.words.source.published or told.story.started_at
        made.add_item(
            title=_short(item["text"]),
            link=item["url"],
            description=escape(f"{item['text']} ({item['publisher']})"),
            unique_id=item["id"],
            unique_id_is_permalink=False,
            author_name=item["publisher"],
            pubdate=at,
            updateddate=at,
        )
    return made.writeString("utf-8")


def _json(told: Telling, items: list[dict[str, Any]]) -> str:
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(told),
        "home_page_url": _page(told),
        "feed_url": f"{_page(told)}/feed.json",
        "items": [
            {
                "id": item["id"],
                "url": _page(told),
                "external_url": item["url"],
                "title": _short(item["text"]),
                "content_text": item["text"],
                "date_published": item["at"],
                "authors": [{"name": item["publisher"]}],
            }
            for item in items
        ],
    }
    return json.dumps(body, ensure_ascii=False)


def _short(text: str) -> str:
    return Truncator(text).words(_TITLE_WORDS)
