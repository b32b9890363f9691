"""Sitemaps of our own pages: all clips, and the newest as news. Articles of others are not ours to list."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone

from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.options import OPTIONS

NEWS_FOR = timedelta(days=2)


class Clips(Sitemap):  # type: ignore[type-arg]  # the class takes no type at run time
    limit = 5000

    def items(self) -> QuerySet[Clip]:
        return clips.listed().only("slug", "updated").order_by("pk")

    def lastmod(self, item: Clip) -> datetime:
        return item.updated

    def location(self, item: Clip) -> str:
        return f"/c/{item.slug}"

    def get_domain(self, site: object = None) -> str:
        return urlsplit(OPTIONS.site_url).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(OPTIONS.site_url).scheme


class News(Clips):
    """At most 1,000 clips of the last two days, the newest first (the news sitemap protocol's bounds)."""

    limit = 1000

    def items(self) -> QuerySet[Clip]:
        recent = clips.listed().filter(published__gte=timezone.now() - NEWS_FOR)
        return recent.defer("document").order_by("-published", "-pk")


def index_of(request: HttpRequest, sitemaps: "dict[str, type[Sitemap[Clip]] | Sitemap[Clip]]") -> TemplateResponse:
    """Their addresses are the site's own, whatever host a program asked for."""
    answer = index(request, sitemaps, sitemap_url_name="web:sitemap")
    here = f"{request.scheme}://{request.get_host()}"
    for one in (answer.context_data or {})["sitemaps"]:
        one.location = OPTIONS.site_url + one.location.removeprefix(here)
    return answer
