"""Which stories of the same days tell of one matter, though they are two."""

from datetime import UTC, datetime, timedelta

import pytest

from newsclip.stories import queries
from newsclip.stories.models import Relation, Story, StoryActor, StoryProfile

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 10, 16, 12, tzinfo=UTC)
WORDS = {"tuition": [0.8, "tuition"], "rebel": [0.4, "rebels"], "vote": [0.4, "vote"]}
WENDT, STOLL, BOON = "Casper Wendt", "Winifred Stoll", "Cressida Boon"


def story(names, words=None, *, at=NOON, counts=1.0, leads=False) -> int:
    made = Story.objects.create(started_at=at, last_at=at)
    StoryProfile.objects.create(story=made, at=at, language="en", words=WORDS if words is None else words)
    for name in names:
        StoryActor.objects.create(
            story=made, key=name.casefold(), name=name, counts=counts, leads=leads, opens=True, at=at
        )
    return made.pk


def test_two_tellings_of_one_vote_are_found_both_ways_with_names_and_words_as_the_reason():
    one, other = story([WENDT, STOLL]), story([WENDT, STOLL, BOON])
    assert queries.of_one_matter([one]) == {(one, other): (WENDT, STOLL, "tuition", "rebels")}
    assert list(queries.of_one_matter([other])) == [(other, one)]


def test_the_same_people_with_another_matter_or_one_name_alone_are_not_enough():
    one = story([WENDT, STOLL])
    story([WENDT, STOLL], {"harbour": [0.9, "harbour"], "tuition": [0.05, "tuition"]})
    story([WENDT])
    story([WENDT, STOLL], at=NOON - timedelta(days=4))
    assert queries.of_one_matter([one]) == {}


def test_one_name_is_enough_where_it_stands_in_a_headline_of_both_and_their_words_are_alike():
    one, other = story([WENDT], leads=True), story([WENDT], leads=True)
    story([WENDT])
    story([WENDT], {"harbour": [0.9, "harbour"], "tuition": [0.05, "tuition"]}, leads=True)
    assert queries.of_one_matter([one]) == {(one, other): (WENDT, "tuition", "rebels")}
    assert list(queries.of_one_matter([other])) == [(other, one)]
    assert set(queries.one_matter_among([one, other])) == {(one, other), (other, one)}


def test_a_body_or_a_street_in_both_headlines_is_not_enough():
    one = story([WENDT], counts=0.5, leads=True)
    story([WENDT], counts=0.5, leads=True)
    assert queries.of_one_matter([one]) == {}


def test_names_that_many_stories_have_do_not_count():
    made = [story([WENDT, STOLL]) for _ in range(14)]
    assert queries.of_one_matter(made[:1]) == {}


def test_it_costs_as_many_questions_for_one_story_as_for_many(django_assert_num_queries):
    made = [story([WENDT, STOLL]) for _ in range(8)]
    with django_assert_num_queries(4):
        assert len(queries.of_one_matter(made)) == 56
    with django_assert_num_queries(4):
        queries.of_one_matter(made[:1])


def test_among_some_stories_only_pairs_of_these_are_found_and_strangers_cost_one_question(django_assert_num_queries):
    one, other, third = (story([WENDT, STOLL]) for _ in range(3))
    stranger = story(["Ada Prowse", "Odo Finch"])
    with django_assert_num_queries(3):
        assert set(queries.one_matter_among([one, other])) == {(one, other), (other, one)}
    with django_assert_num_queries(1):
        assert queries.one_matter_among([third, stranger]) == {}


def test_near_ones_among_some_stories_are_found_by_what_was_merged_into_them_too():
    one, other, stranger, part = (story([]) for _ in range(4))
    Story.objects.filter(pk=part).update(merged_into=other)
    for near in (part, stranger):
        Relation.objects.create(story_id=one, other_id=near, score=-0.6)
    assert set(queries.near_among([one, other])) == {(one, other), (other, one)}
