"""How much of the front page a voting ring can take, with weighted and with plain signals.

Before that, what readers see of the order (`benchmarks.reading_order`): variety, reasons, mutes.

A synthetic town: 3,000 honest voters in 20 topics, 30 stories an hour for four days, of which 12 are pushed by a ring
that votes within the hour. Rings are fresh (three days old, about) or aged, with or without votes for other stories as
camouflage; some are smaller or larger, take their time, or send half of their accounts to each story; some are of
people whose words others valued. Others comment, read or submit a link each in the place of voting, where little is
voted (`benchmarks.rings` has those that vote on comments). Every ring has a target. `--people` makes a smaller town.
The repeat discount is read from twenty towns, a ring from `--seeds` of them. Prints JSON lines; exits 1 where a figure
falls short of its target. Speeds play no part.
"""

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import timedelta
from math import log, log2

import numpy as np

from benchmarks import rings
from benchmarks.reading_order import leaks, page_of, removal, variety
from newsclip.community.rules import account_weight
from newsclip.community.rules.account_weight import Account
from newsclip.ranking.rules.heat import LANDMARK, Signal, heat

PEOPLE, TOPICS, HOURS, PER_HOUR, FIRST, PAGE, ALIVE = 3000, 20, 96, 30, 24, 30, 36
PUSHED, PUSHED_RATE = 12, 0.15
TOWNS_TO_READ = 20  # what the repeat discount gives deviates by 2.5 points from town to town


@dataclass(frozen=True)
class Ring:
    """`camouflage`: votes of each for other stories. `within`: hours in which all vote; `share`: of it, for a story.

    `by`: the kind of signal that it gives; `valued`: how many people of full weight valued what each member did.
    `votes`: of honest people, for a story that is as good as most.
    """

    size: int = 0
    camouflage: int = 0
    fresh: bool = True
    within: float = 0.9
    share: float = 1.0
    by: str = "vote"
    valued: float = 0.0
    votes: float = 3.0


QUIET = 0.3
RINGS = {
    "nobody": Ring(),
    "30 fresh": Ring(30),
    "30 fresh, camouflage": Ring(30, 40),
    "30 aged": Ring(30, 0, fresh=False),
    "30 aged, camouflage": Ring(30, 40, fresh=False),
    "30 aged, camouflage, half of them for each story": Ring(30, 40, fresh=False, share=0.5),
    "30 aged, camouflage, over six hours": Ring(30, 40, fresh=False, within=6.0),
    "10 aged, camouflage": Ring(10, 40, fresh=False),
    "100 aged, camouflage": Ring(100, 40, fresh=False),
    "30 aged and valued, camouflage": Ring(30, 40, fresh=False, valued=3.0),
    "30 fresh, a quiet site": Ring(30, votes=QUIET),
    "100 fresh, a quiet site": Ring(100, votes=QUIET),
    "30 aged, a quiet site": Ring(30, 0, fresh=False, votes=QUIET),
    "30 aged, over six hours, a quiet site": Ring(30, 0, fresh=False, within=6.0, votes=QUIET),
    "30 aged and valued, camouflage, over six hours": Ring(30, 40, fresh=False, within=6.0, valued=3.0),
    "30 fresh, by comments, a quiet site": Ring(30, by="comment", votes=QUIET),
    "100 fresh, by comments, over six hours, a quiet site": Ring(100, within=6.0, by="comment", votes=QUIET),
    "30 aged, by comments, camouflage, a quiet site": Ring(30, 40, fresh=False, by="comment", votes=QUIET),
    "30 aged, by comments, over six hours, a quiet site": Ring(30, fresh=False, within=6.0, by="comment", votes=QUIET),
    "30 aged and valued, by comments, a quiet site": Ring(30, fresh=False, valued=3.0, by="comment", votes=QUIET),
    "30 fresh, by links, a quiet site": Ring(30, by="report", votes=QUIET),
    "30 aged, by links, a quiet site": Ring(30, fresh=False, by="report", votes=QUIET),
    "100 fresh, by reads, a quiet site": Ring(100, by="read", votes=QUIET),
    "100 aged, by reads, camouflage, a quiet site": Ring(100, 40, fresh=False, by="read", votes=QUIET),
}
# Share of front-page slots that a ring may hold, at most; honest loss of nDCG, at most.
FRESH, AGED = 0.005, 0.02
HONEST_LOSS = 0.005


