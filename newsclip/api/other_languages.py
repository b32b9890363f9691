"""What is told of a story in languages that its clip is not in."""

from collections.abc import Collection
from typing import Any

from ninja import Schema

from newsclip.clips import queries as clips
from newsclip.clips.models import Clip


class ForeignReport(Schema):
    """An article that began a report; `title` in its own language."""

    title: str
    url: str
    publisher: str


class ForeignQuotation(Schema):
    """A sentence of such an article as it stands; `new`: the figures and names in it that the clip has not."""

    text: str
    publisher: str
    url: str
    new: list[str]
    evidence: list[dict[str, Any]]


class OtherLanguage(Schema):
    """What is told of a story in a language that its clip is not in; `more`: reports that are not listed; `quotations`:
    what the reports tell and the clip does not, in the original.
    """

    language: str
    articles: list[ForeignReport]
    more: int
    quotations: list[ForeignQuotation]


def other_languages(clip: Clip, muted: Collection[str]) -> list[OtherLanguage]:
    """What is told of the clip's story in other languages, without what these publishers (domains) tell."""
    quoted = clips.all_quoted_elsewhere([clip], {clip.pk: clips.told_elsewhere(clip, muted)})
    return [OtherLanguage(**one.as_json) for one in quoted[clip.pk]]
