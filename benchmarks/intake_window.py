"""The window of articles that `benchmarks.intake` has in place: stories, clips, standings, search, vectors of titles.

Texts are those of ../shared, their sentences mixed anew. One story in ten is told in another language: where there is
only one, no title is compared as a vector. A site embeds each title when it comes; here each gets the mean of the
vectors of the two titles that it was mixed from, so that no new article finds the window's own to be embedded.
"""

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import batched
from typing import Any, NamedTuple

import numpy as np

from benchmarks.real_input import SHARED

SETS = "stories-localnews", "stories-mds-ac-en"
OTHERS = "stories-crosslingual"
LANGUAGES = "de", "es", "fr", "it", "nl", "pl", "pt", "sv", "tr"
ONE_IN = 10  # stories, and new articles
BATCH = 1000
NOW = datetime.now(UTC)


def texts() -> list[dict[str, str]]:
    return [row for name in SETS for row in _rows(name)]


def foreign_texts() -> list[dict[str, str]]:
    return [row for row in _rows(OTHERS) if row["language"] in LANGUAGES]


def _rows(name: str) -> Iterator[dict[str, str]]:
    return map(json.loads, (SHARED / name / "rows.jsonl").open(encoding="utf-8"))


def arriving(number: int) -> list[dict[str, str]]:
    """New articles, one in ten in another language; published now."""
    long, foreign = ([row for row in rows if len(row["text"]) > 1000] for rows in (texts(), foreign_texts()))
    mixed = [foreign[n // ONE_IN] if n % ONE_IN == 0 else long[n] for n in range(number)]
    return [row | {"published": NOW.isoformat()} for row in mixed]


class Told(NamedTuple):
    """A story of two articles. `heads`: the titles that its title is mixed from."""

    number: int
    at: datetime
    language: str
    title: str
    body: str
    ends: tuple[str, str]
    heads: tuple[str, str]

    @property
    def articles(self) -> tuple[int, int]:
        return 2 * self.number - 1, 2 * self.number


def fill(size: int) -> None:
    """A window of that many articles in half as many stories, with all that later stages made of them."""
    from newsclip.server.setup import prepare

    prepare()
    from django.core.management.color import no_style
    from django.db import connection, transaction

    from newsclip.articles.models import Article
    from newsclip.clips.models import Clip
    from newsclip.stories.models import Story

    source, keep = _source(), _keeper()
    for told in batched(_stories(size), BATCH):
        with transaction.atomic():
            _put_stories(told)
            _put_articles(told, source)
            _put_clips(told)
            for one in told:
                keep(one)
    with connection.cursor() as cursor:  # rows came with their numbers: the next are counted on from there
        for statement in connection.ops.sequence_reset_sql(no_style(), [Article, Story, Clip]):
            cursor.execute(statement)


def _stories(size: int) -> Iterator[Told]:
    chance = random.Random(7)
    lines, heads = defaultdict(list), defaultdict(list)
    for row in [*texts(), *foreign_texts()]:
        spoken = row.get("language") or "en"
        lines[spoken] += [line for line in row["text"].split(". ") if 40 < len(line) < 300]
        heads[spoken] += [row["title"].strip()] if row.get("title") else []
    for number in range(1, size // 2 + 1):
        spoken = chance.choice(LANGUAGES) if number % ONE_IN == 0 else "en"
        one, other = chance.choice(heads[spoken]), chance.choice(heads[spoken])
        yield Told(
            number,
            NOW - timedelta(minutes=5 * 24 * 60 * (size / 2 - number) / size),
            spoken,
            " ".join(one.split()[:5] + other.split()[-5:])[:290],
            ". ".join(chance.choices(lines[spoken], k=14)),
            (chance.choice(lines[spoken]), chance.choice(lines[spoken])),
            (one, other),
        )


def _source() -> Any:
    from newsclip.sources.models import Publisher, Source

    publisher = Publisher.objects.create(domain="outlet.example", name="Outlet")
    return Source.objects.create(
        url="https://outlet.example/feed", kind="feed", publisher=publisher, added_at=NOW, due_at=NOW
    )


def _put_stories(told: tuple[Told, ...]) -> None:
    from newsclip.stories.models import Story, StoryEvent

    Story.objects.bulk_create(
        Story(pk=one.number, started_at=one.at, last_at=one.at, articles=2, reports=2, language=one.language,
              key=str(one.articles[0]), phase="quiet", written_version=1)
        for one in told
    )  # fmt: skip
    StoryEvent.objects.bulk_create(
        StoryEvent(story_id=one.number, at=one.at, kind="started", detail={"articles": [one.articles[0]]})
        for one in told
    )


def _put_articles(told: tuple[Told, ...], source: Any) -> None:
    from newsclip.articles.models import Article, Revision
    from newsclip.stories.models import Membership

    each = [(pk, end, one) for one in told for pk, end in zip(one.articles, one.ends, strict=True)]
    Article.objects.bulk_create(
        Article(pk=pk, url=f"https://outlet.example/old/{pk}", source=source, publisher_id=source.publisher_id,
                state="read", code="read", found_at=one.at, published=one.at, revisions=1, placed_revision=1)
        for pk, _, one in each
    )  # fmt: skip
    Revision.objects.bulk_create(
        Revision(article_id=pk, number=1, at=one.at, published=one.at, language=one.language, title=one.title,
                 text=f"{one.body}. {end}")
        for pk, end, one in each
    )  # fmt: skip
    Membership.objects.bulk_create(
        Membership(article_id=pk, story_id=one.number, revision=1, report=pk % 2 + 1, at=one.at, language=one.language)
        for pk, _, one in each
    )


def _put_clips(told: tuple[Told, ...]) -> None:
    from newsclip.clips.models import Assignment, Clip
    from newsclip.ranking.models import Standing
    from newsclip.wiring import search_index

    Assignment.objects.bulk_create(Assignment(story_id=one.number, story_version=1, code="written") for one in told)
    Clip.objects.bulk_create(
        Clip(pk=one.number, story_id=one.number, slug=f"old-{one.number}", document={}, headline=one.title,
             summary=one.body[:300], digest="", category="General", language=one.language, published=one.at,
             updated=one.at, indexed_version=1, ranked_version=1, announced_version=1, named_version=1)
        for one in told
    )  # fmt: skip
    Standing.objects.bulk_create(
        Standing(clip_id=one.number, hot=one.number, rising=one.number, total=1, category="General", published=one.at,
                 clip_version=1, counted_at=one.at)
        for one in told
    )  # fmt: skip
    search = search_index()
    for one in told:
        search.put(one.number, headline=one.title, body=one.body, tags="")


def _keeper() -> Any:
    """Keeps the vectors of a story's titles, where the extra `languages` is installed."""
    from django.db import connection

    from newsclip import wiring
    from newsclip.adapters.embedded.story_index.title_vectors import TitleVectors
    from newsclip.adapters.scaleout.story_index.title_vectors import TableTitles
    from newsclip.stories.rules.cross_language import no_time
    from newsclip.stories.rules.kept_titles import Title
    from newsclip.stories.rules.online_clustering import DAY
    from newsclip.stories.rules.translations import Telling

    embed = wiring.title_embedder()
    if not embed.mark:
        return lambda told: None
    wiring.story_index().create()
    kept: Any = TableTitles(embed, no_time) if connection.vendor == "postgresql" else TitleVectors(embed.mark)
    part = cache(lambda title: np.frombuffer(embed(title), "<f2").astype(np.float32))

    def keep(told: Told) -> None:
        mean = sum(map(part, told.heads))
        vector = (mean / np.linalg.norm(mean)).astype("<f2").tobytes()
        for pk in told.articles:
            title = Title(str(pk), told.language, told.title, Telling(), told.at.timestamp() / DAY)
            kept.add(title)
            kept.learn(title, vector)

    return keep
