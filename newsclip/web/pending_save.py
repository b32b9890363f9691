"""What a stranger wanted to save is saved as they sign in or up: a signed intent goes along in the address of the way
back, good for an hour. Nothing is saved by a link alone.
"""

from contextlib import suppress
from urllib.parse import parse_qs, urlencode, urlsplit

from django.core import signing
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext

from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.kernel.reasons import Refused
from newsclip.kernel.redirects import is_own_path

_SALT = "newsclip.save"
_SECONDS = 3600


def way_back(story_id: int, place: str) -> str:
    """The address that leads to this place by way of what is to be saved."""
    asked = {"next": place, "intent": signing.dumps(story_id, salt=_SALT)}
    return f"{reverse('web:save', args=[story_id])}?{urlencode(asked)}"


def carry_out(request: HttpRequest, reader: Reader, onward: str) -> str:
    """Save what the way back names, if it is signed and young; the address to go to, which is another way then.

    Who may not write yet, or has too many collections, goes on without, as does who wants a story that went meanwhile.
    """
    story_id, place = _wanted(onward)
    if request.method != "POST" or story_id is None:
        return onward
    with suppress(Refused, ObjectDoesNotExist):
        reader.refresh_from_db(fields=["waits", "suspended_until"])  # who just signed up may wait, which the row says
        actions.may_write(reader, now=timezone.now())
        actions.save(reader, story_id, gettext("Saved"), now=timezone.now())
        return place
    return onward


def _wanted(onward: str) -> tuple[int | None, str]:
    address = urlsplit(onward)
    asked = {name: values[0] for name, values in parse_qs(address.query).items()}
    with suppress(Resolver404, signing.BadSignature, KeyError):
        found, signed = resolve(address.path), signing.loads(asked["intent"], salt=_SALT, max_age=_SECONDS)
        place = asked["next"]
        if found.view_name == "web:save" and found.kwargs["story_id"] == signed and is_own_path(place):
            return signed, place
    return None, onward
