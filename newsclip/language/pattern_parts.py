"""Patterns put together of the words of a pack."""

import re
from collections.abc import Iterable, Mapping

_NAME = re.compile(r"\{([a-z_]+)\}")


def joined(patterns: Iterable[str], parts: Mapping[str, Iterable[str]]) -> str:
    """The alternatives as one pattern, with the alternatives of the part `summary` for "{summary}" …

    Parts may have parts.
    """
    return "|".join(_NAME.sub(lambda name: f"(?:{joined(parts[name[1]], parts)})", one) for one in patterns)


def any_of(alternatives: Iterable[str] | None) -> str:
    """The alternatives as one pattern, which nothing matches where there are none."""
    return "|".join(alternatives or ()) or r"(?!)"


def ignoring_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def with_capital(alternatives: Iterable[str] | None) -> list[str]:
    return [one[:1].upper() + one[1:] for one in alternatives or ()]


def in_either_case(alternatives: Iterable[str] | None) -> list[str]:
    """Each with a first letter that may be a capital."""
    return [f"[{one[0]}{one[0].upper()}]{one[1:]}" if one[0].isalpha() else one for one in alternatives or ()]
