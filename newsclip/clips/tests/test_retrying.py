"""After a failure of the language model the extractive clip stands, and the model is asked again later."""

from datetime import timedelta
from decimal import Decimal

import pytest

from newsclip.clips import actions, queries
from newsclip.clips.models import Clip
from newsclip.clips.tests.test_actions import NOW, Extractive, a_story, changed
from newsclip.db.leases import claim
from newsclip.stories import actions as stories
from newsclip.writing.ports import Figures
from newsclip.writing.tests.stories import CROWD

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


class Model(Extractive):
    """Gives the extractive clip and says what came of asking the model."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def __call__(self, assigned):
        outcome = (self._code, "")
        actions.keep_attempt(int(assigned.story), "tiny", Figures(), outcome=outcome, cost=Decimal(0), at=assigned.at)
        return super().__call__(assigned)


def write_at(passed: timedelta, code: str = "busy") -> list[str]:
    now = NOW + passed
    claimed = claim(actions.assign(queries.to_write(now, limit=50), limit=50), now=now, limit=50)
    return [result.code for result in actions.write(claimed, writer=Model(code), now=now)]


def test_it_is_asked_again_after_five_minutes_then_after_ten():
    a_story()
    assert write_at(timedelta()) == ["written"]
    assert write_at(timedelta(minutes=4)) == []
    assert write_at(timedelta(minutes=5)) == ["unchanged"]
    assert write_at(timedelta(minutes=14)) == []
    assert write_at(timedelta(minutes=15), "written") == ["unchanged"]
    assert write_at(timedelta(days=9)) == []
    assert Clip.objects.get().version == 1


def test_it_is_asked_eight_times_more_at_most():
    story = a_story()
    turns = [write_at(timedelta(hours=7 * turn)) for turn in range(12)]
    assert sum(map(len, turns)) == 9
    changed(story)
    assert write_at(timedelta(days=9)) == ["unchanged"]
    assert write_at(timedelta(days=9, minutes=5)) == ["unchanged"]


def test_it_is_asked_again_about_a_story_that_another_went_into_while_that_one_was_claimed():
    kept, merged = a_story(), a_story("Bridge crowd in Orlo Bay grows", CROWD.text)
    claimed = claim(actions.assign([merged], limit=1), now=NOW, limit=1)
    stories.merge(merged, kept, now=NOW)
    assert list(actions.write(claimed, writer=Model("busy"), now=NOW)) == []
    assert write_at(timedelta()) == ["written"]
    assert [one.story_id for one in queries.assignments().filter(retry_at__gt=NOW)] == [kept.pk]
    assert write_at(timedelta(minutes=5)) == ["unchanged"]


@pytest.mark.parametrize("code", ["written", "bad_draft", "too_little_left"])
def test_an_answer_that_was_given_is_not_asked_for_again(code):
    a_story()
    assert write_at(timedelta(), code) == ["written"]
    assert write_at(timedelta(days=1), code) == []
