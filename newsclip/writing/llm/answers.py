"""A language model's answer, read with suspicion: what has the right shape is kept, the rest is as if never said.

Servers accept a schema and ignore it, wrap JSON in prose or a fence, think aloud before it, and cut it off half way.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationError
from pydantic_core import from_json

_MOST_SECTIONS, _MOST_CLUSTERS = 6, 40
_MOST_SENTENCES = 12  # of a section; an editor's longest of 40 clips has six
_MOST_QUOTATIONS = 2  # of a section
_MOST_PASSAGES = 3  # of a sentence: of one that names more, nobody could say what it rests on
_LONGEST = 600  # characters of a sentence: five times a long one
_LARGEST = 200_000  # characters of an answer: more is no clip, and costs time to parse
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
type Number = Annotated[int, Field(ge=0, le=100_000)]


class Said(BaseModel):
    """Something the model wants to say, and the passages it names for it."""

    text: str = Field(min_length=1, max_length=_LONGEST)
    passages: list[Number] = Field(default_factory=list, max_length=_MOST_PASSAGES)


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """What a section is to tell, by cluster. `type`: the code of a section type, "" for none."""

    heading: Said | None
    type: str
    clusters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a clip is to tell, and where."""

    headline: Said | None
    summary: tuple[int, ...]
    sections: tuple[PlannedSection, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """What a section says. `facts`: sentences that are listed below its text; `quotations`: their numbers."""

    sentences: tuple[Said, ...]
    facts: tuple[Said, ...]
    quotations: tuple[int, ...]


def read_plan(text: str) -> Plan | None:
    """The plan that the answer holds; None where it plans nothing."""
    body = _object(text)
    rows = _rows(body.get("sections"), _MOST_SECTIONS)
    sections = tuple(
        PlannedSection(_one(row.get("heading")), _word(row.get("type")), _numbers(row.get("clusters"), _MOST_CLUSTERS))
        for row in rows
    )
    plan = Plan(_one(body.get("headline")), _numbers(body.get("summary"), _MOST_CLUSTERS), sections)
    return plan if plan.summary or any(section.clusters for section in sections) else None


def read_prose(text: str) -> Prose | None:
    """The section that the answer holds; None where it says nothing."""
    body = _object(text)
    prose = Prose(
        _all(body.get("sentences")), _all(body.get("facts")), _numbers(body.get("quotations"), _MOST_QUOTATIONS)
    )
    return prose if prose.sentences or prose.facts else None


def joined(parts: Sequence[Prose]) -> Prose:
    """A section that was told in several answers, with as many quotations as one may have."""
    quotations = tuple(number for prose in parts for number in prose.quotations)
    return Prose(
        tuple(said for prose in parts for said in prose.sentences),
        tuple(said for prose in parts for said in prose.facts),
        quotations[:_MOST_QUOTATIONS],
    )


def read_sentence(text: str) -> Said | None:
    """The sentence that is said again; None where the answer holds none."""
    return _one(_object(text))


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


def _rows(value: object, most: int) -> Sequence[Mapping[str, Any]]:
    return [row for row in value[:most] if isinstance(row, dict)] if isinstance(value, list) else []


def _numbers(value: object, most: int) -> tuple[int, ...]:
    return tuple(one for one in value[:most] if type(one) is int) if isinstance(value, list) else ()


def _word(value: object) -> str:
    return value if isinstance(value, str) and len(value) <= 40 else ""


def _all(value: object) -> tuple[Said, ...]:
    return tuple(said for row in _rows(value, _MOST_SENTENCES) if (said := _one(row)))


def _one(row: object) -> Said | None:
    try:
        return Said.model_validate(row)
    except ValidationError:
        return None
