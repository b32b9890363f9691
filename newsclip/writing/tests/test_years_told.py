"""A day whose year only another line tells is told behind that line, or not at all."""

from dataclasses import replace

import pytest

from newsclip.writing.extractive.antecedents import UNPUBLISHED
from newsclip.writing.extractive.needs import Known, met, unit
from newsclip.writing.tests.test_needs import read

LEAD = "A court at Orlo Bay sent a pilot to prison on Monday for stealing a tug."
STOLEN = "On Aug 21, 2021, the pilot took the tug from the quay at Velm."
KEPT = "The harbour has no lamps and no guard."
RETURNED = "On Oct 15 that year, the tug was found off Kestrel Point."


def test_that_year_waits_for_the_line_that_names_it() -> None:
    material, needs = read(LEAD, STOLEN, KEPT, RETURNED)
    assert needs.years == {3: 1}
    assert unit(material, needs, 3, (), Known()) == (0, 1, 3)


def test_it_is_not_told_behind_another_year() -> None:
    material, needs = read(LEAD, STOLEN, "In 2023 the harbour bought lamps.", RETURNED)
    assert needs.years == {3: 2}
    assert met(material, needs, [0, 1, 3], Known()) == [0, 1]
    assert met(material, needs, [0, 2, 3], Known()) == [0, 2, 3]


def test_it_is_not_told_without_the_line_that_names_it() -> None:
    material, needs = read(LEAD, STOLEN, KEPT, "But on Oct 15 that year, the tug was found off Kestrel Point.")
    needs = replace(needs, terms=({},) * 4)
    assert met(material, needs, [2, 3], Known(), [0, 1]) == [2, 3]
    assert met(material, needs, [2, 3], Known(), [0]) == [2]


def test_it_is_not_told_where_only_a_caption_names_the_year() -> None:
    material, needs = read(LEAD, "The tug (pictured) left the quay in 2021.", RETURNED)
    assert needs.years == {1: UNPUBLISHED}
    assert unit(material, needs, 1, (), Known()) == ()


def test_a_day_long_past_is_of_the_year_told_before() -> None:
    material, needs = read(LEAD, STOLEN, KEPT, "Guards found the tug off Kestrel Point on Oct 15.")
    assert needs.years == {3: 1}
    assert unit(material, needs, 3, (), Known()) == (0, 1, 3)


def test_a_year_that_is_no_date_is_that_of_no_day() -> None:
    line = "Guards found the tug off Kestrel Point on Oct 15."
    assert read(LEAD, "A study of 2021 counted the tugs of Velm.", line)[1].years == {}


@pytest.mark.parametrize(
    "line",
    [
        "In 2022, and again in May that year, the tug was seen.",
        "Guards found the tug off Kestrel Point on Oct 15, 2021.",
        "The pilot will leave prison on April 3.",
        "The harbour has no lamps and no guard.",
    ],
)
def test_a_line_that_tells_its_year_or_looks_ahead_needs_none(line: str) -> None:
    assert read(LEAD, STOLEN, line)[1].years == {}


def test_where_no_year_is_told_none_is_asked_for() -> None:
    assert read(LEAD, KEPT, RETURNED)[1].years == {}
