"""Command output, for people or for programs."""

import json
from typing import Any

from newsclip.kernel.reasons import Explanation, explain
from newsclip.pipeline.ports import Outcome


def say(value: dict[str, Any]) -> None:
    """One JSON object on a line."""
    print(json.dumps(value, ensure_ascii=False, default=str), flush=True)


class Teller:
    """Prints outcomes one by one: as lines for people, or as JSON Lines."""

    def __init__(self, *, as_json: bool) -> None:
        from rich.console import Console

        self._as_json = as_json
        self._console = Console(highlight=False)

    def tell(self, outcome: Outcome) -> None:
        reason = explain(outcome.code)
        if self._as_json:
            say(_plain(outcome, reason))
            return
        from rich.text import Text

        line = Text.assemble(
            (f"{outcome.step:<9} ", "dim"),
            (f"{outcome.code:<18} ", "green" if outcome.good else "yellow"),
            outcome.subject,
            (f"  {outcome.count} new" if outcome.count else "", "dim"),
        )
        self._console.print(line, soft_wrap=True)
        if not outcome.good:
            self._console.print(
                Text(f"{'':<29}{reason.sentence} {reason.remedy} {outcome.detail}".rstrip(), "dim"), soft_wrap=True
            )


def _plain(outcome: Outcome, reason: Explanation) -> dict[str, Any]:
    return {
        "step": outcome.step,
        "subject": outcome.subject,
        "code": outcome.code,
        "message": reason.sentence,
        "remedy": reason.remedy,
        "detail": outcome.detail,
        "new": outcome.count,
    }
