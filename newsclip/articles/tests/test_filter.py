import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from newsclip.articles.tests.saved import page
from newsclip.cli.filters import run
from newsclip.cli.filters.extract import make


def answer(**row: Any) -> dict[str, Any]:
    ((line, _),) = run(make(), [json.dumps({"id": "a", **row})])
    said: dict[str, Any] = json.loads(line)
    return said


def test_html_in_the_row_is_read_and_other_fields_are_passed_through() -> None:
    said = answer(html=page("clean").decode(), url="https://quill.example/a", mark=7)
    assert (said["id"], said["mark"], said["kind"]) == ("a", 7, "article")
    assert said["authors"] == ["Imre Valkas", "Dela Osei"]
    assert said["published"] == "2026-03-04T07:15:00+01:00"


def test_a_file_is_read_packed_or_not(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page("clean"))
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(page("clean")))
    assert answer(path=str(tmp_path / "a.html"))["text"] == answer(path=str(tmp_path / "a.html.gz"))["text"] != ""


def test_a_page_that_is_no_article_still_gives_its_text_and_says_what_it_is() -> None:
    said = answer(html=page("paywall").decode())
    assert said["kind"] == "paywall_stub"
    assert said["text"].startswith("For three months")


@pytest.mark.parametrize(
    ("row", "code"),
    [({}, "bad_row"), ({"path": "/no/such/file.gz"}, "unreadable_file"), ({"html": 7}, "bad_row")],
)
def test_a_row_that_cannot_be_read_gives_a_named_error(row: dict[str, Any], code: str) -> None:
    assert answer(**row)["error"]["code"] == code
