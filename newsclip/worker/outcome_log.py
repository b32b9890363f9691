"""Which outcomes of steps are worth a line in the log: what came of each source, each clip, each refusal."""

from typing import Any

import structlog

from newsclip.pipeline.ports import Outcome

log = structlog.get_logger()
_PUBLISHED = frozenset({"written", "rewritten"})
_AS_IT_SHOULD_BE = frozenset({"delivered", "held", "waiting"})  # beside those of pipeline.ports


def tell(outcome: Outcome) -> None:
    """One line at its level. Every step of every article is told at "debug" only."""
    event, level, facts = line_of(outcome)
    getattr(log, level)(event, **facts)


def line_of(outcome: Outcome) -> tuple[str, str, dict[str, Any]]:
    """Event, level and facts of an outcome."""
    facts: dict[str, Any] = {"step": outcome.step, "subject": outcome.subject, "code": outcome.code}
    if outcome.detail:
        facts["detail"] = outcome.detail
    well = outcome.good or outcome.code in _AS_IT_SHOULD_BE
    if outcome.step == "sources":
        return "source_polled", "info", facts | {"new": outcome.count}
    if outcome.step == "clips" and outcome.code in _PUBLISHED:
        return "clip_published", "info", facts
    return ("step_done", "debug", facts) if well else ("refused", "info", facts)
