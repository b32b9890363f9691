"""The weight of submitted links in the story that their articles belong to."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from newsclip.community.models import Submission
from newsclip.community.queries.weights import LINKS, RowWeigher
from newsclip.community.rules.account_weight import REMEMBERED_ACCOUNTS


def brought(story_id: int, reports: Sequence[Collection[int]]) -> list[float]:
    """The weight of each of these reports, given as articles of the story that only readers' links brought.

    A report has the largest weight among its submitters, and each account counts for one report of a story; less if its
    submitters brought other stories together with earlier ones. Reports that no reader submitted are the operator's and
    count in full. Links of deleted accounts count for nothing.
    """
    given: dict[int, list[tuple[int | None, datetime]]] = defaultdict(list)
    articles = [article for report in reports for article in report]
    rows = Submission.objects.filter(article__in=articles).order_by("at", "pk")
    for article, reader, at in rows.values_list("article", "reader", "at"):
        given[article].append((reader, at))
    links = _Links(story_id)
    return [
        links.first_of([one for article in report for one in given[article]])
        if any(given[article] for article in report)
        else 1.0
        for report in reports
    ]


class _Links:
    """Weighs the submitters of a story's reports, one report after the other."""

    def __init__(self, story_id: int) -> None:
        self._story = story_id
        self._scales = RowWeigher(LINKS)
        self._before: list[int] = []

    def first_of(self, links: Sequence[tuple[int | None, datetime]]) -> float:
        """The largest weight among the submitters of these links who submitted nothing else of the story before."""
        first = {reader: at for reader, at in reversed(links) if reader is not None}
        new = {reader: at for reader, at in first.items() if reader not in self._before}
        before = self._before[-REMEMBERED_ACCOUNTS:]
        self._before += new
        weights = (self._scales.weight(reader, at, before, here=self._story) for reader, at in new.items())
        return max(weights, default=0.0)
