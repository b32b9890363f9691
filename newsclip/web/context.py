"""What every template may say about the site."""

from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.text import slugify
from django.utils.translation import gettext_noop

from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking

TAGLINE = gettext_noop("Social News Discovery")
_KEPT_SECONDS = 60


def site(request: HttpRequest) -> dict[str, Any]:
    return {
        "site_name": OPTIONS.site_name,
        "site_url": OPTIONS.site_url,
        "tagline": TAGLINE,
        "tongues": settings.LANGUAGES,
        "categories": SimpleLazyObject(categories),
    }


def categories() -> dict[str, str]:
    """The categories that have clips: address → name, by name."""
    found = caches["process"].get("web.categories")
    if found is None:
        names = ranking.categories()
        found = {slugify(name): name for name in names if slugify(name)}
        caches["process"].set("web.categories", found, _KEPT_SECONDS)
    return dict(found)
