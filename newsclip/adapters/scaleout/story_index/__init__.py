"""A story index in PostgreSQL: the window's articles are in tables that all processes share."""

from datetime import datetime
from functools import partial
from typing import Any

from cachetools import FIFOCache
from django.db import transaction

from newsclip.adapters.scaleout.story_index import tables
from newsclip.adapters.scaleout.story_index.store import TableArticleStore
from newsclip.adapters.scaleout.story_index.tables import ask
from newsclip.adapters.scaleout.story_index.title_vectors import TableTitles
from newsclip.adapters.scaleout.story_index.words import TableVocabulary, halve, unlearn
from newsclip.stories.ports import NO_TITLE_EMBEDDER, IncomingArticle, Placement, TitleEmbedder
from newsclip.stories.rules import scoring
from newsclip.stories.rules.anomalies import plausible
from newsclip.stories.rules.cross_language import Seconds, no_time
from newsclip.stories.rules.cross_language_placing import CrossLanguagePlacing, title_of
from newsclip.stories.rules.languages import language
from newsclip.stories.rules.online_clustering import DAY, OnlineClusterer

__all__ = ["TableStoryIndex"]

_RECENT = 500
_PLACE = """INSERT INTO grouping_place (id, language, story, report, seen) VALUES (%s, %s, %s, %s, %s)
    ON CONFLICT (id) DO UPDATE SET language = excluded.language, story = excluded.story, report = excluded.report"""
_APART = "UPDATE grouping_place SET story = %s WHERE language = %s AND (id = ANY(%s) OR report = ANY(%s))"
_SYNCED = """INSERT INTO grouping_state (id, synced, mark) VALUES (1, %s, %s)
    ON CONFLICT (id) DO UPDATE SET synced = excluded.synced, mark = excluded.mark"""
_LANGUAGES = "SELECT language FROM grouping_story WHERE key = ANY(%s) AND language <> %s"
_OLD = "SELECT count(*) FILTER (WHERE seen < %s) >= 0.25 * count(*) AND count(*) > 0 FROM grouping_article"
_FORGET = """DELETE FROM grouping_article WHERE seen < %s;
    DELETE FROM grouping_place WHERE seen < %s;
    DELETE FROM grouping_title WHERE seen < %s;
    DELETE FROM grouping_story s WHERE NOT EXISTS (
        SELECT FROM grouping_article a WHERE a.language = s.language AND a.story = s.key);
    DELETE FROM grouping_settled WHERE story NOT IN (SELECT key FROM grouping_story)"""


