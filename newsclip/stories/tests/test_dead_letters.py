"""A text that grouping takes more than it may for is tried twice, then set aside; everything else is placed."""

import pytest

from newsclip import wiring
from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.adapters.embedded.text_process import LimitedText, Limits
from newsclip.articles import actions as articles
from newsclip.articles import queries as articles_queries
from newsclip.kernel.fetching import MEGABYTE
from newsclip.kernel.reasons import Refused
from newsclip.stories import actions
from newsclip.stories.models import Membership
from newsclip.stories.tests.invented import BRIDGE, NOON, ORCHARD, read_article
from tests.integration.poisoned_rules import PoisonedRules

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
POISONED = ("Mill wheel turns back", "The mill of Ostrava turned back on Friday. " * 150)
SHORT = (POISONED[0], "The mill of Ostrava turned back on Friday. " * 9)


def slow(incoming) -> None:
    if incoming.title == POISONED[0]:
        raise Refused("time_limit", "More than 10 CPU seconds.")


class Deadly(MemoryStoryIndex):
    """Kills who places the poisoned text."""

    def place(self, incoming):
        if incoming.title == POISONED[0]:
            raise SystemExit(9)
        return super().place(incoming)


class Broken(MemoryStoryIndex):
    def place(self, incoming):
        raise RuntimeError(incoming.id)


def place(index=None, trial=slow) -> list[str]:
    try:
        placed = actions.place(index=index or MemoryStoryIndex(), now=NOON, limit=50, trial=trial)
        return [result.code for result in placed]
    except SystemExit:
        return ["killed"]


def test_it_is_set_aside_after_the_second_try_and_the_others_are_placed():
    poisoned, *others = read_article(POISONED), read_article(BRIDGE, hours=1), read_article(ORCHARD, hours=2)
    assert place() == ["time_limit", "placed", "placed"]
    assert list(articles_queries.dead_letters()) == []
    assert place() == ["time_limit"]
    assert [(row.pk, row.dead_letter) for row in articles_queries.dead_letters()] == [(poisoned.pk, "time_limit")]
    assert place() == []
    assert Membership.objects.count() == len(others)


def test_who_is_killed_twice_in_one_text_sets_it_aside():
    read_article(POISONED)
    read_article(BRIDGE, hours=1)
    assert [place(Deadly(), actions.no_trial) for _ in range(3)] == [
        ["killed"],
        ["killed"],
        ["worker_killed", "placed"],
    ]


def test_a_short_text_is_tried_apart_once_it_killed_who_placed_it():
    read_article(SHORT)
    read_article(BRIDGE, hours=1)
    assert [place(Deadly()) for _ in range(2)] == [["killed"], ["time_limit", "placed"]]
    assert [row.dead_letter for row in articles_queries.dead_letters()] == ["time_limit"]


def test_a_fault_of_ours_is_no_try():
    read_article(POISONED)
    for _ in range(3):
        with pytest.raises(RuntimeError):
            place(Broken(), actions.no_trial)
    assert place(trial=actions.no_trial) == ["placed"]


def test_what_is_retried_is_placed_where_it_takes_no_longer_too_much():
    poisoned = read_article(POISONED)
    place()
    place()
    assert articles.retry([poisoned.pk], now=NOON) == 1
    assert place(trial=actions.no_trial) == ["placed"]


def test_the_limited_process_ends_what_holds_the_rules_of_grouping_up():
    text = LimitedText(wiring.taxonomy(), Limits(2, 2, 2048 * MEGABYTE), rules=PoisonedRules)
    poisoned, bridge = read_article(POISONED), read_article(BRIDGE, hours=1)
    assert place(trial=text.try_grouping) == ["time_limit", "placed"]
    assert [member.article_id for member in Membership.objects.all()] == [bridge.pk]
    assert poisoned.pk != bridge.pk
