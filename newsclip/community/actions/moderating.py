from datetime import datetime

from django.db import transaction
from django.db.models import Q

from newsclip.accounts.actions import end_sessions, end_tokens
from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community.actions.account_value import value
from newsclip.community.actions.closing_reports import settle_flags
from newsclip.community.actions.discounting import count_for
from newsclip.community.actions.noticing import notice, tell_of_comment
from newsclip.community.actions.rate_limits import WITHOUT_END, may_write, permit
from newsclip.community.actions.story_counts import recount
from newsclip.community.actions.subscribing import unsubscribe_all
from newsclip.community.models import Action, Appeal, Comment, Flag, Restriction, Target
from newsclip.community.ports import News, Order
from newsclip.community.queries.moderation_targets import appointments, may_be_flagged, possible
from newsclip.community.queries.weights import weight_of
from newsclip.community.rules import comment_text, notices
from newsclip.community.rules.answered_reports import AGREE, as_stored
from newsclip.community.rules.moderator_rights import CLOSING, may_decide, needs_all_rights
from newsclip.kernel.reasons import Refused
from newsclip.kernel.rows import parse_row_id
from newsclip.stories.models import Story

_Kind = Action.Kind
_ENDED_AT_ONCE = 100
READERS = "readers"
_BEGINS = {_Kind.REMOVE, _Kind.LOCK, _Kind.BAN, _Kind.HOLD, _Kind.PIN}
_ENDS = {
    _Kind.RESTORE: _Kind.REMOVE,
    _Kind.UNLOCK: _Kind.LOCK,
    _Kind.UNBAN: _Kind.BAN,
    _Kind.APPROVE: _Kind.HOLD,
    _Kind.UNPIN: _Kind.PIN,
}
_RIGHTS = {
    _Kind.GIVE_MODERATOR: {"is_moderator": True},
    _Kind.TAKE_MODERATOR: {"is_moderator": False},
    _Kind.GIVE_STAFF: {"is_staff": True},
    _Kind.TAKE_STAFF: {"is_staff": False},
    _Kind.GIVE_ALL: {"is_superuser": True},
    _Kind.TAKE_ALL: {"is_superuser": False},
}
_LABELLED = {_Kind.UNDO, _Kind.KEEP_IN}  # of those about stories
_UNTOLD = {_Kind.DISMISS, _Kind.REOPEN}  # nothing comes of it: nobody needs to know that they were reported
_CHANGES_COMMENTS = {_Kind.REMOVE, _Kind.RESTORE, _Kind.APPROVE, _Kind.DISMISS}
_TAKES_BACK = {begun: end for end, begun in _ENDS.items()} | {
    _Kind.SUSPEND: _Kind.UNSUSPEND,
    _Kind.DISCOUNT: _Kind.COUNT,
    _Kind.DISMISS: _Kind.REOPEN,
}
_TAKEN_BACK = {end: begun for begun, end in _TAKES_BACK.items()}
_REVERSES: dict[tuple[str, str], str] = {
    (Target.COMMENT, _Kind.APPROVE): _Kind.REMOVE,
    (Target.HASHTAG, _Kind.APPROVE): _Kind.HOLD,
}


def taken_back_by(kind: str) -> str:
    """The kind of action that ends what this kind puts in force; "" if there is none."""
    return _TAKES_BACK[_Kind(kind)] if kind in _TAKES_BACK else ""


def undone_by(kind: str, target: str) -> str:
    """The kind of action that a moderator takes who thinks better of it at once; "" if there is none."""
    return _REVERSES.get((target, kind)) or taken_back_by(kind)


def flag(reader: Reader, kind: str, key: str, reason: str, *, now: datetime, words: str = "") -> None:
    """Ask a moderator to look. Idempotent. What they doubted of it before still waits, and stands for itself.

    Raises Refused("unknown", "suspended", "too_fast").
    """
    if reason not in Flag.reasons_for(kind):
        raise Refused("unknown", reason[:40])
    if not may_be_flagged(kind, key):
        raise Refused("unknown", f"{kind} {key}"[:200])
    mine = Flag.objects.filter(reader=reader, kind=kind, key=key).first()
    if mine and mine.reason != Flag.Reason.DOUBT:
        return
    permit(reader, "flags", now=now)
    said = comment_text.line(words, longest=500) if words.strip() else ""
    since = mine.at if mine and mine.closed_at is None else now  # what they doubted since then waits, too
    given = {"reason": reason, "words": said, "at": since, "weight": weight_of(reader, now), "closed_at": None}
    Flag.objects.update_or_create(reader=reader, kind=kind, key=key, defaults=given)


