"""Invented stories in which one value differs, or is only worded differently, for benchmarks.disagreeing."""

import random

from benchmarks.conflicts.controls import CONTROLS
from benchmarks.conflicts.planted import SLOTS
from benchmarks.conflicts.scenes import EVENTS, PEOPLE, PLACES, PUBLISHERS, THINGS, Case, Scene, Telling, text


def make(kind: str, chance: random.Random) -> Case:
    """A case of this kind; its sentences are mixed with others that hold values of their own."""
    (place, other), (who, whom) = chance.sample(PLACES, 2), chance.sample(PEOPLE, 2)
    scene = Scene(chance, chance.choice(THINGS), place, other, who, whom, chance.choice(list(EVENTS)))
    lines, values, hours = (SLOTS | CONTROLS)[kind](scene)
    same = kind == "corrected"
    outlets = chance.sample(PUBLISHERS, len(lines))
    tellings = tuple(
        Telling(outlets[0] if same else outlets[n], hours[n], text(scene, line, n)) for n, line in enumerate(lines)
    )
    return Case(kind, tellings, values)
