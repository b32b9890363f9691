"""Very many articles of one event in twelve languages within an hour, through the whole product: one story.

`NEWSCLIP_TEST_LANGUAGES=10000` takes as many articles. Needs the extra `languages`.
"""

import os
import resource
from datetime import timedelta
from time import process_time

import pytest

from newsclip import wiring
from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.adapters.embedded.title_embedder import E5TitleEmbedder, is_installed
from newsclip.adapters.scaleout.story_index import TableStoryIndex
from newsclip.articles.models import Article, Revision
from newsclip.clips import actions as clips
from newsclip.clips.models import Clip
from newsclip.settings import OPTIONS
from newsclip.sources.models import Publisher, Source
from newsclip.stories.actions import place
from newsclip.stories.models import Story
from newsclip.stories.tests.invented import NOON
from tests.integration.twelve_languages import ELSEWHERE, article_of

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.integration,
    pytest.mark.skipif(not is_installed(), reason="needs the extra `languages`"),
]
ARTICLES = int(os.environ.get("NEWSCLIP_TEST_LANGUAGES", "300"))
LATER = NOON + timedelta(hours=2)
_BATCH = 50


def read_articles(many: int) -> None:
    papers = [Publisher.objects.create(domain=f"p{n}.example", name=f"Paper {n}") for n in range(60)]
    feeds = [
        Source.objects.create(url=f"http://{paper.domain}/feed", publisher=paper, added_at=NOON, due_at=NOON)
        for paper in papers
    ]
    others = [(language, title, f"{title}.") for language, titles in ELSEWHERE.items() for title in titles]
    told = [*others, *map(article_of, range(many))]
    rows = [
        Article(url=f"http://p{n % 60}.example/{n}", source=feeds[n % 60], publisher=papers[n % 60], state="read",
                found_at=NOON + timedelta(hours=1), published=NOON + timedelta(seconds=3600 * n // many), revisions=1)
        for n in range(len(told))
    ]  # fmt: skip
    articles = Article.objects.bulk_create(rows, batch_size=500)
    texts = [
        Revision(article=article, number=1, at=NOON, title=title, text=text, language=language)
        for article, (language, title, text) in zip(articles, told, strict=True)
    ]
    Revision.objects.bulk_create(texts, batch_size=500)


def memory() -> int:
    """The most MiB that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def test_very_many_articles_in_twelve_languages_are_one_story_at_a_cost_that_stays_flat(client):
    read_articles(ARTICLES)
    embed = E5TitleEmbedder()
    index = TableStoryIndex(embed=embed) if OPTIONS.database_url else MemoryStoryIndex(embed=embed)
    index.create()
    before, costs = memory(), list[float]()
    while True:
        started = process_time()
        if not list(place(index=index, now=LATER, limit=_BATCH)):
            break
        costs.append(process_time() - started)
        print(f"{len(costs) * _BATCH} placed, {costs[-1] / _BATCH * 1000:.0f} ms each, {memory()} MiB", flush=True)
    stories = list(Story.objects.filter(merged_into=None).order_by("-articles"))
    print(f"{[one.articles for one in stories[:9]]} articles in the largest stories, {stories[0].reports} reports")
    print(f"{sum(costs):.0f} s of CPU, {memory() - before} MiB more")
    assert stories[0].articles >= 0.99 * ARTICLES
    first, last = costs[1], costs[-2]  # the first loads the model, the last may be short
    assert last < 3 * first

    wrote, shown = told(client, stories[0])
    assert max(wrote, shown) < 5 * max(costs)


def told(client, story: Story) -> tuple[float, float]:
    """CPU seconds of writing the story's clip, and of showing the story."""
    started = process_time()
    (written,) = clips.write(clips.assign([story], limit=1), writer=wiring.writer(), now=LATER)
    wrote = process_time() - started
    document = Clip.objects.get(story=story).document
    started = process_time()
    page = client.get(f"/s/{story.pk}")
    shown = process_time() - started
    print(f"clip in {wrote:.1f} s: {len(document['sources'])} sources, {len(str(document))} characters")
    print(f"page in {shown:.2f} s: {len(page.content)} bytes")
    assert (written.code, page.status_code) == ("written", 200)
    assert len(document["sources"]) <= 100
    assert len(page.content) < 300_000
    return wrote, shown
