"""Outcomes: what the pipeline reports to its observers."""

from dataclasses import dataclass

AS_IT_SHOULD_BE = frozenset(
    {
        "added",
        "counted",
        "found",
        "indexed",
        "kept",
        "hub_asked",
        "looked",
        "placed",
        "read",
        "revised",
        "sources_found",
        "rewritten",
        "unchanged",
    }
    | {"already_followed", "unsubscribed", "written"}
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One step did one thing: `code` is one of kernel.reasons, `subject` an address or a headline."""

    step: str
    subject: str
    code: str
    detail: str = ""
    count: int = 0

    @property
    def good(self) -> bool:
        """Whether it went as expected; other outcomes have a reason worth reading."""
        return self.code in AS_IT_SHOULD_BE


# Yielded by a step that waits for the network: other steps may run meanwhile.
WAITING = Outcome("", "", "waiting")
