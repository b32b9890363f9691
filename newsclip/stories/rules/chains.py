"""Which earlier event a story goes on from: the same actors and the same matter, days to weeks apart.

Names alone are a town, a court or a mayor with many matters; words alone are any strike. So a link needs both: names
that few stories have, and words that are rare and belong to no name.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from newsclip.language.names import Name, find_names
from newsclip.language.references_back import Reference, references_back
from newsclip.language.word_lists import BODY_WORDS, PLACE_WORDS
from newsclip.stories.rules import background
from newsclip.stories.rules.terms import WORD, terms

LEAST, MOST = timedelta(days=1), timedelta(days=120)
"""How far apart two stories begin that may be links of one chain. A yearly event is farther."""
SOON = timedelta(hours=6)
"""From here to LEAST, if the later one refers back to the earlier one. Of what is nearer, both tell one event."""
NARROW = 12  # stories within MOST: a name that more of them have is a place, an office or somebody famous
MOST_ARTICLES = 6  # of a story, the first
_LONGEST, _SHORTEST_PARAGRAPH = 2_000, 8  # characters of each; words of a paragraph, else it is a menu
_MOST_NAMES, _MOST_WORDS, _MOST_SHOWN = 16, 40, 4
_MOST_OF_HEADLINES, _MOST_BACK = 60, 20  # terms, references
_SHORTEST_NAME, _LONGEST_NAME, _LONGEST_HEADLINE = 3, 120, 300  # characters
_OPENING = 300  # characters of a text: who acts stands there, who helps or is near stands further down
_RARE_NAME, _RARE = 5.0, 4.6  # idf: one of 150 articles has it, one of 100
_UNKNOWN = 5.0  # idf where nobody counted words: all but the most frequent ones
_NEARLY = 0.6
_NAMES_REFERRED = 1.0  # names in common that suffice where the later text refers back
_OF_MANY = BODY_WORDS | PLACE_WORDS  # a police division and a street have many matters
_PROSE_ENDS = '.!?"”’»…'
_FIGURES = re.compile(r"[\W\d]+")


@dataclass(frozen=True, slots=True)
class Actor:
    """A name that a story tells, as written. `counts`: 1 for a person or a thing, .5 for a body or a street.

    `leads`: whether it stands in a headline; `opens`: in one, or in the opening of an article.
    """

    name: str
    counts: float
    leads: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """What a story tells of: actors by their names in small letters, and term → (weight, word) of words in no name."""

    actors: Mapping[str, Actor]
    words: Mapping[str, tuple[float, str]]
    language: str
    regular: str = ""
    """The headline without figures, where one article tells the story: a column has the same every week."""
    headlines: frozenset[str] = frozenset()
    """Their terms, those of names too."""
    back: tuple[Reference, ...] = ()
    """What happened before, as the articles tell it, in terms."""


@dataclass(frozen=True, slots=True)
class Link:
    """Why one story goes on from another: names and words that both have, as the later one writes them."""

    score: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Bar:
    """What both stories must have: names, words (how many, and their cosine). `leads`: a name in both headlines."""

    names: float
    words: int
    cosine: float
    leads: bool = False


# One of these suffices: more names, or a name in both headlines, need fewer words.
_BARS = (_Bar(1.0, 2, 0.25), _Bar(1.5, 2, 0.22), _Bar(1.5, 2, 0.1, leads=True), _Bar(2.5, 1, 0.03, leads=True))
_BESIDE = (_Bar(2.0, 2, 0.09), _Bar(1.0, 2, 0.1, leads=True))  # of stories of the same days


def profile(articles: Sequence[tuple[str, str]], language: str) -> Profile:
    """Of the first articles (headline, text) of a story, oldest first."""
    read = [(title[:_LONGEST_HEADLINE], prose(text)) for title, text in articles[:MOST_ARTICLES]]
    least = 2 if len(read) > 2 else 1
    told: Counter[str] = Counter()
    names: dict[str, Name] = {}
    for title, text in read:
        here = {name.text.casefold(): name for name in find_names(f"{title}.\n{text}", language)}
        told.update(list(here))
        names |= {key: name for key, name in here.items() if key not in names or names[key].kind == "other"}
    named = frozenset(terms(" ".join(name.text for name in names.values()), language))
    return Profile(
        _actors({key: name for key, name in names.items() if told[key] >= least}, told, read, language),
        _words(read, named, least, language),
        language,
        _without_figures(read[0][0]) if len(read) == 1 else "",
        frozenset(terms("\n".join(title for title, _ in read), language)[:_MOST_OF_HEADLINES]),
        _back(read, language),
    )


def _back(read: Sequence[tuple[str, str]], language: str) -> tuple[Reference, ...]:
    found = [one for title, text in read for one in references_back(f"{title}.\n{text}", language)]
    in_terms = (Reference(_terms(one.nouns, language), _terms(one.names, language)) for one in found)
    return tuple(dict.fromkeys(one for one in in_terms if one.nouns))[:_MOST_BACK]


def _terms(words: Iterable[str], language: str) -> tuple[str, ...]:
    return tuple(terms(" ".join(words), language))


def prose(text: str) -> str:
    """The first paragraphs of the text that are sentences: no menu, no list of other news."""
    kept, length = [], 0
    for line in text[: 10 * _LONGEST].splitlines():
        paragraph = line.strip()
        if length < _LONGEST and paragraph[-1:] in _PROSE_ENDS and len(paragraph.split()) >= _SHORTEST_PARAGRAPH:
            kept.append(paragraph)
            length += len(paragraph)
    return "\n".join(kept)[:_LONGEST]


def _without_figures(headline: str) -> str:
    return " ".join(_FIGURES.sub(" ", headline).casefold().split())[:_LONGEST_HEADLINE]  # small letters may be more


def _actors(
    names: Mapping[str, Name], told: Mapping[str, int], read: Sequence[tuple[str, str]], language: str
) -> dict[str, Actor]:
    headlines = "\n".join(title for title, _ in read).casefold()
    openings = "\n".join([headlines, *(text[:_OPENING] for _, text in read)]).casefold()
    found = {
        key: Actor(name.text, counts, key in headlines, key in openings)
        for key, name in names.items()
        if len(key) <= _LONGEST_NAME and (counts := _counts(name, language)) and not _is_part(key, names)
    }
    best = sorted(
        found, key=lambda key: (-found[key].counts, not found[key].leads, not found[key].opens, -told[key], key)
    )
    return {key: found[key] for key in best[:_MOST_NAMES]}


def _is_part(key: str, names: Iterable[str]) -> bool:
    """Whether a longer name has it: a last name alone says nothing more."""
    return any(key != other and f" {key} " in f" {other} " for other in names)


def _counts(name: Name, language: str) -> float:
    """How much it says that two stories have this name. A word alone is a name only where words were counted."""
    alone = " " not in name.text
    if alone and (len(name.text) < _SHORTEST_NAME or name.kind == "place" or language not in background.TABLES):
        return 0.0
    if not any(idf(term, language) >= _RARE_NAME for term in terms(name.text, language)):
        return 0.0 if alone else 0.5
    many = name.kind in {"body", "place"} or not _OF_MANY.isdisjoint(name.text.casefold().split())
    return 0.5 if many else 1.0


def _words(
    read: Sequence[tuple[str, str]], named: frozenset[str], least: int, language: str
) -> dict[str, tuple[float, str]]:
    """The heaviest words: those of more articles, of a headline, and rarer ones weigh more. The length is 1."""
    told: Counter[str] = Counter()
    written: dict[str, str] = {}
    for title, text in read:
        words = [(term, word[0]) for word in WORD.finditer(f"{title}\n{text}") for term in terms(word[0], language)]
        told.update({term for term, _ in words})
        for term, word in words:
            written.setdefault(term, word)
    headlines = frozenset(terms("\n".join(title for title, _ in read), language))
    weights = {
        term: count / len(read) * idf(term, language) * (2 if term in headlines else 1)
        for term, count in told.items()
        if count >= least and term not in named and not term[0].isdigit()
    }
    best = sorted(weights, key=lambda term: (-weights[term], term))[:_MOST_WORDS]
    length = math.sqrt(sum(weights[term] ** 2 for term in best)) or 1.0
    return {term: (weights[term] / length, written[term]) for term in best}


@cache
def _counted(language: str) -> background.Background | None:
    return background.of(language)


def idf(term: str, language: str) -> float:
    """How rare a term is in news, where somebody counted that; natural logarithm."""
    known = _counted(language)
    return math.log((known.texts + 1) / (known.counts.get(term, 0) + 0.5)) if known else _UNKNOWN


def link(apart: timedelta, earlier: Profile, later: Profile, stories: Mapping[str, int]) -> Link | None:
    """Whether the later story, which began so much later, goes on from the earlier one, and why. `stories`: how many
    have each of these names.
    """
    if earlier.language != later.language or (earlier.regular and earlier.regular == later.regular):
        return None
    if LEAST <= apart <= MOST:
        return _alike(earlier, later, stories)
    return _referred_to(earlier, later, stories) if SOON <= apart < LEAST else None


def _referred_to(earlier: Profile, later: Profile, stories: Mapping[str, int]) -> Link | None:
    """Within a day two events of one matter look like one, so the later text has to tell which came first."""
    both = _names_of_both(earlier, later, stories)
    names = sum(min(earlier.actors[key].counts, later.actors[key].counts) for key in both)
    nouns = next((found for one in later.back if (found := _is_meant(one, earlier, later))), ())
    if not nouns or names < _NAMES_REFERRED:
        return None
    words = [later.words[term][1] if term in later.words else term for term in nouns]
    return Link(0.1 * min(names, 4.0), (*(later.actors[key].name for key in both[: _MOST_SHOWN // 2]), *words[:1]))


def _is_meant(one: Reference, earlier: Profile, later: Profile) -> tuple[str, ...]:
    """The nouns by which the reference means the earlier story, whose headlines have one, and which tells of all its
    names. Where those of the later story have it, too, it is rather what that one tells itself: its own accident.
    """
    named = earlier.headlines.union(terms(" ".join(earlier.actors), earlier.language))
    if not named.issuperset(one.names):
        return ()
    told = earlier.headlines.intersection(earlier.words) - later.headlines
    found = [term for term in one.nouns if term in told]
    return tuple(term for term in found if one.names or idf(term, earlier.language) >= _RARE)


def _names_of_both(earlier: Profile, later: Profile, stories: Mapping[str, int]) -> list[str]:
    return [key for key in later.actors if key in earlier.actors and stories.get(key, 0) <= NARROW]


def _alike(earlier: Profile, later: Profile, stories: Mapping[str, int]) -> Link | None:
    both = _names_of_both(earlier, later, stories)
    if not any(_acts(earlier.actors[key]) and _acts(later.actors[key]) for key in both):
        return None
    names = sum(min(earlier.actors[key].counts, later.actors[key].counts) for key in both)
    leads = any(earlier.actors[key].leads and later.actors[key].leads for key in both)
    common = (term for term in later.words if term in earlier.words)
    products = {term: later.words[term][0] * earlier.words[term][0] for term in common}
    cosine = sum(products.values())
    rare = sorted((term for term in products if idf(term, later.language) >= _RARE), key=lambda term: -products[term])
    if not any(_reaches(bar, names, len(rare), cosine, leads=leads) for bar in _BARS):
        return None
    shared = [*(later.actors[key].name for key in both[: _MOST_SHOWN // 2]), *(later.words[term][1] for term in rare)]
    return Link(cosine + 0.1 * min(names, 4.0), tuple(shared[:_MOST_SHOWN]))


def one_matter(one: Profile, other: Profile, stories: Mapping[str, int]) -> tuple[str, ...]:
    """What two stories of the same days both tell of, if they have the same actors and the same matter: names, words.

    Of days that are near each other, more names are wanted and fewer words: each tells another side of it. One name
    suffices that stands in a headline of both.
    """
    if one.language != other.language or (one.regular and one.regular == other.regular):
        return ()
    both = [key for key in one.actors if key in other.actors and stories.get(key, NARROW + 1) <= NARROW]
    products = {term: one.words[term][0] * other.words[term][0] for term in one.words if term in other.words}
    rare = sorted((term for term in products if idf(term, one.language) >= _RARE), key=lambda term: -products[term])
    names = names_in_common((one.actors[key], other.actors[key]) for key in both)
    leads = any(one.actors[key].leads and other.actors[key].leads for key in both)
    cosine = sum(products.values())
    if not any(_reaches(bar, names, len(rare), cosine, leads=leads) for bar in _BESIDE):
        return ()
    half = _MOST_SHOWN // 2
    return (*(one.actors[key].name for key in both[:half]), *(one.words[term][1].lower() for term in rare[:half]))


def names_in_common(both: Iterable[tuple[Actor, Actor]]) -> float:
    """How much the names count that two stories have, each as one and the other has it."""
    return sum(min(one.counts, other.counts) for one, other in both)


def may_be_of_one_matter(both: Sequence[tuple[Actor, Actor]]) -> bool:
    """Whether the names that two stories have may be enough, whatever their words are."""
    leads = any(one.leads and other.leads for one, other in both)
    return any(names_in_common(both) >= bar.names and (leads or not bar.leads) for bar in _BESIDE)


def _acts(actor: Actor) -> bool:
    return actor.opens and actor.counts == 1


def _reaches(bar: _Bar, names: float, words: int, cosine: float, *, leads: bool) -> bool:
    return names >= bar.names and words >= bar.words and cosine >= bar.cosine and (leads or not bar.leads)


def previous(candidates: Iterable[tuple[datetime, int, Link]]) -> int | None:
    """Of the stories that one may go on from (begin, ID, link) the newest that is nearly as close as the closest."""
    found = list(candidates)
    close = _NEARLY * max((one.score for _, _, one in found), default=0.0)
    return max(((at, pk) for at, pk, one in found if one.score >= close), default=(None, None))[1]
