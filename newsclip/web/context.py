"""What every template may say about the site."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.text import slugify
from django.utils.translation import gettext_noop

from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking
from newsclip.web.shared import for_all

TAGLINE = gettext_noop("Social News Discovery")


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
    return for_all("categories", lambda: {slugify(name): name for name in ranking.categories() if slugify(name)})
