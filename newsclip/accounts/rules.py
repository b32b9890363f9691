"""Recovery codes: eight digits each, shown once, then stored only as hashes."""

import re

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

# The cheapest parameters of ASVS 5.0 (appendix C.4): each attempt is compared with up to ten hashes.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_BEGINS = "$argon2"
DIGITS = 8


class HashedCode(str):
    """The hash of a recovery code. It compares equal to its code, because allauth uses `in` on the stored codes."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        code = re.sub(r"[\s-]", "", other) if isinstance(other, str) else ""
        if len(code) != DIGITS:  # an authenticator app's code, of six digits, costs no hashing here
            return False
        try:
            return _HASHER.verify(str(self), code)
        except VerificationError:
            return False

    def __ne__(self, other: object) -> bool:
        return not self == other


def hashed(code: str) -> HashedCode:
    return HashedCode(_HASHER.hash(code))


def is_hashed(kept: str) -> bool:
    return kept.startswith(_BEGINS)
