"""The sample press's articles as the clusterer sees them: invented events, each told by several papers."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from newsclip.demo.sample_publishers import archive
from newsclip.stories.ports import IncomingArticle, StoryIndex
from newsclip.stories.rules.merge_log import MergeLog

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def told() -> list[tuple[IncomingArticle, str]]:
    """The articles with their events, first published first."""
    articles = [one for one in archive.load(NOW).articles if one.kind == "article"]
    return [
        (IncomingArticle(one.slug, one.title, "\n\n".join(one.body), one.published, "en", one.publisher), one.event)
        for one in sorted(articles, key=lambda one: (one.published, one.slug))
    ]


def shuffled(articles: Sequence[IncomingArticle], seed: int) -> list[IncomingArticle]:
    order = list(articles)
    random.Random(seed).shuffle(order)
    return order


def grouped(index: StoryIndex, articles: Iterable[IncomingArticle]) -> dict[str, str]:
    """The story of each article in the end, merges, moves and splits followed."""
    placed, log = {}, MergeLog()
    for incoming in articles:
        placement = index.place(incoming)
        log.note(placement)
        placed[incoming.id] = placement, len(log)
    return {name: log.home(each.home, each.report, since) for name, (each, since) in placed.items()}


def likeness(one: Mapping[str, str], other: Mapping[str, str]) -> tuple[float, float]:
    """B-cubed precision and recall (Bagga and Baldwin, 1998) of one grouping against another of the same."""
    both = Counter((one[name], other[name]) for name in one)
    ones, others = Counter(one.values()), Counter(other.values())
    precision = sum(n * n / ones[mine] for (mine, _), n in both.items()) / len(one)
    recall = sum(n * n / others[theirs] for (_, theirs), n in both.items()) / len(one)
    return precision, recall
