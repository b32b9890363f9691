from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community.actions.account_value import value
from newsclip.community.actions.noticing import no_longer_in_force, notice
from newsclip.community.actions.rate_limits import permit, restricted
from newsclip.community.models import Action, Challenge, Flag, Suggestion, Support, Target
from newsclip.community.ports import News
from newsclip.community.queries.contributions import refused_by_moderators
from newsclip.community.queries.weights import SUPPORTS, RowWeigher, weight_of
from newsclip.community.rules import comment_text, notices
from newsclip.community.rules.duplicate_suggestions import same
from newsclip.community.rules.trust import is_new
from newsclip.kernel.reasons import Reason, Refused
from newsclip.kernel.rows import parse_row_id
from newsclip.stories import queries as stories

_MOST_HASHTAGS = 6

# Carries a suggestion out. Returns the outcome's reason, and the data that undoes it. Raises Refused.
type CarryOut = Callable[[Suggestion], tuple[Reason, dict[str, Any]]]


def suggest(
    reader: Reader, story_id: int, kind: str, wanted: dict[str, Any], *, now: datetime, why: str = ""
) -> Suggestion:
    """Suggest a change to a story. An identical open suggestion is returned instead.

    Raises Refused("unknown", "empty", "too_long", "suspended", "too_fast", "not_allowed", "taken_out", "locked").
    """
    if kind not in Suggestion.Kind.values:
        raise Refused("unknown", kind)
    checked = _checked(kind, wanted)
    _moderators_stand(reader, Suggestion(story_id=story_id, kind=kind, wanted=checked), now)
    said = Suggestion.objects.filter(story=story_id, kind=kind, state=Suggestion.State.OPEN)
    already = next((one for one in said if one.wanted == checked), None)
    if already:
        return already
    permit(reader, "suggestions", now=now)
    reason = comment_text.line(why, longest=500) if why.strip() else ""
    return Suggestion.objects.create(reader=reader, story_id=story_id, kind=kind, wanted=checked, why=reason, at=now)


def _moderators_stand(reader: Reader, idea: Suggestion, now: datetime) -> None:
    """Raises Refused("not_allowed", "taken_out", "locked") if it would undo a moderator's decision.

    What a moderator refused or reverted is not suggested again, nor is the same merge in the other direction. A removed
    or locked story is not split or merged.
    """
    if reader.moderates:
        return
    decided = _of_one_pair if idea.kind == Suggestion.Kind.MERGE else _of_one_story
    if decided(idea, refused_by_moderators().filter(kind=idea.kind)):
        raise Refused("not_allowed", "A moderator refused this or took it back before.")
    if idea.kind not in {Suggestion.Kind.SPLIT, Suggestion.Kind.MERGE}:
        return
    for story in (idea.story_id, idea.wanted.get("story", 0)):
        for deed, code in ((Action.Kind.REMOVE, "taken_out"), (Action.Kind.LOCK, "locked")):
            if restricted(Target.STORY, str(story), deed, now=now):
                raise Refused(code)


def _of_one_story(idea: Suggestion, before: QuerySet[Suggestion]) -> bool:
    return any(same(idea.kind, one.wanted, idea.wanted) for one in before.filter(story=idea.story_id))


def _of_one_pair(idea: Suggestion, before: QuerySet[Suggestion]) -> bool:
    """Whether one of these would have merged the same two stories, or stories that are now parts of them."""
    here, there = stories.parts(idea.story_id), stories.parts(idea.wanted["story"])
    pairs = ((one.story_id, one.wanted["story"]) for one in before.filter(story__in=here | there))
    return any((a in here and b in there) or (a in there and b in here) for a, b in pairs)


