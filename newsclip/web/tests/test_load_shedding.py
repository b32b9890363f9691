"""Those who would wait too long are told to come back; the rest are served."""

from threading import Barrier, Event, Thread

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from newsclip.web import error_views
from newsclip.web.serving import load_shedding
from newsclip.web.serving.load_shedding import PATIENCE, Shedding


def told(answer):
    """As a browser has it."""
    status, headers, body = answer
    return HttpResponse(body, status=int(status[:3]), headers=dict(headers))


class Slow:
    """A site whose pages at `slow` are not done before `go`."""

    def __init__(self) -> None:
        self.go, self.now, self.slow = Event(), 0.0, ["/slow"]
        self.shedding = Shedding(self.render, clock=lambda: self.now)

    def render(self, environ, start_response):
        if environ["PATH_INFO"] in self.slow:
            assert self.go.wait(10)
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [environ["PATH_INFO"].encode(), environ["wsgi.input"].read()]

    def ask(self, path="/", method="GET", data=None, address="127.0.0.1"):
        asked = RequestFactory().generic(method, path, data or "", REMOTE_ADDR=address)
        return told(self.shedding.submit(asked.environ).result())

    def crowd(self, number, method="GET", path="/slow", address="127.0.0.1"):
        """So many readers of the slow page, all of them waiting."""
        answers, here = [], Barrier(number + 1)

        def read():
            here.wait(10)
            answers.append(self.ask(path, method, address=address))

        threads = [Thread(target=read) for _ in range(number)]
        for thread in threads:
            thread.start()
        here.wait(10)
        return threads, answers


@pytest.fixture
def site():
    slow = Slow()
    yield slow
    slow.go.set()


def until(thread, met):
    """While this one waits."""
    for _ in range(1000):
        if met():
            return
        thread.join(0.01)
    raise AssertionError


def until_done(threads):
    for thread in threads:
        thread.join(10)


def test_whoever_finds_room_gets_the_page(site):
    assert site.ask("/").status_code == 200


def test_a_full_house_is_said_at_once_and_whoever_waited_is_served(site):
    more = sum(load_shedding._READERS) + 5
    threads, answers = site.crowd(more)
    while len(answers) < 5:
        threads[0].join(0.01)
    site.go.set()
    until_done(threads)
    codes = sorted(answer.status_code for answer in answers)
    assert codes == [200] * sum(load_shedding._READERS) + [503] * 5
    refused = next(answer for answer in answers if answer.status_code == 503)
    assert refused["Retry-After"] == "5"
    assert refused["Cache-Control"] == "no-store"


def test_a_full_house_still_takes_changes_and_says_how_it_is(site):
    threads, _ = site.crowd(sum(load_shedding._READERS))
    assert site.ask("/healthz").status_code == 200
    assert site.ask("/vote", "POST", b"up").content == b"/voteup"
    site.go.set()
    until_done(threads)


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_nobody_outside_keeps_a_probe_from_its_answer(site, path):
    site.slow = [path]
    threads, _ = site.crowd(sum(load_shedding._PROBES) + 5, path=path, address="203.0.113.9")
    until(threads[0], lambda: site.shedding._readers._pool._work_queue.qsize() == 7)  # but for the two at work
    site.slow = []
    assert site.ask(path).status_code == 200
    site.go.set()
    until_done(threads)


@pytest.mark.parametrize("path", ["/readyz", "/readyz/worker", "/metrics"])
def test_probes_that_wait_for_the_database_restart_nothing(site, path):
    site.slow = [path]
    threads, answers = site.crowd(sum(load_shedding._PROBES) + 1, path=path)
    until(threads[0], lambda: answers)  # one too many: the others fill the queue
    assert answers[0].status_code == 503
    assert site.ask("/healthz").status_code == 200
    site.go.set()
    until_done(threads)


def test_changes_that_wait_for_the_database_keep_nobody_from_reading(site):
    threads, _ = site.crowd(sum(load_shedding._CHANGES), "POST")
    assert site.ask("/").status_code == 200
    site.go.set()
    until_done(threads)


def test_who_waited_too_long_is_not_answered_late(site):
    threads, late = site.crowd(load_shedding._READERS[0] + 3)
    while site.shedding._readers._pool._work_queue.qsize() < 3:
        threads[0].join(0.01)
    site.now = PATIENCE + 1
    site.go.set()
    until_done(threads)
    codes = sorted(answer.status_code for answer in late)
    assert codes == [200] * load_shedding._READERS[0] + [503] * 3


def test_after_the_crowd_all_is_well(site):
    threads, _ = site.crowd(sum(load_shedding._READERS) + 9)
    site.go.set()
    until_done(threads)
    assert [site.ask("/").status_code for _ in range(80)] == [200] * 80


def test_a_fault_of_the_site_is_its_own(site):
    def breaks(environ, start_response):
        raise RuntimeError("a fault")

    broken = Shedding(breaks)
    for _ in range(100):
        with pytest.raises(RuntimeError, match="a fault"):
            broken.submit(RequestFactory().get("/").environ).result()


@pytest.mark.parametrize(("language", "words"), [("de", "Komm"), ("fr", "Revenez"), ("en", "come back")])
def test_it_is_said_in_the_readers_language(language, words):
    assert words in error_views.page(language).decode()


@pytest.mark.parametrize(("fault", "code"), [(OperationalError("database is locked"), 503), (ValueError("a bug"), 500)])
def test_a_database_that_is_away_comes_back_and_a_bug_does_not(fault, code):
    def breaks():
        raise fault

    try:
        breaks()
    except Exception:
        answer = error_views.internal_error(RequestFactory().get("/"))
    assert answer.status_code == code
    assert answer.has_header("Retry-After") == (code == 503)
