"""Targets of moderation: stories, comments, readers, domains, hashtags; each identified by kind and key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db.models import QuerySet

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community.models import Appeal, Comment, Flag, Target
from newsclip.community.queries.contributions import open_suggestions, suggested_sources
from newsclip.community.queries.moderation import dismissed_flags, flags_on, in_force_on, queue
from newsclip.community.rules.answered_reports import AGREE
from newsclip.kernel.rows import parse_row_id

CHOICES: Mapping[str, tuple[str, ...]] = {
    Target.STORY: ("pin", "unpin", "lock", "unlock", "remove", "restore", AGREE, "dismiss", "reopen"),
    Target.COMMENT: ("remove", "restore", "approve", "dismiss", "reopen"),
    Target.READER: ("approve", "warn", "suspend", "unsuspend", "discount", "count", "dismiss", "reopen"),
    Target.DOMAIN: ("ban", "unban"),
    Target.HASHTAG: ("hold", "approve"),
}
"""The actions that each kind of target allows."""
_NO_OPINION = {Flag.Reason.HELD, Flag.Reason.DOUBT}  # of a rule, and of a sentence, which goes or stays


@dataclass(frozen=True, slots=True)
class TargetName:
    """A target's name: a template and its `given` values, for translation at the edge."""

    words: str
    given: Mapping[str, str]

    def __str__(self) -> str:
        return self.words % self.given


def is_known(kind: str, key: str) -> bool:
    """Our own targets are looked up; a domain or a hashtag may be acted on before it was ever seen."""
    if kind not in CHOICES or kind in {Target.DOMAIN, Target.HASHTAG}:
        return kind in CHOICES
    model = {Target.STORY: Clip, Target.COMMENT: Comment, Target.READER: Reader}[Target(kind)]
    field = "story" if kind == Target.STORY else "pk"
    return model._default_manager.filter(**{field: parse_row_id(key)}).exists()


def may_be_flagged(kind: str, key: str) -> bool:
    """Visible targets; of comments neither held nor deleted ones."""
    if kind in {Target.DOMAIN, Target.HASHTAG} or not is_known(kind, key):
        return False
    return kind != Target.COMMENT or Comment.objects.filter(pk=int(key), state=Comment.State.SHOWN).exists()


def possible(kind: str, key: str, *, now: datetime) -> list[str]:
    """Those of CHOICES that would change something now."""
    within = in_force_on(kind, key, now=now)
    match kind:
        case Target.COMMENT:
            state = Comment.objects.get(pk=int(key)).state
            deeds = {"shown": {"remove"}, "held": {"approve", "remove"}, "removed": {"restore"}}.get(state, set())
        case Target.STORY:
            deeds = {
                "unpin" if "pin" in within else "pin",
                "unlock" if "lock" in within else "lock",
                "restore" if "remove" in within else "remove",
            }
        case Target.READER:
            person = Reader.objects.get(pk=int(key))
            until = person.suspended_until
            deeds = {"warn", "unsuspend" if until and until > now else "suspend"}
            deeds |= {
                "discount" if person.counts else "count",
                *(["approve"] if person.waits == Reader.Waits.APPROVAL else []),
            }
        case Target.DOMAIN:
            deeds = {"unban" if "ban" in within else "ban"}
        case _:
            deeds = {"approve", *({"hold"} - within)}
    flags = flags_on(kind, key)
    deeds |= {"dismiss"} if flags and not _is_held(kind, key) else set()
    deeds |= {AGREE} if kind == Target.STORY and can_be_agreed_with(flags) else set()
    deeds |= {"reopen"} if _may_be_reopened(kind, key) else set()
    return [deed for deed in CHOICES[kind] if deed in deeds]


def can_be_agreed_with(flags: Iterable[Flag]) -> bool:
    """Whether one of these says what is wrong with a story, and not with one of its sentences alone."""
    return any(one.reason not in _NO_OPINION for one in flags)


def _may_be_reopened(kind: str, key: str) -> bool:
    """Whether flags were dismissed on something that is still shown: of what is removed nobody needs to be asked."""
    return may_be_flagged(kind, key) and dismissed_flags(kind, key).exists()


def _is_held(kind: str, key: str) -> bool:
    """A held comment is approved or removed: without its flags nobody would be asked about it any more."""
    return kind == Target.COMMENT and Comment.objects.filter(pk=parse_row_id(key), state=Comment.State.HELD).exists()


def appointments(reader_id: int) -> list[str]:
    """What staff can do about an account's right to moderate: give it, or take it away."""
    found = Reader.objects.filter(pk=reader_id).values_list("is_moderator", flat=True)
    return ["take_mod" if moderates else "give_mod" for moderates in found]


def accounts_that_wait() -> "QuerySet[Reader]":
    """Accounts that wait for a moderator's approval, oldest first."""
    return Reader.objects.filter(waits=Reader.Waits.APPROVAL, is_active=True).order_by("date_joined")


def waiting(*, limit: int) -> int:
    """The number of targets and appeals that wait for a moderator, at most `limit`."""
    flagged = islice((one for one in queue() if is_known(one.kind, one.key)), limit)
    asked = Appeal.objects.filter(answered_at=None)[:limit].count() + open_suggestions()[:limit].count()
    asked += accounts_that_wait()[:limit].count() + suggested_sources()[:limit].count()
    return min(limit, sum(1 for _ in flagged) + asked)


def words_of(kind: str, key: str) -> str:
    """What the target says, so that moderators can decide without looking elsewhere."""
    if kind == Target.COMMENT:
        return Comment.objects.values_list("text", flat=True).get(pk=int(key))
    if kind == Target.READER:
        return Reader.objects.values_list("about", flat=True).get(pk=int(key))
    if kind == Target.STORY:
        return Clip.objects.values_list("summary", flat=True).filter(story=int(key)).first() or ""
    return ""


def story_called(headline: str) -> TargetName:
    """The name of a story with this headline, today's or an earlier one."""
    return TargetName("the story “%(headline)s”", {"headline": headline})


def called(kind: str, key: str) -> TargetName:
    """Its name in the public log. A removed comment's words are not repeated there."""
    if kind == Target.STORY:
        clip = Clip.objects.defer("document").filter(story=parse_row_id(key)).first()
        if clip:
            return story_called(clip.headline)
        return TargetName("story %(number)s", {"number": key})
    if kind == Target.COMMENT:
        said = Comment.objects.select_related("reader").filter(pk=parse_row_id(key)).first()
        if said and said.reader:
            return TargetName("a comment by %(name)s", {"name": said.reader.username})
        return TargetName("comment %(number)s", {"number": key})
    if kind == Target.READER:
        person = Reader.objects.filter(pk=parse_row_id(key)).first()
        if person is None:
            return TargetName("reader %(number)s", {"number": key})
        return TargetName("%(name)s", {"name": person.username})
    return TargetName("%(name)s", {"name": f"#{key}" if kind == Target.HASHTAG else key})