def _checked(kind: str, wanted: dict[str, Any]) -> dict[str, Any]:
    match kind:
        case Suggestion.Kind.HEADLINE:
            return {"headline": comment_text.line(str(wanted.get("headline", "")), longest=300)}
        case Suggestion.Kind.HASHTAGS:
            given = [comment_text.line(str(tag), longest=80).removeprefix("#") for tag in wanted.get("hashtags", [])]
            if not given:
                raise Refused("empty")
            return {"hashtags": given[:_MOST_HASHTAGS]}
        case Suggestion.Kind.SPLIT:
            return {"articles": sorted({_number(pk) for pk in wanted.get("articles", [])})}
        case _:
            return {"story": _number(wanted.get("story", 0))}


def _number(given: Any) -> int:
    """The ID of an article or a story, also from its address. Raises Refused("unknown")."""
    plain = str(given).strip().rstrip("/").rpartition("/")[2]
    number = parse_row_id(plain)
    if not number:
        raise Refused("unknown", f"“{plain[:40]}”")
    return number


def support(reader: Reader, suggestion: Suggestion, *, now: datetime) -> tuple[float, ...]:
    """Support a suggestion. Returns the weights of its supporters besides the author; rules.quorum decides on them.

    Accounts may suggest but not support in their first week: otherwise three new ones could change any story.
    """
    if suggestion.reader_id == reader.pk:
        raise Refused("not_allowed", "It is your own suggestion.")
    if suggestion.state != Suggestion.State.OPEN:
        raise Refused("already_gone")
    if is_new(reader.date_joined, now):
        raise Refused("newcomer")
    _moderators_stand(reader, suggestion, now)
    with transaction.atomic():
        if not Suggestion.objects.select_for_update().filter(pk=suggestion.pk).exists():  # withdrawn since
            raise Refused("already_gone")
        permit(reader, "votes", now=now)
        given, new = Support.objects.get_or_create(suggestion=suggestion, reader=reader, defaults={"at": now})
        if new:
            Support.objects.filter(pk=given.pk).update(weight=RowWeigher(SUPPORTS).weigh(given))
    return tuple(suggestion.supports.order_by("pk").values_list("weight", flat=True))


def withdraw_suggestion(reader: Reader, suggestion: Suggestion) -> None:
    """Its author takes it back, while nobody agrees with it. Raises Refused("not_yours", "already_gone")."""
    if suggestion.reader_id != reader.pk:
        raise Refused("not_yours")
    with transaction.atomic():
        still = Suggestion.objects.select_for_update().filter(pk=suggestion.pk, state=Suggestion.State.OPEN).first()
        if still is None or still.supports.exists():
            raise Refused("already_gone")
        still.delete()


def refer_doubt(doubt: Challenge, *, now: datetime) -> bool:
    """Rules answered a doubt that a sentence holds; what its author wrote is for a moderator to read, as a flag.

    Returns whether it is in their queue. An open flag of the author on the story brings it there, too; one that a
    moderator has closed is opened again, and a report in it stays one. How many wait is bounded by how many doubts an
    account may have.
    """
    if doubt.upheld or not doubt.why or doubt.reader is None:
        return False
    story, said = str(doubt.clip.story_id), comment_text.of_doubt(doubt.sentence, doubt.why)
    given = {"reason": Flag.Reason.DOUBT, "words": said, "at": now, "weight": weight_of(doubt.reader, now)}
    flag, made = Flag.objects.get_or_create(reader=doubt.reader, kind=Target.STORY, key=story, defaults=given)
    if not made:
        if flag.reason != Flag.Reason.DOUBT:
            given |= {"reason": Flag.Reason(flag.reason), "words": flag.words}  # the doubt is read beside it
        Flag.objects.filter(pk=flag.pk, closed_at__isnull=False).update(**given, closed_at=None)
    return True


def refer(suggestion: Suggestion, *, now: datetime) -> None:
    """Enough readers agree; ask a moderator to decide."""
    Suggestion.objects.filter(pk=suggestion.pk, referred_at=None).update(referred_at=now)


