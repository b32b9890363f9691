"""Who asks what everybody may ask: a reader, by their token, or a stranger; and what that reader mutes."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja.errors import AuthenticationError

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token
from newsclip.api.schemas import Cards, cards
from newsclip.clips.models import Clip
from newsclip.community import queries as community
from newsclip.community.models import Challenge, Comment, Suggestion
from newsclip.community.ports import Muted
from newsclip.ranking import queries as ranking

_HIDDEN = "Newsclip-Hidden"
_MOST_NAMED = 50  # what servers and proxies take for one header has an end


def whoever_asks(request: HttpRequest) -> Reader | None:
    """The reader whose token may read what they mute; None for strangers and for tokens that may not.

    Raises AuthenticationError for a token that is nobody's: a stranger's answer would be taken for its reader's.
    """
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        return None
    found = accounts.by_token(token, now=timezone.now())
    if found is None:
        raise AuthenticationError
    return found.reader if Token.Scope.READ in found.scopes else None


def mutes_of(request: HttpRequest) -> tuple[Muted, ...]:
    """What whoever asks mutes; nothing for strangers."""
    reader = whoever_asks(request)
    return community.mutes(reader, now=timezone.now()) if reader else ()


def silent_publishers(request: HttpRequest) -> frozenset[str]:
    """Domains of publishers of which whoever asks is told nothing."""
    return community.silent_publishers(mutes_of(request))


def name_hidden(response: HttpResponse, hidden: Iterable[str]) -> None:
    """Say in the answer's head which mutes hid something of it: `word%20ferry, person%20nils`."""
    names = list(dict.fromkeys(hidden))[:_MOST_NAMED]
    if names:
        response[_HIDDEN] = ", ".join(map(quote, names))


def heard[Row: (Comment, Suggestion, Challenge)](
    request: HttpRequest, response: HttpResponse, rows: Iterable[Row]
) -> list[Row]:
    """What people said, without what whoever asks mutes."""
    left, hidden = community.heard(rows, mutes_of(request))
    name_hidden(response, hidden)
    return left


def unmuted(
    request: HttpRequest, response: HttpResponse, clips: Iterable[Clip], mark: str = "", *, where: str = "lists"
) -> Cards:
    """These clips without what whoever asks mutes. `where`: "lists" or "search"."""
    return cards(left_of(request, response, list(clips), where=where), mark)


def left_of(request: HttpRequest, response: HttpResponse, clips: Sequence[Clip], *, where: str = "lists") -> list[Clip]:
    left, hidden = ranking.unmuted(clips, mutes_of(request), now=timezone.now(), where=where)
    name_hidden(response, hidden)
    return left
