"""Accounts that cost nothing move nothing: what was tried against the front page, played again."""

from datetime import timedelta

import pytest

from newsclip.articles.models import Article
from newsclip.clips.models import Clip
from newsclip.community import actions, queries
from newsclip.community.tests.conftest import NOW, person
from newsclip.ranking import actions as ranking
from newsclip.ranking.models import Standing
from newsclip.ranking.queries import front_page_now, to_count
from newsclip.stories.models import Membership, Story
from newsclip.stories.tests.invented import ORCHARD, read_article

pytestmark = pytest.mark.django_db


def count_all(now=NOW):
    list(actions.weigh(queries.to_weigh(), now=now))
    list(actions.weigh_comments(queries.comments_to_weigh(), now=now))
    for clip in to_count(limit=50):
        ranking.count(clip, now=now)


def clip_told(name, hours):
    """A clip of a story that one publisher told so many hours ago."""
    told = NOW - timedelta(hours=hours)
    story = Story.objects.create(started_at=told, last_at=told)
    article = read_article((name, ORCHARD[1]), hours=hours)
    Article.objects.filter(pk=article.pk).update(published=told)
    Membership.objects.create(article_id=article.pk, story=story, revision=1, report=1, at=told)
    return Clip.objects.create(story=story, slug=name, document={}, headline=name, published=told, updated=told)


@pytest.fixture
def pages():
    """Ten clips, the youngest first."""
    return [clip_told(f"told-{hours}-hours-ago", hours) for hours in range(1, 41, 4)]


def newcomers(number):
    """Accounts that were made just now."""
    return [person(f"new{n}", days=0, valued=0) for n in range(number)]


def order():
    return [one.clip for one in front_page_now(NOW)]


def test_ten_accounts_made_in_five_seconds_do_not_comment_the_last_story_up(pages):
    count_all()
    before = order()
    for number, reader in enumerate(newcomers(10)):
        actions.comment(reader, pages[-1].story_id, f"Breaking, number {number}!", now=NOW)
    count_all()
    assert before[-1] == pages[-1]
    assert order()[:5] == before[:5]
    assert Standing.objects.get(clip=pages[-1]).receipt["comment"] <= 0.06


def test_fifty_accounts_made_just_now_do_not_read_a_story_up(pages):
    count_all()
    before = order()
    for reader in newcomers(50):
        actions.remember_reading(reader, pages[5], now=NOW)
    ranking.count(pages[5], now=NOW)
    assert order() == before
    assert Standing.objects.get(clip=pages[5]).receipt["read"] <= 0.011


def test_light_comments_and_reads_keep_no_heavy_ones_from_counting(pages):
    for number, reader in enumerate(newcomers(30)):
        actions.comment(reader, pages[0].story_id, f"Me too, number {number}.", now=NOW - timedelta(minutes=30))
        actions.remember_reading(reader, pages[0], now=NOW - timedelta(minutes=30))
    mara = person("mara")
    actions.comment(mara, pages[0].story_id, "I was aboard.", now=NOW)
    actions.remember_reading(mara, pages[0], now=NOW)
    count_all()
    receipt = Standing.objects.get(clip=pages[0]).total_receipt
    assert receipt["comment"] >= 0.5
    assert receipt["read"] >= 0.02
