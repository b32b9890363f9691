import re
from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import Any

from newsclip.accounts.actions import one_by_one
from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.community.models import OWN_WORDS, Follow, Mute, Topic
from newsclip.community.rules import comment_text
from newsclip.kernel.reasons import Refused
from newsclip.kernel.rows import parse_row_id
from newsclip.language.dates import parse_date
from newsclip.stories import queries as stories
from newsclip.stories.models import Story

_STORIES = {Topic.STORY, Topic.CHAIN}  # their keys are IDs of stories
MOST = 1000  # follows, and mutes, per reader
_LONGEST_KEY = 150
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?")


def follow(reader: Reader, kind: str, key: str, *, now: datetime) -> None:
    """Follow something. Idempotent. Raises Refused("unknown", "too_long", "too_fast")."""
    wanted = _followed(kind, _known(kind, key, forbidden={Topic.WORD}))
    with one_by_one(reader):
        if Follow.objects.filter(reader=reader).count() >= MOST:
            raise Refused("too_many", f"{MOST} at most")
        Follow.objects.get_or_create(reader=reader, kind=kind, key=wanted, defaults={"at": now})


def unfollow(reader: Reader, kind: str, key: str) -> None:
    """Follow it no more; of a name, nor the hashtags that stand for it: their pages are one."""
    Follow.objects.filter(reader=reader, kind=kind, key__in=_keys(kind, key)).delete()
    if kind == Topic.NAME:
        tags = clips.hashtags_of_name(clips.parts_of(_key(kind, key))[0])
        Follow.objects.filter(reader=reader, kind=Topic.HASHTAG, key__in=tags).delete()


def mute(
    reader: Reader,
    kind: str,
    key: str,
    *,
    now: datetime,
    scope: str = Mute.Scope.EVERYWHERE,
    until: datetime | None = None,
) -> None:
    """Mute something; muting it again updates scope and end. Raises Refused("unknown", "too_long", "too_fast")."""
    if (kind, key) == (Topic.SOURCE, OWN_WORDS):
        wanted = key
    else:
        wanted = _followed(kind, _known(kind, key, forbidden={Topic.NAME, Topic.CHAIN}))
    if scope not in Mute.Scope.values:
        raise Refused("unknown", scope)
    said = {"scope": scope, "until": until, "at": now}
    with one_by_one(reader):
        if Mute.objects.filter(reader=reader).exclude(kind=kind, key=wanted).count() >= MOST:
            raise Refused("too_many", f"{MOST} at most")
        Mute.objects.update_or_create(reader=reader, kind=kind, key=wanted, defaults=said)


def unmute(reader: Reader, kind: str, key: str) -> None:
    Mute.objects.filter(reader=reader, kind=kind, key__in=_keys(kind, key)).delete()


def take_in(reader: Reader, rows: Iterable[Any], *, now: datetime) -> tuple[int, list[str]]:
    """Import follows and mutes from our export. Returns how many, and why each other row was skipped."""
    taken, left = 0, []
    for row in islice(rows, 2 * MOST):
        try:
            _take_in_one(reader, row, now)
            taken += 1
        except Refused as refused:
            left.append(f"{_named(row)[:100]}: {refused}")
    return taken, left


def _named(row: Any) -> str:
    """A row for display: what it names, if it looks like one of ours."""
    return " ".join(str(row[name]) for name in ("kind", "key") if name in row) if isinstance(row, dict) else str(row)


def _take_in_one(reader: Reader, row: Any, now: datetime) -> None:
    if not isinstance(row, dict) or not isinstance(row.get("key"), str):
        raise Refused("unknown")
    kind, key = str(row.get("kind", "")), row["key"]
    if row.get("mute"):
        scope = str(row.get("scope") or Mute.Scope.EVERYWHERE)
        mute(reader, kind, key, now=now, scope=scope, until=parse_date(str(row.get("until") or "")))
    else:
        follow(reader, kind, key, now=now)


def _known(kind: str, key: str, *, forbidden: Iterable[str] = ()) -> str:
    """The key of something that can be followed or muted. Raises Refused("unknown", "empty", "too_long")."""
    if kind not in Topic.values or kind in forbidden:
        raise Refused("unknown", kind)
    wanted = _key(kind, key)
    if kind in _STORIES and not Story.objects.filter(pk=parse_row_id(wanted)).exists():
        raise Refused("unknown", wanted)
    if kind == Topic.NAME and not clips.is_borne(wanted):
        raise Refused("unknown", wanted)
    if not wanted.strip("* " if kind == Topic.WORD else ""):
        raise Refused("empty")
    if kind == Topic.SOURCE and not _HOST.fullmatch(wanted):
        raise Refused("unknown", wanted)
    return _person(wanted) if kind == Topic.PERSON else wanted


def _person(name: str) -> str:
    """The name as its owner spells it. Raises Refused("unknown")."""
    people = Reader.objects.filter(is_active=True).values_list("username", flat=True)
    found = people.filter(username=name).first() or people.filter(username__iexact=name).first()
    if found is None:
        raise Refused("unknown", name)
    return found


def _followed(kind: str, known: str) -> str:
    """To follow or mute a merged story means the remaining one."""
    return str(stories.story(int(known)).pk) if kind in _STORIES else known


def _keys(kind: str, key: str) -> set[str]:
    """What a row may be stored under: of a story, also those that were merged into it, or that it was merged into; of a
    chain, all its stories.
    """
    pk = parse_row_id(key) if kind in _STORIES else 0
    if pk and Story.objects.filter(pk=pk).exists():
        here = stories.story(pk).pk
        there = stories.whole_chain(here) if kind == Topic.CHAIN else [here]
        return {str(part) for story in there for part in stories.parts(story)}
    return {key, _key(kind, key)}


def _key(kind: str, key: str) -> str:
    """Hashtags, domains and words ignore case; a hashtag may come with or without "#"."""
    plain = comment_text.line(key, longest=_LONGEST_KEY)
    if kind == Topic.HASHTAG:
        plain = "".join(plain.removeprefix("#").split())
    if kind == Topic.SOURCE:
        return plain.lower().split("://")[-1].split("/")[0].removeprefix("www.") or plain
    if kind == Topic.NAME:
        return clips.followed_name(plain)
    return plain.lower() if kind in {Topic.HASHTAG, Topic.WORD} else plain
