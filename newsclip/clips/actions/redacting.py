"""What was told of a clip before is told without words that may be shown no more."""

from collections.abc import Collection, Mapping
from typing import Any

from newsclip.clips.models import Clip, ClipVersion, Correction
from newsclip.kernel.reasons import Reason


def redact(clip: Clip, texts: Collection[str]) -> None:
    """Corrections lose the sentences that are among `texts`, and all reasons the words they quote of any sentence.

    What reasons refer to needs no care: it is read from the revisions, as they are by then.
    """
    for row in Correction.objects.filter(clip=clip):
        row.sentences = [pair for pair in row.sentences if not _is_part(pair, texts)]
        row.reasons = masked(row.reasons)
        row.save(update_fields=["sentences", "reasons"])
    for version in ClipVersion.objects.filter(clip=clip).defer("document"):
        version.reasons = masked(version.reasons)
        version.save(update_fields=["reasons"])


def masked(stored: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Stored reasons without the texts among their parameters."""
    return [Reason.read(one).masked().as_json() for one in stored]


def _is_part(pair: Mapping[str, str], texts: Collection[str]) -> bool:
    return any(said and said in text for said in (pair["before"], pair["after"]) for text in texts)
