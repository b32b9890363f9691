"""Decisions close the reports that they answer, and what takes a decision back opens them again."""

from datetime import datetime

from django.db.models import QuerySet

from newsclip.clips import queries as clips
from newsclip.community.actions.deciding_doubts import tell_of_doubts, tell_that_doubts_wait
from newsclip.community.actions.noticing import no_longer_in_force
from newsclip.community.actions.telling_reporters import tell_of_undoing, tell_reporters
from newsclip.community.models import Action, Comment, Flag, Target
from newsclip.community.ports import Order
from newsclip.community.queries.contributions import doubts_to_decide
from newsclip.community.queries.moderation import dismissed_flags
from newsclip.community.rules import comment_text
from newsclip.community.rules.answered_reports import REGROUPING, answered_reasons
from newsclip.kernel.rows import parse_row_id

_Kind = Action.Kind
_ANSWERS_DOUBTS = {_Kind.DISMISS, _Kind.REMOVE}  # of a sentence


def settle_flags(order: Order, done: Action, *, taken_back: str, now: datetime) -> None:
    """Close the flags that this answers; open again, if asked to, those that the decision it takes back had closed.

    `taken_back`: the kind of that decision, "" if it takes none back. Whoever reported is told either way.
    """
    if taken_back:
        _take_back(order, done, taken_back, now)
    if order.kind == _Kind.REOPEN or order.leaves_flags or (order.kind == _Kind.RESTORE and order.reopens_flags):
        return
    if done.kind == _Kind.DISMISS and _answers_doubts(done):
        tell_of_doubts(done, now=now)
    answered = _answered_by(done)
    tell_reporters(answered.select_related("reader"), done, now=now)
    if done.target == Target.STORY and not _answers_doubts(done):
        _leave_doubts(answered)
    answered.update(closed_at=now)


def _answers_doubts(done: Action) -> bool:
    """Who agrees with the reports of a story has not judged a sentence yet: they take it out, or keep it."""
    return done.kind in _ANSWERS_DOUBTS and not done.agrees


def _leave_doubts(answered: "QuerySet[Flag]") -> None:
    """A challenge that came along with a report is not answered with it: the flag of both is the challenge's alone."""
    for key in set(answered.values_list("key", flat=True)):
        clip = clips.of_story(parse_row_id(key))
        for doubt in doubts_to_decide(clip) if clip else ():
            said = comment_text.of_doubt(doubt.sentence, doubt.why)
            answered.filter(key=key, reader=doubt.reader).update(reason=Flag.Reason.DOUBT, words=said)


def _answered_by(done: Action) -> "QuerySet[Flag]":
    reasons = set(answered_reasons(done.kind, done.target, Flag.Reason.values))
    if not _answers_doubts(done):
        reasons.discard(Flag.Reason.DOUBT)
    # Articles left the story that is `gone`: it was reported; of two that tell the same event, either.
    about = {_Kind.MERGE: [done.key, done.gone], _Kind.MOVE: [done.gone]}.get(_Kind(done.kind), [done.key])
    return Flag.objects.filter(kind=done.target, key__in=about, reason__in=reasons, closed_at=None)


def _take_back(order: Order, done: Action, kind: str, now: datetime) -> None:
    """Tell those whose reports the newest decision of this kind closed that it holds no more, and the others, too."""
    undone = Action.objects.filter(kind=kind, target=done.target, key=done.key).order_by("-pk").first()
    if undone is None:
        return
    no_longer_in_force([f"action {undone.pk}"], readers=_concerned(done))
    again = order.kind == _Kind.REOPEN or (order.kind == _Kind.RESTORE and order.reopens_flags)
    flags = dismissed_flags(done.target, done.key, by=kind)
    _open_or_leave(flags, undone, done, again=again, now=now)


def _concerned(done: Action) -> list[int | None]:
    """The person whom an action is about, who was told of it."""
    if done.target == Target.READER:
        return [parse_row_id(done.key)]
    if done.target == Target.COMMENT:
        return list(Comment.objects.filter(pk=parse_row_id(done.key)).values_list("reader", flat=True))
    return []


def reopen_regrouped(at: datetime, done: Action, *, now: datetime) -> None:
    """The merge, split or move of that moment was undone: what it had answered waits again, and so does, of two reports
    of one reader, the one that the merge had closed beside the other.
    """
    for undone in Action.objects.filter(kind__in=REGROUPING, target=Target.STORY, at=at):
        about = [key for key in (undone.key, undone.gone, done.key) if key]
        closed = Flag.objects.filter(kind=Target.STORY, key__in=about, closed_at=at)
        _open_or_leave(closed.filter(reason=REGROUPING[undone.kind]), undone, done, again=True, now=now)
        if undone.kind == Action.Kind.MERGE:
            closed.filter(key=undone.gone).update(closed_at=None)


def _open_or_leave(flags: "QuerySet[Flag]", undone: Action, done: Action, *, again: bool, now: datetime) -> None:
    found = list(flags.select_related("reader"))
    if again:
        Flag.objects.filter(pk__in=[one.pk for one in found]).update(closed_at=None)
        tell_that_doubts_wait(found, undone, done, now=now)
    tell_of_undoing(found, undone, done, again=again, now=now)
