from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from newsclip.accounts.models import Reader
from newsclip.community.models import Delivery, Notice, Subscription

_EVERY = timedelta(seconds=10)


def subscriptions_of(reader: Reader, *kinds: str) -> "QuerySet[Subscription]":
    return Subscription.objects.filter(reader=reader, kind__in=kinds).order_by("made_at", "pk")


def to_look_for(now: datetime, *, kinds: Collection[str]) -> "QuerySet[Subscription]":
    """Subscriptions for which was not looked lately."""
    active = Q(reader=None) | Q(reader__is_active=True)
    rows = Subscription.objects.filter(active, ended_at=None, kind__in=kinds, seen_at__lte=now - _EVERY)
    return rows.select_related("reader").order_by("seen_at", "pk")


def due_deliveries(now: datetime) -> "QuerySet[Delivery]":
    """The next thing to tell each subscription: one after the other, so that a receiver that fails is asked once."""
    before = Delivery.objects.filter(subscription=OuterRef("subscription"), done_at=None, pk__lt=OuterRef("pk"))
    due = Delivery.objects.filter(done_at=None, due_at__lte=now, subscription__ended_at=None)
    return due.filter(~Exists(before)).select_related("subscription__reader").order_by("due_at", "pk")


def notices_since(reader: Reader, since: datetime) -> "QuerySet[Notice]":
    return Notice.objects.filter(reader=reader, at__gt=since).select_related("comment").order_by("at", "pk")
