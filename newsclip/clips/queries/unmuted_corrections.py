"""What was put right, without the words of publishers that a reader mutes."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from newsclip.articles.models import Article
from newsclip.clips.models import Clip, Correction
from newsclip.clips.queries.cited_articles import without
from newsclip.clips.queries.reason_words import with_words
from newsclip.evidence import serialization
from newsclip.kernel.reasons import Refused
from newsclip.sources.models import Publisher

_OF_MUTED = {"code": "muted_publisher_changed", "params": {}}


def unmuted_corrections(rows: Iterable[Correction], muted: Collection[str]) -> list[Correction]:
    """These with their reasons in words; the reasons that muted publishers (domains) gave are one that names none."""
    found = list(rows)
    if muted:
        reasons = [reason for row in found for reason in row.reasons]
        theirs = Article.objects.filter(pk__in=_named_in(reasons, "article"), publisher__domain__in=muted)
        silent = Publisher.objects.filter(pk__in=_named_in(reasons, "publisher"), domain__in=muted)
        gone = {
            "article": set(theirs.values_list("pk", flat=True)),
            "publisher": set(silent.values_list("pk", flat=True)),
        }
        for row in found:
            heard = [one for one in row.reasons if not any(_named_in([one], what) & gone[what] for what in gone)]
            row.reasons = heard if len(heard) == len(row.reasons) else [*heard, _OF_MUTED]
    return with_words(found)


def with_unmuted_headlines(rows: Sequence[Correction], muted: Collection[str]) -> None:
    """Let the clip of each have the headline that is left without muted publishers; documents are read only then."""
    if muted:
        whole = Clip.objects.in_bulk({row.clip_id for row in rows})
        headlines = {pk: unmuted_headline(clip, muted) for pk, clip in whole.items()}
        for row in rows:
            row.clip.headline = headlines.get(row.clip_id, "")


def unmuted_headline(clip: Clip, muted: Collection[str]) -> str:
    """The clip's headline without what muted publishers say; "" where nothing is left of the clip."""
    if not muted:
        return clip.headline
    try:
        left = without(serialization.from_json(clip.document), muted)
    except Refused:  # what is stored is no document
        return ""
    return left.headline.text if left else ""


def _named_in(reasons: Iterable[dict[str, Any]], what: str) -> set[int]:
    who = (reason.get("params", {}).get("who") for reason in reasons)
    return {one[what] for one in who if isinstance(one, dict) and isinstance(one.get(what), int)}
