"""What leads from a clip to other sites."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from newsclip.options import OPTIONS
from newsclip.web.pages.clip_address import clip_at, elsewhere
from newsclip.web.pages.share_links import instance_link


def share(request: HttpRequest, slug: str, network: str) -> HttpResponse:
    """Asks for the reader's own server, then leads there; a form may not post to another host by itself."""
    found = clip_at(slug)
    instead = elsewhere(request, f"web:share_{network}", slug, found)
    if instead:
        return instead
    instance = request.GET.get("instance", "")
    link = wrong = ""
    if instance:
        try:
            link = instance_link(network, instance, f"{OPTIONS.site_url}/c/{found.slug}", found.headline)
        except ValueError:
            wrong = gettext("This is not the name of a server, like example.social.")
    page = {"clip": found, "network": network.capitalize(), "instance": instance, "link": link, "wrong": wrong}
    return render(request, "web/share.html", page, status=400 if wrong else 200)