def refuse(suggestion: Suggestion, *, by: Reader, why: str, now: datetime) -> None:
    """A moderator declines it, and of a merge the same in the other direction. Raises Refused("already_gone", "empty").

    Whoever suggested it is told `why`.
    """
    said = comment_text.line(why, longest=500)
    refused = {"state": Suggestion.State.REFUSED, "decided_at": now, "decided_by": by, "by_moderator": True}
    open_still = Suggestion.objects.filter(state=Suggestion.State.OPEN)
    declined = [*open_still.filter(pk=suggestion.pk)]
    if suggestion.kind == Suggestion.Kind.MERGE:
        there, here = suggestion.wanted["story"], suggestion.story_id
        declined += open_still.filter(kind=Suggestion.Kind.MERGE, story=there, wanted__story=here)
    if not open_still.filter(pk=suggestion.pk).update(**refused):
        raise Refused("already_gone")
    open_still.filter(pk__in=[one.pk for one in declined]).update(**refused)
    for one in declined:
        _tell(one, notices.SUGGESTION_DECLINED, by, now, reason=said)


def decide(suggestion: Suggestion, *, now: datetime, carry_out: CarryOut, by: Reader | None = None) -> bool:
    """Carry a suggestion out, once under concurrency. One that cannot be carried out is refused with its reason.

    `by`: the moderator who decided; None if the readers did.
    """
    try:
        with transaction.atomic():
            open_still = Suggestion.objects.filter(pk=suggestion.pk, state=Suggestion.State.OPEN)
            decided = {"decided_at": now, "decided_by": by, "by_moderator": by is not None}
            if not open_still.update(state=Suggestion.State.APPLIED, **decided):
                return False
            suggestion.decided_at = now
            outcome, undo = carry_out(suggestion)
            Suggestion.objects.filter(pk=suggestion.pk).update(reasons=[outcome.as_json()], undo=undo)
            value([suggestion.reader_id], now=now)
            _tell(suggestion, notices.SUGGESTION_DONE if by else notices.SUGGESTION_AGREED, by, now)
    except Refused as refused:
        why = [reason.as_json() for reason in refused.reasons]
        Suggestion.objects.filter(pk=suggestion.pk).update(state=Suggestion.State.REFUSED, decided_at=now, reasons=why)
        _tell(suggestion, notices.SUGGESTION_FAILED, by, now)
        return False
    return True


def tell_of_undone_suggestion(suggestion: Suggestion, *, by: Reader, why: str, now: datetime) -> None:
    """What was carried out is undone: its author is told, and what they were told of it before says so."""
    no_longer_in_force([f"suggestion {suggestion.pk}"], readers=[suggestion.reader_id])
    words = notices.SUGGESTION_UNDONE_WHY if why else notices.SUGGESTION_UNDONE
    _tell(suggestion, words, by, now, key="suggestion undone", reason=why)


def _tell(
    suggestion: Suggestion, words: str, by: Reader | None, now: datetime, *, key: str = "suggestion", **given: str
) -> None:
    """Tell whoever suggested it what came of it, unless they decided themselves."""
    author = suggestion.reader
    if author is None or (by and by.pk == author.pk):
        return
    clip = clips.of_story(suggestion.story_id)
    parts = {"name": by.username if by else "", **given}
    if clip and clip.headline:  # a takedown empties it
        words, parts = notices.NAMING[words], parts | {"headline": clip.headline}
    notice(author, News("suggestion", words, f"{key} {suggestion.pk}", suggestion.story_id, given=parts), now=now)


def challenge(reader: Reader, clip: Clip, sentence: str, *, now: datetime, why: str = "") -> Challenge:
    """Challenge a sentence of a clip. Who writes nothing new about one that was checked gets the answer it has."""
    doubted = comment_text.clean(sentence, longest=2000)
    reason = comment_text.line(why, longest=500) if why.strip() else ""
    already = Challenge.objects.filter(clip=clip, clip_version=clip.version, sentence=doubted).order_by("pk")
    answered = already.filter(reader=reader).exclude(why="").first() or (None if reason else already.first())
    if answered:
        return answered
    permit(reader, "suggestions", now=now)
    return Challenge.objects.create(
        reader=reader, clip=clip, clip_version=clip.version, sentence=doubted, why=reason, at=now
    )
