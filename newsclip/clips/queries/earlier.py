"""What a clip said before, as far as it may still be shown."""

from dataclasses import dataclass
from datetime import datetime

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


def _shown_still(stored: dict[str, object]) -> Document | None:
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
