"""Webhook deliveries: signed, and retried with growing waits."""

import base64
import hashlib
import hmac
from datetime import datetime, timedelta

_FIRST_WAIT = timedelta(minutes=1)  # then four times as long after each try
_LONGEST_WAIT = timedelta(hours=12)  # a receiver that is back hears of it on the same day
MOST_TRIES = 12  # about four days
SECRET = "whsec_"  # noqa: S105 the prefix of a secret, not a secret


def next_try(tries: int, now: datetime, asked: int | None = None) -> datetime | None:
    """When to retry after this many tries; None: never. `asked`: seconds that the receiver wants us to wait."""
    if tries >= MOST_TRIES:
        return None
    wait = min(_FIRST_WAIT * (1 << (2 * tries - 2)), _LONGEST_WAIT)
    return now + max(wait, timedelta(seconds=min(asked or 0, _LONGEST_WAIT.total_seconds())))


def signed(secret: str, number: str, body: bytes, now: datetime) -> dict[str, str]:
    """The headers of Standard Webhooks (standardwebhooks.com, 1.0): signature, ID and time against replay."""
    at = str(int(now.timestamp()))
    key = base64.b64decode(secret.removeprefix(SECRET))
    mark = hmac.new(key, b".".join((number.encode(), at.encode(), body)), hashlib.sha256).digest()
    return {
        "Webhook-Id": number,
        "Webhook-Timestamp": at,
        "Webhook-Signature": f"v1,{base64.b64encode(mark).decode()}",
    }
