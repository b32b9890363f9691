"""The page of a very long story shows so much of it, and says how much it leaves out."""

from datetime import timedelta

import pytest

from newsclip.articles.models import Article
from newsclip.sources.models import Source
from newsclip.stories.models import Membership, Relation, Story, StoryEvent
from newsclip.web.pages.story_page import story_page
from newsclip.web.tests.factories import NOON, ferry, publisher

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return Story.objects.create(started_at=NOON, last_at=NOON, articles=205, reports=205)


def add(story, number, **more):
    outlet = publisher("The Velmora Lantern", "lantern.example")
    feed = Source.objects.create(url="https://lantern.example/feed", publisher=outlet, added_at=NOON, due_at=NOON)
    plain = {"source": feed, "publisher": outlet, "state": "read", "code": "read", "found_at": NOON}
    made = (Article(url=f"https://lantern.example/{n}", entry_title=f"Part {n}", **plain) for n in range(number))
    for report, article in enumerate(Article.objects.bulk_create(made)):
        Membership.objects.create(article=article, story=story, revision=1, report=report, at=NOON, **more)


def test_of_very_many_reports_two_hundred_are_shown(story):
    add(story, 205)
    told = story_page(story)
    assert (len(told.reports), told.more_reports) == (200, 5)


def test_five_related_stories_are_shown_and_of_near_ones_all(story):
    clips = [ferry(n, picture=False) for n in range(8)]
    Relation.objects.bulk_create(Relation(story=clips[0].story, other=one.story, score=-0.5) for one in clips[4:])
    told = story_page(clips[0].story).related
    assert [bool(one.shared) for one in told] == [True, True, True, True, False]
    Relation.objects.bulk_create(Relation(story=clips[0].story, other=one.story, score=-0.5) for one in clips[1:4])
    assert [bool(one.shared) for one in story_page(clips[0].story).related] == [True] * 7


def test_the_newest_events_are_told_and_what_is_of_every_day_apart(story):
    kinds = ["joined"] * 35 + ["moved"] * 65
    StoryEvent.objects.bulk_create(
        StoryEvent(story=story, kind=kind, at=NOON + timedelta(minutes=n), detail={}) for n, kind in enumerate(kinds)
    )
    told = [event.row.kind for event in story_page(story).events]
    assert (told.count("joined"), told.count("moved")) == (30, 60)
