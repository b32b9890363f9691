"""A story index in memory: an inverted index per language over the articles of the window."""

from datetime import datetime

from cachetools import FIFOCache

from newsclip.adapters.embedded.story_index.places import Place, Places
from newsclip.adapters.embedded.story_index.store import MemoryArticleStore
from newsclip.stories.ports import Placement, Telling
from newsclip.stories.rules import scoring
from newsclip.stories.rules.anomalies import plausible
from newsclip.stories.rules.languages import language
from newsclip.stories.rules.online_clustering import DAY, OnlineClusterer
from newsclip.stories.rules.vectors import Vocabulary

__all__ = ["MemoryStoryIndex"]

_RECENT = 500


class MemoryStoryIndex:
    """A ports.StoryIndex in memory. `synced` is maintained by the code that fills it from the tables."""

    def __init__(self, threshold: float | None = None) -> None:
        """`threshold`: the score from which an article joins a story; None: the shipped one."""
        self.synced = 0
        self._weights = scoring.shipped().at(threshold)
        self._stores: dict[str, MemoryArticleStore] = {}
        self._streams: dict[str, OnlineClusterer] = {}
        self._places = Places()
        self._recent: FIFOCache[str, Placement] = FIFOCache(_RECENT)
        self._latest = 0.0

    def create(self) -> None:
        pass

    def place(self, telling: Telling) -> Placement:
        if known := self._known(telling.id):
            return self._recent.get(telling.id) or Placement(telling.id, known.story, known.report, {})
        return self._place(telling, "")

    def revise(self, telling: Telling) -> Placement:
        known = self._known(telling.id)
        self._leave(telling.id)
        return self._place(telling, known.story if known else "")

    def remember(self, telling: Telling, *, story: str, report: str) -> None:
        known = self._known(telling.id)
        if known and (known.story, known.report) == (story, report):
            return
        self._leave(telling.id)
        telling, spoken = plausible(telling), language(telling)
        self._stream(spoken).take_in(telling, self._seen(telling), story=story, report=report)
        self._keep(Placement(telling.id, story, report, {}), telling)

    def drop(self, article_id: str) -> None:
        self._leave(article_id)
        self._recent.pop(article_id, None)

    def unlearn(self, telling: Telling) -> None:
        """Nothing to do: terms are numbers in this process's memory."""
        self.drop(telling.id)

    def settle(self, story: str) -> None:
        for store in self._stores.values():
            store.settle(story)

    def forget(self, before: datetime) -> None:
        day = before.timestamp() / DAY
        for store in self._stores.values():
            store.forget(day)
        self._places.forget(day)

    def _known(self, article_id: str) -> Place | None:
        """Where an article is: indexed as an original, or remembered as a copy."""
        for store in self._stores.values():
            if (row := store.row(article_id)) is not None:
                kept = store.kept(row)
                return Place(kept.story, kept.report, kept.seen)
        return self._places.get(article_id)

    def _leave(self, article_id: str) -> None:
        """Remove it from wherever it is."""
        self._places.drop(article_id)
        for stream in self._streams.values():
            stream.leave(article_id)

    def _place(self, telling: Telling, stay: str) -> Placement:
        telling, spoken = plausible(telling), language(telling)
        placement = self._stream(spoken).place(telling, self._seen(telling), stay)
        self._keep(placement, telling)
        return placement

    def _stream(self, spoken: str) -> OnlineClusterer:
        if spoken not in self._streams:
            vocabulary = Vocabulary(spoken)
            self._stores[spoken] = MemoryArticleStore(vocabulary)
            self._streams[spoken] = OnlineClusterer(vocabulary, self._stores[spoken], self._weights)
        return self._streams[spoken]

    def _keep(self, placement: Placement, telling: Telling) -> None:
        if placement.report != placement.id:
            self._places.put(placement.id, Place(placement.story, placement.report, self._seen(telling)))
        self._recent[placement.id] = placement

    def _seen(self, telling: Telling) -> float:
        """The day for its expiry: an undated article counts as old as the one before it."""
        told = telling.published or telling.found
        if told is not None:
            self._latest = told.timestamp() / DAY
        return self._latest
