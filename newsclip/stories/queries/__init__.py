"""Questions about stories. Read only."""

from collections.abc import Collection, Iterable, Iterator
from datetime import time

from django.db.models import Count, F, Min, Q, QuerySet
from django.db.models.functions import Coalesce

from newsclip.articles.models import Article
from newsclip.sources.models import Source
from newsclip.stories.models import ChainLink, Membership, Relation, Story, StoryActor
from newsclip.stories.ports import (
    Chain,
    ChainStory,
    Decision,
    Member,
    Report,
    StoryMembers,
)
from newsclip.stories.queries import doubtful_articles, nearby_stories, tellings
from newsclip.stories.queries.manual_changes import is_by_readers as is_by_readers
from newsclip.stories.queries.manual_changes import made_by_people
from newsclip.stories.queries.manual_changes import merged_into as merged_into
from newsclip.stories.queries.manual_changes import parted_by_hand as parted_by_hand
from newsclip.stories.queries.manual_changes import placed_by_hand as placed_by_hand
from newsclip.stories.queries.manual_changes import undoable as undoable
from newsclip.stories.queries.manual_changes import undoable_at as undoable_at
from newsclip.stories.rules import chains, scoring
from newsclip.stories.rules.agency_reports import is_retold as is_retold
from newsclip.stories.rules.phase import report_began

_MUCH = 2.0  # names in common, as rules.chains counts them
_MOST_EARLIER, _MOST_LATER = 12, 24  # stories of a chain
_LONGEST_CHAIN = 200  # stories, and as many steps from one to the next
# One question, however many stories there are from the first to this one.
_WHOLE_CHAIN = """WITH RECURSIVE back(story, steps) AS (
    SELECT CAST(%s AS bigint), 0
    UNION ALL SELECT link.earlier_id, steps + 1 FROM back JOIN stories_chainlink link ON link.later_id = story
        WHERE steps < %s),
onward(story, steps) AS (
    SELECT * FROM (SELECT story, 0 FROM back ORDER BY steps DESC LIMIT 1) begun
    UNION ALL SELECT link.later_id, steps + 1 FROM onward JOIN stories_chainlink link ON link.earlier_id = story
        WHERE steps < %s)
SELECT story AS id FROM onward GROUP BY story ORDER BY min(steps), story LIMIT %s"""
_BY_AGE = (Coalesce("article__published", "article__found_at"), "pk")
of_one_matter, one_matter_among = nearby_stories.of_one_matter, nearby_stories.one_matter_among
near_among, share_no_name = nearby_stories.near_among, nearby_stories.share_no_name
doubtful, in_doubt = doubtful_articles.doubtful, doubtful_articles.in_doubt
least_in_common = doubtful_articles.least_in_common
beginning_of, tellings_of = tellings.beginning_of, tellings.tellings_of


def to_place() -> "QuerySet[Article]":
    """Read articles that are in no story, or whose newest revision is not placed yet; oldest first.

    Without those that are set aside.
    """
    others = [state for state in Article.State if state != Article.State.READ]
    # Not "state = read": SQLite would then scan all read articles by the index on states.
    waiting = (
        Article.objects.filter(placed_revision__lt=F("revisions")).exclude(state__in=others).filter(dead_letter="")
    )
    return waiting.order_by(Coalesce("published", "found_at"), "pk")


def alike(one_id: int, other_id: int) -> bool:
    """Whether grouping found articles of the two stories near each other: both share a subject at least."""
    one, other = parts(one_id), parts(other_id)
    pairs = Q(story__in=one, other__in=other) | Q(story__in=other, other__in=one)
    found = Relation.objects.filter(pairs).order_by("-score").values_list("score", flat=True).first()
    return found is not None and scoring.relates(found, scoring.shipped())


def near(story_ids: Collection[int]) -> list[tuple[int, int]]:
    """Pairs of these stories and others that an article of one almost joined, the nearest first; both ways."""
    wanted = set(story_ids)
    into = parts_of(wanted)
    rows = Relation.objects.filter(Q(story__in=into) | Q(other__in=into)).order_by("-score", "pk")
    found = [row for row in rows if scoring.is_near(row.score, scoring.shipped())]
    into |= remaining({end for row in found for end in (row.story_id, row.other_id)} - into.keys())
    pairs = ((into[row.story_id], into[row.other_id]) for row in found)
    both = (pair for one, other in pairs for pair in ((one, other), (other, one)) if one != other)
    return list(dict.fromkeys(pair for pair in both if pair[0] in wanted))


