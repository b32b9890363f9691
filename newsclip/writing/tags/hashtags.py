"""Hashtags: a story's people, places, bodies and themes in CamelCase, one tag a concept."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsclip.language import unspaced
from newsclip.language.nouns import capital_nouns
from newsclip.language.pack import pack
from newsclip.language.themes import themes
from newsclip.language.tokens import WORD, stem
from newsclip.language.word_lists import SOMEBODY
from newsclip.writing.tags.concept import Concept, least_central
from newsclip.writing.tags.keyphrases import Phrase
from newsclip.writing.tags.whole_names import LONGEST, says_too_little

FEWEST, MOST = 3, 6  # the page has room for one line of them
_NAMES_AT_MOST = 4  # leaves room for themes
_FEWEST_NAMES = 2  # a name that the clip has once says less than no tag where there are two
_TELLING = 0.3  # of the best phrase's score
_TOLD_AGAIN = 2  # times that a text has a theme
_A_THEME = 4
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


@dataclass(frozen=True, slots=True)
class Topics:
    """What hashtags are chosen of, each the most telling first: `words` and `themes` are as good as tags already.

    `others`: names that are no topics; no theme of a phrase is one either. `lesser_themes` and `lesser_names` are for
    where there are few.
    """

    names: Sequence[Concept]
    phrases: Sequence[Phrase] = ()
    words: Sequence[str] = ()
    themes: Sequence[str] = ()
    others: Sequence[Concept] = ()
    lesser_themes: Sequence[str] = ()
    lesser_names: Sequence[Concept] = ()


def choose(topics: Topics, language: str = "en", titles: str = "") -> tuple[str, ...]:
    """Up to six hashtags, best first: four names, the words, the themes of the vocabulary, then phrases of the texts.

    A phrase of several words is taken that a text says more than once, or its title does; both or thrice where there
    are three tags already.
    """
    tags = _Tags(language)
    least = least_central(topics.names)
    main = [one for one in topics.names if not one.in_passing and one.score >= least][:_NAMES_AT_MOST]
    tags.add([one.full for one in main])
    tags.add(topics.words)
    tags.add_themes(topics.themes[: MOST - len(tags.chosen)])
    named = {stem(word, language) for one in (*topics.names, *topics.others) for word in WORD.findall(one.full)}
    tags.add_phrases(_telling(topics.phrases, named, language, titles))
    tags.add([one.full for one in topics.names if one not in main and not one.is_everywhere], most=FEWEST)
    tags.add_themes(topics.lesser_themes[: FEWEST - len(tags.chosen)] if len(tags.chosen) < FEWEST else ())
    tags.add([one.full for one in topics.lesser_names], most=_FEWEST_NAMES)
    return tuple("#" + tag for tag in tags.chosen)


class _Tags:
    """The hashtags so far, without "#", and the stems of their words: no two are of one word."""

    def __init__(self, language: str) -> None:
        self.chosen: list[str] = []
        self._language = language
        self._taken: set[str] = set()

    def add(self, all_words: Iterable[str], most: int = MOST) -> None:
        for words in all_words:
            tag, stems = camel(words), {stem(part, self._language) for part in unspaced.cut(WORD.findall(words))}
            fits = tag and len(tag) <= LONGEST and not tag.isdigit() and not self._has(tag)
            if fits and len(self.chosen) < most and not stems & self._taken:
                self.chosen.append(tag)
                self._taken |= stems

    def add_themes(self, tags: Iterable[str]) -> None:
        for tag in tags:
            stems = {stem(word, self._language) for word in _words_of(tag)}
            if not stems <= self._taken and not self._has(tag):
                self.chosen.append(tag)
                self._taken |= stems

    def add_phrases(self, phrases: Iterable[tuple[str, bool]]) -> None:
        """Each phrase with whether the text is about it; one that it is not only where there are few tags."""
        # A vocabulary has the single words that are themes, but not all compounds.
        single = not themes(self._language) or capital_nouns(self._language) is not None
        for phrase, central in phrases:
            several = " " in phrase
            if several or single:
                self.add([phrase], most=MOST if several and central else FEWEST)

    def _has(self, tag: str) -> bool:
        low = tag.lower()
        return any(
            low.rstrip("s") == one.lower().rstrip("s")
            or _is_form_of(low, one.lower())
            or tag == _initials(one)
            or one == _initials(tag)
            for one in self.chosen
        )


def _initials(tag: str) -> str:
    """ "AI" of "ArtificialIntelligence"."""
    return "".join(word[0] for word in _words_of(tag))


def _is_form_of(one: str, other: str) -> bool:
    """Whether they differ in their last letter alone, as forms of a word do: "Česko", "Česká"."""
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and len(long) - len(short) < 2 and long.startswith(short[: len(long) - 1])


def _telling(ranked: Sequence[Phrase], named: set[str], language: str, titles: str) -> Iterator[tuple[str, bool]]:
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
    if len(words) == 1 and words[0].lower() in vague | says_too_little():
        return ""
    small = capital_nouns(language) is not None or not any(word[0].isupper() for word in plain)
    fits = small and all(stem(word, language) not in named for word in plain)
    long_enough = len("".join(words)) > 3 or language in unspaced.LANGUAGES
    return " ".join(words) if fits and long_enough and not any(c.isdigit() for c in phrase.text) else ""


def _vague(language: str) -> frozenset[str]:
    known = pack(language or "en").tags
    return (known.vague if known else None) or frozenset()
