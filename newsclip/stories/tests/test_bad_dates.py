"""Clocks that are a day wrong, and a text that comes back after a year."""

from datetime import timedelta

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.articles.models import Article
from newsclip.stories import actions, queries
from newsclip.stories.models import Membership, Story
from newsclip.stories.tests.invented import BRIDGE, BRIDGE_TOLD_AGAIN, NOON, incoming, read_article

YEAR = 365 * 24
FIRE_IN_ONE = (
    "Fire destroys timber yard in Newbridge",
    "A fire destroyed the timber yard at the harbour of Newbridge on Sunday night. Forty firefighters from Orlo "
    "Bay fought the flames until dawn, and two of them were taken to hospital with burns, fire chief Ansel Brandt "
    "said. The yard belongs to the Holm family, which has sawn oak there since 1921. Police think that a welding "
    "lamp was left burning.",
)
AGAIN = (
    "A year on, Newbridge remembers its timber yard",
    "A year after a fire destroyed the timber yard of Newbridge, its owners opened a museum of saws on the same "
    "ground. The Holm family showed two hundred visitors the only shed that stood. Fire chief Ansel Brandt cut "
    "the ribbon on Sunday.",
)


@pytest.mark.parametrize("hours", [-24, 24, -30, 30])
def test_a_publisher_whose_clock_is_a_day_wrong_tells_the_same_story(hours):
    index = MemoryStoryIndex()
    index.place(incoming("right", BRIDGE))
    assert index.place(incoming("wrong", BRIDGE_TOLD_AGAIN, hours=hours)).story == "right"


@pytest.mark.django_db
@pytest.mark.parametrize("told", [AGAIN, FIRE_IN_ONE], ids=["told anew", "printed again"])
def test_a_story_that_comes_back_after_a_year_is_a_story_of_its_own(told):
    index = MemoryStoryIndex()
    for hours, one in ((0, FIRE_IN_ONE), (YEAR, told)):
        at = NOON + timedelta(hours=hours)
        Article.objects.filter(pk=read_article(one, hours=hours).pk).update(found_at=at)
        list(actions.place(index=index, now=at, limit=9))
    assert Story.objects.count() == 2
    assert Membership.objects.filter(copy_of=None).count() == 2


@pytest.mark.django_db
def test_a_date_without_a_time_is_no_midnight_at_which_the_story_began():
    index = MemoryStoryIndex()
    for hours, one in ((-12, BRIDGE_TOLD_AGAIN), (1, BRIDGE), (8, BRIDGE_TOLD_AGAIN)):
        read_article(one, hours=hours)
    list(actions.place(index=index, now=NOON + timedelta(hours=9), limit=9))
    story = Story.objects.get()
    assert (story.started_at, story.last_at) == (NOON + timedelta(hours=1), NOON + timedelta(hours=8))
    assert story.phase == "new"


@pytest.mark.django_db
@pytest.mark.parametrize("hours", [(-12, 1), (1, -12)])
def test_a_report_without_a_time_came_no_sooner_than_the_first_that_has_one_on_its_day(hours):
    for at, one in zip(hours, (BRIDGE, BRIDGE_TOLD_AGAIN), strict=True):
        read_article(one, hours=at)
    list(actions.place(index=MemoryStoryIndex(), now=NOON + timedelta(hours=9), limit=9))
    assert [one.at for one in queries.reports_of(Story.objects.get().pk)] == [NOON + timedelta(hours=1)] * 2
