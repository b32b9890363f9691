"""The quality of readers' own pages: variety of categories, truth of the reasons, no muted items.

Part of `python -m benchmarks.ranking`. Towns are those of the rings, without a ring; readers and mutes are drawn by a
seed. That a mute holds is judged by plain comparison of words, not by the rule that hides.
"""

import re
from collections.abc import Sequence
from math import log2

import numpy as np

from newsclip.community.ports import Muted, Subject
from newsclip.community.rules.mutes import why_hidden
from newsclip.ranking.rules.heat import heat
from newsclip.ranking.rules.personal import Candidate, ReaderProfile, order
from newsclip.ranking.rules.variety import Ranked, vary

TEN, PAGE = 10, 30
GAINED, LOST = 0.09, 0.005
WORDS = ("ferry", "bridge", "vote", "storm", "harbour", "strike", "comet", "chess", "flood", "school", "train", "crown")
# The town's twenty topics in eight categories as uneven as those of real news, where ten clips hold about five.
TOPICS_OF = (7, 4, 3, 2, 1, 1, 1, 1)
CATEGORY_OF = [category for category, number in enumerate(TOPICS_OF) for _ in range(number)]
CATEGORIES = ("General", "World", "Politics", "Business", "Sports", "Culture", "Health", "Science")


def variety(pages: Sequence[tuple[list[int], dict[int, float], dict[int, int], dict[int, float]]]) -> dict[str, object]:
    """`pages`: (stories by heat, heat, category, true rate) of each hour. How many categories are in the first ten."""
    seen, gains = [], []
    for front, heights, topics, true in pages:
        varied = [one.id for one in vary([Ranked(n, heights[n], (f"category {topics[n]}",)) for n in front])]
        seen.append((len({topics[n] for n in front[:TEN]}), len({topics[n] for n in varied[:TEN]})))
        gains.append((_ndcg(front, true), _ndcg(varied, true)))
    before, after = np.mean(seen, axis=0)
    plain, ours = np.mean(gains, axis=0)
    more, lost = after / before - 1, 1 - ours / plain
    return {
        "repeat_discount": "categories in the first ten", "before": round(float(before), 2),
        "after": round(float(after), 2), "more": round(float(more), 4), "target": GAINED,
        "ndcg_lost": round(float(lost), 4), "may_lose": LOST, "short": bool(more < GAINED or lost > LOST),
    }  # fmt: skip


def _ndcg(front: Sequence[int], true: dict[int, float]) -> float:
    best = sorted(true.values(), reverse=True)[:TEN]
    gain = sum(true[n] / log2(rank + 2) for rank, n in enumerate(front[:TEN]))
    return gain / sum(value / log2(rank + 2) for rank, value in enumerate(best))


def page_of(live: Sequence[int], signals: dict, topics: dict[int, int], true: dict[int, float]) -> tuple:
    heights = {n: heat(signals[n]) for n in live}
    front = sorted(live, key=lambda n: -heights[n])[:PAGE]
    return front, {n: heights[n] for n in front}, {n: CATEGORY_OF[topics[n]] for n in front}, true


def removal(readers: int = 400, seed: int = 5) -> dict[str, object]:
    """Of the reasons given for the first five of each reader's page, how many lower the clip when taken away."""
    chance = np.random.default_rng(seed)
    told = true = 0
    for _ in range(readers):
        placed = order(_candidates(chance, 60), _taste(chance))
        scores = [one.score for one in placed]
        for at, one in enumerate(placed[:5]):
            lift = max(one.parts.values(), default=0.0)
            if lift > 0:
                without = one.score - lift
                rank = sum(score > without for n, score in enumerate(scores) if n != at)
                told += 1
                true += without < one.score and rank >= at
    return {"reasons": told, "pass_the_removal_test": round(true / told, 4), "target": 1.0, "short": true < told}


def leaks(readers: int = 400, seed: int = 6) -> dict[str, object]:
    """What a reader's mutes should keep away and did not, of all that was shown."""
    chance = np.random.default_rng(seed)
    shown = leaked = hidden = 0
    for _ in range(readers):
        mutes = [
            Muted(str(kind), _key(str(kind), chance), "everywhere")
            for kind in chance.choice(["word", "hashtag", "source"], 3)
        ]
        for number in range(60):
            subject = _subject(number, chance)
            if why_hidden(subject, mutes, where="lists"):
                hidden += 1
                continue
            shown += 1
            leaked += any(_plainly(subject, mute) for mute in mutes)
    return {"mutes": 3 * readers, "shown": shown, "hidden": hidden, "leaked": leaked, "target": 0, "short": leaked > 0}


def _plainly(subject: Subject, mute: Muted) -> bool:
    if mute.kind == "hashtag":
        return mute.key in subject.hashtags
    if mute.kind == "source":
        return subject.sources == {mute.key}
    words = re.split(r"\W+", f"{subject.headline} {subject.summary}".casefold())
    stem = mute.key.removesuffix("*")
    return any(word.startswith(stem) if mute.key.endswith("*") else word == stem for word in words)


def _key(kind: str, chance: np.random.Generator) -> str:
    if kind == "source":
        return f"{chance.integers(6)}.example"
    return str(chance.choice(WORDS)) + ("*" if kind == "word" and chance.random() < 0.3 else "")


def _subject(number: int, chance: np.random.Generator) -> Subject:
    said = [str(word) + str(chance.choice(["", "s", "-men", "’s", ","])) for word in chance.choice(WORDS, 4)]
    headline = " ".join(said).upper() if chance.random() < 0.3 else " ".join(said)
    tags = frozenset(map(str, chance.choice(WORDS, 3)))
    sources = frozenset(f"{n}.example" for n in chance.integers(0, 6, chance.integers(1, 3)))
    return Subject(number, headline, f"The {chance.choice(WORDS)} came.", "General", tags, sources)


def _candidates(chance: np.random.Generator, number: int) -> list[Candidate]:
    return [
        Candidate(
            str(n), str(chance.choice(CATEGORIES)), frozenset(map(str, chance.choice(WORDS, 3))),
            frozenset(f"{m}.example" for m in chance.integers(0, 9, chance.integers(1, 4))), str(n),
            float(chance.lognormal(0, 1)), float(chance.exponential(20)), int(chance.integers(1, 7)),
        )
        for n in range(number)
    ]  # fmt: skip


def _taste(chance: np.random.Generator) -> ReaderProfile:
    follows = {
        "hashtag": frozenset(map(str, chance.choice(WORDS, 2))),
        "category": frozenset({str(chance.choice(CATEGORIES))}),
    }
    return ReaderProfile(follows, tuple(_candidates(chance, int(chance.integers(0, 40)))))
