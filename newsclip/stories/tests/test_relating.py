import pytest

from newsclip.stories import queries
from newsclip.stories.actions.apply_placement import relate
from newsclip.stories.models import Relation, Story
from newsclip.stories.ports import Placement
from newsclip.stories.tests.invented import NOON

pytestmark = pytest.mark.django_db


def test_stories_of_one_subject_are_linked_once_with_their_best_score_and_not_merged():
    one, other = (Story.objects.create(key=key, started_at=NOON, last_at=NOON) for key in ("1", "2"))
    relate(other, Placement("3", "2", "3", {"related": [{"story": "1", "score": -0.9}]}))
    relate(one, Placement("4", "1", "4", {"related": [{"story": "2", "score": -0.4}, {"story": "gone", "score": -1}]}))
    assert list(Relation.objects.values_list("story", "other", "score")) == [(one.pk, other.pk, -0.4)]
    assert Story.objects.filter(merged_into=None).count() == 2


def test_stories_of_which_an_article_almost_joined_the_other_are_near_both_ways():
    one, other, far = (Story.objects.create(key=key, started_at=NOON, last_at=NOON) for key in ("1", "2", "3"))
    Relation.objects.create(story=one, other=other, score=-0.9)
    Relation.objects.create(story=one, other=far, score=-1.5)
    assert queries.near([one.pk]) == [(one.pk, other.pk)]
    assert queries.near([other.pk, far.pk]) == [(other.pk, one.pk)]
