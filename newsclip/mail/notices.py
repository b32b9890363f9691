"""Notices by mail, for readers who want that: collected into one mail."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext, ngettext

from newsclip.accounts.models import Reader
from newsclip.accounts.queries import reader_language, with_confirmed_mail
from newsclip.community.models import Notice
from newsclip.community.queries import in_words, page_of
from newsclip.mail.editions import message
from newsclip.mail.send import SERVER, Mail, post
from newsclip.options import OPTIONS

# Readers get time to see it on the site first; what was not sent for days is not news any more.
_WAIT = timedelta(minutes=10)
_STALE = timedelta(days=3)  # after an outage nobody wants to be told of last week
_MOST = 30  # in one mail; the site has the rest


def send_notices(*, now: datetime, limit: int = 50) -> Iterator[tuple[Reader, int]]:
    """One mail per reader with all unread notices; each is sent once, however many workers try.

    What the mail server did not accept is sent later; after a failure the rest waits for a pause.
    """
    if SERVER.rests(now):
        return
    waiting = Notice.objects.filter(to_mail=True, at__lte=now - _WAIT, at__gt=now - _STALE).order_by("at", "pk")
    for reader in _reached(waiting, limit):
        mine = [row for row in waiting.filter(reader=reader)[:_MOST] if _take(row, now)]
        if mine:
            if not post(_mail(reader, mine, now), now=now):
                taken = Notice.objects.filter(pk__in=[row.pk for row in mine], mailed_at=now)
                taken.update(mailed_at=None, to_mail=True)
                return
            yield reader, len(mine)


def _reached(waiting: "QuerySet[Notice]", limit: int) -> list[Reader]:
    """Some of the readers whose notices wait and who have a confirmed address. The others' notices stop waiting."""
    found = list(waiting.order_by().values_list("reader", flat=True).distinct()[:limit])
    wanted = Reader.objects.filter(pk__in=found, notices_by_mail=True, is_active=True)
    readers = with_confirmed_mail(wanted).in_bulk()
    others = set(found) - set(readers)
    if others:
        Notice.objects.filter(reader__in=others, to_mail=True).update(to_mail=False)
    return [readers[pk] for pk in found if pk in readers]


def _mail(reader: Reader, told: list[Notice], now: datetime) -> Mail:
    with reader_language(reader):
        lines = [(page_of(row), in_words(row, gettext, now=now)) for row in told]
        title = lines[0][1] if len(lines) == 1 else _title(len(lines))
    return message(reader, " ".join(title.split())[:150], "notices", {"notices": lines})


def _title(count: int) -> str:
    words = ngettext("%(count)d notice from %(site)s", "%(count)d notices from %(site)s", count)
    return words % {"count": count, "site": OPTIONS.site_name}


def _take(row: Notice, now: datetime) -> bool:
    return bool(Notice.objects.filter(pk=row.pk, to_mail=True).update(to_mail=False, mailed_at=now))
