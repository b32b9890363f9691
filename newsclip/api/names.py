"""Names: what their bearers said, as what, and where; and who is quoted most lately."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Path, Schema

from newsclip.api.auth import mutes_of, name_hidden
from newsclip.api.schemas import FARTHEST, Limit, Name, Number, Skip, router
from newsclip.clips import queries
from newsclip.clips.models import Mention
from newsclip.clips.queries import Bearer
from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking

_LATELY = timedelta(days=7)


class NameBearer(Schema):
    """Somebody or something of a name. `story`: the oldest that tells of it, by which it is told from namesakes.

    `kind`: person, place, body or other.
    """

    key: str
    name: str
    kind: str
    story: int
    quotations: int
    clips: int
    page: str


class Quotation(Schema):
    """Verbatim words of a bearer of the name. `role` as the publisher gives it; `bearer`: the `story` of a bearer."""

    text: str
    name: str
    role: str
    bearer: int
    publisher: str
    domain: str
    url: str
    at: datetime
    story: int
    headline: str
    evidence: str


class NamePage(Schema):
    """`next`: what to ask the page after it with, as `skip`; "" at the end. `bearers`: more than one are namesakes of
    whom the texts do not tell whether they are the same.
    """

    bearers: list[NameBearer]
    quotations: list[Quotation]
    next: str = ""


@router.get("/names", response=list[NameBearer], summary="Who was quoted in most stories of the last seven days")
def most_quoted(request: HttpRequest, limit: Limit = 30) -> list[NameBearer]:
    return [_bearer(one) for one in queries.most_quoted(since=timezone.now() - _LATELY, limit=limit)]


@router.get("/names/{key}", response=NamePage, summary="What somebody said, newest first, and who bears the name")
def name(
    request: HttpRequest,
    response: HttpResponse,
    key: Path[Name],
    story: Number | None = None,
    skip: Skip = 0,
    limit: Limit = 30,
) -> NamePage:
    """`story`: only of the bearer whom this story tells of. With a token of scope `read`: leaves out what its owner
    mutes; `Newsclip-Hidden` names the mutes.
    """
    known = queries.bearers_of([queries.key_of(key)])
    if not known or not queries.mentions_of(known[0].key).exists():
        raise Http404("No clip has this name.")
    bearer = (queries.bearer_in(known[0].key, story) or story) if story else None
    rows = queries.mentions_of(known[0].key, bearer).exclude(text="")
    found = list(rows[skip : skip + limit + 1])
    more = len(found) > limit and skip + limit <= FARTHEST
    said = [_quotation(row) for row in _heard(request, response, found[:limit])]
    return NamePage(bearers=[_bearer(one) for one in known], quotations=said, next=str(skip + limit) if more else "")


def _heard(request: HttpRequest, response: HttpResponse, rows: Sequence[Mention]) -> list[Mention]:
    mutes = mutes_of(request)
    silent = {mute.key for mute in mutes if mute.kind == "source"}
    left = [row for row in rows if _domain(row) not in silent]
    clips, hidden = ranking.unmuted(list({row.clip_id: row.clip for row in left}.values()), mutes, now=timezone.now())
    name_hidden(response, [*(f"source {_domain(row)}" for row in rows if _domain(row) in silent), *hidden])
    shown = {clip.pk for clip in clips}
    return [row for row in left if row.clip_id in shown]


def _domain(row: Mention) -> str:
    return row.article.publisher.domain if row.article else ""


def _bearer(one: Bearer) -> NameBearer:
    page = f"{OPTIONS.site_url}/name/{one.key}" + (f"?story={one.story}" if one.shared else "")
    return NameBearer(
        key=one.key, name=one.name, kind=one.kind, story=one.story, quotations=one.quotations, clips=one.clips,
        page=page,
    )  # fmt: skip


def _quotation(row: Mention) -> Quotation:
    publisher = row.article.publisher if row.article else None
    return Quotation(
        text=row.text, name=row.name, role=row.role, bearer=row.bearer,
        publisher=publisher.name if publisher else "", domain=publisher.domain if publisher else "",
        url=row.article.url if row.article else "", at=row.at, story=row.clip.story_id, headline=row.clip.headline,
        evidence=f"{OPTIONS.site_url}/c/{row.clip.slug}/evidence#q{row.said}",
    )  # fmt: skip
