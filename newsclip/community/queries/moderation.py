from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.clips.models import Amendment, Clip
from newsclip.community.models import Action, Comment, Flag, Restriction, Target
from newsclip.community.queries.change_log import tell_changes
from newsclip.community.queries.kept_stories import KEEPS, kept
from newsclip.community.rules.flags import OpenFlag, in_order
from newsclip.community.rules.moderator_rights import WITHOUT_APPEAL
from newsclip.community.rules.trust import is_new
from newsclip.kernel.rows import parse_row_id

ON_A_PAGE = 100  # things that are flagged
_FLAGS_SHOWN = 20  # of one target: more add nothing
_JOINED: dict[str, str] = {Action.Kind.MERGE: "%(gone)s into %(kept)s", Action.Kind.MOVE: "from %(gone)s to %(kept)s"}
_BOTH = "%(gone)s and %(kept)s"
_OF_READERS = (Action.Kind.SUSPEND, Action.Kind.DISCOUNT)  # in force as the reader's row says


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something flagged, with its first flags, the oldest first."""

    kind: str
    key: str
    flags: tuple[Flag, ...]


def queue(limit: int = ON_A_PAGE, *, page: int = 1) -> list[Waiting]:
    """One page of the moderation queue, by the weight of the flags (see rules.flags); [] after the last page."""
    chosen = in_order(_open_flags(), limit=limit, page=page)
    found: dict[tuple[str, str], list[Flag]] = {matter: [] for matter in chosen}
    keys = {key for _, key in chosen}
    for flag in Flag.objects.filter(closed_at=None, key__in=keys).select_related("reader").order_by("at", "pk"):
        if len(found.get((flag.kind, flag.key), [None] * _FLAGS_SHOWN)) < _FLAGS_SHOWN:
            found[flag.kind, flag.key].append(flag)
    return [Waiting(kind, key, tuple(found[kind, key])) for kind, key in chosen]


def _open_flags() -> Iterator[OpenFlag]:
    rows = Flag.objects.filter(closed_at=None).order_by()
    for kind, key, account, weight, at, joined in rows.values_list(
        "kind", "key", "reader", "weight", "at", "reader__date_joined"
    ).iterator():
        yield OpenFlag((kind, key), account, weight, at, newcomer=bool(joined and is_new(joined, at)))


def flagged() -> int:
    """How many things have flags without an answer."""
    return Flag.objects.filter(closed_at=None).order_by().values("kind", "key").distinct().count()


def flags_on(kind: str, key: str) -> list[Flag]:
    """Flags without an answer."""
    return list(Flag.objects.filter(kind=kind, key=key, closed_at=None).select_related("reader").order_by("at", "pk"))


def dismissed_flags(kind: str, key: str, *, by: str = Action.Kind.DISMISS) -> "QuerySet[Flag]":
    """The flags that the newest dismissal, or other decision `by` that closes them, closed; no later ones."""
    newest = Action.objects.filter(kind=by, target=kind, key=key).order_by("-pk")
    return Flag.objects.filter(kind=kind, key=key, closed_at__in=newest.values("at")[:1])


def flagged_by(reader: Reader, kind: str, keys: Iterable[str]) -> frozenset[int]:
    """Which of these a reader flagged, answered or not; to doubt a sentence is something else."""
    rows = Flag.objects.filter(reader=reader, kind=kind, key__in=list(keys)).exclude(reason=Flag.Reason.DOUBT)
    return frozenset(map(int, rows.values_list("key", flat=True)))


def in_force_on(target: str, key: str, *, now: datetime) -> set[str]:
    """The kinds of restrictions in force on something."""
    rows = Restriction.objects.filter(Q(until=None) | Q(until__gt=now), target=target, key=key)
    return set(rows.values_list("kind", flat=True))


def log() -> "QuerySet[Action]":
    """Every action of every moderator, newest first. Public."""
    return Action.objects.select_related("appeal").order_by("-at", "-pk")


def named(done: Iterable[Action], say: Callable[[str], str] = str) -> list[Action]:
    """The actions, each with `called` set: a story by the headline it had then, else by its ID.

    `say` translates. Of a clip that was withdrawn no words are told.
    """
    found = list(done)
    of_stories = [one for one in found if one.target == Target.STORY]
    about = {(parse_row_id(key), one.at) for one in of_stories for key in (one.key, one.gone) if key}
    states = dict(Clip.objects.filter(story__in={pk for pk, _ in about}).values_list("story", "state"))
    shown = {pk for pk, state in states.items() if state == Clip.State.PUBLISHED}
    headlines = clips.headlines_at([(pk, at) for pk, at in about if pk in shown])
    for one in found:
        if one.target == Target.STORY:
            titles = {key: headlines.get((parse_row_id(key), one.at)) for key in (one.gone, one.key) if key}
            one.titles = {
                key: f"“{title}”" if title else say("story %(number)s") % {"number": key}
                for key, title in titles.items()
            }
            one.joined = say(_JOINED.get(one.kind, _BOTH)) if one.gone else "%(kept)s"
            one.called = one.joined % {"gone": one.titles.get(one.gone, ""), "kept": one.titles[one.key]}
        else:
            one.called = one.label or one.key
    withdrawn = {str(pk) for pk, state in states.items() if state == Clip.State.WITHDRAWN}
    tell_changes(found, say, withdrawn=withdrawn)
    return found


def open_to_appeal(reader: Reader, done: Iterable[Action]) -> frozenset[int]:
    """Those of these actions that concern this reader, were not in their favour, and were not appealed."""
    against = [one for one in done if one.kind not in WITHOUT_APPEAL and not hasattr(one, "appeal")]
    about = [parse_row_id(one.key) for one in against if one.target == Target.COMMENT]
    mine = {str(pk) for pk in Comment.objects.filter(reader=reader, pk__in=about).values_list("pk", flat=True)}
    keys = {Target.COMMENT.value: mine, Target.READER.value: {str(reader.pk)}}
    return frozenset(one.pk for one in against if one.key in keys.get(one.target, ()))


def is_without_appeal(kind: str) -> bool:
    """Whether nobody appeals against an action of this kind."""
    return kind in WITHOUT_APPEAL


def still_in_force(done: Iterable[Action], *, now: datetime) -> frozenset[int]:
    """Those of these actions whose effect still holds: nobody took it back, and it has not ended."""
    found = list(done)
    within = Q(until=None) | Q(until__gt=now)
    rows = Restriction.objects.filter(within, action__in=[one.pk for one in found])
    about = {parse_row_id(one.key) for one in found if one.target == Target.READER and one.kind in _OF_READERS}
    held = _in_force_on_readers(about, now) | _dismissals(found) | _sentences_out(found) | _kept(found)
    return held.union(rows.values_list("action", flat=True))


def _kept(found: Collection[Action]) -> frozenset[int]:
    """Those of these that keep stories as they are."""
    asked = [one.pk for one in found if one.kind in KEEPS]
    return frozenset(kept().filter(pk__in=asked).values_list("pk", flat=True)) if asked else frozenset()


def _sentences_out(found: Collection[Action]) -> frozenset[int]:
    """Those of these that took out a sentence which nobody put back."""
    taken = {(int(one.key), one.at): one.pk for one in found if one.kind == Action.Kind.TAKE_OUT}
    if not taken:
        return frozenset()
    rows = Amendment.objects.filter(kind=Amendment.Kind.SENTENCE, undone_at=None)
    rows = rows.filter(story__in={story for story, _ in taken}, at__in={at for _, at in taken})
    return frozenset(taken[one] for one in rows.values_list("story_id", "at") if one in taken)


def _dismissals(found: Collection[Action]) -> frozenset[int]:
    """Those of these that are the newest dismissal of their target, and whose flags nobody opened again."""
    done = {one.pk for one in found if one.kind == Action.Kind.DISMISS}
    keys = {one.key for one in found if one.pk in done}
    if not done:
        return frozenset()
    rows = Action.objects.filter(kind=Action.Kind.DISMISS, key__in=keys).order_by("pk")
    newest = {(target, key): (pk, at) for pk, target, key, at in rows.values_list("pk", "target", "key", "at")}
    times = {at for _, at in newest.values()}
    closed = set(Flag.objects.filter(key__in=keys, closed_at__in=times).values_list("kind", "key", "closed_at"))
    return frozenset(pk for (target, key), (pk, at) in newest.items() if pk in done and (target, key, at) in closed)


def _in_force_on_readers(about: set[int], now: datetime) -> frozenset[int]:
    """The newest suspensions and discounts of these readers, where they hold."""
    rows = Action.objects.filter(target=Target.READER, key__in=[str(pk) for pk in about], kind__in=_OF_READERS)
    newest = {(int(key), kind): pk for key, kind, pk in rows.order_by("pk").values_list("key", "kind", "pk")}
    people = Reader.objects.filter(pk__in=about).values_list("pk", "suspended_until", "counts")
    held = [(pk, Action.Kind.SUSPEND) for pk, until, _ in people if until and until > now]
    held += [(pk, Action.Kind.DISCOUNT) for pk, _, counts in people if not counts]
    return frozenset(newest[one] for one in held if one in newest)


def in_force(kind: str, *, now: datetime) -> "QuerySet[Restriction]":
    return Restriction.objects.filter(Q(until=None) | Q(until__gt=now), kind=kind)


def held_hashtags() -> frozenset[str]:
    """Hashtags on hold: lower case, without "#"."""
    return frozenset(holds().values_list("key", flat=True))


def holds() -> "QuerySet[Restriction]":
    """The restrictions that hold hashtags."""
    return Restriction.objects.filter(kind=Action.Kind.HOLD, target=Target.HASHTAG)


def pinned(*, limit: int, now: datetime) -> "QuerySet[Restriction]":
    """The pins in force, the latest first, each with the action that says by whom and why; the key is the story's."""
    pins = in_force(Action.Kind.PIN, now=now).filter(target=Target.STORY).select_related("action")
    return pins.order_by("-action__at", "-pk")[:limit]


def is_suspended(reader: Reader, *, now: datetime) -> bool:
    """Whether the reader is suspended: may read but not write."""
    return bool(reader.suspended_until and reader.suspended_until > now)


def last_suspension(reader: Reader) -> int | None:
    """The number of the action that suspended the reader last: what they appeal against."""
    done = Action.objects.filter(kind=Action.Kind.SUSPEND, target=Target.READER, key=str(reader.pk))
    return done.order_by("-pk").values_list("pk", flat=True).first()


def is_locked(story_id: int, *, now: datetime) -> bool:
    return in_force(Action.Kind.LOCK, now=now).filter(target=Target.STORY, key=str(story_id)).exists()
