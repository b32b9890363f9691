"""A clip tells each fact once: what two publishers put in different words, by the words that only it has."""

from collections.abc import Callable, Sequence

import pytest

from newsclip.evidence import verifier
from newsclip.writing.extractive.material import Material, ToldSoFar, lay_out
from newsclip.writing.extractive.repeats import tells_again, tells_same_happening
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import article, embed

FIRST = "The comedy Salt Wind made 18.5 million crowns in the cinemas of Velm and came second at the weekend."
OPENING = "Cinemas opened their doors to young and old."  # a first line repeats the news by fewer words


def again(first: str, second: str, *, publishers: int = 2, before: str = "") -> bool:
    """Whether the second line tells what the first does; `before`: what the second article tells before it."""
    texts = [first, f"{OPENING}\n\n{before}\n\n{second}"] if publishers > 1 else [f"{first}\n\n{second}"]
    return _judged(tells_again, texts, second)


def _judged(rule: Callable[[Material, int, ToldSoFar], bool], texts: Sequence[str], second: str) -> bool:
    given = tuple(article(number, "", text, language="en") for number, text in enumerate(texts, 1))
    material = lay_out(Assigned("c1", "1", "", 1, given), "en", embed, verifier)
    at = next(i for i, line in enumerate(material.lines) if line.told.text == second)
    return rule(material, at, ToldSoFar().with_lines(material, [0]))


def happens_again(first: str, second: str) -> bool:
    """As `again`, by rare words alone."""
    return _judged(tells_same_happening, [first, f"{OPENING}\n\n{second}"], second)


RETELLS = "Behind it, the comedy Salt Wind took an estimated 18.5 million, while a drama about bread sold few tickets."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (RETELLS, True),
        (RETELLS.replace("comedy Salt Wind", "cartoon North Pier"), False),
    ],
    ids=["a figure and a name", "the figure of another name"],
)
def test_rare_words_tell_one_fact_that_two_publishers_put_differently(line: str, told: bool) -> None:
    assert again(FIRST, line) is told


CHARGED = "Police charged Bo Quist over the fire that destroyed the cannery in Orlo harbour."
CLINIC = "The council of Orlo voted to close the harbour clinic in June."


@pytest.mark.parametrize(
    ("first", "line", "told"),
    [
        (CHARGED, "Police accused Bo Quist of the fire at the cannery of Orlo harbour, which it destroyed.", True),
        (CHARGED, "Police have not charged Bo Quist over the fire that destroyed the Orlo cannery.", False),
        (CHARGED, "Police want to hear Eva Stenmark, who saw the fire that destroyed the Orlo cannery.", False),
        (CHARGED, "The fire in the cannery at Orlo harbour, which injured three night workers, destroyed nets.", False),
        (CLINIC, "Nurses of the harbour clinic in Orlo will strike from June, when 40 of them lose their jobs.", False),
    ],
    ids=["in other words", "a denial", "another name", "a number in words", "a figure"],
)
def test_a_denial_a_new_figure_and_a_new_name_tell_something_else(first: str, line: str, told: bool) -> None:
    assert happens_again(first, line) is told


def test_words_that_the_whole_story_has_tell_nothing() -> None:
    often = (
        "Nobody at Velm knew why the comedy Salt Wind had cost a million. Two million people in Norvale have seen "
        "the old comedy Salt Wind on television. Tamas Kilim lost a million when his own comedy, Salt Wind, closed."
    )
    assert not again(FIRST, RETELLS.replace("18.5", "17"), before=often)


def test_one_article_may_go_on_about_what_it_told() -> None:
    assert not again(FIRST, RETELLS, publishers=1)
