"""An article of a large story moves to a story of another event that it fits better, once that has grown."""

from datetime import timedelta

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.stories import actions, queries
from newsclip.stories.models import Membership, Story
from newsclip.stories.rules import scoring
from newsclip.stories.tests.invented import NOON, events_of, incoming, read_article, words

STRIKE = [words(strike=14, **{name: 6}) for name in ("anchor", "buoy", "crane", "dock")]
LORRIES = words(strike=3, bridge=4, lorry=3)
BRIDGE = [words(bridge=12, **{name: 8}) for name in ("girder", "crack", "river")]


def moves(texts):
    index = MemoryStoryIndex()
    placed = [index.place(incoming(f"{number}", ("", text))) for number, text in enumerate(texts)]
    return [move for one in placed for move in one.moves]


def test_of_a_story_that_its_article_hardly_fits_any_more_it_moves():
    (move,) = moves([*STRIKE, LORRIES, *BRIDGE])
    assert (move.id, move.story, move.into) == ("4", "0", "5")


def test_of_a_small_story_nothing_moves():
    assert moves([*STRIKE[:2], LORRIES, *BRIDGE]) == []


def test_what_tells_as_much_of_its_own_story_stays():
    assert moves([*STRIKE, words(strike=10, bridge=10), *BRIDGE]) == []


def test_between_two_stories_that_share_much_nothing_moves():
    """Most of these tell one event: which of the two an article is in says little, and the larger one should grow."""
    harbour = words(harbour=9)
    assert moves([*(f"{text} {harbour}" for text in STRIKE), LORRIES, *(f"{text} {harbour}" for text in BRIDGE)]) == []


@pytest.fixture
def index():
    return MemoryStoryIndex()


def place(index, texts):
    articles = []
    for text in texts:
        articles.append(read_article(("", text)))
        list(actions.place(index=index, now=NOON, limit=5))
    return articles


def stories_of(articles):
    return [Membership.objects.get(article=article).story_id for article in articles]


@pytest.mark.django_db
def test_both_stories_say_that_it_moved_and_the_article_why(index):
    articles = place(index, [*STRIKE, LORRIES, *BRIDGE])
    strike, bridge, moved = articles[0], articles[-1], Membership.objects.get(article=articles[4])
    (left, entered) = stories_of([strike, bridge])
    assert stories_of(articles) == [left] * 4 + [entered] * 4
    assert [queries.story(pk).articles for pk in (left, entered)] == [
        queries.story(pk).reports for pk in (left, entered)
    ]
    split, merged = events_of(left)[-1], events_of(entered)[-1]
    assert [(one.kind, one.detail["articles"]) for one in (split, merged)] == [
        ("split", [articles[4].pk]),
        ("merged", [articles[4].pk]),
    ]
    assert queries.story(split.detail["into"]).pk == entered
    assert merged.detail["receipt"]["bridge"] == str(bridge.pk)
    assert moved.receipt["shared"][0].startswith("bridge")
    assert moved.receipt["score"] >= scoring.shipped().merging
    assert not list(queries.decisions())


@pytest.mark.django_db
def test_a_copy_goes_with_it(index):
    long = words(strike=6, bridge=9, lorry=9)
    articles = place(index, [*STRIKE, long, long, *BRIDGE])
    assert Membership.objects.get(article=articles[5]).copy_of_id == articles[4].pk
    assert stories_of(articles)[4:] == [stories_of(articles)[-1]] * 5


@pytest.mark.django_db
@pytest.mark.parametrize("half", [0, 1])
def test_it_is_undone_as_one_and_then_stays_so(index, half):
    articles = place(index, [*STRIKE, LORRIES, *BRIDGE])
    left, entered = stories_of(articles)[0], stories_of(articles)[-1]
    event = events_of((left, entered)[half])[-1]
    assert actions.is_of_move(event)
    actions.undo(event, now=NOON + timedelta(hours=1), by="ines")
    place(index, [words(bridge=12, tram=8)])
    assert stories_of(articles) == [left] * 5 + [entered] * 3


@pytest.mark.django_db
def test_a_split_and_a_merge_of_grouping_at_one_time_are_no_move(index):
    articles = place(index, STRIKE[:2])
    story = Story.objects.get(pk=stories_of(articles)[0])
    other = Story.objects.get(pk=stories_of(place(index, BRIDGE[:1]))[0])
    apart = actions.split([articles[1].pk], story, now=NOON)
    actions.merge(apart, other, now=NOON, receipt={"score": 1.0, "bridge": "9"})
    assert not actions.is_of_move(events_of(apart.pk)[-1])


@pytest.mark.django_db
def test_another_process_knows_that_it_moved(index):
    articles = place(index, [*STRIKE, LORRIES, *BRIDGE])
    (late,) = place(MemoryStoryIndex(), [words(strike=3, bridge=4, lorry=3, queue=3)])
    assert stories_of([late]) == stories_of(articles[-1:])
