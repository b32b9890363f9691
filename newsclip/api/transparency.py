"""How it comes about: the publishers' words behind a clip, and the rules by which clips are ordered."""

from dataclasses import asdict
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Path, Schema
from pydantic import Field

from newsclip.api.auth import left_of
from newsclip.api.schemas import Card, Limit, Name, as_cards, router
from newsclip.api.stories import clip_at
from newsclip.clips import queries as clips
from newsclip.evidence.document import Sentence
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.spans import digest_of
from newsclip.ranking import queries as ranking

_CHANGES = 60
Weight = Annotated[float, Field(ge=0, le=4, allow_inf_nan=False)]


class Passage(Schema):
    """A publisher's words: from `start` to `end` of this revision's text (`part`: or title).

    `kept`: false where the revision says something else, or is not kept; there are no words then.
    `in_the_open`: they were read without encryption.
    """

    article: str
    revision: int
    part: str
    start: int
    end: int
    publisher: str
    url: str
    words: str
    kept: bool
    in_the_open: bool


class Claim(Schema):
    """`basis`: exact, edited or judged; "" for a quotation. `edits` lead from the passages to the text, in order."""

    text: str
    basis: str
    edits: list[str]
    passages: list[Passage]


class Place(Schema):
    """A clip of the front page as it is now: its `parts` sum to its `points`."""

    place: int
    points: float
    parts: dict[str, float]
    clip: Card


class Rules(Schema):
    """The rules in force; `weights`: how those of readers' own pages changed, the newest first."""

    rules: dict[str, Any]
    weights: list[dict[str, Any]]


class RankedClip(Schema):
    """Why a clip is where it is by these weights."""

    points: float
    parts: dict[str, float]
    clip: Card


@router.get("/clips/{slug}/evidence", response=list[Claim], summary="Every sentence next to the words it rests on")
def evidence(request: HttpRequest, slug: Path[Name]) -> list[Claim]:
    told = clips.document(clip_at(slug))
    words = clips.passage_words(told)
    sources = {source.article: source for source in told.sources}
    in_the_open = clips.read_in_the_open(told)
    return [
        Claim(
            text=said.text,
            basis=said.basis if isinstance(said, Sentence) else "",
            edits=list(said.edits) if isinstance(said, Sentence) else [],
            passages=[
                Passage(
                    article=p.article, revision=p.revision, part=p.part, start=p.start, end=p.end,
                    publisher=sources[p.article].publisher, url=sources[p.article].url,
                    words=words[p] if digest_of(words[p]) == p.digest else "", kept=digest_of(words[p]) == p.digest,
                    in_the_open=(p.article, p.revision) in in_the_open,
                )
                for p in said.evidence
                if p.article in sources
            ],
        )
        for said in sentences_and_quotations(told)
    ]  # fmt: skip


@router.get("/ranking", response=Rules, summary="The ranking rules, and how they changed")
def rules(request: HttpRequest) -> Rules:
    changed = [{"at": row.at, "reason": row.reason, "weights": row.weights} for row in ranking.weights(_CHANGES)]
    return Rules(rules=asdict(ranking.in_words()), weights=changed)


@router.get("/ranking/now", response=list[Place], summary="The front page as it is now, with its receipts")
def front_page_now(request: HttpRequest, order: Literal["hot", "rising", "top"] = "hot") -> list[Place]:
    found = ranking.front_page_now(timezone.now(), order)
    return [
        Place(place=one.place, points=one.points, parts=dict(one.parts), clip=card)
        for one, card in zip(found, as_cards(one.clip for one in found), strict=True)
    ]


@router.get("/your-order", response=list[RankedClip], summary="The week's clips, ranked with your own weights")
def your_order(
    request: HttpRequest,
    response: HttpResponse,
    hot: Weight = 1,
    fresh: Weight = 1,
    reports: Weight = 1,
    limit: Limit = 30,
) -> list[RankedClip]:
    weights = {"hot": hot, "fresh": fresh, "reports": reports}
    chosen = ranking.by_weights(weights, now=timezone.now(), limit=limit)
    left = {clip.pk for clip in left_of(request, response, [one.clip for one in chosen])}
    shown = [one for one in chosen if one.clip.pk in left]
    return [
        RankedClip(points=one.placed.score, parts=dict(one.placed.parts), clip=card)
        for one, card in zip(shown, as_cards(one.clip for one in shown), strict=True)
    ]
