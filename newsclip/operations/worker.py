"""The process that carries articles along their journey, until it is told to stop."""

from collections.abc import Sequence
from contextlib import closing
from threading import Event

import structlog

from newsclip.pipeline.journey import JOURNEY, Clock, Step
from newsclip.wiring import Tools

log = structlog.get_logger()
IDLE = 2.0  # seconds to wait when a turn found nothing to do


def work(tools: Tools, clock: Clock, stop: Event, journey: Sequence[Step] = JOURNEY) -> None:
    """Turn after turn. A step that breaks is loud, and does not keep the others from their work."""
    while not stop.is_set():
        busy = [_take(step, tools, clock, stop) for step in journey]
        if not any(busy):
            stop.wait(IDLE)


def _take(step: Step, tools: Tools, clock: Clock, stop: Event) -> bool:
    if stop.is_set():
        return False
    busy = False
    try:
        with closing(step(tools, clock())) as outcomes:  # type: ignore[type-var] # every step is a generator
            for outcome in outcomes:
                busy = True
                log.info(outcome.step, subject=outcome.subject, code=outcome.code, detail=outcome.detail)
                if stop.is_set():
                    return True
    except Exception:
        log.exception("step_failed", step=step.__name__)
        return False
    return busy