def parts_of(story_ids: Collection[int]) -> dict[int, int]:
    """Each of these stories, and each that was merged into one of them → the one that it is part of."""
    found = {pk: pk for pk in story_ids}
    last = list(found)
    while last:
        rows = Story.objects.filter(merged_into__in=last).exclude(pk__in=found).values_list("pk", "merged_into")
        new = {pk: found[into] for pk, into in rows if into is not None}
        found |= new
        last = list(new)
    return found


def remaining(story_ids: Collection[int]) -> dict[int, int]:
    """Each of these stories → the one that it was merged into in the end, or itself."""
    found = {pk: pk for pk in story_ids}
    while ends := dict(
        Story.objects.filter(pk__in=set(found.values())).exclude(merged_into=None).values_list("pk", "merged_into")
    ):
        found = {pk: ends.get(end) or end for pk, end in found.items()}
    return found


def titles_in_stories(article_ids: Collection[int]) -> dict[int, str]:
    """The titles of these articles, of those that are in a story still."""
    rows = Membership.objects.filter(article__in=article_ids).exclude(article__entry_title="")
    return dict(rows.values_list("article", "article__entry_title")) if article_ids else {}


def to_chain() -> "QuerySet[Story]":
    """Stories that changed since their place in a chain was looked for; the newest first."""
    return Story.objects.filter(chained_version__lt=F("version")).order_by("-last_at", "-pk")


def chain_of(story_id: int) -> Chain:
    """What came before and after this story, of one matter; nothing where it is in no chain."""
    beside = _links().filter(Q(later=story_id) | Q(earlier=story_id)).order_by("later__started_at", "pk")
    found = list(beside[: 1 + _MOST_LATER])  # most stories are in no chain: one question tells
    earlier: list[ChainStory] = []
    link = next((one for one in found if one.later_id == story_id), None)
    while link and len(earlier) < _MOST_EARLIER:
        earlier.append(ChainStory(link.earlier_id, link.earlier.started_at, tuple(link.shared)))
        link = _links().filter(later=link.earlier_id).first()
    later: list[ChainStory] = []
    found = [one for one in found if one.earlier_id == story_id]
    while found and len(later) < _MOST_LATER:
        later += (ChainStory(one.later_id, one.later.started_at, tuple(one.shared)) for one in found)
        newest = [one.later_id for one in found]
        found = list(_links().filter(earlier__in=newest).order_by("later__started_at", "pk")[:_MOST_LATER])
    later.sort(key=lambda one: (one.began, one.story))
    return Chain(tuple(reversed(earlier)), tuple(later[:_MOST_LATER]))


def whole_chain(story_id: int) -> list[int]:
    """The stories of the chain that this one is in, the first one first; itself alone where it is in none."""
    return [one.pk for one in Story.objects.raw(_WHOLE_CHAIN, [story_id, *[_LONGEST_CHAIN] * 3])]


def _links() -> "QuerySet[ChainLink]":
    return ChainLink.objects.select_related("earlier", "later")


def sharing_names(story_id: int) -> dict[int, tuple[str, ...]]:
    """Stories that have names of this one which few have, and those names, the most first; see rules.chains.

    Two persons or things, or as many bodies and streets as count so much.
    """
    names: dict[int, list[StoryActor]] = {}
    for own in StoryActor.objects.filter(story=story_id).order_by("-counts", "pk"):
        near = StoryActor.objects.filter(key=own.key, at__gte=own.at - chains.MOST, at__lte=own.at + chains.MOST)
        rows = list(near.order_by("at")[: chains.NARROW + 1])
        for row in rows if len(rows) <= chains.NARROW else ():
            names.setdefault(row.story_id, []).append(own)
    names.pop(story_id, None)
    much = {story: sum(one.counts for one in some) for story, some in names.items()}
    best = sorted((story for story in names if much[story] >= _MUCH), key=lambda story: (-much[story], -story))
    return {story: tuple(one.name for one in names[story]) for story in best}


