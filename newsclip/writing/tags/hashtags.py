"""Hashtags: a story's people, places, bodies and themes in CamelCase, one tag a concept."""

import re
from collections.abc import Iterable

from newsclip.language import unspaced
from newsclip.language.persons import SOMEBODY
from newsclip.language.tokens import WORD, stem
from newsclip.writing.tags.concepts import Concept
from newsclip.writing.tags.keyphrases import Phrase

FEWEST, MOST = 3, 6
_NAMES_AT_MOST = 4
_TELLING = 0.3  # of the best phrase's score
_TOLD_AGAIN = 2  # times that a text has a theme
_A_THEME = 3
_LONGEST = 32
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s|$))")
_VAGUE = frozenset(
    """key major personal latest current main big important recent additional total good full several significant
    various possible certain clear strong high low further potential particular own real available stronger greater
    higher lower larger bigger smaller better worse wider longer shorter previous average overall common similar
    different""".split()  # noqa: SIM905
)


def camel(words: str) -> str:
    """The words as a hashtag without "#": "U.S. relations" → "USRelations". Accents stay; marks and 's go."""
    parts = WORD.findall(_POSSESSIVE.sub("", words).replace(".", "").replace("-", " "))
    plain = ["".join(char for char in part if char.isalnum()) for part in parts]
    return "".join(part[:1].upper() + part[1:] for part in plain if part)


def choose(
    known: Iterable[Concept], phrases: Iterable[Phrase], language: str = "en", titles: str = ""
) -> tuple[str, ...]:
    """Three to six hashtags, best first: up to four names, then themes that share no word with them.

    A theme is what a text names more than once, or its title does; both or thrice where there are three tags already.
    """
    chosen: list[str] = []
    taken: set[str] = set()
    ordered = list(known)
    names = [concept.full for concept in ordered]
    main = [concept.full for concept in ordered if not concept.in_passing][:_NAMES_AT_MOST]
    for name in main:
        _take(name, language, chosen, taken)
    named = {stem(word, language) for name in names for word in WORD.findall(name)}
    ranked = list(phrases)
    titled = {stem(word, language) for word in WORD.findall(titles)}
    if language in unspaced.LANGUAGES:  # no word of a title stands by itself there
        titled |= {p.stems[0] for p in ranked if p.text in titles}
    again = [p for p in ranked if len(p.places) >= _TOLD_AGAIN or titled.issuperset(p.stems)]
    telling = [phrase for phrase in again if phrase.score >= _TELLING * ranked[0].score]
    for phrase in sorted(telling, key=lambda phrase: len(phrase.stems) == 1):
        words = theme(phrase, named, language)
        central = len(phrase.places) >= (_TOLD_AGAIN if titled.issuperset(phrase.stems) else _A_THEME)
        if len(chosen) < MOST and ((" " in words and central) or len(chosen) < FEWEST):
            _take(words, language, chosen, taken)
    for name in names:
        if name not in main and len(chosen) < FEWEST:
            _take(name, language, chosen, taken)
    return tuple("#" + tag for tag in chosen)


def _take(words: str, language: str, chosen: list[str], taken: set[str]) -> None:
    stems = {stem(part, language) for part in unspaced.cut(WORD.findall(words))}
    tag = camel(words)
    plural = {other.lower() + "s" for other in chosen} | {other.lower().rstrip("s") for other in chosen}
    if tag and len(tag) <= _LONGEST and not stems & taken and not tag.isdigit() and tag.lower() not in plural:
        chosen.append(tag)
        taken |= stems


def theme(phrase: Phrase, named: set[str], language: str = "en") -> str:
    """The phrase's theme, without the name that opens it ("Kelmouth | ferry subsidy"), or "" where it has none.

    An abbreviation may stay ("U.S. relations").
    """
    words = phrase.text.split()
    first, last = 0, len(words) - 1
    while first < last and words[first].lower() in _VAGUE:
        first += 1
    while (
        first < last
        and not words[first].isupper()
        and (words[first][0].isupper() or stem(words[first], language) in named)
    ):
        first += 1
    words = words[first:]
    plain = words[1:] if len(words) > 1 and words[0].isupper() else words
    if words[-1].lower() in SOMEBODY:
        return ""
    small = language == "de" or not any(word[0].isupper() for word in plain)  # German writes all nouns with a capital
    fits = small and all(stem(word, language) not in named for word in plain)
    long_enough = len("".join(words)) > 3 or language in unspaced.LANGUAGES
    return " ".join(words) if fits and long_enough and not any(c.isdigit() for c in phrase.text) else ""
