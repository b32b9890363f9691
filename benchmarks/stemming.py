"""Which words search takes for one, and whether they are: `stemming.txt` holds words of news, parted by meaning.

    python -m benchmarks.stemming
    python -m benchmarks.stemming --collisions < TEXTS     # words that one stemmer or the other cuts to one stem

For the stemmer of SQLite's FTS5 (Porter), that of PostgreSQL ("english", Snowball) and ours: how many false pairs still
meet, how many true pairs do. A pair is the most used word of a meaning and another word: of another meaning, or of the
same. `TEXTS`: plain text, an article a line. Prints a JSON line for each; exits 1 where ours is worse than its target.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from pathlib import Path

import snowballstemmer

from newsclip.language.search_stems import search_stem

FILE = Path(__file__).with_suffix(".txt")
MOST_FALSE, LEAST_TRUE = 0.01, 0.98  # of the pairs that meet
FEWEST = 5  # articles that hold a word
_WORD = re.compile(r"[a-z]{3,40}")

type Stemmer = Callable[[str], str]
type Line = list[list[str]]  # meanings, each with its words


def lines() -> list[Line]:
    rows = FILE.read_text(encoding="utf-8").splitlines()
    return [[part.split() for part in row.split("|")] for row in rows if row and not row.startswith("#")]


def false_pairs(judged: Iterable[Line]) -> list[tuple[str, str]]:
    return [(one[0], other[0]) for line in judged for one, other in combinations(line, 2)]


def true_pairs(judged: Iterable[Line]) -> list[tuple[str, str]]:
    return [(words[0], word) for line in judged for words in line for word in words[1:]]


def stemmers() -> dict[str, Stemmer]:
    return {
        "porter (SQLite's)": snowballstemmer.stemmer("porter").stemWord,
        "snowball (PostgreSQL's)": snowballstemmer.stemmer("english").stemWord,
        "ours": search_stem,
    }


def meeting(pairs: Iterable[tuple[str, str]], stemmer: Stemmer) -> int:
    return sum(stemmer(one) == stemmer(other) for one, other in pairs)


def collisions(texts: Iterable[str]) -> Iterator[str]:
    """Words of one stem, the most used first."""
    held = Counter(word for text in texts for word in set(_WORD.findall(text.lower())))
    common = [word for word, count in held.most_common() if count >= FEWEST]
    known, found = stemmers(), set[tuple[str, ...]]()
    for name in list(known)[:2]:
        by_stem = defaultdict[str, list[str]](list)
        for word in common:
            by_stem[known[name](word)].append(word)
        found |= {tuple(words) for words in by_stem.values() if len(words) > 1}
    yield from (" ".join(words) for words in sorted(found, key=lambda words: -held[words[0]]))


def measure() -> bool:
    judged = lines()
    wrong, right = false_pairs(judged), true_pairs(judged)
    for name, stemmer in stemmers().items():
        false, true = meeting(wrong, stemmer), meeting(right, stemmer)
        told = {"stemmer": name, "false_pairs": len(wrong), "meet": false, "true_pairs": len(right), "met": true}
        print(json.dumps(told))
    return false <= MOST_FALSE * len(wrong) and true >= LEAST_TRUE * len(right)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--collisions", action="store_true", help="of the articles of standard input, one a line")
    if parser.parse_args().collisions:
        print(*collisions(sys.stdin), sep="\n")
    else:
        sys.exit(0 if measure() else 1)
