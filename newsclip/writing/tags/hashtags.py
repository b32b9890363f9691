"""Hashtags: a story's people, places, bodies and themes in CamelCase, one tag a concept."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newsclip.language import unspaced
from newsclip.language.nouns import capital_nouns
from newsclip.language.pack import pack
from newsclip.language.themes import themes
from newsclip.language.tokens import WORD, stem
from newsclip.language.word_lists import SOMEBODY
from newsclip.writing.tags.concepts import Concept
from newsclip.writing.tags.keyphrases import Phrase

FEWEST, MOST = 3, 6  # the page has room for one line of them
_NAMES_AT_MOST = 4  # leaves room for themes
_TELLING = 0.3  # of the best phrase's score
_TOLD_AGAIN = 2  # times that a text has a theme
_A_THEME = 4
_CENTRAL = 0.2  # of the first name's score
_LONGEST = 32  # characters: a longer one is a sentence
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s|$))")


def camel(words: str) -> str:
    """The words as a hashtag without "#": "U.S. relations" → "USRelations". Accents stay; marks and 's go."""
    parts = WORD.findall(_POSSESSIVE.sub("", words).replace(".", "").replace("-", " "))
    plain = ["".join(char for char in part if char.isalnum()) for part in parts]
    return "".join(part[:1].upper() + part[1:] for part in plain if part)


def _words_of(tag: str) -> Iterator[str]:
    """The words of a tag in CamelCase: "USRelations" → "US", "Relations"."""
    before = " " + tag
    starts = [
        place
        for place, char in enumerate(tag)
        if char.isupper() and (not before[place].isupper() or tag[place + 1 : place + 2].islower())
    ]
    return (tag[start:end] for start, end in pairwise([*starts, len(tag)]))


def choose(
    known: Iterable[Concept],
    phrases: Iterable[Phrase],
    language: str = "en",
    titles: str = "",
    theme_tags: Sequence[str] = (),
) -> tuple[str, ...]:
    """Three to six hashtags, best first: up to four names, the themes of the vocabulary, then phrases of the texts.

    A phrase of several words is taken that a text says more than once, or its title does; both or thrice where there
    are three tags already.
    """
    chosen: list[str] = []
    taken: set[str] = set()
    ordered = list(known)
    names = [concept.full for concept in ordered]
    least = _CENTRAL * ordered[0].score if ordered else 0.0
    main = [one.full for one in ordered if not one.in_passing and one.score >= least][:_NAMES_AT_MOST]
    for name in main:
        _take(name, language, chosen, taken)
    for tag in theme_tags[: MOST - len(chosen)]:
        if not {tag.lower(), tag.lower().rstrip("s")} & {other.lower() for other in chosen}:
            chosen.append(tag)
            taken |= {stem(word, language) for word in _words_of(tag)}
    named = {stem(word, language) for name in names for word in WORD.findall(name)}
    # A vocabulary has the single words that are themes, but not all compounds.
    single = not themes(language) or capital_nouns(language) is not None
    for words, central in _telling(list(phrases), named, language, titles):
        several = " " in words or single
        if several and len(chosen) < MOST and ((" " in words and central) or len(chosen) < FEWEST):
            _take(words, language, chosen, taken)
    for name in names:
        if name not in main and len(chosen) < FEWEST:
            _take(name, language, chosen, taken)
    return tuple("#" + tag for tag in chosen)


def _telling(ranked: list[Phrase], named: set[str], language: str, titles: str) -> Iterator[tuple[str, bool]]:
    """The themes of the telling phrases, those of several words first, and whether the text is about it."""
    titled = {stem(word, language) for word in WORD.findall(titles)}
    if language in unspaced.LANGUAGES:  # no word of a title stands by itself there
        titled |= {p.stems[0] for p in ranked if p.text in titles}
    again = [p for p in ranked if len(p.places) >= _TOLD_AGAIN or titled.issuperset(p.stems)]
    telling = [phrase for phrase in again if phrase.score >= _TELLING * ranked[0].score]
    for phrase in sorted(telling, key=lambda phrase: len(phrase.stems) == 1):
        yield (
            theme(phrase, named, language),
            len(phrase.places) >= (_TOLD_AGAIN if titled.issuperset(phrase.stems) else _A_THEME),
        )


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
    vague = _vague(language)
    first, last = 0, len(words) - 1
    while first < last and words[first].lower() in vague:
        first += 1
    while (
        first < last
        and not words[first].isupper()
        and (words[first][0].isupper() or stem(words[first], language) in named)
    ):
        first += 1
    words = words[first:]
    plain = words[1:] if len(words) > 1 and words[0].isupper() else words
    if {words[-1].lower(), words[-1].lower().removesuffix("s")} & SOMEBODY:
        return ""
    small = capital_nouns(language) is not None or not any(word[0].isupper() for word in plain)
    fits = small and all(stem(word, language) not in named for word in plain)
    long_enough = len("".join(words)) > 3 or language in unspaced.LANGUAGES
    return " ".join(words) if fits and long_enough and not any(c.isdigit() for c in phrase.text) else ""


def _vague(language: str) -> frozenset[str]:
    known = pack(language or "en").tags
    return (known.vague if known else None) or frozenset()
