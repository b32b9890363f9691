"""What machines ask for: robots.txt, security.txt, the manifest, the search description."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone

from newsclip.options import OPTIONS
from newsclip.web.context_processors import TAGLINE

_HOLDS_FOR = timedelta(days=180)
_FOR_PEOPLE_ONLY = ("/accounts/", "/staff/", "/search", "/c/*/share/")


def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        *[f"Disallow: {path}" for path in _FOR_PEOPLE_ONLY],
        "",
        f"Sitemap: {OPTIONS.site_url}/sitemap.xml",
        f"Sitemap: {OPTIONS.site_url}/sitemap-news.xml",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a hole (RFC 9116); there is none where the operator gave no contact."""
    if not settings.CONTACT:
        raise Http404("The operator gave no contact.")
    said = security_contact(settings.CONTACT, OPTIONS.site_url, timezone.now())
    return HttpResponse(said, content_type="text/plain; charset=utf-8")


def security_contact(contact: str, site_url: str, now: datetime) -> str:
    """The lines of security.txt. It holds as long as the site gives it: the day of its end moves on with each."""
    ends = (now + _HOLDS_FOR).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [f"Contact: {contact}", f"Expires: {ends:%Y-%m-%dT%H:%M:%SZ}"]
    if site_url.startswith("https://"):
        lines.append(f"Canonical: {site_url}/.well-known/security.txt")
    return "\n".join([*lines, ""])


def manifest(request: HttpRequest) -> HttpResponse:
    body = {
        "name": OPTIONS.site_name,
        "short_name": OPTIONS.site_name,
        "description": TAGLINE,
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#fbfaf6",
        "theme_color": "#fbfaf6",
        "share_target": {"action": reverse("web:submit"), "method": "GET", "params": {"url": "url", "text": "text"}},
        "icons": [
            {"src": static("web/favicon.svg"), "sizes": "any", "type": "image/svg+xml"},
            *[_icon(f"icon-{size}.png", size, "any") for size in (192, 512)],
            _icon("icon-maskable-512.png", 512, "maskable"),
        ],
    }
    return JsonResponse(body, content_type="application/manifest+json")


def _icon(name: str, size: int, purpose: str) -> dict[str, str]:
    return {"src": static(f"web/{name}"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


def opensearch(request: HttpRequest) -> HttpResponse:
    return render(request, "web/opensearch.xml", content_type="application/opensearchdescription+xml")
