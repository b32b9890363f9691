"""Train the weights of the grouping score: newsclip/stories/rules/weights.json.

    python -m benchmarks.weights FOLDER [--write]

FOLDER holds folders `stories-*` with `rows.jsonl`, in the order of time: {"id", "title", "text", "published"?, "gold":
{"story"}}. The rows are placed one by one as the product does it, and counted where later ones leave them; a climb by
chance from a fixed start keeps whatever step raises the mean B-cubed F1 (Bagga and Baldwin, 1998) over the sets, less a
fine where a set's precision is under .86, or where two events of the sample press are mixed. Then the same climb again
without each set in turn, measured on that set, and on either half of the stories, measured on the other: what to expect
of data that nobody saw. Prints JSON
lines; --write puts weights and receipt into the shipped file.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from newsclip.adapters.embedded.story_index.store import MemoryArticleStore
from newsclip.cli.filters.group import incoming_of
from newsclip.demo.sample_publishers import archive
from newsclip.stories.ports import IncomingArticle
from newsclip.stories.rules import scoring
from newsclip.stories.rules.anomalies import plausible
from newsclip.stories.rules.headings import Heading, heading
from newsclip.stories.rules.languages import language
from newsclip.stories.rules.merge_log import MergeLog
from newsclip.stories.rules.online_clustering import OnlineClusterer
from newsclip.stories.rules.vectors import Vector, Vocabulary, Weights

START = scoring.Weights(
    centre=12.0,
    nearest=5.07,
    ahead=4.942,
    gap=-3.233,
    dated=2.19,
    base=-5.2,
    threshold=-0.3,
    size=-1.1,
    merging=0.7,
    related=-1.8,
    splitting=-0.6,
    crowd=-3.0,
    names=-1.4,
    headline=-1.06,
    days=-1.0,
    place=-5.0,
    retold=3.0,
)
LEARNT = ("centre", "nearest", "ahead", "gap", "dated", "base", "crowd")
MOST_ROWS = 500  # of a set: each counts the same, and one of headlines alone must not take all the time
LEAST_PRECISION, FINE = 0.86, 3.0
PRESS = "sample press"

type Figures = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A set's articles in the order of time, the event of each, and the vectors that they get."""

    name: str
    articles: Sequence[IncomingArticle]
    events: Sequence[str]
    vectors: Mapping[tuple[str, str], Vector]
    terms: int

    def half(self, which: int) -> "Labelled":
        """The articles of every other event, by chance."""
        chance = random.Random(17)
        of = {event: chance.random() < 0.5 for event in sorted(set(self.events))}
        kept = [(one, event) for one, event in zip(self.articles, self.events, strict=True) if of[event] == bool(which)]
        return replace(self, articles=[one for one, _ in kept], events=[event for _, event in kept])


class Recorded:
    """Words that know each article's vector already: nothing is tokenised twice."""

    def __init__(self, labelled: Labelled) -> None:
        self._vectors = labelled.vectors
        self._spread = np.zeros(labelled.terms, np.float32)

    def vector(self, title: str, text: str, heading: Heading) -> Vector:
        return self._vectors[title, text]

    @contextmanager
    def spread(self, vector: Vector) -> Iterator[Weights]:
        self._spread[vector.numbers] = vector.weights
        yield self._spread
        self._spread[vector.numbers] = 0

    def terms(self, numbers: Sequence[int]) -> list[str]:
        return []


def read(folder: Path) -> Labelled:
    lines = (folder / "rows.jsonl").read_text(encoding="utf-8").splitlines()[:MOST_ROWS]
    rows = [json.loads(line) for line in lines]
    return labelled(folder.name, [(plausible(incoming_of(row)), row["gold"]["story"]) for row in rows])


def press() -> Labelled:
    """The sample press: invented events, no two of which may be mixed."""
    articles = [one for one in archive.load(datetime(2026, 3, 2, 12, tzinfo=UTC)).articles if one.kind == "article"]
    told = [
        (IncomingArticle(one.slug, one.title, "\n\n".join(one.body), one.published, "en", one.publisher), one.event)
        for one in sorted(articles, key=lambda one: (one.published, one.slug))
    ]
    return labelled(PRESS, told)


