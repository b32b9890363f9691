"""Whether a plan can be told: what it lacks is put in, what it may not have goes, and each fault is named.

The news first, each cluster once, an article in its order, both sides of what publishers tell differently, nothing that
does not exist. What is outdated has no number in a story (writing.llm.story), so no plan can hold it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from newsclip.kernel.reasons import Reason
from newsclip.writing.llm.answers import Plan

BURIES_NEWS = "plan_buries_news"
_MOST_OF_SUMMARY, _MOST_OF_SECTION = 6, 12  # clusters


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a plan is held to, by cluster: those that there are, the news, and the sides of each disagreement.

    `articles`: which article each is from. Of one article, the one with the lower number stands first in it.
    """

    clusters: frozenset[int]
    news: tuple[int, ...]
    disputes: tuple[tuple[int, ...], ...]
    articles: Mapping[int, int] = field(default_factory=dict)


def checked(plan: Plan, wanted: Wanted) -> tuple[Plan | None, tuple[Reason, ...]]:
    """The plan as it can be told, and what was wrong with it; None where nothing of it can be told."""
    groups = [plan.summary[:_MOST_OF_SUMMARY], *(section.clusters[:_MOST_OF_SECTION] for section in plan.sections)]
    told, faults = _each_once(groups, wanted.clusters)
    if not any(told):
        return None, (*faults, Reason("plan_empty"))
    faults += _put_in_order(told, wanted.articles)
    faults += _put_news_first(told, wanted.news)
    faults += _put_other_sides(told, wanted.disputes)
    sections = [
        replace(section, clusters=tuple(own)) for section, own in zip(plan.sections, told[1:], strict=True) if own
    ]
    return replace(plan, summary=tuple(told[0]), sections=tuple(sections)), tuple(
        {fault.code: fault for fault in faults}.values()
    )


def _each_once(groups: Iterable[Sequence[int]], known: frozenset[int]) -> tuple[list[list[int]], list[Reason]]:
    """The groups without clusters that do not exist or stand in one already."""
    seen, kept, faults = set[int](), list[list[int]](), list[Reason]()
    for group in groups:
        own: list[int] = []
        for cluster in group:
            if cluster in known and cluster not in seen:
                own.append(cluster)
                seen.add(cluster)
            else:
                faults.append(Reason("plan_repeats" if cluster in known else "plan_unknown"))
        kept.append(own)
    return kept, faults


def _put_in_order(told: list[list[int]], articles: Mapping[int, int]) -> list[Reason]:
    """What a part tells of one article is told in its order, in the places that the plan has for it.

    What the summary begins with stays: news may stand behind what led to it.
    """
    before = [list(group) for group in told]
    for part, group in enumerate(told):
        movable = range(0 if part else 1, len(group))
        for article in {articles.get(cluster) for cluster in group} - {None}:
            places = [at for at in movable if articles.get(group[at]) == article]
            for at, cluster in zip(places, sorted(group[at] for at in places), strict=True):
                group[at] = cluster
    return [Reason("plan_out_of_order")] if told != before else []


def _put_news_first(told: list[list[int]], news: Sequence[int]) -> list[Reason]:
    """The summary begins with the news, whatever the plan wants to begin with."""
    if not news or (told[0][:1] and told[0][0] in news):
        return []
    first = next((cluster for cluster in told[0] if cluster in news), news[0])
    for group in told:
        if first in group:
            group.remove(first)
    told[0].insert(0, first)
    return [Reason(BURIES_NEWS)]


def _put_other_sides(told: list[list[int]], disputes: Iterable[Sequence[int]]) -> list[Reason]:
    """Who tells one side of a disagreement tells the others right behind it."""
    faults = []
    for sides in disputes:
        everything = {cluster for group in told for cluster in group}
        missing = [side for side in sides if side not in everything]
        group = next((group for group in told if set(group) & set(sides)), None)
        if missing and group is not None:
            at = max(group.index(side) for side in sides if side in group) + 1
            group[at:at] = missing
            faults.append(Reason("plan_one_side"))
    return faults


def merged(before: Plan | None, plan: Plan | None) -> Plan | None:
    """The plan after more of the story was read: the new one, which was to keep what the one before has.

    Where it keeps nothing of it, both are told.
    """
    if before is None or plan is None:
        return plan or before
    kept = _clusters(before) & _clusters(plan)
    return replace(
        plan,
        headline=before.headline or plan.headline,
        summary=plan.summary if kept else before.summary,
        sections=plan.sections if kept else (*before.sections, *plan.sections),
    )


def _clusters(plan: Plan) -> frozenset[int]:
    return frozenset(plan.summary).union(*(section.clusters for section in plan.sections))
