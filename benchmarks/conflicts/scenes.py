"""The parts of planted stories: invented places, people and events, and the sentences around the planted one."""

import random
from collections.abc import Callable
from dataclasses import dataclass

PUBLISHERS = ("Velm Courier", "Harbour Post", "Radio Kelling", "Northern Ledger", "Orlo Times")
PLACES = ("Lindmere", "Velm", "Kelling", "Orlo Bay", "Torvik", "Marrow Point", "Ostrava Ferry", "Brandholm")
PEOPLE = ("Tomas Reyl", "Ilse Brandt", "Odile Varga", "Piet Osgood", "Marta Olin", "Jonas Eskild", "Rune Halder")
EVENTS = {
    "fire": ("a fire at the {thing}", "the {thing} burned", "the blaze at the {thing}"),
    "flood": ("a flood at the {thing}", "water filled the {thing}", "the flood at the {thing}"),
    "collapse": ("the collapse of the {thing}", "the {thing} collapsed", "the fall of the {thing}"),
}
THINGS = ("paper mill", "grain store", "old market hall", "ferry terminal", "glass works", "rope factory")
WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Telling:
    publisher: str
    hours: float
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """`values`: what the two sides say, as written; none for a control."""

    kind: str
    tellings: tuple[Telling, ...]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What one story is about, so that all its tellings name the same."""

    chance: random.Random
    thing: str
    place: str
    other: str
    who: str
    whom: str
    event: str

    def pick(self, *ways: str) -> str:
        return self.chance.choice(ways)

    def about(self, number: int) -> str:
        return EVENTS[self.event][number].format(thing=self.thing)


type Maker = Callable[[Scene], tuple[list[str], tuple[str, ...], tuple[float, ...]]]


def text(scene: Scene, line: str, number: int) -> str:
    """The line that matters among others: some that all tell alike, some that only this one tells."""
    chance = scene.chance
    shared = [
        f"The {scene.thing} in {scene.place} was built in 1926 and employed 340 people.",
        f"The {scene.thing} employed 340 people and dates from 1926.",
        f"Around 340 people worked at the {scene.thing} in {scene.place}.",
    ]
    own = [
        f"Neighbours of the {scene.thing} brought blankets and hot soup to the street.",
        "Schools nearby stay open, the town council said in a short statement.",
        f"A crane was brought from {scene.place} harbour in the afternoon.",
        "The regional railway put on 14 extra buses for those who could not get home.",
        "The wind had turned to the north before dawn, which helped the crews.",
        "Insurers from the capital will look at the ruins next month.",
        "The church of Saint Orla opened its hall for 60 guests of a hotel across the street.",
    ]
    body = [chance.choice(shared), *chance.sample(own, 2)]
    body.insert(chance.randrange(len(body) + 1), line)
    opening = f"Crews were at work in {scene.place} through the night after {scene.about(2 if number == 2 else 0)}."
    return "\n\n".join([opening, *body])


def number(chance: random.Random, number: int) -> str:
    return WORDS[number] if number < len(WORDS) and chance.random() < 0.5 else f"{number:,}"


def spread(scene: Scene, ways: tuple[str, ...], a: str, b: str) -> list[str]:
    """Two to four tellings in different words, the first half with one value, the rest with the other."""
    number = scene.chance.choice((2, 2, 3, 4))
    chosen = scene.chance.sample(ways, min(number, len(ways)))
    cut = (len(chosen) + 1) // 2
    return [way.format(v=a if n < cut else b) for n, way in enumerate(chosen)]


def close(lines: list[str]) -> tuple[float, ...]:
    """Published within the hour, so that nothing can have changed meanwhile."""
    return tuple(0.2 * n for n in range(len(lines)))
