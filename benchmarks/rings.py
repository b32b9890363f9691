"""The effect of a voting ring on comments: part of `benchmarks.ranking`.

48 discussions of thirty honest comments, each liked by some of two hundred readers as much as it is worth; a ring of
thirty votes one of its own up in each, and the best honest one down. Held: the share of the first five places that its
comments have.
"""

from datetime import timedelta

import numpy as np

from newsclip.community.rules import account_weight
from newsclip.community.rules.account_weight import Account
from newsclip.ranking.rules.heat import LANDMARK

FRESH, AGED = 0.005, 0.02
_THREADS, _COMMENTS, _READERS, _RING, _FIRST = 48, 30, 200, 30, 5


class Crowd:
    """Accounts that act on things, one after the other, each weighed by those before."""

    def __init__(self, accounts: list[Account]) -> None:
        self.accounts = accounts
        self._histories: list[dict[int, object]] = [{} for _ in accounts]
        self._were_at: dict[int, set[int]] = {}
        self._before: dict[tuple, list[int]] = {}

    def weigh(self, who: int, thing: tuple, place: int, hour: float) -> float:
        """`thing`: what is acted on, and by which side; `place`: where accounts meet."""
        at = LANDMARK + timedelta(hours=hour)
        mine = {one: when for one, when in self._histories[who].items() if one != place}
        earlier = [
            {one: when for one, when in self._histories[other].items() if one != place}
            for other in self._before.get(thing, ())[-account_weight.REMEMBERED_ACCOUNTS :]
        ]
        popular = {one: len(self._were_at[one]) for one in mine}
        given = account_weight.weight(self.accounts[who], LANDMARK, mine, earlier, popular)
        self._histories[who].setdefault(place, at)
        self._were_at.setdefault(place, set()).add(who)
        self._before.setdefault(thing, []).append(who)
        return given


def accounts(chance: np.random.Generator, number: int, days: float, valued: float) -> list[Account]:
    """So many accounts of about this age; of one in five others valued something."""
    ages = np.exp(chance.normal(np.log(days), 0.7, number))
    return [Account(LANDMARK - timedelta(days=float(age)), 3.0 * (chance.random() < valued)) for age in ages]


def by_comment_votes(days: float, seed: int, *, weighed: bool) -> float:
    """Share of the first five places of discussions that comments of the ring hold."""
    chance = np.random.default_rng(seed)
    crowd = Crowd(accounts(chance, _READERS, 200, 0.2) + accounts(chance, _RING, days, 0))
    held = 0
    for thread in range(_THREADS):
        worth = [float(one) for one in chance.lognormal(0, 1, _COMMENTS)] + [0.0]
        given = [
            (thread * 4 + 3 * chance.random(), int(who), number, 1)
            for number, much in enumerate(worth)
            for who in chance.choice(_READERS, min(_READERS, chance.poisson(2 * much)), replace=False)
        ]
        for who in range(_READERS, _READERS + _RING):
            at = thread * 4 + 0.5 + 0.4 * chance.random()
            given += [(at, who, _COMMENTS, 1), (at, who, int(np.argmax(worth)), -1)]
        scores = np.zeros(_COMMENTS + 1)
        for at, who, number, side in sorted(given):
            scores[number] += side * (crowd.weigh(who, (thread, number, side), thread, at) if weighed else 1.0)
        first = np.argsort(-np.trunc(scores), kind="stable")[:_FIRST]
        held += int(_COMMENTS in first)
    return held / (_THREADS * _FIRST)


def figures(seeds: range) -> list[dict[str, object]]:
    """A line for each ring."""
    found = []
    for age, days, target in (("fresh", 3.0, FRESH), ("aged", 200.0, AGED)):
        ours, plain = (
            float(np.mean([by_comment_votes(days, seed, weighed=how) for seed in seeds])) for how in (True, False)
        )
        found.append(_line(f"{_RING} {age}, by votes on comments", ours, plain, target))
    return found


def _line(ring: str, ours: float, plain: float, target: float) -> dict[str, object]:
    return {
        "ring": ring, "slots_held": round(ours, 4), "plain_slots_held": round(plain, 4), "target": target,
        "short": ours > target,
    }  # fmt: skip
