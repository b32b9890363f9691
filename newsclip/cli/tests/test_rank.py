import pytest

from newsclip.cli.filters.rank import make
from newsclip.kernel.reasons import Refused

NOW = "2026-11-24T12:00:00+00:00"
HARBOUR = {"id": 1, "published": "2026-11-24T10:00:00+00:00", "category": "World", "hashtags": ["#Harbour"], "votes": 3}
CHESS = {"id": 2, "published": "2026-11-24T10:00:00+00:00", "category": "Sports", "hashtags": ["#Chess"], "votes": 3}
OLD = {"id": 3, "published": "2026-11-20T10:00:00+00:00", "category": "World", "hashtags": ["#Rain"], "votes": 3}


def ids(row):
    return [place["id"] for place in make()(row)["order"]]


def test_without_a_reader_the_hotter_and_fresher_come_first():
    assert ids({"id": 0, "candidates": [OLD, CHESS, HARBOUR], "now": NOW})[-1] == 3


def test_what_the_reader_follows_comes_first_with_its_reason():
    row = {"id": 0, "reader": {"follows": {"hashtags": ["#Chess"]}}, "candidates": [HARBOUR, CHESS], "now": NOW}
    first = make()(row)["order"][0]
    assert (first["id"], first["because"]) == (2, ["#chess"])
    assert sum(first["parts"].values()) == pytest.approx(first["score"])


def test_history_may_be_ids_of_candidates_or_whole_rows():
    assert ids({"id": 0, "reader": {"history": [1]}, "candidates": [HARBOUR, CHESS], "now": NOW})[-1] == 1
    assert ids({"id": 0, "reader": {"history": [HARBOUR]}, "candidates": [HARBOUR, CHESS], "now": NOW})[-1] == 1


def test_votes_are_counted_by_time_and_weight_where_they_are_given():
    late = HARBOUR | {"votes": [{"at": NOW, "weight": 1.0}] * 3}
    early = CHESS | {"votes": [{"at": "2026-11-24T10:00:00+00:00", "weight": 0.1}] * 3}
    assert ids({"id": 0, "candidates": [early, late], "now": NOW}) == [1, 2]


@pytest.mark.parametrize(
    "row",
    [
        {"id": 0},
        {"id": 0, "candidates": [{}]},
        {"id": 0, "candidates": [], "reader": []},
        {"id": 0, "candidates": [HARBOUR], "reader": {"follows": {"hashtag": "x"}}},
    ],
)
def test_what_is_no_question_is_refused_by_name(row):
    with pytest.raises(Refused):
        make()(row)
