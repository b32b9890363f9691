"""Links of entries to the stories beside their own."""

from datetime import timedelta
from itertools import pairwise

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.http import http_date

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import actions
from newsclip.feeds.channel import of_clips
from newsclip.stories.models import ChainLink
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain():
    """Three clips of a chain, the oldest first."""
    made = [factories.ferry(place, picture=False, headline=f"Strike, part {place}") for place in range(3)]
    for earlier, later in pairwise(made):
        ChainLink.objects.create(
            earlier=earlier.story, later=later.story, score=0.5, shared=["Dora Quist", "deckhands"], at=factories.NOON
        )
    return made


@pytest.fixture
def sides():
    """Two clips of one vote, which are no chain."""
    made = [factories.ferry(place, picture=False, headline=f"Vote, side {place}") for place in range(2)]
    factories.one_matter(*made)
    return made


def address(clip):
    return f"http://localhost:8000/c/{clip.slug}"


def test_an_entry_links_what_came_before_it_and_after_it_with_the_reason(client, chain):
    first, middle, last = chain
    item = next(one for one in client.get("/feed.json").json()["items"] if one["url"] == address(middle))
    told = item["_newsclip"]["chain"]
    assert [(one["url"], one["title"]) for one in told["earlier"]] == [(address(first), "Strike, part 0")]
    assert [one["url"] for one in told["later"]] == [address(last)]
    assert told["earlier"][0]["shared"] == ["Dora Quist", "deckhands"]
    assert told["earlier"][0]["began"] == first.story.started_at.isoformat()
    feed = feedparser.parse(client.get("/feed.atom").content)
    entry = next(one for one in feed.entries if one.link == address(middle))
    found = [(link.rel, link.href, link.title) for link in entry.links if link.rel in {"prev", "next"}]
    assert found == [("prev", address(first), "Strike, part 0"), ("next", address(last), "Strike, part 2")]
    assert "The story so far: " in entry.content[0].value
    assert "Both mention Dora Quist, deckhands." in client.get("/feed.rss").content.decode()


def test_clips_of_one_matter_link_each_other_with_the_reason_in_every_format(client, sides):
    reason = "Both mention Odile Brandt, Sabine Line, ferry, aground."
    atom, rss = (feedparser.parse(client.get(f"/feed.{form}").content) for form in ("atom", "rss"))
    for own, other in (sides, sides[::-1]):
        item = next(one for one in client.get("/feed.json").json()["items"] if one["url"] == address(own))
        (also,) = item["_newsclip"]["also"]
        assert (also["url"], also["close"]) == (address(other), True)
        assert also["shared"] == ["Odile Brandt", "Sabine Line", "ferry", "aground"]
        for feed in (atom, rss):
            entry = next(one for one in feed.entries if one.link == address(own))
            assert [(link.href, link.title) for link in entry.links if link.rel == "related"] == [
                (address(other), other.headline)
            ]
        assert f'Closely related: <a href="{address(other)}"' in item["content_html"]
        assert reason in item["content_html"]
    linked = feedparser.parse(client.get(f"/s/{sides[0].story_id}/feed.rss").content).feed.links
    assert [link.title for link in linked if link.rel == "related"] == [f"Closely related: Vote, side 1. {reason}"]


def test_the_feed_of_a_story_links_its_chain_as_a_whole(client, chain):
    path = f"/s/{chain[1].story_id}/feed"
    told = client.get(f"{path}.json").json()["_newsclip"]["chain"]
    assert [one["url"] for one in (*told["earlier"], *told["later"])] == [address(chain[0]), address(chain[2])]
    links = feedparser.parse(client.get(f"{path}.atom").content).feed.links
    assert [link.title for link in links if link.rel == "related"] == [
        "The story so far: Strike, part 0. Both mention Dora Quist, deckhands.",
        "What happened next: Strike, part 2. Both mention Dora Quist, deckhands.",
    ]  # fmt: skip
    assert not {link.rel for link in links} & {"prev", "next"}


