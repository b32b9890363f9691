"""What the text tells of articles: as much as there is room for."""

from newsclip.evidence import verifier
from newsclip.writing.extractive import choosing
from newsclip.writing.extractive.material import Material, ToldSoFar, lay_out
from newsclip.writing.extractive.needs import needs_of
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import article, embed

LEAD = "The port of Orlo Bay fined the ferry company Velm Lines 900 crowns on Monday for leaving travellers behind."
SHORT = "Some ninety sailors work there."
LEANING = "They carry 2,000 people to the islands a day."


def chooser_of(*lines: str, other: str = "") -> tuple[Material, choosing.Chooser]:
    given = [article(1, "Ferry company fined", "\n\n".join(lines))]
    given += [article(2, "Velm Lines must pay", other)] if other else []
    material = lay_out(Assigned("c1", "1", "", 1, tuple(given)), "en", embed, verifier)
    before = choosing.BeforeText((0,), frozenset(), ToldSoFar().with_lines(material, [0]), None, frozenset())
    return material, choosing.Chooser(material, needs_of(material), before)


def test_a_line_that_leans_on_a_short_one_comes_with_it_where_little_else_is_told() -> None:
    material, chooser = chooser_of(LEAD, SHORT, LEANING)
    assert material.lines[2].alone is None
    assert 1 not in chooser.able()
    assert choosing.choose(chooser, 60) == (1, 2)


def test_it_comes_with_it_where_several_articles_tell_little_too() -> None:
    _, chooser = chooser_of(LEAD, SHORT, LEANING, other="The ferry company Velm Lines will appeal in March, it said.")
    assert {1, 2} <= set(choosing.choose(chooser, 60))


def test_a_short_line_that_nothing_leans_on_is_left_out_however_much_room_there_is() -> None:
    _, chooser = chooser_of(LEAD, SHORT, "A court of the islands hears the appeal of the company in March.")
    assert choosing.choose(chooser, 60) == (2,)
