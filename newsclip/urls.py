from django.contrib import admin
from django.urls import include, path

from newsclip.api.routes import api

urlpatterns = [
    path("", include("newsclip.web.urls")),
    path("", include("newsclip.feeds.urls")),
    path("api/", api.urls),
    path("accounts/", include("allauth.urls")),
    path("staff/", include("newsclip.operations.urls")),
    path("staff/tables/", admin.site.urls),
]
