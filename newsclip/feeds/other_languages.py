"""What other languages tell of the stories in a feed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from babel import Locale
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from newsclip.clips.queries import QuotedElsewhere, ToldElsewhere


@dataclass(frozen=True, slots=True)
class ForeignLink:
    """An article that began a report in a language that the clip is not in."""

    url: str
    title: str
    publisher: str
    language: str


def mark_of(told: ToldElsewhere) -> str:
    """Changes with every report, and with every revision of those that are linked."""
    read = "".join(f" {one.pk}.{one.revisions}" for one in told.articles)
    return f"{told.language} {len(told.articles) + told.more}{read}"


def links_elsewhere(told: Sequence[QuotedElsewhere]) -> list[ForeignLink]:
    """The articles that began a report, in the languages with most reports first."""
    return [
        ForeignLink(one.url, str(one), one.publisher.name or one.publisher.domain, part.told.language)
        for part in told
        for one in part.told.articles
    ]


def elsewhere_in_html(told: Sequence[QuotedElsewhere]) -> SafeString:
    """The reports with their titles in their own language, and what they tell alone; nothing where there are none."""
    if not told:
        return SafeString()
    rows = [(one.url, one.language, one.language, one.title, one.publisher) for one in links_elsewhere(told)]
    listed = format_html_join("", '<li dir="auto"><a href="{}" lang="{}" hreflang="{}">{}</a> ({})</li>', rows)
    return format_html("<p>Also reported in other languages:</p><ul>{}</ul>{}", listed, _quotations(told))


def _quotations(told: Sequence[QuotedElsewhere]) -> SafeString:
    rows = [
        (_language(part.told.language), part.told.language, one.article.url, one.text, one.url, one.publisher)
        for part in told
        for one in part.quotations
    ]
    one = '<p>In {}:</p><blockquote lang="{}" dir="auto" cite="{}">{}</blockquote><p><a href="{}">{}</a></p>'
    return format_html_join("", one, rows)


def _language(code: str) -> str:
    return str(Locale("en").languages.get(re.split("[-_]", code)[0].lower(), code))
