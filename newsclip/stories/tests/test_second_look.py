"""An article that stayed alone is looked at again when the story that it nearly joined has grown."""

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.stories import actions, queries
from newsclip.stories.models import Membership, Story
from newsclip.stories.rules import scoring
from newsclip.stories.tests.invented import NOON, events_of, read_article, revise, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def index():
    return MemoryStoryIndex()


def place(index, **counts):
    article = read_article(("", words(**counts)))
    assert len(list(actions.place(index=index, now=NOON, limit=5))) == 1
    return article


def place_three(index):
    """A story, an article that nearly joins it, and one that makes it grow."""
    told = ({"ferry": 16}, {"ferry": 2, "quay": 14}, {"ferry": 6, "quay": 2, "crew": 8})
    return [place(index, **words) for words in told]


def stories_of(articles):
    return [Membership.objects.get(article=article).story_id for article in articles]


def test_it_joins_the_story_and_the_history_says_why(index):
    articles = place_three(index)
    (story,) = set(stories_of(articles))
    assert (queries.story(story).articles, queries.story(story).reports) == (3, 3)
    event = next(one for one in events_of(story) if one.kind == "merged")
    receipt = event.detail["receipt"]
    assert (event.detail["articles"], receipt["bridge"]) == ([articles[1].pk], str(articles[2].pk))
    assert receipt["score"] >= scoring.shipped().threshold
    assert sum(receipt["parts"].values()) == pytest.approx(receipt["score"], abs=0.01)
    assert receipt["shared"][0].startswith("ferry")


def test_it_can_be_taken_back_and_stays_so(index):
    articles = place_three(index)
    event = Story.objects.exclude(merged_into=None).get().events.get(kind="merged")
    actions.undo(event, now=NOON, by="ines")
    articles.append(place(index, ferry=6, quay=4, crew=6))
    story, lone, *rest = stories_of(articles)
    assert lone != story
    assert rest == [story, story]


@pytest.mark.parametrize("restarted", [False, True])
def test_what_a_moderator_kept_apart_grouping_does_not_join(index, restarted):
    articles = [place(index, ferry=16), place(index, ferry=2, quay=14)]
    one, other = (Story.objects.get(pk=pk) for pk in stories_of(articles))
    actions.keep_apart(one, other, now=NOON, by="ines")
    articles.append(place(MemoryStoryIndex() if restarted else index, ferry=6, quay=2, crew=8))
    assert stories_of(articles) == [one.pk, other.pk, one.pk]
    assert [event.detail for event in events_of(other.pk)][-1] == {"from": one.pk, "by": "ines"}


def test_an_article_that_a_moderator_kept_apart_stays_where_it_is_when_its_words_change(index):
    articles = [place(index, ferry=16), place(index, ferry=2, quay=14)]
    one, other = (Story.objects.get(pk=pk) for pk in stories_of(articles))
    actions.keep_apart(one, other, now=NOON, by="ines")
    revise(articles[1], ("", words(ferry=15)))
    assert [one.code for one in actions.place(index=index, now=NOON, limit=5)] == ["revised"]
    assert stories_of(articles) == [one.pk, other.pk]


def test_another_process_takes_it_in(index):
    articles = place_three(index)
    late = place(MemoryStoryIndex(), quay=13, pier=3)
    assert len(set(stories_of([*articles, late]))) == 1


@pytest.mark.parametrize(("lone", "joined"), [({"ferry": 3, "crew": 4, "strike": 9}, True), ({"strike": 16}, False)])
def test_what_a_newcomer_shares_with_a_lone_article_counts_if_it_is_what_it_shares_with_its_story(index, lone, joined):
    one, other = place(index, ferry=16), place(index, **lone)
    last = place(index, ferry=9, crew=4, strike=4)
    story, second, third = stories_of([one, other, last])
    assert (story == third, story == second) == (True, joined)
