"""`make bench-titles`: CPU of comparing an article's title across languages, by the titles in the window.

Nine in ten titles are of one language, the others of nine more; vectors are drawn by chance around a mean of each
language. No vector is computed. OPENBLAS_NUM_THREADS=1 is what `newsclip start` sets.
"""

import json
import time
from itertools import count

import numpy as np

from newsclip.stories.rules.cross_language import CrossLanguageStories
from newsclip.stories.rules.kept_titles import Title
from newsclip.stories.rules.shared_numbers import numbers_of
from newsclip.stories.rules.translations import Telling

MOST, OTHERS = "en", ("de", "es", "fr", "it", "nl", "pl", "pt", "sv", "tr")
SIZES, ARTICLES, DIMENSIONS = (1_000, 10_000, 60_000), 20, 384


def main() -> None:
    chance = np.random.default_rng(2)
    means = {spoken: 2 * chance.normal(size=DIMENSIONS) for spoken in (MOST, *OTHERS)}

    def vector(spoken: str) -> bytes:
        drawn = means[spoken] + chance.normal(size=DIMENSIONS)
        return (drawn / np.linalg.norm(drawn)).astype("<f2").tobytes()

    for size in SIZES:
        stories = CrossLanguageStories(7.0, lambda _: vector(MOST))
        for number in range(size):
            spoken = MOST if number % 20 > 1 else OTHERS[number // 20 % len(OTHERS)]  # two articles tell one story
            stories.load(_title(str(number), spoken), str(number // 2), vector(spoken))
        new = count()
        told = {spoken: _milliseconds(stories, spoken, new) for spoken in (MOST, OTHERS[0])}
        print(json.dumps({"figure": "titles", "window": size, "cpu_ms": told}), flush=True)


def _title(name: str, spoken: str) -> Title:
    return Title(name, spoken, f"A title {name}", Telling(numbers_of(f"1234 and {name}", ""), day=100.0), 100.0)


def _milliseconds(stories: CrossLanguageStories, spoken: str, new: "count[int]") -> float:
    """Of one article: where it belongs, and what its story belongs to. The first ones warm up."""
    spent = 0.0
    for _ in range(2):
        began = time.process_time()
        for _ in range(ARTICLES):
            title = _title(f"new {next(new)}", spoken)
            stories.add(title, title.id)
            stories.elsewhere(title)
            stories.same(title, title.id)
            stories.original(title, title.id)
        spent = time.process_time() - began
    return round(1000 * spent / ARTICLES, 1)


if __name__ == "__main__":
    main()
