from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from newsclip.accounts.models import Reader
from newsclip.community.actions.account_value import score, value
from newsclip.community.actions.noticing import tell_of_comment, tell_of_edit
from newsclip.community.actions.rate_limits import banned_in, consume_own, one_at_a_time, permit, restricted
from newsclip.community.actions.story_counts import recount
from newsclip.community.models import Action, Comment, CommentVote, Flag, Notice, Target
from newsclip.community.queries.comment_markup import words_and_marks
from newsclip.community.queries.weights import COMMENT_VOTES, RowWeigher, weight_of
from newsclip.community.rules import comment_text, trust
from newsclip.kernel.reasons import Refused
from newsclip.stories import queries as stories


def comment(
    reader: Reader,
    story_id: int,
    text: str,
    *,
    now: datetime,
    parent: Comment | None = None,
    anchor: dict[str, Any] | None = None,
) -> Comment:
    """Comment on a story or reply to a comment; if a rule holds it, others see it after a moderator's review.

    A comment on a merged story goes to the remaining one. `anchor` comes from rules.anchors. Raises Refused("empty",
    "too_long", "locked", "answered_gone", "suspended", "too_fast").
    """
    cleaned = comment_text.clean(text)
    story_id = stories.story(story_id).pk
    if restricted(Target.STORY, str(story_id), Action.Kind.LOCK, now=now):
        raise Refused("locked")
    if parent and (parent.story_id != story_id or parent.state in {Comment.State.REMOVED, Comment.State.WITHDRAWN}):
        raise Refused("answered_gone")
    permit(reader, "comments", now=now)
    under = parent.parent if parent and parent.depth >= comment_text.DEEPEST else parent
    with transaction.atomic():
        one_at_a_time(f"text {comment_text.digest(cleaned)}")
        again = _duplicate(reader, story_id, under, cleaned, now)
        if again:
            return again
        held = _why_held(reader, cleaned, now)
        said = Comment.objects.create(
            story_id=story_id,
            said_on_id=under.said_on_id if under else None,
            parent=under,
            depth=under.depth + 1 if under else 0,
            reader=reader,
            text=cleaned,
            at=now,
            anchor=anchor,
            digest=comment_text.digest(cleaned),
            state=Comment.State.HELD if held else Comment.State.SHOWN,
        )
        if held:
            _hold(said, reader, held, now)
        recount([story_id], now=now)
    tell_of_comment(said, parent, now=now)
    return said


def _duplicate(reader: Reader, story_id: int, under: Comment | None, text: str, now: datetime) -> Comment | None:
    """The same words by the same reader in the same place: a form sent twice."""
    seen = Comment.objects.filter(
        state__in=(Comment.State.SHOWN, Comment.State.HELD), at__gt=now - comment_text.SAME_TEXT_FOR
    )
    return seen.filter(reader=reader, story=story_id, parent=under, digest=comment_text.digest(text)).first()


def _hold(said: Comment, reader: Reader, why: str, now: datetime) -> None:
    """Weighted by the author's weight, shared among all their held comments, so that a flood cannot fill the queue."""
    waiting = Comment.objects.filter(reader=reader, state=Comment.State.HELD).exclude(pk=said.pk).count()
    weight = weight_of(reader, now) / (1 + waiting)
    held = {"reason": Flag.Reason.HELD, "words": why, "at": now, "weight": weight}
    Flag.objects.create(kind=Target.COMMENT, key=str(said.pk), **held)


def _why_held(reader: Reader, text: str, now: datetime, but: int = 0) -> str:
    """Call in the transaction that writes the comment. `but`: the comment being edited."""
    banned = banned_in(words_and_marks(text), now=now)
    if banned:
        return f"it names {banned}, which is banned"
    lately, removed = Q(at__gt=now - comment_text.SAME_TEXT_FOR), Q(state=Comment.State.REMOVED, reader=reader)
    same = Comment.objects.filter(lately | removed, digest=comment_text.digest(text))
    newcomer = now - reader.date_joined < trust.NEWCOMER_FOR
    return comment_text.why_held(text, newcomer=newcomer, said_before=same.exclude(pk=but).count())


