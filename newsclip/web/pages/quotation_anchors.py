"""Where on the page of evidence the quotations are that pages of names lead to."""

from collections.abc import Iterable

from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.kernel.spans import digest_of
from newsclip.language.quotation_marks import plain
from newsclip.web.pages.clip_document import Shown


def quotations_within(clip: Clip, claims: Iterable[Shown]) -> dict[int, list[str]]:
    """By the number of a sentence what pages call the quotations in it by; each stands in the first that has it."""
    said = {digest_of(text): plain(text) for text in queries.quoted_by(clip)}
    found: dict[int, list[str]] = {}
    for claim in claims:
        words = plain(claim.text)
        for key in [key for key, text in said.items() if text in words and not claim.quoted]:
            found.setdefault(claim.number, []).append(key)
            del said[key]
    return found
