"""Readers take back what waits for a moderator: what they reported, and what they challenged."""

from django.db import transaction

from newsclip.accounts.models import Reader
from newsclip.community.models import Challenge, Flag, Target
from newsclip.community.queries.reported import waits_for_a_moderator
from newsclip.community.rules import comment_text
from newsclip.kernel.reasons import Refused
from newsclip.stories import queries as stories


@transaction.atomic
def withdraw_report(reader: Reader, report: Flag) -> None:
    """Its author takes a report back while it waits; what they challenged of the same story stands for itself.

    Raises Refused("not_yours", "already_gone").
    """
    if report.reader_id != reader.pk:
        raise Refused("not_yours")
    rows = Flag.objects.select_for_update().filter(pk=report.pk, closed_at=None)
    waiting = rows.exclude(reason=Flag.Reason.DOUBT).first()
    if waiting is None:
        raise Refused("already_gone")
    _leave_to_doubts(reader, waiting)


@transaction.atomic
def withdraw_doubt(reader: Reader, doubt: Challenge) -> None:
    """Its author takes a challenge back while it waits for a moderator. Raises Refused("not_yours", "already_gone")."""
    if doubt.reader_id != reader.pk:
        raise Refused("not_yours")
    story = stories.story(doubt.clip.story_id)
    flag = Flag.objects.select_for_update().filter(reader=reader, kind=Target.STORY, key=str(story.pk)).first()
    locked = Challenge.objects.select_for_update(of=("self",)).select_related("clip").filter(pk=doubt.pk).first()
    if flag is None or locked is None or not waits_for_a_moderator([locked], reader):
        raise Refused("already_gone")
    locked.delete()
    if flag.reason == Flag.Reason.DOUBT:
        _leave_to_doubts(reader, flag)


def _leave_to_doubts(reader: Reader, flag: Flag) -> None:
    """The flag is for another challenge of theirs that waits, and goes where there is none."""
    told = Challenge.objects.filter(reader=reader).exclude(why="").exclude(upheld=True)
    rows = list(told.select_related("clip").order_by("-pk")) if flag.kind == Target.STORY else []
    now_in = stories.remaining({one.clip.story_id for one in rows})
    waiting = waits_for_a_moderator([one for one in rows if str(now_in.get(one.clip.story_id)) == flag.key], reader)
    left = next((one for one in rows if one.pk in waiting), None)
    if left is None:
        flag.delete()
        return
    flag.reason, flag.words = Flag.Reason.DOUBT, comment_text.of_doubt(left.sentence, left.why)
    flag.save(update_fields=["reason", "words"])
