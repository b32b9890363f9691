"""A page that takes more than it may is tried twice, then set aside; everything else is read."""

from datetime import datetime, timedelta

import pytest

from newsclip.articles import actions, queries
from newsclip.articles.actions import admit
from newsclip.articles.models import Article
from newsclip.articles.ports import Extracted
from newsclip.articles.rules import extract
from newsclip.articles.tests.fakes import NOW, FakeFetch, found
from newsclip.db.leases import claim
from newsclip.kernel.reasons import Refused
from newsclip.sources.models import Publisher
from newsclip.sources.ports import Entry
from newsclip.sources.queries import resting

pytestmark = pytest.mark.django_db
URL = "https://quill.example/culture/night-library"
OTHER = "https://quill.example/news/second"
LATER = NOW + timedelta(days=1)


class Bounded:
    """Reads pages; those of poisoned addresses end in `end`."""

    def __init__(self, end: BaseException, *poisoned: str) -> None:
        self.end, self.poisoned = end, poisoned

    def __call__(self, body: bytes, url: str, /, *, content_type: str, asked: datetime) -> Extracted:
        if url in self.poisoned:
            raise self.end
        return extract(body, url, content_type=content_type, asked=asked)


SLOW = Bounded(Refused("time_limit", "More than 10 CPU seconds."), URL)
KILLED = Bounded(SystemExit(9), URL)  # what ends the process says nothing to anybody


def serving() -> FakeFetch:
    fetch = FakeFetch()
    fetch.serve(URL, "clean")
    fetch.serve(OTHER, b"<title>Second</title><article><p>" + b"The ferry to the island runs again. " * 40)
    return fetch


def read(reader: Bounded, now: datetime = NOW) -> list[str]:
    """The codes of all that is due, by one worker that is started anew where it was killed."""
    told = []
    try:
        for result in actions.read(claim(queries.to_read(now), now=now, limit=50), fetch=serving(), now=now,
                                   extract=reader):  # fmt: skip
            told.append(result.code)
    except SystemExit:
        told.append("killed")
    return told


def the_article() -> Article:
    return Article.objects.get(url=URL)


def test_it_is_set_aside_after_the_second_try_and_the_others_are_read() -> None:
    found(URL, OTHER)
    assert read(SLOW) == ["time_limit", "read"]
    assert (the_article().due_at > NOW, the_article().dead_letter) == (True, "")
    assert read(SLOW, LATER) == ["time_limit", "unchanged"]
    assert [row.url for row in queries.dead_letters()] == [URL]
    assert (the_article().code, the_article().due_at) == ("time_limit", None)


def test_who_is_killed_twice_in_one_article_sets_it_aside_and_no_other() -> None:
    found(URL, OTHER)
    assert read(KILLED) == ["killed"]
    second = NOW + timedelta(minutes=5)  # its leases are over
    assert read(KILLED, second) == ["killed"]
    assert read(KILLED, second + timedelta(minutes=5)) == ["worker_killed", "read"]
    assert the_article().dead_letter == "worker_killed"


def test_who_is_told_to_stop_does_not_count() -> None:
    found(URL)
    for number in range(3):
        with pytest.raises(KeyboardInterrupt):
            read(Bounded(KeyboardInterrupt(), URL), NOW + timedelta(hours=number))
    assert the_article().tries == 0


@pytest.mark.parametrize("end", [RuntimeError("something unexpected"), Refused("unreadable_page")])
def test_what_ends_in_a_reason_of_its_own_is_not_counted(end: Exception) -> None:
    found(URL)
    read(Bounded(end, URL))
    assert (the_article().tries, the_article().dead_letter) == (0, "")


def test_a_try_that_succeeds_is_a_fresh_beginning() -> None:
    found(URL)
    read(SLOW)
    assert read(Bounded(RuntimeError()), LATER) == ["read"]
    assert the_article().tries == 0


def test_what_was_read_before_stays() -> None:
    found(URL)
    read(Bounded(RuntimeError()))
    for days in (1, 2):
        read(SLOW, NOW + timedelta(days=days))
    assert (the_article().state, the_article().revisions, the_article().dead_letter) == ("read", 1, "time_limit")
    assert the_article().detail == "Last look: time_limit More than 10 CPU seconds."


