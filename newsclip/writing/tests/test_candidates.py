"""Where a sentence of a page begins."""

import pytest

from newsclip.evidence import verifier
from newsclip.writing.candidates import read
from newsclip.writing.tests.stories import article


def test_the_pages_title_and_a_lists_numbers_are_no_part_of_a_sentence() -> None:
    told = article(
        1,
        "Orlo Bay opens its bridge",
        "Orlo Bay opens its bridge The harbour bridge opened on Monday, and 4,000 people crossed it at once.\n"
        "2. When the guards counted again, they found a black bundle beneath the northern arch.\n"
        "- The arch was closed for the night, and the bundle was brought to the harbour police.",
    )
    starts = [line.told.text[:9] for line in read([told], "en", verifier)[0].lines]
    assert starts == ["The harbo", "When the ", "The arch "]


def test_a_title_cut_off_behind_initials_is_no_title_above_the_text() -> None:
    text = "The harbour master of Orlo Bay praised the calm O.J. Holm who led the crews to the broken pier on Monday."
    told = article(1, "The harbour master of Orlo Bay praised the calm O.J.", text)
    assert [line.told.text for line in read([told], "en", verifier)[0].lines] == [text]


def test_a_second_report_on_a_page_begins_without_its_dateline() -> None:
    first = "ORLO BAY, Ga. (WRDX/WAGX) - Divers of Orlo Bay looked for a lost anchor near the pier on Monday.\n\n"
    between = [f"The harbour office counted {number} boats near the northern quay of the bay." for number in range(20)]
    second = "\n\nORLO BAY, Ga. (WRDX/WAGX) - Two young divers are recovering in a hospital of the city."
    told = article(1, "Divers look for anchor", first + "\n\n".join(between) + second)
    assert read([told], "en", verifier)[0].lines[-1].told.text.startswith("Two young divers")


def test_a_title_with_a_full_stop_is_the_articles_first_sentence() -> None:
    told = article(1, LEAD, f"{LEAD}\n\nThe ferry board opens a wooden quay beside it on Friday.")
    assert read([told], "en", verifier)[0].lines[0].told.text == LEAD


def test_a_saying_stands_behind_the_sentence_that_it_is_about() -> None:
    text = (
        "The bridge of Orlo Bay stays shut until Friday, the port said.\n\n"
        "“Nobody was on it when the barge came in the night,” Ilse Brandt said.\n\n"
        "Divers will inspect the northern pillar of the bridge on Wednesday."
    )
    lines = read([article(1, "Bridge stays shut", text)], "en", verifier)[0].lines
    assert [line.alone is None for line in lines] == [False, True, False]


def test_a_mark_set_apart_that_opens_the_next_sentence_is_none_of_this_one() -> None:
    text = (
        "Ferries of Orlo Bay were late on Monday after a storm . "
        "The crews hope to sail again by the end of the week . ' I waited for hours , ' Ilse Brandt told the port ."
    )
    lines = read([article(1, "Ferries late", text)], "en", verifier)[0].lines
    assert [line.told.text[-10:] for line in lines[:2]] == [" a storm .", "the week ."]


LEAD = "The council of Orlo Bay closed the old pier on Monday after a storm tore off its roof."


@pytest.mark.parametrize(("opens", "closes"), [("'", "'"), ("‘", "’"), ('"', '"'), ("“", "”")])
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_no_line_leaves_a_quotation_open_or_stands_without_who_says_it(opens: str, closes: str, between: str) -> None:
    said = [
        f"Mayor Ilse Brandt said: {opens}The pier was old and had to go. The storm did what we put off.",
        f"{opens}Nobody was hurt, and the ferrymen saved their boats.",
        f"{opens}We thank the guards who came out on their free day.{closes}",
    ]
    behind = "The ferry board opens a wooden quay beside it on Friday."
    told = article(1, "Orlo Bay closes its pier", between.join([LEAD, *said, behind]))
    lines = read([told], "en", verifier)[0].lines
    double = closes in '"”'  # single marks are apostrophes, too
    spoken = [f"{said[0]}{closes}", f"{said[1]}{closes}", said[2]] if double else []
    assert [line.told.text for line in lines] == [LEAD, *spoken, behind]
    assert [line.alone for line in lines[2:4]] == [None, None] or not double


@pytest.mark.parametrize(("opens", "closes"), [("'", "'"), ("‘", "’"), ('"', '"'), ("“", "”")])
def test_a_quotation_of_several_sentences_stays_with_who_says_it(opens: str, closes: str) -> None:
    said = f"Mayor Ilse Brandt said: {opens}The clerks' pier was old. The storm tore it down.{closes}"
    told = article(1, "Orlo Bay closes its pier", f"{LEAD} {said}")
    assert [line.told.text for line in read([told], "en", verifier)[0].lines] == [LEAD, said]


def test_a_quotation_that_nobody_is_told_to_say_is_no_line() -> None:
    bare = "'The harbour master's men saved 40 boats in the storm.'"
    told = article(1, "Orlo Bay closes its pier", f"{LEAD} {bare}")
    assert [line.told.text for line in read([told], "en", verifier)[0].lines] == [LEAD]
