"""robots.txt as RFC 9309 has it, kept for a day for each origin."""

import re
from dataclasses import dataclass

from protego import Protego

from newsclip.kernel.fetching import Answer, Failure

LIMIT = 512 * 1024  # RFC 9309, section 2.5: at least 500 kibibytes are read
_MOST = 10_000
_AGENT = re.compile(r"^([ \t]*user-?agent[ \t]*:[ \t]*)([a-z_-]+)[^\r\n#]*", re.IGNORECASE | re.MULTILINE)
# The library ends a group at any field, but other records must not interfere (2.2.4). Known are the fields that it
# reads, and its ways of misspelling them.
_UNKNOWN = re.compile(
    r"^[ \t]*(?!(?:user[ -]?agent|allow|dis?s?all?ow|disallaw|diasllow|(?:crawl|request|visit)[ -](?:delay|rate|time)|"
    r"site-?maps?|host)\b)[^\s#][^\r\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_TOKEN = re.compile(r"[a-z_-]+", re.IGNORECASE)  # a crawler's name, as 2.2.1 has it
_UNAVAILABLE = frozenset({"unauthorized", "not_found", "gone", "client_error", "too_many_redirects", "bad_answer"})


@dataclass(frozen=True, slots=True)
class Robots:
    """What one origin asks of us. `failure` says why it could not be learnt; then nothing may be read."""

    rules: Protego | None
    failure: Failure | None
    until: float
    text: str = ""

    def allows(self, url: str, agent: str) -> bool:
        """A name that is no product token may be met in a group for its first word: then all must be allowed it too."""
        asked = [agent] if _TOKEN.fullmatch(agent) else [agent, "*"]
        return self.rules is None or all(self.rules.can_fetch(url, name) for name in asked)

    def delay(self, agent: str) -> float:
        """The Crawl-delay in seconds, 0 where none is asked for."""
        return float((self.rules and self.rules.crawl_delay(agent)) or 0)


NO_RULES = Robots(None, None, float("inf"))


def robots_of(answer: Answer, *, kept_until: float, failure_until: float) -> Robots:
    """Section 2.3.1: no file (4xx) allows all; a host that cannot be reached or has a fault (5xx) disallows all."""
    if isinstance(answer, Failure):
        if answer.code in _UNAVAILABLE:
            return Robots(None, None, kept_until)
        return Robots(None, answer, failure_until)
    text = answer.body.decode("utf-8", "replace").removeprefix("\ufeff").replace("\x00", "")
    return Robots(parse_robots(text), None, kept_until, text)


def parse_robots(text: str) -> Protego | None:
    """The rules, None where there are none. A group is for a product token: what follows it does not count (2.2.1).

    Lines with a field that nobody knows are taken out first (2.2: they are no part of any group).
    """
    return Protego.parse(_AGENT.sub(r"\1\2", _UNKNOWN.sub("", text))) if text.strip() else None


class KeptRobots:
    """The robots.txt of many origins, each until its time is over."""

    def __init__(self) -> None:
        self._kept: dict[str, Robots] = {}

    def get(self, origin: str, now: float) -> Robots | None:
        found = self._kept.get(origin)
        return found if found and found.until > now else None

    def put(self, origin: str, robots: Robots, now: float) -> None:
        if len(self._kept) >= _MOST:
            self._kept = {name: value for name, value in list(self._kept.items()) if value.until > now}
        if len(self._kept) >= _MOST:
            self._kept.clear()
        self._kept[origin] = robots
