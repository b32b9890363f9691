"""What several routes give and take."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Annotated, Any

from ninja import Router, Schema
from pydantic import Field

from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.options import OPTIONS


class _Answering(Router):
    """What is given is told of without its body, too (RFC 9110, section 9.3.2)."""

    def get[View: Callable[..., Any]](self, path: str, **described: Any) -> Callable[[View], View]:
        return self.api_operation(["GET", "HEAD"], path, **described)


# One for all: a path whose methods stand in two routers would answer to the first alone.
router = _Answering()
MOST = 100
FARTHEST = 10_000
_LARGEST = 2**63 - 1  # what a row's number can be
# No `type` statements: OpenAPI would name each by a reference, and parameters would lose their names.
Limit = Annotated[int, Field(ge=1, le=MOST)]
Skip = Annotated[int, Field(ge=0, le=FARTHEST)]
Number = Annotated[int, Field(ge=1, le=_LARGEST)]
Line = Annotated[str, Field(max_length=2000, pattern=r"^[^\x00]*$")]
Mark = Annotated[str, Field(max_length=60, pattern=r"^(-?\d+(\.\d+)?(e[-+]?\d+)?_\d{1,19})?$")]
Name = Annotated[str, Field(min_length=1, max_length=253, pattern=r"^[^\x00/]*$")]


class Fault(Schema):
    """Why something was refused: a code that never changes its meaning, and words for people."""

    code: str
    message: str
    remedy: str = ""


class Refusal(Schema):
    error: Fault


class Card(Schema):
    """A clip as lists show it; its whole document is at `document`.

    `headline_judged`: the headline is in a language model's own words. `summary` never is. `votes`: for less against;
    `comments`: visible ones; `followers`: of its story.
    """

    slug: str
    headline: str
    headline_judged: bool
    summary: str
    category: str
    published: datetime
    updated: datetime
    reports: int
    votes: int
    comments: int
    followers: int
    story: int
    page: str
    document: str


class Cards(Schema):
    """A page of clips; `next`: what to ask the page after it with, as `before` or `skip`; "" at the end."""

    clips: list[Card]
    next: str = ""


def as_cards(clips: Iterable[Clip]) -> list[Card]:
    """One query, however many."""
    found = list(clips)
    counts = community.counts_of([clip.story_id for clip in found])
    return [_card(clip, counts[clip.story_id]) for clip in found]


def _card(clip: Clip, counts: community.StoryCounts) -> Card:
    page = f"{OPTIONS.site_url}/c/{clip.slug}"
    return Card(
        slug=clip.slug,
        headline=clip.headline,
        headline_judged=clip.headline_judged,
        summary=clip.summary,
        category=clip.category,
        published=clip.published,
        updated=clip.updated,
        reports=clip.reports,
        votes=counts.votes,
        comments=counts.comments,
        followers=counts.followers,
        story=clip.story_id,
        page=page,
        document=f"{page}.json",
    )


def cards(clips: Iterable[Clip], mark: str = "") -> Cards:
    return Cards(clips=as_cards(clips), next=mark)
