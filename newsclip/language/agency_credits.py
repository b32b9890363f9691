"""The news agencies that an article is from, by its authors and by the lines and last words that are a credit.

A credit is a line, a sentence or an author of its own. "By dpa" is one, "by
dpa's head" is none, and "Ansa" may be a person where "ANSA" is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsclip.language.news_agencies import AGENCIES, AGENCY, SITES
from newsclip.language.pack import in_all_languages
from newsclip.language.pattern_parts import any_of
from newsclip.language.text_analysis_tables import AgencyCreditWords

EDGE = 160  # characters at either end of a text: where it credits others
_NAMES = sorted({name for one in AGENCIES for name in one.names}, key=len, reverse=True)
_SIGNS = sorted({one.sign for one in AGENCIES}, key=len, reverse=True)
_WRITTEN = sorted({form for sign in _SIGNS for form in (sign, sign.upper(), sign.lower())}, key=len, reverse=True)
_NAME, _SIGN, _FORM = ("|".join(map(re.escape, some)) for some in (_NAMES, _SIGNS, _WRITTEN))
_SIGN_OF = {name.casefold(): one.sign for one in AGENCIES for name in (one.sign, *one.names)}
_EACH = re.compile(rf"(?i:(?<!\w)(?P<agency>{_NAME}|{_SIGN})(?!\w))")
_SENTENCES = re.compile(r"\n+|(?<=[.!?…»”\"])\s+")
_DESK = rf"(?!(?:{_FORM})(?!\w))[a-z]{{2,5}}(?!\w)"  # initials of editors: "dpa/lby", "red, APA"
_IN_BRACKETS = re.compile(
    rf"\((?P<signed>(?:{_DESK}[/,]\s?)?(?:{_FORM})(?:[/,]\s?(?:{_FORM}|{_DESK}))*)\)(?:\s?[-–—]|\W*\Z)"
)
_LONG_NAMES = frozenset(map(str.casefold, _NAMES))
_PUBLISHER = re.compile(r"\Athe | news\Z", re.IGNORECASE)  # what stands around its name


class _Patterns(NamedTuple):
    """`line`: a whole line or sentence that is a credit; `author`: an author that is an agency; `parts`: what stands
    between two authors; `kind`: what ends a name and says that it is an agency's.
    """

    line: re.Pattern[str]
    author: re.Pattern[str]
    parts: re.Pattern[str]
    kind: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    tables = list(in_all_languages(AgencyCreditWords))
    by, sources = _any(one.by for one in tables), _any(one.sources for one in tables)
    ands, behind = _any(one.ands for one in tables), _any(one.behind for one in tables)
    unnamed = _any(one.agencies for one in tables)
    article = rf"(?i:(?:{_any(one.articles for one in tables)})(?:\s+|(?<=')\s*)){{0,2}}"
    between = rf"(?:\s*[/,;|&+–—-]\s*|\s+(?i:{ands})\s+){article}"
    signed = rf"(?:{_FORM}|(?i:{_NAME}|{unnamed}))(?!\w)"
    named = rf"(?i:{_NAME}|{_SIGN}|{unnamed})(?!\w)"
    rest = rf"(?:{between}(?:{named}|{_DESK})){{0,4}}(?:[\W_]+(?:(?:{_FORM}):[\d/-]+|\d{{4}}|(?i:{behind}))){{0,3}}"
    person = r"[^.,;:/|()\n]{3,40}"
    first = rf"(?:(?i:{by}):?\s+(?:{person}(?:\s*[,/|(]\s*|\s(?i:{ands})\s+))?)?{article}(?P<signed>{signed}{rest})"
    source = rf"(?i:{sources})\W*(?:\d{{4}}\W+)?{article}(?P<named>{named}{rest})"
    return _Patterns(
        re.compile(rf"[\W_]*(?:\(c\)\W+)?(?:\d{{4}}\W+)?(?:{_DESK}[/,]\s?)?(?:{source}|{first})[\W_]*"),
        re.compile(rf"(?:(?i:{by}):?\s+)?{article}(?P<signed>{signed}(?:\s+(?i:{behind}))?|(?i:{_NAME})\b.*)"),
        re.compile(rf"\s*[/,;|()–—]\s*|\s-\s|\s(?i:{ands})\s"),
        re.compile(rf" (?i:{behind})\Z"),
    )


def _any(words: Iterable[Iterable[str]]) -> str:
    """One of the words of all languages; each once, so that no text can be read in many ways."""
    return any_of(dict.fromkeys(one for some in words for one in some))


def agencies_of(authors: Sequence[str], head: str, tail: str) -> tuple[str, ...]:
    """The signs of the agencies that these authors and either end of a text credit, AGENCY for one without a name; each
    once.
    """
    known, head, tail = _patterns(), head[:EDGE], tail[-EDGE:]
    found = [known.author.fullmatch(part) for author in authors for part in _author_parts(author, known)]
    found += [known.line.fullmatch(one) for one in _sentences(head, tail)]
    found += [_IN_BRACKETS.search(end) for end in (head, tail)]
    credits = [one["signed"] or one["named"] for one in found if one]
    return tuple(dict.fromkeys(sign for one in credits for sign in _signs(one)))


def credited_in(line: str) -> list[str]:
    """Whom the line credits, if it is a credit and nothing else: signs of agencies, or its word for unnamed ones."""
    found = _patterns().line.fullmatch(line[:EDGE].replace("’", "'"))
    credited = (found["signed"] or found["named"]) if found else ""
    return [credited if sign == AGENCY else sign for sign in _signs(credited)] if credited else []


def is_author(name: str) -> bool:
    """Whether this author is an agency."""
    return _patterns().author.fullmatch(name[:EDGE]) is not None


def is_signed_whole(authors: Sequence[str], head: str, tail: str) -> bool:
    """Whether the text is an agency's alone: by its dateline, or signed with no author beside ("With AFP" is not)."""
    if _IN_BRACKETS.search(head[:EDGE]):
        return True
    return all(map(is_author, authors)) and bool(authors or _IN_BRACKETS.search(tail[-EDGE:]))


def short_name(publisher: str) -> str:
    """Its name as others write it: "Crosswater" of "Crosswater News Agency"."""
    return _patterns().kind.sub("", publisher)


def is_agency(publisher: str, sign: str) -> bool:
    """Whether the publisher is the agency of this sign: by its sign, its name, or its own site. "Sid" is no "SID"."""
    if "." in publisher[1:-1] and not any(map(str.isspace, publisher)):  # a host
        return publisher.lower().removeprefix("www.") in SITES.get(sign, ())
    name = _PUBLISHER.sub("", publisher)
    signed = name in _WRITTEN or name.casefold() in _LONG_NAMES
    return signed and _SIGN_OF[name.casefold()] == sign


def _author_parts(author: str, known: _Patterns) -> list[str]:
    return [part.strip() for part in (author[:EDGE], *known.parts.split(author[:EDGE])) if part]


def _sentences(head: str, tail: str) -> Iterator[str]:
    """The lines and sentences at either end, but for the one that is cut."""
    first, last = ([one.replace("’", "'") for one in _SENTENCES.split(end)] for end in (head, tail))
    yield from first[:-1] if len(head) >= EDGE else first
    yield from last[1:] if len(tail) >= EDGE else last


def _signs(credit: str) -> Iterator[str]:
    named = [_SIGN_OF[found["agency"].casefold()] for found in _EACH.finditer(credit)]
    yield from named or [AGENCY]