@transaction.atomic
def act(moderator: Reader, order: Order, *, now: datetime) -> Action:
    """A moderator's action: put in force, publicly logged, its flags closed, the person notified.

    Raises Refused("not_allowed", "empty", "unknown", "already_gone", "suspended").
    """
    _may_moderate(moderator, now)
    wanted, order = order.kind, as_stored(order)
    if order.kind not in _Kind.values or order.target not in Target.values:
        raise Refused("unknown", f"{order.kind} {order.target}")
    key = _plain(order.target, order.key)
    person = _person(order.target, key)
    if person and not _may_decide(moderator, order.kind, person, now):
        raise Refused("not_allowed")
    if not _changes_something(wanted, order.target, key, now):
        raise Refused("already_gone")
    done = Action.objects.create(
        moderator=moderator, name=moderator.username, kind=order.kind, target=order.target, key=key,
        label=_label(order), gone=order.gone, reason=comment_text.line(order.reason, longest=500),
        detail=comment_text.with_clean_reason(order.detail), until=order.until, at=now,
    )  # fmt: skip
    _put_in_force(done)
    settle_flags(order, done, taken_back=_TAKEN_BACK.get(_Kind(order.kind), ""), now=now)
    if person and person.pk != moderator.pk and order.kind not in _UNTOLD:
        given = {"name": moderator.username, "reason": done.reason}
        said = notices.DEEDS.get((order.target, order.kind), notices.DEED)
        if order.kind == _Kind.SUSPEND and done.until:
            said, given = notices.SUSPENDED_UNTIL, given | {"until": done.until.isoformat()}
        notice(person, News("moderation", said, f"action {done.pk}", given=given), now=now)
    return done


@transaction.atomic
def log_of_readers(order: Order, *, look: bool, now: datetime) -> None:
    """Log what readers did together in the public log; `look` also asks a moderator to review it."""
    Action.objects.create(
        name=READERS, kind=order.kind, target=order.target, key=order.key, label=_label(order),
        gone=order.gone, reason=order.reason, detail=order.detail, at=now,
    )  # fmt: skip
    if look:
        Flag.objects.create(kind=order.target, key=order.key, reason=Flag.Reason.HELD, words=order.reason, at=now)


def _label(order: Order) -> str:
    """The log stores a story's ID, not its headline, which belongs to the publisher; of an undo, what it undid."""
    return "" if order.target == Target.STORY and order.kind not in _LABELLED else order.label[:300]


def _may_moderate(moderator: Reader, now: datetime) -> None:
    if not moderator.moderates:
        raise Refused("not_allowed")
    may_write(moderator, now=now)


def _may_decide(moderator: Reader, kind: str, person: Reader, now: datetime) -> bool:
    mine = person.pk == moderator.pk
    if needs_all_rights(kind, about_all=person.is_superuser) and not moderator.is_superuser:
        return False
    return may_decide(
        kind,
        about_self=mine,
        about_staff=person.is_staff,
        by_staff=moderator.is_staff,
        alone=mine and not _others_moderate(moderator, now),
    )


def _changes_something(kind: str, target: str, key: str, now: datetime) -> bool:
    """An action without effect is refused (ending what is not in force, removing what is withdrawn), to keep the log
    true.

    The comment is locked until the action is done, so its author edits or withdraws it before or after.
    """
    if target == Target.COMMENT and kind in _CHANGES_COMMENTS:
        state = Comment.objects.select_for_update().filter(pk=parse_row_id(key)).values_list("state", flat=True).first()
        if kind == _Kind.REMOVE:
            return state != Comment.State.WITHDRAWN
        if kind == _Kind.DISMISS:
            return state != Comment.State.HELD
    if kind in {_Kind.GIVE_MODERATOR, _Kind.TAKE_MODERATOR}:
        return kind in appointments(parse_row_id(key))
    return kind not in {*_ENDS, _Kind.UNSUSPEND, _Kind.COUNT, _Kind.REOPEN, AGREE} or kind in possible(
        target, key, now=now
    )


def _plain(target: str, key: str) -> str:
    """Hashtags and domains ignore case; a hashtag may come with or without "#"."""
    if target == Target.HASHTAG:
        return key.strip().removeprefix("#").lower()[:200]
    return key.strip().lower().removeprefix("www.").strip(".")[:200] if target == Target.DOMAIN else key[:200]


def _put_in_force(done: Action) -> None:
    kind = Action.Kind(done.kind)
    if kind in _BEGINS:
        Restriction.objects.update_or_create(
            target=done.target, key=done.key, kind=kind, defaults={"until": done.until, "action": done}
        )
    elif kind in _ENDS:
        Restriction.objects.filter(target=done.target, key=done.key, kind=_ENDS[kind]).delete()
    _show(done.target, done.key, kind, done.at)
    if done.target == Target.READER and kind in {_Kind.SUSPEND, _Kind.UNSUSPEND}:
        until = (done.until or WITHOUT_END) if kind == _Kind.SUSPEND else None
        Reader.objects.filter(pk=int(done.key)).update(suspended_until=until)
    if done.target == Target.READER and kind == _Kind.APPROVE:
        Reader.objects.filter(pk=int(done.key)).update(waits=Reader.Waits.NOTHING)
    if done.target == Target.READER and kind in {_Kind.DISCOUNT, _Kind.COUNT}:
        count_for(int(done.key), counts=kind == _Kind.COUNT, now=done.at)
    if done.target == Target.READER and kind in CLOSING:
        _close(int(done.key), closed=kind == _Kind.CLOSE)
    if done.target == Target.READER and kind in _RIGHTS:
        Reader.objects.filter(pk=int(done.key)).update(**_RIGHTS[kind])


