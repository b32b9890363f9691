"""Feeds hold the newest alone, whatever there is, and words of people stay words in addresses and entries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip, Correction, Hashtag
from newsclip.community import actions
from newsclip.community.models import Action, Challenge, Collected, Comment, Notice, Suggestion
from newsclip.ranking.models import TagStanding, Trend
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
NOW = factories.NOON
MANY = range(70)


@pytest.fixture
def mara():
    return Reader.objects.create(username="mara", date_joined=NOW - timedelta(days=100))


def many(model, **fields):
    model.objects.bulk_create(model(at=NOW + timedelta(seconds=n), **fields) for n in MANY)


def number(client, place: str) -> int:
    return len(client.get(place).json()["items"])


def test_a_feed_of_what_people_say_and_do_holds_the_newest(client, mara):
    clip = factories.ferry(picture=False)
    story = clip.story
    many(Comment, story=story, reader=mara, text="I was aboard.")
    many(Suggestion, story=story, reader=mara, kind="headline", wanted={"headline": "Aground"})
    many(Action, name="orla", kind="lock", target="story", key=str(story.pk), reason="Enough.")
    places = ("/u/mara", f"/s/{story.pk}/discussion", f"/s/{story.pk}/suggestions", "/moderation")
    assert [number(client, f"{place}/feed.json") for place in places] == [30] * 4


def test_a_feed_of_suggestions_and_doubts_reads_no_more_than_it_holds(client, mara):
    clip = factories.ferry(picture=False)
    doubt = {"clip": clip, "clip_version": 1, "reader": mara}
    Challenge.objects.bulk_create(Challenge(at=NOW, sentence=f"It rained {n} times.", **doubt) for n in MANY)
    many(Suggestion, story=clip.story, reader=mara, kind="headline", wanted={"headline": "Aground"})
    with CaptureQueriesContext(connection) as asked:
        assert number(client, f"/s/{clip.story_id}/suggestions/feed.json") == 30
    bounded = [query["sql"] for query in asked if query["sql"].endswith("LIMIT 30")]
    assert all(any(f'FROM "{table._meta.db_table}"' in sql for sql in bounded) for table in (Challenge, Suggestion))


def test_a_feed_of_notices_holds_the_newest(client, mara):
    key = accounts.make_token(mara, "my reader", ["feed"], now=NOW)
    Notice.objects.bulk_create(Notice(reader=mara, kind="fact", words="New.", key=f"{n}", at=NOW) for n in MANY)
    assert number(client, f"/notices/feed.json?token={key}") == 30


def test_a_feed_of_corrections_holds_the_newest(client):
    clip = factories.ferry(picture=False)
    many(Correction, clip=clip, version=2, kind="revised", reasons=factories.reasons("clip_restored"))
    assert number(client, "/corrections/feed.json") == 50


def test_a_feed_of_clips_holds_the_newest(client, mara):
    made = [factories.ferry(place, picture=False) for place in range(32)]
    kept = actions.make_collection(mara, "Ferries", now=NOW, public=True)
    Collected.objects.bulk_create(Collected(collection=kept, story=clip.story, at=NOW) for clip in made)
    actions.follow(mara, "hashtag", "sabine", now=NOW)
    key = accounts.make_token(mara, "my reader", ["feed"], now=NOW)
    places = ("/category/general/feed.json", "/collections/mara/feed.json", f"/following/feed.json?token={key}")
    assert [number(client, place) for place in places] == [30] * 3


def test_a_feed_of_a_story_holds_what_was_added_last(client):
    def text(n):
        names = [f"{chr(97 + n)}{letter}arro" for letter in "kmr"]
        return " ".join(f"The tug {a.title()} brought {a}nels and {n}7 {a}dens to the {a}quay." for a in names)

    papers = [(f"Paper {n}", f"paper{n}.example", "Ferry aground", text(n)) for n in range(20)]
    story = factories.Told(told=papers).story
    assert number(client, f"/s/{story.pk}/feed.json") == 50


def test_a_search_is_followed_by_its_first_words(client):
    feed = client.get("/search/feed.json", {"q": "f&g " + "x" * 300}).json()
    assert feed["feed_url"].endswith("/search/feed.json?q=f%26g%20" + "x" * 196)


def test_an_address_of_a_hashtag_is_written_in_plain_letters(client):
    clip = factories.ferry(picture=False)
    Hashtag.objects.create(clip=clip, name="Straße", key="straße", place=9)
    TagStanding.objects.create(clip=clip, key="straße", hot=1, published=NOW)
    Trend.objects.create(key="straße", name="Straße", score=5, voices=4, usual=0.5, at=NOW)
    assert client.get("/tag/straße/feed.json").json()["feed_url"].endswith("/tag/stra%C3%9Fe/feed.json")
    (trend,) = client.get("/trending/feed.json").json()["items"]
    assert trend["url"].endswith("/tag/stra%C3%9Fe")


def test_reasons_notices_and_summaries_stay_words(client, mara):
    clip, said = factories.ferry(picture=False), "5 < 6 & <b>more</b>"
    escaped = "5 &lt; 6 &amp; &lt;b&gt;more&lt;/b&gt;"
    Clip.objects.update(summary=said)
    Action.objects.create(name="orla", kind="lock", target="story", key=str(clip.story_id), reason=said, at=NOW)
    Notice.objects.create(reader=mara, kind="fact", words=said, key="1", at=NOW)
    key = accounts.make_token(mara, "my reader", ["feed"], now=NOW)
    for place in ("/moderation/feed.json", f"/notices/feed.json?token={key}"):
        assert client.get(place).json()["items"][0]["content_html"] == escaped
    assert etree.fromstring(client.get("/feed.atom").content).find("{*}entry/{*}summary").text == escaped


def test_a_feed_reads_the_documents_of_its_clips_at_once(client):
    for place in range(5):
        factories.ferry(place)
    with CaptureQueriesContext(connection) as asked:
        assert len(client.get("/feed.json").json()["items"]) == 5
    assert sum('"clips_clip"."document"' in query["sql"] for query in asked) == 1
