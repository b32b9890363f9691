"""One ranking of several."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

_FLAT = 60  # as in the paper: what stands in two rankings comes before what is the first of one


def fused(rankings: Iterable[Sequence[int]]) -> list[int]:
    """What the rankings hold, the best first, by reciprocal rank (Cormack, Clarke and Büttcher, SIGIR 2009)."""
    score = defaultdict[int, float](float)
    for ranking in rankings:
        for rank, one in enumerate(ranking):
            score[one] += 1 / (_FLAT + rank)
    return sorted(score, key=lambda one: -score[one])


def with_the_first_of_each(rankings: Sequence[Sequence[int]], of_all: int, most: int) -> list[int]:
    """The best of all, `of_all` of them, then the first of each ranking, then the others; at most `most`."""
    together = fused(rankings)
    firsts = (ranking[0] for ranking in rankings if ranking)
    return list(dict.fromkeys([*together[:of_all], *firsts, *together]))[:most]
