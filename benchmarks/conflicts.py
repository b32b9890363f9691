"""Stories of invented places with one slot told differently, or the same in other words, for benchmarks.disagreeing."""

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


type Sentences = tuple[str, ...]
type Maker = Callable[[Scene], tuple[list[str], tuple[str, ...], tuple[float, ...]]]


def make(kind: str, chance: random.Random) -> Case:
    """A case of this kind; its sentences are mixed with others that hold values of their own."""
    (place, other), (who, whom) = chance.sample(PLACES, 2), chance.sample(PEOPLE, 2)
    scene = Scene(chance, chance.choice(THINGS), place, other, who, whom, chance.choice(list(EVENTS)))
    lines, values, hours = (SLOTS | CONTROLS)[kind](scene)
    same = kind == "corrected"
    outlets = chance.sample(PUBLISHERS, len(lines))
    tellings = tuple(
        Telling(outlets[0] if same else outlets[n], hours[n], _text(scene, line, n)) for n, line in enumerate(lines)
    )
    return Case(kind, tellings, values)


def _text(scene: Scene, line: str, number: int) -> str:
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


def _number(chance: random.Random, number: int) -> str:
    return WORDS[number] if number < len(WORDS) and chance.random() < 0.5 else f"{number:,}"


def _spread(scene: Scene, ways: tuple[str, ...], a: str, b: str) -> list[str]:
    """Two to four tellings in different words, the first half with one value, the rest with the other."""
    number = scene.chance.choice((2, 2, 3, 4))
    chosen = scene.chance.sample(ways, min(number, len(ways)))
    cut = (len(chosen) + 1) // 2
    return [way.format(v=a if n < cut else b) for n, way in enumerate(chosen)]


def _close(lines: list[str]) -> tuple[float, ...]:
    """Published within the hour, so that nothing can have changed meanwhile."""
    return tuple(0.2 * n for n in range(len(lines)))


