"""Of other publishers the text tells two lines in a row or none: one alone begins something and leaves it at once."""

from newsclip.evidence import verifier
from newsclip.language.content_words import content_stems
from newsclip.writing.extractive.choosing import BeforeText, Chooser
from newsclip.writing.extractive.lone_lines import without_lone_lines
from newsclip.writing.extractive.material import ToldSoFar, lay_out
from newsclip.writing.extractive.needs import needs_of
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import article, embed

TITLE = "Fire at Orlo Bay's fish hall"
LEADING = [
    "A fire burned down the fish hall of Orlo Bay on Monday night, and nobody was hurt, the fire council said.",
    "Forty people from three towns fought it until dawn with water that they pumped from the harbour basin.",
    "Ilse Brandt, who leads the council, said that a heater in the ice room had been left on over the weekend.",
    "The hall was built in 1921 from the timber of a wrecked schooner, and it held the stalls of 18 families.",
    "Its roof fell in shortly after two o'clock, and the glass of the market clock burst in the heat.",
    "The town will lend the families the old sail loft, which has stood empty since the chandler moved to Velm.",
]
OTHER = [
    "Flames lit up the sky above Orlo Bay's harbour on Monday.",
    "Smoke drifted as far as Velm, where the school kept its windows shut and sent the youngest children home.",
    "Insurers have sent two people from Norvale, who will look at the ruin on Friday with a drone and a dog.",
    "A song about the hall, sung by the dockers' choir, was heard 90,000 times in a day on a page of the choir.",
    "The cannery has offered the families ice for as long as they need it and a van for the way to Kolle.",
]


def kept(others: list[int], quoted: frozenset[int] = frozenset(), *, leading: int = 6, title: str = TITLE) -> list[str]:
    """The first words of the other article's lines that stay in the text."""
    told = (article(1, title, "\n\n".join(LEADING)), article(2, "", "\n\n".join(OTHER)))
    material = lay_out(Assigned("c1", "1", "", 1, told), "en", embed, verifier)
    before = BeforeText((0,), content_stems(title, "en"), ToldSoFar().with_lines(material, [0]), None, frozenset())
    text = (*range(1, leading), *(6 + i for i in others))
    shown = without_lone_lines(Chooser(material, needs_of(material), before), text, {6 + i for i in quoted})
    assert shown[: leading - 1] == text[: leading - 1]
    return [material.lines[i].told.text.split()[0] for i in shown if i >= 6]


def test_a_line_of_another_publisher_that_stands_alone_goes() -> None:
    assert kept([3]) == []
    assert kept([1, 3]) == []


def test_two_lines_in_a_row_stay() -> None:
    assert kept([3, 4]) == ["A", "The"]
    assert kept([0, 3, 4]) == ["A", "The"]


def test_a_line_that_a_quotation_goes_with_stays() -> None:
    assert kept([3], frozenset({3})) == ["A"]


def test_a_line_that_alone_says_what_the_headline_does_stays() -> None:
    assert kept([3], title="Fire at Orlo Bay's fish hall moves a choir to song") == ["A"]


def test_a_short_clip_keeps_such_lines() -> None:
    assert kept([3], leading=4) == ["A"]


def test_the_leading_articles_own_line_stays() -> None:
    told = (article(1, TITLE, "\n\n".join(LEADING + OTHER)), article(2, "", OTHER[0]))
    material = lay_out(Assigned("c1", "1", "", 1, told), "en", embed, verifier)
    before = BeforeText((0,), content_stems(TITLE, "en"), ToldSoFar().with_lines(material, [0]), None, frozenset())
    text = (1, 2, 3, 4, 5, 9)
    assert without_lone_lines(Chooser(material, needs_of(material), before), text, set()) == text
