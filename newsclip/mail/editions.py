"""Editions by mail: the day's or week's news, finite, by category, plain text and HTML, with one-click unsubscribe."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import make_msgid
from urllib.parse import urlsplit

from django.db.models import F, Q
from django.template.loader import render_to_string
from django.utils import dateformat, translation
from django.utils.translation import pgettext

from newsclip.accounts.models import Reader
from newsclip.accounts.queries import reader_language, with_confirmed_mail
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.evidence.card_text import text_below
from newsclip.mail.send import SERVER, Mail, post
from newsclip.mail.unsubscribe import address_to_leave
from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking

_PER_CATEGORY = 4  # clips
_MOST = 24  # clips: an edition ends
_LENGTHS = {Reader.Edition.DAILY: timedelta(days=1), Reader.Edition.WEEKLY: timedelta(days=7)}


@dataclass(frozen=True, slots=True)
class EditionClip:
    """A clip in an edition; `summary` as it reads right below the headline."""

    clip: Clip
    summary: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One reader's edition: categories with their clips, hottest first."""

    title: str
    parts: tuple[tuple[str, tuple[EditionClip, ...]], ...]


def due(now: datetime, *, limit: int) -> list[Reader]:
    """Readers whose last edition is a day, or a week, ago; those without any first."""
    found: list[Reader] = []
    for kind, length in _LENGTHS.items():
        for late in (Q(edition_at=None), Q(edition_at__lte=now - length)):  # two range scans of one index
            rows = Reader.objects.filter(late, edition=kind).order_by("edition_at", "pk")
            found += rows[: limit - len(found)]
    return found


def edition(reader: Reader, *, now: datetime) -> Edition:
    """The reader's edition as of now, without what they mute."""
    length = _LENGTHS[Reader.Edition(reader.edition)]
    recent = clips.newest().filter(published__gte=now - length, published__lte=now)
    found, _ = ranking.front_page(limit=200, since=now - length)
    listed = set(recent.values_list("pk", flat=True)[:5000])
    known = ranking.candidates([clip.pk for clip in found], now=now)
    mutes = community.mutes(reader, now=now)
    parts: dict[str, list[EditionClip]] = {}
    for clip in found:
        if clip.pk in listed and not ranking.hidden(clip, known[clip.pk], mutes):
            below = text_below(clip.headline, clip.summary)
            parts.setdefault(clip.category, []).append(EditionClip(clip, below))
    chosen = [(name, tuple(of_it[:_PER_CATEGORY])) for name, of_it in parts.items()][: _MOST // _PER_CATEGORY]
    with reader_language(reader):
        title = f"{OPTIONS.site_name}, {dateformat.format(now, pgettext('how a date is written', 'j F Y'))}"
    return Edition(title, tuple(chosen))


def send_editions(*, now: datetime, limit: int = 50) -> Iterator[tuple[Reader, int]]:
    """Send the editions that are due, once per reader, however many workers try. Empty editions are not sent.

    What the mail server did not accept becomes due again; after a failure the rest waits for a pause.
    """
    for reader in () if SERVER.rests(now) else _reached(due(now, limit=limit), now):
        mine = Reader.objects.filter(pk=reader.pk, edition_at=F("edition_at") if reader.edition_at else None)
        if not mine.update(edition_at=now):
            continue
        told = edition(reader, now=now)
        if told.parts and not post(message(reader, told.title, "edition", {"edition": told}), now=now):
            Reader.objects.filter(pk=reader.pk, edition_at=now).update(edition_at=reader.edition_at)
            return
        yield reader, sum(len(of_it) for _, of_it in told.parts)


def _reached(readers: list[Reader], now: datetime) -> list[Reader]:
    """Those with a confirmed address. The others are skipped until their next edition is due."""
    mailed = set(with_confirmed_mail(Reader.objects.filter(pk__in=[one.pk for one in readers], is_active=True)))
    others = [one.pk for one in readers if one not in mailed]
    if others:
        Reader.objects.filter(pk__in=others).update(edition_at=now)
    return [one for one in readers if one in mailed]


def message(reader: Reader, title: str, template: str, page: dict[str, object]) -> Mail:
    """A mail as plain text and HTML, with one-click unsubscribe (RFC 2369, RFC 8058) and a List-Id (RFC 2919)."""
    leave = address_to_leave(reader, template)
    known = page | {"reader": reader, "leave": leave, "site_url": OPTIONS.site_url, "site_name": OPTIONS.site_name}
    host = urlsplit(OPTIONS.site_url).hostname
    headers = {
        "Message-ID": make_msgid(domain=host),  # not the machine's own name, which is private
        "List-Id": f"<{template}.{host}>",
        "List-Unsubscribe": f"<{leave}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
    with reader_language(reader):
        known["language"] = translation.get_language()
        plain = render_to_string(f"mail/{template}.txt", known)
        html = render_to_string(f"mail/{template}.html", known)
    mail = Mail(title, plain, to=[reader.email], headers=headers)
    mail.attach_alternative(html, "text/html")
    return mail
