"""Who asks for a feed: feed readers send no cookie, so a reader's own feed has a token in its address."""

from django.http import Http404, HttpRequest
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token
from newsclip.community import queries as community


def token_owner(request: HttpRequest) -> Reader:
    """The reader whose token is in the address. Raises Http404 for everyone else."""
    found = accounts.by_token(request.GET.get("token", "")[:200], now=timezone.now())
    if found is None or Token.Scope.FEED not in found.scopes:
        raise Http404("There is no such feed.")
    return found.reader


def whoever_asks(request: HttpRequest) -> Reader | None:
    """Of a feed that everybody may read: the reader, by a token or by being signed in; None for strangers.

    Raises Http404 for a token that is nobody's: a stranger's feed would be taken for its reader's.
    """
    if "token" in request.GET:
        return token_owner(request)
    return request.user if isinstance(request.user, Reader) else None


def silent_publishers(reader: Reader) -> frozenset[str]:
    """Domains of publishers of which this reader is told nothing."""
    return community.silent_publishers(community.mutes(reader, now=timezone.now()))
