"""What stands right below a clip's headline."""

from collections.abc import Collection
from typing import Any

from newsclip.evidence.card_text import below_headline
from newsclip.web.pages.clip_document import ReadyClip


def standfirst(reading: ReadyClip, marked: Collection[str], spoken: Collection[int]) -> dict[str, Any]:
    """The summary's sentences below the headline, and the one that the headline says (`headline_says`), if any.

    One that bears a mark of its own stays: `marked` are the texts of such sentences, `spoken` the numbers of those
    that comments speak of.
    """
    document = reading.document
    below = below_headline(document)
    if below == document.summary:
        return {"standfirst": below}
    first = reading.shown(document.summary[0])
    if first.text in marked or first.number in spoken:
        return {"standfirst": document.summary}
    return {"standfirst": below, "headline_says": first}
