"""Values on which publishers disagree: the sentences of both sides."""

from benchmarks.conflicts.scenes import Maker, Scene, close, number, spread


def _toll(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    low = scene.chance.randint(3, 14)
    a, b = number(scene.chance, low), number(scene.chance, low + scene.chance.randint(1, 9))
    ways = (
        "Police said {v} people were killed in the disaster.",
        "{v} people died, according to the fire service.",
        "The disaster left {v} people dead, the hospital said.",
        "The death toll stands at {v}, officials said on the spot.",
        f"At the {scene.thing}, {{v}} people lost their lives.",
    )
    lines = [line[0].upper() + line[1:] for line in spread(scene, ways, a, b)]
    return lines, (a, b), close(lines)


def _injured(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    low = scene.chance.randint(16, 60)
    a, b = str(low), str(low + scene.chance.randint(3, 30))
    ways = (
        "The hospital treated {v} injured people, most of them for smoke.",
        "{v} people were injured, the ambulance service said.",
        "It left {v} people wounded, the town hall said.",
        "{v} were taken to hospital, a spokeswoman said.",
    )
    lines = spread(scene, ways, a, b)
    return lines, (a, b), close(lines)


def _missing(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    low = scene.chance.randint(4, 20)
    a, b = str(low), str(low + scene.chance.randint(2, 9))
    ways = (
        "{v} people are still missing, the police said.",
        "Divers are looking for {v} people who are unaccounted for.",
        "The number of missing is {v}, the mayor told reporters.",
    )
    lines = spread(scene, ways, a, b)
    return lines, (a, b), close(lines)


def _vague(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    a, b = scene.chance.choice((("dozens", "11"), ("hundreds", "45"), ("at least 40", "12"), ("up to 8", "15")))
    whom = "of people" if a.endswith("s") else "people"
    lines = [
        f"The fire service said {a} {whom} were injured.",
        f"{b} people were hurt, the hospital in {scene.place} said.",
    ]
    return lines, (a, b), close(lines)


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
    lines = spread(scene, ways, a, b)
    return lines, (a, b), close(lines)


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
    lines = spread(scene, ways, a, b)
    return lines, (a, b), close(lines)


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
    lines = spread(scene, ways, a, b)
    return lines, (a, b), close(lines)


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
    lines = spread(scene, ways, a, b)
    return lines, (a, b), close(lines)


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
    return made, (str(yes), str(yes - step)), close(made)


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
    lines = spread(scene, ways, a, b)
    return lines, (a, b), close(lines)


def _clock(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    hour, minute = scene.chance.randint(1, 11), scene.chance.choice(("05", "15", "20", "40"))
    a, b = f"{hour}.{minute}am", f"{hour}.{'30' if minute != '30' else '50'}am"
    ways = (
        "The first alarm reached the fire service at {v}, its log shows.",
        "The fire service had the first alarm at {v}.",
        "At {v} the first alarm reached the fire service.",
    )
    lines = spread(scene, ways, a, b)
    return lines, (a, b), close(lines)


def _place(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    a, b = scene.chance.sample(("Sandholm", "Ester Mill", "Grey Harbour", "Tollgate", "Nordby"), 2)
    ways = (
        f"The stolen lorry of the {scene.thing} was found near {{v}} on the same day.",
        f"Police found the stolen lorry of the {scene.thing} near {{v}}.",
        "The stolen lorry was discovered near {v}, police said.",
    )
    lines = spread(scene, ways, a, b)
    return lines, (a, b), close(lines)


def _speaker(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    words = scene.pick("We will not rest until everybody is found", "Nobody told us that the exits were blocked",
                       "This was the worst night that the town has seen")  # fmt: skip
    a, b = scene.who, scene.whom
    lines = [f"“{words},” {a} said.", f"“{words},” said {b}, who had come to the gate."]
    if scene.chance.random() < 0.5:
        lines.reverse()
    return lines, (a, b), close(lines)


SLOTS: dict[str, Maker] = {
    "toll": _toll, "injured": _injured, "missing": _missing, "vague": _vague, "sum": _sum, "share": _share,
    "count": _count, "age": _age, "vote": _vote, "day": _day, "clock": _clock, "place": _place, "speaker": _speaker,
}  # fmt: skip