@dataclass
class Town:
    """Stories as (hour, topic, rate, pushed); votes as (hour, voter, story) in order; accounts' ages in days.

    `valued`: how many people of full weight valued what each account did. The first `people` are honest; what the
    others give is signals of the kind `by`.
    """

    stories: list[tuple[float, int, float, bool]]
    votes: list[tuple[float, int, int]]
    ages: np.ndarray
    valued: np.ndarray
    people: int
    by: str


@dataclass
class Memory:
    """What the site remembers of voters and stories; signals of each kind are remembered apart."""

    histories: dict[int, dict[int, object]] = field(default_factory=lambda: defaultdict(dict))
    voters: dict[tuple[str, int], list[int]] = field(default_factory=lambda: defaultdict(list))
    popular: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    signals: dict[int, list[Signal]] = field(default_factory=lambda: defaultdict(list))


def build(ring: Ring, seed: int, people: int = PEOPLE) -> Town:
    chance = np.random.default_rng(seed)
    topic = chance.integers(0, TOPICS, people)
    active = chance.lognormal(0, 1, people)
    of_topic = [np.flatnonzero(topic == number) for number in range(TOPICS)]
    ages = np.concatenate(
        [chance.lognormal(5.3, 1.3, people), np.exp(chance.normal(log(3 if ring.fresh else 200), 0.7, ring.size))]
    )
    stories = [
        (hour + chance.random(), int(chance.integers(0, TOPICS)), float(chance.lognormal(0, 1.1)), False)
        for hour in range(HOURS)
        for _ in range(PER_HOUR)
    ]
    stories += [
        (FIRST + n * 5.5 + chance.random(), int(chance.integers(0, TOPICS)), PUSHED_RATE, True) for n in range(PUSHED)
    ]
    stories.sort()
    everybody = active / active.sum()
    votes: list[tuple[float, int, int]] = []
    for number, (begun, of, rate, pushed) in enumerate(stories):
        for _ in range(chance.poisson(ring.votes * rate)):
            fans = of_topic[of]
            fan = chance.random() < 0.7 and len(fans)
            voter = (
                chance.choice(fans, p=active[fans] / active[fans].sum()) if fan else chance.choice(people, p=everybody)
            )
            votes.append((begun + chance.exponential(5.0), int(voter), number))
        if pushed:
            members = range(ring.size) if ring.share == 1 else np.flatnonzero(chance.random(ring.size) < ring.share)
            votes += [(begun + 0.1 + ring.within * chance.random(), people + int(one), number) for one in members]
    honest = [number for number, story in enumerate(stories) if not story[3]]
    for member in range(ring.size):
        for _ in range(chance.poisson(ring.camouflage)):
            number = honest[chance.integers(len(honest))]
            votes.append((stories[number][0] + chance.exponential(5), people + member, number))
    once: dict[tuple[int, int], float] = {}
    for hour, voter, number in sorted(votes):
        once.setdefault((voter, number), hour)
    valued = np.concatenate([valued_people(seed, active), np.full(ring.size, ring.valued)])
    return Town(stories, sorted((hour, *key) for key, hour in once.items()), ages, valued, people, ring.by)


def valued_people(seed: int, active: np.ndarray) -> np.ndarray:
    """One honest account in five did something that others valued, the busy ones more often; drawn apart."""
    often = np.random.default_rng([seed, 5]).random(len(active)) < 0.2 * active / active.mean()
    return np.where(often, 3.0, 0.0)


def kind_of(town: Town, voter: int) -> str:
    return "vote" if voter < town.people else town.by


def honest(town: Town) -> Town:
    """The same town without its ring."""
    return replace(town, votes=[one for one in town.votes if one[1] < town.people])


def weigh(town: Town, memory: Memory, voter: int, story: int) -> float:
    """As community.queries.weights does; a reading counts by its account alone."""
    account = Account(LANDMARK - timedelta(days=float(town.ages[voter])), float(town.valued[voter]))
    kind = kind_of(town, voter)
    if kind == "read":
        return account_weight.weight(account, LANDMARK)
    earlier = memory.voters[kind, story][-account_weight.REMEMBERED_ACCOUNTS :]
    histories = [memory.histories[other] for other in earlier]
    return account_weight.weight(account, LANDMARK, memory.histories[voter], histories, memory.popular[kind])


def remember(memory: Memory, kind: str, voter: int, story: int, hour: float, amount: float) -> None:
    at = LANDMARK + timedelta(hours=hour)
    memory.signals[story].append(Signal(kind, at, max(amount, 1e-6)))
    memory.voters[kind, story].append(voter)
    memory.popular[kind][story] += 1
    history = memory.histories[voter]
    history[story] = at
    if len(history) > account_weight.REMEMBERED_THINGS:
        del history[next(iter(history))]


