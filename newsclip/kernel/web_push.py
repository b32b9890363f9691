"""Web Push: encrypted for one browser (RFC 8291), signed by this site (VAPID, RFC 8292)."""

import base64
import os
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from urllib.parse import urlsplit

import http_ece
import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

_SHOWN_FOR = timedelta(hours=12)  # validity of the VAPID token; RFC 8292 allows 24 hours
_KEPT_FOR = timedelta(days=1)  # TTL: how long the push service holds a message for an offline browser
_BYTES = 32  # a P-256 private key


def new_key() -> str:
    """A new private key for the operator to keep, base64url."""
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return _text(number.to_bytes(_BYTES, "big"))


@lru_cache(maxsize=4)
def private_key(key: str) -> ec.EllipticCurvePrivateKey:
    """Raises ValueError for a key that `new_key` could not have made."""
    number = base64.urlsafe_b64decode(key + "=" * (-len(key) % 4))
    if len(number) != _BYTES:
        raise ValueError("a push key has 32 bytes")
    return ec.derive_private_key(int.from_bytes(number, "big"), ec.SECP256R1())


def public_key(key: str) -> str:
    """The public key, which browsers are given, base64url."""
    point = private_key(key).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return _text(point)


def encrypted(body: bytes, keys: Mapping[str, str]) -> bytes:
    """The body as aes128gcm (RFC 8188). Raises if the browser's keys are invalid."""
    theirs, secret = (base64.urlsafe_b64decode(keys[name] + "==") for name in ("p256dh", "auth"))
    ours = ec.generate_private_key(ec.SECP256R1())
    sealed: bytes = http_ece.encrypt(
        body, salt=os.urandom(16), private_key=ours, dh=theirs, auth_secret=secret, version="aes128gcm"
    )
    return sealed


def headers(endpoint: str, key: str, contact: str, now: datetime) -> dict[str, str]:
    """The VAPID headers: a token for this push service alone."""
    at = urlsplit(endpoint)
    claims = {"aud": f"{at.scheme}://{at.netloc}", "exp": int((now + _SHOWN_FOR).timestamp()), "sub": contact}
    shown = jwt.encode(claims, private_key(key), algorithm="ES256")
    return {
        "Authorization": f"vapid t={shown}, k={public_key(key)}",
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(int(_KEPT_FOR.total_seconds())),
    }


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
