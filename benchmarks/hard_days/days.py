"""All hard days, by name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.hard_days import (
    away,
    clock,
    disk,
    hostile,
    killed,
    load,
    locked,
    model,
    power,
    queue_away,
    saved,
    soak,
    spike,
    start,
    upgraded,
)  # fmt: skip
from benchmarks.hard_days.builds import Edit


@dataclass(frozen=True)
class Scenario:
    """`number`: of the list of figures in docs/security/hard-days.md. `broken`: name → what the build leaves out."""

    number: str
    run: Callable[..., None]
    broken: Mapping[str, Sequence[Edit]] = field(default_factory=dict)


DAYS: Mapping[str, Scenario] = {
    "hostile": Scenario("26", hostile.run, hostile.BROKEN),
    "killed-sqlite": Scenario("29", killed.on_sqlite, killed.BROKEN),
    "killed-postgresql": Scenario("29", killed.on_postgresql, killed.BROKEN),
    "power-cut": Scenario("30", power.run, power.BROKEN),
    "disk-full": Scenario("31", disk.run, disk.BROKEN),
    "disk-full-postgresql": Scenario("31", disk.on_postgresql, disk.POSTGRESQL_BROKEN),
    "locked": Scenario("32", locked.run, locked.BROKEN),
    "postgresql-away": Scenario("33", away.postgresql, away.BROKEN),
    "queue-away": Scenario("33", queue_away.run, queue_away.BROKEN),
    "model-away": Scenario("34", model.run, model.BROKEN),
    "backup-sqlite": Scenario("35", saved.on_sqlite, saved.BROKEN),
    "backup-postgresql": Scenario("35", saved.on_postgresql, saved.BROKEN),
    "backup-large-sqlite": Scenario("35", saved.large_on_sqlite),
    "backup-large-postgresql": Scenario("35", saved.large_on_postgresql),
    "upgrade-sqlite": Scenario("36", upgraded.on_sqlite, upgraded.BROKEN),
    "upgrade-postgresql": Scenario("36", upgraded.on_postgresql, upgraded.BROKEN),
    "clock": Scenario("37", clock.run, clock.BROKEN),
    "load": Scenario("38, 39", load.run, load.BROKEN),
    "spike": Scenario("40", spike.run, spike.BROKEN),
    "soak": Scenario("41", soak.run, soak.BROKEN),
    "start-and-stop": Scenario("42", start.run, start.BROKEN),
}
