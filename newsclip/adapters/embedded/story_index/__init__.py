"""A story index in memory: an inverted index per language over the articles of the window."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from cachetools import FIFOCache

from newsclip.adapters.embedded.story_index.places import Place, Places
from newsclip.adapters.embedded.story_index.store import MemoryArticleStore
from newsclip.stories.ports import NO_TITLE_EMBEDDER, IncomingArticle, Placement, TitleEmbedder
from newsclip.stories.rules import scoring
from newsclip.stories.rules.anomalies import plausible
from newsclip.stories.rules.cross_language import CrossLanguageStories, Seconds, no_time
from newsclip.stories.rules.cross_language_placing import CrossLanguagePlacing, title_of
from newsclip.stories.rules.kept_titles import NOTHING_KEPT
from newsclip.stories.rules.languages import language
from newsclip.stories.rules.online_clustering import DAY, WINDOW_DAYS, OnlineClusterer
from newsclip.stories.rules.vectors import Vocabulary

if TYPE_CHECKING:  # a filter has no database
    from newsclip.adapters.embedded.story_index.title_vectors import TitleVectors

__all__ = ["MemoryStoryIndex"]

_RECENT = 500


class MemoryStoryIndex:
    """A ports.StoryIndex in memory. `synced` is maintained by the code that fills it from the tables."""

    def __init__(
        self,
        threshold: float | None = None,
        embed: TitleEmbedder = NO_TITLE_EMBEDDER,
        kept: "TitleVectors | None" = None,
        elapsed: Seconds = no_time,
    ) -> None:
        """`threshold`: the score from which an article joins a story; None: the shipped one. `embed` compares titles
        across languages; `kept` keeps their vectors beyond this process.
        """
        self.synced = 0
        self._weights = scoring.shipped().at(threshold)
        self._stores: dict[str, MemoryArticleStore] = {}
        self._streams: dict[str, OnlineClusterer] = {}
        self._kept = kept
        titles = CrossLanguageStories(WINDOW_DAYS, embed, kept or NOTHING_KEPT, elapsed)
        self._across = CrossLanguagePlacing(titles, self._follow, self._settled)
        self._is_across = bool(embed.mark)
        self._places = Places()
        self._recent: FIFOCache[str, Placement] = FIFOCache(_RECENT)
        self._latest = 0.0

    def create(self) -> None:
        if self._kept:
            self._kept.create()

    def place(self, incoming: IncomingArticle) -> Placement:
        if known := self._known(incoming.id):
            return self._recent.get(incoming.id) or Placement(incoming.id, known.story, known.report, {})
        return self._place(incoming, "")

    def revise(self, incoming: IncomingArticle) -> Placement:
        known = self._known(incoming.id)
        self._leave(incoming.id)
        return self._place(incoming, known.story if known else "")

    def remember(self, incoming: IncomingArticle, *, story: str, report: str) -> None:
        known = self._known(incoming.id)
        if known and (known.story, known.report) == (story, report):
            return
        self._leave(incoming.id)
        incoming, spoken = plausible(incoming), language(incoming)
        seen = self._seen(incoming)
        self._stream(spoken).take_in(incoming, seen, story=story, report=report)
        if self._is_across and self._stores[spoken].row(incoming.id) is not None:
            self._across.stories.add(title_of(incoming, spoken, seen), story)
        self._keep(Placement(incoming.id, story, report, {}), incoming)

    def drop(self, article_id: str) -> None:
        self._leave(article_id)
        self._recent.pop(article_id, None)
        if self._kept:
            self._kept.drop(article_id)

    def unlearn(self, incoming: IncomingArticle) -> None:
        """Nothing to do: terms are numbers in this process's memory."""
        self.drop(incoming.id)

    def settle(self, story: str) -> None:
        for store in self._stores.values():
            store.settle(story)

    def forget(self, before: datetime) -> None:
        day = before.timestamp() / DAY
        for store in self._stores.values():
            store.forget(day)
        self._across.stories.forget(day)
        self._places.forget(day)
        if self._kept:
            self._kept.forget(day)

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
        self._across.stories.drop(article_id)
        for stream in self._streams.values():
            stream.leave(article_id)

    def _place(self, incoming: IncomingArticle, stay: str) -> Placement:
        incoming, spoken = plausible(incoming), language(incoming)
        seen, stream = self._seen(incoming), self._stream(spoken)
        if self._is_across:
            title = title_of(incoming, spoken, seen)
            placement = self._across.place(title, stay, partial(stream.place, incoming, seen, stay))
        else:
            placement = stream.place(incoming, seen, stay)
        self._keep(placement, incoming)
        return placement

    def _follow(self, spoken: str, gone: str, into: str) -> None:
        for other, stream in self._streams.items():
            if other != spoken:
                stream.follow(gone, into)

    def _settled(self, story: str) -> bool:
        return any(store.settled(story) for store in self._stores.values())

    def _taken(self, story: str) -> bool:
        return any(store.story(story) for store in self._stores.values())

    def _stream(self, spoken: str) -> OnlineClusterer:
        if spoken not in self._streams:
            vocabulary = Vocabulary(spoken)
            self._stores[spoken] = MemoryArticleStore(vocabulary)
            self._streams[spoken] = OnlineClusterer(vocabulary, self._stores[spoken], self._weights, self._taken)
        return self._streams[spoken]

    def _keep(self, placement: Placement, incoming: IncomingArticle) -> None:
        if placement.report != placement.id:
            self._places.put(placement.id, Place(placement.story, placement.report, self._seen(incoming)))
        self._recent[placement.id] = placement

    def _seen(self, incoming: IncomingArticle) -> float:
        """The day for its expiry: an undated article counts as old as the one before it."""
        told = incoming.published or incoming.found
        if told is not None:
            self._latest = told.timestamp() / DAY
        return self._latest
