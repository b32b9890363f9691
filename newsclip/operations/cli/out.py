"""What a command says, to people or to programs."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.text import Text

from newsclip.kernel.reasons import Reason, explain
from newsclip.pipeline.ports import Outcome

NO, USAGE, UNREADABLE = 1, 2, 3


def complain(cause: str, remedy: str = "") -> None:
    """On standard error: what happened, and what to do."""
    print(f"newsclip: {cause}", file=sys.stderr)
    if remedy:
        print(f"  {remedy}", file=sys.stderr)


@contextmanager
def plainly() -> Iterator[None]:
    """What somebody can put right ends the program with its cause and remedy; what is a fault of ours stays loud."""
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
    except OSError as error:
        complain(
            f"{error.strerror or error}: {error.filename or ''}".strip(": "), "Check the path and its permissions."
        )
        sys.exit(UNREADABLE)
    except Exception as error:
        from django.db import OperationalError

        if not isinstance(error, OperationalError):
            raise
        from newsclip.operations.health.database import broken

        finding = broken(error)
        complain(f"The database: {finding.says}", finding.remedy)
        sys.exit(UNREADABLE)


def say(value: dict[str, Any]) -> None:
    """One JSON object on a line of its own."""
    print(json.dumps(value, ensure_ascii=False, default=str), flush=True)


class Teller:
    """Tells outcomes one by one: as lines for people, or as JSON Lines."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._console = Console(highlight=False)

    def tell(self, outcome: Outcome) -> None:
        reason = explain(outcome.code)
        if self._as_json:
            say(_plain(outcome, reason))
            return
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


def _plain(outcome: Outcome, reason: Reason) -> dict[str, Any]:
    return {
        "step": outcome.step,
        "subject": outcome.subject,
        "code": outcome.code,
        "message": reason.sentence,
        "remedy": reason.remedy,
        "detail": outcome.detail,
        "new": outcome.count,
    }
