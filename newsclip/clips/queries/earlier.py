"""What a clip said before, as far as it may still be shown."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newsclip.clips.models import Clip, ClipVersion
from newsclip.clips.queries.passage_words import passage_words
from newsclip.evidence import serialization
from newsclip.evidence.document import Document
from newsclip.evidence.verifier.stale_evidence import stale_evidence
from newsclip.evidence.visitor import Statement, filter_sentences
from newsclip.kernel.reasons import Refused
from newsclip.kernel.spans import Passage


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """A version of a clip and when it was published. `document`: without what may be shown no more, None where that
    leaves nothing, or where the words went.
    """

    version: int
    at: datetime
    document: Document | None


def earlier_version(clip: Clip, version: int) -> EarlierVersion | None:
    """A stored version of the clip; None where there is none."""
    row = ClipVersion.objects.filter(clip=clip, version=version).first()
    return EarlierVersion(row.version, row.at, _shown_still(row.document)) if row else None


def headline_at(story_id: int, at: datetime) -> str:
    """The headline of the story's clip at that time, as far as it may still be shown; "" without one."""
    clip = Clip.objects.defer("document").filter(story=story_id).first()
    if clip is None:
        return ""
    row = ClipVersion.objects.filter(clip=clip, at__lte=at).order_by("-version").first()
    if row is None:
        return clip.headline
    left = _shown_still(row.document)
    return left.headline.text if left else ""


def headlines_at(wanted: Collection[tuple[int, datetime]]) -> dict[tuple[int, datetime], str]:
    """For each story and time the headline of its clip then, as far as it may still be shown; stories without a clip
    are left out.

    A document is read only where it is not the clip's newest.
    """
    if not wanted:
        return {}
    clips = {one.story_id: one for one in Clip.objects.defer("document").filter(story__in={pk for pk, _ in wanted})}
    versions: dict[int, list[tuple[int, int, datetime]]] = {}
    rows = ClipVersion.objects.filter(clip__story__in=clips, at__lte=max(at for _, at in wanted)).order_by("-version")
    for story, pk, version, at in rows.values_list("clip__story", "pk", "version", "at"):
        versions.setdefault(story, []).append((pk, version, at))
    found: dict[tuple[int, datetime], str] = {}
    stored: dict[tuple[int, datetime], int] = {}
    for story, at in wanted:
        if story in clips:
            then = next((row for row in versions.get(story, ()) if row[2] <= at), None)
            found[story, at] = clips[story].headline
            if then and then[1] < clips[story].version:
                stored[story, at] = then[0]
    documents = dict(ClipVersion.objects.filter(pk__in=stored.values()).values_list("pk", "document"))
    return found | {key: _headline(documents[pk], found[key]) for key, pk in stored.items()}


def _headline(stored: dict[str, Any], now: str) -> str:
    """What is said `now` may be shown, so only another one is judged."""
    if (stored.get("headline") or {}).get("text") == now:
        return now
    left = _shown_still(stored)
    return left.headline.text if left else ""


def _shown_still(stored: dict[str, Any]) -> Document | None:
    """A takedown empties the stored document; a publisher's limit leaves passages of which less may be shown."""
    if not stored.get("headline"):
        return None
    try:
        told = serialization.from_json(stored)
    except Refused:  # an older form
        return None
    lost: set[Passage] = {p for verdict in stale_evidence(told, passage_words(told)) for p in verdict.passages}

    def stands(said: Statement) -> bool:
        return lost.isdisjoint(said.evidence)

    return filter_sentences(told, stands) if lost else told
