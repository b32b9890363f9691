"""From the news of one day to that of any other, by a calendar of the month."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from newsclip.web.pages.month_calendar import month_calendar
from newsclip.web.tests import factories

JUNE = date(2026, 6, 17)  # a Wednesday
FROM, TO = date(2026, 5, 20), date(2026, 6, 20)


def days(month):
    return [[cell and (cell.day.day, cell.is_there) for cell in week] for week in month.weeks]


def test_a_month_is_whole_weeks_from_the_day_on_which_the_language_begins_them():
    monday = month_calendar(JUNE, oldest=FROM, newest=TO, first_weekday=1)
    assert (monday.weekdays[0], days(monday)[0][0]) == (0, (1, True))  # 1 June 2026 is a Monday
    sunday = month_calendar(JUNE, oldest=FROM, newest=TO, first_weekday=0)
    assert (sunday.weekdays[0], days(sunday)[0][:2]) == (6, [None, (1, True)])


def test_only_days_between_the_oldest_clip_and_today_lead_on():
    told = [
        cell for week in days(month_calendar(JUNE, oldest=JUNE, newest=TO, first_weekday=1)) for cell in week if cell
    ]
    assert [number for number, is_there in told if is_there] == [17, 18, 19, 20]
    assert len(told) == 30


@pytest.mark.parametrize(
    ("shown", "before", "after"),
    [
        (JUNE, date(2026, 5, 31), None),
        (date(2026, 5, 25), None, date(2026, 6, 1)),
        (date(2026, 4, 2), None, FROM),
        (date(2026, 7, 2), TO, None),
        (date(1, 1, 1), None, FROM),
    ],
)
def test_the_months_beside_it_are_there_as_far_as_they_have_news(shown, before, after):
    month = month_calendar(shown, oldest=FROM, newest=TO, first_weekday=1)
    assert (month.before, month.after) == (before, after)


@pytest.mark.django_db
def test_an_edition_leads_to_the_other_days_of_its_month(client):
    now = timezone.now()
    day = now.date() - timedelta(days=now.day)  # the last of the month before
    factories.ferry(at=now.replace(year=day.year, month=day.month, day=day.day) - timedelta(days=2))
    page = client.get(f"/edition/{day}").content.decode()
    assert f'<a href="/edition/{day}" aria-current="page"' in page
    assert f'<a href="/edition/{day - timedelta(days=1)}" aria-label=' in page
    assert f'<a href="/edition/{day - timedelta(days=3)}"' not in page
    assert f'<a href="/edition/{day + timedelta(days=1)}">' in page
    german = client.get(f"/edition/{day}", headers={"Accept-Language": "de"}).content.decode()
    assert '<abbr title="Montag">' in german


@pytest.mark.django_db
def test_a_site_without_clips_has_no_month(client):
    assert "Another day" not in client.get("/edition/today").content.decode()