def test_a_clip_that_no_list_shows_is_no_link_of_a_chain(client, chain):
    Clip.objects.filter(pk=chain[0].pk).update(hidden=True)
    item = next(one for one in client.get("/feed.json").json()["items"] if one["url"] == address(chain[1]))
    assert item["_newsclip"]["chain"]["earlier"] == []


def test_of_many_that_go_on_from_a_story_the_first_and_the_newest_are_linked(client, chain):
    for place in (3, 4):
        later = factories.ferry(place, picture=False, headline=f"Strike, part {place}").story
        began = chain[0].story.started_at + timedelta(days=place)
        type(later).objects.filter(pk=later.pk).update(started_at=began)
        ChainLink.objects.create(earlier=chain[0].story, later=later, score=0.5, shared=["Quist"], at=factories.NOON)
    items = client.get("/feed.json").json()["items"]
    told = {one["url"]: one["_newsclip"]["chain"] for one in items}
    assert [one["title"] for one in told[address(chain[0])]["later"]] == ["Strike, part 1", "Strike, part 4"]
    assert [one["title"] for one in told[address(chain[1])]["later"]] == ["Strike, part 2"]
    assert all(one["earlier"] for url, one in told.items() if url != address(chain[0]))


def test_a_feed_asks_for_chains_twice_however_many_entries_it_has(client, chain):
    with CaptureQueriesContext(connection) as asked:
        client.get("/feed.json")
    assert sum("stories_chainlink" in query["sql"] for query in asked) == 2


def test_what_a_reader_mutes_is_no_link_of_what_they_follow(client, chain):
    mara, now = Reader.objects.create(username="mara"), timezone.now()
    address = f"/following/feed.json?token={accounts.make_token(mara, 'my reader', ['feed'], now=now)}"
    actions.follow(mara, "story", str(chain[2].story_id), now=now)
    assert "Strike, part 1" in client.get(address).content.decode()
    actions.mute(mara, "word", "part 1", now=now)
    (item,) = client.get(address).json()["items"]
    assert item["_newsclip"]["chain"]["earlier"] == []


def test_the_feed_of_a_story_is_another_when_a_linked_clip_is(client, chain):
    path = f"/s/{chain[1].story_id}/feed.json"
    before = client.get(path).headers["ETag"]
    assert client.get(path, headers={"If-None-Match": before}).status_code == 304
    Clip.objects.filter(pk=chain[0].pk).update(version=2, headline="Strike, part nought")
    assert client.get(path, headers={"If-None-Match": before}).status_code == 200


def test_whoever_asks_by_date_gets_a_link_that_is_newer_than_the_newest_entry(client, chain):
    path = f"/s/{chain[1].story_id}/feed.json"
    date = http_date(timezone.now().timestamp())
    client.get(path)
    Clip.objects.filter(pk=chain[0].pk).update(version=2, headline="Strike, part nought")
    assert "Strike, part nought" in client.get(path, headers={"If-Modified-Since": date}).content.decode()


def test_a_list_is_another_when_a_clip_that_it_links_is(chain):
    def etag():
        return of_clips("Strikes", "/", "/feed.json", [chain[1]]).etag

    before = etag()
    assert etag() == before
    Clip.objects.filter(pk=chain[0].pk).update(version=2, headline="Strike, part nought")
    assert etag() != before


def test_a_linked_headline_has_its_own_language_and_its_sign_is_explained(client, chain):
    Clip.objects.filter(pk=chain[0].pk).update(headline="Streik, Teil 0", language="de", headline_judged=True)
    item = next(one for one in client.get("/feed.json").json()["items"] if one["url"] == address(chain[1]))
    assert f'<a href="{address(chain[0])}" dir="auto" lang="de">Streik, Teil 0°</a>' in item["content_html"]
    assert "In our words" in item["content_html"]
