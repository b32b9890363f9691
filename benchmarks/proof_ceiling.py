"""How many sentences of an editor could be proved at all: whether the passages that they cite have their words.

    python -m benchmarks.proof_ceiling [--show N]

Of the true sentences and headings of the shared set `rewrites-editor`: how many content words have no like in the
passages, by form, family, closed list or reference, as proofs compare them; how few sentences of the passages have all
the others; and at what the search for a proof ends. Prints a JSON line each, by half of the stories (even or odd MD5
of the id), and with --show some that have all of their words and are not proved.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from benchmarks.model_clips import rows
from newsclip.cli.filters.verify import passages_of
from newsclip.cli.filters.write import articles_of
from newsclip.evidence.document import Sentence, by_revision
from newsclip.evidence.origin import origin_of
from newsclip.evidence.verifier.hard_guards import guard_fault
from newsclip.evidence.verifier.proofs import proof_of
from newsclip.evidence.verifier.proofs.canonical_forms import proof_words
from newsclip.evidence.verifier.proofs.headings import HeadingMatcher
from newsclip.evidence.verifier.proofs.matching import Matcher
from newsclip.evidence.verifier.proofs.parsed_sentences import parsed_sentences_of, read
from newsclip.evidence.verifier.proofs.references import References
from newsclip.kernel.reasons import Reason
from newsclip.wiring import parser

CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM")
MOST = 3  # missing words, and sentences of passages, that are counted apart
HALVES = ("even", "odd")

type Row = Mapping[str, Any]


def half_of(row: Row) -> str:
    return HALVES[int(hashlib.md5(row["story"].encode(), usedforsecurity=False).hexdigest(), 16) % 2]


def few(number: int) -> str:
    return str(number) if number < MOST else f"{MOST} or more"


def fewest_sentences(found: Sequence[set[int]]) -> int:
    """How few sentences have all the words, each of which has those in which it is found."""
    everywhere = sorted(set[int]().union(*found))
    for number in range(1, MOST):
        if any(all(one & set(chosen) for one in found) for chosen in combinations(everywhere, number)):
            return number
    return MOST


def ending(proof: tuple[str, ...] | Reason, guarded: Reason | None, *, missing: int, matched: bool) -> str:
    """At what the search for a proof ends."""
    if not isinstance(proof, Reason):
        return f"guard: {guarded.code}" if guarded else "proved"
    if proof.code != "not_proved":
        return proof.code
    if missing:
        return "no like word"
    return "bound alike, and something else against it" if matched else "not bound alike"


def judged(row: Row) -> tuple[str, str, str]:
    """How many words are missing, how few sentences have all others, and at what the search ends."""
    given, before = row["sentence"], row["before"]
    articles = articles_of(dict(row))
    sentence = Sentence(given["text"], passages_of(given["evidence"], articles))
    known = by_revision(articles)
    cited = [(one, known[one.article, one.revision]) for one in sentence.evidence]
    origin = origin_of(article for _, article in cited)
    words, parses = proof_words(origin.language), parser()
    said = read(sentence.text, words, parses, origin.language) if words else None
    held = parsed_sentences_of(cited, words, parses, origin.language) if words else []
    if words is None or said is None or not held:
        return "", "", "not read"
    previous = read(before[-1], words, parses, origin.language) if before else None
    references = References(said, held, before, words, previous)
    of_place = HeadingMatcher if row["place"] == "heading" else Matcher
    matcher = of_place(said, held, references, origin.language, headline=row["place"] == "headline")
    found = {i: one for i, one in matcher.found.items() if said.relations.parse.tokens[i].pos in CONTENT}
    missing = sum(not one for one in found.values())
    sentences = fewest_sentences([{g for g, _ in one} for one in found.values() if one])
    proof = proof_of(sentence.text, row["place"], before, cited, origin, parses)
    guarded = guard_fault(sentence, row["place"], before, known, parses)
    matched = next(matcher.matches(), None) is not None
    return few(missing), few(sentences), ending(proof, guarded, missing=missing, matched=matched)


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--show", type=int, default=0)
    show = parse.parse_args().show
    counts: dict[tuple[str, ...], Counter[str]] = {}
    for row in rows("rewrites-editor"):
        if not row["gold"]["supported"]:
            continue
        place = row["place"] if row["place"] == "heading" else "sentence"
        missing, sentences, end = judged(row)
        counts.setdefault((place, missing, sentences, end), Counter())[half_of(row)] += 1
        if show and missing == "0" and end != "proved":
            print(json.dumps({"id": row["id"], "sentences": sentences, "end": end, "text": row["sentence"]["text"]}))
            show -= 1
    for (place, missing, sentences, end), by_half in sorted(counts.items()):
        told = {"place": place, "missing": missing, "sentences": sentences, "end": end}
        print(json.dumps({**told, **{half: by_half[half] for half in HALVES}}))


if __name__ == "__main__":
    main()
