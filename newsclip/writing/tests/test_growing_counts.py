"""A count of things that a later report tells higher holds; the older one is told neither in headline nor in text."""

from dataclasses import replace
from datetime import timedelta

from newsclip.evidence import verifier
from newsclip.writing.extractive.material import Material, lay_out
from newsclip.writing.extractive.titles import counts_outdated
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import MONDAY, article, clip_of, embed

NINE = "Nine tugboats sank in the harbour of Orlo Bay on Sunday night when a storm tore them from their moorings."
ELEVEN = "Eleven tugboats sank in the harbour of Orlo Bay when a storm hit the coast on Sunday night, divers found."
TITLES = ("Nine tugboats sunk in storm at Orlo Bay", "Eleven tugboats lost in storm at Orlo Bay")


def story(first: str, second: str, *, later: timedelta = timedelta(hours=9)) -> Material:
    return lay_out(Assigned("c1", "1", "", 1, pair(first, second, later)), "en", embed, verifier)


def pair(first: str, second: str, later: timedelta) -> tuple[object, ...]:
    said = "The harbour master said that nobody was on board."
    return (
        article(1, TITLES[0], f"{first}\n\n{said}", published=MONDAY),
        article(2, TITLES[1], f"{second}\n\nInsurers have sent three people.", published=MONDAY + later),
    )


def test_a_count_of_things_that_has_grown_is_outdated_in_text_and_title() -> None:
    material = story(NINE, ELEVEN)
    assert 0 in material.outdated
    assert [counts_outdated(material, reading) for reading in material.readings] == [True, False]


def test_it_is_an_update_and_no_contradiction() -> None:
    clip = clip_of(*pair(NINE, ELEVEN, timedelta(hours=9)))
    assert clip.headline.text == TITLES[1]
    assert clip.disagreements == ()
    assert [
        claim.value for one in clip_of(*pair(NINE, ELEVEN, timedelta(hours=1))).disagreements for claim in one.claims
    ]


def test_two_sums_contradict_each_other_however_late_the_higher_one() -> None:
    said = "The new pier of the harbour of Orlo Bay, which was opened in May, cost {} million crowns, the town said."
    assert not story(said.format(9), said.format(12)).outdated
    disputed = clip_of(*pair(said.format(9), said.format(12), timedelta(hours=9))).disagreements
    assert [claim.value for one in disputed for claim in one.claims] == ["9 million crowns", "12 million crowns"]


def test_other_things_and_lower_or_equal_counts_outdate_nothing() -> None:
    assert not story(NINE, "Eleven schools of Orlo Bay stay closed on Tuesday.").outdated
    assert not story(ELEVEN, NINE).outdated
    assert not story(NINE, NINE).outdated
    assert not story(NINE, ELEVEN, later=timedelta(hours=2)).outdated


def test_where_only_the_day_of_one_is_known_nobody_knows_which_came_first() -> None:
    midnight = MONDAY.replace(hour=0, minute=0)
    first, second = (
        replace(one, published=time)
        for one, time in zip(pair(NINE, ELEVEN, timedelta()), (midnight, midnight + timedelta(hours=8)), strict=True)
    )
    assert not lay_out(Assigned("c1", "1", "", 1, (first, second)), "en", embed, verifier).outdated
    assert clip_of(first, second).disagreements
