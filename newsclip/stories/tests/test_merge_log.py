"""Where an article is in the end: later merges and splits, followed from the story that it was placed in."""

from dataclasses import replace

from newsclip.stories.ports import Merge, Move, Placement, Split
from newsclip.stories.rules.merge_log import MergeLog


def placed(*merges, split=None):
    joined = [Merge(gone, into, {}) for gone, into in merges]
    return Placement("a", "a", "a", {}, joined, Split(*split, {}) if split else None)


def test_a_story_leads_to_what_it_was_merged_into():
    moves = MergeLog()
    moves.note(placed(("one", "two")))
    moves.note(placed(("two", "three")))
    assert [moves.home(name, name, 0) for name in ("one", "two", "three", "four")] == ["three"] * 3 + ["four"]


def test_what_was_placed_later_is_not_moved():
    moves = MergeLog()
    moves.note(placed(("one", "two")))
    assert moves.home("one", "one", len(moves)) == "one"


def test_a_split_takes_the_articles_it_names_along_with_their_copies():
    moves = MergeLog()
    moves.note(placed(split=("one", "apart", ["x"])))
    assert [moves.home("one", report, 0) for report in ("x", "y")] == ["apart", "one"]


def test_a_name_that_is_used_again_is_another_story():
    moves = MergeLog()
    moves.note(placed(("one", "two"), split=("two", "one", ["x"])))
    assert [moves.home("one", report, 0) for report in ("x", "y")] == ["one", "two"]


def test_a_move_takes_one_article_along_with_its_copies_after_the_merges_and_before_the_split():
    moves, move = MergeLog(), Move("two", "three", "x", {})
    merged = placed(("one", "two"), split=("three", "four", ["z"]))
    moves.note(replace(merged, moves=[move]))
    assert [moves.home("one", report, 0) for report in ("x", "y")] == ["three", "two"]
    assert moves.home("three", "z", 0) == "four"
