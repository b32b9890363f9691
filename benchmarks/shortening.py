"""Edits by syntax: planted ones that must be refused, and those that the writer makes.

Planted: of the sample press's sentences what restricts, a member of a list, a year, a condition or an attribution is
left out, recorded in turn as each kind of edit by syntax. Made: sentences of 25 words and more, shortened by the
writer; how many stand before the verifier, by kind, and with --show each of them, to be judged by eye.

    python -m benchmarks.shortening [--each N] [--seed N] [--show] [SET...]

SET: folders of ../shared/data instead of the sample press. Prints JSON lines; exits 1 where a target is missed.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random

from benchmarks.deleting import DELETED, deletions, texts
from benchmarks.verifying import articles
from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import BY_SYNTAX, HALF, Omission, omissions
from newsclip.evidence.omission import without
from newsclip.evidence.verifier import Origin, verify_sentence
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.tokens import language_of, sentences
from newsclip.wiring import parser
from newsclip.writing.shortening import Aim, shorter

# what is refused is published whole: two parses differ, and the verifier is the stricter one
LEAST_CAUGHT, LEAST_STANDING = 0.99, 0.75
LONG, AIM = 25, Aim(most=20, good=15)
ENGLISH = Origin("en")


def planted(seed: int = 7) -> Iterator[tuple[str, bool]]:
    """For each deletion that a kind of edit by syntax could record, its kind and whether it is refused."""
    chance = Random(seed)
    for source in lines(text for article in articles() for text in [article.text]):
        for kind, rest in deletions(source, chance):
            same = (i for i, (a, b) in enumerate(zip(source, rest, strict=False)) if a.lower() != b.lower())
            start = next(same, len(rest))
            words = source[start : start + len(source) - len(rest)].strip(" ,")
            text = without(source, words)
            # what the pattern of a list's last member finds may be a second clause
            able = [by for by in BY_SYNTAX if kind != "member" or by != HALF]
            if text:
                yield kind, not any(stands(text, source, str(Omission(by, words))) for by in able)


def made(sources: Sequence[str]) -> Iterator[tuple[str, Sentence, bool]]:
    """What the writer makes of each sentence, and whether it stands."""
    for source in sources:
        if short := shorter(_whole(source), "en", parser(), AIM):
            yield source, short, stands(short.text, source, *short.edits)


def stands(text: str, source: str, *edits: str) -> bool:
    said = Sentence(text, _whole(source).evidence, edits)
    return verify_sentence(said, [source], ENGLISH, parser()).supported


def lines(given: Iterator[str]) -> list[str]:
    """Sentences that end as one, each once, with single spaces."""
    found = (" ".join(span.of(text).split()) for text in given for span in sentences(text))
    return list(dict.fromkeys(line for line in found if line.endswith(".")))


def _whole(source: str) -> Sentence:
    return Sentence(source, (Passage("1", 1, 0, len(source), digest_of(source)),))


def _long(sets: Sequence[str], each: int, seed: int) -> list[str]:
    """Long English sentences, `each` of a set."""
    given = [lines(texts(name)) for name in sets] or [lines(article.text for article in articles())]
    found: list[str] = []
    for whole in given:
        Random(seed).shuffle(whole)
        long = (line for line in whole if len(line.split()) >= LONG and language_of(line) == "en")
        found += [line for _, line in zip(range(each), long, strict=False)]
    return found


def _report_planted() -> bool:
    total: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for kind, refused in planted():
        total[kind] += 1
        caught[kind] += refused
    for kind in DELETED:
        share = round(caught[kind] / max(1, total[kind]), 4)
        print(json.dumps({"planted": kind, "edits": total[kind], "caught": share, "target": LEAST_CAUGHT}))
    return all(caught[kind] >= LEAST_CAUGHT * total[kind] for kind in DELETED)


def _report_made(sources: Sequence[str], *, show: bool) -> bool:
    kinds: Counter[str] = Counter()
    standing: Counter[str] = Counter()
    for source, short, fine in made(sources):
        edits = omissions(short.edits)
        kinds.update(edit.kind for edit in edits)
        standing.update(edit.kind for edit in edits if fine)
        if show and fine:
            print(f"{' + '.join(short.edits)}\n    {source}\n    {short.text}", file=sys.stderr)
    for kind in BY_SYNTAX:
        print(json.dumps({"made": kind, "edits": kinds[kind], "stand": standing[kind]}))
    share = round(standing.total() / max(1, kinds.total()), 4)
    print(json.dumps({"sentences": len(sources), "edits": kinds.total(), "stand": share, "target": LEAST_STANDING}))
    return share >= LEAST_STANDING


def main() -> None:
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asking.add_argument("sets", nargs="*")
    asking.add_argument("--each", type=int, default=300)
    asking.add_argument("--seed", type=int, default=7)
    asking.add_argument("--show", action="store_true")
    asked = asking.parse_args()
    fine = _report_made(_long(asked.sets, asked.each, asked.seed), show=asked.show)
    sys.exit(0 if (bool(asked.sets) or _report_planted()) and fine else 1)


if __name__ == "__main__":
    main()
