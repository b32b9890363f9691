"""The pictures of the staff page: sources, backlog, time to clip, refusals, cost."""

from datetime import date, datetime

from newsclip.kernel.reasons import explain
from newsclip.operations import figures
from newsclip.operations.charts import Chart, Number, lying, standing

_GOOD, _BAD = ("good", "went well"), ("bad", "failed")
_HOUR, _DAY = 60, 24 * 60


def charts(now: datetime, *, with_cost: bool) -> list[Chart]:
    made = [_sources(now), _backlog(now), _delays(), _refusals()]
    return [*made, _cost(now)] if with_cost else made


def _day(day: date) -> str:
    return f"{day.day}.{day.month}."


def _sources(now: datetime) -> Chart:
    by_day = figures.looks_by_day(now)
    numbers = [
        Number(_day(day), ((_BAD[0], failed), (_GOOD[0], well)), f"{failed}") for day, (well, failed) in by_day.items()
    ]
    well, failed = (sum(pair[side] for pair in by_day.values()) for side in (0, 1))
    sums = f"{failed:,} of {well + failed:,} looks at sources failed in {figures.DAYS} days."
    return standing("health-of-sources", "Looks at sources, by day, and how many failed", sums, numbers, [_GOOD, _BAD])


def _backlog(now: datetime) -> Chart:
    waiting = figures.backlog(now)
    numbers = [Number(step, (("wait", number),), f"{number:,}") for step, number in waiting.items()]
    worst = max(waiting, key=lambda step: waiting[step])
    sums = f"Most wait at {worst}: {waiting[worst]:,}." if waiting[worst] else "Nothing waits."
    return lying("backlog", "What waits, by step", sums, numbers)


def _delays() -> Chart:
    seconds = figures.delays()
    counted = figures.by_bucket(seconds)
    numbers = [Number(_up_to(bucket), (("wait", number),), f"{number}") for bucket, number in counted]
    half, most = figures.median(seconds), seconds[int(len(seconds) * 0.9)] if seconds else 0.0
    sums = f"Half of the latest {len(seconds)} clips came within {_span(half)}, nine of ten within {_span(most)}."
    return standing("time-to-clip", "From publication to clip", sums if seconds else "No clip yet.", numbers)


def _up_to(minutes: int | None) -> str:
    if minutes is None:
        return f"> {figures.BUCKETS[-1] // _HOUR} h"
    return f"≤ {minutes} min" if minutes < _HOUR else f"≤ {minutes // _HOUR} h"


def _span(seconds: float) -> str:
    minutes = seconds / 60
    if minutes < _HOUR:
        return f"{minutes:.0f} minutes"
    return f"{minutes / _HOUR:.1f} hours" if minutes < _DAY else f"{minutes / _DAY:.1f} days"


def _refusals() -> Chart:
    found = figures.refusals()
    numbers = [Number(code, (("bad", number),), f"{number:,}") for code, number in found]
    sums = f"Most often: {explain(found[0][0]).sentence}" if found else "Nothing was refused."
    return lying("refusals", "Pages refused, by reason", sums, numbers)


def _cost(now: datetime) -> Chart:
    by_day = figures.cost_by_day(now)
    numbers = [Number(_day(day), (("wait", float(cost)),), f"{cost:.2f}") for day, cost in by_day.items()]
    sums = f"{sum(by_day.values()):.2f} in {figures.DAYS} days, in the currency of the prices that were set."
    return standing("cost", "Cost of the language model, by day", sums, numbers)
