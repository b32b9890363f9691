"""The page of a publisher: what is known of it, and the clips that rest on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from newsclip.clips import queries
from newsclip.sources.models import Publisher
from newsclip.web.pages import pagination
from newsclip.web.pages.follow_buttons import follow_button
from newsclip.web.pages.listing import shown_cards
from newsclip.web.sources.source_card import source_card


def source(request: HttpRequest, domain: str) -> HttpResponse:
    publisher = get_object_or_404(Publisher, domain=domain)
    clips, older = pagination.page_of(queries.by_publisher(domain), request.GET.get("before", ""))
    page = {
        "title": publisher.name,
        "publisher": publisher,
        "card": source_card(publisher, now=timezone.now()),
        **shown_cards(request, clips),
        "older": older,
        "feed": f"/source/{domain}",
    }
    return render(request, "web/source.html", page | follow_button(request, "source", domain))
