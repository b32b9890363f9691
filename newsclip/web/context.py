"""What every template may say about the site."""

from django.http import HttpRequest

from newsclip.settings import OPTIONS


def site(request: HttpRequest) -> dict[str, str]:
    return {"site_name": OPTIONS.site_name, "site_url": OPTIONS.site_url}
