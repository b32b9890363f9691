"""A clip names whom and what its articles name most, where they do so early and often."""

from newsclip.evidence import verifier
from newsclip.language.content_words import content_stems
from newsclip.writing.extractive import choosing
from newsclip.writing.extractive.material import Material, ToldSoFar, lay_out
from newsclip.writing.extractive.most_named import most_named
from newsclip.writing.extractive.needs import needs_of
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import article, embed

SHOP = (
    "A maker of sails will close its oldest workshop on the quay of Orlo Bay in spring.\n\n"
    "Two hundred people sew sails for racing boats in the workshop on the quay.\n\n"
    "Velvane has been in trouble before.\n\n"
    "The workshop on the quay will close in spring because racing boats need fewer sails of cloth.\n\n"
    "Racing boats carry sails of film, which machines weld in another workshop.\n\n"
    "People who sew sails of cloth on the quay may learn to weld sails of film.\n\n"
    "A spokesman of Velvane was seen at lunch in the town hall on Monday with two advisers of the mayor.\n\n"
    "In 1999 Velvane bought a hotel in the hills, and in 2004 Velvane sold it again to a family of bakers.\n\n"
    "The oldest workshop on the quay of Orlo Bay opened in 1911 and made sails for fishing boats.\n\n"
    "The quay will stay open, and the workshop may become a school for people who sew sails."
)


def material_of(text: str, title: str = "Workshop on the quay to close in spring") -> Material:
    return lay_out(Assigned("c1", "1", "", 1, (article(1, title, text),)), "en", embed, verifier)


def named(text: str, title: str = "Workshop on the quay to close in spring") -> set[str]:
    return set(most_named(material_of(text, title).readings, "en"))


def chosen(material: Material, budget: int) -> str:
    told = ToldSoFar().with_lines(material, (0,))
    before = choosing.BeforeText((0,), content_stems("workshop quay close spring", "en"), told, None, frozenset())
    rows = choosing.choose(choosing.Chooser(material, needs_of(material), before), budget)
    return " ".join(material.lines[i].told.text for i in rows)


def test_who_is_named_early_and_often_is_most_named() -> None:
    assert named(SHOP) == {"velvan"}
    assert named(SHOP.replace("In 1999 Velvane bought", "In 1999 it bought")) == set()


def test_who_is_named_late_alone_is_not() -> None:
    first, *rest = SHOP.split("\n\n")
    late = "\n\n".join([first, *(line for line in rest if "Velvane" not in line), *(x for x in rest if "Velvane" in x)])
    assert named(late) == set()
    assert named(late, "Workshop of Velvane on the quay to close") == {"velvan"}


def test_the_text_names_whom_the_article_names_most() -> None:
    assert "Velvane" in chosen(material_of(SHOP), 60)


def test_an_article_that_names_nobody_is_told_as_before() -> None:
    assert named("\n\n".join(line for line in SHOP.split("\n\n") if "Velvane" not in line)) == set()