def links_to_tell() -> "QuerySet[ChainLink]":
    """Links whose later story is news to those who follow the chain, perhaps; the oldest first."""
    return ChainLink.objects.filter(told=False).order_by("pk")


def moved(limit: int) -> list[Story]:
    """Stories that were merged or revived and whose votes, comments and so on have not followed yet."""
    return list(Story.objects.filter(moved=True).order_by("pk")[:limit])


def story(story_id: int) -> Story:
    """The story with this ID, or the one it was merged into. Raises Story.DoesNotExist."""
    found = Story.objects.get(pk=story_id)
    while found.merged_into is not None:
        found = found.merged_into
    return found


def parts(story_id: int) -> set[int]:
    """The IDs of the story and of all stories merged into it, directly or not."""
    found, last = {story_id}, [story_id]
    while last:
        last = list(Story.objects.filter(merged_into__in=last).values_list("pk", flat=True))
        found.update(last)
    return found


def members(story_id: int, most: int | None = None) -> StoryMembers:
    """A story with its articles, oldest first; follows merges. Raises Story.DoesNotExist.

    `most`: with so many of them alone, copies last.
    """
    found = story(story_id)
    rows = Membership.objects.filter(story=found)
    if most is not None:
        first = rows.order_by(F("copy_of").asc(nulls_first=True), *_BY_AGE).values_list("pk", flat=True)
        rows = rows.filter(pk__in=list(first[:most]))
    rows = rows.order_by(*_BY_AGE)
    return StoryMembers(
        id=found.pk,
        version=found.version,
        language=found.language,
        started_at=found.started_at,
        last_at=found.last_at,
        reports=found.reports,
        members=[
            Member(m.article_id, m.revision, m.report, m.copy_of_id, m.receipt, m.language or found.language)
            for m in rows
        ],
    )


def reports_of(story_id: int) -> list[Report]:
    """The independent reports of a story, oldest first; follows merges."""
    found = story(story_id)
    submitted = Q(article__source__kind=Source.Kind.SUBMISSIONS)
    reports = Membership.objects.filter(story=found).values("report")
    when, day = Coalesce("article__published", "article__found_at"), Q(article__published__time=time())
    told = reports.annotate(
        first=Min(when, filter=~day), first_day=Min(when, filter=day), sourced=Count("pk", filter=~submitted)
    )
    rows = list(told.values_list("report", "first", "first_day", "sourced"))
    links: dict[int, list[int]] = {report: [] for report, _, _, sourced in rows if not sourced}
    if links:
        members = Membership.objects.filter(story=found, report__in=links).order_by("pk")
        for report, article in members.values_list("report", "article_id"):
            links[report].append(article)
    times = [first for _, first, _, _ in rows if first]
    began = [(report_began(first, day, times), first is None, report) for report, first, day, _ in rows]
    return [Report(at, tuple(links.get(report, ()))) for at, _, report in sorted(began) if at]


def stories_of(articles: Iterable[int | None]) -> set[int]:
    """The stories of these articles."""
    there = Membership.objects.filter(article__in=[pk for pk in articles if pk is not None])
    return set(there.values_list("story_id", flat=True))


def shaped_by_moderators(story_ids: Iterable[int]) -> bool:
    """Whether a moderator split or merged one of these by hand, or reverted that; readers only suggest."""
    by = made_by_people().filter(story__in=story_ids).values_list("detail__by", flat=True)
    return any(not is_by_readers(one) for one in by)


def decisions() -> Iterator[Decision]:
    """Manual merges and splits, oldest first, one row each: labels for evaluation."""
    by_hand = made_by_people()
    undone = set(by_hand.filter(detail__has_key="undoes").values_list("detail__undoes", flat=True))
    for event in by_hand.filter(detail__has_key="into").order_by("pk").iterator():
        detail = event.detail
        yield Decision(
            at=event.at,
            kind=event.kind,
            by=detail["by"],
            why=detail.get("why", ""),
            articles=tuple(detail["articles"]),
            others=tuple(detail.get("others", ())),
            undone=event.pk in undone,
        )
