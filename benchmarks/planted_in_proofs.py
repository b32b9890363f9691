"""How many planted errors stand by a proof: those of `verifying`, judged as sentences in a model's own words.

Every sentence that the writer may publish is read without its edits, so that only a proof, or its passage whole, can
bear it. Some of what is planted is no error there: a proof may leave out a second clause with a subject of its own, or
when something happened (docs/reference/edits.md).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from benchmarks.planting import Planted
from newsclip.evidence.verifier.single_sentence import judge_single
from newsclip.language.syntax import Parser

EVERY = 6  # planted errors to one that is judged here: a proof takes 40 ms


def stands(one: Planted, parser: Parser) -> bool:
    """Whether the sentence with the error is proved from its passages."""
    said = replace(one.sentence, text=one.text, edits=())
    return judge_single(said, "", (), {(one.article.id, 1): one.article}, parser).basis is not None


def caught_by_kind(planted: Iterable[Planted], parser: Parser) -> dict[str, tuple[int, int]]:
    """By kind how many were planted, and how many of them no proof bears."""
    total, caught = Counter[str](), Counter[str]()
    for one in planted:
        total[one.kind] += 1
        caught[one.kind] += not stands(one, parser)
    return {kind: (count, caught[kind]) for kind, count in total.items()}
