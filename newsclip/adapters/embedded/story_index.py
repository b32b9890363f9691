"""Stories found in this process: an inverted index a language over the articles of the window."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np

from newsclip.stories.ports import Placement, Telling
from newsclip.stories.rules import copies, scoring
from newsclip.stories.rules.copies import Fingerprint
from newsclip.stories.rules.languages import language
from newsclip.stories.rules.postings import CANDIDATES, Centre, Postings
from newsclip.stories.rules.vectors import Vector, Vocabulary, Weights

WINDOW_DAYS = 4.0
_SHARED = 6
_RECENT = 500
_DAY = 86_400


@dataclass(slots=True)
class _Story:
    key: str
    centre: Centre
    first: float
    last: float

    def gap(self, day: float) -> float | None:
        """Days outside the story's span; None where either is undated."""
        if np.isnan(day) or np.isnan(self.first):
            return None
        return max(0.0, day - self.last, self.first - day)

    def reach(self, day: float) -> None:
        self.first, self.last = float(np.fmin(self.first, day)), float(np.fmax(self.last, day))


@dataclass(slots=True)
class _Original:
    """An article that is nobody's copy, so far as is known."""

    id: str
    story: _Story
    report: str
    print: Fingerprint
    day: float
    seen: float


@dataclass(frozen=True, slots=True)
class _Place:
    language: str
    story: str
    report: str
    seen: float


@dataclass(frozen=True, slots=True)
class _Choice:
    """The best story for a telling, and why."""

    story: _Story
    score: float
    parts: dict[str, float]
    shared: list[str]
    nearest: _Original
    likeness: float


class MemoryStoryIndex:
    """A ports.StoryIndex that holds the window in memory. `synced` is for whoever fills it from tables."""

    def __init__(self, weights: scoring.Weights = scoring.WEIGHTS, window: float = WINDOW_DAYS) -> None:
        self.synced = 0
        self._weights = weights
        self._window = window
        self._streams: dict[str, _Stream] = {}
        self._places: dict[str, _Place] = {}
        self._recent: dict[str, Placement] = {}
        self._newest = 0.0

    def place(self, telling: Telling) -> Placement:
        if known := self._places.get(telling.id):
            return self._recent.get(telling.id) or Placement(telling.id, known.story, known.report, {})
        spoken = language(telling)
        placement = self._stream(spoken).place(telling, self._seen(telling))
        self._keep(placement, spoken, telling)
        return placement

    def remember(self, telling: Telling, *, story: str, report: str) -> None:
        known = self._places.get(telling.id)
        if known and (known.story, known.report) == (story, report):
            return
        if known:
            self._streams[known.language].leave(telling.id)
        spoken = language(telling)
        self._stream(spoken).take_in(telling, self._seen(telling), story=story, report=report)
        self._keep(Placement(telling.id, story, report, {}), spoken, telling)

    def forget(self, before: datetime) -> None:
        day = before.timestamp() / _DAY
        for stream in self._streams.values():
            stream.forget(day)
        for key in [key for key, place in self._places.items() if place.seen < day]:
            del self._places[key]

    def _stream(self, spoken: str) -> "_Stream":
        if spoken not in self._streams:
            self._streams[spoken] = _Stream(Vocabulary(spoken), self._weights, self._window)
        return self._streams[spoken]

    def _keep(self, placement: Placement, spoken: str, telling: Telling) -> None:
        seen = self._seen(telling)
        self._places[placement.id] = _Place(spoken, placement.story, placement.report, seen)
        self._recent[placement.id] = placement
        if len(self._recent) > _RECENT:
            del self._recent[next(iter(self._recent))]

    def _seen(self, telling: Telling) -> float:
        """The day that counts for forgetting: an undated telling is as old as the newest before it."""
        if telling.published is None:
            return self._newest
        day = telling.published.timestamp() / _DAY
        self._newest = max(self._newest, day)
        return day


