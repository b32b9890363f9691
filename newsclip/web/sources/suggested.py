"""Suggested sources as moderators and staff see them: what was found at the address, and who wants it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from newsclip.community import queries as community
from newsclip.community.models import SourceSuggestion
from newsclip.community.ports import Suggester
from newsclip.kernel.addresses import host_of
from newsclip.kernel.reasons import explain
from newsclip.sources import queries
from newsclip.sources.ports import FoundSource
from newsclip.web.pages import pagination
from newsclip.web.sources.source_words import KINDS

_KNOWN = "already_followed"
_LAST = 10


@dataclass(frozen=True, slots=True)
class SuggestedSource:
    """`found`: what is there, the best first, each with its kind in words; `people`: all who suggested the address."""

    given: SourceSuggestion
    title: str
    found: tuple[tuple[FoundSource, Any], ...]
    people: tuple[Suggester, ...]


def suggested_sources(number: str | None) -> Page[Any]:
    """One page of what waits for a decision, members' first, by turns of those who suggest."""
    page: Page[Any] = Paginator(community.suggested_addresses(), pagination.PAGE).get_page(number)
    urls = list(page.object_list)
    rows = {row.url: row for row in community.suggested_sources().filter(url__in=urls)}
    people = community.suggesters_of(urls)
    page.object_list = [_suggested(rows[url], people.get(url, ())) for url in urls if url in rows]
    return page


def unreadable_suggestions() -> list[tuple[SourceSuggestion, str]]:
    """What members wanted last and nothing could be read of, each with the sentence that says why, to be translated."""
    rows = SourceSuggestion.objects.filter(state=SourceSuggestion.State.DECLINED).exclude(code__in=("", _KNOWN))
    return [(row, explain(row.code).sentence) for row in rows.select_related("reader").order_by("-at")[:_LAST]]


def _suggested(given: SourceSuggestion, people: tuple[Suggester, ...]) -> SuggestedSource:
    found = queries.found_at(given.discovery)
    title = title_of(given, found)
    return SuggestedSource(given, title, tuple((one, KINDS[one.kind]) for one in found), people)


def title_of(given: SourceSuggestion, found: Sequence[FoundSource]) -> str:
    """What the suggested source calls itself; the host of its address where it has no name."""
    best = next(iter(found), None)
    return (best.publisher or best.title if best else "") or host_of(given.url)
