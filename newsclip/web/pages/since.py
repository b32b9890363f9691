"""What of a clip is new, changed or gone since its reader was here, or since a version that the address names.

Members' readings are kept with the account. A stranger's device remembers the version, and asks for `?since=`: a page
that is the same for all who ask for it.
"""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.community import actions
from newsclip.community import queries as community
from newsclip.community.ports import ClipChanges
from newsclip.db.availability import if_there_is_room
from newsclip.evidence.document import Document
from newsclip.web.pages.clip_document import ReadyClip
from newsclip.web.pages.unmuted_clip import unmuted_clip

_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Since:
    """`at`: when this reader read that version, or when it was published (`was_read` is false). `changes`: None where
    what it said may not be shown. `first`: the number of the first sentence that is new or changed; `headline`: the
    headline that it had, where that changed.
    """

    version: int
    at: datetime
    was_read: bool
    changes: ClipChanges | None = None
    first: int | None = None
    headline: str = ""


def since(request: HttpRequest, clip: Clip, document: Document, ready: ReadyClip) -> Since | None:
    """What changed since then, in what this reader sees of the clip; they see it now. None where nothing is to tell."""
    reader, asked = request.user, _asked(request.GET.get("since", ""))
    seen = None
    with if_there_is_room():
        seen = actions.remember_reading(reader, clip, now=timezone.now()) if isinstance(reader, Reader) else None
    version = asked or (seen.version if seen else 0)
    before = queries.earlier_version(clip, version) if 0 < version < clip.version else None
    if before is None:
        return None
    read_at = seen.at if seen and seen.version == version else None
    told = unmuted_clip(request, before.document).document if before.document else None
    if told is None:
        return Since(version, before.at, was_read=False) if asked else None
    found = community.changes_between(told, document)
    marked = (claim.number for claim in ready.claims if claim.text in found.new or claim.text in found.changed)
    then = told.headline.text if told.headline.text != document.headline.text else ""
    return Since(version, read_at or before.at, read_at is not None, found, next(marked, None), then)


def _asked(words: str) -> int:
    """The version that the address names; 0 where that is none."""
    return int(words) if words.isascii() and words.isdecimal() and len(words) <= _DIGITS else 0
