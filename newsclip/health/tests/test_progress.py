"""Whether new things come is known: by a worker's heartbeat, and by what waits while nothing is done."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from newsclip import clock
from newsclip.articles.models import Article
from newsclip.clips.models import Assignment
from newsclip.health import progress
from newsclip.health.progress import LATE, PATIENCE, Beat, Waiting, verdict
from newsclip.sources.models import Source
from newsclip.stories.models import Story, StoryEvent
from newsclip.web.tests import factories
from newsclip.worker.heartbeat import AT_A_TIME, EVERY, Pulse
from newsclip.worker.models import Heartbeat

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
SOON, LONG_AGO = timedelta(seconds=20), timedelta(hours=5)


def beat(ago: timedelta = SOON, *, began: timedelta = LONG_AGO, **done: timedelta) -> Beat:
    return Beat(NOW - began, NOW - ago, "write_clips", {kind: NOW - since for kind, since in done.items()})


def a_story(since: timedelta) -> Waiting:
    return Waiting("clips", NOW - since, "story 12 https://a.example/ferry (begun 1 times, never ended)")


def killed(*, every: timedelta = timedelta(minutes=2), **done: timedelta) -> list[Beat]:
    """Workers that ran one after the other since long ago, each started again a little after the last was killed."""
    ends = [SOON + every * number for number in range(LONG_AGO // every)]
    return [beat(end, began=end + every - SOON, **done) for end in ends]


MOVES, STANDS = {"clips": SOON}, {"clips": LONG_AGO}
NOTHING = "Nothing came of clips for 300 minutes"
NO_WORKER = "None runs; nothing has waited for one for 15 minutes."
# name: beats, what waits, what is said of it, or "" where a worker is well
CASES = {
    "a fresh install without a worker": ([], [], NO_WORKER),
    "a worker that has just been installed": ([], [a_story(SOON)], NO_WORKER),
    "no worker, and work": ([], [a_story(2 * PATIENCE)], "None runs, and work waits."),
    "an idle site": ([beat()], [], ""),
    "a worker at work": ([beat(**MOVES)], [a_story(2 * PATIENCE)], ""),
    "a worker that began a minute ago": ([beat(began=SOON)], [a_story(LONG_AGO)], ""),
    "a worker that died on an idle site": ([beat(LONG_AGO)], [], "None was heard of since 2026-11-27 07:00 UTC"),
    "a worker that was killed and started again": ([beat(LONG_AGO), beat(began=SOON)], [], ""),
    "one that is killed every two minutes": (killed(), [a_story(LONG_AGO)], NOTHING),
    "one that is killed every two minutes, and gets on": (killed(**MOVES), [a_story(LONG_AGO)], ""),
    "one that is killed every two minutes on an idle site": (killed(), [], ""),
    "a second that began a minute ago": ([beat(**STANDS), beat(began=SOON)], [a_story(LONG_AGO)], NOTHING),
    "one of two is dead": ([beat(LONG_AGO), beat(**MOVES)], [a_story(2 * PATIENCE)], ""),
    "a busy one": ([beat(LATE - SOON)], [], ""),
    "one whose clock was ahead": ([beat(-LONG_AGO)], [], ""),
    "one that moves, and gets nowhere": ([beat(**STANDS)], [a_story(LONG_AGO)], NOTHING),
    "one that does other things": ([beat(sources=SOON)], [a_story(LONG_AGO)], NOTHING),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_worker_that_stands_still_is_told_from_one_that_has_nothing_to_do(case):
    beats, waits, says = CASES[case]
    found = list(verdict(beats, waits, NOW))
    assert found[0].ok == (says in {"", NO_WORKER})
    assert says in found[0].says


def test_what_is_held_up_is_named_to_staff_alone():
    told = [list(verdict([beat()], [a_story(LONG_AGO)], NOW, named=named))[-1].says for named in (True, False)]
    assert "story 12 https://a.example/ferry (begun 1 times, never ended)" in told[0]
    assert "a.example" not in told[1]


@pytest.mark.django_db
class TestWhatWaits:
    def waits(self, now: datetime) -> dict[str, str]:
        return {one.kind: one.name for one in progress.waiting(now)}

    @pytest.fixture(autouse=True)
    def site(self):
        self.clip = factories.ferry(at=NOW - LONG_AGO)
        Source.objects.update(due_at=NOW + PATIENCE)
        Article.objects.update(due_at=NOW + PATIENCE, placed_revision=1)
        Story.objects.update(written_version=1, version=1)

    def test_nothing_of_an_idle_site(self):
        assert self.waits(NOW) == {}

    def test_a_source_and_an_article_that_are_due(self):
        assert self.waits(NOW + 2 * PATIENCE).keys() == {"sources", "articles"}

    def test_an_article_that_was_read_and_stands_in_no_story(self):
        Article.objects.update(placed_revision=0, looked_at=NOW - LONG_AGO)
        assert [(one.kind, one.since) for one in progress.waiting(NOW)] == [("stories", NOW - LONG_AGO)]

    def test_a_story_since_it_changed_with_how_often_it_was_begun(self):
        Story.objects.filter(pk=self.clip.story_id).update(version=2)
        Assignment.objects.create(story_id=self.clip.story_id, at=NOW - timedelta(hours=2), tries=1)
        for hours in (4, 1):
            StoryEvent.objects.create(story_id=self.clip.story_id, at=NOW - timedelta(hours=hours), kind="joined")
        (found,) = progress.waiting(NOW)
        assert found.since == NOW - timedelta(hours=1)
        assert found.name.startswith(f"story {self.clip.story_id} https://")
        assert found.name.endswith("(begun 1 times, never ended)")


class Ticking:
    """A clock that is moved by hand."""

    seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.mark.django_db
class TestHeartbeat:
    @pytest.fixture(autouse=True)
    def pulse(self):
        self.ticking = Ticking()
        self.pulse = Pulse(self.ticking)

    def test_it_is_told_every_half_minute_with_what_was_done(self):
        with self.pulse.beating(lambda: NOW, "here:1"):
            self.pulse.beat("read_articles")
            self.pulse.beat("write_clips", did="clips")
            assert Heartbeat.objects.get().doing == "read_articles"
            self.ticking.seconds += EVERY
            self.pulse.beat("rank_clips")
            row = Heartbeat.objects.get()
        assert (row.worker, row.doing, row.done) == ("here:1", "rank_clips", {"clips": NOW.isoformat()})

    def test_a_worker_that_ends_as_it_should_is_not_missed(self):
        with self.pulse.beating(lambda: NOW, "here:1"):
            self.pulse.beat("read_articles")
        assert not Heartbeat.objects.exists()

    def test_a_worker_that_fails_leaves_its_row_as_one_that_is_killed_does(self):
        with suppress(ZeroDivisionError), self.pulse.beating(lambda: NOW, "here:1"):
            self.pulse.beat("read_articles")
            raise ZeroDivisionError
        assert Heartbeat.objects.get().worker == "here:1"

    def test_one_of_the_same_name_begins_a_row_of_its_own(self):
        Heartbeat.objects.create(worker="here:1", began=NOW - LONG_AGO, at=NOW - PATIENCE, doing="write_clips")
        with self.pulse.beating(lambda: NOW, "here:1"):
            self.pulse.beat("read_articles")
            assert Heartbeat.objects.get(worker="here:1").began == NOW
            assert Heartbeat.objects.count() == 2

    def test_those_that_were_killed_are_forgotten_after_an_hour(self):
        Heartbeat.objects.create(worker="gone:7", began=NOW, at=NOW - timedelta(hours=2), doing="write_clips")
        with self.pulse.beating(lambda: NOW, "here:1"):
            self.pulse.beat("read_articles")
            assert [row.worker for row in Heartbeat.objects.all()] == ["here:1"]

    def test_each_time_it_moves_it_may_go_on_for_as_long_again(self):
        given: list[int] = []
        pulse = Pulse(self.ticking, allow=given.append)
        with pulse.beating(lambda: NOW, "here:1"):
            pulse.beat("read_articles")
            pulse.beat("read_articles", did="articles")
        assert given == [AT_A_TIME] * 2

    def test_who_was_not_told_to_tell_writes_nothing(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            self.pulse.beat("read_articles", did="articles")


@pytest.mark.django_db
def test_a_dead_worker_takes_no_site_away_and_is_told_to_who_asks_for_it(client):
    now = clock.now()
    Heartbeat.objects.create(worker="here:1", began=now - LONG_AGO, at=now - LONG_AGO, doing="write_clips")
    ready, working = client.get("/readyz"), client.get("/readyz/worker")
    assert (ready.status_code, working.status_code) == (200, 503)
    for answer in (ready, working):
        assert b"worker: None was heard of since" in answer.content


@pytest.mark.django_db
def test_a_fresh_site_is_ready_without_a_worker(client):
    assert client.get("/readyz").content == b"ready\n"
    assert client.get("/readyz/worker").status_code == 200
