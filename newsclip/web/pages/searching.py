"""The page of a search: what is found and why, what narrows it, and what is nearest where nothing is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from newsclip import wiring
from newsclip.articles import queries as articles
from newsclip.clips import queries
from newsclip.clips.models import Clip, Hashtag
from newsclip.clips.ports import Hit
from newsclip.language.search_matches import asked_stems
from newsclip.language.search_query import QueryPart, parse_query, query_parts
from newsclip.ranking import queries as ranking
from newsclip.web.cards.for_reader import clips_for_reader, for_reader
from newsclip.web.cards.queries import cards
from newsclip.web.muted_publishers import silent_publishers
from newsclip.web.pages import pagination
from newsclip.web.pages.follow_buttons import follow_button
from newsclip.web.pages.mute_filter import without_muted
from newsclip.web.pages.search_narrowing import named, narrowers, resolved
from newsclip.web.pages.search_nearest import examples, nearest
from newsclip.web.pages.search_results import results

_LONGEST = 200  # characters of a question
_LAST_PAGE = 100
_ALIKE = 5
_TO_FOLLOW = 4  # hashtags


@dataclass(frozen=True, slots=True)
class Answer:
    """`hits`: one more than a page shows. `meant`: the question that they answer, where it is not the one asked.

    `spelt`: the question as it was likely meant, whether that finds anything or not.
    """

    hits: list[Hit]
    meant: str = ""
    spelt: str = ""


def search(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "").replace("\0", "").strip()[:_LONGEST]
    page_number = _page_number(request.GET.get("page", ""))
    exact = request.GET.get("exact") == "1"
    now = timezone.now()
    asked = resolved(words, now=now)
    answer = _answer(asked, skip=(page_number - 1) * pagination.PAGE, exact=exact)
    ids = [hit.clip_id for hit in answer.hits[: pagination.PAGE]]
    by_id = queries.newest().in_bulk(ids)
    shown = without_muted(request, [by_id[pk] for pk in ids if pk in by_id], where="search")
    answered = answer.meant or asked
    filters = [part for part in query_parts(answered) if part.kind != "word"]
    shown_filters = named(filters)
    page = {
        "words": words,
        "meant": answer.meant,
        "answered": answered,
        "told": _told(answered, shown_filters),
        "told_instead": _plain(words),
        "exact": exact,
        "filters": shown_filters,
        "narrowers": narrowers(answered, filters, shown.clips, now=now) if page_number == 1 else [],
        "results": results(
            for_reader(request, cards(shown.clips)), asked_stems(parse_query(answered)), silent_publishers(request)
        ),
        "alike": _alike(request, asked, answer.hits) if page_number == 1 else [],
        "hidden": shown.hidden,
        "next_page": page_number + 1 if len(answer.hits) > pagination.PAGE else None,
        "page_number": page_number,
        "called": queries.people_called(_plain(answered)) if page_number == 1 else [],
        "nearest": nearest(request, asked, answer.spelt) if answer.spelt and not answer.hits else None,
        "examples": examples(),
    }
    return render(request, "web/search.html", page | _to_follow(request, _plain(answered), shown.clips))


def _to_follow(request: HttpRequest, words: str, found: list[Clip]) -> dict[str, object]:
    """A search itself has no button: the hashtag that it names has, or those that most of what was found has."""
    known = Hashtag.objects.filter(key="".join(words.removeprefix("#").split()).lower()).order_by().first()
    if known and found:
        return {"hashtag": known, **follow_button(request, "hashtag", known.key)}
    tags = Hashtag.objects.filter(clip__in=found).order_by().values_list("key")
    most = tags.annotate(written=Min("name"), clips=Count("pk")).order_by("-clips", "key")[:_TO_FOLLOW]
    return {"hashtags": [(key, written) for key, written, _ in most] if found else []}


def _answer(words: str, *, skip: int, exact: bool) -> Answer:
    """What the words find; where that is nothing, what the words find that were likely meant."""
    index = wiring.search_index()
    hits = index.search(words, limit=pagination.PAGE + 1, skip=skip)
    if hits or skip or not words:
        return Answer(hits)
    spelt = index.meant(words)
    if exact or spelt == words or _replaces_a_name(words, spelt):
        return Answer([], spelt=spelt)
    found = index.search(spelt, limit=pagination.PAGE + 1)
    return Answer(found, spelt if found else "", spelt)


def _replaces_a_name(words: str, spelt: str) -> bool:
    """Whether what was likely meant lacks a capitalised word that articles have: who typed it meant it."""
    left = set(words.split()) - set(spelt.split())
    return any(word[:1].isupper() and word.isalpha() and articles.is_named_lately(word) for word in left)


def _plain(words: str) -> str:
    """The words of a question without its filters, which are shown by themselves; all of it where it has no words."""
    return " ".join(part.typed for part in query_parts(words) if part.kind == "word") or words


def _told(question: str, filters: Sequence[QueryPart]) -> str:
    """What the page is headed by: the words, and where there are none the filters, publishers by their names."""
    alone = not any(part.kind == "word" for part in query_parts(question))
    parts = (part.value if part.kind == "source" else part.typed for part in filters)
    return (" ".join(parts) if alone else _plain(question)) or question


def _alike(request: HttpRequest, words: str, hits: list[Hit]) -> list[ranking.Related]:
    """What is alike by meaning and was not found by words; without what the reader mutes."""
    held = {hit.clip_id for hit in hits}
    found = ranking.alike(words, _ALIKE, without=held, vectors=wiring.vector_index())
    told = clips_for_reader(request, without_muted(request, [one.clip for one in found], where="search").clips)
    return [replace(one, clip=told[one.clip.pk]) for one in found if one.clip.pk in told]


def _page_number(text: str) -> int:
    """From 1 to the last page that search turns to; what is no such number is the first."""
    number = int(text) if text.isdecimal() and len(text) <= len(str(_LAST_PAGE)) else 1
    return max(1, min(number, _LAST_PAGE))
