"""Tables that this release cannot use are refused with a remedy, before anything is written."""

import pytest

from newsclip.health.tables import TableState, describe, refusal

HALF = TableState(broken="clips_clip should be there, and is not")
NEWER = TableState(unknown=("clips 9999_new",))
BESIDE_NEWER = TableState(unknown=("clips 9999_new",), may_run=True)
BEHIND = TableState(waiting=("clips 0018_mentions",))


@pytest.mark.parametrize("state", [TableState(), BESIDE_NEWER])
@pytest.mark.parametrize("migrates", [True, False])
def test_tables_that_this_release_can_use_are_refused_by_nobody(state, migrates):
    assert refusal(state, migrates=migrates) is None


@pytest.mark.parametrize("migrates", [True, False])
@pytest.mark.parametrize(
    ("state", "says", "remedy"),
    [
        (HALF, "half migrated: clips_clip", "newsclip restore FILE"),
        (NEWER, "newer version of Newsclip changed them (clips 9999_new)", "Install that version"),
    ],
)
def test_tables_that_no_change_mends_are_refused_even_by_who_would_change_them(state, says, remedy, migrates):
    found = refusal(state, migrates=migrates)
    assert (says in found.says, remedy in found.remedy) == (True, True)


def test_tables_that_wait_are_refused_only_where_another_process_changes_them():
    assert refusal(BEHIND, migrates=True) is None
    found = refusal(BEHIND, migrates=False)
    assert (found.says, found.remedy) == ("1 change of tables waits.", "Run: newsclip migrate")


def test_a_newer_release_lets_nobody_run_who_misses_earlier_changes_too():
    state = TableState(unknown=("clips 9999_new",), may_run=True, waiting=("clips 0018_mentions",))
    assert "newer version" in refusal(state, migrates=True).says


def test_who_goes_on_beside_a_newer_release_is_told_so():
    assert "may go on" in describe(BESIDE_NEWER)


def test_no_sentence_lists_hundreds_of_names():
    state = TableState(unknown=tuple(f"clips {number}" for number in range(300)))
    assert "and 297 more" in refusal(state, migrates=True).says
