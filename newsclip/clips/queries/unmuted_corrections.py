"""What was put right, without the words of publishers that a reader mutes."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from newsclip.articles.models import Article
from newsclip.clips.models import Clip, Correction
from newsclip.clips.queries.cited_articles import without
from newsclip.clips.queries.reason_words import with_words
from newsclip.clips.queries.undone_moves import tell_undone_moves
from newsclip.evidence import serialization
from newsclip.kernel.reasons import Refused
from newsclip.kernel.reasons.undone_corrections import is_of_moderator
from newsclip.sources.models import Publisher

_OF_MUTED = {"code": "muted_publisher_changed", "params": {}}


def unmuted_corrections(rows: Iterable[Correction], muted: Collection[str]) -> list[Correction]:
    """These with their reasons in words, as things stand now; the reasons that muted publishers (domains) gave are one
    that names none.
    """
    found = list(rows)
    if muted:
        gone = _of_muted(found, muted)
        for row in found:
            heard = [one for one in row.reasons if not any(_named_in([one], what) & set(gone[what]) for what in gone)]
            row.reasons = heard if len(heard) == len(row.reasons) else [*heard, _OF_MUTED]
    tell_undone_moves(found)
    for row in found:
        row.of_moderator = is_of_moderator(row.reasons)
    return with_words(found)


def left_out_of(rows: Iterable[Correction], muted: Collection[str]) -> set[str]:
    """Those of the muted publishers (domains) for whom `unmuted_corrections` would leave out reasons of these."""
    return {domain for domains in _of_muted(rows, muted).values() for domain in domains.values()} if muted else set()


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


def _of_muted(rows: Iterable[Correction], muted: Collection[str]) -> dict[str, dict[int, str]]:
    """The articles and publishers that the reasons of these name, of muted publishers: their ids, with the domain."""
    reasons = [reason for row in rows for reason in row.reasons]
    theirs = Article.objects.filter(pk__in=_named_in(reasons, "article"), publisher__domain__in=muted)
    silent = Publisher.objects.filter(pk__in=_named_in(reasons, "publisher"), domain__in=muted)
    return {
        "article": dict(theirs.values_list("pk", "publisher__domain")),
        "publisher": dict(silent.values_list("pk", "domain")),
    }


def _named_in(reasons: Iterable[dict[str, Any]], what: str) -> set[int]:
    who = (reason.get("params", {}).get("who") for reason in reasons)
    return {one[what] for one in who if isinstance(one, dict) and isinstance(one.get(what), int)}
