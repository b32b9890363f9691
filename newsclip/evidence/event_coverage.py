"""The event itself: the title or opening sentence that tells it as most reports do, and where each of them tells it.

All articles of a story are of one event, but few of their sentences tell the same: one publisher opens with the crash,
another with a rescue. So it is not asked whether a passage tells all that the words do, but whether it has most of
what the reports have in common with them: words weigh by how rare they are in news and by how many of the reports have
them. Who has that much comes near the words that are shown. It tells the same as they do only where nothing that can
be compared differs: figures, days, years, names, a denial.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from newsclip.evidence.article_length import within_reach
from newsclip.evidence.differences import Difference, counts_people_otherwise, difference, other_number_of_people
from newsclip.evidence.document import Quote, Sentence, SourceArticle
from newsclip.evidence.fact_matching import Comparable, are_of_one_time, comparable, names_others, tells
from newsclip.evidence.tokens import negates, tokens
from newsclip.evidence.verifier.text_check.near_passages import passages_of, stems_of
from newsclip.kernel.spans import Passage, Span, digest_of
from newsclip.language.content_words import content_stems
from newsclip.language.names import find_names
from newsclip.language.word_frequency import COUNTED_LANGUAGES, news_frequencies

_MOST, _UNCOUNTED = 8.0, 5.0  # weights, as in `shared_content`
_NAME = 0.6  # of a word's weight: where and who belong to the event, and to others
_RARE = 3.0  # idf: "minute" and "year" tell of no event
_LEAST, _LEAST_WEIGHT, _FEWEST = 0.4, 6.0, 3  # of what is common to the reports; words
_PLAIN = 2  # words that are in no name: "a tram enters Chancery Square" tells of no collision there
_SHORTEST, _LONGEST = 4, 18  # content words of what may tell the event
_LONGEST_WORDS = 260  # characters: what is shown is read at a glance
_READ, _MOST_PLACES = 10, 24  # passages of an article, as what happened is told early; places that may tell the event
_TITLE, _OWN_FIGURE = 3.0, 0.6
_OF_A_WORD = 0.05  # what each word of a passage costs it: short ones are preferred
_SHORT = 12  # words
_COMPARED = 3  # passages of a teller: whether they tell the same
_WORD = re.compile(r"\b[^\W\d_][\w'’-]*")
_QUOTES = ("“", "‘", '"', "'", "«", "„")


@dataclass(frozen=True, slots=True)
class EventTelling:
    """Where a teller tells it: its passage, the words, and those stems that it has in common with the event.

    `how`: as `Telling` has it; "near" where a figure, a day, a name or a denial is another, or much is missing;
    `difference`: what is told otherwise, as far as that can be said.
    """

    teller: int
    passage: Passage
    text: str
    stems: frozenset[str]
    how: Literal["same", "near"] = "near"
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class CommonEvent:
    """The event in the words of one report, that of `teller`, at `url`; tellings in the order of the tellers."""

    teller: int
    text: str
    tellings: tuple[EventTelling, ...]
    stems: frozenset[str]
    url: str = ""

    @property
    def told_by(self) -> tuple[int, ...]:
        """The tellers that tell the same as these words."""
        return tuple(one.teller for one in self.tellings if one.how == "same")


@dataclass(frozen=True, slots=True)
class _Window:
    """A title, a sentence, or two sentences that follow each other."""

    article: SourceArticle
    passage: Passage
    words: str
    stems: frozenset[str]
    denies: bool


class EventFinder:
    """Reads the articles of each teller. `column`: the teller of each article; `language`: the clip's."""

    def __init__(self, read: Sequence[SourceArticle], column: Mapping[str, int], language: str) -> None:
        self._counted, self._language = language[:2] in COUNTED_LANGUAGES, language
        self._windows: dict[int, list[_Window]] = defaultdict(list)
        self._openings: list[tuple[int, _Window]] = []
        self._compared: dict[Passage, Comparable] = {}
        self._known = {(one.id, one.revision): one for one in read}
        self._around: dict[tuple[str, int], frozenset[str]] = {}
        named, small = set[str](), set[str]()
        for article in read:
            windows = list(_windows(article, language))
            self._windows[column[article.id]] += windows
            self._openings += ((column[article.id], one) for one in _openings(windows))
            names = find_names(f"{article.title}\n{within_reach(article.text)}", language)
            named |= content_stems(" ".join(one.text for one in names), language)
            small |= content_stems(" ".join(_small_words(within_reach(article.text))), language)
        self._named = frozenset(named - small)  # "the storm" is no name where "Storm Ilse" is one
        self._shares = _shares([frozenset[str]().union(*(one.stems for one in own)) for own in self._windows.values()])

    def event(self) -> CommonEvent | None:
        """What all of the reports tell of, or two thirds of them; None where their words do not show that."""
        best, found = (0, 0, False, 0.0), None
        for teller, opening in self._openings[:_MOST_PLACES]:
            tellings = self._tellings(teller, opening)
            event = CommonEvent(teller, opening.words, tuple(tellings.values()), opening.stems, opening.article.url)
            own_time = not self._comparable(opening).times  # "last year two trams collided" is another event
            value = (len(tellings), len(event.told_by), own_time, self._value(opening, tellings))
            if value > best:
                best, found = value, event
        return found if found and best[0] > 1 and 3 * best[0] >= 2 * len(self._windows) else None

    def part_of(self, words: str, event: CommonEvent) -> float:
        """How much of the event these words tell, of what the reports have in common with it; 0 where too little."""
        stems = content_stems(words, self._language)
        return (
            self._common(stems & event.stems) / self._common(event.stems)
            if self._is_told_by(stems, event.stems)
            else 0.0
        )

    def _is_told_by(self, stems: frozenset[str], event: frozenset[str]) -> bool:
        """Whether enough of what the reports have in common with the event stands here."""
        both = stems & event
        weight = self._common(both)
        rare = [one for one in both if one in self._named or (self._rarity(one) >= _RARE and not one.isdigit())]
        plain = sum(one not in self._named for one in rare)
        return plain >= _PLAIN and len(rare) >= _FEWEST and weight >= max(_LEAST_WEIGHT, _LEAST * self._common(event))

    def _tellings(self, own: int, opening: _Window) -> dict[int, EventTelling]:
        """Of each teller that tells of it: the shortest passage of those that have most of it, best one that tells the
        same; of its own teller itself.
        """
        found = {}
        for teller, windows in sorted(self._windows.items()):
            near = [one for one in windows if self._comes_near(one, opening)]
            near = sorted(near, key=lambda one: -self._fit(one, opening))[:_COMPARED]
            if teller == own and near:
                near = [opening]
            if near:
                same = next((one for one in near if one is opening or self._tells_same(opening, one)), None)
                best = same or near[0]
                both = best.stems & opening.stems
                apart = None if same else difference(self._comparable(opening), self._comparable(best))
                how: Literal["same", "near"] = "same" if same else "near"
                found[teller] = EventTelling(teller, best.passage, best.words, both, how, apart)
        return found

    def _comes_near(self, one: _Window, opening: _Window) -> bool:
        """Whether it tells of the event beside what it names: "Chancery Square" is where trams collide, and where they
        run. A title may write every word as a name does; a question tells nothing.
        """
        if "?" in one.words or not _agree(one, opening) or not self._is_told_by(one.stems, opening.stems):
            return False
        if one.passage.part == "title":
            return True
        names = content_stems(" ".join(name.text for name in find_names(one.words, self._language)), self._language)
        plain = (one.stems & opening.stems) - names - self._named
        return sum(self._rarity(stem) >= _RARE for stem in plain) >= _PLAIN

    def count_apart(self, said: Sentence | Quote, one: EventTelling) -> Difference | None:
        """Another number of people in this telling than in these words of a clip, of the same time."""
        other, first = self._compared.get(one.passage), said.evidence[0]
        article = self._known.get((first.article, first.revision))
        if other is None or article is None:
            return None
        mine = comparable(said.text, self._language, self._words_around(article), article.published)
        return other_number_of_people(mine, other)

    def _tells_same(self, opening: _Window, one: _Window) -> bool:
        event, other = self._comparable(opening), self._comparable(one)
        whole = event.plain <= other.stems  # "killed" and "hurt" may be all that differs
        as_told = whole and tells(event, other) and not counts_people_otherwise(event, other)
        return as_told and are_of_one_time(event, other) and not names_others(event, other)

    def _comparable(self, one: _Window) -> Comparable:
        article = one.article
        if one.passage not in self._compared:
            around = self._words_around(article)
            self._compared[one.passage] = comparable(one.words, self._language, around, article.published)
        return self._compared[one.passage]

    def _words_around(self, article: SourceArticle) -> frozenset[str]:
        key = (article.id, article.revision)
        if key not in self._around:
            self._around[key] = stems_of(f"{article.title}\n{within_reach(article.text)}", self._language)
        return self._around[key]

    def _fit(self, one: _Window, opening: _Window) -> float:
        """How much it has of the event; a title above all, and rather few words."""
        title = _TITLE if one.passage.part == "title" else 0.0
        return title + self._common(one.stems & opening.stems) - _OF_A_WORD * len(one.stems)

    def _value(self, opening: _Window, tellings: Mapping[int, EventTelling]) -> float:
        """How much the tellings have of it in the mean, and how little it says beyond that."""
        weights = [self._common(one.stems) for one in tellings.values()]
        whole = sum(map(self._weight, sorted(opening.stems)))
        parts = [sum(map(self._weight, sorted(one.stems))) / whole for one in tellings.values()]
        own = any(stem[0].isdigit() and stem not in self._shares for stem in opening.stems)  # a figure that others lack
        title = (_TITLE if opening.passage.part == "title" else 1.0) * (_OWN_FIGURE if own else 1.0)
        return title * sum(weights) * sum(parts) / max(1, len(weights)) ** 2 if whole else 0.0

    def _common(self, stems: Iterable[str]) -> float:
        """The weight of words, by how many of the tellers have them."""
        return sum(self._weight(one) * self._shares[one] for one in sorted(stems) if one in self._shares)

    def _weight(self, stem: str) -> float:
        return self._rarity(stem) * (_NAME if stem in self._named else 1)

    def _rarity(self, stem: str) -> float:
        return min(news_frequencies().idf(stem) if self._counted else _UNCOUNTED, _MOST)


