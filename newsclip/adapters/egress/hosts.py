"""What is remembered of hosts between requests: when they were asked, and how long they want to be left alone."""

from newsclip.adapters.egress.robots import RobotsCache

_MOST = 20_000  # hosts remembered; bounds memory


class HostMemory:
    """Times on the monotonic clock, in seconds. Kept for the life of the process."""

    def __init__(self) -> None:
        self.robots = RobotsCache()
        self._asked: dict[str, float] = {}
        self._quiet: dict[str, float] = {}

    def asked(self, host: str, now: float) -> None:
        if len(self._asked) >= _MOST:
            self._asked.clear()
        self._asked[host] = now

    def since_asked(self, host: str, now: float) -> float:
        return now - self._asked.get(host, float("-inf"))

    def wants_quiet(self, host: str, until: float) -> None:
        if len(self._quiet) >= _MOST:
            self._quiet.clear()
        self._quiet[host] = until

    def quiet_for(self, host: str, now: float) -> int:
        """Seconds, rounded up, for which this host must not be asked; 0 if it may be."""
        left = self._quiet.get(host, now) - now
        return int(left) + 1 if left > 0 else 0
