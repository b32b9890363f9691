"""What was put right, without the words of publishers that a reader mutes."""

from collections.abc import Collection, Iterable
from typing import Any

from newsclip.articles.models import Article
from newsclip.clips import queries
from newsclip.clips.models import Clip, Correction
from newsclip.kernel.reasons import Refused
from newsclip.sources.models import Publisher


def unmuted_corrections(rows: Iterable[Correction], muted: Collection[str]) -> list[Correction]:
    """These with their reasons in words, without the reasons that muted publishers (domains) gave."""
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
            row.reasons = [
                reason for reason in row.reasons if not any(_named_in([reason], what) & gone[what] for what in gone)
            ]
    return queries.with_words(found)


def unmuted_headline(clip: Clip, muted: Collection[str]) -> str:
    """The clip's headline without what muted publishers say; "" where nothing is left of the clip."""
    if not muted:
        return clip.headline
    try:
        left = queries.without(queries.document(clip), muted)
    except Refused:  # what is stored is no document
        return ""
    return left.headline.text if left else ""


def _named_in(reasons: Iterable[dict[str, Any]], what: str) -> set[int]:
    who = (reason.get("params", {}).get("who") for reason in reasons)
    return {one[what] for one in who if isinstance(one, dict) and isinstance(one.get(what), int)}
