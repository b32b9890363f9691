"""Very many copies of one text, through the whole product, on whichever database is set: one story, one report.

`NEWSCLIP_TEST_COPIES=10000` takes as many.
"""

import os
from datetime import timedelta
from time import process_time

import pytest

from newsclip import wiring
from newsclip.articles.models import Article, Revision
from newsclip.clips import actions as clips
from newsclip.clips import queries as clips_queries
from newsclip.clips.models import Clip
from newsclip.sources.models import Publisher, Source
from newsclip.stories.actions import place
from newsclip.stories.models import Story
from newsclip.stories.tests.invented import BRIDGE, NOON

# committed as in life: within one transaction PostgreSQL walks through every former version of a row
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.integration]
COPIES = int(os.environ.get("NEWSCLIP_TEST_COPIES", "1200"))
LATER = NOON + timedelta(hours=5)


def wire_copies(many: int) -> None:
    papers = [Publisher.objects.create(domain=f"p{n}.example", name=f"Paper {n}") for n in range(50)]
    feeds = [
        Source.objects.create(url=f"http://{paper.domain}/feed", publisher=paper, added_at=NOON, due_at=NOON)
        for paper in papers
    ]
    rows = [
        Article(url=f"http://p{n % 50}.example/{n}", source=feeds[n % 50], publisher=papers[n % 50], state="read",
                found_at=NOON, published=NOON + timedelta(seconds=n), revisions=1)
        for n in range(many)
    ]  # fmt: skip
    texts = [
        Revision(article=article, number=1, at=NOON, title=f"Copy {n}", text=f"{n} {BRIDGE[1]} {n}", language="en")
        for n, article in enumerate(Article.objects.bulk_create(rows, batch_size=500))
    ]
    Revision.objects.bulk_create(texts, batch_size=500)


def test_very_many_copies_are_one_report_at_a_cost_that_stays_flat(client):
    wire_copies(COPIES)
    index, costs = wiring.story_index(), list[float]()
    index.create()
    while True:
        started = process_time()
        if not list(place(index=index, now=LATER, limit=200)):
            break
        costs.append(process_time() - started)
    story = Story.objects.get()
    assert (story.articles, story.reports) == (COPIES, 1)
    first, last = costs[0], costs[-1]
    print(f"{COPIES} copies placed in {sum(costs):.0f} s of CPU, the first 200 in {first:.1f}, the last in {last:.1f}")
    assert last < 3 * first

    started = process_time()
    (told,) = clips.write(
        clips.assign(clips_queries.to_write(LATER, limit=5), limit=5), writer=wiring.writer(), now=LATER
    )
    assert (told.code, len(Clip.objects.get().document["sources"])) == ("written", 100)
    page = client.get(f"/s/{story.pk}").content
    assert f"and {COPIES - 21:,} more".replace(",", "").encode() in page.replace(b",", b"")
    assert len(page) < 100_000
    assert process_time() - started < 10 * max(costs), "what 2,000 copies cost to place"
