"""Work that is handed to other workers, told to the queue within this process."""

from collections import deque
from datetime import UTC, datetime, timedelta

import pytest
import structlog
from django.db import Error, transaction
from django.tasks import task_backends
from django.tasks.backends.base import BaseTaskBackend

from newsclip.articles.models import Article
from newsclip.db.leases import LEASE, claim
from newsclip.health import doctor
from newsclip.kernel.dispatching import QueueAwayError
from newsclip.kernel.fetching import Failure
from newsclip.options import read_options
from newsclip.pipeline.journey import keep_pictures, read_articles
from newsclip.pipeline.ports import Outcome
from newsclip.sources.models import Publisher, Source
from newsclip.wiring import Tools
from newsclip.worker import dispatching, singleton_steps
from newsclip.worker.dispatching import ENOUGH, Feeder
from newsclip.worker.heartbeat import Pulse
from newsclip.worker.models import Duty

NOW = datetime(2026, 11, 1, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def articles():
    publisher = Publisher.objects.create(domain="a.example", name="A")
    source = Source.objects.create(
        url="https://a.example/feed", publisher=publisher, added_at=NOW, due_at=NOW, kind="feed"
    )
    return [
        Article.objects.create(
            url=f"https://a.example/{place}", source=source, publisher=publisher, found_at=NOW, due_at=NOW
        )
        for place in range(120)
    ]


def tools(asked: list[str]) -> Tools:
    def fetch(asks):
        for ask in asks:
            asked.append(ask.url)
            yield ask, Failure(ask.url, "timeout")

    return Tools(
        fetch=fetch,
        **dict.fromkeys(
            ["encode_picture", "pictures", "stories", "writer", "search", "vectors", "extract", "gate", "trial"]
        ),
    )


class ShortQueue(BaseTaskBackend):
    """Takes two tasks, then is away; `full` are said to wait."""

    full = 0

    def __init__(self, alias, params):
        super().__init__(alias, params)
        self.told = []

    def waiting(self):
        return self.full

    def enqueue(self, task, args, kwargs):
        if len(self.told) == 2:
            raise QueueAwayError("away")
        self.told.append(args)


@pytest.fixture
def queue(settings):
    settings.TASKS = {"default": {"BACKEND": f"{__name__}.ShortQueue", "QUEUES": []}}
    return task_backends["default"]


class OneTurn:
    """A queue that says it has enough once it was asked."""

    def __init__(self):
        self.waits = iter([0, ENOUGH])

    def waiting(self):
        return next(self.waits)


@pytest.fixture
def feed(queue):
    """Feeds the queue with one step, and gives what was logged."""
    feeder = Feeder(queue)

    def once(step=read_articles) -> list[str]:
        with structlog.testing.capture_logs() as logs:
            feeder.feed(deque([step]), lambda: NOW)
        return [log["event"] for log in logs]

    return once


def test_rows_are_claimed_and_told_in_shares_with_the_end_of_their_lease(articles, queue, feed):
    Article.objects.filter(pk__in=[row.pk for row in articles[80:]]).update(due_at=None)
    feed()
    assert [(step, len(keys)) for step, keys, _ in queue.told] == [("read_articles", 50), ("read_articles", 30)]
    told = {key: until for _, keys, until in queue.told for key in keys}
    held = Article.objects.exclude(leased_until=None)
    assert {row.pk: row.leased_until.isoformat() for row in held} == told


def test_when_the_queue_goes_away_what_nobody_began_is_free_for_who_asks_the_tables(articles, queue, feed):
    Article.objects.filter(pk__in=[row.pk for row in articles[80:]]).update(due_at=None)
    feed()
    (_, keys, until), _ = queue.told
    begun = read_articles.take(keys, datetime.fromisoformat(until), tools([]), NOW)
    next(begun)
    Article.objects.filter(looked_at=None).update(due_at=NOW)
    assert (feed(), feed()) == (["queue_away"], [])
    assert {row.pk for row in Article.objects.exclude(leased_until=None)} == set(keys[1:])
    queue.told.clear()
    assert feed() == ["queue_back"]
    begun.close()


def test_what_a_queue_forgot_is_told_again_when_the_lease_ends_and_no_sooner(articles, queue):
    Article.objects.filter(pk__in=[row.pk for row in articles[80:]]).update(due_at=None)
    feeder, told = Feeder(queue), []
    for now in (NOW, NOW + timedelta(seconds=1), NOW + LEASE + timedelta(seconds=1)):
        feeder.feed(deque([read_articles]), lambda now=now: now)
        told.append({key for _, keys, _ in queue.told for key in keys})
        queue.told.clear()  # it was started anew, without its files
    assert told == [{row.pk for row in articles[:80]}, set(), {row.pk for row in articles[:80]}]


def test_a_queue_with_enough_to_do_is_given_no_more(articles, queue, feed):
    queue.full = ENOUGH
    feed()
    assert queue.told == []
    assert not Article.objects.exclude(leased_until=None).exists()


def test_a_step_that_filled_the_queue_comes_last_next_time(articles, queue):
    order = deque([read_articles, keep_pictures])
    Article.objects.exclude(pk=articles[0].pk).update(due_at=None)
    assert Feeder(OneTurn()).feed(order, lambda: NOW) == 1
    assert list(order) == [keep_pictures, read_articles]


def test_a_task_that_is_told_is_carried_out(articles, feed, queue):
    Article.objects.exclude(pk=articles[0].pk).update(due_at=None)
    Article.objects.filter(pk=articles[0].pk).update(url="http://127.0.0.1:9/refused-by-the-guard")
    feed()
    assert [Article.objects.filter(looked_at=None).count()] == [120]
    with structlog.testing.capture_logs():
        for args in queue.told:
            dispatching.carry.func(*args)
    assert Article.objects.get(looked_at__isnull=False).pk == articles[0].pk


def test_a_task_that_comes_again_does_only_what_its_dead_worker_left(articles):
    rows = claim(Article.objects.order_by("pk"), now=NOW, limit=3)
    asked: list[str] = []
    killed = read_articles.take([row.pk for row in rows], rows[0].leased_until, tools(asked), NOW)
    next(killed)
    again = read_articles.take([row.pk for row in rows], rows[0].leased_until, tools(asked), NOW)
    assert [outcome.subject for outcome in again] == [row.url for row in rows[1:]]
    killed.close()


def test_a_task_whose_lease_ended_and_was_taken_by_another_does_nothing(articles):
    rows = claim(Article.objects.order_by("pk"), now=NOW, limit=3)
    claim(Article.objects.order_by("pk"), now=NOW + timedelta(hours=1), limit=3)
    asked: list[str] = []
    assert list(read_articles.take([row.pk for row in rows], rows[0].leased_until, tools(asked), NOW)) == []
    assert asked == []


class NeverAway:
    """A database that is there: it explains no error."""

    def explains(self, error):
        return False


def test_an_error_of_a_beat_that_no_outage_explains_is_loud(queue):
    pulse = Pulse()
    with pulse.beating(lambda: NOW), transaction.atomic():
        transaction.set_rollback(True)  # whatever is asked now is an error
        with pytest.raises(Error):
            Feeder(queue, database=NeverAway(), pulse=pulse).beat()


def a_duty(found: int):
    def count_all(tools, now):
        yield from (Outcome("counting", "x", "counted") for _ in range(found))

    [duty] = singleton_steps.shared_between_workers([count_all])
    return duty


def test_a_duty_is_one_workers_at_a_time():
    duty = a_duty(found=1)
    first = duty(None, NOW)
    next(first)
    assert list(duty(None, NOW)) == []
    first.close()


def test_a_duty_that_found_something_is_free_at_once_and_one_that_did_not_rests_for_all():
    assert [len(list(a_duty(found=1)(None, NOW))) for _ in range(2)] == [1, 1]
    idle = a_duty(found=0)
    assert list(idle(None, NOW)) == []
    assert idle.claim(NOW, 1) == []
    assert len(idle.claim(NOW + singleton_steps.PAUSE, 1)) == 1
    assert Duty.objects.count() == 1


@pytest.mark.parametrize(
    ("url", "database", "says"),
    [("redis://localhost", "postgresql://x", "must be amqp://"), ("amqp://localhost", "", "set NEWSCLIP_DATABASE_URL")],
)
def test_an_address_that_cannot_be_the_queues_is_said_at_once(url, database, says):
    with pytest.raises(SystemExit, match=says):
        read_options({"NEWSCLIP_QUEUE_URL": url, "NEWSCLIP_DATABASE_URL": database})


def test_the_doctor_says_that_the_queue_is_away_and_what_to_do(settings):
    nowhere = {"url": "amqp://127.0.0.1:9/"}
    settings.TASKS = {"default": {"BACKEND": "newsclip.wiring.task_queue", "QUEUES": [], "OPTIONS": nowhere}}
    found = doctor.of_queue()
    assert (found.ok, "NEWSCLIP_QUEUE_URL" in found.remedy) == (False, True)
    assert "Nothing is lost" in found.says
