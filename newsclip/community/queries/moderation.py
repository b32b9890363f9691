from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from newsclip.accounts.models import Reader
from newsclip.community.models import Action, Comment, Flag, Restriction, Target
from newsclip.community.rules.moderating import IN_FAVOUR
from newsclip.kernel.rows import row_number


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something flagged, with what its flags say; the oldest flag first."""

    kind: str
    key: str
    flags: tuple[Flag, ...]


def queue(limit: int = 100) -> list[Waiting]:
    """What waits for a moderator: most flags first, then longest waiting."""
    found: dict[tuple[str, str], list[Flag]] = {}
    for flag in Flag.objects.filter(closed_at=None).order_by("at", "pk")[: 20 * limit]:
        found.setdefault((flag.kind, flag.key), []).append(flag)
    waiting = [Waiting(kind, key, tuple(flags)) for (kind, key), flags in found.items()]
    return sorted(waiting, key=lambda one: (-len(one.flags), one.flags[0].at))[:limit]


def flags_on(kind: str, key: str) -> list[Flag]:
    """Flags that nobody answered yet."""
    return list(Flag.objects.filter(kind=kind, key=key, closed_at=None).order_by("at", "pk"))


def in_force_on(target: str, key: str, *, now: datetime) -> set[str]:
    """Which kinds of actions are in force on something."""
    rows = Restriction.objects.filter(Q(until=None) | Q(until__gt=now), target=target, key=key)
    return set(rows.values_list("kind", flat=True))


def log() -> "QuerySet[Action]":
    """Every action of every moderator, the newest first. Public."""
    return Action.objects.select_related("appeal").order_by("-at", "-pk")


def open_to_appeal(reader: Reader, done: Iterable[Action]) -> frozenset[int]:
    """Those of these actions that concern this reader, were not in their favour, and were not appealed yet."""
    against = [one for one in done if one.kind not in IN_FAVOUR and not hasattr(one, "appeal")]
    about = [row_number(one.key) for one in against if one.target == Target.COMMENT]
    mine = {str(pk) for pk in Comment.objects.filter(reader=reader, pk__in=about).values_list("pk", flat=True)}
    keys = {Target.COMMENT.value: mine, Target.READER.value: {str(reader.pk)}}
    return frozenset(one.pk for one in against if one.key in keys.get(one.target, ()))


def in_force(kind: str, *, now: datetime) -> "QuerySet[Restriction]":
    return Restriction.objects.filter(Q(until=None) | Q(until__gt=now), kind=kind)


def held_hashtags() -> frozenset[str]:
    """Hashtags that a moderator holds: in lower case, without their mark."""
    return frozenset(holds().values_list("key", flat=True))


def holds() -> "QuerySet[Restriction]":
    """What holds hashtags."""
    return Restriction.objects.filter(kind=Action.Kind.HOLD, target=Target.HASHTAG)


def is_suspended(reader: Reader, *, now: datetime) -> bool:
    """Whether somebody may read, and not write, for now."""
    return bool(reader.suspended_until and reader.suspended_until > now)


def is_locked(story_id: int, *, now: datetime) -> bool:
    return in_force(Action.Kind.LOCK, now=now).filter(target=Target.STORY, key=str(story_id)).exists()
