"""Where an original leaves its story, its copies stay one report, and the story is found all the same."""

from datetime import timedelta

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.articles.models import Article
from newsclip.stories import actions
from newsclip.stories.models import Membership, Story
from newsclip.stories.tests.invented import BRIDGE, BRIDGE_TOLD_AGAIN, NOON, ORCHARD, events_of, read_article, revise

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
HAIL = ("Hail takes the pears of Hallisted", ORCHARD[1] + " Bees were spared.")


@pytest.fixture
def index():
    return MemoryStoryIndex()


def place(index, now=NOON):
    return [result.code for result in actions.place(index=index, now=now, limit=50)]


def copy(number, **more):
    return read_article((BRIDGE[0], f"{BRIDGE[1]} ({number})"), **more)


def story_of(article):
    return Membership.objects.get(article=article).story


def copied_from(*articles):
    return [Membership.objects.get(article=article).copy_of_id for article in articles]


@pytest.mark.parametrize("restarted", [False, True])
def test_new_copies_of_a_text_whose_original_was_taken_down_are_still_one_report(index, restarted):
    original, first = read_article(BRIDGE), copy(1, hours=1)
    place(index)
    Article.objects.filter(pk=original.pk).update(state=Article.State.REFUSED)
    actions.leave([original.pk], why="asked for", now=NOON)
    second, third = copy(2, hours=2), copy(3, hours=3)
    place(MemoryStoryIndex() if restarted else index)
    story = Story.objects.get()
    assert (story.articles, story.reports) == (3, 1)
    assert copied_from(first, second, third) == [None, first.pk, first.pk]


@pytest.mark.parametrize("restarted", [False, True])
def test_a_story_whose_original_became_another_event_goes_on_with_its_copies(index, restarted):
    original, first, orchard = read_article(BRIDGE), copy(1, hours=1), read_article(ORCHARD)
    place(index)
    revise(original, HAIL)
    assert place(index) == ["moved"]
    second, again = copy(2, hours=2), read_article(BRIDGE_TOLD_AGAIN, hours=4)
    place(MemoryStoryIndex() if restarted else index)
    assert story_of(original) == story_of(orchard)
    bridge = story_of(first)
    assert story_of(second) == story_of(again) == bridge
    assert (bridge.articles, bridge.reports) == (3, 2)
    assert copied_from(first, second) == [None, first.pk]


def test_copies_that_stay_when_their_original_is_split_off_are_copies_of_nothing_elsewhere(index):
    original, first, second = read_article(BRIDGE), copy(1, hours=1), copy(2, hours=2)
    place(index)
    story = Story.objects.get()
    actions.split([original.pk], story, now=NOON, by="ines")
    assert copied_from(first, second) == [None, first.pk]
    actions.undo(events_of(story.pk)[-1], now=NOON, by="ines")
    assert copied_from(first, second) == [original.pk, original.pk]
    assert Story.objects.get(pk=story.pk).reports == 1


@pytest.mark.parametrize("restarts_every", [0, 1, 5])
def test_a_story_that_lives_three_weeks_is_one_story_though_the_worker_starts_anew(index, restarts_every):
    """The first words of all its articles are one publisher's, so that most are copies of what was forgotten."""
    for day in range(22):
        news = " ".join(f"Plank{chr(97 + day)}{chr(97 + n)} was laid by crew{chr(97 + day)}{n}." for n in range(12))
        told = [(BRIDGE[0], f"{BRIDGE_TOLD_AGAIN[1]} {news}")]
        told += [(f"Other {day} {n}", " ".join(f"w{chr(97 + day)}{n}{k}" for k in range(26))) for n in range(3)]
        for one in told:
            article = read_article(one, hours=24 * day)
            article.found_at = article.published
            article.save()
        index = MemoryStoryIndex() if restarts_every and day % restarts_every == 0 else index
        place(index, now=NOON + timedelta(days=day))
    assert max(Story.objects.values_list("articles", flat=True)) == 22
