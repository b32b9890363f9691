"""Where a later report tells that it is over, what older ones tell as under way or to come is not told any more."""

from datetime import timedelta

import pytest

from newsclip.evidence import verifier
from newsclip.writing.extractive.material import Material, lay_out
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import MONDAY, article, clip_of, embed

TRAPPED = "Twelve divers were trapped in a cave of Orlo on Monday when the water rose."
OUT = "All twelve divers were brought to safety in Orlo after three days in the cave."
FOUND = ("Divers trapped in cave of Orlo", "All twelve divers are out of Orlo cave")


def material_of(line: str, end: str = OUT, *, later: timedelta = timedelta(hours=8), language: str = "en") -> Material:
    articles = (
        article(1, FOUND[0], f"{TRAPPED}\n\n{line}", published=MONDAY, language=language),
        article(2, FOUND[1], f"{end}\n\nThe town rang its bells.", published=MONDAY + later, language=language),
    )
    return lay_out(Assigned("c1", "1", "", 1, articles), language, embed, verifier)


@pytest.mark.parametrize(
    "line",
    [
        "The rescue will take a week longer than planned, engineer Ada Holm said.",
        "A new pump is on its way from Brenn to the cave.",
        "Nobody has heard from the twelve men since the morning.",
        "Families wait in the school of the village for news.",
        "Soldiers are drilling a shaft above the cave.",
        "The drill has reached 90 metres since the morning.",
    ],
)
def test_what_was_under_way_is_outdated_once_it_is_over(line: str) -> None:
    assert 1 in material_of(line).outdated
    assert 1 not in material_of(line, "Four more divers came to the cave in Orlo to help.").outdated
    assert 1 not in material_of(line, later=timedelta(hours=2)).outdated


@pytest.mark.parametrize(
    "line",
    [
        "The cave is the deepest of the country, 900 metres long.",
        "The men had taken bread for two days with them.",
        "The council will vote on a new fence at the cave on 16 March.",
        "“We will get them out,” engineer Ada Holm said at noon.",
    ],
)
def test_what_happened_what_is_always_so_and_what_lies_ahead_holds(line: str) -> None:
    assert 1 not in material_of(line).outdated


@pytest.mark.parametrize(
    ("end", "line"),
    [
        ("The strike of the ferries of Orlo is over, the union said.", "No ferry will leave before Sunday, it said."),
        ("The ferries of Orlo run again after the talks.", "Islanders are sleeping in the hall of the harbour."),
        ("The mill of Orlo will not close, its owner said.", "The workers hope for a buyer of the mill."),
        ("Power was restored to all of Orlo on Monday evening.", "The grid operator has not found the cause."),
        ("Two children of Orlo were found alive in the woods.", "Police are searching the banks of the river."),
    ],
)
def test_strikes_closures_and_searches_end_so(end: str, line: str) -> None:
    assert 1 in material_of(line, end).outdated


def test_the_end_is_the_headline_though_more_is_told_of_what_came_before() -> None:
    old = (
        (
            "Food reaches the divers trapped in Orlo cave",
            "A probe reached the twelve divers trapped in the cave of Orlo.",
        ),
        ("Divers trapped in Orlo cave get food", "The twelve divers trapped in the cave of Orlo got food by a probe."),
    )
    articles = [article(n, *said, published=MONDAY + timedelta(hours=n)) for n, said in enumerate(old, 1)]
    clip = clip_of(*articles, article(3, "Orlo breathes again", OUT, published=MONDAY + timedelta(hours=11)))
    assert "brought to safety" in clip.headline.text


def test_german_news_ends_so_too() -> None:
    """Both articles are in German, as their language is read from their text."""
    old = (
        "Zwölf Taucher sind seit Montag in einer Höhle bei Orlo eingeschlossen.\n\nDie Bergung wird eine Woche dauern."
    )
    new = "Alle zwölf Taucher wurden am Abend aus der Höhle bei Orlo gerettet.\n\nDie Glocken der Stadt läuteten."
    articles = (
        article(1, "Taucher in Höhle eingeschlossen", old, published=MONDAY),
        article(2, "Taucher aus Höhle gerettet", new, published=MONDAY + timedelta(hours=8)),
    )
    material = lay_out(Assigned("c1", "1", "", 1, articles), "de", embed, verifier)
    assert 1 in material.outdated
