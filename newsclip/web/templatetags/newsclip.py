from datetime import UTC, datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import slugify

from newsclip.kernel.markup import fit_for_xml
from newsclip.kernel.reasons import explain

register = template.Library()
register.filter("slug", slugify)
register.filter("xml", fit_for_xml)


@register.filter
def day(moment: datetime) -> SafeString:
    """The date in words: 2 January 2026."""
    at = moment.astimezone(UTC)
    return _time(moment, f"{at.day} {at:%B %Y}")


@register.filter
def minute(moment: datetime) -> SafeString:
    """The date in words and the time."""
    at = moment.astimezone(UTC)
    return _time(moment, f"{at.day} {at:%B %Y, %H:%M} UTC")


@register.filter
def ago(moment: datetime) -> SafeString:
    """How long ago, up to a day; then the date."""
    passed = timezone.now() - moment
    if passed >= timedelta(days=1):
        return day(moment)
    minutes = max(0, int(passed.total_seconds())) // 60
    if minutes < 60:
        return _time(moment, f"{max(minutes, 1)} min ago")
    return _time(moment, f"{minutes // 60} h ago")


def _time(moment: datetime, words: str) -> SafeString:
    at = moment.astimezone(UTC)
    return format_html('<time datetime="{}" title="{}">{}</time>', at.isoformat(), f"{at:%Y-%m-%d %H:%M} UTC", words)


@register.filter
def moment(when: str) -> SafeString:
    """An ISO 8601 date, time or interval of days of a timeline in words; a date alone stays a date."""
    first, _, last = when.partition("/")
    at = datetime.fromisoformat(first)
    words = f"{at.day} {at:%B %Y}"
    if last:
        words = f"{words} to {(end := datetime.fromisoformat(last)).day} {end:%B %Y}"
    elif "T" in when:
        words = f"{words}, {at:%H:%M}"
    return format_html('<time datetime="{}">{}</time>', first, words)


@register.filter
def number(count: int, noun: str) -> str:
    """`1 article`, `3 articles`; "story/stories" gives both forms."""
    one, _, many = noun.partition("/")
    return f"{count} {one if count == 1 else many or one + 's'}"


@register.filter
def told(articles: int, reports: int) -> str:
    """How often a story was told: 4 articles, 3 independent reports. A single article says no more than that."""
    words = number(articles, "article")
    return words if articles == 1 else f"{words}, {number(reports, 'independent report')}"


@register.filter
def reason(words: str) -> str:
    """A reason of a receipt for people: its code, where it is one of ours, in that code's sentence."""
    code, _, rest = words.partition(" ")
    try:
        return f"{explain(code.rstrip(':')).sentence} {rest}".strip()
    except KeyError:
        return words.replace("_", " ")


@register.filter
def names(publishers: list[str]) -> str:
    """The first two, and how many more."""
    if len(publishers) <= 3:
        return ", ".join(publishers)
    return f"{publishers[0]}, {publishers[1]} and {len(publishers) - 2} more"
