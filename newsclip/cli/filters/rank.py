"""newsclip rank: clips in one reader's order, with the parts of every score."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from newsclip.kernel.reasons import Refused
from newsclip.language.dates import parse_date
from newsclip.ranking.rules import heat
from newsclip.ranking.rules.heat import Signal
from newsclip.ranking.rules.personal import Candidate, ReaderProfile, order

_KINDS = ("hashtag", "category", "source", "story")
_PLURALS = {"hashtags": "hashtag", "categories": "category", "sources": "source", "stories": "story"}
_COUNTED = {"votes": "vote", "comments": "comment", "reads": "read"}


def make() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The filter: `{reader?: {follows, history}, candidates, now?}` gives `order: [{id, score, parts, because}]`."""

    def ranked(row: dict[str, Any]) -> dict[str, Any]:
        given = row.get("candidates")
        if not isinstance(given, list) or not all(isinstance(one, dict) and "id" in one for one in given):
            raise Refused("bad_row", "candidates must be a list of objects with an id")
        reader = row.get("reader")
        if not isinstance(reader, dict | None):
            raise Refused("bad_row", "reader must be an object")
        now = _now(row.get("now"), given)
        by_id = {str(one["id"]): one["id"] for one in given}
        taste = ReaderProfile(
            _follows((reader or {}).get("follows") or {}),
            _history((reader or {}).get("history") or [], given, now),
        )
        placed = order([_candidate(one, now) for one in given], taste)
        return {
            "order": [
                {"id": by_id[one.id], "score": one.score, "parts": dict(one.parts), "because": list(one.because)}
                for one in placed
            ]
        }

    return ranked


def _now(text: Any, candidates: Sequence[dict[str, Any]]) -> datetime:
    """The given time, else the newest candidate's: the answer never depends on the clock."""
    given = parse_date(str(text)) if text else None
    dates = [date for date in (parse_date(str(one.get("published") or "")) for one in candidates) if date]
    return given or max(dates, default=heat.LANDMARK)


def _follows(follows: Any) -> dict[str, frozenset[str]]:
    """By kind, singular or plural; or a plain list of hashtags."""
    if isinstance(follows, list):
        follows = {"hashtag": follows}
    if not isinstance(follows, dict):
        raise Refused("bad_row", "follows must be an object of lists")
    named = {_PLURALS.get(str(kind), str(kind)): keys for kind, keys in follows.items()}
    return {kind: _keys(kind, keys) for kind, keys in named.items() if kind in _KINDS}


def _keys(kind: str, keys: Iterable[Any]) -> frozenset[str]:
    if not isinstance(keys, list):
        raise Refused("bad_row", f"follows.{kind} must be a list")
    return frozenset(_tag(key) if kind == "hashtag" else str(key) for key in keys)


def _tag(name: Any) -> str:
    return str(name).removeprefix("#").lower()


def _history(history: Any, candidates: Sequence[dict[str, Any]], now: datetime) -> tuple[Candidate, ...]:
    """What was read, newest first: objects like candidates, or IDs of candidates."""
    if not isinstance(history, list):
        raise Refused("bad_row", "history must be a list")
    known = {str(one["id"]): one for one in candidates}
    rows = [one if isinstance(one, dict) else known.get(str(one), {"id": one}) for one in history]
    return tuple(_candidate(one, now) for one in rows if "id" in one or one.get("category"))


def _candidate(one: dict[str, Any], now: datetime) -> Candidate:
    at = parse_date(str(one.get("published") or "")) or now
    sources = one.get("sources") or one.get("publishers") or []
    return Candidate(
        id=str(one.get("id", "")),
        category=str(one.get("category") or ""),
        hashtags=frozenset(_tag(tag) for tag in one.get("hashtags") or []),
        sources=frozenset(
            str(s.get("domain") or s.get("publisher")) if isinstance(s, dict) else str(s) for s in sources
        ),
        story=str(one.get("story") or ""),
        heat=heat.points(heat.heat(_signals(one, at, now)), now),
        age=max(0.0, (now - at).total_seconds() / 3600),
        reports=_number(one.get("reports"), 1),
    )


def _signals(one: dict[str, Any], at: datetime, now: datetime) -> list[Signal]:
    """Votes and the like are numbers (as if cast at publication) or lists of `{at, weight?}`."""
    found = [Signal("told", at), *[Signal("report", at)] * (_number(one.get("reports"), 1) - 1)]
    for name, kind in _COUNTED.items():
        given = one.get(name)
        if isinstance(given, list):
            found += [_signal(kind, event, at) for event in given if isinstance(event, dict | str)]
        elif given:
            number = _number(given, 0)
            most = min(abs(number), heat.MOST.get(kind, abs(number)), 10_000)
            found += [Signal(kind, at, 1.0 if number > 0 else -1.0)] * most
    return [signal for signal in found if signal.at <= now]


def _signal(kind: str, event: dict[str, Any] | str, at: datetime) -> Signal:
    if isinstance(event, str):
        return Signal(kind, parse_date(event) or at)
    weight = event.get("weight", event.get("value", 1.0))
    amount = float(weight) if isinstance(weight, int | float) else 1.0
    return Signal(kind, parse_date(str(event.get("at") or "")) or at, max(-1.0, min(1.0, amount)))


def _number(value: Any, default: int) -> int:
    return int(value) if isinstance(value, int | float) and abs(value) < 1e6 else default
