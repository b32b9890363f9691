"""Checking a text for whoever asks: a stranger some short ones, a member longer ones."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from allauth.core.internal import ratelimit
from django.core.exceptions import PermissionDenied

from newsclip import wiring
from newsclip.accounts.models import Reader
from newsclip.clips import actions as clips
from newsclip.community import actions as community
from newsclip.kernel.reasons import Refused

LONGEST_OF_STRANGERS = 1_500  # characters: ten sentences or so
OF_A_NETWORK = 30  # texts an hour; IPv6 goes by its first 64 bits
LOOKS = 240  # an hour, of anybody at one address, also for what is known: looking for articles costs, too
_SECONDS = 2.0  # a text waits for the one before it; then it gives its thread back


class Turns:
    """One text at a time in this process: a long one holds one thread of the site, and no more."""

    def __init__(self, seconds: float) -> None:
        """`seconds`: how long a text waits for its turn."""
        self._seconds = seconds
        self._one = threading.Lock()

    @contextmanager
    def take(self, allow: Callable[[], None]) -> Iterator[None]:
        """Raises Refused("checks_busy"), and what `allow` raises, which counts the text."""
        if not self._one.acquire(timeout=self._seconds):
            raise Refused("checks_busy")
        try:
            allow()
            yield
        finally:
            self._one.release()


TURNS = Turns(_SECONDS)
_LOOKS = {"check_look": f"{LOOKS}/1h/ip"}


@dataclass(frozen=True, slots=True)
class Asked:
    """`story_id`: its articles alone. `muted`: domains of publishers that bear nothing for this reader."""

    text: str
    story_id: int | None = None
    muted: frozenset[str] = frozenset()


def check_text(request: Any, reader: Reader | None, asked: Asked, *, now: datetime) -> clips.TextCheck:
    """What stored articles say to each sentence of the text.

    What was checked lately is answered again freely. Raises Refused("empty", "too_long", "longer_for_members",
    "too_fast", "network_too_fast", "checks_busy", "time_limit", "memory_limit", "process_died").
    """
    size = len(asked.text.strip())
    if reader is None and size > LONGEST_OF_STRANGERS:
        raise Refused("longer_for_members", f"{size:,} of {LONGEST_OF_STRANGERS:,} characters")
    look(request)
    return clips.check_text(
        asked.text,
        asked.story_id,
        asked.muted,
        judge=wiring.text_rules().check,
        turn=partial(TURNS.take, partial(allow, request, reader, now=now)),
        index=wiring.search_index(),
        vectors=wiring.vector_index(),
    )


def look(request: Any) -> None:
    """One more question from this address, whoever asks. Raises Refused("network_too_fast")."""
    try:
        in_time = ratelimit.consume(request, app="newsclip", action="check_look", config=_LOOKS, limit_get=True)
    except PermissionDenied:  # no address is known, as behind a socket: `allow` decides
        return
    if not in_time:
        raise Refused("network_too_fast")


def allow(request: Any, reader: Reader | None, *, now: datetime) -> None:
    """One more text of this account, or of this network. Raises Refused("too_fast", "network_too_fast")."""
    rates = {"check": f"{OF_A_NETWORK}/1h/ip"}
    if reader:
        community.consume_own(reader, "checks", now=now)
    elif not ratelimit.consume(request, app="newsclip", action="check", config=rates, limit_get=True):
        raise Refused("network_too_fast")
