"""The subscriber's side of WebSub (W3C Recommendation, 23 January 2018): discovery, requests, verification."""

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from newsclip.kernel.addresses import host_of, is_local_name
from newsclip.sources.rules.reading import resolve

LEASE = timedelta(days=10)  # assumed if the hub names none
SHORTEST_LEASE = timedelta(minutes=5)  # a hub that grants less is asked no more often
LONGEST_LEASE = timedelta(days=90)  # a hub may forget us earlier than it says
FIRST_WAIT = timedelta(hours=1)  # doubled with each failure; the source is polled meanwhile
LONGEST_WAIT = timedelta(days=7)  # a hub that is back is used within a week
_RENEWED_AFTER = 0.8  # of the lease
_METHODS = frozenset({"sha1", "sha256", "sha384", "sha512"})  # section 8
_LINK = re.compile(r"<([^<>]{1,2000})>((?:\s*;\s*[\w*-]{1,30}\s*=\s*(?:\"[^\"]{0,500}\"|[^\s;,\"]{1,500}))*)")
_REL = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]+))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lease:
    """How long the hub will push, and when to renew."""

    ends: datetime
    renew: datetime


def links(header: str, url: str) -> tuple[str, str]:
    """The hub and the topic that a Link header (RFC 8288) names, as addresses; "" for each that is missing."""
    found: dict[str, str] = {}
    for target, parameters in _LINK.findall(header[:16_000]):
        named = _REL.search(parameters)
        for relation in (named[1] or named[2]).lower().split() if named else ():
            found.setdefault(relation, target)
    return resolve(found.get("hub", ""), "", url), resolve(found.get("self", ""), "", url)


def is_safe(hub: str) -> bool:
    """Whether the secret may be sent there: by https, or on this machine (section 5.1)."""
    return hub.startswith("https://") or (hub.startswith("http://") and is_local_name(host_of(hub)))


def request(mode: str, *, callback: str, topic: str, secret: str) -> str:
    """The form of a subscription request; `mode`: "subscribe" or "unsubscribe" (section 5.1)."""
    fields = {"hub.mode": mode, "hub.topic": topic, "hub.callback": callback}
    if mode == "subscribe":
        fields |= {"hub.lease_seconds": str(int(LEASE.total_seconds())), "hub.secret": secret}
    return urlencode(fields)


def lease(seconds: str, now: datetime) -> Lease:
    """The lease that the hub grants (section 5.3), within bounds; our default if it states none."""
    told = timedelta(seconds=int(seconds)) if seconds.isascii() and seconds.isdigit() and len(seconds) < 10 else LEASE
    length = max(SHORTEST_LEASE, min(told, LONGEST_LEASE))
    return Lease(now + length, now + length * _RENEWED_AFTER)


def next_try(failures: int, now: datetime) -> datetime:
    """When to retry a hub after this many failures in a row."""
    return now + min(FIRST_WAIT * (1 << min(failures, 10)), LONGEST_WAIT)


def is_signed(body: bytes, signature: str, secret: str) -> bool:
    """Whether X-Hub-Signature ("sha256=…") signs this body with our secret (section 8), compared in constant time."""
    method, _, digest = signature.strip().partition("=")
    if method.lower() not in _METHODS:
        return False
    expected = hmac.new(secret.encode(), body, getattr(hashlib, method.lower())).hexdigest()
    return hmac.compare_digest(expected.encode(), digest.strip().lower().encode("utf-8", "replace"))
