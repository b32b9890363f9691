"""Stories found in this process: an inverted index a language over the articles of the window."""

from dataclasses import dataclass
from datetime import datetime

from newsclip.adapters.embedded.story_index.stream import DAY, Stream
from newsclip.stories.ports import Placement, Telling
from newsclip.stories.rules import scoring
from newsclip.stories.rules.languages import language
from newsclip.stories.rules.vectors import Vocabulary

__all__ = ["MemoryStoryIndex"]

WINDOW_DAYS = 4.0
_RECENT = 500


@dataclass(frozen=True, slots=True)
class _Place:
    language: str
    story: str
    report: str
    seen: float


class MemoryStoryIndex:
    """A ports.StoryIndex that holds the window in memory. `synced` is for whoever fills it from tables."""

    def __init__(self, weights: scoring.Weights = scoring.WEIGHTS, window: float = WINDOW_DAYS) -> None:
        self.synced = 0
        self._weights = weights
        self._window = window
        self._streams: dict[str, Stream] = {}
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

    def settle(self, story: str) -> None:
        for stream in self._streams.values():
            stream.settled.add(story)

    def forget(self, before: datetime) -> None:
        day = before.timestamp() / DAY
        for stream in self._streams.values():
            stream.forget(day)
        for key in [key for key, place in self._places.items() if place.seen < day]:
            del self._places[key]

    def _stream(self, spoken: str) -> Stream:
        if spoken not in self._streams:
            self._streams[spoken] = Stream(Vocabulary(spoken), self._weights, self._window)
        return self._streams[spoken]

    def _keep(self, placement: Placement, spoken: str, telling: Telling) -> None:
        self._places[placement.id] = _Place(spoken, placement.story, placement.report, self._seen(telling))
        self._recent[placement.id] = placement
        if len(self._recent) > _RECENT:
            del self._recent[next(iter(self._recent))]

    def _seen(self, telling: Telling) -> float:
        """The day that counts for forgetting: an undated telling is as old as the newest before it."""
        told = telling.published or telling.found
        if told is None:
            return self._newest
        day = told.timestamp() / DAY
        self._newest = max(self._newest, day)
        return day
