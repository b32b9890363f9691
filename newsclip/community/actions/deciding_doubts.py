"""What moderators decide about doubts that the rules found nothing in; whoever doubted is told."""

from datetime import datetime

from newsclip.accounts.models import Reader
from newsclip.community.actions.noticing import notice
from newsclip.community.models import Action, Challenge, Flag, Target
from newsclip.community.ports import News
from newsclip.community.rules import notices
from newsclip.kernel.reasons import Reason
from newsclip.kernel.rows import parse_row_id


def uphold_doubt(doubt: Challenge, outcome: Reason, done: Action, *, now: datetime) -> None:
    """The sentence was taken out: its answer says so, and the flag that asked for a look is closed."""
    answered = {"upheld": True, "reasons": [outcome.as_json()], "decided_at": now}
    Challenge.objects.filter(pk=doubt.pk).update(**answered)
    mine = Flag.objects.filter(reader=doubt.reader, kind=Target.STORY, key=done.key, reason=Flag.Reason.DOUBT)
    mine.filter(closed_at=None).update(closed_at=now)
    if doubt.reader:
        _tell(doubt.reader, notices.DOUBT_RIGHT, done, now)


def tell_of_doubts(done: Action, *, now: datetime) -> None:
    """The flags on a story are dismissed: tell those whose doubts are among them that the sentence stays."""
    doubts = Flag.objects.filter(kind=done.target, key=done.key, reason=Flag.Reason.DOUBT, closed_at=None)
    for flag in doubts.select_related("reader"):
        if flag.reader:
            _tell(flag.reader, notices.DOUBT_WRONG, done, now)


def _tell(reader: Reader, words: str, done: Action, now: datetime) -> None:
    given = {"name": done.name, "reason": done.reason}
    news = News("doubt", words, f"doubt decided {done.pk}", story=parse_row_id(done.key), given=given)
    if reader.pk != done.moderator_id:
        notice(reader, news, now=now)
