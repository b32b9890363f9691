"""Sentences that only look like conflicts: the same in other words, news, corrections, values of two things."""

from benchmarks.conflicts.scenes import WORDS, Maker, Scene, close


def _agree_toll(scene: Scene) -> tuple[list[str], tuple[str, ...], tuple[float, ...]]:
    number = scene.chance.randint(5, 14)
    lines = [
        f"Police said {WORDS[number]} people were killed in the disaster.",
        f"{number} people died, according to the fire service.",
        f"At least {WORDS[number - 2]} people were killed, the first reports said.",
    ]
    return lines, (), close(lines)


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
    return lines, (), close(lines)


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
    return lines, (), close(lines)


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
    return lines, (), close(lines)


CONTROLS: dict[str, Maker] = {
    "agree on toll": _agree_toll, "update": _update, "corrected": _corrected, "agree on sum": _agree_sum,
    "two slots": _two_slots, "agree on time": _agree_time,
}  # fmt: skip
