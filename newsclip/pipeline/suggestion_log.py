"""What the public log says of suggestions: which words were changed, from what to what, as they were then."""

from datetime import datetime
from typing import Any

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.community import actions as community
from newsclip.community.models import Action, Suggestion, Target
from newsclip.community.ports import Order

_WORDS = (Suggestion.Kind.HEADLINE, Suggestion.Kind.HASHTAGS)


def log(moderator: Reader, kind: Action.Kind, done: Suggestion, *, now: datetime, why: str = "") -> None:
    """Log what a moderator decided about a suggestion; `why`: their own reason, where they gave one."""
    community.act(moderator, order_of(kind, done, why, own=done.reader_id == moderator.pk), now=now)


def order_of(kind: Action.Kind, done: Suggestion, why: str = "", *, own: bool = False) -> Order:
    """What the log keeps. Who carries out their `own` suggestion gave their reason with it."""
    said = why or (done.why if own and kind == Action.Kind.CHANGE else "")
    reason = ": ".join(filter(None, (done.get_kind_display(), said)))
    return Order(kind, Target.STORY, str(done.story_id), reason[:500], detail=_detail(kind, done, said))


def _detail(kind: Action.Kind, done: Suggestion, why: str) -> dict[str, Any]:
    """The clip is written anew later, so it still says what it said before."""
    found: dict[str, Any] = {"suggestion": done.pk, "what": done.kind, "why": why}
    if done.kind not in _WORDS:
        return found
    wanted = _wanted(done)
    if kind == Action.Kind.UNDO:
        return found | {"old": wanted, "new": []}
    return found | {"old": [] if kind == Action.Kind.REFUSE else _said_now(done), "new": wanted}


def _wanted(done: Suggestion) -> list[str]:
    if done.kind == Suggestion.Kind.HEADLINE:
        return [done.wanted["headline"]]
    return [f"#{tag}" for tag in done.wanted["hashtags"]]


def _said_now(done: Suggestion) -> list[str]:
    clip = clips.of_story(done.story_id)
    if clip is None:
        return []
    return [clip.headline] if done.kind == Suggestion.Kind.HEADLINE else list(clip.document.get("hashtags", ()))
