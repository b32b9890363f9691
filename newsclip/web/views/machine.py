"""What machines ask for: robots.txt, the manifest, the search description."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse

from newsclip.options import OPTIONS
from newsclip.web.context import TAGLINE

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


def manifest(request: HttpRequest) -> HttpResponse:
    body = {
        "name": OPTIONS.site_name,
        "short_name": OPTIONS.site_name,
        "description": TAGLINE,
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#fbfaf6",
        "theme_color": "#fbfaf6",
        "share_target": {"action": reverse("web:submit"), "method": "GET", "params": {"url": "url", "text": "text"}},
        "icons": [{"src": static("web/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }
    return JsonResponse(body, content_type="application/manifest+json")


def opensearch(request: HttpRequest) -> HttpResponse:
    return render(request, "web/opensearch.xml", content_type="application/opensearchdescription+xml")
