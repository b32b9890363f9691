"""What a moderator does bites everywhere, at once."""

import pytest
from django.core.cache import caches
from django.utils import timezone

from newsclip import wiring
from newsclip.accounts.models import Reader
from newsclip.clips import actions as clips
from newsclip.clips import queries as clips_queries
from newsclip.clips.models import Clip, Correction
from newsclip.community import actions
from newsclip.community.ports import Order
from newsclip.ranking import actions as ranking
from newsclip.ranking import queries as ranking_queries
from newsclip.ranking.models import TagReview, Trend
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
LISTS = (
    "/", "/?order=new", "/?order=rising", "/?order=top", "/category/general", "/tag/sabine", "/source/ledger.example",
    "/search?q=ferry", "/corrections", "/disagreements", "/sitemap-clips.xml", "/sitemap-news.xml",
    "/edition/2026-11-24",
    "/feed.atom", "/feed.json", "/category/general/feed.atom", "/tag/sabine/feed.json",
    "/source/ledger.example/feed.atom", "/search/feed.atom?q=ferry", "/corrections/feed.atom", "/collections/mara/kept",
    "/api/clips", "/api/search?q=ferry",
)  # fmt: skip


@pytest.fixture
def moderator():
    return Reader.objects.create(username="orla", is_moderator=True)


@pytest.fixture
def clip():
    found = factories.ferry()
    now = timezone.now()
    mara = Reader.objects.create(username="mara")
    kept = actions.make_collection(mara, "Kept", now=now, public=True)
    actions.collect(mara, kept, found.story_id, now=now)
    Correction.objects.create(
        clip=found, version=1, kind="revised", reasons=factories.reasons("article_changed"), at=now
    )
    ranking.count(found, now=now)
    clips.index([found], index=wiring.search_index(), vectors=wiring.vector_index())
    return found


def names(client, clip, path) -> bool:
    caches["process"].clear()
    answer = client.get(path)
    assert answer.status_code in {200, 404}, path  # a category without clips is none
    return clip.slug in b"".join(answer).decode() if answer.streaming else clip.slug in answer.content.decode()


@pytest.mark.slow
def test_a_story_that_was_taken_out_leaves_every_list_and_comes_back(client, clip, moderator):
    client.force_login(moderator)
    here = [path for path in LISTS if names(client, clip, path)]
    assert len(here) >= 18
    now = timezone.now()
    actions.act(moderator, Order("remove", "story", str(clip.story_id), "Invented."), now=now)
    assert [path for path in LISTS if names(client, clip, path)] == []
    assert [client.get(f"/c/{clip.slug}{more}").status_code for more in ("", ".json", "/evidence")] == [410] * 3
    assert client.get(f"/api/clips/{clip.slug}").status_code == 410
    assert clip.slug not in client.get(f"/s/{clip.story_id}").content.decode()
    assert [one.pk for one in clips_queries.to_index()] == [clip.pk]
    assert [one.pk for one in ranking_queries.to_count(limit=9)] == [clip.pk]
    actions.act(moderator, Order("restore", "story", str(clip.story_id), "It was not."), now=now)
    assert [path for path in here if not names(client, clip, path)] == []


def test_a_removal_for_a_day_ends_after_it(clip, moderator):
    now = timezone.now()
    order = Order("remove", "story", str(clip.story_id), "Until it is clear.", until=now + timezone.timedelta(days=1))
    actions.act(moderator, order, now=now)
    assert actions.end_restrictions(now) == 0
    assert actions.end_restrictions(order.until) == 1
    assert not Clip.objects.get(pk=clip.pk).hidden


def test_a_held_hashtag_is_no_trend_and_waits_for_a_moderator(client, clip, moderator):
    now = timezone.now()
    ranking.keep_trends([Trend(key="sabine", name="Sabine", score=9, voices=3, usual=0, at=now)], now=now)
    client.force_login(moderator)
    assert "#Sabine" in client.get("/trending").content.decode()
    client.post("/moderation/hashtag/%23Sabine", {"action": "hold", "reason": "It names a victim."})
    assert "#Sabine" not in client.get("/trending").content.decode()
    assert "/moderation/hashtag/sabine" in client.get("/moderation/queue").content.decode()
    client.post("/moderation/hashtag/sabine", {"action": "approve", "reason": "It is the ship."})
    assert "#Sabine" in client.get("/trending").content.decode()


def test_a_hashtag_trends_for_the_first_time_once_a_moderator_looked(client, moderator):
    now = timezone.now()
    found = [Trend(key="sabine", name="Sabine", score=9, voices=3, usual=0, at=now)]
    assert ranking.only_reviewed(found, now=now) == []
    client.force_login(moderator)
    assert "#sabine" in client.get("/moderation/queue").content.decode()
    client.post("/moderation/hashtag/sabine", {"action": "approve", "reason": "It is the ship."})
    assert ranking.only_reviewed(found, now=now) == found
    assert TagReview.objects.get().allowed
    assert "#sabine" not in client.get("/moderation/queue").content.decode()
