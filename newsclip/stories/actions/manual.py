"""Manual merges and splits: logged with author and reason, reversible, and stored as evaluation data."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from newsclip.kernel.reasons import Refused
from newsclip.stories.actions import grouping_lease
from newsclip.stories.actions.agency_reports import unite_moved
from newsclip.stories.actions.promote_copies import inherit, orphans
from newsclip.stories.actions.story_totals import changed, reports
from newsclip.stories.models import KEPT_APART, Membership, Story, StoryEvent
from newsclip.stories.ports import Note, Split


@transaction.atomic
def merge(
    story: Story,
    into: Story,
    *,
    now: datetime,
    by: str = "",
    note: Note | None = None,
    receipt: Mapping[str, Any] | None = None,
) -> Story:
    """Move all articles of `story` into `into`, and redirect it there. Returns the story that they are in.

    `by` names who did it, `note` gives the reason; `receipt` is the index's reason for an automatic merge. Idempotent.
    `undo` reverts it. Raises Refused("not_mergeable").
    """
    grouping_lease.lock()
    story, into = Story.objects.get(pk=story.pk), Story.objects.get(pk=into.pk)
    if story.merged_into_id == into.pk:
        return into
    if story == into or story.merged_into_id or into.merged_into_id:
        raise Refused("not_mergeable", f"story {story.pk} into story {into.pk}")
    moved = list(Membership.objects.filter(story=story).order_by("pk"))
    there = list(Membership.objects.filter(story=into).order_by("pk").values_list("article_id", flat=True))
    detail = _detail(moved, there, by, note) | ({"receipt": dict(receipt)} if receipt else {})
    Membership.objects.filter(story=story).update(story=into, report=F("report") + reports(into))
    unite_moved([member.article_id for member in moved], into)
    story.merged_into, story.moved = into, True
    left = changed(story, "merged", {**detail, "into": into.pk}, now)
    changed(into, "merged", {**detail, "from": story.pk, "with": left.pk}, now)
    return into


@transaction.atomic
def split(
    article_ids: Iterable[int],
    story: Story,
    *,
    now: datetime,
    by: str = "",
    note: Note | Split | None = None,
    revive: Story | None = None,
) -> Story:
    """Move some of a story's articles into a new story, or back into `revive`, a story merged into it earlier.

    `note` is a person's reason, or the index's split. `undo` reverts it. Raises Refused("not_splittable") unless some
    but not all articles of the story are named.
    """
    grouping_lease.lock()
    story = Story.objects.get(pk=story.pk)
    everything = list(Membership.objects.filter(story=story).order_by("pk"))
    wanted = set(article_ids)
    members = [member for member in everything if member.article_id in wanted]
    if not members or len(members) == len(everything):
        raise Refused("not_splittable", f"{len(members)} of the {len(everything)} articles of story {story.pk}")
    found, said = (note, None) if isinstance(note, Split) else (None, note)
    apart = _revived(revive, story) if revive else _new(story, found.apart if found else "")
    stayed = [member.article_id for member in everything if member.article_id not in wanted]
    left_behind = orphans(story, wanted)
    detail = _detail(members, stayed, by, said) | ({"receipt": dict(found.receipt)} if found else {})
    detail["before"] += _before(left_behind)
    _move(members, apart)
    left = changed(story, "split", {**detail, "into": apart.pk, "heirs": inherit(left_behind)}, now)
    changed(apart, "split", {**detail, "from": story.pk, "with": left.pk}, now)
    return apart


@transaction.atomic
def keep_apart(story: Story, other: Story, *, now: datetime, by: str) -> None:
    """Say in the history of both that `by` kept them apart: grouping merges neither by itself any more."""
    grouping_lease.lock()
    for one, beside in ((story, other), (other, story)):
        StoryEvent.objects.create(story=one, at=now, kind=KEPT_APART, detail={"from": beside.pk, "by": by})


@transaction.atomic
def undo(event: StoryEvent, *, now: datetime, by: str, why: str = "") -> Story:
    """Revert a merge or a split: articles, reports and copies are as before. Returns the story that they are in.

    Articles that joined since stay where they joined. Raises Refused("not_mergeable", "not_splittable") if it was
    reverted already, or if the stories changed too much since.
    """
    grouping_lease.lock()
    # A change is logged with both stories; the event of the story that articles left stands for both.
    event = StoryEvent.objects.get(pk=event.detail.get("with", event.pk))
    if "into" not in event.detail or event.story.events.filter(detail__undoes=event.pk).exists():
        raise Refused("not_splittable", f"nothing to take back of event {event.pk}")
    note = Note(why, event.pk)
    left, entered = event.story, Story.objects.get(pk=event.detail["into"])
    if event.kind == "merged":
        ids = event.detail["articles"]
        found = split(ids, entered, now=now, by=by, note=note, revive=left)
    else:
        found = merge(entered, left, now=now, by=by, note=note)
    _restore(event.detail.get("before", []), found)
    return found


def _detail(moved: Sequence[Membership], others: Sequence[int], by: str, note: Note | None) -> dict[str, Any]:
    """The log entry: which articles moved, from which reports, and which articles they joined or
    were separated from.
    """
    articles = [member.article_id for member in moved]
    detail: dict[str, Any] = {"articles": articles, "others": list(others), "before": _before(moved)}
    said = {"by": by, "why": note and note.why, "undoes": note and note.undoes}
    return detail | {name: value for name, value in said.items() if value}


def _before(members: Sequence[Membership]) -> list[list[int | None]]:
    return [[member.article_id, member.report, member.copy_of_id] for member in members]


def _restore(before: Sequence[Sequence[int]], story: Story) -> None:
    """Restore reports and copies of the articles that are in the story."""
    kept = {article: (report, copy) for article, report, copy in before}
    members = list(Membership.objects.filter(story=story, article__in=list(kept)))
    for member in members:
        member.report, member.copy_of_id = kept[member.article_id]
    Membership.objects.bulk_update(members, ["report", "copy_of"])
    story.refresh_from_db()
    number = Membership.objects.filter(story=story).values("report").distinct().count()
    Story.objects.filter(pk=story.pk).update(reports=number)


def _revived(story: Story, merged_into: Story) -> Story:
    story = Story.objects.get(pk=story.pk)
    if story.merged_into_id != merged_into.pk:
        raise Refused("not_splittable", f"story {story.pk} was not merged into story {merged_into.pk}")
    story.merged_into, story.moved = None, True
    return story


def _new(story: Story, key: str) -> Story:
    """A story for what is split off. The index gives away the key of a story that was merged; its row gets another."""
    for gone in Story.objects.filter(key=key, merged_into__isnull=False):
        gone.key = f"merged-{gone.pk}"
        gone.save(update_fields=["key"])
    apart = Story.objects.create(started_at=story.started_at, last_at=story.last_at, language=story.language)
    apart.key = key or f"split-{apart.pk}"
    return apart


def _move(members: Sequence[Membership], apart: Story) -> None:
    """Renumber the moved reports from 1; copies left behind lose their original."""
    numbers: dict[int, int] = {}
    here = {member.article_id for member in members}
    for member in members:
        member.report = numbers.setdefault(member.report, len(numbers) + 1)
        member.story = apart
        if member.copy_of_id not in here:
            member.copy_of = None
    Membership.objects.bulk_update(members, ["report", "story", "copy_of"])
