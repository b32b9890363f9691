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
        ("They met Carla King there.", ["Carla King"]),
        ("They met the Velland King there.", ["Velland King"]),
        ("They met a Velland Gov. and left.", ["Velland"]),
        ("They met a Velland President there.", ["Velland"]),
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
        ("April Holm, 43, left, praised by Jan Reyl. Pilot Jan Reyl left.", ["April Holm", "Jan Reyl", "Jan Reyl"]),
        ("Voters asked Theresa May.", ["Theresa May"]),
        ("In April Quist left. Last June Holm left. On 3 Jan Reyl left.", ["Quist", "Holm", "Reyl"]),
        ("May Quist win again.", ["Quist"]),
        ("The August Sale ended.", ["Sale"]),
    ],
)
def test_names_are_found_without_what_only_looks_like_a_part(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The ferry took Mrs. June Brandt home.",
        "They asked Mrs June Brandt.",
        "Voters chose mayor June Brandt.",
        "They met his sister June Brandt.",
        "Voters chose June Brandt, 43, again.",
        "June Brandt, aged 43, rows.",
        "Voters chose June Brandt. They like June Brandt’s boat.",
        "June Brandt rows. Voters trust June Brandt.",
    ],
)
def test_a_month_before_a_last_name_is_a_given_name_where_the_text_shows_it(text: str) -> None:
    assert set(names(text)) == {"June Brandt"}


@pytest.mark.parametrize("often", [1, 2])
@pytest.mark.parametrize(
    "text",
    [
        "Voters chose in late June Brandt as mayor. ",
        "On a rainy June Brandt left. ",
        "On a cold, wet June Brandt, 43, left. ",
        "Since early June Brandt has rowed. ",
        "Since June Brandt, 43, has rowed. ",
        "By June Brandt had left. ",
        "Voters chose last June Brandt as mayor. ",
        "Next June Brandt leaves. This June Brandt rows. ",
        "From mid June Brandt rowed. ",
        "On 3 June Brandt, 43, left. On the 3rd June Brandt left. ",
        "It was clear that come June Brandt would leave. ",
    ],
)
def test_a_month_that_is_told_as_a_time_is_nobody_s_name(text: str, often: int) -> None:
    assert set(names(text * often)) == {"Brandt"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“No,” said Jan Reyl.", ["Jan Reyl"]),
        ("Jan Reyl rows.", ["Jan Reyl"]),
        ("The board named the physicist Jan van der Reyl.", ["Jan van der Reyl"]),
        ("In Jan de Reyl left.", ["Reyl"]),
        ("By Jan Reyl had left.", ["Reyl"]),
        ("On a rainy Jan Reyl left. Since Jan Reyl rows.", ["Reyl", "Reyl"]),
        ("They like the Norwegian June Brandt, 43, a lot.", ["Norwegian June Brandt"]),
    ],
)
def test_a_short_form_of_a_month_is_a_given_name_wherever_no_time_is_told(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_month_before_a_last_name_is_no_name_where_nothing_shows_that_somebody_is_meant() -> None:
    assert names("Voters chose June Brandt.") == ["Brandt"]


def test_a_time_before_the_name_of_somebody_called_like_a_month_is_no_part_of_it() -> None:
    text = "June Brandt rows. They know June Brandt. In early June Brandt left."
    assert names(text) == ["June Brandt", "June Brandt", "Brandt"]


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
