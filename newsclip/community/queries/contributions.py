from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db.models import BigIntegerField, Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community.models import Challenge, Flag, SourceSuggestion, Submission, Suggestion, Support, Target
from newsclip.community.ports import Suggester
from newsclip.community.queries.kept_stories import is_kept
from newsclip.community.rules.suggestion_order import WaitingAddress, in_order
from newsclip.community.rules.trust import NEWCOMER_FOR, is_new
from newsclip.kernel.reasons import Translate, in_sentences
from newsclip.sources.models import Source
from newsclip.stories import queries as stories
from newsclip.stories.models import Membership, Story

_OF_WORDS = (Suggestion.Kind.HEADLINE, Suggestion.Kind.HASHTAGS)


def newcomer_until(reader: Reader, *, now: datetime) -> datetime | None:
    """Until when this account is new and restricted; None if it is not."""
    ends = reader.date_joined + NEWCOMER_FOR
    return ends if now < ends else None


def suggested_by(reader: Reader) -> "QuerySet[Suggestion]":
    """What a reader suggested for stories, newest first."""
    return Suggestion.objects.filter(reader=reader).order_by("-at", "-pk")


def sources_suggested_by(reader: Reader) -> "QuerySet[SourceSuggestion]":
    """The sources that a reader suggested, newest first."""
    return SourceSuggestion.objects.filter(reader=reader).select_related("discovery").order_by("-at", "-pk")


def suggestions_of(story_id: int) -> "QuerySet[Suggestion]":
    """Suggestions for a story, newest first, with `agree`: the number of supporters; no open one that it be merged with
    a story that is part of it.
    """
    part = Q(kind=Suggestion.Kind.MERGE, state=Suggestion.State.OPEN, wanted__story__in=list(stories.parts(story_id)))
    rows = Suggestion.objects.filter(story_id=story_id).exclude(part)
    rows = rows.select_related("reader", "decided_by").annotate(agree=Count("supports"))
    return rows.order_by("-at", "-pk")


def set_replaced(found: Iterable[Suggestion]) -> None:
    """Set in each headline and hashtags that others took the place of later, when that was."""
    since: dict[str, datetime | None] = {}
    applied = [one for one in found if one.state == Suggestion.State.APPLIED and one.kind in _OF_WORDS]
    for one in sorted(applied, key=lambda one: (str(one.decided_at), one.pk), reverse=True):
        one.replaced_at = since.get(one.kind)
        since[one.kind] = one.decided_at


def open_suggestions() -> "QuerySet[Any]":
    """Suggestions for stories that a moderator can decide on: first those that enough readers agree with, then the
    oldest; with `since`, `agree`, and who does.

    That two stories be merged waits once, whichever of them it was said of, and no longer once they are.
    """
    other = Cast(KT("wanted__story"), BigIntegerField())  # null where no merge is wanted
    waiting = Suggestion.objects.filter(state=Suggestion.State.OPEN, story__merged_into=None)
    waiting = waiting.annotate(other=other, since=Coalesce("referred_at", "at"))
    before = Q(since__lt=OuterRef("since")) | Q(since=OuterRef("since"), pk__lt=OuterRef("pk"))
    other_way = waiting.filter(before, story=OuterRef("other"), other=OuterRef("story"))
    merged = Story.objects.filter(pk=OuterRef("other"), merged_into=OuterRef("story"))
    waiting = waiting.exclude(Exists(other_way)).exclude(Exists(merged))
    waiting = waiting.select_related("reader").prefetch_related("supports__reader")
    return waiting.annotate(agree=Count("supports")).order_by(F("referred_at").asc(nulls_last=True), "at", "pk")


def suggested_sources() -> "QuerySet[SourceSuggestion]":
    """Sources that readers suggest and that a moderator can decide on, the oldest first, each address once."""
    waiting = SourceSuggestion.objects.filter(state=SourceSuggestion.State.WAITING, discovery__done_at__isnull=False)
    earlier = SourceSuggestion.objects.filter(url=OuterRef("url"), state=OuterRef("state"), pk__lt=OuterRef("pk"))
    return waiting.exclude(Exists(earlier)).select_related("reader", "discovery").order_by("at", "pk")


