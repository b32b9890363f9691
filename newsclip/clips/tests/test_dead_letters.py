"""A story whose clip takes more than it may is tried twice, then set aside; every other clip is written."""

from datetime import datetime, timedelta

import pytest

from newsclip.articles.models import Article
from newsclip.clips import actions, queries
from newsclip.clips.models import HOLD, Assignment, Clip
from newsclip.clips.tests.test_actions import NOW, Extractive, a_story, add_article, changed
from newsclip.db.leases import claim
from newsclip.evidence.document import Document
from newsclip.kernel.reasons import Refused
from newsclip.sources.models import Publisher
from newsclip.stories.models import Story
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import CROWD, MARK

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LATER, MUCH_LATER = NOW + 2 * HOLD, NOW + 4 * HOLD
SLOW = Refused("time_limit", "More than 30 CPU seconds.")


class Bounded:
    """Writes clips; that of the poisoned story ends in `end`."""

    mark = MARK

    def __init__(self, end: BaseException, poisoned: Story) -> None:
        self.end, self.poisoned = end, str(poisoned.pk)

    def __call__(self, assigned: Assigned) -> Document:
        if assigned.story == self.poisoned:
            raise self.end
        return Extractive()(assigned)


def write(writer: object, now: datetime = NOW) -> list[str]:
    """The codes of all that is to be written, by one worker that is started anew where it was killed."""
    told = []
    rows = claim(actions.assign(queries.to_write(now, limit=50), limit=50), now=now, limit=50)
    try:
        for result in actions.write(rows, writer=writer, now=now):  # type: ignore[arg-type]
            told.append(result.code)
    except SystemExit:
        told.append("killed")
    return told


def dead_letters() -> dict[int, str]:
    return {row.story_id: row.dead_letter for row in queries.dead_letters()}


def test_it_is_set_aside_after_the_second_try_and_the_others_are_written() -> None:
    poisoned, other = a_story(), a_story()
    assert write(Bounded(SLOW, poisoned)) == ["time_limit", "written"]
    assert dead_letters() == {}
    assert write(Bounded(SLOW, poisoned), LATER) == ["time_limit"]
    assert dead_letters() == {poisoned.pk: "time_limit"}
    assert write(Bounded(SLOW, poisoned), MUCH_LATER) == []
    assert Clip.objects.get().story == other


def test_who_is_killed_twice_in_one_story_sets_it_aside_and_no_other() -> None:
    poisoned, _ = a_story(), a_story()
    killed = Bounded(SystemExit(9), poisoned)  # what ends the process says nothing to anybody
    assert write(killed) == ["killed"]
    assert write(killed, LATER) == ["killed"]
    assert write(killed, MUCH_LATER) == ["worker_killed", "written"]
    assert dead_letters() == {poisoned.pk: "worker_killed"}


def test_who_is_told_to_stop_does_not_count() -> None:
    story = a_story()
    for number in range(3):
        with pytest.raises(KeyboardInterrupt):
            write(Bounded(KeyboardInterrupt(), story), NOW + 2 * number * HOLD)
    assert Assignment.objects.get().tries == 0


def test_an_unexpected_fault_is_tried_again_as_long_as_it_lasts() -> None:
    story = a_story()
    for number in range(3):
        assert write(Bounded(RuntimeError(), story), NOW + 2 * number * HOLD) == ["internal_error"]
    assert (Assignment.objects.get().tries, dead_letters()) == (0, {})


def set_aside(story: Story) -> None:
    for now in (NOW, LATER):
        write(Bounded(SLOW, story), now)
    assert dead_letters() == {story.pk: "time_limit"}


def test_a_new_version_of_the_story_is_a_fresh_chance() -> None:
    story = a_story()
    set_aside(story)
    add_article(story, CROWD.title, CROWD.text, NOW)
    changed(story)
    assert write(Extractive(), MUCH_LATER) == ["written"]
    assert dead_letters() == {}


def test_a_new_version_has_two_tries_of_its_own() -> None:
    story = a_story()
    set_aside(story)
    changed(story)
    assert write(Bounded(SLOW, story), MUCH_LATER) == ["time_limit"]
    assert Assignment.objects.get().tries == 1


def test_a_story_that_changes_each_time_is_tried_four_times_a_day_and_again_the_next() -> None:
    story = a_story()
    told = []
    for hour in range(24):
        changed(story)
        told += write(Bounded(SLOW, story), NOW + hour * 2 * HOLD)
    tried = timedelta(days=1) > NOW + 24 * 2 * HOLD - NOW
    assert (tried, told.count("time_limit"), set(told)) == (True, 4, {"time_limit", "tried_too_often"})
    assert dead_letters() == {story.pk: "tried_too_often"}
    assert write(Extractive(), NOW + timedelta(days=1)) == ["written"]
    assert dead_letters() == {}


def test_a_story_of_one_publisher_is_charged_to_it_and_one_of_several_to_nobody() -> None:
    alone, several = a_story(), a_story()
    Article.objects.filter(pk__in=alone.memberships.values("article")).update(
        publisher=Publisher.objects.earliest("pk")
    )
    for story in (alone, several):
        write(Bounded(SLOW, story))
    assert sum(Publisher.objects.values_list("overruns", flat=True)) == 1


def test_it_is_written_again_where_somebody_asks_for_it() -> None:
    story = a_story()
    set_aside(story)
    assert actions.retry([story.pk], now=MUCH_LATER) == 1
    assert write(Extractive(), MUCH_LATER) == ["written"]
    assert dead_letters() == {}


def rewritten_in_vain(story: Story) -> Clip:
    """Its clip is published; the next version cannot be written."""
    write(Extractive())
    changed(story)
    set_aside(story)
    return Clip.objects.get()


def test_what_was_published_before_stays() -> None:
    assert rewritten_in_vain(a_story()).state == Clip.State.PUBLISHED


def test_what_rests_on_an_article_that_was_taken_back_is_withdrawn() -> None:
    story = a_story()
    write(Extractive())
    Article.objects.update(state=Article.State.GONE, came_or_went=True)
    add_article(story, CROWD.title, CROWD.text, NOW)
    changed(story)
    set_aside(story)
    assert (Clip.objects.get().state, Clip.objects.get().code) == (Clip.State.WITHDRAWN, "time_limit")
