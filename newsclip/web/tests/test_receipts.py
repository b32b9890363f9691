"""Every place can say why: the parts that a page shows sum to what decides."""

import json
from datetime import timedelta
from random import SystemRandom

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsclip import wiring
from newsclip.accounts.models import Reader
from newsclip.articles.models import Article, Revision
from newsclip.clips.actions import keep_canary, keep_exam
from newsclip.clips.models import Clip
from newsclip.community import actions
from newsclip.community import queries as community
from newsclip.ranking import actions as ranking
from newsclip.ranking import queries
from newsclip.ranking.models import Slate, Standing
from newsclip.ranking.rules import heat
from newsclip.ranking.rules.learning import BEGINNING
from newsclip.stories.models import Membership, Story
from newsclip.web.pages.quality_figures import quality
from newsclip.web.templatetags.people import adding_up, signed_points
from newsclip.web.tests import factories
from newsclip.writing.judging.licence import ExamResult, JudgeModel

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize(
    "parts",
    [(0.4249, 1.7249, 1.9149, 1.3749, 0.0349), (0.349, 0.399, 0.899, 0.449, 0.019), (1.005, -0.295), (-0.004,), ()],
)
def test_what_a_receipt_shows_adds_up_to_the_sum_that_it_shows(parts):
    named = {str(place): points for place, points in enumerate(parts)}
    shown = adding_up(named, sum(parts))
    assert sum(round(100 * points) for _, points in shown) == round(100 * sum(parts))
    assert all(abs(points - named[name]) < 0.01 for name, points in shown)


def test_points_are_rounded_not_cut_off():
    assert [signed_points(points) for points in (1.999, -0.296, -0.001, 0.5)] == ["+2.00", "−0.30", "+0.00", "+0.50"]


def body(answer):
    return answer.content.decode()


@pytest.fixture
def town():
    """Clips with votes for and against, comments and reads, counted."""
    now = timezone.now()
    clips = [factories.ferry(place, at=now - timedelta(hours=3 * place)) for place in range(4)]
    people = [Reader.objects.create(username=f"p{n}", date_joined=now - timedelta(days=90)) for n in range(5)]
    for place, reader in enumerate(people):
        for clip in clips[: place + 1]:
            against = place % 2
            actions.vote(reader, clip.story_id, now=now, value=-1 if against else 1, reason="wrong" if against else "")
        actions.comment(reader, clips[place % 4].story_id, f"I was aboard, too ({place}).", now=now)
        actions.remember_reading(reader, clips[0], now=now)
    list(actions.weigh(community.to_weigh(), now=now))
    for clip in clips:
        ranking.count(clip, now=now)
    return clips, people, now


def test_the_parts_of_every_stored_score_sum_to_it(town):
    for row in Standing.objects.all():
        assert sum(row.receipt.values()) == pytest.approx(heat.points(row.hot, row.counted_at), rel=1e-5)


def test_every_place_of_the_front_page_is_the_sum_of_its_parts(town, client):
    clips, _, now = town
    positions = queries.front_page_now(now + timedelta(hours=5))
    page, _ = queries.front_page()
    assert [one.clip for one in positions] == page
    assert {one.clip.pk for one in positions} == {clip.pk for clip in clips}
    for one in positions:
        assert sum(one.parts.values()) == pytest.approx(one.points, rel=1e-4)
    assert [one.points for one in positions] == sorted((one.points for one in positions), reverse=True)
    shown = body(client.get("/about/ranking/now"))
    assert all(clip.headline in shown for clip in clips)
    assert "Similar clips are ranked above it" in shown


def test_copies_of_one_report_lift_a_story_no_higher_than_the_report_alone():
    """Hot, rising, top and the receipt count independent reports; a story copied by all stands below one told twice."""
    now = timezone.now()
    twice, copied = (factories.ferry(place, at=now - timedelta(hours=3)) for place in range(2))
    members = Membership.objects.filter(story=copied.story_id).order_by("at")
    members.exclude(pk=members[0].pk).update(report=1, copy_of=members[0].article)
    told, copy = (ranking.count(clip, now=now) for clip in (twice, copied))
    assert (told.hot, told.rising, told.total) > (copy.hot, copy.rising, copy.total)
    assert (told.total, copy.total) == (float(members.count()), 1.0)
    assert told.receipt["report"] > 0 == copy.receipt["report"]
    assert queries.front_page()[0] == [twice, copied]
    assert queries.front_page(order="top", since=now - timedelta(days=1))[0] == [twice, copied]


