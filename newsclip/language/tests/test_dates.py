from datetime import UTC, datetime

import pytest

from newsclip.language.dates import FIRST, parse_date

TEN = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "Mon, 02 Mar 2026 10:00:00 GMT",
        "Mon, 2 Mar 2026 12:00 +0200",
        "02 Mar 2026 05:00:00 EST",
        "2026-03-02T10:00:00Z",
        "2026-03-02T11:00:00.123+01:00"[:19] + "+01:00",
        "2026-03-02 10:00",
        "March 2nd, 2026 at 10:00 am",
        "Monday, March 2, 2026 - 10:00am",
        "2 March 2026 10:00",
        "Mo, 2 März 2026 11:00:00 +0100",
        "2 mars 2026 10:00",
        "Mon, 02 Mar 2026 05:00:00 America/New_York",
        "1772445600",
        "1772445600000",
    ],
)
def test_one_moment_in_all_its_spellings(written):
    assert parse_date(written) == TEN


@pytest.mark.parametrize(
    "written", ["1990-01-01", "Fri, 03 May 1991 10:00:00 GMT", "1992-12-31T23:59:59Z", "31 December 1992", "725846399"]
)
def test_a_clock_from_before_the_web_tells_no_moment(written):
    assert parse_date(written) is None
    assert parse_date("1993-01-01T00:00:00Z") == FIRST == datetime(1993, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("written", ["", "soon", "0000-00-00T00:00:00Z", "1601-01-01", "12", "9" * 200, "2026-13-45"])
def test_what_names_no_moment_of_the_web_is_none(written):
    assert parse_date(written) is None


def test_a_day_alone_is_its_midnight_in_utc():
    assert parse_date("2026-03-02") == datetime(2026, 3, 2, tzinfo=UTC)
