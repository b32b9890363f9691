"""A clip as it is read from top to bottom, and where each sentence stands in its article."""

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from newsclip.language.tokens import sentences

type Json = Mapping[str, Any]

_RUNNING = ("summary", "text", "bullet")  # what has needs: headings and quotations have marks of their own


@dataclass(frozen=True)
class Article:
    """An article's text and where its sentences are."""

    id: str
    title: str
    text: str
    language: str

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        return [(span.start, span.end) for span in sentences(self.text)]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def place(self, at: int) -> int:
        """The number of the sentence in which this character stands."""
        return max(0, bisect.bisect_right(self._starts, at) - 1)


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence, heading or quotation of a clip, with the span of its article that it was taken from.

    `part`: "headline", "summary", "heading", "text", "bullet" or "quote".
    """

    part: str
    text: str
    article: str
    start: int
    end: int

    @property
    def has_needs(self) -> bool:
        return self.part in _RUNNING and self.end > 0


def read_clip(clip: Json) -> list[Said]:
    """Everything that a reader meets, in order; the timeline is a list of its own and left out."""
    return [
        _said("headline", clip["headline"]),
        *(_said("summary", sentence) for sentence in clip["summary"]["sentences"]),
        *(said for section in clip["sections"] for said in _section(section)),
    ]


def _section(section: Json) -> Iterator[Said]:
    if section.get("heading"):
        yield _said("heading", section["heading"])
    for block in section["blocks"]:
        if block["kind"] == "quote":
            who = " ".join(filter(None, (block.get("speaker"), block.get("role"))))
            yield _said("quote", {**block, "text": f"“{block['text']}” {who}"})
        else:
            part, found = ("bullet", block["items"]) if block["kind"] == "bullets" else ("text", block["sentences"])
            yield from (_said(part, sentence) for sentence in found)


def _said(part: str, sentence: Json) -> Said:
    evidence: Sequence[Json] = [p for p in sentence["evidence"] if p.get("part", "text") == "text"]
    if not evidence:
        return Said(part, sentence["text"], "", 0, 0)
    first = evidence[0]
    return Said(part, sentence["text"], first["article"], first["start"], first["end"])


def articles_of(row: Json, language: str) -> dict[str, Article]:
    """The row's articles by id, read in the clip's language where they name none."""
    given: Iterable[Json] = row["articles"]
    return {
        str(one["id"]): Article(str(one["id"]), one.get("title") or "", one["text"], one.get("language") or language)
        for one in given
    }
