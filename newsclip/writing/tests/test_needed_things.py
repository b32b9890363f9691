"""Things that a line speaks of as known have been brought in before it."""

from newsclip.writing.tests.test_needs import GERMAN, LEAD, last, read


def test_a_german_line_that_sums_up_the_one_before_is_tied_to_it() -> None:
    assert read(*GERMAN, "Diese Entdeckung gilt als wichtig.", language="de")[1].tied == {2}
    assert not read(*GERMAN, "Diese Woche wird weiter gesucht.", language="de")[1].tied


def test_this_thing_needs_what_brings_it_in_whatever_stands_behind() -> None:
    told = "Divers found a raw stone in the bay."
    assert last(LEAD, told, "Sailors first took this stone from the bay to Tern.") == {"stone": 1}


def test_no_function_word_is_the_thing_that_a_line_speaks_of() -> None:
    assert last(LEAD, "Ada Quist gave her son a phone.", "The phone is a lot more, and it works.") == {"phone": 1}


def test_a_noun_of_two_words_is_brought_in_as_such() -> None:
    told = "The council of Tern has two sub-committees."
    assert "committe" in last(LEAD, told, "On Friday the sub-committees spoke of ships.")