def _toll(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    low = scene.chance.randint(3, 14)
    a, b = _number(scene.chance, low), _number(scene.chance, low + scene.chance.randint(1, 9))
    ways = (
        "Police said {v} people were killed in the disaster.",
        "{v} people died, according to the fire service.",
        "The disaster left {v} people dead, the hospital said.",
        "The death toll stands at {v}, officials said on the spot.",
        f"At the {scene.thing}, {{v}} people lost their lives.",
    )
    lines = [line[0].upper() + line[1:] for line in _spread(scene, ways, a, b)]
    return lines, (a, b), _close(lines)


def _injured(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    low = scene.chance.randint(16, 60)
    a, b = str(low), str(low + scene.chance.randint(3, 30))
    ways = (
        "The hospital treated {v} injured people, most of them for smoke.",
        "{v} people were injured, the ambulance service said.",
        "It left {v} people wounded, the town hall said.",
        "{v} were taken to hospital, a spokeswoman said.",
    )
    lines = _spread(scene, ways, a, b)
    return lines, (a, b), _close(lines)


def _missing(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    low = scene.chance.randint(4, 20)
    a, b = str(low), str(low + scene.chance.randint(2, 9))
    ways = (
        "{v} people are still missing, the police said.",
        "Divers are looking for {v} people who are unaccounted for.",
        "The number of missing is {v}, the mayor told reporters.",
    )
    lines = _spread(scene, ways, a, b)
    return lines, (a, b), _close(lines)


def _vague(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    a, b = scene.chance.choice((("dozens", "11"), ("hundreds", "45"), ("at least 40", "12"), ("up to 8", "15")))
    whom = "of people" if a.endswith("s") else "people"
    lines = [
        f"The fire service said {a} {whom} were injured.",
        f"{b} people were hurt, the hospital in {scene.place} said.",
    ]
    return lines, (a, b), _close(lines)


def _sum(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    low = scene.chance.randint(12, 95)
    step = scene.chance.randint(4, 30)
    unit = scene.chance.choice(("million crowns", "million euros", "million marks"))
    a, b = f"{low} {unit}", f"{low + step} {unit}"
    ways = scene.chance.choice(
        (
            (
                f"Rebuilding the {scene.thing} will cost {{v}}, the council estimates.",
                f"The council expects the rebuilding of the {scene.thing} to cost {{v}}.",
                f"{{v}} would be needed to rebuild the {scene.thing}, the council said.",
            ),
            (
                f"The damage at the {scene.thing} came to {{v}}, insurers said.",
                "Insurers put the damage at {v}.",
                f"Losses at the {scene.thing} reached {{v}}, according to the insurers.",
            ),
            (
                f"The owner of the {scene.thing} was fined {{v}} last autumn for blocked exits.",
                "A court fined the owner {v} last autumn for blocked exits.",
                "Last autumn a fine of {v} was imposed on the owner for blocked exits.",
            ),
        )
    )
    lines = _spread(scene, ways, a, b)
    return lines, (a, b), _close(lines)


def _share(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    low = scene.chance.randint(12, 60)
    a, b = f"{low} percent", f"{low + scene.chance.randint(3, 30)} percent"
    ways = (
        (
            f"Insurance covers only {{v}} of the loss, according to the owner of the {scene.thing}.",
            "Only {v} of the loss is covered by insurance, the owner said.",
        )
        if scene.chance.random() < 0.5
        else (
            f"Output at the {scene.thing} fell by {{v}} in the quarter, the company said.",
            f"The company said output of the {scene.thing} dropped {{v}} in the quarter.",
            "In the quarter output fell {v}, the company said.",
        )
    )
    lines = _spread(scene, ways, a, b)
    return lines, (a, b), _close(lines)


def _count(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    low = scene.chance.randint(16, 90)
    a, b = str(low), str(low + scene.chance.randint(2, 40))
    ways = scene.chance.choice(
        (
            (
                "The flames destroyed {v} homes in the street behind it.",
                "{v} homes were destroyed behind the works.",
                "In the street behind, {v} homes were destroyed.",
            ),
            (
                "{v} firefighters fought the flames until dawn.",
                "Until dawn {v} firefighters were at the scene fighting the flames.",
                "The service sent {v} firefighters, who fought until dawn.",
            ),
            (
                "The ferry carried {v} passengers when it was turned back.",
                "A ferry with {v} passengers aboard was turned back.",
                "{v} passengers were on the ferry that was turned back.",
            ),
        )
    )
    lines = _spread(scene, ways, a, b)
    return lines, (a, b), _close(lines)


def _age(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    low = scene.chance.randint(22, 70)
    a, b = str(low), str(low + scene.chance.randint(1, 8))
    surname = scene.who.split()[1]
    ways = (
        f"{scene.who}, {{v}}, who worked at the {scene.thing}, gave the alarm.",
        f"The alarm was given by the {{v}}-year-old {scene.who}.",
        f"{surname}, aged {{v}}, was first to see the smoke, his family said.",
        f"Watchman {scene.who}, {{v}}, gave the alarm at once.",
    )
    lines = _spread(scene, ways, a, b)
    return lines, (a, b), _close(lines)


def _vote(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    yes, no = scene.chance.randint(16, 30), scene.chance.randint(5, 14)
    step = scene.chance.choice((1, 2, 3))
    ways = (
        "The council voted {0} to {1} for a new building.",
        "The council chose a new building by {0} votes to {1}.",
        "A new building was approved by {0} to {1} in the council.",
        "In the council {0} were in favour and {1} against a new building.",
    )
    lines = scene.chance.sample(ways, 2)
    made = [lines[0].format(yes, no), lines[1].format(yes - step, no + step)]
    return made, (str(yes), str(yes - step)), _close(made)


def _day(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    a, b = scene.chance.sample(("Saturday", "Sunday", "Monday"), 2)
    ways = (
        f"The {scene.thing} was inspected for the last time on {{v}}, the owner said.",
        f"On {{v}} inspectors had visited the {scene.thing} for the last time.",
        f"The last time the {scene.thing} was inspected was on {{v}}.",
    )
    if scene.chance.random() < 0.5:
        ways = (
            f"The night watchman resigned on {{v}}, the owner of the {scene.thing} said.",
            "The night watchman had resigned on {v}.",
            "On {v} the night watchman resigned.",
        )
    lines = _spread(scene, ways, a, b)
    return lines, (a, b), _close(lines)


def _clock(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    hour, minute = scene.chance.randint(1, 11), scene.chance.choice(("05", "15", "20", "40"))
    a, b = f"{hour}.{minute}am", f"{hour}.{'30' if minute != '30' else '50'}am"
    ways = (
        "The first alarm reached the fire service at {v}, its log shows.",
        "The fire service had the first alarm at {v}.",
        "At {v} the first alarm reached the fire service.",
    )
    lines = _spread(scene, ways, a, b)
    return lines, (a, b), _close(lines)


def _place(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    a, b = scene.chance.sample(("Sandholm", "Ester Mill", "Grey Harbour", "Tollgate", "Nordby"), 2)
    ways = (
        f"The stolen lorry of the {scene.thing} was found near {{v}} on the same day.",
        f"Police found the stolen lorry of the {scene.thing} near {{v}}.",
        "The stolen lorry was discovered near {v}, police said.",
    )
    lines = _spread(scene, ways, a, b)
    return lines, (a, b), _close(lines)


def _speaker(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    words = scene.pick("We will not rest until everybody is found", "Nobody told us that the exits were blocked",
                       "This was the worst night that the town has seen")  # fmt: skip
    a, b = scene.who, scene.whom
    lines = [f"“{words},” {a} said.", f"“{words},” said {b}, who had come to the gate."]
    if scene.chance.random() < 0.5:
        lines.reverse()
    return lines, (a, b), _close(lines)


def _agree_toll(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    number = scene.chance.randint(5, 14)
    lines = [
        f"Police said {WORDS[number]} people were killed in the disaster.",
        f"{number} people died, according to the fire service.",
        f"At least {WORDS[number - 2]} people were killed, the first reports said.",
    ]
    return lines, (), _close(lines)


def _update(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    low = scene.chance.randint(3, 9)
    lines = [
        f"Police said {low} people were killed in the disaster.",
        f"{low + 4} people died, according to the fire service.",
        f"The death toll has risen to {low + 6}, officials said.",
    ]
    return lines, (), (0.0, 5.0, 11.0)


def _corrected(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    low = scene.chance.randint(12, 60)
    lines = [
        f"Insurers put the damage at {low} million crowns.",
        f"Insurers put the damage at {low + 9} million crowns.",
    ]
    return lines, (), (0.0, 3.0)


def _agree_sum(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    low = scene.chance.randint(2, 9)
    lines = scene.chance.choice(
        (
            [
                f"Insurers put the damage at {low}.2 million euros.",
                f"The damage was {low},210,000 euros, insurers said.",
                f"Damage of about €{low}.2m was reported by insurers.",
            ],
            [
                f"Insurers put the damage at {low}0 million crowns.",
                f"The damage came to nearly {low}1 million crowns, insurers said.",
            ],
            [f"Insurance covers {low}0 per cent of the loss.", f"Only {low}0% of the loss is covered by insurance."],
        )
    )
    return lines, (), _close(lines)


def _two_slots(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    """Two values of one kind that are said of two things."""
    a, b = scene.chance.sample(range(12, 90), 2)
    lines = scene.chance.choice(
        (
            [f"The damage was put at {a} million crowns.", f"The owner had bought the site for {b} million crowns."],
            [f"The service sent {a} firefighters.", f"{b} firefighters have left the service since the spring."],
            [f"Output at the works fell {a} percent in the quarter.", f"Wages at the works rose {b} percent in May."],
            [f"{a} people were injured in the disaster.", f"In the flood of 1998, {b} people were injured."],
            ["Police said three children were hurt.", f"{a} people were injured, the ambulance service said."],
            [f"{scene.who}, {a}, gave the alarm.", f"{scene.whom}, {b}, ran the kitchen."],
            ["The first alarm came at 2.15am.", "Buses will run again from 6.30am, and the first leaves at 6.45am."],
            ["The watchman resigned on Sunday.", "The owner spoke to the staff on Monday."],
            ["The lorry was found near Sandholm.", "The lorry was found near Sandholm, not far from Tollgate."],
            [
                f"The works employs {a + 100} staff, of whom {b} were on duty.",
                f"There were {b} staff on duty that night.",
            ],
            ["A memorial is planned for Saturday.", "A memorial will be held in Nordby this weekend."],
            [f"Rebuilding would cost {a} million crowns.", f"Rebuilding the quay cost {b} million crowns in 2019."],
        )
    )
    return lines, (), _close(lines)


def _agree_time(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    lines = scene.chance.choice(
        (
            [
                "The night watchman resigned on Monday.",
                "On 2 March the night watchman resigned.",
                "The watchman resigned yesterday.",
            ],
            ["The first alarm came at 2.15am.", "The fire service had the first alarm at 2:15 a.m., its log shows."],
            ["The council voted 23 to 14 for a new building.", "By 23 votes to 14, the council chose a new building."],
            [f"{scene.who}, 34, gave the alarm.", f"The 34-year-old {scene.who} gave the alarm."],
            [
                "“We will not rest until everybody is found,” Mayor Ilse Brandt said.",
                "“We will not rest until everybody is found,” said Brandt.",
            ],
        )
    )
    return lines, (), _close(lines)


SLOTS: dict[str, Maker] = {
    "toll": _toll, "injured": _injured, "missing": _missing, "vague": _vague, "sum": _sum, "share": _share,
    "count": _count, "age": _age, "vote": _vote, "day": _day, "clock": _clock, "place": _place, "speaker": _speaker,
}  # fmt: skip
CONTROLS: dict[str, Maker] = {
    "agree on toll": _agree_toll, "update": _update, "corrected": _corrected, "agree on sum": _agree_sum,
    "two slots": _two_slots, "agree on time": _agree_time,
}  # fmt: skip
