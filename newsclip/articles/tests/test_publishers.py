"""Every publisher's saved page gives what stands beside it."""

import json
from pathlib import Path
from typing import Any

import pytest

from newsclip.articles.publishers import Publisher, by_domain, publisher_at, publishers
from newsclip.articles.rules import extract

FOLDER = Path(__file__).parents[1] / "publishers"
SAVED = sorted(path.stem for path in FOLDER.glob("*.html"))
NEEDED = {"url", "title", "text", "authors", "published"}


def expected(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def read(name: str, url: str) -> dict[str, Any]:
    found = extract((FOLDER / f"{name}.html").read_bytes(), url)
    times = {
        key: when and when.isoformat() for key, when in (("published", found.published), ("updated", found.updated))
    }
    return {key: getattr(found, key) for key in found.__dataclass_fields__} | times | {"authors": list(found.authors)}


def test_every_publishers_file_has_a_saved_page_and_what_it_should_give() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__", "publisher"}
    assert files == set(SAVED) == {path.stem for path in FOLDER.glob("*.json")}
    assert files == {type(publisher).__module__.rpartition(".")[2] for publisher in publishers().values()}


@pytest.mark.parametrize("name", SAVED)
def test_a_saved_page_gives_what_it_should(name: str) -> None:
    wanted = expected(name)
    assert wanted.keys() >= NEEDED
    found = read(name, wanted["url"]) | {"url": wanted["url"]}
    assert {key: found[key] for key in wanted} == wanted


@pytest.mark.parametrize("name", SAVED)
def test_no_file_says_what_the_general_rules_read_anyway(name: str) -> None:
    wanted = expected(name)
    elsewhere = read(name, "http://elsewhere.example/")
    assert any(elsewhere[key] != wanted[key] for key in wanted.keys() - {"url", "canonical", "image"})


def test_a_publisher_is_found_at_its_domain_and_under_it_and_nowhere_else() -> None:
    (domain,) = (name for name in publishers() if name.startswith("radio-velland"))
    known = publishers()[domain]
    assert publisher_at(f"https://www.{domain}/news/1") is known
    assert type(publisher_at(f"https://not-{domain}/news/1")) is Publisher
    assert type(publisher_at("http://[half an address")) is Publisher


def test_no_two_files_speak_for_one_domain() -> None:
    class Almanac(Publisher):
        domains = ("almanac.example",)

    class Calendar(Publisher):
        domains = ("calendar.example", "almanac.example")

    assert list(by_domain([Almanac])) == ["almanac.example"]
    with pytest.raises(ValueError, match=r"almanac\.example has two files"):
        by_domain([Almanac, Calendar])


def test_a_publishers_file_can_name_the_body_and_what_is_not_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Almanac(Publisher):
        domains = ("almanac.example",)
        body = "#tides"
        without = ".moon, script"

        def title(self, page: object) -> str:
            return "High water"

        def published(self, page: object) -> str:
            return "6 March 2026, 10:15"

    monkeypatch.setitem(publishers(), "almanac.example", Almanac())
    long = "The tide was higher than in any year since the harbour was dug, the master of the port said on Friday. "
    told = (
        f"<h1>Almanac</h1><p>{long * 9}</p><div id='tides'><p>{long * 2}</p><p class='moon'>The moon, {long}</p></div>"
    )
    found = extract(told, "https://almanac.example/tides")
    assert (found.title, found.text) == ("High water", (long * 2).strip())
    assert found.published
    assert found.published.isoformat() == "2026-03-06T10:15:00+00:00"
