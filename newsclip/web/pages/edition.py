"""The news of one day: finite, by category; the page that can be read offline."""

from datetime import UTC, date, datetime, time, timedelta

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import get_format
from django.utils.translation import gettext_noop

from newsclip.ranking import queries as ranking
from newsclip.web.cards.close_cards import gathered_now
from newsclip.web.cards.for_reader import for_reader
from newsclip.web.cards.queries import Card, cards
from newsclip.web.pages.month_calendar import month_calendar
from newsclip.web.pages.mute_filter import without_muted

_PER_CATEGORY = 6
_MOST = 200
_LEADS, _WITH_LEADS = 3, 6  # cards above all categories; of so few they say nothing
_FIRST = gettext_noop("Most reported")
_FEW = 3  # fewer clips of today have those of yesterday below them

type _Parts = dict[str, list[Card]]
"""The cards of a day: those of most independent reports, and then by category."""


def today(request: HttpRequest) -> HttpResponse:
    """Today's edition; while it is short, with that of yesterday below it."""
    return edition_page(request, timezone.now().astimezone(UTC).date(), canonical=False)


def edition(request: HttpRequest, day: str) -> HttpResponse:
    try:
        asked = date.fromisoformat(day)
    except ValueError:
        raise Http404("There is no such day.") from None
    if asked > timezone.now().astimezone(UTC).date():
        raise Http404("That day has not come yet.")
    if day != asked.isoformat():
        return redirect("web:edition", asked.isoformat(), permanent=True)
    return edition_page(request, asked, canonical=True)


def edition_page(request: HttpRequest, day: date, *, canonical: bool) -> HttpResponse:
    """The news of this day; `canonical`: at the day's own address, where no other day stands below it."""
    parts, hidden = _of_day(request, day)
    below: _Parts = {}
    if not canonical and _clips(parts) < _FEW:
        below, hidden_below = _of_day(request, day - timedelta(days=1))
        hidden = (*hidden, *hidden_below)
    after, now = day + timedelta(days=1), timezone.now().astimezone(UTC).date()
    page = {
        "day": _midnight(day),
        "is_today": day == now,
        "before": day - timedelta(days=1) if day > date.min else None,
        "after": after if after <= now else None,
        "parts": parts,
        "yesterday": _midnight(day - timedelta(days=1)) if below else None,
        "below": below,
        "hidden": hidden,
        "number": _clips(parts) + _clips(below),
        "canonical": canonical,
        **_month(day, now),
    }
    return render(request, "web/edition.html", page)


def _of_day(request: HttpRequest, day: date) -> tuple[_Parts, tuple[str, ...]]:
    """The cards of a day by part, and the mutes that hide others."""
    shown = without_muted(request, ranking.of_day(day, limit=_MOST))
    found = gathered_now(for_reader(request, cards(shown.clips)))
    leads = sorted(found, key=lambda card: -card.clip.reports)[:_LEADS] if len(found) >= _WITH_LEADS else []
    parts: _Parts = {_FIRST: leads} if leads else {}
    for card in (one for one in found if one not in leads):
        of_it = parts.setdefault(card.clip.category, [])
        if len(of_it) < _PER_CATEGORY:
            of_it.append(card)
    return parts, shown.hidden


def _clips(parts: _Parts) -> int:
    """How many have a place of their own; others of one matter are below theirs, as links."""
    return sum(map(len, parts.values()))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def _month(day: date, now: date) -> dict[str, object]:
    """The month of this day, for a page; nothing while there is no clip."""
    oldest = ranking.oldest_day()
    if oldest is None:
        return {}
    month = month_calendar(day, oldest=oldest, newest=now, first_weekday=get_format("FIRST_DAY_OF_WEEK"))
    return {"month": month, "weekdays": [(WEEKDAYS_ABBR[one], WEEKDAYS[one]) for one in month.weekdays]}


def service_worker(request: HttpRequest) -> HttpResponse:
    """At the root, so that it may answer for the whole site."""
    path = finders.find("web/sw.js")
    with open(str(path), "rb") as file:  # noqa: PTH123 -- the finder's own path
        answer = HttpResponse(file.read(), content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return answer
