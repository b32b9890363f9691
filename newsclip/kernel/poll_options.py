"""How often sources are polled at most and at least, for all of them; see docs/how-to/add-sources.md."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsclip.kernel.environment import number

SHORTEST, LONGEST = 60, 7 * 24 * 3600  # seconds that an operator may set


@dataclass(frozen=True, slots=True)
class PollLimits:
    """The fewest and the most seconds between two polls of a source."""

    least: int = 5 * 60
    most: int = 24 * 3600

    def bound(self, seconds: int) -> int:
        return max(self.least, min(seconds, self.most))

    def of_source(self, least: int | None, most: int | None) -> "PollLimits":
        """These, or what a source has of its own, which prevails where the two contradict each other."""
        ends = least or min(self.least, most or self.least), most or max(self.most, least or self.most)
        return PollLimits(*ends)


LIMITS = PollLimits()


def poll_options(environ: Mapping[str, str]) -> PollLimits:
    """Raises SystemExit where the least is more than the most."""
    found = PollLimits(
        least=number(environ, "NEWSCLIP_POLL_LEAST", LIMITS.least, least=SHORTEST, most=LONGEST),
        most=number(environ, "NEWSCLIP_POLL_MOST", LIMITS.most, least=SHORTEST, most=LONGEST),
    )
    if found.least > found.most:
        raise SystemExit(
            f"NEWSCLIP_POLL_LEAST must not be more than NEWSCLIP_POLL_MOST; they are {found.least} and {found.most}."
        )
    return found
