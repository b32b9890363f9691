from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from newsclip.accounts.models import Reader
from newsclip.clips.models import ClipVersion, Correction
from newsclip.community.models import Delivery, Notice, Subscription

_EVERY = timedelta(seconds=10)  # between two searches for one subscription
# Searches overlap: rows committed during a search are found by the next one; keys prevent duplicates.
OVERLAP = timedelta(minutes=10)


def subscriptions_of(reader: Reader, *kinds: str) -> "QuerySet[Subscription]":
    return Subscription.objects.filter(reader=reader, kind__in=kinds).order_by("made_at", "pk")


def to_look_for(now: datetime, *, limit: int) -> list[Subscription]:
    """Subscriptions that may have new messages and were not searched lately, longest waiting first."""
    rows, lately = Subscription.objects.filter(ended_at=None).select_related("reader"), now - _EVERY
    found = list(rows.filter(woken_at__isnull=False, seen_at__lte=lately).order_by("woken_at", "pk")[:limit])
    newest = _newest(now)
    if newest:
        # A single bound: given two, SQLite picks an index of its own choice.
        of_clips = rows.filter(of_clips=True, seen_at__lte=min(newest + OVERLAP, lately))
        found += of_clips.exclude(pk__in=[one.pk for one in found]).order_by("seen_at", "pk")[: limit - len(found)]
    return found + list(rows.filter(reader=None, seen_at__lte=lately)[:1])


def _newest(now: datetime) -> datetime | None:
    """When a clip was last written or corrected."""
    newest = [
        rows.filter(at__lte=now).order_by("-at").values_list("at", flat=True).first()
        for rows in (ClipVersion.objects, Correction.objects)
    ]
    return max((at for at in newest if at), default=None)


def due_deliveries(now: datetime) -> "QuerySet[Delivery]":
    """The next delivery of each subscription: one at a time, so that a failing receiver is tried once."""
    before = Delivery.objects.filter(subscription=OuterRef("subscription"), done_at=None, pk__lt=OuterRef("pk"))
    due = Delivery.objects.filter(done_at=None, due_at__lte=now, subscription__ended_at=None)
    return due.filter(~Exists(before)).select_related("subscription__reader").order_by("due_at", "pk")


def notices_since(reader: Reader, since: datetime) -> "QuerySet[Notice]":
    return Notice.objects.filter(reader=reader, at__gt=since).select_related("comment").order_by("at", "pk")
