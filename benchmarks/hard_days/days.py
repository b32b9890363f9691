"""Every hard day, by its name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.hard_days import away, disk, killed, locked, spike
from benchmarks.hard_days.builds import Edit


@dataclass(frozen=True)
class Scenario:
    """`number`: of the list of figures in docs/security/hard-days.md. `broken`: name → what the build leaves out."""

    number: str
    run: Callable[..., None]
    broken: Mapping[str, Sequence[Edit]] = field(default_factory=dict)


DAYS: Mapping[str, Scenario] = {
    "killed-sqlite": Scenario("29", killed.on_sqlite, killed.BROKEN),
    "killed-postgresql": Scenario("29", killed.on_postgresql, killed.BROKEN),
    "disk-full": Scenario("31", disk.run, disk.BROKEN),
    "locked": Scenario("32", locked.run, locked.BROKEN),
    "postgresql-away": Scenario("33", away.postgresql, away.BROKEN),
    "spike": Scenario("40", spike.run, spike.BROKEN),
}
