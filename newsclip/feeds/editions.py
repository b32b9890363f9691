"""Daily editions: a feed of finished days, and a feed of one day's clips."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.html import format_html_join

from newsclip.clips.models import Clip
from newsclip.evidence.card_text import text_below
from newsclip.feeds.answering import answer
from newsclip.feeds.channel import SIGN_EXPLAINED, Channel, Item, clip_url, of_clips, signed_headline
from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking

_DAYS, _A_DAY = 7, 30


def days(request: HttpRequest, form: str) -> HttpResponseBase:
    """The last finished days, one entry each; like their pages, the feed is finite."""
    today = timezone.now().astimezone(UTC).date()
    found = {day: clips for day in _before(today) if (clips := ranking.of_day(day, limit=_A_DAY))}
    marks = [f"{day} {clip.pk}.{clip.version}" for day, clips in found.items() for clip in clips]
    newest = max((clip.updated for clips in found.values() for clip in clips), default=None)
    title, path = f"The news of each day — {OPTIONS.site_name}", f"/edition/feed.{form}"
    channel = Channel(title, "/edition/today", path, marks, newest, lambda: [_day(*one) for one in found.items()])
    return answer(request, form, channel)


def day(request: HttpRequest, day: str, form: str) -> HttpResponseBase:
    """The clips of one day, the most reported and upvoted first."""
    today = timezone.now().astimezone(UTC).date()
    try:
        asked = today if day == "today" else date.fromisoformat(day)
    except ValueError:
        raise Http404("There is no such day.") from None
    if asked > today:
        raise Http404("That day has not come yet.")
    page = f"/edition/{day}"
    title = f"The news of {asked:%-d %B %Y} — {OPTIONS.site_name}"
    return answer(request, form, of_clips(title, page, f"{page}/feed.{form}", ranking.of_day(asked, limit=_A_DAY)))


def _before(today: date) -> list[date]:
    return [today - timedelta(days=back) for back in range(1, _DAYS + 1)]


def _day(day: date, clips: list[Clip]) -> Item:
    page = f"{OPTIONS.site_url}/edition/{day}"
    over = datetime.combine(day + timedelta(days=1), time(), tzinfo=UTC)
    ordered = sorted(clips, key=lambda clip: clip.category)
    parts = [(name, _listed(list(of_it))) for name, of_it in groupby(ordered, key=lambda clip: clip.category)]
    return Item(
        id=page,
        url=page,
        title=f"The news of {day:%-d %B %Y}",
        content=format_html_join("", "<h2>{}</h2><ul>{}</ul>", parts),
        published=over,
        updated=max(over, *(clip.updated for clip in clips)),
        summary="; ".join(map(signed_headline, clips[:3])),
        tags=[name for name, _ in parts],
    )


def _listed(clips: list[Clip]) -> str:
    """Each clip's summary right below its headline."""
    rows = (
        (clip_url(clip), signed_headline(clip), text_below(clip.headline, clip.summary), _sign(clip)) for clip in clips
    )
    return format_html_join("", '<li><p><a href="{}">{}</a></p><p>{}</p>{}</li>', rows)


def _sign(clip: Clip) -> str:
    return SIGN_EXPLAINED if clip.headline_judged else ""