def test_a_report_counts_from_when_it_was_first_told_or_found_and_no_article_is_read_again():
    now = timezone.now()
    clip = factories.ferry(at=now - timedelta(hours=3))
    members = Membership.objects.filter(story=clip.story_id).order_by("at")
    last = members.last()
    first = now - timedelta(hours=5)
    Article.objects.filter(pk=last.article_id).update(published=None, found_at=first)
    members.exclude(pk=last.pk).update(report=last.report)
    with CaptureQueriesContext(connection) as asked:
        counted = ranking.count(clip, now=now)
    assert counted.hot == pytest.approx(heat.heat([heat.Signal("told", first)]))
    assert not [one["sql"] for one in asked if "articles_revision" in one["sql"]]


@pytest.mark.parametrize("order", ["hot", "rising", "top"])
@pytest.mark.parametrize("period", ["", "day"])
def test_every_order_shows_sums_that_are_its_stored_scores(town, client, order, period):
    _, _, now = town
    since = now - queries.PERIODS[period] if period else None
    at = now + timedelta(minutes=30)
    positions = queries.front_page_now(at, order, since)
    page, _ = queries.front_page(order=order, since=since)
    assert page
    assert [one.clip for one in positions] == page
    for one in positions:
        assert one.points > 0
        assert sum(one.parts.values()) == pytest.approx(one.points, rel=1e-4)
    shown = body(client.get("/about/ranking/now", {"order": order, "for": period}))
    assert [shown.index(clip.headline) for clip in page] == sorted(shown.index(clip.headline) for clip in page)
    told = client.get(f"/api/clips/{page[0].slug}/receipt", {"order": order}).json()
    assert sum(told["parts"].values()) == pytest.approx(told["points"], rel=1e-4)


def test_top_counts_as_much_of_a_kind_as_hot_does(client):
    """Five of full weight who discuss a story count, and votes against never take away all."""
    clip, now = factories.ferry(), timezone.now()
    for number in range(12):
        reader = Reader.objects.create(username=f"p{number}", date_joined=now - timedelta(days=90), valued=3)
        actions.comment(reader, clip.story_id, f"I was aboard ({number}).", now=now)
    list(actions.weigh_comments(community.comments_to_weigh(), now=now))
    ranking.count(clip, now=now)
    row = Standing.objects.get()
    assert row.total_receipt["comment"] == 5 * heat.WEIGHTS["comment"]
    assert row.total == pytest.approx(sum(row.total_receipt.values()))


def test_a_clip_says_where_it_stands_and_why(town, client):
    _, _, now = town
    first = queries.front_page_now(now)[0].clip
    assert "number 1 on the front page" in body(client.get(f"/c/{first.slug}"))


def test_a_vote_against_asks_why_and_is_taken_back(town, client):
    clips, people, _ = town
    client.force_login(people[0])
    story = clips[3].story_id
    assert client.post(f"/s/{story}/vote", {"against": "because"}).status_code == 422
    client.post(f"/s/{story}/vote", {"against": "off_topic"})
    assert "You voted against it: off topic" in body(client.get(f"/c/{clips[3].slug}"))
    client.post(f"/s/{story}/vote", {"take_back": "1"})
    assert "Vote against" in body(client.get(f"/c/{clips[3].slug}"))


def test_learning_can_be_switched_off_and_on(town, client):
    _, people, now = town
    client.force_login(people[0])
    client.get("/for-you")
    assert Slate.objects.filter(reader=people[0]).count() == 1
    client.post("/for-you/learning")
    shown = body(client.get("/for-you"))
    assert not Slate.objects.filter(reader=people[0]).exists()
    assert "What you read is not used here" in shown
    assert all("read" not in one.placed.parts for one in queries.for_you(people[0], now=now, chance=SystemRandom()))
    client.post("/for-you/learning", {"on": "1"})
    client.get("/for-you")
    assert Slate.objects.filter(reader=people[0]).exists()


def test_only_what_one_follows_is_only_that(town, client):
    clips, people, now = town
    client.force_login(people[0])
    client.post("/for-you/learning")
    actions.follow(people[0], "story", str(clips[3].story_id), now=now)
    chosen = queries.for_you(people[0], now=now, chance=SystemRandom())
    assert [one.clip for one in chosen] == [clips[3]]
    actions.unfollow(people[0], "story", str(clips[3].story_id))
    assert "Nothing you follow is in the news" in body(client.get("/for-you"))


def test_what_is_followed_comes_first_also_when_it_was_read(town, client):
    clips, people, now = town
    client.force_login(people[0])
    actions.follow(people[0], "story", str(clips[3].story_id), now=now)
    client.get(f"/c/{clips[3].slug}")
    shown = body(client.get("/for-you"))
    first, *others = (shown.index(f'href="/c/{one.slug}"') for one in reversed(clips))
    assert first < min(others)
    assert "Because you follow this story" in shown


def test_ones_own_page_says_which_mute_hid_how_much(town, client):
    clips, people, now = town
    client.force_login(people[0])
    actions.mute(people[0], "word", "ferry", now=now)
    assert f"{len(clips)} clips hidden because you muted ferry" in body(client.get("/for-you"))


