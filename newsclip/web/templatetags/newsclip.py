import math
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Protocol

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils import dateformat, timezone
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import get_language, gettext, gettext_lazy, ngettext_lazy, pgettext

from newsclip.evidence.document import Question
from newsclip.evidence.visitor import Statement
from newsclip.kernel.markup import fit_for_xml
from newsclip.kernel.publication_times import is_day_only
from newsclip.kernel.reasons import MESSAGES, Reason, in_sentences, message, outline
from newsclip.language.quotation_marks import unmarked
from newsclip.web import locale_names, read_marks
from newsclip.web.edit_words import BASES, EDITS, OTHER
from newsclip.web.formatting import filled

register = template.Library()
register.filter("slug", slugify)
register.filter("xml", fit_for_xml)
register.filter("unmarked", unmarked)
_WORDS_KEPT = 1000  # a page says the same dates and numbers again and again
_OF_THE_SITE = ("site_name", "tagline", "contact", "source_url", "version")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_COUNTED = {
    "article": ngettext_lazy("%(count)d article", "%(count)d articles", "count"),
    "independent report": ngettext_lazy("%(count)d independent report", "%(count)d independent reports", "count"),
    "clip": ngettext_lazy("%(count)d clip", "%(count)d clips", "count"),
    "comment": ngettext_lazy("%(count)d comment", "%(count)d comments", "count"),
    "copy": ngettext_lazy("%(count)d copy", "%(count)d copies", "count"),
    "near-copy": ngettext_lazy("%(count)d near-copy of this text", "%(count)d near-copies of this text", "count"),
    "other": ngettext_lazy("%(count)d other", "%(count)d others", "count"),
    "new sentence": ngettext_lazy("%(count)d sentence is new", "%(count)d sentences are new", "count"),
    "changed sentence": ngettext_lazy("%(count)d sentence changed", "%(count)d sentences changed", "count"),
    "gone sentence": ngettext_lazy("%(count)d sentence removed", "%(count)d sentences removed", "count"),
    "like report": ngettext_lazy("%(count)d more with this report", "%(count)d more with this report", "count"),
    "like text": ngettext_lazy("%(count)d text with the same words", "%(count)d texts with the same words", "count"),
    "publisher": ngettext_lazy("%(count)d publisher", "%(count)d publishers", "count"),
    "quotation": ngettext_lazy("%(count)d quotation", "%(count)d quotations", "count"),
    "reader": ngettext_lazy("%(count)d reader", "%(count)d readers", "count"),
    "follower": ngettext_lazy("%(count)d follower", "%(count)d followers", "count"),
    "suggestion": ngettext_lazy("%(count)d suggestion", "%(count)d suggestions", "count"),
    "doubt": ngettext_lazy("%(count)d challenge", "%(count)d challenges", "count"),
    "vote": ngettext_lazy("%(count)d vote", "%(count)d votes", "count"),
}

_QUESTIONS: dict[Question, Promise] = {
    "who": gettext_lazy("Who"),
    "where": gettext_lazy("Where"),
    "when": gettext_lazy("When"),
    "how_many": gettext_lazy("How many"),
    "why": gettext_lazy("Why"),
}


@register.simple_tag(takes_context=True)
def fixed(context: Context, part: str) -> SafeString:
    """A template that is a part of all pages, and says nothing but what `_OF_THE_SITE` is, in the reader's language.

    It is rendered once in the life of a process, and sees nobody's request.
    """
    return _fixed(part, get_language(), *(context.get(name, "") for name in _OF_THE_SITE))


@lru_cache
def _fixed(part: str, language: str | None, *site: str) -> SafeString:
    return render_to_string(part, dict(zip(_OF_THE_SITE, site, strict=True)))


@register.filter
def basis_words(basis: str) -> str:
    """On what a sentence stands, in words."""
    return gettext(BASES.get(basis, BASES["exact"]))


@register.filter
def done(kind: str) -> str:
    """What an edit of this kind did."""
    return gettext(EDITS.get(kind, OTHER)[0])


@register.filter
def allowed(kind: str) -> str:
    """Why the verifier lets an edit of this kind stand."""
    return gettext(EDITS.get(kind, OTHER)[1])


@register.filter
def date_words(moment: date) -> str:
    """The date as the reader's language writes it: 2 January 2026."""
    return _written(moment.astimezone(UTC).date() if isinstance(moment, datetime) else moment, get_language())


@register.filter
def written(moment: date) -> str:
    """The date in words, where they stand within a sentence that is an attribute, or need no exact time."""
    return date_words(moment)


@register.filter
def day(moment: datetime) -> SafeString:
    """The date in words."""
    return _time(moment, date_words(moment))


@register.filter
def minute(moment: datetime) -> SafeString:
    """The date in words and the time, if one is known."""
    if is_day_only(moment):
        return day(moment)
    return _time(moment, f"{date_words(moment)}, {moment.astimezone(UTC):%H:%M} UTC")


@register.filter
def within_day(first: datetime, last: datetime) -> str:
    """Both times in words where they are of one day, which is then named once; "" where they are not."""
    first, last = first.astimezone(UTC), last.astimezone(UTC)
    if first.date() != last.date():
        return ""
    if is_day_only(first) or f"{first:%H:%M}" == f"{last:%H:%M}":
        return date_words(last) if is_day_only(last) else f"{date_words(last)}, {last:%H:%M} UTC"
    told = {"day": date_words(first), "first": f"{first:%H:%M}", "last": f"{last:%H:%M}"}
    return gettext("%(day)s, %(first)s to %(last)s UTC") % told


