"""One language's articles and stories, in PostgreSQL tables."""

import struct
from collections.abc import Sequence
from math import isnan, nan
from typing import Any

import numpy as np

from newsclip.adapters.scaleout.story_index.tables import ask
from newsclip.stories.rules import near_duplicates
from newsclip.stories.rules.centroids import Centroid
from newsclip.stories.rules.headings import UNMARKED, Marks
from newsclip.stories.rules.inverted_index import CANDIDATES, LEAST, POSTED_TERMS, common
from newsclip.stories.rules.near_duplicates import Fingerprint
from newsclip.stories.rules.online_clustering import WINDOW_DAYS
from newsclip.stories.rules.origins import CREDITS, Origin
from newsclip.stories.rules.store import NearArticle, StoredArticle, StoredMember, Story
from newsclip.stories.rules.vectors import Vector, Weights

_WITHIN = "(day IS NULL OR %s::float8 IS NULL OR abs(day - %s::float8) <= %s)"
_MARK = "whole, opening, minima, grams, credit, origin"
_SAME = f"""SELECT number, {_MARK} FROM grouping_article WHERE language = %s AND (whole = %s OR opening = %s)
    AND {_WITHIN} ORDER BY whole <> %s, number LIMIT 4"""  # noqa: S608 constants alone
_HELD = "SELECT count(*) FROM grouping_article WHERE language = %s"
_RARE = "SELECT id FROM grouping_term WHERE id = ANY(%s::int[]) AND posted <= %s"
_NEAR = f"""SELECT a.number, a.story, a.numbers, a.weights FROM grouping_article a JOIN (
        SELECT p.article, sum(p.weight * asked.weight) AS alike
        FROM unnest(%s::int[], %s::real[]) AS asked(term, weight) JOIN grouping_posting p USING (term)
        JOIN grouping_article ON grouping_article.number = p.article AND {_WITHIN}
        GROUP BY 1 HAVING sum(p.weight * asked.weight) > %s ORDER BY 2 DESC, 1 LIMIT %s
    ) AS found ON found.article = a.number ORDER BY alike DESC, a.number"""  # noqa: S608 the same
_ADD = """INSERT INTO grouping_article (language, id, report, story, day, seen, numbers, weights,
    whole, opening, minima, grams, credit, origin, marks, places, regions)
    VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s) RETURNING number"""
_POST = """WITH posted AS (INSERT INTO grouping_posting (term, article, weight)
        SELECT term, %s, weight FROM unnest(%s::int[], %s::real[]) AS given(term, weight))
    UPDATE grouping_term SET posted = posted + 1 WHERE id = ANY(%s::int[])"""
_MEMBERS = """SELECT number, day, numbers, weights FROM grouping_article
    WHERE language = %s AND story = %s ORDER BY number"""
_TOUCH = "UPDATE grouping_article SET day = greatest(day, %s), seen = greatest(seen, %s) WHERE number = %s"
_BITS, _PLACES, _REGIONS, _NAMES = "<QQQ", "<Q", "<QQ", "<HHH"
_KEEP = """INSERT INTO grouping_story (language, key, numbers, weights, length, first, last, articles)
    VALUES (%s,%s,%s,%s,%s,%s,%s,%s) ON CONFLICT (language, key) DO UPDATE SET numbers = excluded.numbers,
    weights = excluded.weights, length = excluded.length, first = excluded.first, last = excluded.last,
    articles = excluded.articles"""
_STORY = """SELECT numbers, weights, length, first, last, articles FROM grouping_story
    WHERE language = %s AND key = %s"""


