"""Related clips: by meaning where there are vectors, by hashtags anyway."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsclip.adapters.no_vectors import NoVectors
from newsclip.clips.models import Clip, Hashtag
from newsclip.clips.ports import Neighbour
from newsclip.ranking import queries
from newsclip.stories.models import Relation, Story
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


class Near:
    """A VectorIndex by hand, which answers what it was made with."""

    def __init__(self, *likenesses):
        self.likenesses = likenesses

    def beside(self, clip_id, *, limit):
        found = [Neighbour(pk, likeness) for pk, likeness in self.likenesses if pk != clip_id]
        return found[:limit]

    def nearest(self, question, *, limit):
        return [Neighbour(pk, likeness) for pk, likeness in self.likenesses][:limit]


@pytest.fixture
def clips():
    """The second shares all hashtags with the first, the third and fourth none."""
    made = [factories.ferry(place, picture=False) for place in range(4)]
    Hashtag.objects.filter(clip__in=made[2:]).delete()
    return made


def test_without_vectors_clips_are_related_by_hashtags_in_common(clips):
    found = queries.related(clips[0].story_id, vectors=NoVectors())
    assert [(one.clip, one.hashtags, one.likeness) for one in found] == [(clips[1], 3, 0.0)]


def test_what_is_alike_by_meaning_comes_first_and_says_how_alike(clips):
    near = Near((clips[0].pk, 1.0), (clips[3].pk, 0.8), (clips[2].pk, 0.6))
    found = queries.related(clips[0].story_id, vectors=near)
    assert [(one.clip, one.likeness) for one in found] == [(clips[3], 0.8), (clips[2], 0.6), (clips[1], 0.0)]


def test_what_is_hardly_alike_is_not_related(clips):
    assert [one.clip for one in queries.related(clips[0].story_id, vectors=Near((clips[2].pk, 0.3)))] == [clips[1]]


@pytest.mark.parametrize("gone", [{"state": "withdrawn"}, {"hidden": True}])
def test_what_no_list_shows_is_never_related(clips, gone):
    Clip.objects.filter(pk=clips[3].pk).update(**gone)
    near = Near((clips[3].pk, 0.9), (clips[2].pk, 0.6))
    assert [one.clip for one in queries.related(clips[0].story_id, 1, vectors=near)] == [clips[2]]
    assert [one.clip for one in queries.alike("x", 1, without=(), vectors=near)] == [clips[2]]


def test_a_story_that_was_merged_is_not_related_to_the_one_it_became_part_of(clips):
    Story.objects.filter(pk=clips[3].story_id).update(merged_into=clips[0].story_id)
    assert [one.clip for one in queries.related(clips[0].story_id, vectors=Near((clips[3].pk, 0.9)))] == [clips[1]]


def test_a_story_without_a_clip_is_related_to_nothing(clips):
    assert queries.related(0, vectors=Near((clips[3].pk, 0.9))) == []


def test_what_was_found_by_words_is_not_shown_again_as_alike(clips):
    near = Near((clips[0].pk, 0.9), (clips[1].pk, 0.7), (clips[2].pk, 0.2))
    found = queries.alike("ferry", without=[clips[0].pk], vectors=near)
    assert [(one.clip, one.likeness) for one in found] == [(clips[1], 0.7)]


def near(one, other):
    Relation.objects.create(story=one.story, other=other.story, score=-0.6)


def test_a_story_that_almost_was_the_same_comes_first_both_ways_with_what_both_tell_of(clips):
    near(clips[0], clips[3])
    for one, other in ((clips[0], clips[3]), (clips[3], clips[0])):
        first = queries.related(one.story_id, vectors=Near((clips[2].pk, 0.9)))[0]
        assert first.clip == other
        assert "Marrow Point" in first.shared


def test_stories_that_are_near_and_name_nothing_in_common_are_not_linked_for_that(clips):
    near(clips[0], clips[3])
    other = clips[3].document | {"summary": {"text": "", "evidence": [], "sentences": []}, "sections": []}
    other["headline"] = other["headline"] | {"text": "A choir sang"}
    Clip.objects.filter(pk=clips[3].pk).update(document=other, digest="another")
    assert queries.near_to([clips[0]])[clips[0].pk] == []


def test_many_near_stories_take_as_many_questions_as_two_and_only_those_asked_about_are_read(clips):
    def asked(shown):
        caches["process"].clear()
        bare = list(Clip.objects.filter(pk__in=[one.pk for one in shown]).defer("document"))
        with CaptureQueriesContext(connection) as questions:
            found = queries.close_among(bare)
        return len(questions), found

    for place, one in enumerate(clips):
        for other in clips[place + 1 :]:
            near(one, other)
    few, of_two = asked(clips[:2])
    many, of_all = asked(clips)
    assert of_two == {clips[0].pk: {clips[1].pk}, clips[1].pk: {clips[0].pk}}
    assert {len(some) for some in of_all.values()} == {3}
    assert many <= few


def test_a_clip_that_no_list_shows_is_near_to_nothing(clips):
    near(clips[0], clips[3])
    Clip.objects.filter(pk=clips[3].pk).update(hidden=True)
    assert queries.near_to(clips[:2]) == {}


def _links(made, shown):
    """Pairs of places of these clips of which the first is shown beside the second."""
    places = {clip.pk: place for place, clip in enumerate(made)}
    return {(places[pk], places[one.clip.pk]) for pk, some in shown.items() for one in some}


def test_every_near_link_is_shown_on_both_sides_alone_and_in_a_list(clips):
    made = [*clips, *(factories.ferry(place, picture=False) for place in range(4, 7))]
    for other in made[1:]:
        near(made[0], other)
    alone = {clip.pk: queries.related(clip.story_id, 2, vectors=NoVectors()) for clip in made}
    linked = {pk: [one for one in some if one.shared] for pk, some in alone.items()}
    wanted = {pair for place in range(1, 7) for pair in ((0, place), (place, 0))}
    assert _links(made, linked) == wanted
    assert _links(made, queries.near_to(made)) == wanted


def test_a_story_near_very_many_is_linked_with_its_nearest_and_they_with_it(clips):
    made = [*clips, *(factories.ferry(place, picture=False) for place in range(4, 12))]
    for place, other in enumerate(made[1:]):
        Relation.objects.create(story=made[0].story, other=other.story, score=-0.6 + place / 1_000)
    found = _links(made, queries.near_to(made))
    assert {one for one, other in found if other == 0} == set(range(4, 12))
    assert found == {(other, one) for one, other in found}


def test_what_a_hidden_clip_is_near_to_takes_no_place(clips):
    made = [*clips, *(factories.ferry(place, picture=False) for place in range(4, 11))]
    for place, other in enumerate(made[1:]):
        Relation.objects.create(story=made[0].story, other=other.story, score=-0.6 + place / 1_000)
    Clip.objects.filter(pk__in=[made[10].pk, made[9].pk]).update(hidden=True)
    assert {one.clip.pk for one in queries.near_to([made[0]])[made[0].pk]} == {clip.pk for clip in made[1:9]}


def test_many_near_clips_take_as_many_questions_as_one(clips):
    for place, one in enumerate(clips):
        for other in clips[place + 1 :]:
            near(one, other)

    def questions(shown):
        caches["process"].clear()
        with CaptureQueriesContext(connection) as asked:
            queries.near_to(shown)
        return len(asked)

    assert questions(clips) <= questions(clips[:1])