def set_aside() -> Article:
    (article,) = found(URL)
    Article.objects.update(
        dead_letter="time_limit", code="time_limit", state="refused", tries=2, due_at=None, looked_at=NOW
    )
    return article


def changing(hours: range) -> list[str]:
    """What comes of a poisoned page that its source shows changed every hour."""
    told = []
    for hour in hours:
        at = NOW + timedelta(hours=hour)
        admit(Article.objects.get(url=URL).source, [Entry(URL, title=f"Take {hour}", updated=at)], now=at)
        Article.objects.filter(url=URL).exclude(due_at=None).update(due_at=at)
        told += read(SLOW, at)
    return told


def test_a_page_that_changes_each_hour_is_tried_four_times_a_day() -> None:
    found(URL)
    read(Bounded(RuntimeError()))
    told = changing(range(1, 49))
    assert (told.count("time_limit"), set(told)) == (8, {"time_limit", "tried_too_often"})
    assert queries.dead_letters().count() == 1


def test_what_succeeds_in_between_is_counted_all_the_same() -> None:
    found(URL)
    for hour in range(10):
        at = NOW + timedelta(hours=hour)
        Article.objects.update(due_at=at)
        read(SLOW if hour % 2 else Bounded(RuntimeError()), at)
    assert the_article().dead_letter == "tried_too_often"


def test_many_poisoned_pages_of_a_publisher_are_tried_twenty_times_a_day_and_others_are_read() -> None:
    urls = [f"https://quill.example/poisoned/{number}" for number in range(40)]
    found(*urls)
    fetch = serving()
    for url in urls:
        fetch.serve(url, "clean")
    rows = claim(queries.to_read(NOW), now=NOW, limit=50)
    told = [one.code for one in actions.read(rows, fetch=fetch, now=NOW, extract=Bounded(SLOW.end, *urls))]
    assert (told.count("time_limit"), told.count("tried_too_often")) == (20, 20)
    [(publisher, until)] = resting(NOW).items()
    assert (publisher.pk, until) == (the_publisher(), LATER)
    assert resting(LATER) == {}


def the_publisher() -> int:
    return Article.objects.values_list("publisher_id", flat=True).distinct().get()


def test_one_that_rests_is_not_asked_for_and_is_read_when_the_day_is_over() -> None:
    found(URL)
    Publisher.objects.update(overruns=20, overruns_since=NOW)
    assert read(SLOW) == ["tried_too_often"]
    assert read(SLOW, LATER - timedelta(hours=1)) == []
    assert read(Bounded(RuntimeError()), LATER) == ["read"]
    assert the_article().dead_letter == ""


def test_who_asks_for_it_by_hand_ends_the_rest() -> None:
    (article,) = found(URL)
    Publisher.objects.update(overruns=20, overruns_since=NOW)
    read(SLOW)
    actions.retry([article.pk], now=NOW, afresh=True)
    assert read(Bounded(RuntimeError())) == ["read"]


def test_it_is_read_again_where_somebody_asks_for_it() -> None:
    article = set_aside()
    assert actions.retry([article.pk], now=LATER) == 1
    assert read(Bounded(RuntimeError()), LATER) == ["read"]
    assert not queries.dead_letters().exists()


def test_it_is_read_again_where_its_source_shows_it_changed() -> None:
    article = set_aside()
    admit(article.source, [Entry(URL, title="As the feed has it", updated=LATER)], now=LATER)
    assert read(Bounded(RuntimeError()), LATER) == ["read"]


def test_it_stays_aside_where_its_source_shows_it_as_it_was() -> None:
    article = set_aside()
    admit(article.source, [Entry(URL, title="As the feed has it")], now=LATER)
    assert read(SLOW, LATER) == []


def test_what_is_not_set_aside_is_not_retried() -> None:
    (article,) = found(URL)
    assert actions.retry([article.pk], now=LATER) == 0