def edit(reader: Reader, said: Comment, text: str, *, now: datetime) -> None:
    """Edit one's own comment within the edit window; what a rule holds waits for review like a new comment.

    Raises Refused("not_yours", "too_late", "locked", "suspended", "too_fast", …).
    """
    if said.reader_id != reader.pk:
        raise Refused("not_yours")
    if not comment_text.may_edit(said.at, now):
        raise Refused("too_late")
    if restricted(Target.STORY, str(said.story_id), Action.Kind.LOCK, now=now):
        raise Refused("locked")
    cleaned = comment_text.clean(text)
    permit(reader, "edits", now=now)
    with transaction.atomic():
        one_at_a_time(f"text {comment_text.digest(cleaned)}")
        held = _why_held(reader, cleaned, now, said.pk)
        state = Comment.State.HELD if held else Comment.State.SHOWN
        still = Comment.objects.filter(
            pk=said.pk, state=Comment.State.SHOWN
        )  # neither held for a moderator nor removed meanwhile
        if not still.update(text=cleaned, edited_at=now, digest=comment_text.digest(cleaned), state=state):
            raise Refused("too_late")
        said.text, said.state = cleaned, state
        tell_of_edit(said, now=now)
        if held:
            _hold(said, reader, held, now)
            recount([said.story_id], now=now)


@transaction.atomic
def withdraw(reader: Reader, said: Comment, *, now: datetime) -> None:
    """Withdraw one's own comment: the words are erased, replies stay.

    Raises Refused("not_yours", "too_fast", "already_gone"); the last if it was removed.
    """
    if said.reader_id != reader.pk:
        raise Refused("not_yours")
    consume_own(reader, "withdrawals", now=now)
    there = Comment.objects.filter(pk=said.pk).exclude(state=Comment.State.REMOVED)
    if not there.update(state=Comment.State.WITHDRAWN, text="", anchor=None, digest=""):
        raise Refused("already_gone")
    Notice.objects.filter(comment=said).delete()  # it repeats the words
    value([reader.pk], now=now)
    recount([said.story_id], now=now)


def vote_on_comment(reader: Reader, said: Comment, value: int, *, now: datetime) -> None:
    """1 for, -1 against, 0 retracts; nobody votes on their own comments. A vote given again keeps its first date.

    Raises Refused("not_allowed", "unknown", "suspended", "too_fast"): "unknown" if the comment is not visible.
    """
    if said.reader_id == reader.pk:
        raise Refused("not_allowed", "It is your own comment.")
    if value and said.state != Comment.State.SHOWN:
        raise Refused("unknown", f"comment {said.pk}")
    with transaction.atomic():
        if value:
            permit(reader, "votes", now=now)
            wanted = {"value": 1 if value > 0 else -1, "taken_back_at": None}
            given, _ = CommentVote.objects.update_or_create(
                reader=reader, comment=said, defaults=wanted, create_defaults=wanted | {"at": now}
            )
            CommentVote.objects.filter(pk=given.pk).update(weight=RowWeigher(COMMENT_VOTES).weigh(given))
        else:
            mine = CommentVote.objects.filter(reader=reader, comment=said).exclude(value=0)
            mine.update(value=0, weight=0.0, taken_back_at=now)  # the row stays: see voting.forget_taken_back
        score([said.pk], now=now)


@transaction.atomic
def move_comments(story_id: int, *, now: datetime) -> None:
    """After a merge or its reversal, move the story's comments, including those of stories merged into it before."""
    here = stories.story(story_id).pk
    family = stories.parts(story_id)
    Comment.objects.filter(said_on=None, story__in=family - {here}).update(said_on=F("story"))
    went_along = Comment.objects.exclude(said_on=None)  # worded so that SQLite uses the partial index
    theirs = went_along.filter(said_on__in=family).exclude(story=here)
    left = set(theirs.values_list("story", flat=True))
    if left:
        theirs.update(story=here)
        went_along.filter(said_on=here).update(said_on=None)
        recount([here, *left], now=now)