def suggested_addresses() -> list[str]:
    """The addresses of these sources in the order in which they wait (see rules.suggestion_order)."""
    rows = SourceSuggestion.objects.filter(state=SourceSuggestion.State.WAITING, discovery__done_at__isnull=False)
    given = rows.order_by("at", "pk").values_list("url", "reader", "reader__date_joined", "at")
    return in_order(
        WaitingAddress(url, account, newcomer=not joined or is_new(joined, at), at=at)
        for url, account, joined, at in given.iterator()
    )


def suggesters_of(urls: Collection[str]) -> dict[str, tuple[Suggester, ...]]:
    """Who suggested the source at each of these addresses, the first one first; one query."""
    rows = SourceSuggestion.objects.filter(url__in=urls, state=SourceSuggestion.State.WAITING).order_by("at", "pk")
    found: dict[str, list[Suggester]] = {}
    for url, name, at, why in rows.values_list("url", "reader__username", "at", "why"):
        found.setdefault(url, []).append(Suggester(name or "", at, why))
    return {url: tuple(people) for url, people in found.items()}


def refused_by_moderators() -> "QuerySet[Suggestion]":
    """Suggestions that a moderator refused or reverted; they stand even if that account is deleted."""
    undone = Q(state=Suggestion.State.UNDONE, may_return=False)
    return Suggestion.objects.filter(undone | Q(state=Suggestion.State.REFUSED, by_moderator=True))


def moderators_kept(story_ids: Collection[int]) -> bool:
    """Whether a moderator refused to split or merge one of these stories, or kept it as it is."""
    shapes = refused_by_moderators().filter(kind__in=(Suggestion.Kind.SPLIT, Suggestion.Kind.MERGE))
    of_other = shapes.filter(kind=Suggestion.Kind.MERGE, wanted__story__in=list(story_ids))
    return shapes.filter(story__in=story_ids).exists() or of_other.exists() or is_kept(story_ids)


def what_came_of(row: Suggestion | Challenge, translate: Translate = str) -> str:
    """The outcome in words; "" if there is none yet."""
    [told] = (row.told,) if row.told else (one.told for one in clips.with_words([row]))
    return in_sentences(told, translate)


def supported_by(reader: Reader, story_id: int) -> set[int]:
    """The suggestions for a story that a reader made or supports."""
    mine = Suggestion.objects.filter(story=story_id, reader=reader).values_list("pk", flat=True)
    agreed = Support.objects.filter(suggestion__story=story_id, reader=reader).values_list("suggestion", flat=True)
    return {*mine, *agreed}


def challenges_of(clip: Clip) -> "QuerySet[Challenge]":
    """Readers' doubts of the clip, and of those of stories that were merged into its own; newest first."""
    told = Clip.objects.filter(story__in=stories.parts(clip.story_id)).values("pk")
    return Challenge.objects.filter(clip__in=told).select_related("reader").order_by("-at", "-pk")


def doubts_to_decide(clip: Clip) -> list[Challenge]:
    """Doubts of this clip that the rules answered and that wait for a moderator, the oldest first.

    They came with a flag of the same reader that is open, or after it.
    """
    flags = Flag.objects.filter(kind=Target.STORY, key=str(clip.story_id), closed_at=None)
    if not flags.exists():  # as for nearly every clip: its page asks
        return []
    waits = Exists(flags.filter(reader=OuterRef("reader"), at__lte=OuterRef("at")))
    return list(challenges_of(clip).filter(waits, upheld=False).exclude(why="").order_by("at", "pk"))


def doubted_by(reader: Reader, clip: Clip) -> set[str]:
    """The sentences of a clip that a reader doubted."""
    return set(challenges_of(clip).filter(reader=reader).values_list("sentence", flat=True))


def brought_by(reader: Reader, *, limit: int) -> list[Clip]:
    """Clips of articles that this reader's links brought here first, the latest link first."""
    earlier = Submission.objects.filter(article=OuterRef("article"), pk__lt=OuterRef("pk"))
    first = Q(article__source__kind=Source.Kind.SUBMISSIONS) | Q(at__lte=F("article__found_at"))
    links = Submission.objects.filter(first, reader=reader)
    articles = links.exclude(Exists(earlier)).order_by("-at").values_list("article", flat=True)[: 2 * limit]
    stories = dict(Membership.objects.filter(article__in=list(articles)).values_list("article", "story"))
    found = {clip.story_id: clip for clip in clips.listed().filter(story__in=stories.values())}
    ordered = dict.fromkeys(stories[pk] for pk in articles if pk in stories)
    return [found[story] for story in ordered if story in found][:limit]
