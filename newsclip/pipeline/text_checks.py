"""Checking a text for whoever asks: a stranger some short ones, a member longer ones."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from allauth.core.internal import ratelimit

from newsclip import wiring
from newsclip.accounts.models import Reader
from newsclip.clips import actions as clips
from newsclip.community import actions as community
from newsclip.kernel.reasons import Refused

LONGEST_OF_STRANGERS = 1_500  # characters: ten sentences or so
OF_A_NETWORK = 30  # texts an hour; IPv6 goes by its first 64 bits


@dataclass(frozen=True, slots=True)
class Asked:
    """`story_id`: its articles alone. `muted`: domains of publishers that bear nothing for this reader."""

    text: str
    story_id: int | None = None
    muted: frozenset[str] = frozenset()


def check_text(request: Any, reader: Reader | None, asked: Asked, *, now: datetime) -> clips.TextCheck:
    """What stored articles say to each sentence of the text.

    What was checked lately is answered again freely. Raises Refused("empty", "too_long", "longer_for_members",
    "too_fast", "network_too_fast", "time_limit", "memory_limit", "process_died").
    """
    size = len(asked.text.strip())
    if reader is None and size > LONGEST_OF_STRANGERS:
        raise Refused("longer_for_members", f"{size:,} of {LONGEST_OF_STRANGERS:,} characters")
    return clips.check_text(
        asked.text,
        asked.story_id,
        asked.muted,
        judge=wiring.text_rules().check,
        allow=partial(allow, request, reader, now=now),
        index=wiring.search_index(),
        vectors=wiring.vector_index(),
    )


def allow(request: Any, reader: Reader | None, *, now: datetime) -> None:
    """One more text of this account, or of this network. Raises Refused("too_fast", "network_too_fast")."""
    rates = {"check": f"{OF_A_NETWORK}/1h/ip"}
    if reader:
        community.consume_own(reader, "checks", now=now)
    elif not ratelimit.consume(request, app="newsclip", action="check", config=rates, limit_get=True):
        raise Refused("network_too_fast")
