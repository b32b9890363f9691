"""robots.txt by RFC 9309, cached for a day per origin."""

import re
from dataclasses import dataclass

from protego import Protego

from newsclip.kernel.fetching import Answer, Failure

LIMIT = 512 * 1024  # RFC 9309, section 2.5: at least 500 kibibytes are read
_MOST = 10_000  # origins cached; bounds memory
_AGENT = re.compile(r"^([ \t]*user-?agent[ \t]*:[ \t]*)([a-z_-]+)[^\r\n#]*", re.IGNORECASE | re.MULTILINE)
# The library ends a group at any unknown field, but other records must not interfere (2.2.4). These are the fields
# that it parses, with the misspellings it accepts.
_UNKNOWN = re.compile(
    r"^[ \t]*(?!(?:user[ -]?agent|allow|dis?s?all?ow|disallaw|diasllow|(?:crawl|request|visit)[ -](?:delay|rate|time)|"
    r"site-?maps?|host)\b)[^\s#][^\r\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_TOKEN = re.compile(r"[a-z_-]+", re.IGNORECASE)  # a product token (2.2.1)
_UNAVAILABLE = frozenset({"unauthorized", "not_found", "gone", "client_error", "too_many_redirects", "bad_answer"})


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one origin. `failure`: why they could not be fetched; then nothing may be read."""

    rules: Protego | None
    failure: Failure | None
    until: float
    text: str = ""

    def allows(self, url: str, agent: str) -> bool:
        """A user agent that is not a product token may match the group of its first word: then both must be allowed."""
        asked = [agent] if _TOKEN.fullmatch(agent) else [agent, "*"]
        return self.rules is None or all(self.rules.can_fetch(url, name) for name in asked)

    def delay(self, agent: str) -> float:
        """The Crawl-delay in seconds, 0 if there is none."""
        return float((self.rules and self.rules.crawl_delay(agent)) or 0)


NO_RULES = Robots(None, None, float("inf"))


def robots_of(answer: Answer, *, kept_until: float, failure_until: float) -> Robots:
    """Section 2.3.1: a missing file (4xx) allows everything; an unreachable or failing host (5xx)
    disallows everything.
    """
    if isinstance(answer, Failure):
        if answer.code in _UNAVAILABLE:
            return Robots(None, None, kept_until)
        return Robots(None, answer, failure_until)
    text = answer.body.decode("utf-8", "replace").removeprefix("\ufeff").replace("\x00", "")
    return Robots(parse_robots(text), None, kept_until, text)


def parse_robots(text: str) -> Protego | None:
    """The rules; None if there are none. Groups are matched by product token, ignoring what follows it (2.2.1).

    Lines with unknown fields are removed first (2.2: they belong to no group).
    """
    return Protego.parse(_AGENT.sub(r"\1\2", _UNKNOWN.sub("", text))) if text.strip() else None


class RobotsCache:
    """A cache of robots.txt by origin, with expiry."""

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
