import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.cli import grouping_tuning
from newsclip.stories.actions import place
from newsclip.stories.rules.tuning import at, suggest
from newsclip.stories.tests.invented import BRIDGE, BRIDGE_TOLD_AGAIN, NOON, ORCHARD, read_article


def test_the_best_threshold_lies_between_what_is_the_same_and_what_is_not():
    best = suggest([(-1.0, False), (-0.2, False), (0.6, True), (2.0, True)])
    assert (best.threshold, best.precision, best.recall, best.pairs) == (0.2, 1.0, 1.0, 4)


def test_a_wrong_merge_costs_more_than_a_split():
    labelled = [(-1.0, True), (-0.5, False), (-0.4, False), (-0.3, False), (1.0, True), (1.5, True)]
    assert suggest(labelled).threshold > -0.3
    assert at(-2.0, labelled).precision == 0.5


@pytest.mark.parametrize("labelled", [[], [(1.0, True)], [(1.0, False), (2.0, False)]])
def test_answers_of_one_kind_tell_no_threshold(labelled):
    assert suggest(labelled) is None


@pytest.mark.django_db
def test_pairs_are_shown_once_and_answers_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(grouping_tuning, "_file", lambda: tmp_path / "answers.jsonl")
    for hours, told in enumerate((BRIDGE, BRIDGE_TOLD_AGAIN, ORCHARD, (ORCHARD[0], BRIDGE[1][:200] + ORCHARD[1]))):
        read_article(told, hours=hours)
    assert list(place(index=MemoryStoryIndex(), now=NOON, limit=10))
    pairs = grouping_tuning.to_label(10)
    assert {BRIDGE_TOLD_AGAIN[0]} <= {pair["title"] for pair in pairs}
    for number, pair in enumerate(pairs):
        grouping_tuning.keep(pair, same=number == 0)
    assert grouping_tuning.to_label(10) == []
    assert len(pairs) < 2 or grouping_tuning.figures()["pairs"] == len(pairs)
