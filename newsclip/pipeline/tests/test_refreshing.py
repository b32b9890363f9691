"""A refresh tells what came of it, whoever did it."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from newsclip.articles.models import Article, Revision
from newsclip.clips.models import Assignment
from newsclip.clock import now
from newsclip.db.leases import LEASE
from newsclip.pipeline.ports import Outcome
from newsclip.pipeline.refreshing import PATIENCE, refresh
from newsclip.sources.models import Publisher, Source
from newsclip.stories.models import Story

pytestmark = pytest.mark.django_db
FEED, PAGE = "https://a.example/feed", "https://a.example/1"


class Worker:
    """Another process, which goes on while the refresh waits."""

    def __init__(self, *steps: Callable[[datetime], object]) -> None:
        self.at, self.waited, self.steps = now(), 0.0, list(steps)

    def clock(self) -> datetime:
        return self.at

    def wait(self, seconds: float) -> None:
        self.waited += seconds
        self.at += timedelta(seconds=seconds)
        if self.steps:
            self.steps.pop(0)(self.at)

    def refresh(self) -> list[Outcome]:
        return list(refresh(self.clock, self.wait))


@pytest.fixture
def source() -> Source:
    """A feed that another process polls just now."""
    publisher = Publisher.objects.create(domain="a.example", name="A")
    times = {"added_at": now(), "due_at": now() - LEASE, "leased_until": now() + LEASE}
    return Source.objects.create(url=FEED, publisher=publisher, kind="feed", **times)


def finds_an_article(at: datetime) -> None:
    source = Source.objects.get(url=FEED)
    source.looks.create(at=at, code="looked", shown=1, new=1)
    times = {"found_at": at, "due_at": at, "leased_until": at + LEASE}
    Article.objects.create(url=PAGE, source=source, publisher=source.publisher, **times)
    Source.objects.filter(pk=source.pk).update(leased_until=None, due_at=at + timedelta(hours=1))


def refuses_it(at: datetime) -> None:
    done = {"state": "refused", "code": "too_short", "looked_at": at, "due_at": None, "leased_until": None}
    Article.objects.filter(url=PAGE).update(**done)


def writes_a_clip(at: datetime) -> None:
    story = Story.objects.create(started_at=at, last_at=at)
    Assignment.objects.create(story=story, at=at, code="written")


def test_what_a_worker_did_meanwhile_is_told(source):
    told = Worker(finds_an_article, lambda at: (refuses_it(at), writes_a_clip(at))).refresh()
    assert [(one.step, one.code) for one in told] == [
        ("sources", "looked"),
        ("articles", "too_short"),
        ("clips", "written"),
    ]
    assert [one.subject for one in told[:2]] == [FEED, PAGE]
    assert told[0].count == 1


def test_what_was_done_before_is_not_told_again(source):
    Source.objects.update(state="paused")
    source.looks.create(at=now() - timedelta(hours=1), code="looked", shown=9, new=2)
    article = Article.objects.create(
        url=PAGE, source=source, publisher=source.publisher, found_at=now(), looked_at=now(), revisions=1
    )
    Revision.objects.create(article=article, number=1, at=now(), title="Ferry", text="A ferry.", digest="a")
    Article.objects.update(placed_revision=1)
    worker = Worker()
    assert (worker.refresh(), worker.waited) == ([], 0)


def test_what_is_still_held_after_a_minute_is_said_to_be(source):
    Source.objects.update(state="gone")
    hold = {"found_at": now(), "due_at": now() - LEASE, "leased_until": now() + LEASE + timedelta(seconds=45)}
    Article.objects.create(url=PAGE, source=source, publisher=source.publisher, **hold)
    worker = Worker()
    (outcome,) = worker.refresh()
    assert (outcome.code, outcome.subject, outcome.good) == ("held", "articles: 1", False)
    assert timedelta(seconds=worker.waited) == PATIENCE