class _Stream:
    """The articles and stories of one language."""

    def __init__(self, vocabulary: Vocabulary, weights: scoring.Weights, window: float) -> None:
        self._vocabulary = vocabulary
        self._weights = weights
        self._window = window
        self._postings = Postings()
        self._originals: list[_Original | None] = []
        self._stories: dict[str, _Story] = {}
        self._by_hash: dict[bytes, _Original] = {}

    def place(self, telling: Telling, seen: float) -> Placement:
        mark = copies.fingerprint(telling.title, telling.text)
        day = _day(telling)
        if (original := self._same_text(mark, day)) is not None:
            return self._copied(telling, day, original, copies.likeness(mark, original.print), None)
        vector = self._vocabulary.vector(telling.title, telling.text)
        near, choice = self._consider(vector, day)
        if (original := _original_of(mark, near)) is not None:
            return self._copied(telling, day, original, copies.likeness(mark, original.print), choice)
        joined = choice is not None and scoring.joins(choice.score, self._weights)
        key = choice.story.key if choice and joined else telling.id
        twin = self._by_hash.get(mark.whole) if mark.minima is None else None
        report = twin.report if twin and twin.story.key == key else telling.id
        self._add(_Original(telling.id, self._join(key, vector, day), report, mark, day, seen), vector)
        return Placement(telling.id, key, report, _receipt(choice, twin.id if twin and report == twin.report else None))

    def take_in(self, telling: Telling, seen: float, *, story: str, report: str) -> None:
        """Hold what was placed before: a copy only stretches its story, an original carries it."""
        day = _day(telling)
        if report != telling.id and story in self._stories:
            self._stories[story].reach(day)
            return
        mark = copies.fingerprint(telling.title, telling.text)
        vector = self._vocabulary.vector(telling.title, telling.text)
        self._add(_Original(telling.id, self._join(story, vector, day), report, mark, day, seen), vector)

    def leave(self, telling_id: str) -> None:
        """Take an article out of its story, whose centre is then made anew from those that stay."""
        for row, original in enumerate(self._originals):
            if original is not None and original.id == telling_id:
                self._originals[row] = None
                self._by_hash = {key: one for key, one in self._by_hash.items() if one is not original}
                self._gather(original.story)

    def forget(self, before: float) -> None:
        """Drop what was seen before this day, once that is a quarter of what is held: it costs a new index."""
        kept = [row for row, one in enumerate(self._originals) if one is not None and one.seen >= before]
        if len(kept) > 0.75 * len(self._originals):
            return
        self._postings.keep(np.array(kept, np.int32))
        self._originals = [self._originals[row] for row in kept]
        living = [one for one in self._originals if one is not None]
        self._stories = {one.story.key: one.story for one in living}
        held = {id(one) for one in living}
        self._by_hash = {key: one for key, one in self._by_hash.items() if id(one) in held}

    def _same_text(self, mark: Fingerprint, day: float) -> _Original | None:
        if mark.minima is None:
            return None
        for key in (mark.whole, mark.opening):
            original = self._by_hash.get(key)
            if original and self._within(original, day) and copies.is_copy(mark, original.print):
                return original
        return None

    def _consider(self, vector: Vector, day: float) -> tuple[list[_Original], _Choice | None]:
        """The nearest articles, and the best of their stories."""
        rows = self._near(vector, day)
        near = [one for row in rows if (one := self._originals[row]) is not None]
        with self._vocabulary.spread(vector) as spread:
            cosines = self._postings.cosines(spread, np.array(rows, np.int32)).tolist()
            nearest: dict[str, tuple[float, _Original]] = {}
            for cosine, original in sorted(zip(cosines, near, strict=True), key=lambda pair: pair[0]):
                nearest[original.story.key] = (cosine, original)
            choices = [self._judge(spread, day, cosine, original) for cosine, original in nearest.values()]
            best = max(choices, key=lambda choice: choice.score, default=None)
            if best:
                shared = best.story.centre.shared(spread, _SHARED)
                best.shared.extend(self._vocabulary.term(number) for number in shared)
        return near, best

    def _near(self, vector: Vector, day: float) -> list[int]:
        near = []
        for row in self._postings.candidates(vector).tolist():
            original = self._originals[row]
            if original is not None and self._within(original, day):
                near.append(row)
                if len(near) == CANDIDATES:
                    break
        return near

    def _within(self, original: _Original, day: float) -> bool:
        return not abs(original.day - day) > self._window  # an undated one (NaN) is near everything

    def _judge(self, spread: Weights, day: float, cosine: float, original: _Original) -> _Choice:
        story = original.story
        likeness = scoring.Likeness(story.centre.cosine(spread), cosine, story.gap(day))
        parts = scoring.parts(likeness, self._weights)
        return _Choice(story, sum(parts.values()), parts, [], original, cosine)

    def _copied(
        self, telling: Telling, day: float, original: _Original, alike: float, choice: _Choice | None
    ) -> Placement:
        original.story.reach(day)
        receipt = _receipt(choice, original.id) | {"likeness": round(alike, 3), "nearest": original.id}
        return Placement(telling.id, original.story.key, original.report, receipt)

    def _join(self, key: str, vector: Vector, day: float) -> _Story:
        story = self._stories.get(key)
        if story is None:
            story = self._stories[key] = _Story(key, Centre(vector), day, day)
            return story
        with self._vocabulary.spread(vector) as spread:
            story.centre.add(vector, spread)
        story.reach(day)
        return story

    def _add(self, original: _Original, vector: Vector) -> None:
        self._postings.add(vector)
        self._originals.append(original)
        for key in (original.print.whole, original.print.opening):
            self._by_hash.setdefault(key, original)

    def _gather(self, story: _Story) -> None:
        rows = [row for row, one in enumerate(self._originals) if one is not None and one.story is story]
        del self._stories[story.key]
        for row in rows:
            one = self._originals[row]
            if one is not None:
                one.story = self._join(story.key, self._postings.row(row), one.day)


def _day(telling: Telling) -> float:
    return telling.published.timestamp() / _DAY if telling.published else float("nan")


def _original_of(mark: Fingerprint, near: Iterable[_Original]) -> _Original | None:
    """The candidate that this is most surely a copy of."""
    found = [one for one in near if mark.minima is not None and copies.is_copy(mark, one.print)]
    return max(found, key=lambda one: copies.likeness(mark, one.print), default=None)


def _receipt(choice: _Choice | None, copy_of: str | None) -> dict[str, Any]:
    if choice is None:
        return {"score": 0.0, "parts": {}, "shared": [], "nearest": None, "likeness": 0.0, "copy_of": copy_of}
    return {
        "score": round(choice.score, 3),
        "parts": {name: round(value, 3) for name, value in choice.parts.items()},
        "shared": choice.shared,
        "nearest": choice.nearest.id,
        "likeness": round(choice.likeness, 3),
        "copy_of": copy_of,
    }