def _shares(held: Sequence[frozenset[str]]) -> dict[str, float]:
    """Of each stem that several tellers have, by how many of them; most count most."""
    having = Counter(stem for one in held for stem in one)
    return {stem: (number / len(held)) ** 2 for stem, number in having.items() if number > 1}


def _agree(one: _Window, other: _Window) -> bool:
    """Whether both deny something, or neither; of long sentences it is not known what a "not" belongs to."""
    return one.denies == other.denies or max(len(one.stems), len(other.stems)) > _SHORT


def _windows(article: SourceArticle, language: str) -> Iterator[_Window]:
    """The title, each of the first sentences, and each two of them that follow each other in a paragraph or over it."""
    before: Passage | None = None
    for passage, words in islice(passages_of(article), _READ):
        yield _window(article, passage, words, language)
        if before:
            span = Span(before.start, passage.end)
            both = span.of(article.text)
            yield _window(article, replace(passage, start=span.start, digest=digest_of(both)), both, language)
        before = passage if passage.part == "text" else None


def _small_words(text: str) -> Iterator[str]:
    """Those that begin with a small letter; what a script without small letters writes is none."""
    return (word for word in _WORD.findall(text) if word[:1].islower())


def _window(article: SourceArticle, passage: Passage, words: str, language: str) -> _Window:
    return _Window(article, passage, words, content_stems(words, language), any(map(negates, tokens(words))))


def _openings(windows: Sequence[_Window]) -> list[_Window]:
    """The title and the first sentence, where they can stand alone: no question, no quotation, not long."""
    return [
        one
        for one in windows[:2]
        if _SHORTEST <= len(one.stems) <= _LONGEST
        and len(one.words) <= _LONGEST_WORDS
        and not one.words.startswith(_QUOTES)
        and "?" not in one.words
    ]
