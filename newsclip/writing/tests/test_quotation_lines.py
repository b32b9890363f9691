"""What somebody goes on to say is told right behind the words that say who speaks, or not at all."""

import pytest

from newsclip.evidence import verifier
from newsclip.writing.candidates import Line, read
from newsclip.writing.extractive.material import lay_out
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import article, embed

OPENED = "The harbour board of Orlo opened its new ferry terminal on Monday, after nine years of work."
SAID = "“We promised a crossing that our grandchildren would still use,” Mayor Ilse Brandt told the crowd of 300."
ON = "“It is here, and it is paid for without a single crown of debt.”"
CAPTION = "Mayor Ilse Brandt cut the ribbon before the crowd at the new terminal ."
REST = (
    "The terminal cost 212 million crowns, twice the sum of 2017. Ferries leave every 20 minutes from May on. "
    "The old pier will be torn down. Fishermen asked for a wall against the waves. The board promised one by autumn."
)
LAST = "A fisherman of Velm looks at the wall of the old harbour at night ."
BESIDE = "Two boats of the lifeguard lay beside the old wooden pier that morning ."


def lines(text: str) -> list[Line]:
    return list(read([article(1, "Orlo opens its new ferry terminal", text)], "en", verifier)[0].lines)


def test_a_quotation_that_goes_on_is_a_line_that_never_stands_alone() -> None:
    told = lines(f"{OPENED}\n\n{SAID} {ON}")
    assert [line.told.text for line in told] == [OPENED, SAID, ON]
    assert told[-1].alone is None
    assert told[-1].apart is False


def test_a_quotation_of_several_paragraphs_is_told_with_the_marks_closed() -> None:
    opened, second, last = "“We promised a crossing. It is here.", "“It is paid for.", "“It will run for years.”"
    told = lines(f"{OPENED}\n\nMayor Ilse Brandt said: {opened}\n\n{second}\n\n{last}")
    assert [line.told.text for line in told[1:]] == [f"Mayor Ilse Brandt said: {opened}”", f"{second}”", last]
    assert [line.alone for line in told[2:]] == [None, None]


def test_two_quotations_at_most_go_on_from_one() -> None:
    told = lines(f"{OPENED}\n\n{SAID} {ON} “It will run for years.” “And there is more.”")
    assert [line.told.text for line in told[-2:]] == [ON, "“It will run for years.”"]


@pytest.mark.parametrize(
    "text",
    [
        f"{OPENED} {ON}",
        f"{OPENED}\n\n{SAID} The crowd of 300 in the harbour of Orlo was cheering. {ON}",
        f"{OPENED}\n\n{SAID} {ON[:-1]}",
        f"{OPENED}\n\n{SAID} {ON[:-1]}\n\nThe ferry left at noon with 60 cars on board.",
    ],
    ids=["nobody named", "not right behind", "not closed", "open and not opened anew"],
)
def test_a_quotation_of_which_nobody_says_whose_it_is_or_where_it_ends_is_none(text: str) -> None:
    assert not [line for line in lines(text) if line.told.text.startswith(ON[:8])]


@pytest.mark.parametrize("between", [f"{CAPTION} {BESIDE}", f"{CAPTION} {OPENED[:-1]} .", "Scroll down for video ."])
def test_captions_do_not_part_a_line_from_the_one_before_them(between: str) -> None:
    text = f"{OPENED} {between} {SAID} {REST} {LAST}"
    story = Assigned("c1", "1", "", 1, (article(1, "Orlo opens its new ferry terminal", text),))
    material = lay_out(story, "en", embed, verifier)
    at = {line.told.text: i for i, line in enumerate(material.lines)}
    assert material.before(at[SAID]) == at[OPENED]
