"""A story whose clip takes more than it may, or kills who writes it, is set aside until it is asked for or changes."""

from collections.abc import Collection
from datetime import datetime

from newsclip.articles.models import Article
from newsclip.clips.actions.corrections import withdraw
from newsclip.clips.actions.settle_work import settle
from newsclip.clips.actions.writer_inputs import WriterInputs
from newsclip.clips.models import Assignment, Clip
from newsclip.db.leases import MOST_TRIES, OVERRUN
from newsclip.kernel.reasons import OVER_LIMITS, Refused
from newsclip.sources.actions import overran
from newsclip.stories.ports import StoryMembers


def set_aside(
    assignment: Assignment, members: StoryMembers, here: WriterInputs, refused: Refused, *, now: datetime,
    until: datetime | None = None,
) -> None:  # fmt: skip
    """After the first try it is written once more when its lease ends; after the second nobody writes it.

    `until`: it was tried too often today, and is tried again then. What was published before stays, unless it rests on
    an article that its publisher took back.
    """
    if refused.code in OVER_LIMITS | {"worker_killed"}:
        assignment.overran(now, 1 if refused.code in OVER_LIMITS else MOST_TRIES)
        _charge(members, now)
    told = {"code": refused.code, "detail": refused.detail[:500], "at": now}
    told |= {name: getattr(assignment, name) for name in OVERRUN}
    mine = Assignment.objects.filter(pk=assignment.pk, leased_until=assignment.leased_until)
    if not (until or assignment.is_spent):
        mine.update(**told)
        return
    known = Clip.objects.filter(story=members.id, state=Clip.State.PUBLISHED).first()
    if known and not _sources_of(known).isdisjoint(here.taken_back):
        withdraw(known, refused.code, now=now)
    mine.update(
        **told, dead_letter=refused.code, story_version=members.version, gone=here.gone,
        failures=0, retry_at=until, leased_until=None,
    )  # fmt: skip
    settle(assignment, members, here)


def _charge(members: StoryMembers, now: datetime) -> None:
    """A story of one publisher alone is that publisher's; of several, nobody knows whose words took too much."""
    told = Article.objects.filter(pk__in=[one.article_id for one in members.members])
    publishers = set(told.values_list("publisher_id", flat=True))
    if len(publishers) == 1:
        overran(publishers.pop(), now=now)


def retry(stories: Collection[int], *, now: datetime) -> int:
    """Write these again, those that are set aside; returns how many."""
    spent = Assignment.objects.filter(story__in=stories).exclude(dead_letter="")
    return spent.update(dead_letter="", tries=0, overruns=0, retry_at=now)


def _sources_of(clip: Clip) -> set[str]:
    return {source["article"] for source in clip.document.get("sources", ())}
