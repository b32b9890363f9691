import pytest

from newsclip.sources.rules.feeds import read_feed
from newsclip.sources.rules.poll_hints import PollHints, freshness, read_hints
from newsclip.sources.tests.fakes import NOW, item, rss

HOUR, DAY = 3600, 86_400
SY = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"cache-control": "public, max-age=600"}, 600),
        ({"cache-control": "max-age=600", "age": "500"}, 100),
        ({"cache-control": "max-age=600, no-cache"}, 0),
        ({"cache-control": "max-age=x"}, 0),
        ({"expires": "Mon, 02 Mar 2026 11:00:00 GMT", "date": "Mon, 02 Mar 2026 10:00:00 GMT"}, HOUR),
        ({"expires": "Mon, 02 Mar 2026 11:00:00 GMT", "cache-control": "max-age=60"}, 60),
        ({"expires": "0", "date": "Mon, 02 Mar 2026 10:00:00 GMT"}, 0),
        ({"cache-control": "max-age=999999999"}, DAY),
        ({}, 0),
    ],
)
def test_an_answer_says_how_long_it_stays_fresh(headers, seconds):
    assert freshness(headers) == seconds


def test_a_feed_says_how_often_and_when_it_wants_to_be_asked():
    head = (
        f"<ttl>30</ttl><sy:updatePeriod {SY}>daily</sy:updatePeriod><sy:updateFrequency {SY}>12</sy:updateFrequency>"
        "<skipHours><hour>1</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
    )
    wishes = read_feed(rss(item("/a"), head=head), url="https://gazette.example/feed", now=NOW).wishes
    assert wishes == PollHints(2 * HOUR, frozenset({0, 1}), frozenset({6}))
    assert PollHints.from_json(wishes.to_json()) == wishes


def test_a_feed_that_leaves_no_hour_and_no_day_is_not_believed():
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    assert read_hints(hours=[str(hour) for hour in range(24)], days=days) == PollHints()


def test_nonsense_is_no_wish():
    assert read_hints(ttl="soon", period="often", frequency="-3", hours=["x", "99"], days=["Caturday"]) == PollHints()