def labelled(name: str, told: Sequence[tuple[IncomingArticle, str]]) -> Labelled:
    vocabulary = Vocabulary()
    vectors = {
        (one.title, one.text): vocabulary.vector(one.title, one.text, heading(one.title, one.text, language(one)))
        for one, _ in told
    }
    return Labelled(name, [one for one, _ in told], [event for _, event in told], vectors, len(vocabulary))


def measured(given: Labelled, weights: scoring.Weights) -> Figures:
    """B-cubed F1, precision and recall of one pass, with what later articles merged and split."""
    stream, moves = OnlineClusterer(Recorded(given), MemoryArticleStore(Vocabulary("xx")), weights), MergeLog()
    placed = []
    for one in given.articles:
        placement = stream.place(one, 0.0)
        moves.note(placement)
        placed.append((placement.home, placement.report, len(moves)))
    stories = [moves.home(*place) for place in placed]
    both, events, found = Counter(zip(given.events, stories, strict=True)), Counter(given.events), Counter(stories)
    precision = sum(n * n / found[story] for (_, story), n in both.items()) / len(stories)
    recall = sum(n * n / events[event] for (event, _), n in both.items()) / len(stories)
    return 2 * precision * recall / (precision + recall), precision, recall


def worth(sets: Sequence[Labelled], weights: scoring.Weights) -> float:
    """The mean F1 over the sets, less the fines."""
    found = {one.name: measured(one, weights) for one in sets}
    mixed = 1.0 - found.pop(PRESS)[1]
    short = sum(max(0.0, LEAST_PRECISION - precision) for _, precision, _ in found.values())
    return sum(f1 for f1, _, _ in found.values()) / len(found) - FINE * (short + mixed)


def learnt(sets: Sequence[Labelled], steps: int) -> scoring.Weights:
    """Climb by chance from the start: some of the weights at a time, in steps that grow while they help."""
    chance, weights, reach = random.Random(5), START, 0.15
    best = worth(sets, weights)
    for _ in range(steps):
        moved = {
            name: round(given + chance.gauss(0, reach) * max(1.0, abs(given)), 3)
            for name in LEARNT
            if (given := getattr(weights, name)) and chance.random() < 0.5
        }
        tried = replace(weights, **moved)
        if (found := worth(sets, tried)) > best:
            weights, best, reach = tried, found, reach * 1.2
        else:
            reach *= 0.97
    return weights


def told(part: str, sets: Sequence[Labelled], weights: scoring.Weights) -> dict[str, dict[str, float]]:
    """Print what these weights give on these sets."""
    figures = {}
    for one in sets:
        f1, precision, recall = measured(one, weights)
        figures[one.name] = {"f1": round(f1, 3), "precision": round(precision, 3), "recall": round(recall, 3)}
    print(json.dumps({"part": part, "weights": asdict(weights), "figures": figures}), flush=True)
    return figures


def main(folder: Path, steps: int, *, write: bool) -> None:
    sets, guard = [read(path) for path in sorted(folder.glob("stories-*"))], press()
    weights = learnt([*sets, guard], steps)
    receipt = {"sets": [one.name for one in sets], "rows": [len(one.articles) for one in sets], "steps": steps}
    # Earlier climbs over the same sets led to the start, so even the sets left out are not quite unknown to it.
    receipt |= {
        "began_at": asdict(START),
        "made": datetime.now(UTC).date().isoformat(),
        "on_what_was_learnt_from": told("all", sets, weights),
    }
    without: dict[str, dict[str, float]] = {}
    for one in sets:
        without |= told(
            f"without {one.name}", [one], learnt([other for other in [*sets, guard] if other != one], steps)
        )
    receipt["on_a_set_not_learnt_from"] = without
    halves = [[one.half(which) for one in sets] for which in (0, 1)]
    receipt["on_the_other_half"] = [
        told("the other half", halves[1 - which], learnt([*halves[which], guard], steps)) for which in (0, 1)
    ]
    if write:
        scoring.SHIPPED.write_text(json.dumps({"weights": asdict(weights), "receipt": receipt}, indent=1) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--steps", type=int, default=40)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    main(asked.folder, asked.steps, write=asked.write)
