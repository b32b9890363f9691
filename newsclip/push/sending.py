"""Sends deliveries in order, one at a time per subscription; failed ones are retried later."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email.utils import parseaddr
from urllib.parse import urlencode

from newsclip.community import actions, queries
from newsclip.community.models import Delivery, Subscription
from newsclip.db.leases import claim, release
from newsclip.kernel import web_push
from newsclip.kernel.addresses import host_of
from newsclip.kernel.fetching import Answer, Fetch, Page, Request, fetch_with_idle
from newsclip.options import OPTIONS
from newsclip.push.news import news_for

_SUBSCRIPTIONS, _AT_ONCE, _A_HOST, _ROUNDS = 200, 100, 4, 20  # a turn: no host and no subscriber holds up the others
_LARGEST_ANSWER = 64 * 1024  # bytes; receivers have nothing to tell us


def kinds() -> list[str]:
    """The kinds of subscription that this site can serve: browsers with a push key, a hub if one is set."""
    has = {
        Subscription.Kind.WEBHOOK: True,
        Subscription.Kind.PUSH: bool(OPTIONS.push_key),
        Subscription.Kind.HUB: bool(OPTIONS.hub),
    }
    return [kind.value for kind, there in has.items() if there]


def queue(*, now: datetime) -> Iterator[tuple[Subscription, int]]:
    """Find what is new for every subscription, and queue it."""
    if OPTIONS.hub:
        actions.follow_hub(OPTIONS.hub, now=now)
    told = kinds()
    for to in queries.to_look_for(now, limit=_SUBSCRIPTIONS):
        listens = to.kind in told and (to.reader is None or to.reader.is_active)
        found = actions.queue(to, news_for(to, now=now) if listens else (), now=now)
        if found:
            yield to, found


def deliver(*, send: Fetch, now: datetime) -> Iterator[tuple[Delivery, str] | None]:
    """Send queued deliveries, and yield each with its result. A receiver that fails is not tried again in the same
    turn.

    Yields None for idle periods.
    """
    for _ in range(_ROUNDS):
        mine = _few_a_host(claim(queries.due_deliveries(now), now=now, limit=_AT_ONCE))
        if not mine:
            return
        asks = {_ask(one, now): one for one in mine}
        try:
            for found in fetch_with_idle(send, list(asks)):
                if found is None:
                    yield None
                    continue
                one = asks.pop(found[0])
                yield one, _note(one, found[1], now)
        finally:
            release(list(asks.values()))


def _few_a_host(claimed: list[Delivery]) -> list[Delivery]:
    """Requests to one host run one at a time, so many for a slow host would block all others."""
    seen: Counter[str] = Counter()
    mine: list[Delivery] = []
    others: list[Delivery] = []
    for one in claimed:
        host = host_of(one.subscription.url)
        seen[host] += 1
        (mine if seen[host] <= _A_HOST else others).append(one)
    release(others)
    return mine


def _note(one: Delivery, answer: Answer, now: datetime) -> str:
    if isinstance(answer, Page):
        actions.delivered(one, now=now)
        return "delivered"
    actions.not_delivered(one, answer.code, now=now, wait=answer.wait)
    return answer.code


def _ask(one: Delivery, now: datetime) -> Request:
    to = one.subscription
    if to.kind == Subscription.Kind.HUB:
        form = urlencode([("hub.mode", "publish"), *(("hub.url", topic) for topic in one.body["topics"])])
        return Request(to.url, limit=_LARGEST_ANSWER, form=form)
    body = json.dumps(one.body, ensure_ascii=False, sort_keys=True).encode()
    if to.kind == Subscription.Kind.PUSH:
        headers = web_push.headers(to.url, OPTIONS.push_key, _contact(), now)
        return _posted(to.url, web_push.encrypted(body, to.keys), headers)
    number = f"{to.pk}-{one.pk}"
    return _posted(to.url, body, {"Content-Type": "application/json", **queries.signed(to.secret, number, body, now)})


def _posted(url: str, body: bytes, headers: dict[str, str]) -> Request:
    return Request(url, limit=_LARGEST_ANSWER, body=body, headers=tuple(headers.items()))


def _contact() -> str:
    """The contact address for push services."""
    if OPTIONS.contact:
        return OPTIONS.contact
    return f"mailto:{parseaddr(OPTIONS.mail_from)[1]}" if OPTIONS.mail_from else f"{OPTIONS.site_url}/about"
