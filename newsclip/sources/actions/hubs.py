"""WebSub hubs: subscribe, renew, unsubscribe. A hub is trusted only as far as it proves its identity."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from secrets import token_urlsafe

from newsclip.kernel.fetching import Answer, Failure, Fetch, Request, fetch_with_idle
from newsclip.sources.models import Push, Source, Subscription
from newsclip.sources.rules import websub

MOST_WAITING = 20  # unread pushes per source; bounds what a hub can store here
_ENDS = (Subscription.State.ENDING, Subscription.State.REFUSED)


@dataclass(frozen=True, slots=True)
class Offer:
    """A hub that announces updates of `topic`; both are "" if the source names none."""

    hub: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class HubResult:
    """The outcome of one request to a hub."""

    topic: str
    code: str
    detail: str = ""


def note_hubs(offers: Mapping[int, Offer], now: datetime) -> None:
    """Store which hubs these sources (by ID) name; unsubscribe from a hub that is no longer named."""
    known = {row.source_id: row for row in Subscription.objects.filter(source__in=list(offers))}
    fresh = []
    for source_id, offer in offers.items():
        row = known.get(source_id)
        if row is None and offer.hub:
            fresh.append(_wanted(source_id, offer, now))
        elif row is not None and (row.hub, row.topic) != (offer.hub, offer.topic) and row.state not in _ENDS:
            _change(row, offer, now)
    Subscription.objects.bulk_create(fresh, ignore_conflicts=True)


def _wanted(source_id: int, offer: Offer, now: datetime) -> Subscription:
    return Subscription(
        source_id=source_id, hub=offer.hub, topic=offer.topic, due_at=now, token=token_urlsafe(32),
        secret=token_urlsafe(32),
    )  # fmt: skip


def _change(row: Subscription, offer: Offer, now: datetime) -> None:
    """A new hub gets a new callback and secret; a source without a hub is polled as before.

    If the topic changes, the old subscription ends first; the source's next update brings the new one.
    """
    if not offer.hub or (row.hub == offer.hub and row.state == Subscription.State.LIVE):
        Subscription.objects.filter(pk=row.pk).update(state=Subscription.State.ENDING, due_at=now)
        return
    wanted = _wanted(row.source_id, offer, now)
    Subscription.objects.filter(pk=row.pk).update(
        hub=wanted.hub, topic=wanted.topic, token=wanted.token, secret=wanted.secret, failures=0, detail="",
        state=Subscription.State.WANTED, due_at=now, expires_at=None,
    )  # fmt: skip


def end(source: Source, now: datetime) -> None:
    """Unsubscribe the source from its hub."""
    Subscription.objects.filter(source=source).update(state=Subscription.State.ENDING, due_at=now, failures=0)


def ask_hubs(rows: Iterable[Subscription], *, callback: str, fetch: Fetch, now: datetime) -> Iterator[HubResult | None]:
    """Subscribe, renew or unsubscribe these claimed rows. `callback` is our address without the token.

    The row is saved before the request, since a hub may call back before it answers. Yields None for idle periods.
    """
    asks: dict[Request, Subscription] = {}
    for row in rows:
        if row.state != Subscription.State.ENDING:
            keeps = row.state == Subscription.State.LIVE and row.expires_at and row.expires_at > now
            row.state = Subscription.State.LIVE if keeps else Subscription.State.ASKED
            row.save(update_fields=["state"])
        mode = "unsubscribe" if row.state == Subscription.State.ENDING else "subscribe"
        form = websub.request(mode, callback=callback + row.token, topic=row.topic, secret=row.secret)
        asks[Request(row.hub, limit=10_000, form=form)] = row
    for found in fetch_with_idle(fetch, asks):
        yield _answered(asks[found[0]], found[1], now) if found else None


def _answered(row: Subscription, answer: Answer, now: datetime) -> HubResult:
    """Retry with growing waits until the hub calls back; give up an unsubscription early."""
    mine = Subscription.objects.filter(pk=row.pk, token=row.token)
    if row.state == Subscription.State.ENDING and row.failures:
        mine.delete()
        return HubResult(row.topic, "unsubscribed")
    failed = isinstance(answer, Failure)
    detail = f"{answer.code} {answer.detail}".strip() if isinstance(answer, Failure) else ""
    # If the callback came first it has moved due_at, and the row is already right.
    mine.filter(due_at=row.due_at).update(
        due_at=websub.next_try(row.failures, now), failures=row.failures + 1, detail=detail[:500], leased_until=None
    )
    mine.update(leased_until=None)
    return HubResult(row.topic, "hub_refused" if failed else "hub_asked", detail)


def confirm(token: str, *, mode: str, topic: str, seconds: str, reason: str = "", now: datetime) -> bool:
    """Whether we asked for this (section 5.3); if so it takes effect. A denial carries its reason (5.2)."""
    row = Subscription.objects.filter(token=token, topic=topic).first()
    if row is None:
        return False
    mine = Subscription.objects.filter(pk=row.pk)
    match mode:
        case "subscribe" if row.state in (Subscription.State.ASKED, Subscription.State.LIVE):
            lease = websub.lease(seconds, now)
            mine.update(state=Subscription.State.LIVE, expires_at=lease.ends, due_at=lease.renew, failures=0, detail="")
        case "unsubscribe" if row.state == Subscription.State.ENDING:
            mine.delete()
        case "denied":
            due = now + websub.LONGEST_WAIT
            mine.update(state=Subscription.State.REFUSED, detail=reason[:500], due_at=due, expires_at=None)
        case _:
            return False
    return True


def receive(token: str, *, body: bytes, content_type: str, signature: str, now: datetime) -> bool:
    """Store what a hub sent until it is read. False if we have no such subscription.

    A body without a valid signature is dropped but answered like any other (section 8), so that strangers learn
    nothing. If too much is waiting, the source is polled instead.
    """
    asked_for = Subscription.objects.filter(token=token).exclude(source__publisher__taken_down=True)
    row = asked_for.exclude(state__in=_ENDS).first()
    if row is None:
        return False
    if not websub.is_signed(body, signature, row.secret):
        Subscription.objects.filter(pk=row.pk).update(
            detail="The hub sent something that is not signed as it should be."
        )
    elif Push.objects.filter(source=row.source_id).count() >= MOST_WAITING:
        Source.objects.filter(pk=row.source_id).update(due_at=now)
    else:
        Push.objects.create(source_id=row.source_id, at=now, content_type=content_type[:200], body=body)
    return True
