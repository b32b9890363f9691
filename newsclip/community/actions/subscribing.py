import base64
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from newsclip.accounts.actions import one_by_one
from newsclip.accounts.models import Reader
from newsclip.community.actions.noticing import notice
from newsclip.community.actions.rate_limits import may_write
from newsclip.community.models import Delivery, Subscription
from newsclip.community.ports import News, SubscriptionMessage
from newsclip.community.rules import notices, webhook_delivery
from newsclip.community.rules.trust import NEWCOMER_FOR
from newsclip.db.batches import drop
from newsclip.kernel.addresses import host_of, is_local_name, normalize
from newsclip.kernel.reasons import Refused

MOST_WEBHOOKS, MOST_BROWSERS = 5, 10  # per reader
_KEPT_FOR = timedelta(days=7)  # long enough to see why a receiver got nothing
_GONE_AT_ONCE = 50  # each with its deliveries
_OVER = {"gone"}
_OF_CLIPS = {Subscription.Event.CLIP, Subscription.Event.CORRECTION}
_OVER_FOR_BROWSERS = {"gone", "not_found", "unauthorized"}
_POINT, _AUTH = 65, 16  # bytes of an uncompressed P-256 point, and of the auth secret (RFC 8291)


def add_webhook(reader: Reader, url: str, events: Iterable[str], *, now: datetime) -> str:
    """Subscribe a webhook. Returns the secret that signs our deliveries, which is shown only once.

    Raises Refused("not_a_url", "scheme_refused", "empty", "unknown", "newcomer", "suspended", "too_fast").
    """
    address = normalize(url.strip())
    wanted = sorted(set(events))
    if not wanted:
        raise Refused("empty")
    if not set(wanted) <= set(Subscription.Event.values):
        raise Refused("unknown", ", ".join(wanted)[:100])
    if not (address.startswith("https://") or is_local_name(host_of(address)) or host_of(address) == "127.0.0.1"):
        raise Refused("scheme_refused", "https, please: what is sent may be yours alone.")
    may_write(reader, now=now)
    if now - reader.date_joined < NEWCOMER_FOR:
        raise Refused("newcomer")
    secret = webhook_delivery.SECRET + base64.b64encode(secrets.token_bytes(32)).decode()
    _add(reader, Subscription.Kind.WEBHOOK, address, MOST_WEBHOOKS, now, secret=secret, events=wanted)
    return secret


def add_browser(reader: Reader, endpoint: str, keys: Mapping[str, str], *, now: datetime) -> None:
    """Subscribe a browser to its reader's notices. Raises Refused("not_a_url", "scheme_refused", "unknown",
    "too_fast").
    """
    address = normalize(endpoint.strip())
    if not (address.startswith("https://") or is_local_name(host_of(address)) or host_of(address) == "127.0.0.1"):
        raise Refused("scheme_refused")
    kept = {name: str(keys.get(name, "")) for name in ("p256dh", "auth")}
    if [len(_unpacked(kept[name])) for name in ("p256dh", "auth")] != [_POINT, _AUTH]:
        raise Refused("unknown", "These are no keys of a browser.")
    _add(reader, Subscription.Kind.PUSH, address, MOST_BROWSERS, now, keys=kept, events=[Subscription.Event.NOTICE])


def _unpacked(text: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text[:200] + "=" * (-len(text[:200]) % 4))
    except ValueError:
        return b""


def _add(reader: Reader, kind: str, url: str, most: int, now: datetime, **given: Any) -> None:
    fresh = {"kind": kind, "made_at": now, "seen_at": now, "ended_at": None, "ended_for": "", **given}
    fresh |= {"of_clips": bool(_OF_CLIPS & set(given["events"]))}
    with one_by_one(reader):
        rows = Subscription.objects.filter(reader=reader, kind=kind, ended_at=None)
        if rows.exclude(url=url).count() >= most:
            raise Refused("too_many", f"{most} at most")
        Subscription.objects.update_or_create(reader=reader, url=url, defaults=fresh)


def follow_hub(url: str, *, now: datetime) -> Subscription:
    """Subscribe the site's own hub, which learns which feeds changed."""
    Subscription.objects.filter(reader=None).exclude(url=url).delete()
    fresh = {"kind": Subscription.Kind.HUB, "events": [Subscription.Event.CLIP], "made_at": now, "seen_at": now}
    return Subscription.objects.get_or_create(reader=None, url=url, defaults=fresh)[0]


def unsubscribe(reader: Reader, subscription_id: int) -> None:
    Subscription.objects.filter(reader=reader, pk=subscription_id).delete()


def unsubscribe_all(reader: Reader) -> None:
    """End all of a reader's webhooks and browser subscriptions."""
    Subscription.objects.filter(reader=reader).delete()


def queue(to: Subscription, news: Iterable[SubscriptionMessage], *, now: datetime) -> int:
    """Queue deliveries. Each key is queued once, however often it is found. Returns how many are new."""
    found = {one.key[:100]: one for one in news}
    known = set(to.deliveries.filter(key__in=found).values_list("key", flat=True))
    rows = [
        Delivery(subscription=to, key=key, body=one.body, at=one.at, due_at=now)
        for key, one in found.items()
        if key not in known
    ]
    Delivery.objects.bulk_create(rows, ignore_conflicts=True)
    Subscription.objects.filter(pk=to.pk).update(seen_at=now)
    if to.woken_at:  # unless something arrived meanwhile
        Subscription.objects.filter(pk=to.pk, woken_at=to.woken_at).update(woken_at=None)
    return len(rows)


def delivered(one: Delivery, *, now: datetime) -> None:
    Delivery.objects.filter(pk=one.pk).update(done_at=now, tries=one.tries + 1, code="delivered", leased_until=None)


def not_delivered(one: Delivery, code: str, *, now: datetime, wait: int | None = None) -> None:
    """Retry later. Ends the subscription if the receiver is gone, or was unreachable for days."""
    tries, to = one.tries + 1, one.subscription
    again = webhook_delivery.next_try(tries, now, wait)
    over = code in (_OVER_FOR_BROWSERS if to.kind == Subscription.Kind.PUSH else _OVER)
    ends = to.kind != Subscription.Kind.HUB and (over or again is None)
    done = now if over or again is None else None
    Delivery.objects.filter(pk=one.pk).update(
        tries=tries, code=code, due_at=again or now, done_at=done, leased_until=None
    )
    if ends:
        _end(to, code, now)


def _end(to: Subscription, code: str, now: datetime) -> None:
    if not Subscription.objects.filter(pk=to.pk, ended_at=None).update(ended_at=now, ended_for=code):
        return
    to.deliveries.filter(done_at=None).delete()
    if to.reader and to.kind == Subscription.Kind.WEBHOOK:
        key = f"webhook {to.pk} {now:%Y-%m-%d}"
        notice(to.reader, News("webhook", notices.WEBHOOK, key, given={"host": host_of(to.url)}), now=now)


def forget_delivered(now: datetime) -> int:
    """Delete a batch of deliveries older than a week, and of browsers that are gone."""
    told = Delivery.objects.filter(done_at__lt=now - _KEPT_FOR).order_by("done_at")
    gone = Subscription.objects.filter(kind=Subscription.Kind.PUSH, ended_at__lt=now - _KEPT_FOR).order_by("ended_at")
    return drop(told) + drop(gone, limit=_GONE_AT_ONCE)
