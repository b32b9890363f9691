"""Notices by mail, for those who asked for it: gathered, one mail at a time."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils.translation import gettext, ngettext

from newsclip.accounts.models import Reader
from newsclip.accounts.queries import speaking_to, with_confirmed_mail
from newsclip.community.models import Notice
from newsclip.community.queries import in_words
from newsclip.mail.editions import message
from newsclip.mail.posting import SERVER, Mail, post
from newsclip.options import OPTIONS

# Time to read it on the site first; and what was left unsent for days is no news.
_WAIT = timedelta(minutes=10)
_STALE = timedelta(days=3)
_MOST = 30


def send_notices(*, now: datetime, limit: int = 50) -> Iterator[tuple[Reader, int]]:
    """One mail a reader with all that they have not read; each notice is sent once, however many workers try.

    What the mail server did not take is sent later; the rest waits until it had a rest.
    """
    if SERVER.rests(now):
        return
    waiting = Notice.objects.filter(mailed_at=None, read_at=None, at__lte=now - _WAIT, at__gt=now - _STALE)
    wanted = waiting.filter(reader__notices_by_mail=True, reader__is_active=True)
    readers = with_confirmed_mail(Reader.objects.filter(pk__in=wanted.values("reader")))
    for reader in readers.order_by("pk")[:limit]:
        mine = [row for row in wanted.filter(reader=reader).order_by("at", "pk")[:_MOST] if _take(row, now)]
        if mine:
            if not post(_mail(reader, mine), now=now):
                Notice.objects.filter(pk__in=[row.pk for row in mine], mailed_at=now).update(mailed_at=None)
                return
            yield reader, len(mine)


def _mail(reader: Reader, told: list[Notice]) -> Mail:
    with speaking_to(reader):
        lines = [(row, in_words(row, gettext)) for row in told]
        title = lines[0][1] if len(lines) == 1 else _title(len(lines))
    return message(reader, " ".join(title.split())[:150], "notices", {"notices": lines})


def _title(count: int) -> str:
    words = ngettext("%(count)d notice from %(site)s", "%(count)d notices from %(site)s", count)
    return words % {"count": count, "site": OPTIONS.site_name}


def _take(row: Notice, now: datetime) -> bool:
    return bool(Notice.objects.filter(pk=row.pk, mailed_at=None).update(mailed_at=now))