def test_only_what_was_opened_from_a_page_teaches_it(town, client):
    """What was read before the page was shown, and is shown on it again, was not chosen from it."""
    clips, people, now = town
    mara = people[0]
    actions.remember_reading(mara, clips[0], now=now)
    shown = [{"clip": clip.pk, "factors": {"hot": 1.0 if clip == clips[1] else 0.0}, "chance": 1.0} for clip in clips]
    ranking.remember_slate(mara, shown, now=now + timedelta(minutes=1))
    assert list(ranking.learn(now=now + timedelta(hours=1))) == []
    assert ranking.in_force().slates == 0
    ranking.remember_slate(mara, shown, now=now + timedelta(hours=1))
    actions.remember_reading(mara, clips[1], now=now + timedelta(hours=1, minutes=5))
    assert len(list(ranking.learn(now=now + timedelta(hours=2)))) == 1
    assert ranking.in_force().slates == 1
    assert ranking.in_force().weights["hot"] > BEGINNING.weights["hot"]


def test_the_chance_of_a_place_that_explored_is_kept_with_what_came_of_it(town, client):
    clips, people, now = town
    mara, client_at = people[0], now + timedelta(minutes=5)
    earned, opened, passed = ({"clip": clip.pk, "factors": {"hot": 1.0}, "chance": 1.0} for clip in clips[:3])
    ranking.remember_slate(mara, [earned, opened | {"chance": 0.02}, passed | {"chance": 0.25}], now=now)
    actions.remember_reading(mara, clips[1], now=client_at)
    list(ranking.learn(now=now + timedelta(hours=1)))
    assert not Slate.objects.exists()
    kept = [(row["place"], row["chance"], row["opened"]) for row in queries.everything_of(mara)["exploration"]]
    assert kept == [(2, 0.02, True), (3, 0.25, False)]
    client.force_login(mara)
    assert "0.25" in client.get("/settings/export").getvalue().decode()
    client.post("/for-you/learning")
    assert list(queries.everything_of(mara)["exploration"]) == []


def test_a_story_that_many_speak_of_trends_with_its_numbers(town, client):
    clips, _, now = town
    ranking.keep_story_trends(queries.find_story_trends(now=now))
    shown = body(client.get("/trending"))
    assert clips[0].headline in shown
    assert "3 publishers and" in shown


def test_quality_counts_what_is_stored_and_sees_what_was_changed_behind_its_back(client):
    caches["process"].clear()
    clip = factories.ferry()
    whole = body(client.get("/quality"))
    assert client.get("/quality.json").json()["standing"]["lost"] == 0
    said = json.dumps(clip.document).count('"evidence"') - ("evidence" in clip.document["summary"])
    assert f"<dd>{said}</dd>" in whole
    assert "<dd>0</dd>" in whole
    Revision.objects.update(text="Nothing of the kind.")
    caches["process"].clear()
    assert "<dd>0</dd>" not in body(client.get("/quality"))
    assert Clip.objects.count() == 1


def test_quality_tells_the_exam_of_the_judge_and_what_ended_its_licence(client, clip, monkeypatch):
    judge = JudgeModel("orlo-7b", "http://10.0.0.9/v1", "1", "schema")
    monkeypatch.setattr(wiring, "judge_model", lambda: judge)
    result = ExamResult(true=193, true_accepted=180, wrong=193, wrong_passed=1, whole=True)
    keep_exam(judge, result, at=timezone.now())
    caches["process"].clear()
    shown = body(client.get("/quality"))
    assert "orlo-7b was tested" in shown
    assert "180 / 193" in shown
    assert "It may judge." in shown
    assert "10.0.0.9" not in shown + body(client.get("/quality.json"))
    keep_canary(judge, "007w", passed=True, at=timezone.now())
    caches["process"].clear()
    assert "It may judge no more" in body(client.get("/quality"))
    assert client.get("/quality.json").json()["exam"]["canaries"] == 1


def test_quality_looks_at_the_sixty_newest_clips(clip):
    stories = Story.objects.bulk_create(Story(started_at=clip.published, last_at=clip.published) for _ in range(62))
    same = {"document": clip.document, "headline": clip.headline, "published": clip.published, "updated": clip.updated}
    Clip.objects.bulk_create(Clip(story=one, slug=f"c{n}", **same) for n, one in enumerate(stories))
    assert quality(clip.published).standing.clips == 60


def test_a_readers_own_page_and_record_are_of_them_alone(client, mara, nils, now):
    actions.follow(nils, "hashtag", "lighthouses", now=now)
    ranking.switch_learning(nils, on=False, now=now)
    client.force_login(mara)
    assert "lighthouses" not in client.get("/for-you").content.decode()
    assert list(queries.everything_of(mara)["learningoff"]) == []
