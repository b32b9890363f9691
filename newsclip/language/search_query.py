"""Parses a search query into words, phrases and filters that both search engines understand."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice

from newsclip.language.search_stems import folded, search_words
from newsclip.language.unspaced import is_in

_TERM = re.compile(r'(?:(\w+):|(#))?(?:"([^"]*)"|(\S+))')
_WORD = re.compile(r"\w+", re.UNICODE)
_FIELDS = ("category", "source", "tag")
_DAYS = ("after", "before")
_LETTERS = str.maketrans("0123456789abcdef", "ghijklmnopqrstuv")
MOST_TERMS, MOST_WORDS, MOST_PARTS = 12, 24, 24  # bound the work of a search: terms, words of a phrase, parts of all


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """`terms`: words and phrases, joined by single spaces; `marks`: one per field filter, see `mark`.

    `after` and `before`: published in [after, before); None if not given.
    """

    terms: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    after: datetime | None = None
    before: datetime | None = None

    def __bool__(self) -> bool:
        return bool(self.terms or self.marks or self.after or self.before)


@dataclass(frozen=True, slots=True)
class QueryPart:
    """`kind`: "word", "phrase" or the filter's name. `typed`: as it stands there; `without`: the query less it."""

    kind: str
    value: str
    typed: str
    without: str


def parse_query(typed: str) -> SearchQuery:
    """Words, "quoted phrases", `category:`, `source:`, `tag:` or #tag, `after:` and `before:` a day.

    Operators of any other query language are dropped; unknown filters are read as words.
    """
    terms, marks, days = list[str](), list[str](), dict[str, datetime | None]()
    for kind, value in map(_kind_and_value, _TERM.finditer(typed)):
        if kind in _FIELDS:
            marks.append(mark(kind, value))
        elif kind in _DAYS:
            days[kind] = _day(value)
        else:
            term = " ".join(search_words(value)[:MOST_WORDS])
            terms += [term] if term else []
    return SearchQuery(tuple(terms[:MOST_TERMS]), tuple(marks[:MOST_TERMS]), days.get("after"), days.get("before"))


def query_parts(typed: str) -> list[QueryPart]:
    """What a query is made of, the first `MOST_PARTS` of it."""
    return [
        QueryPart(
            *_kind_and_value(found), found.group(), f"{typed[: found.start()]}{typed[found.end() :].lstrip()}".strip()
        )
        for found in islice(_TERM.finditer(typed), MOST_PARTS)
    ]


def _kind_and_value(found: re.Match[str]) -> tuple[str, str]:
    name, sign, phrase, word = found.groups("")
    field, value = name.lower() or ("tag" if sign else ""), phrase or word
    if (field in _FIELDS and _plain(value)) or (field in _DAYS and _day(value)):
        return field, value
    return ("phrase" if phrase else "word"), (f"{field} {value}" if field and not sign else value)


def semantic_query(typed: str) -> str:
    """The words of a query, for semantic search; "" if a filter narrows it."""
    question = parse_query(typed)
    return "" if question.marks or question.after or question.before else " ".join(question.terms)


def marks(categories: Sequence[str], sources: Sequence[str], tags: str) -> str:
    """The filter marks of a clip, joined by spaces; `categories`: the names of its one, `tags`: those of hashtags."""
    held = {"category": categories, "source": sources, "tag": tags.split()}
    pairs = ((field, value) for field, values in held.items() for value in values if _plain(value))
    return " ".join(dict.fromkeys(mark(field, value) for field, value in pairs))


def mark(field: str, value: str) -> str:
    """A single token that stands for a field's value: it occurs in no text, and no engine splits it.

    A category is meant in the singular and in the plural: `category:sport` is Sports.
    """
    plain = _plain(value)
    if field == "category":
        plain = " ".join(word.removesuffix("s") for word in plain.split())
    return field + sha256(plain.encode()).hexdigest()[:16].translate(_LETTERS)


def replaced(typed: str, better: Callable[[str], str]) -> str:
    """The query with each plain word replaced by `better` of it, `MOST_TERMS` at most; filters and phrases stay."""
    asked = dict[str, str]()

    def other(word: re.Match[str]) -> str:
        if word.group() not in asked and len(asked) < MOST_TERMS:
            asked[word.group()] = better(word.group())
        return asked.get(word.group(), word.group())

    def one(found: re.Match[str]) -> str:
        field, sign, phrase, _ = found.groups()
        if sign or phrase is not None or (field or "").lower() in (*_FIELDS, *_DAYS):
            return found.group()
        return _WORD.sub(other, found.group())

    return _TERM.sub(one, typed)


def filters_resolved(typed: str, *, days: Mapping[str, str], domain: Callable[[str], str]) -> str:
    """The query with days that have a name as dates, and each publisher by its domain, where `domain` knows one."""

    def one(found: re.Match[str]) -> str:
        name, _, phrase, word = found.groups("")
        field, value = name.lower(), phrase or word
        other = ""
        if field in _DAYS:
            other = days.get(value.casefold(), "")
        elif field == "source" and _plain(value):
            other = domain(value)
        return f"{field}:{other}" if other else found.group()

    return _TERM.sub(one, typed)


def _plain(value: str) -> str:
    bare = value.casefold().removeprefix("www.").replace("-", " ").replace("&", " and ")
    return " ".join(map(folded, _WORD.findall(bare)))


def _day(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return None


def text_words(text: str) -> set[str]:
    """Words of a text that a reader may have meant, in lower case."""
    return {word.lower() for word in search_words(text) if not word.isdecimal() and not is_in(word)}


def vocabulary(headline: str, tags: str) -> Iterator[str]:
    """Words that a reader may have meant, in lower case: those of headlines, and of hashtags split
    at their capitals.
    """
    yield from text_words(headline)
    for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[^\W_A-Z]+", tags):
        if not word.isdecimal() and not is_in(word):
            yield word.lower()