class TableArticleStore:
    """An ArticleStore over grouping_article, grouping_posting and grouping_story. Rows are article numbers."""

    def __init__(self, language: str) -> None:
        self._language = language

    def same_text(self, mark: Fingerprint, day: float) -> int | None:
        if mark.minima is None:
            return None
        whole = _signed(mark.whole)
        found = ask(_SAME, self._language, whole, _signed(mark.opening), *_window(day), whole)
        for number, *rest in found:
            if near_duplicates.is_copy(mark, _mark(*rest)):
                return int(number)
        return None

    def near(self, vector: Vector, spread: Weights, day: float) -> list[NearArticle]:
        heaviest = dict(zip(vector.numbers[:POSTED_TERMS].tolist(), vector.weights.tolist(), strict=False))
        ((held,),) = ask(_HELD, self._language)
        rare = [number for (number,) in ask(_RARE, list(heaviest), common(held))]
        rows = ask(_NEAR, rare, [heaviest[number] for number in rare], *_window(day), LEAST, CANDIDATES)
        found = []
        for number, story, numbers, weights in rows:
            one = _vector(numbers, weights)
            found.append(NearArticle(number, float(spread[one.numbers] @ one.weights), story))
        return sorted(found, key=lambda one: (-one.cosine, one.row))

    def copied(self, mark: Fingerprint, rows: Sequence[int]) -> int | None:
        if mark.minima is None or not rows:
            return None
        found = [
            (near_duplicates.likeness(mark, one), -row, one)
            for row in rows
            if (one := self.mark(row)).minima is not None
        ]
        for _, row, one in sorted(found, key=lambda each: each[:2], reverse=True):
            if near_duplicates.is_copy(mark, one):
                return -row
        return None

    def twin(self, mark: Fingerprint, story: str) -> int | None:
        asked = "SELECT min(number) FROM grouping_article WHERE language = %s AND whole = %s AND story = %s"
        ((number,),) = ask(asked, self._language, _signed(mark.whole), story)
        return None if number is None else int(number)

    def kept(self, row: int) -> StoredArticle:
        ((article, report, story, day, seen),) = ask(
            "SELECT id, report, story, day, seen FROM grouping_article WHERE number = %s", row
        )
        return StoredArticle(article, report, story, nan if day is None else day, seen)

    def vector(self, row: int) -> Vector:
        ((numbers, weights, bits, places, regions),) = ask(
            "SELECT numbers, weights, marks, places, regions FROM grouping_article WHERE number = %s", row
        )
        marks = Marks(*struct.unpack(_BITS, bits)) if bits else UNMARKED
        if places:
            marks = marks._replace(places=struct.unpack(_PLACES, places)[0])
        if regions:
            town, regions = struct.unpack(_REGIONS, regions)
            marks = marks._replace(town=town, regions=regions)
        return _vector(numbers, weights)._replace(marks=marks)

    def mark(self, row: int) -> Fingerprint:
        ((*found,),) = ask(f"SELECT {_MARK} FROM grouping_article WHERE number = %s", row)  # noqa: S608 a constant
        return _mark(*found)

    def add(self, article: StoredArticle, vector: Vector, mark: Fingerprint) -> None:
        minima = None if mark.minima is None else mark.minima.tobytes()
        hashes = (_signed(mark.whole), _signed(mark.opening), minima, mark.grams)
        credit, *names = mark.origin
        origin = (CREDITS.index(credit), struct.pack(_NAMES, *names))
        place = (article.id, article.report, article.story, _told(article.day), article.seen)
        ((number,),) = ask(_ADD, self._language, *place, *_bytes(vector), *hashes, *origin, *_packed(vector.marks))
        posted = vector.numbers[:POSTED_TERMS].tolist()
        ask(_POST, number, posted, vector.weights[:POSTED_TERMS].tolist(), posted)

    def touch(self, row: int, day: float, seen: float) -> None:
        ask(_TOUCH, _told(day), seen, row)

    def leave(self, article_id: str) -> str | None:
        left = ask("DELETE FROM grouping_article WHERE id = %s RETURNING story", article_id)
        return str(left[0][0]) if left else None

    def row(self, article_id: str) -> int | None:
        found = ask("SELECT number FROM grouping_article WHERE id = %s AND language = %s", article_id, self._language)
        return int(found[0][0]) if found else None

    def members(self, key: str) -> list[StoredMember]:
        found = ask(_MEMBERS, self._language, key)
        return [StoredMember(row, _vector(*vector), nan if day is None else day) for row, day, *vector in found]

    def hand_over(self, rows: Sequence[int], into: str) -> None:
        ask("UPDATE grouping_article SET story = %s WHERE number = ANY(%s::bigint[])", into, list(rows))

    def story(self, key: str) -> Story | None:
        for numbers, weights, length, first, last, articles in ask(_STORY, self._language, key):
            centre = Centroid(_vector(numbers, weights), length)
            return Story(key, centre, nan if first is None else first, nan if last is None else last, articles)
        return None

    def keep(self, story: Story) -> None:
        vector, length = story.centre.kept()
        days = (_told(story.first), _told(story.last))
        ask(_KEEP, self._language, story.key, *_bytes(vector), length, *days, story.articles)

    def drop(self, key: str) -> None:
        ask("DELETE FROM grouping_story WHERE language = %s AND key = %s", self._language, key)

    def move(self, gone: str, into: str) -> None:
        ask("UPDATE grouping_article SET story = %s WHERE language = %s AND story = %s", into, self._language, gone)

    def settle(self, key: str) -> None:
        ask("INSERT INTO grouping_settled VALUES (%s) ON CONFLICT DO NOTHING", key)

    def settled(self, key: str) -> bool:
        return bool(ask("SELECT 1 FROM grouping_settled WHERE story = %s", key))


def _window(day: float) -> tuple[float | None, float | None, float]:
    return _told(day), _told(day), WINDOW_DAYS


def _told(day: float) -> float | None:
    return None if isnan(day) else day


def _signed(digest: int) -> int:
    """A 64-bit hash as the bigint with the same bits."""
    return digest - (1 << 64) if digest >= 1 << 63 else digest


def _unsigned(digest: int) -> int:
    return digest % (1 << 64)


def _packed(marks: Marks) -> tuple[bytes, bytes, bytes]:
    """Apart, as a process of an earlier version reads the first three, or four."""
    *bits, places, town, regions = marks
    return struct.pack(_BITS, *bits), struct.pack(_PLACES, places), struct.pack(_REGIONS, town, regions)


def _bytes(vector: Vector) -> tuple[bytes, bytes]:
    return vector.numbers.astype("<i4").tobytes(), vector.weights.astype("<f4").tobytes()


def _vector(numbers: bytes, weights: bytes) -> Vector:
    return Vector(np.frombuffer(numbers, "<i4").astype(np.int32), np.frombuffer(weights, "<f4").astype(np.float32))


def _mark(whole: int, opening: int, minima: Any, grams: int, credit: int, names: Any) -> Fingerprint:
    hashes = None if minima is None or len(minima) != near_duplicates.PERMUTATIONS else np.frombuffer(minima, np.uint8)
    origin = Origin(CREDITS[credit], *(struct.unpack(_NAMES, names) if names else ()))
    return Fingerprint(_unsigned(whole), _unsigned(opening), hashes, grams, origin)
