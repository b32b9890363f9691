"""What crosses the edge of accounts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

type CredentialKind = Literal["passkey", "app", "recovery_codes", "provider", "address"]


@dataclass(frozen=True, slots=True)
class Credential:
    """What opens an account beside its password, or helps to: a link for a new password goes to an `address`.

    `key`: the same for as long as it is there; `name`: what its owner, or the provider, calls it; `added`, `used`: None
    where nobody knows, or nobody did.
    """

    key: str
    kind: CredentialKind
    name: str = ""
    added: datetime | None = None
    used: datetime | None = None
