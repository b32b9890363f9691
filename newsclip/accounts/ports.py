"""Records that leave the accounts stage."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

type CredentialKind = Literal["passkey", "app", "recovery_codes", "provider", "address"]


@dataclass(frozen=True, slots=True)
class Credential:
    """Something besides the password that opens an account or helps to: a password reset goes to an `address`.

    `key` is stable; `name` is what the owner or the provider calls it; `added` and `used` are None if unknown or never.
    """

    key: str
    kind: CredentialKind
    name: str = ""
    added: datetime | None = None
    used: datetime | None = None
