from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import URLPattern, re_path

from newsclip.feeds import views
from newsclip.feeds.corrections import corrections

app_name = "feeds"
_LISTS: dict[str, Callable[..., HttpResponseBase]] = {
    "": views.front,
    r"category/(?P<slug>[-\w]+)/": views.category,
    r"tag/(?P<key>[^/\x00]+)/": views.tag,
    r"source/(?P<domain>[^/\x00]+)/": views.source,
    "search/": views.search,
}

urlpatterns: list[URLPattern] = [
    re_path(rf"^{place}feed\.{form}$", view, {"form": form})
    for place, view in _LISTS.items()
    for form in ("atom", "json")
]
urlpatterns.append(re_path(r"^corrections/feed\.(?P<form>atom|json|rss)$", corrections))