class TableStoryIndex:
    """A ports.StoryIndex shared by all processes: each finds what the others placed."""

    def __init__(
        self, threshold: float | None = None, embed: TitleEmbedder = NO_TITLE_EMBEDDER, elapsed: Seconds = no_time
    ) -> None:
        """`threshold`: the score from which an article joins a story; None: the shipped one. `embed` compares titles
        across languages.
        """
        self._weights = scoring.shipped().at(threshold)
        self._streams: dict[str, OnlineClusterer] = {}
        self._recent: FIFOCache[str, Placement] = FIFOCache(_RECENT)
        self._mark = embed.mark
        self._titles = TableTitles(embed, elapsed)

    @property
    def synced(self) -> int:
        found: list[tuple[Any, ...]] = ask("SELECT synced, mark FROM grouping_state WHERE id = 1")
        # Without a mark titles were not kept: all have to be told.
        return int(found[0][0]) if found and (found[0][1] or not self._mark) else 0

    @synced.setter
    def synced(self, event: int) -> None:
        ask(_SYNCED, event, self._mark)

    def create(self) -> None:
        tables.create()
        if self._mark:
            self._titles.tell_of_another_model()

    @transaction.atomic
    def place(self, incoming: IncomingArticle) -> Placement:
        if known := self._known(incoming.id):
            story, report, _ = known
            recent = self._recent.get(incoming.id)
            same = recent is not None and (recent.story, recent.report) == (story, report)
            return recent if recent is not None and same else Placement(incoming.id, story, report, {})
        return self._place(incoming, "")

    @transaction.atomic
    def revise(self, incoming: IncomingArticle) -> Placement:
        known = self._known(incoming.id)
        if known:
            self._leave(incoming.id, known[2])
        return self._place(incoming, known[0] if known else "")

    @transaction.atomic
    def remember(self, incoming: IncomingArticle, *, story: str, report: str) -> None:
        known = self._known(incoming.id)
        same = known is not None and known[:2] == (story, report)
        if known and not same:
            self._leave(incoming.id, known[2])
        incoming, spoken = plausible(incoming), language(incoming)
        if not same:
            self._stream(spoken).take_in(incoming, self._seen(incoming), story=story, report=report)
            self._keep(Placement(incoming.id, story, report, {}), spoken, incoming)
        if self._mark:
            self._remember_title(incoming, spoken, story)

    def _remember_title(self, incoming: IncomingArticle, spoken: str, story: str) -> None:
        titles, indexed = self._titles.current(), TableArticleStore(spoken).row(incoming.id) is not None
        if indexed and incoming.id not in titles:
            titles.add(title_of(incoming, spoken, self._seen(incoming)), story)
            self._titles.changed()

    @transaction.atomic
    def drop(self, article_id: str) -> None:
        if known := self._known(article_id):
            self._leave(article_id, known[2])
            ask("DELETE FROM grouping_place WHERE id = %s", article_id)
        self._titles.drop(article_id)

    @transaction.atomic
    def unlearn(self, incoming: IncomingArticle) -> None:
        self.drop(incoming.id)
        incoming = plausible(incoming)
        unlearn(language(incoming), incoming.title, incoming.text)

    def settle(self, story: str) -> None:
        TableArticleStore("").settle(story)

    @transaction.atomic
    def forget(self, before: datetime) -> None:
        day = before.timestamp() / DAY
        ((worth,),) = ask(_OLD, day)
        if worth:
            ask(_FORGET, day, day, day)
            halve()
            if self._mark:
                self._titles.current().forget(day)
                self._titles.changed()

    def _place(self, incoming: IncomingArticle, stay: str) -> Placement:
        incoming, spoken = plausible(incoming), language(incoming)
        seen, stream = self._seen(incoming), self._stream(spoken)
        if self._mark:
            titles = self._titles.current()
            across = CrossLanguagePlacing(titles, self._follow, TableArticleStore("").settled)
            title = title_of(incoming, spoken, seen)
            placement = across.place(title, stay, partial(stream.place, incoming, seen, stay))
            self._titles.changed()
        else:
            placement = stream.place(incoming, seen, stay)
        self._keep(placement, spoken, incoming)
        return placement

    def _leave(self, article_id: str, spoken: str) -> None:
        self._stream(spoken).leave(article_id)
        if self._mark:
            self._titles.current().drop(article_id)
            self._titles.changed()

    def _follow(self, spoken: str, gone: str, into: str) -> None:
        for (other,) in ask(_LANGUAGES, [gone], spoken):
            self._stream(other).follow(gone, into)

    def _taken(self, story: str) -> bool:
        return bool(ask("SELECT 1 FROM grouping_story WHERE key = %s LIMIT 1", story))

    def _known(self, article_id: str) -> tuple[str, str, str] | None:
        for story, report, spoken in ask(
            "SELECT story, report, language FROM grouping_place WHERE id = %s", article_id
        ):
            return story, report, spoken
        return None

    def _stream(self, spoken: str) -> OnlineClusterer:
        if spoken not in self._streams:
            words, store = TableVocabulary(spoken), TableArticleStore(spoken)
            self._streams[spoken] = OnlineClusterer(words, store, self._weights, self._taken)
        return self._streams[spoken]

    def _keep(self, placement: Placement, spoken: str, incoming: IncomingArticle) -> None:
        ask(_PLACE, placement.id, spoken, placement.story, placement.report, self._seen(incoming))
        for merge in placement.merges:
            ask("UPDATE grouping_place SET story = %s WHERE story = %s", merge.into, merge.gone)
        for move in placement.moves:
            ask(_APART, move.into, spoken, [move.id], [move.id])
        if split := placement.split:
            ask(_APART, split.apart, spoken, list(split.ids), list(split.ids))
        self._recent[placement.id] = placement

    def _seen(self, incoming: IncomingArticle) -> float:
        """The day for its expiry: an undated article counts as old as the one placed last."""
        told = incoming.published or incoming.found
        if told is not None:
            return told.timestamp() / DAY
        ((latest,),) = ask("SELECT coalesce((SELECT seen FROM grouping_article ORDER BY number DESC LIMIT 1), 0)")
        return float(latest)
