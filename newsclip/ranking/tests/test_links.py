"""A link that a reader submits moves its story by the weight of who brought it; what a source tells counts in full."""

from datetime import timedelta

import pytest

from newsclip.articles.models import Article
from newsclip.clips.models import Clip
from newsclip.community.actions import forget
from newsclip.community.models import Submission
from newsclip.community.ports import Order
from newsclip.community.tests.conftest import NOW, person
from newsclip.pipeline import contributions
from newsclip.ranking import actions as ranking
from newsclip.ranking.models import Standing
from newsclip.ranking.queries import find_story_trends, to_count
from newsclip.sources.actions import submission
from newsclip.sources.models import Publisher, Source
from newsclip.sources.ports import Entry
from newsclip.stories.models import Membership, Story
from newsclip.stories.tests.invented import ORCHARD, read_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    made = Story.objects.create(started_at=NOW, last_at=NOW)
    Clip.objects.create(story=made, slug="s", document={}, headline="A", published=NOW, updated=NOW)
    return made


def told(story, *readers, at=NOW, sourced=False):
    """One more report of the story, by a publisher of its own; these readers submitted its link, in this order."""
    number = Article.objects.count() + 1
    article = read_article((f"{ORCHARD[0]} {number}", ORCHARD[1]))
    publisher = Publisher.objects.create(domain=f"p{number}.example", name=f"P{number}")
    source = article.source if sourced else submission(NOW)
    Article.objects.filter(pk=article.pk).update(source=source, publisher=publisher, published=at, found_at=at)
    for reader in readers:
        Submission.objects.create(reader=reader, url=article.url, article=article, at=at, code="submitted")
    Membership.objects.create(article=article, story=story, revision=1, report=number, at=at)
    return article


def total(story):
    """What the story stands for without decay."""
    return ranking.count(Clip.objects.get(story=story), now=NOW).total


def counted_again():
    for clip in to_count(limit=50):
        ranking.count(clip, now=NOW)
    return Standing.objects.get().total


def test_one_account_of_eight_days_lifts_no_story_by_twelve_links(story):
    rolf = person("rolf", days=8, valued=0)
    for _ in range(12):
        told(story, rolf)
    assert total(story) < 0.25


def test_what_one_account_brought_counts_once_however_known_it_is(story):
    mara = person("mara")
    for _ in range(12):
        told(story, mara)
    assert total(story) == pytest.approx(1.0)


def test_two_known_people_bring_two_reports(story):
    told(story, person("mara"))
    told(story, person("nils"))
    assert total(story) == pytest.approx(2.0)


def test_a_known_person_brings_a_report_that_a_newcomer_submitted_first(story):
    told(story, person("rolf", days=0, valued=0), person("mara"))
    assert total(story) == pytest.approx(1.0)


def test_ten_known_people_who_brought_stories_together_before_bring_less_than_three_reports(story):
    ring = [person(f"r{number}") for number in range(10)]
    for _ in range(4):
        other = Story.objects.create(started_at=NOW, last_at=NOW)
        for reader in ring:
            told(other, reader, at=NOW - timedelta(days=1))
    for reader in ring:
        told(story, reader)
    assert total(story) < 3


def test_what_the_operator_named_counts_in_full(story):
    told(story)
    assert total(story) == pytest.approx(1.0)


def test_a_source_that_shows_what_a_newcomer_submitted_before_counts_in_full(story):
    article = told(story, person("rolf", days=0, valued=0))
    assert total(story) < 0.05
    feed = Source.objects.exclude(kind=Source.Kind.SUBMISSIONS).get()
    contributions.take_in([(feed, [Entry(article.url)])], now=NOW)
    assert counted_again() == pytest.approx(1.0)


@pytest.mark.parametrize("how", ["leaves", "is discounted"])
def test_the_links_of_who_leaves_or_is_discounted_count_no_more(story, how):
    mara = person("mara")
    told(story, sourced=True)
    told(story, mara)
    assert total(story) == pytest.approx(2.0)
    if how == "leaves":
        forget(mara, now=NOW)
        mara.delete()
    else:
        order = Order("discount", "reader", str(mara.pk), "It is one of a ring.")
        contributions.act(person("orla", is_moderator=True), order, now=NOW)
    assert counted_again() == pytest.approx(1.0)


def test_links_alone_make_no_trend(story):
    for name in ("mara", "nils", "pia"):
        told(story, person(name), at=NOW - timedelta(hours=1))
    assert find_story_trends(now=NOW) == []
    for _ in range(2):
        told(story, at=NOW - timedelta(hours=1), sourced=True)
    assert [one.story_id for one in find_story_trends(now=NOW)] == [story.pk]


def test_what_was_published_last_week_and_found_today_is_no_trend_of_today(story):
    for _ in range(3):
        told(story, at=NOW - timedelta(hours=1), sourced=True)
    Article.objects.update(published=NOW - timedelta(days=6))
    assert find_story_trends(now=NOW) == []
    Article.objects.update(published=None)
    assert [one.story_id for one in find_story_trends(now=NOW)] == [story.pk], "of no known day: as it was found"


def test_who_brought_other_stories_than_those_before_counts_in_full(story):
    mara, nils = person("mara"), person("nils")
    for reader in (mara, nils):
        for _ in range(4):
            told(Story.objects.create(started_at=NOW, last_at=NOW), reader, at=NOW - timedelta(days=1))
    told(story, mara)
    told(story, nils)
    assert total(story) == pytest.approx(2.0)


def test_links_of_those_who_left_make_no_meeting_less_rare(story):
    mara, nils = person("mara"), person("nils")
    other = Story.objects.create(started_at=NOW, last_at=NOW)
    others = [told(other, reader, at=NOW - timedelta(days=1)) for reader in (mara, nils)]
    told(story, mara)
    told(story, nils)
    before = total(story)
    for article in others:
        Submission.objects.create(reader=None, url="", article=article, at=NOW, code="submitted")
    assert before < 2
    assert total(story) == pytest.approx(before)


def test_what_becomes_of_one_account_leaves_the_links_of_others_alone(story):
    mara, nils = person("mara"), person("nils")
    told(story, nils)
    total(story)
    order = Order("discount", "reader", str(mara.pk), "It is one of a ring.")
    contributions.act(person("orla", is_moderator=True), order, now=NOW)
    forget(mara, now=NOW)
    assert list(to_count(limit=5)) == []
    assert Submission.objects.get().reader == nils
