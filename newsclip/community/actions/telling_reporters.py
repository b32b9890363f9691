"""Whoever reported something is told what was decided about it, and about what, as it was called when they did."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.community.actions.noticing import no_longer_in_force, notice
from newsclip.community.models import Action, Flag, Target
from newsclip.community.ports import News
from newsclip.community.rules import notices
from newsclip.community.rules.answered_reports import AGREE
from newsclip.kernel.rows import parse_row_id


def tell_reporters(flags: Iterable[Flag], done: Action, *, now: datetime) -> None:
    """Tell those whose reports this answers; who challenged a sentence is told of that instead."""
    kind = AGREE if done.agrees else done.kind
    for flag, reader in _reporters(flags, done):
        headline = _headline(flag)
        said = notices.of_report(flag.kind, kind, named=bool(headline))
        given = {"name": done.name, "reason": done.reason, **({"headline": headline} if headline else {})}
        _tell(reader, flag, said, f"decision {flag.pk} {done.pk}", given, now)


def tell_of_undoing(flags: Iterable[Flag], undone: Action, done: Action, *, again: bool, now: datetime) -> None:
    """Tell those whose reports the `undone` decision closed that it holds no more; `again`: their reports wait."""
    told = list(_reporters(flags, done))
    no_longer_in_force(
        [f"decision {flag.pk} {undone.pk}" for flag, _ in told], readers={reader.pk for _, reader in told}
    )
    for flag, reader in told:
        headline = _headline(flag)
        said = notices.of_undone_report(flag.kind, named=bool(headline), again=again)
        given = {"name": done.name, "reason": done.reason, **({"headline": headline} if headline else {})}
        _tell(reader, flag, said, f"undone {flag.pk} {done.pk}", given, now)


def _reporters(flags: Iterable[Flag], done: Action) -> Iterable[tuple[Flag, Reader]]:
    for flag in flags:
        if flag.reader and flag.reader.pk != done.moderator_id and flag.reason != Flag.Reason.DOUBT:
            yield flag, flag.reader


def _headline(flag: Flag) -> str:
    story = parse_row_id(flag.key) if flag.kind == Target.STORY else 0
    return clips.headline_at(story, flag.at) if story else ""


def _tell(reader: Reader, flag: Flag, said: str, key: str, given: dict[str, Any], now: datetime) -> None:
    story = parse_row_id(flag.key) if flag.kind == Target.STORY else None
    notice(reader, News("decision", said, key, story=story, given=given), now=now)
