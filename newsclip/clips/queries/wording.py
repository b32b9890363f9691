"""Reasons as they are kept, and the names and words that they refer to: looked up when somebody reads them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from newsclip.articles import queries as articles
from newsclip.articles.models import Revision
from newsclip.kernel.reasons import Reason
from newsclip.sources import queries as sources

_FIGURE = re.compile(r"[$£€¥]?\d[\d.,:]*%?")
_LONGEST = 90

type Json = Mapping[str, Any]


class Kept(Protocol):
    """A row with reasons; `told` is for what they say."""

    reasons: Any
    told: tuple[Reason, ...]


def read_reasons(stored: Iterable[Json]) -> tuple[Reason, ...]:
    """Reasons as they were stored, of which none refers to anything."""
    return tuple(map(Reason.read, stored))


def with_words[Row: Kept](rows: Iterable[Row]) -> list[Row]:
    """The rows, each `told` its reasons with the publishers' present names and with their words as they may be shown.

    Of words that are no longer kept, or may be shown no more, a reason says nothing.
    """
    found = list(rows)
    references = _References.of([reason for row in found for reason in read_reasons(row.reasons)])
    for row in found:
        row.told = tuple(references.looked_up(reason) for reason in read_reasons(row.reasons))
    return found


@dataclass(frozen=True, slots=True)
class _References:
    """What reasons refer to, by its ids."""

    by_article: Mapping[int, str]
    by_publisher: Mapping[int, str]
    revisions: Mapping[tuple[int, int], Revision]

    @classmethod
    def of(cls, reasons: Sequence[Reason]) -> "_References":
        referred = [one for reason in reasons for one in _referred(reason.params)]
        spans = {(one["article"], one["revision"]) for one in referred if "start" in one}
        named = {one["article"] for one in referred if "article" in one and "start" not in one}
        asked = {one["publisher"] for one in referred if "publisher" in one}
        return cls(articles.publishers_of(named), sources.names_of(asked), articles.revisions(spans) if spans else {})

    def looked_up(self, reason: Reason) -> Reason:
        told = self._told(reason)
        if told is None or told.params.get("changes") == []:
            return Reason("article_changed", {"who": self._name(reason.params.get("who", {}))})
        return told

    def _told(self, reason: Reason) -> Reason | None:
        """None where it tells words that are not there."""
        params: dict[str, Any] = {}
        for name, value in reason.params.items():
            if isinstance(value, list):
                nested = [self._told(Reason.read(one)) if isinstance(one, Mapping) else one for one in value]
                params[name] = [one for one in nested if one is not None]
            elif isinstance(value, Mapping) and "start" in value:
                if not (words := self._words(value)):
                    return None
                params[name] = words if _FIGURE.fullmatch(words) else Reason("quoted", {"words": words})
            else:
                params[name] = self._name(value) if isinstance(value, Mapping) and "code" not in value else value
        return Reason(reason.code, params)

    def _name(self, one: Json) -> str:
        return self.by_article.get(one.get("article", 0)) or self.by_publisher.get(one.get("publisher", 0), "")

    def _words(self, span: Json) -> str:
        row = self.revisions.get((span["article"], span["revision"]))
        text = "" if row is None else row.title if span["part"] == "title" else row.text
        words = " ".join(text[span["start"] : span["end"]].split())
        return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + " …"


def _referred(value: Any) -> Iterator[Json]:
    """Every reference among these parameters."""
    if isinstance(value, Mapping):
        if "article" in value or "publisher" in value:
            yield value
        else:
            for one in value.values():
                yield from _referred(one)
    elif isinstance(value, list):
        for one in value:
            yield from _referred(one)
