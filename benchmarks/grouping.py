"""The cost of placing an article relative to tokenizing it, as the window fills; and the memory per article.

The stream is synthetic: 160 words an article, of which two fifths are such as "the", as in prose, 32 are its story's,
and the rest are invented ones with the frequencies of real text (Zipf); five articles a story on average; a week fills
the window. Only ratios of one run count. `growth` is against the smallest window of the run. Prints JSON lines; exits 1
where a figure falls short of its target.
"""

import argparse
import json
import random
import resource
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate, batched, islice
from pathlib import Path
from time import process_time

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.stories.ports import IncomingArticle
from newsclip.stories.rules.terms import common_words
from newsclip.stories.rules.vectors import Vocabulary

WORDS, LENGTH, COMMONEST, SHARED = 60_000, 160, 64, 40
MEASURED, BATCH = 400, 20
ENOUGH_FOR_MEMORY = 20_000  # below this the vocabulary that the index starts with would be counted as the articles'
TARGETS = {"times_tokenising": 4.0, "growth": 2.0, "mib_per_100k": 200.0}
START = datetime(2026, 1, 1, tzinfo=UTC)


def stream(per_day: int, seed: int = 7) -> Iterator[IncomingArticle]:
    """Articles without end; a story ends, and another begins, with every fifth one on average."""
    chance = random.Random(seed)
    heights = list(accumulate(1 / (rank + 10) for rank in range(WORDS)))
    lexicon = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=3 + rank % 8)) for rank in range(WORDS)]
    stories, common = list[list[str]](), sorted(common_words("en"))
    number = 0
    while True:
        if not stories or chance.random() < 0.2:
            stories = [*stories[-200:], chance.choices(lexicon[500:], k=SHARED)]
        story = chance.choice(stories[-200:])
        words = chance.choices(lexicon, cum_weights=heights, k=LENGTH - COMMONEST - 32) + chance.sample(story, 32)
        words += chance.choices(common, k=COMMONEST)
        chance.shuffle(words)
        when = START + timedelta(days=number / per_day)
        yield IncomingArticle(str(number), " ".join(chance.sample(story, 8)), " ".join(words), when, "en", "x")
        number += 1


def cost(index: MemoryStoryIndex, told: list[IncomingArticle]) -> tuple[float, float]:
    """CPU seconds of tokenising and weighing these articles, and of placing them."""
    vocabulary, tokenising, placing = Vocabulary(), 0.0, 0.0
    for incoming in told:  # the words' forms are known to both then
        vocabulary.vector(incoming.title, incoming.text)
    for some in batched(told, BATCH):  # in turn, so that both meet the same load of the machine
        started = process_time()
        for incoming in some:
            vocabulary.vector(incoming.title, incoming.text)
        tokenised = process_time()
        for incoming in some:
            index.place(incoming)
        tokenising, placing = tokenising + tokenised - started, placing + process_time() - tokenised
    return tokenising, placing


def run(sizes: list[int]) -> bool:
    """Measure at each size of the window, smallest first; whether all targets are met."""
    articles, held, first, fine = stream(sizes[-1] // 7), 0, 0.0, True
    next(articles)
    index, empty = MemoryStoryIndex(), resident()
    for size in sizes:
        for incoming in islice(articles, size - held - MEASURED):
            index.place(incoming)
        tokenising, placing = cost(index, list(islice(articles, MEASURED)))
        held, first = size, first or placing / tokenising
        figures = {
            "times_tokenising": round(placing / tokenising, 2),
            "growth": round(placing / tokenising / first, 2),
            "mib_per_100k": round((resident() - empty) / size * 100_000) if size >= ENOUGH_FOR_MEMORY else 0,
        }
        met = all(value <= TARGETS[name] for name, value in figures.items())
        fine = fine and met
        print(json.dumps({"in_window": size, **figures, "targets": TARGETS, "met": met}), flush=True)
    return fine


def resident() -> float:
    """MiB that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 60_000], help="articles in the window")
    sys.exit(0 if run(sorted(parser.parse_args().sizes)) else 1)
