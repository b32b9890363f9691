"""The timeline: lines whose day can be told from their own words and the day their article was published."""

from datetime import date

from newsclip.clips.ports import Moment
from newsclip.clips.rules.cleaning import outside_quotes
from newsclip.clips.rules.days import days
from newsclip.clips.rules.extractive.desk import Desk
from newsclip.clips.rules.material import same_fact

_MOST = 6


def timeline(desk: Desk) -> tuple[Moment, ...]:
    """The dated lines by date, one telling each, at most six; empty where they do not span two days."""
    moments: list[tuple[str, tuple[int, int], int]] = []
    for i, line in enumerate(desk.lines):
        published = desk.readings[line.article].article.published
        able = published and line.alone and i not in desk.outdated and desk.on_topic(i)
        when = day_of(line.told.text, published.date()) if able and published else ""
        if when:
            moments.append((when, line.key, i))
    kept: list[tuple[str, tuple[int, int], int]] = []
    for moment in sorted(moments, key=lambda m: m[1]):
        stems = desk.lines[moment[2]].stems
        if not any(same_fact(stems, desk.lines[other[2]].stems) for other in kept):
            kept.append(moment)
    kept = sorted(sorted(kept, key=lambda m: (-float(desk.prior[m[2]]), m[1]))[:_MOST])
    if len({when for when, _, _ in kept}) < 2:
        return ()
    return tuple(Moment(when, alone) for when, _, i in kept if (alone := desk.alone(i)))


def day_of(text: str, published: date) -> str:
    """The one day, week or month that the sentence names outside quotations, in ISO 8601; "" where none, or two."""
    found = {day.iso for day in days(outside_quotes(text), published)}
    return found.pop() if len(found) == 1 else ""
