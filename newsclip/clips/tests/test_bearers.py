"""Planted namesakes: two Ada Holms are one where the texts tell so, and two where they do not."""

from newsclip.clips.rules.bearers import Appearance, bearers, renamed


def test_two_of_whom_nothing_is_told_stay_apart():
    assert bearers([Appearance(1), Appearance(2)]) == {1: 1, 2: 2}


def test_roles_that_share_a_word_tell_of_one_person():
    roles = [("harbour master",), ("the master of the harbour",), ("harbour master of Kelling",)]
    assert set(bearers([Appearance(n, role) for n, role in enumerate(roles, 1)]).values()) == {1}


def test_a_singer_and_a_judge_stay_apart():
    assert bearers([Appearance(1, ("a singer",)), Appearance(2, ("judge at the high court",))]) == {1: 1, 2: 2}


def test_the_same_office_of_another_place_is_somebody_elses():
    assert bearers([Appearance(1, ("mayor of Kelling",)), Appearance(2, ("mayor of Norvale",))]) == {1: 1, 2: 2}


def test_one_place_is_no_reason_where_the_offices_differ():
    assert bearers([Appearance(1, ("Kelling mayor",)), Appearance(2, ("a Kelling teacher",))]) == {1: 1, 2: 2}


def test_a_role_that_may_be_either_ones_is_nobodys():
    mayors = [("mayor of Kelling",), ("mayor of Norvale",), ("the mayor",), ("Kelling mayor",)]
    assert bearers([Appearance(n, role) for n, role in enumerate(mayors, 1)]) == {1: 1, 2: 2, 3: 3, 4: 1}


def test_a_person_beside_both_tells_of_one_where_roles_do_not_differ():
    beside = frozenset({"karl-quist"})
    assert bearers([Appearance(1, ("a singer",), beside), Appearance(2, (), beside)]) == {1: 1, 2: 1}


def test_a_person_beside_both_is_not_enough_where_roles_differ():
    beside = frozenset({"karl-quist"})
    assert bearers([Appearance(1, ("a singer",), beside), Appearance(2, ("a judge",), beside)]) == {1: 1, 2: 2}
    more = beside | {"ilse-varga"}
    assert bearers([Appearance(1, ("a singer",), more), Appearance(2, ("a judge",), more)]) == {1: 1, 2: 1}


def test_one_place_in_common_is_not_enough_and_two_are():
    kelling, orlo = frozenset({"kelling"}), frozenset({"kelling", "orlo"})
    assert bearers([Appearance(1, things=kelling), Appearance(2, things=kelling)]) == {1: 1, 2: 2}
    assert bearers([Appearance(1, things=orlo), Appearance(2, things=orlo)]) == {1: 1, 2: 1}


def test_a_name_keeps_its_number_when_its_oldest_story_is_no_longer_looked_at():
    found = bearers([Appearance(8, ("a singer",)), Appearance(9, ("the singer",)), Appearance(7, ("a judge",))])
    assert renamed(found, {8: 2, 9: 9, 7: 7}) == {8: 2, 9: 2, 7: 7}
