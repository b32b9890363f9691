"""What every template may say about the site."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext_noop

from newsclip.accounts.models import Reader
from newsclip.community import queries as community
from newsclip.kernel.release import SOURCE_PATH, public_version
from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking
from newsclip.web.appearance import SIZES, THEMES, appearance_of
from newsclip.web.decorators import back_to, unable
from newsclip.web.likely_changes import likely_merges, likely_splits

_KEPT_SECONDS = 60
_MOST = 9
_WAITS = "web.waits"
_OF_SIGNING_IN = "/accounts/"
_LONGEST_WAY_BACK = 500  # characters, as an address of a page that is kept
TAGLINE = gettext_noop("Social news discovery")


def site(request: HttpRequest) -> dict[str, Any]:
    return {
        "site_name": OPTIONS.site_name,
        "site_url": OPTIONS.site_url,
        "contact": settings.CONTACT,
        "source_url": OPTIONS.source_url or SOURCE_PATH,
        "version": public_version(),
        "tagline": TAGLINE,
        "tongues": settings.LANGUAGES,
        "appearance": appearance_of(request),
        "themes": THEMES,
        "sizes": SIZES,
        "categories": SimpleLazyObject(categories),
        "and_back": and_back(request),
        "unread": SimpleLazyObject(lambda: unread(request)),
        "unread_mark": SimpleLazyObject(lambda: unread_mark(request)),
        "waits": SimpleLazyObject(lambda: waits(request)),
        "staff_links": SimpleLazyObject(lambda: staff_links(request)),
        "unable": SimpleLazyObject(lambda: unable(request)),
    }


def and_back(request: HttpRequest) -> str:
    """What an address of signing in or up ends in, so that it leads back to this page; "" where it need not.

    The answer to a form leads to the page of the form, pages of signing in to where they lead anyway.
    """
    asked = request.method in {"GET", "HEAD"} and not request.path.startswith(_OF_SIGNING_IN)
    back = back_to(request, request.get_full_path() if asked else "")
    return f"?{urlencode({'next': back})}" if 1 < len(back) <= _LONGEST_WAY_BACK else ""


def unread(request: HttpRequest) -> str:
    """How many notices a reader has not seen, as it is shown: "" where there are none, "9+" where there are more."""
    return _few(community.unread(request.user, limit=_MOST + 1) if isinstance(request.user, Reader) else 0)


def unread_mark(request: HttpRequest) -> SafeString:
    """What every page's head says of them, beside the link to them."""
    number = unread(request)
    return SafeString(render_to_string("web/_unread.html", {"unread": number}) if number else "")


def waits(request: HttpRequest) -> str:
    """How much waits for moderators, for them alone: as it was within the last minute (see `look_again`)."""
    if not _moderates(request.user):
        return ""
    return str(caches["process"].get_or_set(_WAITS, _count_waiting, _KEPT_SECONDS))


def staff_links(request: HttpRequest) -> SafeString:
    """Links of every page's head for moderators and staff; "" for everybody else."""
    if not _moderates(request.user):
        return SafeString()
    return SafeString(render_to_string("web/_staff_links.html", {"user": request.user, "waits": waits(request)}))


def _moderates(user: object) -> bool:
    return isinstance(user, Reader) and user.moderates


def _count_waiting() -> str:
    """As much as the review queue lists."""
    proposed = len(likely_merges()) + len(likely_splits())
    return _few(community.waiting(limit=_MOST + 1) + len(ranking.to_review()) + proposed)


def look_again() -> None:
    """A moderator looked at what waits, or decided: what this process knows of it is looked up anew."""
    caches["process"].delete(_WAITS)


def _few(count: int) -> str:
    return f"{_MOST}+" if count > _MOST else str(count or "")


def categories() -> dict[str, str]:
    """The categories that have clips: address → name, by name."""
    return dict(caches["process"].get_or_set("web.categories", newest_categories, _KEPT_SECONDS) or {})


def newest_categories() -> dict[str, str]:
    """The same as of now: a category has a page with its first clip, before pages' heads name it."""
    return {slugify(name): name for name in ranking.categories() if slugify(name)}


def category_at(slug: str) -> str | None:
    """The name of the category with this address, also of one that is new."""
    return categories().get(slug) or newest_categories().get(slug)
