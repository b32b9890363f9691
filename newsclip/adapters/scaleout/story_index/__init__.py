"""A story index in PostgreSQL: the window's articles are in tables that all processes share."""

from datetime import datetime
from typing import Any

from cachetools import FIFOCache
from django.db import transaction

from newsclip.adapters.scaleout.story_index import tables
from newsclip.adapters.scaleout.story_index.store import TableArticleStore
from newsclip.adapters.scaleout.story_index.tables import ask
from newsclip.adapters.scaleout.story_index.words import TableVocabulary, halve, unlearn
from newsclip.stories.ports import IncomingArticle, Placement
from newsclip.stories.rules import scoring
from newsclip.stories.rules.anomalies import plausible
from newsclip.stories.rules.languages import language
from newsclip.stories.rules.online_clustering import DAY, OnlineClusterer

__all__ = ["TableStoryIndex"]

_RECENT = 500
_PLACE = """INSERT INTO grouping_place (id, language, story, report, seen) VALUES (%s, %s, %s, %s, %s)
    ON CONFLICT (id) DO UPDATE SET language = excluded.language, story = excluded.story, report = excluded.report"""
_APART = "UPDATE grouping_place SET story = %s WHERE id = ANY(%s) OR report = ANY(%s)"
_SYNCED = """INSERT INTO grouping_state (id, synced) VALUES (1, %s)
    ON CONFLICT (id) DO UPDATE SET synced = excluded.synced"""
_OLD = "SELECT count(*) FILTER (WHERE seen < %s) >= 0.25 * count(*) AND count(*) > 0 FROM grouping_article"
_FORGET = """DELETE FROM grouping_article WHERE seen < %s;
    DELETE FROM grouping_place WHERE seen < %s;
    DELETE FROM grouping_story s WHERE NOT EXISTS (
        SELECT FROM grouping_article a WHERE a.language = s.language AND a.story = s.key);
    DELETE FROM grouping_settled WHERE story NOT IN (SELECT key FROM grouping_story)"""


class TableStoryIndex:
    """A ports.StoryIndex shared by all processes: each finds what the others placed."""

    def __init__(self, threshold: float | None = None) -> None:
        """`threshold`: the score from which an article joins a story; None: the shipped one."""
        self._weights = scoring.shipped().at(threshold)
        self._streams: dict[str, OnlineClusterer] = {}
        self._recent: FIFOCache[str, Placement] = FIFOCache(_RECENT)

    @property
    def synced(self) -> int:
        found: list[tuple[Any, ...]] = ask("SELECT synced FROM grouping_state WHERE id = 1")
        return int(found[0][0]) if found else 0

    @synced.setter
    def synced(self, event: int) -> None:
        ask(_SYNCED, event)

    def create(self) -> None:
        tables.create()

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
            self._stream(known[2]).leave(incoming.id)
        return self._place(incoming, known[0] if known else "")

    @transaction.atomic
    def remember(self, incoming: IncomingArticle, *, story: str, report: str) -> None:
        known = self._known(incoming.id)
        if known and known[:2] == (story, report):
            return
        if known:
            self._stream(known[2]).leave(incoming.id)
        incoming, spoken = plausible(incoming), language(incoming)
        self._stream(spoken).take_in(incoming, self._seen(incoming), story=story, report=report)
        self._keep(Placement(incoming.id, story, report, {}), spoken, incoming)

    @transaction.atomic
    def drop(self, article_id: str) -> None:
        if known := self._known(article_id):
            self._stream(known[2]).leave(article_id)
            ask("DELETE FROM grouping_place WHERE id = %s", article_id)

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
            ask(_FORGET, day, day)
            halve()

    def _place(self, incoming: IncomingArticle, stay: str) -> Placement:
        incoming, spoken = plausible(incoming), language(incoming)
        placement = self._stream(spoken).place(incoming, self._seen(incoming), stay)
        self._keep(placement, spoken, incoming)
        return placement

    def _known(self, article_id: str) -> tuple[str, str, str] | None:
        for story, report, spoken in ask(
            "SELECT story, report, language FROM grouping_place WHERE id = %s", article_id
        ):
            return story, report, spoken
        return None

    def _stream(self, spoken: str) -> OnlineClusterer:
        if spoken not in self._streams:
            self._streams[spoken] = OnlineClusterer(TableVocabulary(spoken), TableArticleStore(spoken), self._weights)
        return self._streams[spoken]

    def _keep(self, placement: Placement, spoken: str, incoming: IncomingArticle) -> None:
        ask(_PLACE, placement.id, spoken, placement.story, placement.report, self._seen(incoming))
        for merge in placement.merges:
            ask("UPDATE grouping_place SET story = %s WHERE story = %s", merge.into, merge.gone)
        if split := placement.split:
            ask(_APART, split.apart, list(split.ids), list(split.ids))
        self._recent[placement.id] = placement

    def _seen(self, incoming: IncomingArticle) -> float:
        """The day for its expiry: an undated article counts as old as the one placed last."""
        told = incoming.published or incoming.found
        if told is not None:
            return told.timestamp() / DAY
        ((latest,),) = ask("SELECT coalesce((SELECT seen FROM grouping_article ORDER BY number DESC LIMIT 1), 0)")
        return float(latest)
