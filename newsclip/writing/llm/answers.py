"""A language model's answer, read with suspicion: what has the right shape is kept, the rest is as if never said.

Servers accept a schema and ignore it, wrap JSON in prose or a fence, think aloud before it, and cut it off half way.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationError
from pydantic_core import from_json

_MOST = 40  # sentences, more than twice what a clip has room for
_LONGEST = 600  # characters of a sentence: five times a long one
_LARGEST = 200_000  # characters of an answer: more is no clip, and costs time to parse
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
type Number = Annotated[int, Field(ge=0, le=100_000)]


class Said(BaseModel):
    """Something the model wants to say, and the passages it names for it."""

    text: str = Field(min_length=1, max_length=_LONGEST)
    passages: list[Number] = Field(default_factory=list, max_length=6)


class Excerpt(BaseModel):
    """A quotation as places: the words `first` to `last` of a passage, counted from 1."""

    passage: Number
    first: Number
    last: Number


@dataclass(frozen=True, slots=True)
class Part:
    heading: Said | None
    sentences: tuple[Said, ...]
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    headline: Said | None
    summary: tuple[Said, ...]
    parts: tuple[Part, ...]
    facts: tuple[Said, ...]


def read_draft(text: str) -> Draft | None:
    """What the answer offers; None where it is no clip at all."""
    body = _object(text)
    draft = Draft(
        headline=_one(Said, body.get("headline")),
        summary=_all(Said, body.get("summary")),
        parts=tuple(_part(part) for part in _rows(body.get("sections"))),
        facts=_all(Said, body.get("facts")),
    )
    return draft if draft.summary or any(part.sentences for part in draft.parts) else None


def read_repair(text: str) -> dict[int, Said]:
    """What is said anew, by its number."""
    found = {}
    for row in _rows(_object(text).get("sentences")):
        said = _one(Said, row)
        if said and isinstance(row.get("number"), int):
            found[row["number"]] = said
    return found


def _part(row: Mapping[str, Any]) -> Part:
    sentences, excerpts = _all(Said, row.get("sentences")), _all(Excerpt, row.get("quotations"))
    return Part(_one(Said, row.get("heading")), sentences, excerpts[:2])


def _object(text: str) -> dict[str, Any]:
    """The JSON object in the text, as far as it came; {} where there is none."""
    text = _THOUGHT.sub("", text[:_LARGEST])
    start, end = text.find("{"), text.rfind("}")
    if start < 0:
        return {}
    for piece, partial in ((text[start : end + 1], False), (text[start:], True)):
        try:
            body = from_json(piece, allow_partial=partial)
        except ValueError:
            continue
        return body if isinstance(body, dict) else {}
    return {}


def _rows(value: object) -> Sequence[Mapping[str, Any]]:
    return [row for row in value[:_MOST] if isinstance(row, dict)] if isinstance(value, list) else []


def _all[Kind: BaseModel](kind: type[Kind], value: object) -> tuple[Kind, ...]:
    return tuple(one for row in _rows(value) if (one := _one(kind, row)))


def _one[Kind: BaseModel](kind: type[Kind], row: object) -> Kind | None:
    try:
        return kind.model_validate(row)
    except ValidationError:
        return None
