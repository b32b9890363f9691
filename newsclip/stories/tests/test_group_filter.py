import json
from errno import EIO, ENOSPC

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.cli.filters.group import Group, in_the_end, make
from newsclip.kernel.reasons import Refused
from newsclip.stories.tests.invented import BRIDGE, BRIDGE_TOLD_AGAIN, ORCHARD


def test_rows_get_the_story_they_tell_and_their_report():
    group = Group(MemoryStoryIndex())
    rows = [{"id": n, "title": told[0], "text": told[1]} for n, told in enumerate((BRIDGE, ORCHARD, BRIDGE_TOLD_AGAIN))]
    assert [group(row) for row in rows] == [
        {"story": "0", "report": "0"},
        {"story": "1", "report": "1"},
        {"story": "0", "report": "2"},
    ]


@pytest.mark.parametrize("published", ["2026-03-02", "2026-03-02T10:00:00", "2026-03-02T10:00:00+01:00", "", None])
def test_a_day_a_moment_or_nothing_is_a_date(published):
    assert Group(MemoryStoryIndex())({"id": "1", "title": "Hail", "published": published})["story"] == "1"


@pytest.mark.parametrize(
    "row", [{"id": 1}, {"id": 1, "title": 5}, {"id": 1, "title": "Hail", "published": "2026-13-01"}]
)
def test_a_row_that_cannot_be_read_is_named_as_such(row):
    with pytest.raises(Refused) as refused:
        Group(MemoryStoryIndex())(row)
    assert refused.value.code == "bad_row"


def test_another_text_under_a_known_id_is_another_article():
    group = Group(MemoryStoryIndex())
    rows = [{"id": "empty", "title": told[0], "text": told[1]} for told in (BRIDGE, ORCHARD, BRIDGE)]
    assert [group(row)["story"] for row in rows] == ["empty", "empty~2", "empty"]


def test_a_filter_knows_nothing_of_what_another_was_given():
    for told in (BRIDGE, ORCHARD):
        assert make()({"id": "1", "title": told[0], "text": told[1]})["story"] == "1"
        assert make()({"id": "2", "title": told[0], "text": told[1]})["story"] == "2"


def test_one_wrong_clock_does_not_make_it_forget():
    group = Group(MemoryStoryIndex())
    for n in range(499):
        group({"id": n, "title": f"alpha{n} beta{n} gamma{n}", "published": "2026-03-02"})
    group({"id": "late", "title": "From the future", "published": "2099-03-02"})
    group({"id": "bridge", "title": BRIDGE[0], "text": BRIDGE[1], "published": "2026-03-02"})
    row = {"id": "again", "title": BRIDGE_TOLD_AGAIN[0], "text": BRIDGE_TOLD_AGAIN[1], "published": "2026-03-03"}
    assert group(row)["story"] == "bridge"


def rows_of(texts):
    given = {"language": "en", "published": "2026-03-02T12:00:00+00:00"}
    return [{"id": n, "text": text} | given for n, text in enumerate(texts)]


def rows_in_the_end(rows):
    """What each row becomes when the input has ended."""
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    return [json.loads(line) for line, _ in in_the_end(lines)]


def about(**most):
    return " ".join(f"{name}{chr(97 + n)}" for name, number in most.items() for n in range(number))


TWO_BEGINNINGS = [
    about(ferry=24),
    about(strike=24),
    about(ferry=12, harbour=12),
    about(strike=12, harbour=12),
    about(ferry=9, strike=9, harbour=6),
]
CHAIN = [
    about(ferry=20),
    about(ferry=5, strike=15),
    about(strike=6, crew=14),
    about(crew=36),
    about(crew=36),
    about(crew=15, pay=5),
    about(ferry=15, dock=5),
]


def test_stories_that_a_later_row_brings_together_are_one_in_the_end():
    group, rows = Group(MemoryStoryIndex()), rows_of(TWO_BEGINNINGS)
    assert [group(row)["story"] for row in rows] == ["0", "1", "0", "1", "1"]
    assert [row["story"] for row in rows_in_the_end(rows)] == ["1"] * 5


def test_a_story_that_a_later_row_takes_apart_is_two_in_the_end():
    group, rows = Group(MemoryStoryIndex()), rows_of(CHAIN)
    assert {group(row)["story"] for row in rows} == {"0"}
    ended = rows_in_the_end(rows)
    apart = ended[2]["story"]
    assert [row["story"] for row in ended] == ["0", "0", apart, apart, apart, apart, "0"]
    assert [row["report"] for row in ended] == ["0", "1", "2", "3", "3", "5", "6"]


def test_the_end_keeps_order_unknown_fields_and_bad_lines_in_their_place():
    rows = [{"id": "b", "text": BRIDGE[1], "else": ["\ud800"]}, "{", {"id": 7}, {"id": "a", "text": ORCHARD[1]}]
    lines = [json.dumps(row) if isinstance(row, dict) else row for row in rows]
    found = list(in_the_end(lines))
    ended = [json.loads(line) for line, _ in found]
    assert [answered for _, answered in found] == [True, False, False, True]
    assert ended[0] == rows[0] | {"story": "b", "report": "b"}
    assert [row["error"]["code"] for row in ended[1:3]] == ["bad_row"] * 2
    assert [row["id"] for row in ended] == ["b", None, 7, "a"]


def test_a_row_given_again_is_in_the_story_that_the_first_is_in():
    rows = rows_of(TWO_BEGINNINGS)
    assert [row["story"] for row in rows_in_the_end([*rows, rows[1], rows[0]])] == ["1"] * 7


def test_no_room_for_the_lines_that_wait_is_said_with_the_remedy():
    def full():
        yield json.dumps({"id": 1, "text": "Hail."})
        raise OSError(ENOSPC, "No space left on device")

    with pytest.raises(OSError, match=r"TMPDIR.*--at-once"):
        list(in_the_end(full()))


def test_lines_that_cannot_be_read_are_no_matter_of_room():
    def broken():
        yield json.dumps({"id": 1, "text": "Hail."})
        raise OSError(EIO, "Input/output error", "rows.jsonl")

    with pytest.raises(OSError, match=r"Input/output error: 'rows.jsonl'$"):
        list(in_the_end(broken()))
