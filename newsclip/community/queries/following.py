from collections import abc
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import batched

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip, Correction
from newsclip.clips.queries import listed, unmuted_corrections
from newsclip.community.models import (
    READ_LATER,
    Action,
    Collected,
    Collection,
    Comment,
    Follow,
    Mute,
    Notice,
    Reading,
    Topic,
)
from newsclip.community.ports import ClipChanges, Muted
from newsclip.community.rules import notices
from newsclip.community.rules.account_weight import Account, weight
from newsclip.community.rules.mutes import silent_publishers
from newsclip.community.rules.news import changes
from newsclip.db.cached_queries import CachedQuery
from newsclip.evidence.document import Document
from newsclip.kernel.reasons import in_sentences
from newsclip.kernel.rows import parse_row_id
from newsclip.stories import queries as stories
from newsclip.stories.models import ChainLink

CHAIN_WAITS = timedelta(days=7)  # for a clip; then the story is no news any more


def follows(reader: Reader) -> dict[str, frozenset[str]]:
    """What a reader follows: kind → keys."""
    found: dict[str, set[str]] = {kind: set() for kind in Topic.values}
    for kind, key in Follow.objects.filter(reader=reader).values_list("kind", "key"):
        found[kind].add(key)
    return {kind: frozenset(keys) for kind, keys in found.items()}


def follows_chain(reader: Reader, story_id: int) -> bool:
    """Whether the reader follows the chain that this story is in, by whichever of its stories."""
    keys = [str(pk) for pk in stories.whole_chain(story_id)]
    return Follow.objects.filter(reader=reader, kind=Topic.CHAIN, key__in=keys).exists()


def chains_to_tell(now: datetime) -> "QuerySet[ChainLink]":
    """Links whose later story has a clip, or had none for too long; the oldest first. Many stories never get one: those
    that wait must not stand before the others.
    """
    has_clip = Exists(listed().filter(story=OuterRef("later")))
    return stories.links_to_tell().filter(has_clip | Q(at__lte=now - CHAIN_WAITS))


def activity_of(names: abc.Collection[str], *, since: datetime) -> dict[int, set[str]]:
    """Story → which of these people commented on it or publicly collected it since then."""
    found: dict[int, set[str]] = {}
    said = Comment.objects.filter(reader__username__in=names, at__gte=since, state=Comment.State.SHOWN)
    kept = Collected.objects.filter(collection__reader__username__in=names, at__gte=since, collection__public=True)
    for story, name in [
        *said.values_list("story_id", "reader__username"),
        *kept.values_list("story_id", "collection__reader__username"),
    ]:
        found.setdefault(story, set()).add(name)
    return found


_MOST_AT_ONCE = 500  # readers in one question
_MUTES = CachedQuery(Mute, lambda readers: Mute.objects.filter(reader__in=readers).order_by("kind", "key"))


def mutes(reader: Reader, *, now: datetime) -> tuple[Muted, ...]:
    """The mutes in force."""
    # Asked on every page for signed-in readers: filtering expired ones here is cheaper than in the query.
    return mutes_of([reader.pk], now=now)[reader.pk]


def mutes_of(readers: abc.Collection[int], *, now: datetime) -> dict[int, tuple[Muted, ...]]:
    """The mutes in force of each of these readers (their ids)."""
    found: dict[int, list[Muted]] = {pk: [] for pk in readers}
    for some in batched(found, _MOST_AT_ONCE, strict=False):
        for row in _MUTES.objects(some):
            if row.until is None or row.until > now:
                found[row.reader_id].append(Muted(row.kind, row.key, row.scope))
    return {pk: tuple(rows) for pk, rows in found.items()}


def collections_of(reader: Reader, *, private: bool) -> "QuerySet[Collection]":
    rows = Collection.objects.filter(reader=reader).order_by("title", "pk")
    return rows if private else rows.filter(public=True)


def collections_with(reader: Reader, story_id: int) -> list[tuple[Collection, bool]]:
    """The reader's collections by title, each with whether the story is in it; without the list to read later.

    Follows merges. Raises Story.DoesNotExist.
    """
    same = stories.parts(stories.story(story_id).pk)
    rows = Collected.objects.filter(collection__reader=reader, story__in=same)
    having = set(rows.values_list("collection", flat=True))
    mine = collections_of(reader, private=True).exclude(slug__in=READ_LATER, public=False)
    return [(one, one.pk in having) for one in mine]


def read_later(reader: Reader) -> Collection | None:
    """The reader's list of what to read later, once they saved something; never a public one."""
    return Collection.objects.filter(reader=reader, slug__in=READ_LATER, public=False).order_by("-slug").first()


def is_saved(reader: Reader, story_id: int) -> bool:
    """Whether a story is in that list."""
    return bool(saved_and_followed(reader, [story_id])[0])


def saved_and_followed(reader: Reader, story_ids: abc.Collection[int]) -> tuple[set[int], set[int]]:
    """Which of these stories the reader saved, and which they follow, in one query."""
    keys = [str(pk) for pk in story_ids]
    lists = {"collection__reader": reader, "collection__slug__in": READ_LATER, "collection__public": False}
    saved = Collected.objects.filter(**lists, story__in=story_ids).order_by()
    followed = Follow.objects.filter(reader=reader, kind=Topic.STORY, key__in=keys).order_by()
    rows = saved.values_list(Value("saved"), Cast("story_id", CharField())).union(
        followed.values_list(Value("followed"), "key"), all=True
    )
    found: dict[str, set[int]] = {"saved": set(), "followed": set()}
    for how, key in rows:
        found[how].add(int(key))
    return found["saved"], found["followed"]


