"""Recovery codes: eight digits each, shown once, then kept by a hash of each alone."""

import re

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

# Of what ASVS 5.0 (appendix C.4) takes, what costs least: up to ten are compared with each that is typed.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_BEGINS = "$argon2"
DIGITS = 8


class HashedCode(str):
    """The hash of a code, equal to the code that it is of: allauth looks for what was typed among what is kept."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        code = re.sub(r"[\s-]", "", other) if isinstance(other, str) else ""
        if len(code) != DIGITS:  # a code of an app, of six, costs nothing here
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
