"""The charts of the staff page: sources, backlog, time to clip, refusals, cost. The browser draws them (`<meter>`)."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import dropwhile

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from newsclip.health import stats
from newsclip.kernel.reasons import explain

_STEPS = {
    "sources": pgettext_lazy("step", "sources"), "articles": pgettext_lazy("step", "articles"),
    "pictures": pgettext_lazy("step", "pictures"), "clips": pgettext_lazy("step", "clips"),
    "search": pgettext_lazy("step", "search"), "votes": pgettext_lazy("step", "votes"),
}  # fmt: skip
_HOUR, _DAY = 60, 24 * 60
_REASONS = 8  # that a chart names


@dataclass(frozen=True, slots=True)
class Row:
    """`value`: the length of its bar; `said`: the text of its columns, the first of which says that length."""

    label: str
    value: float
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A table with a bar in each row. `sums`: a one-sentence summary."""

    id: str
    title: str
    sums: str
    rows: tuple[Row, ...]
    columns: tuple[str, ...] = ()

    @property
    def most(self) -> float:
        """The largest value; 0 if there is nothing to show."""
        return max((row.value for row in self.rows), default=0)


def charts(now: datetime, *, with_cost: bool) -> list[Chart]:
    made = [_sources(now), _backlog(now), _delays(), _refusals(now)]
    return [*made, _cost(now)] if with_cost else made


def _day(day: date) -> str:
    return date_format(day, "MONTH_DAY_FORMAT")


def _from_the_first(by_day: dict[date, tuple[int, int]]) -> dict[date, tuple[int, int]]:
    """Without the days before anything was looked at: a site that is three days old has no table of zeros."""
    return dict(dropwhile(lambda row: not any(row[1]), by_day.items()))


def _sources(now: datetime) -> Chart:
    by_day = stats.looks_by_day(now)
    counts = {day: (well + failed, failed) for day, (well, failed) in _from_the_first(by_day).items()}
    rows = [Row(_day(day), both, (f"{both:,}", f"{failed:,}")) for day, (both, failed) in counts.items()]
    well, failed = (sum(pair[side] for pair in by_day.values()) for side in (0, 1))
    sums = _("%(failed)s of %(all)s looks at sources failed in %(days)s days.") % {
        "failed": f"{failed:,}",
        "all": f"{well + failed:,}",
        "days": stats.DAYS,
    }
    title, columns = _("Looks at sources, by day, and how many failed"), (_("looks"), _("failed"))
    return Chart("health-of-sources", title, sums, tuple(rows), columns)


def _backlog(now: datetime) -> Chart:
    waiting = stats.backlog(now)
    rows = [Row(str(_STEPS[step]), number, (f"{number:,}",)) for step, number in waiting.items()]
    worst = max(waiting, key=lambda step: waiting[step])
    most = _("Most wait at %(step)s: %(number)s.") % {"step": _STEPS[worst], "number": f"{waiting[worst]:,}"}
    return Chart("backlog", _("Waiting, by step"), most if waiting[worst] else _("Nothing waits."), tuple(rows))


def _delays() -> Chart:
    seconds = stats.delays()
    counted = stats.by_bucket(seconds)
    rows = [Row(_up_to(bucket), number, (f"{number}",)) for bucket, number in counted]
    half, most = stats.median(seconds), seconds[int(len(seconds) * 0.9)] if seconds else 0.0
    sums = _(
        "Half of the latest %(clips)s clips came within %(half)s, nine of ten within %(most)s. "
        "Articles that were old when their source was added count too, so the first days look slow."
    ) % {
        "clips": len(seconds),
        "half": _span(half),
        "most": _span(most),
    }
    return Chart("time-to-clip", _("From publication to clip"), sums if seconds else _("No clip yet."), tuple(rows))


def _up_to(minutes: int | None) -> str:
    if minutes is None:
        return f"> {stats.BUCKETS[-1] // _HOUR} h"
    return f"≤ {minutes} min" if minutes < _HOUR else f"≤ {minutes // _HOUR} h"


def _span(seconds: float) -> str:
    minutes = seconds / 60
    if minutes < _HOUR:
        return _("%(minutes)s minutes") % {"minutes": f"{minutes:.0f}"}
    if minutes < _DAY:
        return _("%(hours)s hours") % {"hours": f"{minutes / _HOUR:.1f}"}
    return _("%(days)s days") % {"days": f"{minutes / _DAY:.1f}"}


def _refusals(now: datetime) -> Chart:
    found = stats.refusals()
    rows = [Row(_(explain(code).sentence), number, (f"{number:,}",)) for code, number in found[:_REASONS]]
    others, every = (sum(number for _, number in some) for some in (found[_REASONS:], found))
    if others:
        rows.append(Row(_("Other reasons"), others, (f"{others:,}",)))
    said = ngettext(
        "%(count)s page was refused so far, %(today)s of them today.",
        "%(count)s pages were refused so far, %(today)s of them today.",
        every,
    ) % {"count": f"{every:,}", "today": f"{stats.refused_today(now):,}"}
    sums = said if found else _("Nothing was refused.")
    return Chart("refusals", _("Pages refused, by reason"), sums, tuple(rows))


def _cost(now: datetime) -> Chart:
    by_day = stats.cost_by_day(now)
    rows = [Row(_day(day), float(cost), (f"{cost:.2f}",)) for day, cost in by_day.items()]
    sums = _("%(sum)s in %(days)s days, in the currency of the prices that were set.") % {
        "sum": f"{sum(by_day.values()):.2f}",
        "days": stats.DAYS,
    }
    return Chart("cost", _("Cost of the language model, by day"), sums, tuple(rows))