def in_words(
    told: Notice, translate: Callable[[str], str], *, now: datetime, day: Callable[[datetime], str] = notices.plain_day
) -> str:
    """A notice's text, translated and with days as `day` writes them, without the words of publishers that its reader
    mutes, and whether it was undone since; old rows without parts stay as stored.
    """
    if not told.sentence:
        return told.words
    given = told.given
    if told.sentence == notices.CORRECTION:
        given = {"reason": _why(told.reader_id, given.get("correction", 0), translate, now)}
    said = notices.said(told.sentence, given, translate, day)
    return f"{said} {translate(notices.SINCE_UNDONE)}" if told.is_over else said


def _why(reader: int, correction: int, translate: Callable[[str], str], now: datetime) -> str:
    silent = silent_publishers(mutes_of([reader], now=now)[reader])
    rows = unmuted_corrections(Correction.objects.filter(pk=correction), silent)
    return " ".join(in_sentences(row.told, translate) for row in rows)


def page_of(told: Notice) -> str:
    """The path of the page that a notice leads to; that of all notices where it leads nowhere else."""
    if told.kind == "suggestion":
        return f"/s/{told.story_id}/suggestions"
    if told.kind == "decision":
        return "/reported"
    if told.kind == "doubt":
        return f"/s/{told.story_id}/suggestions#doubts"
    if told.comment_id or told.story_id:
        return f"/comments/{told.comment_id}" if told.comment_id else f"/s/{told.story_id}"
    kind, _, rest = told.key.partition(" ")
    number = parse_row_id(rest.partition(" ")[0])  # of the row that its key names
    pages = {
        ("moderation", "action"): f"/appeal/{number}",
        ("source", "source"): f"/sources/suggested/{number}",
    }
    if number and (told.kind, kind) in pages:
        return pages[told.kind, kind]
    return {"appeal": "/moderation", "webhook": "/settings/webhooks"}.get(told.kind, "/notices")


def news_for(reader: Reader) -> "QuerySet[Notice]":
    return Notice.objects.filter(reader=reader).select_related("comment").order_by("-at", "-pk")


def notice_of(reader: Reader, done: Action) -> Notice | None:
    """What the reader was told of a moderator's action that concerns them."""
    return Notice.objects.filter(reader=reader, key=f"action {done.pk}").first()


def unread(reader: Reader, *, limit: int = 10_000) -> int:
    """The number of unread notices, at most `limit`."""
    return Notice.objects.filter(reader=reader, read_at=None)[:limit].count()


def readings(clip_id: int, *, limit: int) -> list[tuple[datetime, float]]:
    """When signed-in readers last saw this clip, with their weights; their names are private.

    Weighted by account only: reading the same as others is no sign of a ring.
    """
    rows = Reading.objects.filter(clip_id=clip_id, opened=True).order_by("at")
    known = rows.values_list("at", "reader__date_joined", "reader__valued", "reader__counts", "reader__waits")
    return [
        (at, weight(Account(joined, valued, counts and not waits), at))
        for at, joined, valued, counts, waits in known[:limit]
    ]


def history(reader: Reader, *, limit: int) -> list[int]:
    """The clips that a reader opened last, newest first."""
    rows = Reading.objects.filter(reader=reader, opened=True).order_by("-at", "-pk")
    return list(rows.values_list("clip_id", flat=True)[:limit])


def opened_since(reader: Reader, since: datetime) -> frozenset[int]:
    """The clips that a reader opened since then."""
    return frozenset(
        Reading.objects.filter(reader=reader, opened=True, at__gte=since).values_list("clip_id", flat=True)
    )


def versions_read(reader: Reader, clip_ids: abc.Collection[int]) -> dict[int, int]:
    """Of these clips those that the reader read, and the version that they read last."""
    return dict(Reading.objects.filter(reader=reader, clip__in=clip_ids).values_list("clip_id", "version"))


def last_read(reader: Reader, *, before: datetime) -> datetime | None:
    """When the reader last read a clip before this moment; None if never."""
    rows = Reading.objects.filter(reader=reader, at__lt=before).order_by("-at")
    return rows.values_list("at", flat=True).first()


def to_announce() -> "QuerySet[Clip]":
    """Clips with a version that their followers were not told about."""
    return Clip.objects.filter(announced_version__lt=F("version")).order_by("pk")


def changes_between(before: Document, after: Document) -> ClipChanges:
    """What a reader of the older version of a clip finds new, changed or gone in the newer one."""
    return changes(before, after)


def listed_for(reader: Reader) -> list[dict[str, object]]:
    """All follows and mutes of a reader, in the form that actions.take_in reads."""
    followed = Follow.objects.filter(reader=reader).order_by("kind", "key").values_list("kind", "key")
    muted = Mute.objects.filter(reader=reader).order_by("kind", "key")
    rows: list[dict[str, object]] = [{"kind": kind, "key": key} for kind, key in followed]
    for one in muted:
        until = one.until.isoformat() if one.until else ""
        rows.append({"kind": one.kind, "key": one.key, "mute": True, "scope": one.scope, "until": until})
    return rows
