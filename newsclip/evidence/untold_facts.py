"""What the reports of a story tell and its clip does not: sentences that several tell, and those that one tells alone.

As for the clip's own facts, a false "only" is worse than none: what others may tell a part of is left out.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from newsclip.evidence.document import Sentence
from newsclip.evidence.fact_finder import CoveredFact, FactFinder
from newsclip.evidence.fact_matching import Comparable, tells
from newsclip.evidence.shared_content import Shared
from newsclip.kernel.spans import Passage

MOST_LINES = 80  # sentences that are asked for: bounds the work
MOST_OF_SEVERAL, MOST_OF_ONE, _MOST_OF_ONE_TELLER = 10, 10, 3
_FEWEST = 5  # content words of a sentence: one of fewer tells little


def untold_facts(
    finder: FactFinder, lines: Sequence[Sentence], facts: Sequence[CoveredFact], cited: Collection[Passage]
) -> tuple[CoveredFact, ...]:
    """What most tell first; then what one tells alone, in the order of the lines. At most ten of each.

    `facts`: the clip's; `cited`: every passage that the clip rests on.

    What one tells alone names somebody or something that the clip names: on a page there is more than its news.
    """
    clip = [finder.comparable_of(one) for fact in facts for one in fact.said]
    told = list(_beyond(finder, lines, facts, clip, cited))
    several = sorted((fact for fact in told if len(fact.told_by) > 1), key=lambda fact: -len(fact.told_by))
    named = {stem for one in clip for stem in one.stems - one.plain}
    alone = [fact for fact in told if fact.alone is not None and finder.comparable_of(fact.said[0]).stems & named]
    counted: Counter[int | None] = Counter()
    one_each = []
    for fact in alone:
        counted[fact.alone] += 1
        if counted[fact.alone] <= _MOST_OF_ONE_TELLER:
            one_each.append(fact)
    return (*several[:MOST_OF_SEVERAL], *one_each[:MOST_OF_ONE])


def _beyond(
    finder: FactFinder,
    lines: Sequence[Sentence],
    facts: Sequence[CoveredFact],
    clip: Sequence[Comparable],
    cited: Collection[Passage],
) -> Iterator[CoveredFact]:
    told = [*cited, *(one.passage for fact in facts for one in fact.tellings if one.how != "near" or one.difference)]
    found: list[Comparable] = []
    for line in lines[:MOST_LINES]:
        if any(meet(line.evidence[0], other) for other in told):
            continue
        fact, shared, covered = finder.line(line)
        known = any(tells(fact, other) or tells(other, fact) for other in (*clip, *found))
        if len(fact.stems) < _FEWEST or known or _is_near(shared, cited):
            continue
        found.append(fact)
        told += [one.passage for one in covered.tellings if one.how != "near"]
        own = tuple(replace(one, how="same") if one.how == "cited" else one for one in covered.tellings)
        yield replace(covered, tellings=own)


def _is_near(shared: Sequence[Shared], cited: Collection[Passage]) -> bool:
    """Whether it comes near one of the passages that the clip rests on."""
    return any(
        (one.is_near or one.is_core) and any(meet(one.words.passage, other) for other in cited) for one in shared
    )


def meet(one: Passage, other: Passage) -> bool:
    """Whether two passages have words of an article in common."""
    same = (one.article, one.revision, one.part) == (other.article, other.revision, other.part)
    return same and one.start < other.end and other.start < one.end
