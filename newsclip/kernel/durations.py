"""Lengths of time as people write them: 90s, 10m, 2h, 1d."""

import re

_FORM = re.compile(r"([1-9]\d{0,6})([smhd])", re.ASCII)
_SECONDS = {"d": 86_400, "h": 3600, "m": 60, "s": 1}


def duration(text: str) -> int | None:
    """Seconds; None for anything else."""
    found = _FORM.fullmatch(text.strip())
    return int(found[1]) * _SECONDS[found[2]] if found else None


def duration_text(seconds: int) -> str:
    """The same, in the largest unit that leaves no rest."""
    unit = next(unit for unit, length in _SECONDS.items() if seconds % length == 0)
    return f"{seconds // _SECONDS[unit]}{unit}"
