"""Who told a story first: planted cases, each with what can be known of it."""

from datetime import UTC, datetime, timedelta

import pytest

from newsclip.stories.rules.first_telling import beginning
from newsclip.stories.rules.publisher_credits import Telling

DAY = datetime(2026, 3, 4, tzinfo=UTC)
_TEXT = "The council of Velmora closed the old bridge on Wednesday."


def at(hour: float, day: int = 0) -> datetime:
    return DAY + timedelta(days=day, hours=hour)


def told(
    publisher: str,
    published: datetime | None,
    found: datetime | None = None,
    *,
    report: int,
    by: str = "",
    head: str = _TEXT,
    tail: str = "",
) -> Telling:
    """An article; its publisher stands for its number. Found at once, or at noon of the day after."""
    when = found or (published + timedelta(minutes=5) if published and published.time() != DAY.time() else at(12, 1))
    number = sum(map(ord, publisher)) + 1000 * report
    return Telling(number, report, publisher, published, when, (by,) if by else (), head, tail or _TEXT)


LANTERN, POST, GAZETTE = "Velmora Lantern", "Upland Post", "Gazette of the Bay"
WIRE, MAIL, RADIO = "Crosswater News Agency", "Bay Mail", "Radio Orlo"

# name of the case: the articles, who was first ("" where that is not known), why
CASES = {
    "one article": ([told(LANTERN, at(9), report=1)], LANTERN, "alone"),
    "two times": ([told(LANTERN, at(9), report=1), told(POST, at(10), report=2)], LANTERN, "time"),
    "two times the other way": ([told(LANTERN, at(11), report=1), told(POST, at(10), report=2)], POST, "time"),
    "the same minute": ([told(LANTERN, at(9), report=1), told(POST, at(9), report=2)], "", "same_day"),
    "three times": (
        [told(LANTERN, at(9), report=1), told(POST, at(8), report=2), told(MAIL, at(7), report=3)], MAIL, "time"),
    "who signs with another's name": (
        [told(LANTERN, at(9), report=1, tail="The vote is on Monday. – Upland Post/Bay Mail"),
         told(POST, at(10), report=2)], "", "same_day"),
    "a day, found late": ([told(LANTERN, DAY, report=1), told(POST, at(9), report=2)], "", "same_day"),
    "a day, found before the other's time": (
        [told(LANTERN, DAY, at(8), report=1), told(POST, at(9), report=2)], LANTERN, "time"),
    "a day, found after the other's time": (
        [told(LANTERN, DAY, at(10), report=1), told(POST, at(9), report=2)], "", "same_day"),
    "two days of no time": ([told(LANTERN, DAY, report=1), told(POST, DAY, report=2)], "", "same_day"),
    "a day and the day after": ([told(LANTERN, DAY, report=1), told(POST, DAY + timedelta(days=1), at(9, 3), report=2)],
        "", "unknown"),
    "a day and two days after": (
        [told(LANTERN, DAY, at(9), report=1), told(POST, DAY + timedelta(days=2), at(9, 3), report=2)],
        LANTERN, "time"),
    "a day whose zone lies behind": ([told(LANTERN, DAY, report=1), told(POST, at(1, 1), report=2)], "", "unknown"),
    "undated, found before": ([told(LANTERN, None, at(8), report=1), told(POST, at(9), report=2)], LANTERN, "time"),
    "undated, found after": ([told(LANTERN, None, at(10), report=1), told(POST, at(9), report=2)], "", "same_day"),
    "undated, found days after": (
        [told(LANTERN, None, at(10, 3), report=1), told(POST, at(9), report=2)], "", "unknown"),
    "both undated": ([told(LANTERN, None, at(8), report=1), told(POST, None, at(9), report=2)], "", "same_day"),
    "found before its own time": (
        [told(LANTERN, at(12), at(8), report=1), told(POST, at(9), report=2)], LANTERN, "time"),
    "a clock that is a day slow": (
        [told(LANTERN, at(9, -1), at(9.2, 2), report=1), told(POST, at(9), report=2)], "", "unknown"),
    "both found late, as on the first day": (
        [told(LANTERN, at(9, -1), at(9, 2), report=1), told(POST, at(9), at(9, 2), report=2)], LANTERN, "time"),
    "a reprint with a credit at its end, dated to the day": (
        [told(WIRE, at(9), report=1), told(MAIL, DAY, report=1, tail="Report by Crosswater News Agency")],
        WIRE, "credit"),
    "a reprint whose clock runs ahead of its original's": (
        [told(WIRE, at(9), report=1), told(MAIL, at(7), report=1, tail="Report by Crosswater News Agency")],
        WIRE, "credit"),
    "a reprint with a short credit": (
        [told(WIRE, at(9), report=1), told(MAIL, at(7), report=1, tail="Closed.\nReport by Crosswater")],
        WIRE, "credit"),
    "a reprint with the agency for its author": (
        [told(WIRE, at(9), report=1), told(MAIL, at(7), report=1, by="Crosswater, Velmora")], WIRE, "credit"),
    "a reprint with a credit at its head": (
        [told(WIRE, at(9), report=1), told(MAIL, DAY, report=1, head="By Crosswater News Agency\n\nThe council …")],
        WIRE, "credit"),
    "first published by another": (
        [told(LANTERN, at(9), report=1),
         told(POST, at(8), report=1, tail="This article was first published by the Velmora Lantern.")],
        LANTERN, "credit"),
    "first reported by another, in words of its own": (
        [told(LANTERN, DAY, report=1), told(POST, at(9), report=2, head="The closure, first reported by the Velmora "
         "Lantern, angered drivers.")], LANTERN, "credit"),
    "in German": (
        [told(LANTERN, at(9), report=1), told(POST, at(8), report=1, tail="Zuerst erschienen in der Velmora Lantern.")],
        LANTERN, "credit"),
    "two reprints of one original": (
        [told(WIRE, at(9), report=1), told(MAIL, DAY, report=1, tail="Report by Crosswater"),
         told(POST, DAY, report=1, by="Crosswater News Agency")], WIRE, "credit"),
    "a reprint of a reprint": (
        [told(WIRE, DAY, report=1), told(MAIL, DAY, report=1, tail="Report by Crosswater"),
         told(POST, DAY, report=1, tail="Republished from Bay Mail.")], WIRE, "credit"),
    "each credits the other": (
        [told(LANTERN, at(9), report=1, tail="Report by Upland Post"),
         told(POST, at(10), report=1, tail="Report by Velmora Lantern")], "", "same_day"),
    "copied words without a credit": (
        [told(LANTERN, at(9), report=1), told(POST, at(10), report=1)], LANTERN, "time"),
    "copied words without a credit or a time": (
        [told(LANTERN, DAY, report=1), told(POST, at(10), report=1)], "", "same_day"),
    "an agency that nobody follows here": (
        [told(LANTERN, at(9), report=1, head="VELMORA (AP) — The bridge"),
         told(POST, at(10), report=1, head="VELMORA (AP) — The bridge")], "", "agency"),
    "one article of an agency": ([told(LANTERN, at(9), report=1, head="VELMORA (AP) — The bridge")], "", "agency"),
    "an agency that is followed here": (
        [told(LANTERN, at(9), report=1, head="VELMORA (AP) — The bridge"), told("Associated Press", at(10), report=1)],
        "Associated Press", "credit"),
    "a report of its own before an agency's": (
        [told(LANTERN, at(7), report=1), told(POST, at(9), report=2, head="VELMORA (AP) — The bridge")],
        LANTERN, "time"),
    "an agency's before a report of its own": (
        [told(LANTERN, at(11), report=1), told(POST, at(9), report=2, head="VELMORA (AP) — The bridge")],
        "", "agency"),
    "with agency material": (
        [told(LANTERN, at(9), report=1, tail="With agency material."), told(POST, at(10), report=2)], "", "agency"),
    "a reprint before another's report": (
        [told(WIRE, at(9), report=1), told(MAIL, DAY, report=1, tail="Report by Crosswater"),
         told(RADIO, at(9, 3), report=2)], WIRE, "credit"),
    "a reprint that may be before another's report": (
        [told(WIRE, at(9), report=1), told(MAIL, at(8), report=1, tail="Report by Crosswater"),
         told(RADIO, at(8.5), report=2)], "", "same_day"),
    "a publisher named in the news": (
        [told(GAZETTE, at(9), report=1), told(POST, at(8), report=1, tail="Staff of the Gazette of the Bay stood on "
         "the old bridge as it closed and sang until the last car had gone home.")], POST, "time"),
    "a publisher that names itself": (
        [told(LANTERN, at(9), report=1, tail="Report by Velmora Lantern"), told(POST, at(10), report=1)],
        LANTERN, "time"),
    "a publisher whose name is a word of the news": (
        [told("The Orlo", at(9), report=1), told(POST, at(8), report=1, head="Orlo metro closed after a fire.")],
        POST, "time"),
    "a namesake of the one that is credited": (
        [told("Guardian Velmora", at(9), report=1),
         told(POST, at(8), report=2, tail="First published by The Guardian.")],
        "", "same_day"),
    "a copy that came before its source's time": (
        [told(WIRE, at(12), report=1), told(MAIL, at(8), report=1, tail="Report by Crosswater"),
         told(RADIO, at(10), report=2)], "", "same_day"),
    "half a minute apart": ([told(LANTERN, at(9), report=1), told(POST, at(9.008), report=2)], "", "same_day"),
    "a clock that is a day slow, found at once": (
        [told(LANTERN, at(9, -1), at(9.1), report=1), told(POST, at(8), report=2)], "", "unknown"),
    "a clock that is a day slow, beside a report of the day before": (
        [told(LANTERN, at(9, -1), at(9.1), report=1), told(POST, at(20, -2), report=2)], POST, "time"),
    "a day that is a day slow": (
        [told(LANTERN, DAY - timedelta(days=1), at(14.1), report=1), told(POST, at(13), report=2)], "", "unknown"),
    "a copy's clock that is a day slow": (
        [told(LANTERN, at(9, -1), at(9.1), report=1), told(POST, at(8), report=1)], "", "unknown"),
    "two slow clocks and one that is right": (
        [told(LANTERN, at(9, -1), at(9.1), report=1), told(MAIL, at(10, -1), at(10.1), report=2),
         told(POST, at(8), report=3)], "", "unknown"),
    "a report found two days late that others were found before": (
        [told(LANTERN, at(9), at(10, 2), report=1), told(POST, at(9, 1), report=2)], "", "unknown"),
    "a report found two days late, after all others": (
        [told(LANTERN, at(9), at(10, 2), report=1), told(POST, at(9, 3), report=2)], LANTERN, "time"),
    "the first itself credits another publisher of the story": (
        [told(LANTERN, at(8), report=1, tail="Report by Bay Mail"), told(MAIL, at(9), report=2)], "", "same_day"),
    "the first itself was first published by one that is not followed": (
        [told(LANTERN, at(8), report=1, tail="This report by Ada Holm was first published in the Orlo Courier."),
         told(POST, at(9), report=2)], "", "same_day"),
    "the first tells what another that is not followed first reported": (
        [told(LANTERN, at(8), report=1, head="The closure, first reported by the Orlo Courier, angered drivers."),
         told(POST, at(9), report=2)], "", "same_day"),
    "one article that was first published elsewhere": (
        [told(LANTERN, at(8), report=1, tail="Originally published by the Orlo Courier.")], "", "unknown"),
    "its copy says that the text is another's": (
        [told(LANTERN, at(8), report=1), told(POST, at(9), report=1, tail="First published in the Orlo Courier.")],
        "", "same_day"),
    "in German, of one that is not followed": (
        [told(LANTERN, at(8), report=1, tail="Dieser Text ist zuerst im Orlo-Kurier erschienen."),
         told(POST, at(9), report=2)], "", "same_day"),
    "in French, of one that is not followed": (
        [told(LANTERN, at(8), report=1, tail="Cet article a d’abord été publié par Le Courrier d’Orlo."),
         told(POST, at(9), report=2)], "", "same_day"),
    "it was first published on a day": (
        [told(LANTERN, at(8), report=1, tail="This article was first published on Wednesday."),
         told(POST, at(9), report=2)], LANTERN, "time"),
    "it was first published in a year": (
        [told(LANTERN, at(8), report=1, tail="First published in 2026."), told(POST, at(9), report=2)],
        LANTERN, "time"),
    "it was first published by itself": (
        [told(LANTERN, at(8), report=1, tail="This article was first published in the Lantern on Wednesday."),
         told(POST, at(9), report=2)], LANTERN, "time"),
    "staff and wire reports": (
        [told(LANTERN, at(8), report=1, tail="Staff and wire reports"), told(POST, at(9), report=2)], "", "agency"),
    "staff and wire reports for an author": (
        [told(LANTERN, at(8), report=1, by="Staff and wire reports"), told(POST, at(9), report=2)], "", "agency"),
    "an agency of two signs": (
        [told(LANTERN, at(8), report=1, by="Anadolu/AA"), told(POST, at(9), report=2)], "", "agency"),
    "an agency that few know": (
        [told(LANTERN, at(8), report=1, by="Jiji Press"), told(POST, at(9), report=2)], "", "agency"),
    "hundreds of years apart": ([told(LANTERN, at(9, -365), report=1), told(POST, at(9), report=2)], LANTERN, "time"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_who_told_it_first_and_why(name):
    tellings, first, why = CASES[name]
    found = beginning(tellings)
    publishers = {one.article: one.publisher for one in tellings}
    assert (publishers.get(found.first, ""), found.why) == (first, why)
    assert beginning(tellings[::-1]) == found or found.first is None  # the order of arrival says nothing


def test_the_copies_of_a_report_are_its_source_s_whoever_came_first():
    wire, mail = told(WIRE, at(9), report=1), told(MAIL, at(7), report=1, tail="Report by Crosswater")
    assert beginning([mail, wire]).leads == {1: wire.article}


def test_of_an_agency_s_text_no_customer_is_the_source():
    found = beginning(
        [
            told(LANTERN, at(9), report=1, head="VELMORA (AP) — The bridge"),
            told(POST, at(11), report=1, head="VELMORA (AP) — The bridge"),
        ]
    )
    assert found.leads == {1: None}
    assert found.agencies == {1: "AP"}