def _close(reader_id: int, *, closed: bool) -> None:
    """Closing ends sessions and tokens; reopening starts without them. An account being deleted stays closed."""
    Reader.objects.filter(pk=reader_id, leaving_at=None).update(is_active=not closed)
    if closed:
        for end in (end_sessions, end_tokens, unsubscribe_all):
            end(Reader(pk=reader_id))


def _show(target: str, key: str, kind: str, now: datetime) -> None:
    """Hide from every list, or show again. A comment withdrawn by its author stays withdrawn."""
    if kind not in {_Kind.REMOVE, _Kind.RESTORE, _Kind.APPROVE}:
        return
    removed = kind == _Kind.REMOVE
    if target == Target.STORY:
        Clip.objects.filter(story=int(key)).update(hidden=removed, indexed_version=0, named_version=0)
        recount(Story.objects.filter(pk=int(key)).values_list("pk", flat=True), now=now)
    elif target == Target.COMMENT:
        there = Comment.objects.filter(pk=int(key)).exclude(state=Comment.State.WITHDRAWN)
        there.update(state=Comment.State.REMOVED if removed else Comment.State.SHOWN)
        recount(there.values_list("story", flat=True), now=now)
        value(there.values_list("reader_id", flat=True), now=now)
        for said in there.select_related("reader", "parent__reader"):
            tell_of_comment(said, said.parent, now=now)


def end_restrictions(now: datetime) -> int:
    """Lift a batch of expired restrictions and show again what they hid."""
    over = list(Restriction.objects.filter(until__lte=now).order_by("until")[:_ENDED_AT_ONCE])
    for one in over:
        with transaction.atomic():
            if Restriction.objects.filter(pk=one.pk, until__lte=now).delete()[0] and one.kind == _Kind.REMOVE:
                _show(one.target, one.key, _Kind.RESTORE, now)
    return len(over)


def _person(target: str, key: str) -> Reader | None:
    """The person whom an action concerns."""
    if target == Target.READER:
        return Reader.objects.filter(pk=parse_row_id(key)).first()
    if target == Target.COMMENT:
        said = Comment.objects.select_related("reader").filter(pk=parse_row_id(key)).first()
        return said.reader if said else None
    return None


def may_appeal(reader: Reader, action: Action) -> None:
    """Raises Refused("not_concerned") unless the action concerns the reader."""
    if _person(action.target, action.key) != reader:
        raise Refused("not_concerned")


def appeal(reader: Reader, action: Action, text: str, *, now: datetime) -> Appeal:
    """Appeal against an action that concerns oneself, once."""
    may_appeal(reader, action)
    said = comment_text.clean(text, longest=2000)
    return Appeal.objects.get_or_create(action=action, defaults={"reader": reader, "text": said, "at": now})[0]


@transaction.atomic
def answer(moderator: Reader, asked: Appeal, text: str, *, upheld: bool, now: datetime) -> None:
    """Answer an appeal. Neither the moderator who acted nor the one who appeals may answer, unless nobody else
    moderates. A wrong action is reverted if it is still in force.
    """
    _may_moderate(moderator, now)
    if moderator.pk in {asked.action.moderator_id, asked.reader_id} and _others_moderate(moderator, now):
        raise Refused("not_allowed", "Another moderator answers this one.")
    said = comment_text.clean(text, longest=2000)
    answered = {"answer": said, "upheld": upheld, "answered_at": now, "answered_by": moderator}
    if not Appeal.objects.filter(pk=asked.pk, answered_at=None).update(**answered):
        raise Refused("already_gone")
    done = asked.action
    back = _TAKES_BACK.get(_Kind(done.kind)) if upheld else None
    if back and _changes_something(back, done.target, done.key, now):
        act(moderator, Order(back, done.target, done.key, said[:500], done.label), now=now)
    if asked.reader:
        notice(asked.reader, News("appeal", notices.APPEAL, f"appeal {asked.pk}", given={"text": said}), now=now)


def _others_moderate(moderator: Reader, now: datetime) -> bool:
    others = Reader.objects.filter(Q(is_moderator=True) | Q(is_staff=True), is_active=True).exclude(pk=moderator.pk)
    return others.exclude(suspended_until__gt=now).exists()
