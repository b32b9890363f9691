"""What links that readers submitted count for in the story that their articles became a part of."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import OuterRef, Subquery

from newsclip.accounts.models import Reader
from newsclip.community.models import Submission
from newsclip.community.rules.account_weight import REMEMBERED_ACCOUNTS, REMEMBERED_THINGS, Account, History, weight
from newsclip.stories.models import Membership

_STORY = Subquery(Membership.objects.filter(article=OuterRef("article")).values("story")[:1])


def brought(story_id: int, reports: Sequence[Collection[int]]) -> list[float]:
    """What each of these reports counts for, given as articles of the story that came by readers' links alone.

    A report counts by whoever weighs most of those who brought it, and each account for one report of a story alone;
    less where it brought other stories together with those who came before it. What no reader submitted the operator
    named: it counts in full. What somebody brought who left counts for nothing.
    """
    given: dict[int, list[tuple[int | None, datetime]]] = defaultdict(list)
    articles = [article for report in reports for article in report]
    rows = Submission.objects.filter(article__in=articles).order_by("at", "pk")
    for article, reader, at in rows.values_list("article", "reader", "at"):
        given[article].append((reader, at))
    weights = _Weights(story_id, {reader for links in given.values() for reader, _ in links if reader is not None})
    return [
        weights.first_of([one for article in report for one in given[article]])
        if any(given[article] for article in report)
        else 1.0
        for report in reports
    ]


class _Weights:
    """Weighs those who brought a story's reports, one after the other."""

    def __init__(self, story_id: int, readers: Collection[int]) -> None:
        known = Reader.objects.filter(pk__in=readers).values_list("pk", "date_joined", "valued", "counts", "waits")
        self._accounts = {
            pk: Account(joined, valued, counts and not waits) for pk, joined, valued, counts, waits in known
        }
        self._histories = _histories(story_id, readers) if len(readers) > 1 else {}
        self._popular = _popular({story for history in self._histories.values() for story in history})
        self._before: list[int] = []

    def first_of(self, links: Collection[tuple[int | None, datetime]]) -> float:
        """The most that one of those counts for who submitted these and nothing of the story before."""
        new = {reader: at for reader, at in reversed(list(links)) if reader in self._accounts}
        found = {reader: self._weigh(reader, at) for reader, at in new.items() if reader not in self._before}
        self._before += found
        return max(found.values(), default=0.0)

    def _weigh(self, reader: int, at: datetime) -> float:
        mine = self._histories.get(reader, {})
        earlier = [self._histories.get(other, {}) for other in self._before[-REMEMBERED_ACCOUNTS:]]
        return weight(self._accounts[reader], at, mine, earlier, self._popular)


def _histories(story_id: int, readers: Collection[int]) -> dict[int, History]:
    """Which other stories these brought last, and when each first did so."""
    found: dict[int, History] = {}
    for reader in readers:
        rows = Submission.objects.filter(reader=reader).annotate(story=_STORY).exclude(story=None).order_by("-at")
        last = rows.values_list("story", "at")[:REMEMBERED_THINGS]
        found[reader] = {story: at for story, at in last if story != story_id}
    return found


def _popular(stories: Collection[int]) -> dict[int, int]:
    """How many accounts brought each of these."""
    members = Membership.objects.filter(story__in=stories).values("article")
    rows = Submission.objects.filter(article__in=members).exclude(reader=None).annotate(story=_STORY)
    people: dict[int, set[int]] = defaultdict(set)
    for story, reader in rows.values_list("story", "reader"):
        people[story].add(reader)
    return {story: len(who) for story, who in people.items()}
