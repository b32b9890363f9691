"""Two articles that share hardly a word are one story if a third tells of both; a roundup of two events joins none."""

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.stories.rules import scoring
from newsclip.stories.tests.invented import incoming, words

PORTRAIT = words(meals=2, cook=14)
STUDY = words(meals=2, doctor=14)
VOTE = words(meals=2, cook=5, doctor=5)


@pytest.fixture
def index():
    index = MemoryStoryIndex()
    placed = [index.place(incoming(name, ("", text))) for name, text in (("portrait", PORTRAIT), ("study", STUDY))]
    assert [one.story for one in placed] == ["portrait", "study"]
    return index


def place(index, name, text):
    return index.place(incoming(name, ("", text)))


def test_what_shares_the_same_words_with_both_makes_them_one_story(index):
    placed = place(index, "vote", VOTE)
    assert [(one.gone, one.into) for one in placed.merges] == [("study", "portrait")]
    assert placed.story == "portrait"


def test_the_receipt_says_what_fitted(index):
    (merge,) = place(index, "vote", VOTE).merges
    assert merge.receipt["bridge"] == "vote"
    assert merge.receipt["score"] >= scoring.shipped().threshold
    assert sum(merge.receipt["parts"].values()) == pytest.approx(merge.receipt["score"], abs=0.01)
    assert set(merge.receipt["shared"]) == {"mealsa", "mealsb"}


def test_a_roundup_shares_other_words_with_each_and_joins_one():
    index = MemoryStoryIndex()
    for name, text in (("race", words(race=16)), ("fire", words(fire=16))):
        place(index, name, text)
    placed = place(index, "roundup", words(race=6, fire=6))
    assert (placed.story in {"race", "fire"}, placed.merges) == (True, [])


def test_stories_that_people_settled_stay_apart(index):
    index.settle("study")
    assert place(index, "vote", VOTE).merges == []


def test_a_story_of_two_articles_needs_more_than_a_third(index):
    assert place(index, "second", words(cook=13, knife=3)).story == "portrait"
    assert place(index, "vote", VOTE).merges == []
