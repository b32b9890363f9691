"""The harness itself: whatever rows there are, each is played whole, and one that cannot be is told of."""

import json
import re
from pathlib import Path

import pytest

from tests.hostile.conftest import OWN
from tests.hostile.rows import Unplayable, body_of, rows, text_of

HERE = Path(__file__).parent


def put(folder: Path, *found: dict) -> Path:
    (folder / "hostile-robots").mkdir()
    (folder / "hostile-robots" / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in found))
    return folder


def test_a_row_with_a_field_that_nobody_plays_fails(tmp_path):
    with pytest.raises(Unplayable, match=r"'7': \{'mood'\}"):
        rows(put(tmp_path, {"id": "1", "input": "", "agent": "x"}, {"id": "7", "input": "", "mood": 1}), "robots")


def test_a_set_without_rows_proves_nothing_and_fails(tmp_path):
    with pytest.raises(AssertionError, match="robots"):
        rows(put(tmp_path), "robots")
    with pytest.raises(FileNotFoundError):
        rows(tmp_path, "dates")


def test_what_no_text_can_hold_comes_as_bytes():
    assert text_of({"input_b64": "Ye2ggA=="}) == "a\ud800"
    assert body_of({"input": "a\ud800"}) == body_of({"input_b64": "Ye2ggA=="})


@pytest.mark.shared
def test_every_public_set_is_played_and_has_rows_of_our_own_beside_it(shared_data):
    public = {folder.name for folder in shared_data.glob("hostile-*")}
    ours = {folder.name for folder in OWN.glob("hostile-*")}
    sources = " ".join(path.read_text() for path in HERE.glob("*.py"))
    assert public <= ours
    names = [name.removeprefix("hostile-").removeprefix("xss-") for name in public]
    assert [name for name in names if not re.search(rf"[\"']{re.escape(name)}[\"']", sources)] == []


def test_our_rows_bring_what_the_public_ones_do_not():
    """Bytes for a text, orders in other languages, servers told by fields: a harness made for known rows fails here."""
    assert any("input_b64" in row for row in rows(OWN, "idna"))
    assert {row.get("language") for row in rows(OWN, "injection-texts")} >= {"en", "de", "fr", "es", "zh", "ja"}
    assert any("serves" in row for row in rows(OWN, "hostile-server"))
