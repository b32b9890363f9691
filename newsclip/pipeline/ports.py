"""What a turn of the journey tells those who watch it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """One step did one thing: `code` is one of kernel.reasons, `subject` an address or a headline."""

    step: str
    subject: str
    code: str
    detail: str = ""
    count: int = 0
