"""Whoever reported something is told what was decided about it, and about what, as it was called when they did."""

from collections.abc import Iterable
from datetime import datetime

from newsclip.clips import queries as clips
from newsclip.community.actions.noticing import notice
from newsclip.community.models import Action, Flag, Target
from newsclip.community.ports import News
from newsclip.community.rules import notices
from newsclip.kernel.rows import parse_row_id


def tell_reporters(flags: Iterable[Flag], done: Action, *, now: datetime) -> None:
    """Tell those whose reports this answers; who challenged a sentence is told of that instead."""
    for flag in flags:
        reader = flag.reader
        if reader is None or reader.pk == done.moderator_id or flag.reason == Flag.Reason.DOUBT:
            continue
        story = parse_row_id(done.key) if done.target == Target.STORY else None
        headline = clips.headline_at(story, flag.at) if story else ""
        said = notices.of_report(done.target, done.kind, named=bool(headline))
        given = {"name": done.name, "reason": done.reason, **({"headline": headline} if headline else {})}
        notice(reader, News("decision", said, f"decision {flag.pk} {done.pk}", story=story, given=given), now=now)
