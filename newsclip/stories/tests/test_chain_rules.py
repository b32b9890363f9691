"""Which stories are of one chain: names that few have, and rare words beside them, days to weeks apart."""

from datetime import timedelta

import pytest

from newsclip.stories.rules import chains
from newsclip.stories.tests.invented import BRUECKE, NOON
from newsclip.stories.tests.invented_chains import (
    FERRY_DEAL,
    FERRY_STRIKE,
    FERRY_VOTE,
    LEVY,
    LIBRARY,
    RECOUNT,
    TARNOW_BRIDGE,
    TRAM_STRIKE,
    TRIAL,
    TRIAL_OF_ANOTHER,
)


def profile(*told, language="en"):
    return chains.profile(told, language)


def linked(earlier, later, *, days=10, **stories):
    return chains.link(timedelta(days=days), profile(earlier), profile(later), stories)


def test_the_end_of_a_strike_goes_on_from_it_and_says_why():
    link = linked(FERRY_STRIKE, FERRY_DEAL)
    assert {"Dora Quist", "Strait Line"} & set(link.shared)
    assert {"deckhands", "walkout"} & set(link.shared)


def test_a_headline_that_grows_in_small_letters_still_has_room_in_its_column():
    assert len(profile(("ß" * 300, FERRY_STRIKE[1])).regular) == 300


@pytest.mark.parametrize(
    ("one", "other"), [(FERRY_STRIKE, TRAM_STRIKE), (TRIAL, TRIAL_OF_ANOTHER), (TARNOW_BRIDGE, LIBRARY)]
)
def test_neither_a_like_event_in_the_town_nor_a_mayor_s_other_matter_goes_on_from_it(one, other):
    assert linked(one, other) is None


def test_a_name_that_many_stories_have_says_nothing():
    assert linked(FERRY_STRIKE, FERRY_DEAL, **{}) is not None
    famous = dict.fromkeys(profile(FERRY_DEAL).actors, chains.NARROW + 1)
    assert linked(FERRY_STRIKE, FERRY_DEAL, **famous) is None


def test_a_column_that_comes_every_week_is_no_chain():
    told = FERRY_STRIKE[1]
    assert linked(("Harbour notes of 3 March", told), ("Harbour notes of 10 March", told)) is None
    assert linked(("Ferries stop", told), ("Ferries still stopped", told)) is not None


def test_what_lies_a_day_to_four_months_apart_may_be_one_chain():
    for days, apart in ((0, False), (0.9, False), (1, True), (120, True), (121, False), (365, False)):
        assert bool(linked(FERRY_STRIKE, FERRY_DEAL, days=days)) == apart, days


def test_within_a_day_the_later_one_goes_on_from_what_it_refers_back_to():
    for hours, apart in ((0, False), (5, False), (6, True), (23, True)):
        link = linked(RECOUNT, LEVY, days=hours / 24)
        assert bool(link) == apart, hours
    assert link.shared == ("Jonah Leith", "Oda Perrin", "recount")
    assert linked(LEVY, RECOUNT, days=0.7) is None


@pytest.mark.parametrize(
    "other",
    [
        (LEVY[0], LEVY[1].replace("Since the recount in Brackwater Ward", "For once")),
        (LEVY[0], LEVY[1].replace("Brackwater Ward", "Upper Sarn")),
        (f"{LEVY[0]}, recount asked for", LEVY[1]),
        (LEVY[0], LEVY[1].replace("Oda Perrin", "Una Frey").replace("Jonah Leith", "Tove Falk")),
    ],
    ids=["no word of it", "elsewhere", "its own", "nobody in common"],
)
def test_within_a_day_what_does_not_tell_what_came_before_is_not_linked(other):
    assert linked(RECOUNT, other, days=0.7) is None


def test_it_goes_on_from_the_newest_of_those_that_are_about_as_close():
    close, closer, far = (chains.Link(score, ()) for score in (0.5, 0.6, 0.2))
    days = [NOON + timedelta(days=n) for n in range(3)]
    assert chains.previous([(days[0], 1, closer), (days[1], 2, close), (days[2], 3, far)]) == 2
    assert chains.previous([]) is None


def test_stories_in_two_languages_are_never_linked():
    assert chains.link(timedelta(days=9), profile(FERRY_STRIKE), profile(BRUECKE, language="de"), {}) is None


def test_a_menu_and_a_list_of_headlines_are_not_read():
    menu = "Sport\nHarbour Radio\nKarst Hollow Motors\n"
    assert profile((FERRY_VOTE[0], menu + FERRY_VOTE[1])).actors == profile(FERRY_VOTE).actors


def test_a_town_a_court_and_a_last_name_alone_count_less_than_a_person():
    actors = profile(TRIAL).actors
    assert actors["jonas wirth"].counts == 1
    assert actors["orlo district court"].counts < 1
    assert not {"orlo", "wirth"} & set(actors)


def test_of_many_articles_what_two_of_them_tell_counts():
    told = profile(FERRY_STRIKE, FERRY_DEAL, FERRY_VOTE)
    assert "dora quist" in told.actors
    assert "lawsuit" not in told.words


def test_a_story_without_words_is_in_no_chain():
    empty = profile(("", ""))
    assert chains.link(timedelta(days=9), empty, empty, {}) is None
    assert profile().actors == {}
