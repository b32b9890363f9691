"""Which publishers tell what a story's clip says."""

from typing import Any, Literal

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Schema

from newsclip.api.schemas import Number, router
from newsclip.clips import queries as clips
from newsclip.evidence.coverage_json import coverage_json
from newsclip.stories import queries as stories
from newsclip.stories.models import Story


class Teller(Schema):
    """A publisher that began a report; `copies` print the same text. Others name it by its place here, from 0."""

    publisher: str
    domain: str
    articles: list[str]
    copies: list[str]


class Otherwise(Schema):
    """What a passage tells otherwise: the clip's words for it (`said`) and its own (`told`).

    `update`: of a number that grew with time, whether the passage has the "earlier" or the "later" one; "" otherwise.
    """

    kind: Literal["people", "figure"]
    said: str
    told: str
    update: Literal["", "earlier", "later"]


class Telling(Schema):
    """A publisher's passage. `how`: the clip rests on it (cited), it tells the same, or it comes near and may not.

    `difference`: the one thing it tells otherwise; `count`: its words for another number of people, or "".
    """

    teller: int
    how: Literal["cited", "same", "near"]
    text: str
    count: str
    difference: Otherwise | None
    evidence: list[dict[str, Any]]


class Event(Schema):
    """What happened, in the words of one of those who tell it, and where each of them does."""

    said: str
    teller: int
    told_by: list[int]
    passages: list[Telling]


class Fact(Schema):
    """What the clip says, once or several times. `alone`: the one teller, where no other tells even a part; `unclear`:
    those that may tell a part, in words too different to know.
    """

    said: list[str]
    told_by: list[int]
    alone: int | None
    unclear: list[int]
    passages: list[Telling]


class Value(Schema):
    value: str
    tellers: list[int]


class Difference(Schema):
    """What the publishers tell differently."""

    about: str
    values: list[Value]


class Matrix(Schema):
    """Facts by publishers; `beyond`: what they tell and the clip does not. `unread_reports`: left out, as there are too
    many to read; `other_languages`: how many are left out, as they are in another language than the clip, by language.
    """

    tellers: list[Teller]
    event: Event | None
    facts: list[Fact]
    beyond: list[Fact]
    disagreements: list[Difference]
    unread_reports: int
    other_languages: dict[str, int]


@router.get("/stories/{story_id}/coverage", response=Matrix, summary="Which publishers tell what the story's clip says")
def coverage(request: HttpRequest, story_id: Path[Number]) -> dict[str, Any]:
    found = stories.story(get_object_or_404(Story, pk=story_id).pk)
    clip = clips.of_story(found.pk)
    if clip is None or not clips.is_listed(clip):
        raise Http404("This story has no clip.")
    told = clips.document(clip)
    return coverage_json(clips.coverage_of(found, told), told)
