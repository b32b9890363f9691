"""What moderators decide about doubts that the rules found nothing in; whoever doubted is told."""

from collections.abc import Collection, Iterable
from datetime import datetime

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community.actions.noticing import no_longer_in_force, notice
from newsclip.community.models import Action, Challenge, Flag, Target
from newsclip.community.ports import News
from newsclip.community.queries.contributions import challenges_of, doubts_to_decide
from newsclip.community.rules import notices
from newsclip.kernel.reasons import PUT_BACK, Reason, Refused
from newsclip.kernel.rows import parse_row_id


def lock_doubts(doubt: Challenge, clip: Clip) -> list[Challenge]:
    """This doubt and all others of the same words, locked until the transaction ends: they are granted once.

    Raises Refused("already_gone") where it was granted.
    """
    same = challenges_of(clip).filter(sentence=doubt.sentence).exclude(upheld=True)
    rows = list(same.select_for_update(of=("self",)).order_by("pk"))
    if doubt not in rows:
        raise Refused("already_gone")
    return rows


def uphold_doubts(doubts: Iterable[Challenge], clip: Clip, outcome: Reason, done: Action, *, now: datetime) -> None:
    """The sentence was taken out: their answer says so. The flag of who doubts another sentence too stays open."""
    rows = list(doubts)
    answered = {"upheld": True, "reasons": [outcome.as_json()], "decided_at": now}
    Challenge.objects.filter(pk__in=[one.pk for one in rows]).update(**answered)
    doubters = {one.reader for one in rows if one.reader}
    waiting = {one.reader for one in doubts_to_decide(clip)}
    answered_flags = Flag.objects.filter(reader__in=doubters - waiting, kind=Target.STORY, key=done.key)
    answered_flags.filter(reason=Flag.Reason.DOUBT, closed_at=None).update(closed_at=now)
    for reader in doubters:
        _tell(reader, notices.DOUBT_RIGHT, done, now)


def dismiss_upheld(taken_out: Collection[datetime], done: Action, *, now: datetime) -> None:
    """What was taken out at these times was put back: the answer to the doubts says so, and so does a notice."""
    rows = Challenge.objects.filter(upheld=True, decided_at__in=taken_out).select_related("reader")
    doubters = {one.reader for one in rows if one.reader}
    undone = Action.objects.filter(kind=Action.Kind.TAKE_OUT, at__in=taken_out).values_list("pk", flat=True)
    no_longer_in_force([f"doubt decided {pk}" for pk in undone], readers={one.pk for one in doubters})
    rows.update(upheld=False, reasons=[PUT_BACK.as_json()], decided_at=now)
    for reader in doubters:
        _tell(reader, notices.DOUBT_PUT_BACK, done, now)


def tell_of_doubts(done: Action, *, now: datetime) -> None:
    """The flags on a story are dismissed: tell those whose doubts are among them what became of the sentence."""
    clip = clips.of_story(parse_row_id(done.key))
    if clip is None:
        return
    said = clips.words_in(clip)
    stays: dict[Reader, bool] = {}
    for doubt in doubts_to_decide(clip):
        if doubt.reader:
            stays[doubt.reader] = stays.get(doubt.reader, False) or doubt.sentence in said
    for reader, kept in stays.items():
        _tell(reader, notices.DOUBT_WRONG if kept else notices.DOUBT_GONE, done, now)


def tell_that_doubts_wait(flags: Iterable[Flag], undone: Action, done: Action, *, now: datetime) -> None:
    """The `undone` decision had closed these flags, and what it decided about doubts is open again."""
    flagged = {one.reader for one in flags if one.reader}
    no_longer_in_force([f"doubt decided {undone.pk}"], readers={one.pk for one in flagged})
    clip = clips.of_story(parse_row_id(done.key)) if done.target == Target.STORY else None
    doubters = {one.reader for one in doubts_to_decide(clip)} if clip else set()
    for reader in doubters & flagged:
        if reader:
            _tell(reader, notices.DOUBT_AGAIN, done, now)


def _tell(reader: Reader, words: str, done: Action, now: datetime) -> None:
    given = {"name": done.name, "reason": done.reason}
    news = News("doubt", words, f"doubt decided {done.pk}", story=parse_row_id(done.key), given=given)
    if reader.pk != done.moderator_id:
        notice(reader, news, now=now)
