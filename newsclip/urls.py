from django.contrib import admin
from django.urls import include, path, re_path

from newsclip.api.reference import reference
from newsclip.api.routes import api
from newsclip.web.pages.media import picture

admin.autodiscover()

urlpatterns = [
    path("", include("newsclip.web.urls")),
    path("", include("newsclip.feeds.urls")),
    path("", include("newsclip.mail.urls")),
    path("api/docs", reference, name="api_docs"),
    path("api/", api.urls),
    re_path(r"^media/(?P<name>[0-9a-f]{40}\.webp)$", picture, name="picture"),
    path("accounts/", include("allauth.urls")),
    path("", include("newsclip.health.probes")),
    path("staff/", include("newsclip.health.urls")),
    path("staff/tables/", admin.site.urls),
]

handler404 = "newsclip.web.error_views.not_found"
handler400 = "newsclip.web.error_views.bad_request"
handler500 = "newsclip.web.error_views.internal_error"
