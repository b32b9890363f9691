"""What a text says happened before it: "since the recount in Dunmarsh", "after Tuesday's vote"."""

import re
from dataclasses import dataclass
from functools import cache

from newsclip.language.days import reader
from newsclip.language.pack import pack
from newsclip.language.pattern_parts import any_of, ignoring_case
from newsclip.language.text_analysis_tables import BackWords

_LONGEST = 20_000  # characters read
_MOST = 12  # references of a text
_WORDS, _NOUNS = 8, 3  # looked at after the cue; what stands before a preposition
_WORD = r"[^\W\d_][\w'-]{0,40}"
_ELIDED = re.compile(r"(?<=\b\w)'(?=\w)")  # "l'incendie"


@dataclass(frozen=True, slots=True)
class Reference:
    """An earlier event as a text names it: by one of these nouns, and by all these names."""

    nouns: tuple[str, ...]
    names: tuple[str, ...] = ()


def references_back(text: str, language: str) -> tuple[Reference, ...]:
    """The earlier events that the text names as known, each once, in order; none in a language without such words."""
    by = pack(language)
    if by.back is None:
        return ()
    matches = _pattern(language[:2]).finditer(text[:_LONGEST].replace("’", "'"))
    found = (_reference(match["words"], by.back, language[:2], capitals=by.nouns is not None) for match in matches)
    return tuple(dict.fromkeys(one for one in found if one.nouns))[:_MOST]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """From the article to the end of the clause, a few words at most."""
    back = pack(language).back
    cues, known = (back.cues, back.articles) if back else ((), ())
    articles = any_of(sorted([*known, *(f"{day}'s" for day in _weekdays(language))]))
    event = rf"(?:{articles})(?: |(?<=')){_WORD}(?: {_WORD}){{0,{_WORDS}}}"
    return ignoring_case(rf"\b(?:{any_of(sorted(cues))}) (?P<words>{event})")


@cache
def _weekdays(language: str) -> frozenset[str]:
    by = reader(language)
    return frozenset(by.weekdays) if by else frozenset()


def _reference(words: str, known: BackWords, language: str, *, capitals: bool) -> Reference:
    """`capitals`: whether every noun has one."""
    nouns, names = list[str](), list[str]()
    behind = False  # a preposition
    for word in _without_article(words, known):
        bare, small = word.removesuffix("'s"), word.casefold()
        if bare.casefold() in _weekdays(language):
            continue
        if small in known.prepositions:
            behind = True
        elif word[:1].isupper() and (behind or not capitals):
            names.append(bare)
        elif behind and small not in known.articles:
            break
        elif not behind and len(nouns) < _NOUNS:
            nouns.append(bare)
    return Reference(tuple(nouns), tuple(names))


def _without_article(words: str, known: BackWords) -> list[str]:
    first, *others = _ELIDED.sub("' ", words).split()
    return others if first.casefold() in known.articles else [first, *others]  # "Tuesday's vote"
