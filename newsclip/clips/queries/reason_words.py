"""Reasons as they are kept, and the names and words that they refer to: looked up when somebody reads them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from newsclip.articles import queries as articles
from newsclip.articles.models import Revision
from newsclip.evidence.document import Document, Refusal
from newsclip.kernel.reasons import Reason
from newsclip.sources import queries as sources

_FIGURE = re.compile(r"[$£€¥]?\d[\d.,:]*%?")
_LONGEST = 90  # characters of a sentence in a list of reasons; the page has all of it

type Json = Mapping[str, Any]


class StoredReasons(Protocol):
    """A row with reasons; `about`: the sentence that they are about; `told` is for what they say."""

    reasons: Any
    told: tuple[Reason, ...]

    @property
    def about(self) -> str: ...


def read_reasons(stored: Iterable[Json]) -> tuple[Reason, ...]:
    """Reasons as they were stored, what they refer to not looked up."""
    return tuple(map(Reason.read, stored))


def with_words[Row: StoredReasons](rows: Iterable[Row]) -> list[Row]:
    """The rows, each `told` its reasons with the publishers' present names and with their words as they may be shown.

    Of a change whose words are no longer kept, or may be shown no more, a reason says nothing; of other words, that
    they are shown no more.
    """
    found = list(rows)
    references = _References.of([reason for row in found for reason in read_reasons(row.reasons)])
    for row in found:
        row.told = tuple(references.looked_up(reason, row.about) for reason in read_reasons(row.reasons))
    return found


def refusals(document: Document) -> list[Refusal]:
    """What a clip's receipt says was not published, with the words that its reasons refer to, as they may be shown."""
    found = document.receipt.refused
    references = _References.of([one.reason for one in found])
    return [replace(one, reason=references.looked_up(one.reason, one.sentence)) for one in found]


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

    def looked_up(self, reason: Reason, about: str = "") -> Reason:
        """`about`: the sentence in which spans without an article count."""
        params = {name: self._shown(value, about) for name, value in reason.params.items()}
        if "changes" in params:
            told = [self._change(Reason.read(one)) for one in reason.params["changes"]]
            params["changes"] = [one for one in told if one]
            if not params["changes"]:
                return Reason("article_changed", {"who": params.get("who", "")})
        return Reason(reason.code, params)

    def _shown(self, value: Any, about: str) -> Any:
        """None: words that are not there."""
        if isinstance(value, list):
            return [self._shown(one, about) for one in value]
        if not isinstance(value, Mapping) or "code" in value:
            return value
        if "start" not in value:
            return self._name(value)
        if "article" in value:
            return self._words(value) or None
        return _short(about[value["start"] : value["end"]]) if value["end"] <= len(about) else None

    def _change(self, change: Reason) -> Reason | None:
        """None where it tells words that are not there."""
        words = {name: self._words(span) for name, span in change.params.items()}
        quoted = {n: w if _FIGURE.fullmatch(w) else Reason("quoted", {"words": w}) for n, w in words.items()}
        return Reason(change.code, quoted) if all(words.values()) else None

    def _name(self, one: Json) -> str:
        return self.by_article.get(one.get("article", 0)) or self.by_publisher.get(one.get("publisher", 0), "")

    def _words(self, span: Json) -> str:
        row = self.revisions.get((span["article"], span["revision"]))
        text = "" if row is None else row.title if span["part"] == "title" else row.text
        return _short(text[span["start"] : span["end"]])


def _short(text: str) -> str:
    words = " ".join(text.split())
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
