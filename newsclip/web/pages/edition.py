"""The news of one day: finite, by category; the page that can be read offline."""

from datetime import UTC, date, datetime, time, timedelta

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import get_format

from newsclip.ranking import queries as ranking
from newsclip.web.cards.close_cards import gathered_now
from newsclip.web.cards.for_reader import for_reader
from newsclip.web.cards.queries import Card, cards
from newsclip.web.pages.month_calendar import month_calendar
from newsclip.web.pages.mute_filter import without_muted

_PER_CATEGORY = 6
_MOST = 200
_FEW = 3  # clips of a morning that are no edition yet
_NOON = 12


def today(request: HttpRequest) -> HttpResponse:
    """Today's edition; that of the day before while there is nothing of today, or little before noon."""
    now = timezone.now().astimezone(UTC)
    day, before = now.date(), now.date() - timedelta(days=1)
    clips, clips_before = (len(without_muted(request, ranking.of_day(one, limit=_FEW)).clips) for one in (day, before))
    if is_worth_a_page(now, clips, clips_before):
        return edition_page(request, day, canonical=False)
    return edition_page(request, before, canonical=False, so_far=clips)


def is_worth_a_page(now: datetime, clips: int, clips_before: int) -> bool:
    """Whether so many clips of today are its edition yet; of both days at most three are counted. `now` is UTC."""
    return clips >= (_FEW if now.hour < _NOON else 1) or clips_before <= clips


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


def edition_page(request: HttpRequest, day: date, *, canonical: bool, so_far: int = 0) -> HttpResponse:
    """The news of this day; `so_far`: clips of the day after, which is too young for an edition of its own."""
    shown = without_muted(request, ranking.of_day(day, limit=_MOST))
    parts: dict[str, list[Card]] = {}
    for card in gathered_now(for_reader(request, cards(shown.clips))):
        of_it = parts.setdefault(card.clip.category, [])
        if len(of_it) < _PER_CATEGORY:
            of_it.append(card)
    after, now = day + timedelta(days=1), timezone.now().astimezone(UTC).date()
    page = {
        "day": datetime.combine(day, time(), tzinfo=UTC),
        "before": day - timedelta(days=1) if day > date.min else None,
        "parts": parts,
        "hidden": shown.hidden,
        "number": sum(1 + len(card.also) for of_it in parts.values() for card in of_it),
        "canonical": canonical,
        "so_far": so_far,
        "waits": not canonical and not so_far and day < now,
        "after": after if so_far or (canonical and after <= now) else None,
        **_month(day, now),
    }
    return render(request, "web/edition.html", page)


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