def run(town: Town, *, weighed: bool) -> tuple[float, float]:
    """Share of front-page slots held by pushed stories, and nDCG@30 of the true rates, hour by hour."""
    memory, place, held, slots, gains = Memory(), 0, 0, 0, []
    for hour in range(FIRST, HOURS):
        while place < len(town.votes) and town.votes[place][0] <= hour:
            at, voter, story = town.votes[place]
            amount = weigh(town, memory, voter, story) if weighed else 1.0
            remember(memory, kind_of(town, voter), voter, story, at, amount)
            place += 1
        live = [n for n, story in enumerate(town.stories) if hour - ALIVE < story[0] < hour]
        front = sorted(live, key=lambda n: -heat(memory.signals[n]))[:PAGE]
        held += sum(town.stories[n][3] for n in front)
        slots += PAGE
        gains.append(_ndcg(town, live, front, hour))
    return held / slots, float(np.mean(gains))


def pages(town: Town) -> list[tuple]:
    """The front page of each hour as heat alone orders it, with what is true of its stories."""
    memory, place, found = Memory(), 0, []
    topics = {n: story[1] for n, story in enumerate(town.stories)}
    for hour in range(FIRST, HOURS):
        while place < len(town.votes) and town.votes[place][0] <= hour:
            at, voter, story = town.votes[place]
            remember(memory, "vote", voter, story, at, 1.0)
            place += 1
        live = [n for n, story in enumerate(town.stories) if hour - ALIVE < story[0] < hour]
        true = {n: town.stories[n][2] * float(np.exp(-(hour - town.stories[n][0]) / 5)) for n in live}
        found.append(page_of(live, memory.signals, topics, true))
    return found


def _ndcg(town: Town, live: list[int], front: list[int], hour: float) -> float:
    true = {n: town.stories[n][2] * np.exp(-(hour - town.stories[n][0]) / 5) for n in live}
    best = sorted(true.values(), reverse=True)[:PAGE]
    gain = sum(true[n] / log2(rank + 2) for rank, n in enumerate(front))
    return float(gain / sum(value / log2(rank + 2) for rank, value in enumerate(best)))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=2, help="towns of each ring to average over")
    parser.add_argument("--first", type=int, default=1, help="the first of their seeds")
    parser.add_argument("--only", default="", help="rings whose name holds this, and those of nobody")
    parser.add_argument("--people", type=int, default=PEOPLE, help="honest voters of a town")
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.seeds)
    read = range(options.first, options.first + TOWNS_TO_READ)
    seen = [
        variety([page for seed in read for page in pages(build(RINGS["nobody"], seed))]),
        removal(),
        leaks(),
    ]
    told = [*seen, *rings.figures(seeds)]
    for figures in told:
        print(json.dumps(figures), flush=True)
    short = any(figures["short"] for figures in told)
    quiet = calm = None
    for name, ring in RINGS.items():
        if ring.size and options.only not in name:
            continue
        towns = [build(ring, seed, options.people) for seed in seeds]
        plain = np.mean([run(town, weighed=False) for town in towns], axis=0)
        ours = np.mean([run(town, weighed=True) for town in towns], axis=0)
        if ring.votes == QUIET:  # too little is voted there to compare it with another town
            towns = [honest(town) for town in towns]
            without = [np.mean([run(town, weighed=how)[1] for town in towns]) for how in (False, True)]
        else:
            quiet, calm = (plain[1], ours[1]) if quiet is None else (quiet, calm)
            without = [quiet, calm]
        target = (FRESH if ring.fresh else AGED) if ring.size else None
        loss = float(without[0] - ours[1])
        missed = (target is not None and ours[0] > target) or (ring.votes != QUIET and loss > HONEST_LOSS)
        short = short or missed
        held = {
            "ring": name,
            "slots_held": round(float(ours[0]), 4),
            "plain_slots_held": round(float(plain[0]), 4),
            "target": target,
            "ndcg": round(float(ours[1]), 4),
            "plain_ndcg": round(float(plain[1]), 4),
            "honest_loss": round(loss, 4),
            "lost_to_the_ring": round(float(without[1] - ours[1]), 4),
            "short": bool(missed),
        }
        print(json.dumps(held), flush=True)
    return int(short)


if __name__ == "__main__":
    sys.exit(main())
