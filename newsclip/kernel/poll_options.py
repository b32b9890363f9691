"""How often sources are polled at most and at least, for all of them; see docs/how-to/add-sources.md."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsclip.kernel.environment import number

SHORTEST, LONGEST = 60, 7 * 24 * 3600  # seconds that an operator may set


@dataclass(frozen=True, slots=True)
class PollOptions:
    """Seconds between two polls of a source, unless the source has its own."""

    least: int
    most: int


def poll_options(environ: Mapping[str, str]) -> PollOptions:
    """Raises SystemExit where the least is more than the most."""
    found = PollOptions(
        least=number(environ, "NEWSCLIP_POLL_LEAST", 300, least=SHORTEST, most=LONGEST),
        most=number(environ, "NEWSCLIP_POLL_MOST", 86_400, least=SHORTEST, most=LONGEST),
    )
    if found.least > found.most:
        raise SystemExit(
            f"NEWSCLIP_POLL_LEAST must not be more than NEWSCLIP_POLL_MOST; they are {found.least} and {found.most}."
        )
    return found
