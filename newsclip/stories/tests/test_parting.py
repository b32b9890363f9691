"""A story whose articles turn out to tell two events is split, with a receipt; what people decided stays."""

import numpy as np
import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.stories import actions, queries
from newsclip.stories.models import Membership, Story
from newsclip.stories.rules import scoring, splitting
from newsclip.stories.rules.vectors import Vector
from newsclip.stories.tests.invented import NOON, events_of, read_article


def vector(*numbers):
    return Vector(np.array(numbers, np.int32), np.full(len(numbers), len(numbers) ** -0.5, np.float32))


def test_a_cut_parts_two_events_and_tells_how_alike_the_parts_are():
    ferry = [vector(1, 2, 3, 4), vector(1, 2, 3, 5), vector(1, 2, 4, 5)]
    strike = [vector(7, 8, 9, 1), vector(7, 8, 9, 10)]
    found = splitting.cut([ferry[0], strike[0], ferry[1], strike[1], ferry[2]])
    assert (found.stay, found.leave) == ([0, 2, 4], [1, 3])
    assert found.nearest == pytest.approx(0.25)
    assert 0 < found.cosine < 0.3


def test_one_that_is_unlike_all_others_is_a_part_of_its_own():
    found = splitting.cut([vector(1, 2, 3), vector(7, 8, 9), vector(1, 2, 4), vector(1, 3, 4)])
    assert found.leave == [1]


def test_equal_texts_cannot_be_parted():
    assert splitting.cut([vector(1, 2, 3)] * 4) is None


def test_a_story_is_looked_at_each_time_it_grew_by_half_and_no_more_when_it_is_large():
    assert [size for size in range(1, 1_000) if splitting.due(size)] == [6, 10, 16, 26, 42, 60]


CHAIN = [
    {"ferry": 20},
    {"ferry": 5, "strike": 15},
    {"strike": 6, "crew": 14},
    {"crew": 20},
    {"crew": 15, "pay": 5},
    {"ferry": 15, "dock": 5},
]


def about(**words):
    """A text of so many words, invented ones, that belong to each of these."""
    return "", " ".join(f"{name}{chr(97 + n)}" for name, most in words.items() for n in range(most))


def placed(index, texts):
    """Articles placed one by one."""
    articles = []
    for hours, words in enumerate(texts):
        articles.append(read_article(about(**words), hours=hours))
        list(actions.place(index=index, now=NOON, limit=50))
    return articles


def stories_of(articles):
    return [Membership.objects.get(article=article).story_id for article in articles]


@pytest.fixture
def index():
    return MemoryStoryIndex()


@pytest.mark.django_db
def test_later_evidence_splits_a_story_that_grew_by_a_chain_and_says_why(index):
    stories = stories_of(placed(index, CHAIN))
    assert stories[0] == stories[1] == stories[5] != stories[2] == stories[3] == stories[4]
    event = events_of(stories[0])[-1]
    receipt = event.detail["receipt"]
    assert (event.kind, event.detail["into"]) == ("split", stories[2])
    assert receipt["score"] < scoring.shipped().splitting
    assert (receipt["stayed"][0][:5], receipt["left"][0][:4]) == ("ferry", "crew")
    assert [queries.story(pk).articles for pk in (stories[0], stories[2])] == [3, 3]


@pytest.mark.django_db
def test_what_comes_after_a_split_finds_its_part(index):
    before = placed(index, CHAIN)
    after = placed(index, [{"crew": 18, "pier": 2}, {"ferry": 18, "pier": 2}])
    assert stories_of(after) == stories_of([before[3], before[0]])
    rebuilt = placed(MemoryStoryIndex(), [{"crew": 17, "dock": 3}])
    assert stories_of(rebuilt) == stories_of([before[3]])


@pytest.mark.django_db
def test_a_copy_goes_with_its_original(index):
    words = {"crew": 36}
    told = [*CHAIN[:3], words, words, CHAIN[4], CHAIN[5]]
    articles = placed(index, told)
    stories = stories_of(articles)
    assert Membership.objects.get(article=articles[4]).copy_of_id == articles[3].pk
    assert stories[3] == stories[4] != stories[0]


@pytest.mark.django_db
def test_a_split_by_later_evidence_can_be_taken_back_and_then_stays_so(index):
    articles = placed(index, CHAIN)
    (first, *_), split = stories_of(articles), events_of(stories_of(articles)[0])[-1]
    actions.undo(split, now=NOON, by="ines", why="one event")
    placed(index, [{"ferry": 17, "dock": 2}, {"crew": 17, "dock": 3}, {"crew": 18, "pier": 2}])
    assert set(stories_of(articles)) == {first}


@pytest.mark.django_db
def test_what_people_merged_is_not_taken_apart(index):
    articles = placed(index, CHAIN[:5])
    quarry = placed(index, [{"quarry": 20}])
    gone, into = (Story.objects.get(pk=stories_of(some)[0]) for some in (quarry, articles))
    actions.merge(gone, into, now=NOON, by="ines")
    placed(index, CHAIN[5:])
    assert not [event for event in events_of(stories_of(articles)[0]) if event.kind == "split"]
