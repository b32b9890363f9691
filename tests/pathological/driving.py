"""Drives work with shapes: what grows faster than its text at SMALL, and what does not end in time at LARGE."""

import os
from collections.abc import Callable, Iterable

from tests.cpu_time import MEASURABLE, MOST_GROWTH, HitTheWall, cpu_seconds, keeps_growing
from tests.pathological.shapes import SHAPES, shaped

SMALL, LARGE = 4_000, 200_000  # characters
SUSPECT = MOST_GROWTH * MEASURABLE  # at SMALL; what is quadratic and takes less takes 13 seconds at LARGE, and is seen
LEAST = 0.001  # CPU seconds that count as usual at SMALL: less is measured badly
TIMES = 10  # the wall at LARGE, in what is usual

type Make = Callable[[str], Callable[[], object]]  # work made ready for a text


def share(number: int, of: int) -> list[str]:
    """Every so-manieth shape, others for the next number; all of them where NEWSCLIP_SWEEP is 1 (`make sweep`)."""
    every = 1 if os.environ.get("NEWSCLIP_SWEEP") == "1" else of
    return list(SHAPES)[number % every :: every]


def others(number: int, of: int, but: int) -> list[str]:
    """This share without the smaller one of `but`; all of it where `make sweep` asks for every shape."""
    driven = share(number, but)
    return [shape for shape in share(number, of) if shape not in driven] or share(number, of)


def growing(make: Make, shapes: Iterable[str]) -> list[str]:
    """The shapes on which it costs too much more for twice the text."""
    return [shape for shape in shapes if _grows(make, shape)]


def _grows(make: Make, shape: str) -> bool:
    def at(length: int) -> Callable[[], object]:
        return make(shaped(shape, length))

    try:
        twice = cpu_seconds(at(SMALL))
        if twice <= SUSPECT or twice <= MOST_GROWTH * cpu_seconds(at(SMALL // 2)):
            return False
        return keeps_growing(at, SMALL // 2)
    except HitTheWall:
        return True


def endless(make: Make, shapes: Iterable[str]) -> list[str]:
    """The shapes on which LARGE takes over ten times what it would if it grew as the text does from SMALL on."""
    return [shape for shape in shapes if not _ends(make, shape)]


def _ends(make: Make, shape: str) -> bool:
    for _ in range(2):  # something else may have held up the machine
        usual = min(cpu_seconds(make(shaped(shape, SMALL))) for _ in range(2)) * LARGE / SMALL
        try:
            cpu_seconds(make(shaped(shape, LARGE)), most=TIMES * max(usual, LEAST * LARGE / SMALL))
        except HitTheWall:
            continue
        return True
    return False
