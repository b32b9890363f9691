"""Deletions: planted ones for `make bench-verifying`, and blind ones on the external data sets.

    python -m benchmarks.deleting [--each N] [--seed N] [--show N] [SET...]

Blind: of every sentence of news, what stands between two commas, or a comma and an end, is left out, drawn by chance;
prints how many are accepted, and with --show the accepted ones, to be judged by eye. SET: a folder of ../shared/data.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from newsclip.evidence.document import Sentence
from newsclip.evidence.verifier import Origin, verify_sentence
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.tokens import sentences

SHARED = Path(__file__).parents[2] / "shared" / "data"
SETS = ("summaries-cnndm", "summaries-bump", "selection-spark")
ACCEPTED_AT_MOST = 0.05  # of blind deletions; what is accepted is then judged by eye: docs/why/verifier.md
_VERB = r"(?:was|were|is|are|has|had|have|will|would|said|says|can|could|may)"
_PLANTED = {
    "restricting": re.compile(
        rf" (?:with|without|from|in|of|for|near|under|over|aged|at|who|that) [^,.;:“”\"]{{3,60}}?(?= {_VERB}\b)"
    ),
    "member": re.compile(r", (?!which\b|who\b)[\w’' -]{2,40}(?=,? and )|,? and [\w’' -]{2,40}(?=[,.])"),
    "year": re.compile(r",? (?:in )?(?:18|19|20)\d\d\b"),
    "condition": re.compile(r",? (?:if|unless|until|provided|as long as|once|when|before) [^,;.“”\"]+"),
    "attribution": re.compile(
        r",[”\"]? (?:[\w’'. -]{2,60} (?:said|says|added|told)|(?:said|says|according to) [\w’'. -]{2,60})(?=[,.])"
    ),
}


DELETED = tuple(_PLANTED)


def deletions(text: str, chance: Random) -> Iterator[tuple[str, str]]:
    """For each kind of what a sentence must not lose, the sentence without one such part."""
    for kind, pattern in _PLANTED.items():
        if found := list(pattern.finditer(text)):
            at = chance.choice(found)
            rest = text[: at.start()] + text[at.end() :]
            yield kind, rest[:1].upper() + rest[1:]


def blind(text: str, chance: Random) -> str:
    """The sentence without what stands between two of its commas, or a comma and an end; "" where it has none."""
    commas = [m.start() for m in re.finditer(r",(?=\s)", text)]
    body = text.rstrip('.!?”"’')
    if not commas or len(body) < 40:
        return ""
    edges = [0, *commas, len(body)]
    first = chance.randrange(len(edges) - 1)
    a, b = edges[first], edges[first + 1]
    if a == 0:
        rest = text[b + 1 :].lstrip()
        return rest[:1].upper() + rest[1:]
    keep = "," if chance.random() < 0.5 and b < len(body) else ""
    return text[:a] + keep + text[b + 1 if b < len(body) else b :]


def texts(name: str) -> Iterator[str]:
    for line in (SHARED / name / "rows.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield from (article["text"] for article in row["articles"]) if "articles" in row else [row["text"]]


def drawn(sets: Sequence[str], each: int, seed: int) -> Iterator[tuple[str, str]]:
    """Sentences and what is left of them, `each` of a set."""
    for name in sets:
        chance = Random(f"{seed} {name}")
        found = [span.of(text) for text in texts(name) for span in sentences(text)]
        chance.shuffle(found)
        pairs = ((" ".join(said.split()), blind(" ".join(said.split()), chance)) for said in found)
        yield from [pair for _, pair in zip(range(each), (p for p in pairs if p[1]), strict=False)]


def accepted(text: str, source: str) -> bool:
    here = Passage("1", 1, 0, len(source), digest_of(source))
    return verify_sentence(Sentence(text, (here,)), [source], Origin("en")).supported


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--each", type=int, default=400)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--show", type=int, default=0)
    asked = parser.parse_args()
    pairs = list(drawn(asked.sets, asked.each, asked.seed))
    kept = [(source, text) for source, text in pairs if accepted(text, source)]
    share = len(kept) / max(1, len(pairs))
    print(
        json.dumps({"blind": len(pairs), "accepted": len(kept), "share": round(share, 4), "target": ACCEPTED_AT_MOST})
    )
    for source, text in kept[: asked.show]:
        print(f"{text}\n    from {source}", file=sys.stderr)
    sys.exit(0 if share <= ACCEPTED_AT_MOST else 1)


if __name__ == "__main__":
    main()
