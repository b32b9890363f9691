import json

import pytest

from newsclip.cli.filters import make, run
from newsclip.kernel.reasons import Refused


def shout(row):
    if row["text"] == "":
        raise Refused("bad_row", "It has no text.")
    return {"shout": row["text"].upper()}


def answers(*lines):
    return [(json.loads(line), answered) for line, answered in run(shout, lines)]


def test_a_row_keeps_its_fields_and_gets_new_ones():
    assert answers('{"id": 1, "text": "hm", "else": 2}') == [({"id": 1, "text": "hm", "else": 2, "shout": "HM"}, True)]


def test_order_is_kept_and_blank_lines_are_passed_over():
    rows = answers('{"id": 2, "text": "a"}', "", '{"id": 1, "text": "b"}')
    assert [row["id"] for row, _ in rows] == [2, 1]


def test_a_bad_row_says_why_and_the_run_goes_on():
    bad, good = answers('{"id": 1, "text": ""}', '{"id": 2, "text": "b"}')
    assert bad[0]["error"]["code"] == "bad_row"
    assert "no text" in bad[0]["error"]["message"]
    assert good[1]


def test_a_line_that_is_not_json_or_has_no_id_is_a_bad_row():
    assert [row["error"]["code"] for row, _ in answers("{", "[]", '{"text": "x"}')] == ["bad_row"] * 3


def test_a_defect_in_a_filter_spoils_only_its_own_row():
    rows = answers('{"id": 1}', '{"id": 2, "text": "b"}')
    assert [row.get("error", {}).get("code") for row, _ in rows] == ["internal_error", None]


def test_half_a_surrogate_pair_passes_through_escaped():
    ((line, answered),) = run(shout, ['{"id": 1, "text": "a\\ud800é"}'])
    assert answered
    assert line.encode() == b'{"id": 1, "text": "a\\ud800\\u00e9", "shout": "A\\ud800\\u00c9"}'


@pytest.mark.parametrize("line", ['["id"]', '"id"', "5"])
def test_a_line_that_is_no_object_is_a_bad_row(line):
    ((row, _),) = answers(line)
    assert (row["error"]["code"], row["id"]) == ("bad_row", None)


BAD = [
    ("extract", {"html": 5}),
    ("group", {"title": "Ferry", "text": 5}),
    ("group", {"title": 5, "text": "It is aground."}),
    ("group", {"title": " "}),
    ("quotes", {"text": 5}),
    ("rank", {"candidates": {}}),
    ("rank", {"candidates": [{}]}),
    ("rank", {"candidates": [], "reader": "mara"}),
    ("rank", {"candidates": [], "reader": {"follows": "ferries"}}),
    ("rank", {"candidates": [], "reader": {"follows": {"hashtag": "ferries"}}}),
    ("rank", {"candidates": [], "reader": {"history": "ferries"}}),
    ("tags", {"text": 5}),
    ("tags", {"text": "It is aground.", "title": 5}),
    ("verify", {"claim": 5, "source": "It is aground."}),
    ("verify", {"claim": "It is aground.", "source": 5}),
    ("verify", {"clip": []}),
    ("write", {"articles": {"1": {}}}),
    ("write", {"articles": 5}),
    ("write", {"articles": []}),
    ("write", {"articles": [5]}),
    ("write", {"articles": [{"text": 5}]}),
]


@pytest.mark.parametrize(("name", "row"), BAD)
def test_a_row_of_another_shape_is_a_bad_row_of_every_filter(name, row):
    ((line, _),) = run(make(name), [json.dumps({"id": 1} | row)])
    assert json.loads(line)["error"]["code"] == "bad_row"


def test_what_there_is_to_verify_is_asked_for():
    ((line, _),) = run(make("verify"), ['{"id": 1}'])
    assert json.loads(line)["error"]["message"].endswith("clip, sentence, or source and claim, is missing")
