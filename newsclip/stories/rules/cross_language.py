"""Finds the story of other languages that an article, or the story of its language, belongs to.

Within a language the words decide (online_clustering). Across languages titles are compared as vectors of one embedder
(ports.TitleEmbedder), and texts by the numbers in them. Stories of which both hold articles of one language are never
joined: the words of that language told them apart.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

from newsclip.stories.ports import TitleEmbedder
from newsclip.stories.rules.kept_titles import NOTHING_KEPT, KeptTitles, Title
from newsclip.stories.rules.shared_numbers import Numbers, overlap
from newsclip.stories.rules.title_vectors import Dense, LanguageTitles, TitleRow
from newsclip.stories.rules.translations import Translated, translated

# Chosen on `stories-crosslingual` (fifteen languages); with stories or languages left out: docs/why/grouping.md.
JOINS = 0.5
NUMBERS = 0.4  # what all numbers in common add to a cosine
_STAYS = 0.1  # a revised article stays in its story somewhat below the threshold
_JUDGED = 8  # stories compared in full
_NEAREST = 24  # titles whose stories are compared
_AT_ONCE = 50  # titles embedded while one article is placed, where a second language is new: two seconds
_PATIENCE = 5.0  # seconds that these may take on a slow machine; the others wait for the next article
_TRANSLATIONS = 24  # articles of a story, in other languages, that a translation is looked for among

type Seconds = Callable[[], float]


def no_time() -> float:
    """For results that must not depend on the machine."""
    return 0.0


class Found(NamedTuple):
    """A story of other languages. `receipt`: {"score", "nearest", "likeness", "language", "numbers"}."""

    story: str
    score: float
    receipt: dict[str, Any]


class CrossLanguageStories:
    """The titles of the window, in all languages, with their stories."""

    def __init__(
        self, window: float, embed: TitleEmbedder, kept: KeptTitles = NOTHING_KEPT, elapsed: Seconds = no_time
    ) -> None:
        """`window`: days between an article and what it is compared with."""
        self._window = window
        self._embed = embed
        self._kept = kept
        self._elapsed = elapsed
        self._titles: dict[str, LanguageTitles] = {}
        self._places: dict[str, tuple[str, int]] = {}
        self._numbers: dict[str, int] = {}
        self._names: list[str] = []

    def add(self, title: Title, story: str) -> None:
        """Store an article that is in this story. Idempotent by ID."""
        if known := self._places.get(title.id):
            self._titles[known[0]].stories[known[1]] = self._number(story)
            return
        self.load(title, story, self._kept.add(title))

    def load(self, title: Title, story: str, vector: bytes) -> None:
        """Store an article that is kept, with its vector; b"" if it has none yet."""
        titles = self._titles.setdefault(title.language, LanguageTitles())
        row = titles.add(TitleRow(title.id, title.text, self._number(story), title.seen, title.telling))
        self._places[title.id] = title.language, row
        if vector:
            titles.learn(row, _dense(vector))

    def __contains__(self, article_id: str) -> bool:
        return article_id in self._places

    def original(self, title: Title, story: str) -> tuple[str, Translated] | None:
        """The article of another language in this story of which it is a translation, or which is one of it."""
        number = self._number(story)
        for spoken, titles in self._titles.items():
            if spoken == title.language:
                continue
            for row in np.flatnonzero(titles.of(number))[:_TRANSLATIONS].tolist():
                if found := translated(title.telling, titles.rows[row].telling):
                    return titles.rows[row].id, found
        return None

    def drop(self, article_id: str) -> None:
        if place := self._places.pop(article_id, None):
            language, row = place
            self._titles[language].drop(row)

    def size(self, story: str) -> int:
        """The number of stored articles of a story."""
        number = self._numbers.get(story, -1)
        return sum(int(titles.of(number).sum()) for titles in self._titles.values())

    def move(self, gone: str, into: str) -> None:
        """All articles of one story are in another now."""
        number, there = self._number(gone), self._number(into)
        for titles in self._titles.values():
            titles.stories[titles.stories == number] = there

    def hand_over(self, article_ids: Iterable[str], into: str) -> None:
        for language, row in filter(None, map(self._places.get, article_ids)):
            self._titles[language].stories[row] = self._number(into)

    def forget(self, before: float) -> None:
        """Drop what was seen before this day."""
        kept = {language: titles.forget(before) for language, titles in self._titles.items()}
        if all(kept[language] is titles for language, titles in self._titles.items()):
            there = {language: titles.here for language, titles in self._titles.items()}
            self._places = {name: (told, row) for name, (told, row) in self._places.items() if there[told][row]}
            return
        names, self._numbers, self._names, self._places = self._names, {}, [], {}
        self._titles = {language: titles for language, titles in kept.items() if len(titles)}
        for language, titles in self._titles.items():
            size = len(titles)
            titles.stories[:size] = [self._number(names[number]) for number in titles.stories[:size].tolist()]
            here = np.flatnonzero(titles.here[:size]).tolist()
            self._places |= {titles.rows[row].id: (language, row) for row in here}

    def elsewhere(self, title: Title, stay: str = "") -> Found | None:
        """The story without an article of its language that an article belongs to; `stay` is preferred if near."""
        found = self._ranked(title, {title.language})
        fitting = [one for one in found if one.score >= JOINS - (_STAYS if one.story == stay else 0)]
        return min(fitting, key=lambda one: (one.story != stay, -one.score), default=None)

    def same(self, title: Title, story: str) -> Found | None:
        """The story of other languages that tells what `story` does, by the title of an article that joined it."""
        own = self._languages(self._number(story)) | {title.language}
        return next((one for one in self._ranked(title, own) if one.story != story and one.score >= JOINS), None)

    def _ranked(self, title: Title, own: set[str]) -> list[Found]:
        """Stories without articles of these languages, best first."""
        others = {spoken: titles for spoken, titles in self._titles.items() if spoken not in own and len(titles)}
        vector = self._learnt(title, others) if others else None
        if vector is None:
            return []
        everywhere = self._everywhere()
        others = {spoken: titles for spoken, titles in others.items() if titles.counted}
        direction = self._titles[title.language].direction(vector, everywhere)
        cosines = {spoken: titles.cosines(direction, everywhere, title.telling.day, self._window)
                   for spoken, titles in others.items()}  # fmt: skip
        nearest: dict[int, tuple[str, int]] = {}
        for spoken, row in self._nearest(cosines):
            nearest.setdefault(int(others[spoken].stories[row]), (spoken, row))
        found = [
            self._judged(title, story, place, cosines)
            for story, place in list(nearest.items())[:_JUDGED]
            if own.isdisjoint(self._languages(story))
        ]
        return sorted(found, key=lambda one: -one.score)

    def _judged(self, title: Title, story: int, place: tuple[str, int], cosines: dict[str, Dense]) -> Found:
        """The mean of the best and the mean cosine with the titles of a story, and the numbers in common."""
        told = [all_[self._titles[spoken].of(story) & (all_ > -1)] for spoken, all_ in cosines.items()]
        spoken, row = place
        numbers = self._common(title.telling.numbers, story, cosines)
        cosine = float(np.concatenate(told).mean() + cosines[spoken][row]) / 2
        score = cosine + NUMBERS * numbers
        nearest = {"nearest": self._titles[spoken].rows[row].id, "language": spoken}
        parts = {"score": round(score, 3), "likeness": round(cosine, 3), "numbers": round(numbers, 3)}
        return Found(self._names[story], score, parts | nearest)

    def _common(self, numbers: Numbers, story: int, cosines: dict[str, Dense]) -> float:
        """The best overlap of the numbers with those of an article of the story, of the nearest ones."""
        rows = [
            (float(all_[row]), spoken, int(row))
            for spoken, all_ in cosines.items()
            for row in np.flatnonzero(self._titles[spoken].of(story) & (all_ > -1))[:_NEAREST]
        ]
        nearest = sorted(rows, reverse=True)[:_JUDGED]
        return max(overlap(numbers, self._titles[spoken].rows[row].telling.numbers) for _, spoken, row in nearest)

    def _learnt(self, title: Title, others: dict[str, LanguageTitles]) -> Dense | None:
        """The vector of a stored title; None if it has none. Others that wait get theirs, the newest first."""
        own, row = self._titles[title.language], self._places[title.id][1]
        if row in own.waiting:
            self._learn(title.language, row)
        every = {title.language: own, **others}
        waiting = [(spoken, place) for spoken, titles in every.items() for place in list(titles.waiting)[-_AT_ONCE:]]
        until = self._elapsed() + _PATIENCE
        for spoken, place in waiting[-_AT_ONCE:]:
            if self._elapsed() > until:
                break
            self._learn(spoken, place)
        vector = own.vector(row)
        return vector if len(vector) else None

    def _learn(self, language: str, row: int) -> None:
        titles = self._titles[language]
        known = titles.rows[row]
        if vector := self._embed(known.title):
            self._kept.learn(Title(known.id, language, known.title, known.telling, known.seen), vector)
        titles.learn(row, _dense(vector))

    def _everywhere(self) -> Dense:
        """The mean of all languages."""
        known = [titles for titles in self._titles.values() if titles.counted]
        sums = np.sum([titles.sum for titles in known], axis=0) / sum(titles.counted for titles in known)
        return sums.astype(np.float32)

    def _languages(self, story: int) -> set[str]:
        return {spoken for spoken, titles in self._titles.items() if titles.of(story).any()}

    def _number(self, story: str) -> int:
        if story not in self._numbers:
            self._numbers[story] = len(self._names)
            self._names.append(story)
        return self._numbers[story]

    @staticmethod
    def _nearest(cosines: dict[str, Dense]) -> Sequence[tuple[str, int]]:
        """The nearest titles of all languages, best first."""
        found = [
            (float(all_[row]), spoken, -int(row))
            for spoken, all_ in cosines.items()
            for row in np.argsort(-all_, kind="stable")[:_NEAREST]
            if all_[row] > -1
        ]
        return [(spoken, -row) for _, spoken, row in sorted(found, reverse=True)[:_NEAREST]]


def _dense(vector: bytes) -> Dense:
    return np.frombuffer(vector, "<f2").astype(np.float32)
