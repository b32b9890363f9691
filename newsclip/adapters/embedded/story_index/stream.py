"""The articles and stories of one language, and the decisions about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from newsclip.adapters.embedded.story_index.held import Held, Row, Story
from newsclip.stories.ports import Merge, Placement, Telling
from newsclip.stories.rules import copies, scoring
from newsclip.stories.rules.centres import Centre
from newsclip.stories.rules.copies import Fingerprint
from newsclip.stories.rules.postings import CANDIDATES
from newsclip.stories.rules.vectors import Vector, Vocabulary

DAY = 86_400
_SHARED = 6
_JUDGED = 8


@dataclass(frozen=True, slots=True)
class _Choice:
    """A story that a telling may join, and why; `nearest` is the row of its article most like the telling."""

    story: Story
    score: float
    parts: dict[str, float]
    nearest: int
    likeness: float


class Stream:
    """Places tellings of one language. `settled` are the keys of stories that are not to be merged."""

    def __init__(self, vocabulary: Vocabulary, weights: scoring.Weights, window: float) -> None:
        self.settled: set[str] = set()
        self._vocabulary = vocabulary
        self._weights = weights
        self._window = window
        self._held = Held()
        self._stories: dict[str, Story] = {}

    def place(self, telling: Telling, seen: float) -> Placement:
        """Where it belongs; it is held there from now on, unless it is a copy. `seen`: the day it is forgotten by."""
        mark = copies.fingerprint(telling.title, telling.text)
        day = _day(telling)
        if (original := self._same_text(mark, day)) is not None:
            return self._copied(telling, mark, original, {})
        vector = self._vocabulary.vector(telling.title, telling.text)
        rows = self._near(vector, day)
        choices = self._choices(vector, rows, day)
        best = choices[0] if choices else None
        receipt = self._receipt(best, vector)
        if (original := self._held.prints.copied(mark, rows)) is not None:
            return self._copied(telling, mark, original, receipt)
        fitting = [choice for choice in choices if scoring.joins(choice.score, self._weights)]
        merges = list(self._bridged(telling.id, fitting))
        key = merges[-1].into if merges else fitting[0].story.key if fitting else telling.id
        story = self._join(key, vector, day)
        report = self._report(telling, mark, story)
        self._hold(Row(telling.id, report, story, day, seen), mark, vector)
        copy_of = report if report != telling.id else None
        return Placement(telling.id, story.key, report, receipt | {"copy_of": copy_of}, merges)

    def take_in(self, telling: Telling, seen: float, *, story: str, report: str) -> None:
        """Hold what was placed before: a copy only stretches its story, an original carries it."""
        day = _day(telling)
        if report != telling.id and story in self._stories:
            self._stories[story].reach(day, day)
            return
        mark = copies.fingerprint(telling.title, telling.text)
        vector = self._vocabulary.vector(telling.title, telling.text)
        self._hold(Row(telling.id, report, self._join(story, vector, day), day, seen), mark, vector)

    def leave(self, telling_id: str) -> None:
        """Take an article out of its story, whose centre is then made anew from those that stay."""
        if telling_id not in self._held.ids:
            return
        row = self._held.ids.index(telling_id)
        story, self._held.stories[row] = self._held.stories[row], None
        self._held.ids[row] = ""
        self._held.prints.drop(row)
        if story is not None:
            self._gather(story)

    def forget(self, before: float) -> None:
        """Drop what was seen before this day, once that is a quarter of what is held: it costs a new index.

        Terms that nobody uses any more go with it, so that nothing grows for ever.
        """
        rows = self._held.since(before)
        if len(rows) > 0.75 * len(self._held):
            return
        self._held.keep(rows)
        self._stories = self._held.living()
        self.settled &= set(self._stories)
        numbers = self._vocabulary.trim(self._held.used(self._stories))
        self._held.postings.renumber(numbers)
        for story in self._stories.values():
            story.centre.renumber(numbers)

    def _same_text(self, mark: Fingerprint, day: float) -> int | None:
        if mark.minima is None:
            return None
        for digest in (mark.whole, mark.opening):
            row = self._held.prints.first(digest)
            if row is not None and self._within(row, day) and copies.is_copy(mark, self._held.prints.row(row)):
                return row
        return None

    def _near(self, vector: Vector, day: float) -> list[int]:
        near = []
        for row in self._held.postings.candidates(vector).tolist():
            if self._held.stories[row] is not None and self._within(row, day):
                near.append(row)
                if len(near) == CANDIDATES:
                    break
        return near

    def _within(self, row: int, day: float) -> bool:
        return not abs(self._held.days[row] - day) > self._window  # an undated one (NaN) is near everything

    def _choices(self, vector: Vector, rows: list[int], day: float) -> list[_Choice]:
        """The stories of those of these articles that are most like it, best first."""
        with self._vocabulary.spread(vector) as spread:
            cosines = self._held.postings.cosines(spread, np.array(rows, np.int32)).tolist()
            nearest: dict[str, tuple[Story, float, int]] = {}
            for cosine, row in sorted(zip(cosines, rows, strict=True), reverse=True):
                story = self._held.stories[row]
                if story is not None and len(nearest) < _JUDGED:
                    nearest.setdefault(story.key, (story, cosine, row))
            choices = []
            for story, cosine, row in nearest.values():
                likeness = scoring.Likeness(story.centre.cosine(spread), cosine, story.gap(day, day))
                parts = scoring.parts(likeness, self._weights)
                choices.append(_Choice(story, sum(parts.values()), parts, row, cosine))
        return sorted(choices, key=lambda choice: -choice.score)

    def _bridged(self, bridge: str, fitting: list[_Choice]) -> Iterator[Merge]:
        """Merge the other stories that a telling fits into its best one, if their centres, too, are alike enough.

        The telling itself does not count in their centres: one article about two events brings no stories together.
        """
        if not fitting:
            return
        story = fitting[0].story
        for other in fitting[1:]:
            if {story.key, other.story.key} & self.settled:
                continue
            with self._vocabulary.spread(story.centre.direction()) as spread:
                cosine = other.story.centre.cosine(spread)
                shared = self._terms(other.story.centre.shared(spread, _SHARED))
            gap = story.gap(other.story.first, other.story.last)
            smaller = min(story.articles, other.story.articles)
            parts = scoring.merging(scoring.Likeness(cosine, other.likeness, gap), smaller, self._weights)
            if scoring.merges(sum(parts.values()), self._weights):
                gone, story = sorted((story, other.story), key=lambda one: (one.articles, -one.first, one.key))
                self._merge(gone, story, cosine)
                yield Merge(gone.key, story.key, _scored(parts) | {"shared": shared, "bridge": bridge})

    def _merge(self, gone: Story, into: Story, cosine: float) -> None:
        into.centre.absorb(gone.centre, cosine)
        into.reach(gone.first, gone.last)
        into.articles += gone.articles
        for row in self._held.rows_of(gone):
            self._held.stories[row] = into
        del self._stories[gone.key]

    def _copied(self, telling: Telling, mark: Fingerprint, row: int, receipt: dict[str, Any]) -> Placement:
        story, original = self._held.stories[row], self._held.ids[row]
        if story is None:
            raise LookupError(f"{original} left, and is found all the same")
        story.reach(_day(telling), _day(telling))
        alike = copies.likeness(mark, self._held.prints.row(row))
        found = {"likeness": round(alike, 3), "nearest": original, "copy_of": original}
        return Placement(telling.id, story.key, self._held.reports[row], self._receipt(None, None) | receipt | found)

    def _report(self, telling: Telling, mark: Fingerprint, story: Story) -> str:
        """Its own, unless it is too short for 3-grams and says word for word what one of its story says."""
        twin = self._held.prints.first(mark.whole) if mark.minima is None else None
        if twin is None or self._held.stories[twin] is not story:
            return telling.id
        return self._held.reports[twin]

    def _join(self, key: str, vector: Vector, day: float) -> Story:
        story = self._stories.get(key)
        if story is None:
            story = self._stories[key] = Story(key, Centre(vector), day, day)
            return story
        with self._vocabulary.spread(vector) as spread:
            story.centre.add(vector, spread)
        story.articles += 1
        story.reach(day, day)
        return story

    def _hold(self, row: Row, mark: Fingerprint, vector: Vector) -> None:
        self._held.postings.add(vector)
        self._held.prints.add(mark)
        self._held.add(row)

    def _gather(self, story: Story) -> None:
        """Make a story anew from the articles that it still has."""
        rows = self._held.rows_of(story)
        del self._stories[story.key]
        for row in rows:
            self._held.stories[row] = self._join(story.key, self._held.postings.row(row), self._held.days[row])

    def _receipt(self, choice: _Choice | None, vector: Vector | None) -> dict[str, Any]:
        if choice is None or vector is None:
            return {"score": 0.0, "parts": {}, "shared": [], "nearest": None, "likeness": 0.0, "copy_of": None}
        with self._vocabulary.spread(vector) as spread:
            shared = self._terms(choice.story.centre.shared(spread, _SHARED))
        nearest = {"nearest": self._held.ids[choice.nearest], "likeness": round(choice.likeness, 3)}
        return _scored(choice.parts) | {"shared": shared, **nearest, "copy_of": None}

    def _terms(self, numbers: list[int]) -> list[str]:
        return [self._vocabulary.term(number) for number in numbers]


def _scored(parts: dict[str, float]) -> dict[str, Any]:
    rounded = {name: round(value, 3) for name, value in parts.items()}
    return {"score": round(sum(parts.values()), 3), "parts": rounded}


def _day(telling: Telling) -> float:
    return telling.published.timestamp() / DAY if telling.published else float("nan")