@register.filter
def ago(moment: datetime) -> SafeString:
    """How long ago, up to a day; then "yesterday", or the date."""
    now = timezone.now()
    passed = now - moment
    if passed >= timedelta(days=1) or is_day_only(moment):
        return _time(moment, gettext("yesterday")) if was_yesterday(moment, now) else day(moment)
    minutes = max(0, int(passed.total_seconds())) // 60
    if minutes < 1:
        return _time(moment, gettext("just now"))
    if minutes < 60:
        return _time(moment, gettext("%(count)d min ago") % {"count": minutes})
    return _time(moment, gettext("%(count)d h ago") % {"count": minutes // 60})


def was_yesterday(moment: datetime, now: datetime) -> bool:
    """Whether it was on the day before, in UTC."""
    return moment.astimezone(UTC).date() == now.astimezone(UTC).date() - timedelta(days=1)


@register.filter
def country(code: str) -> str:
    """The country's name; "" of codes that mean none."""
    return locale_names.country_name(code)


@register.filter
def language(code: str) -> str:
    """The language's name."""
    return locale_names.language_name(code)


@register.filter
def due(moment: datetime) -> SafeString:
    """In how long, up to a day; then the date. What is overdue comes soon."""
    minutes = math.ceil((moment - timezone.now()).total_seconds() / 60)
    if minutes <= 1:
        return _time(moment, gettext("soon"))
    if minutes <= 90:
        return _time(moment, gettext("in %(count)d min") % {"count": minutes})
    if minutes < 24 * 60:
        return _time(moment, gettext("in %(count)d h") % {"count": round(minutes / 60)})
    return _time(moment, gettext("on %(day)s") % {"day": date_words(moment)})


def _time(moment: datetime, words: str) -> SafeString:
    at = moment.astimezone(UTC)
    title = f"{at:%Y-%m-%d}" if is_day_only(at) else f"{at:%Y-%m-%d %H:%M} UTC"
    return filled('<time datetime="{at}" title="{title}">{words}</time>', at=at.isoformat(), title=title, words=words)


@register.filter
def moment(when: str) -> SafeString:
    """An ISO 8601 date, time or interval of days of a timeline in words; a date alone stays a date."""
    first, _, last = when.partition("/")
    at = datetime.fromisoformat(first)
    words = _written(at.date(), get_language())
    if last:
        until = _written(datetime.fromisoformat(last).date(), get_language())
        words = gettext("%(first)s to %(last)s") % {"first": words, "last": until}
    elif "T" in when:
        words = f"{words}, {at:%H:%M}"
    return format_html('<time datetime="{}">{}</time>', first, words)


@lru_cache(_WORDS_KEPT)
def _written(at: date, language: str | None) -> str:
    first = pgettext("how the first day of a month is written", "j F Y")
    return dateformat.format(at, first if at.day == 1 else pgettext("how a date is written", "j F Y"))


@register.filter
def number(count: int, noun: str) -> str:
    """`1 article`, `3 articles`: one of the nouns above, in the reader's language."""
    return _counted(count, noun, get_language())


@lru_cache(_WORDS_KEPT)
def _counted(count: int, noun: str, language: str | None) -> str:
    return str(_COUNTED[noun] % {"count": count})


@register.filter
def told(articles: int, reports: int) -> str:
    """How often a story was told: 4 articles, 3 independent reports. A single article says no more than that."""
    words = number(articles, "article")
    return words if articles == 1 else f"{words}, {number(reports, 'independent report')}"


@register.filter
def reason(words: str | Reason) -> str:
    """A reason, or the outline of all of a code, in the language of the page."""
    if isinstance(words, Reason):
        return message(words, gettext)
    return outline(words, gettext) if words in MESSAGES else words.replace("_", " ")


@register.filter
def reasons(told: Iterable[Reason]) -> str:
    """Reasons in the language of the page."""
    return in_sentences(told, gettext)


class _Clip(Protocol):
    @property
    def pk(self) -> int: ...
    @property
    def version(self) -> int: ...


@register.filter
def reading(clip: _Clip) -> SafeString:
    """Where a list says whether the clip was read."""
    return read_marks.place(clip.pk, clip.version)


@register.filter
def question(code: Question) -> str:
    """What an answer of the glance answers."""
    return str(_QUESTIONS[code])


class _Shows(Protocol):
    def shown(self, said: Statement) -> object: ...


@register.filter
def shown(said: Statement, clip: _Shows) -> object:
    """A sentence, quotation or value of the clip's document, with its number and the words it rests on."""
    return clip.shown(said)


@register.filter
def at(found: Mapping[object, object], key: object) -> object:
    """What a mapping holds there; None where it holds nothing."""
    return found.get(key)


@register.filter
def without_scheme(address: str) -> str:
    """An address as people read it."""
    return address.removeprefix("mailto:").removeprefix("https://")


@register.filter
def humps(tag: str) -> SafeString:
    """A hashtag that may break before each of its words, never within one."""
    return format_html_join(mark_safe("<wbr>"), "{}", ((part,) for part in _HUMP.split(tag)))
