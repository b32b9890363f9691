"""A day in another year than that which other articles give it is not told."""

from newsclip.writing.extractive.material import Material
from newsclip.writing.tests.stories import article
from newsclip.writing.tests.test_several_publishers import material_of

SANK = "On 17 December {}, the pilot of the tug learned from a letter that its owner owed money to Velm Bank."
TOLD = "The pilot of the tug learned on Dec. 17, {} from a letter of Velm Bank that the owner of it owed money."
AGAIN = "According to the Velm Post, the tug's pilot read in a letter on December 17, {} that its owner owed the bank."
OTHER = "The council of Orlo Bay closed its old pier on Dec. 17, {} after a storm of two days broke its lamps."


def outdated(*texts: str) -> set[str]:
    material: Material = material_of(*(article(k, f"Tug {k}", text) for k, text in enumerate(texts, 1)))
    return {material.lines[i].told.text for i in material.outdated}


def test_the_year_that_fewer_articles_give_is_not_told() -> None:
    assert outdated(SANK.format(2023), TOLD.format(2024), AGAIN.format(2024)) == {SANK.format(2023)}


def test_neither_year_is_told_where_as_many_give_each() -> None:
    assert outdated(SANK.format(2023), TOLD.format(2024)) == {SANK.format(2023), TOLD.format(2024)}


def test_two_years_that_one_article_tells_apart_are_both_told() -> None:
    both = f"{SANK.format(2023)}\n\n{OTHER.format(2024)}"
    assert outdated(both, AGAIN.format(2024)) == set()


def test_what_tells_of_something_else_is_no_slip() -> None:
    assert outdated(SANK.format(2023), OTHER.format(2024)) == set()


def test_years_that_lie_further_apart_are_no_slip() -> None:
    assert outdated(SANK.format(2001), TOLD.format(2024)) == set()
