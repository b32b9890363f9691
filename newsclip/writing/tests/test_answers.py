"""Where a clip accuses somebody, it tells what they answer, if an article does."""

from newsclip.evidence import verifier
from newsclip.language.content_words import content_stems
from newsclip.writing.extractive.answers import with_answer
from newsclip.writing.extractive.choosing import BeforeText, Chooser
from newsclip.writing.extractive.material import ToldSoFar, lay_out
from newsclip.writing.extractive.needs import needs_of
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import article, embed

TITLE = "Skippers accuse Holm of selling berths twice"
LEAD = "Skippers of Orlo Bay accused the harbour master, Ada Holm, on Monday of selling berths on the north quay twice."
REST = [
    "Forty boats lie at the north quay, where a berth costs 900 crowns a year and few become free in summer.",
    "Two skippers showed the council receipts for the same berth, which were signed on the same day in March.",
    "The berths are numbered in white paint, and the list of them hangs in the harbour office behind glass.",
    "The council meets on Thursday in the sail loft, as the roof of the town hall is being mended with new slate.",
]
DENIAL = "Holm denied selling any berth twice and said that a clerk had copied some numbers wrongly."


def told(answer: str, *, budget: int = 70, lead: str = LEAD, title: str = TITLE, language: str = "en") -> list[str]:
    """The first words of the text's lines: three of the article, less what an answer at its end takes the place of."""
    page = article(1, title, "\n\n".join([lead, *REST, answer]))
    material = lay_out(Assigned("c1", "1", "", 1, (page,)), language, embed, verifier)
    before = BeforeText((0,), content_stems(title, language), ToldSoFar().with_lines(material, [0]), None, frozenset())
    rows, at = with_answer(Chooser(material, needs_of(material), before), title, budget, (1, 2, 3))
    assert (at in rows) == (rows != (1, 2, 3))
    return [material.lines[i].told.text.split()[0] for i in rows]


def test_who_is_accused_is_heard_in_place_of_what_matters_least() -> None:
    assert told(DENIAL) == ["Forty", "Two", "Holm"]


def test_where_there_is_room_nothing_goes() -> None:
    assert told(DENIAL, budget=100) == ["Forty", "Two", "The", "Holm"]


def test_that_nobody_is_charged_is_told() -> None:
    assert "No" in told("No charges have been brought in the matter of the berths, which the council looks into.")


def test_that_the_accused_says_nothing_is_told() -> None:
    assert "A" in told("A lawyer for Ada Holm declined to comment when the paper asked her about the receipts.")


def test_a_denial_goes_before_silence() -> None:
    silence = "Holm did not respond to a request for comment that the paper left at the office."
    assert told(f"{silence}\n\n{DENIAL}") == ["Forty", "Two", "Holm"]


def test_what_somebody_else_denies_answers_nothing() -> None:
    assert told("Jan Reyl denied that he had set fire to the cannery in Velm.") == ["Forty", "Two", "The"]


def test_those_who_judge_answer_nothing() -> None:
    assert told("A judge in the Holm case rejected claims that the clerk was ill.") == ["Forty", "Two", "The"]


def test_who_is_denied_bail_denies_nothing() -> None:
    assert told("Holm was denied bail, and a court denied her request for the list.") == ["Forty", "Two", "The"]


def test_where_nobody_is_accused_nothing_is_answered() -> None:
    lead = "The harbour master, Ada Holm, opened forty berths on the north quay of Orlo Bay on Monday."
    assert told(DENIAL, lead=lead, title="Holm opens forty berths") == ["Forty", "Two", "The"]


def test_an_answer_that_is_told_is_enough() -> None:
    lead = f"{LEAD[:-1]}, which she denies having done."
    assert told(DENIAL, lead=lead) == ["Forty", "Two", "The"]


def test_a_language_without_the_words_is_told_as_before() -> None:
    assert told(DENIAL, language="de") == ["Forty", "Two", "The"]


def test_an_answer_that_needs_two_other_lines_is_left() -> None:
    needed = "A clerk from Velm kept another list of berths. The clerk hung that list in the sail loft for a year."
    assert told(f"{needed} Holm, however, denied that she had seen it.", budget=200) == ["Forty", "Two", "The"]
