"""A story whose clip takes more than it may, or kills who writes it, is set aside until it is asked for or changes."""

from collections.abc import Collection
from datetime import datetime

from newsclip.clips.actions.correcting import withdraw
from newsclip.clips.actions.giving import Given
from newsclip.clips.actions.settling import settle
from newsclip.clips.models import Assignment, Clip
from newsclip.kernel.reasons import Refused
from newsclip.stories.ports import StoryMembers


def set_aside(assignment: Assignment, members: StoryMembers, here: Given, refused: Refused, *, now: datetime) -> None:
    """After the first try it is written once more when its lease ends; after the second nobody writes it.

    What was published before stays, unless it rests on an article that its publisher took back.
    """
    told = {"code": refused.code, "detail": refused.detail[:500], "at": now}
    mine = Assignment.objects.filter(pk=assignment.pk, leased_until=assignment.leased_until)
    if not assignment.is_spent:
        mine.update(**told)
        return
    known = Clip.objects.filter(story=members.id, state=Clip.State.PUBLISHED).first()
    if known and not _sources_of(known).isdisjoint(here.taken_back):
        withdraw(known, refused.code, now=now)
    mine.update(
        **told, dead_letter=refused.code, story_version=members.version, gone=here.gone,
        failures=0, retry_at=None, leased_until=None,
    )  # fmt: skip
    settle(assignment, members, here)


def retry(stories: Collection[int], *, now: datetime) -> int:
    """Write these again, those that are set aside; returns how many."""
    spent = Assignment.objects.filter(story__in=stories).exclude(dead_letter="")
    return spent.update(dead_letter="", tries=0, retry_at=now)


def _sources_of(clip: Clip) -> set[str]:
    return {source["article"] for source in clip.document.get("sources", ())}
