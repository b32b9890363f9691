"""Why a moderator took a sentence out, beside each correction and each challenge of a page."""

from collections.abc import Iterable
from datetime import datetime

from newsclip.clips.models import Clip, Correction
from newsclip.community import queries
from newsclip.community.models import Challenge
from newsclip.kernel.reasons.undone_corrections import is_still_out


def with_why_taken_out[Row: (Correction, Challenge)](rows: Iterable[Row]) -> list[tuple[Row, str]]:
    """Each row with the reason of the moderator who took its sentence out; "" where none did, or it was put back."""
    found = list(rows)
    out = {row.clip_id for row in found if _taken_out(row)}
    stories = dict(Clip.objects.filter(pk__in=out).values_list("pk", "story")) if out else {}
    taken = [(stories.get(row.clip_id, 0), _taken_out(row)) for row in found]
    why = queries.why_taken_out([(story, at) for story, at in taken if at])
    return [(row, why[story, at] if at else "") for row, (story, at) in zip(found, taken, strict=True)]


def _taken_out(row: Correction | Challenge) -> datetime | None:
    """When a moderator took its sentence out, if it still is."""
    at = row.at if isinstance(row, Correction) else row.decided_at
    return at if is_still_out(row.reasons) else None
