from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("newsclip.web.urls")),
    path("", include("newsclip.feeds.urls")),
    path("accounts/", include("allauth.urls")),
    path("staff/", include("newsclip.operations.urls")),
    path("staff/tables/", admin.site.urls),
]
