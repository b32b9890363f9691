"""Who asks what everybody may ask: a reader, by their token, or a stranger."""

from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import AuthenticationError

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token


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
