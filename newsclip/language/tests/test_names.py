"""Names are found by their capitals, told from sentence openings by the text itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclip.language.names import find_names


def names(text: str, language: str = "en") -> list[str]:
    return [name.text for name in find_names(text, language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Monday the mayor met Ilse van der Meer.", ["Ilse van der Meer"]),
        ("Prices rose and prices fell in Kelmouth.", ["Kelmouth"]),
        ("Police asked the Bank of Norvale.", ["Bank of Norvale"]),
        ("He praised Dr. Jonas B. Feld’s report.", ["Jonas B. Feld"]),
        ("Talks with the U.S. and the EU ended.", ["U.S.", "EU"]),
        ("Norvale Gov. Ada Quist left.", ["Norvale", "Ada Quist"]),
        ("Then Ms King left.", ["King"]),
        ("We thank you, Mr President.", []),
        ("Harbour fees doubled.", []),
        ("Adds Neil Vost again.", ["Neil Vost"]),
        ("Rescuer Birgit Malone came.", ["Birgit Malone"]),
        ("He met Minister for Harbour Works Desmond Vell.", ["Desmond Vell"]),
        ("She asked Superintendent of Police Quay Tuck Yan.", ["Police", "Quay Tuck Yan"]),
        ("He met Dell Macklin of the Harbour Council.", ["Dell Macklin", "Harbour Council"]),
        ("The S&D won.", ["S&D"]),
        ("It was Tuesday, and In March nothing changed.", []),
        ("The boat of captain Jan Reyl sank.", ["Jan Reyl"]),
        ("April Holm left, praised by Jan Reyl. Pilot Jan Reyl left.", ["April Holm", "Jan Reyl", "Jan Reyl"]),
        ("Voters asked Theresa May.", ["Theresa May"]),
        ("In April Quist left. Last June Holm left. On 3 Jan Reyl left.", ["Quist", "Holm", "Reyl"]),
        ("May Quist win again.", ["Quist"]),
        ("The August Sale ended.", ["Sale"]),
    ],
)
def test_names_are_found_without_what_only_looks_like_a_part(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_month_that_is_a_given_name_is_found_in_other_languages_where_it_is_no_whole_month() -> None:
    assert names("Am Kai stand Jan Reyl.", "de") == ["Jan Reyl"]
    assert names("Es war im April Reyl.", "de") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He met Mayor Ada Quist.", "person"),
        ("She lives in Kelmouth.", "place"),
        ("She joined the Kelmouth Port Council.", "body"),
        ("She saw the Kelmouth Star.", "other"),
    ],
)
def test_a_kind_is_told_by_a_cue_beside_the_name(text: str, kind: str) -> None:
    assert find_names(text)[0].kind == kind


def test_a_surname_alone_has_its_persons_kind() -> None:
    assert {n.text: n.kind for n in find_names("He met Mayor Ada Quist. Then Quist left.")} == {
        "Ada Quist": "person",
        "Quist": "person",
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der Bürgermeister Jonas Feld lobt die Fähre.", ["Jonas Feld"]),
        ("Gestern sprach Oberbürgermeisterin Ada Quist.", ["Ada Quist"]),
        ("Sie fragten Infrastruktur der Schulgebäude ab.", []),
        ("Er traf Ursel von der Lohe.", ["Ursel von der Lohe"]),
        ("Israelische Drohnen flogen.", []),
    ],
)
def test_german_nouns_are_no_names(text: str, found: list[str]) -> None:
    assert names(text, "de") == found


@settings(max_examples=200, deadline=None)
@given(st.text(), st.sampled_from(["en", "de", ""]))
def test_names_are_spans_of_the_text_whatever_it_is(text: str, language: str) -> None:
    for name in find_names(text, language):
        assert text[name.start : name.end] == name.text
