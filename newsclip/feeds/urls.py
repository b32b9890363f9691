from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from newsclip.feeds import views

app_name = "feeds"
_LISTS: dict[str, Callable[..., HttpResponseBase]] = {
    "": views.front,
    "category/<slug:slug>/": views.category,
    "tag/<str:key>/": views.tag,
    "source/<str:domain>/": views.source,
    "search/": views.search,
}

urlpatterns: list[URLPattern] = [
    path(f"{place}feed.{form}", view, {"form": form}) for place, view in _LISTS.items() for form in ("atom", "json")
]
