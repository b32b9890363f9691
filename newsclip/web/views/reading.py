"""The front page and the clip."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify

from newsclip.accounts.models import Reader
from newsclip.clips import queries
from newsclip.clips.models import Clip, Redirect
from newsclip.community import actions as opinions
from newsclip.community import queries as community
from newsclip.kernel.canonical import canonical
from newsclip.options import OPTIONS
from newsclip.ranking import queries as ranking
from newsclip.web import lists
from newsclip.web.cards import cards, kept_pictures
from newsclip.web.evidence import ready, texts_of
from newsclip.web.metadata import json_ld
from newsclip.web.share import instance_link, share_links

_MORE = 3
_TRENDING = 8


def front(request: HttpRequest) -> HttpResponse:
    mark = request.GET.get("before", "")
    clips, older = ranking.front_page(limit=lists.PAGE, before=mark)
    page = {
        "cards": cards(clips),
        "older": older,
        "first": not mark,
        "trending": ranking.trending(limit=_TRENDING),
    }
    return render(request, "web/front.html", page)


def clip(request: HttpRequest, slug: str) -> HttpResponse:
    found = Clip.objects.select_related("story").prefetch_related("tags").filter(slug=slug).first()
    if not found:
        return _moved("web:clip", slug)
    return render(request, "web/clip.html", _clip_page(request, found))


def _new_to(request: HttpRequest, clip: Clip) -> frozenset[str]:
    """What the clip says since this reader saw it last; they see it now."""
    if not isinstance(request.user, Reader):
        return frozenset()
    seen = opinions.remember_reading(request.user, clip, now=timezone.now())
    return community.new_since(clip, seen) if seen < clip.version else frozenset()


def _moved(view: str, slug: str) -> HttpResponse:
    """An address that a clip once had leads to the one it has now."""
    old = get_object_or_404(Redirect.objects.select_related("clip"), slug=slug)
    return redirect(view, old.clip.slug, permanent=True)


def _clip_page(request: HttpRequest, clip: Clip) -> dict[str, Any]:
    reading = ready(clip.document, texts_of(clip.document))
    picture = kept_pictures([clip.image]).get(clip.image) if clip.image else None
    more, _ = lists.page_of(queries.by_category(clip.category).exclude(pk=clip.pk), size=_MORE)
    votes, comments = community.said_of(clip.story_id)
    url = f"{OPTIONS.site_url}/c/{clip.slug}"
    links = share_links(url, clip.headline, [f"#{tag.name}" for tag in clip.tags.all()])
    return {
        "clip": clip,
        "ready": reading,
        "document": clip.document,
        "category_slug": slugify(clip.category),
        "picture": picture,
        "more": cards(more),
        "share_first": links[:3],
        "share_more": links[3:],
        "json_ld": json_ld(clip, reading, picture),
        "versions": clip.versions.defer("document").order_by("-version"),
        "fresh": _new_to(request, clip),
        "votes": votes,
        "comments": comments,
        "voted": request.user.is_authenticated and bool(community.voted(request.user, [clip.story_id])),
    }


def document(request: HttpRequest, slug: str) -> HttpResponse:
    """The stored document, byte for byte what its digest was taken over, and the digest."""
    found = Clip.objects.filter(slug=slug).first()
    if found:
        answer = HttpResponse(canonical(found.document), content_type="application/json")
    else:
        answer = _moved("web:document", slug)
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def evidence(request: HttpRequest, slug: str) -> HttpResponse:
    found = Clip.objects.filter(slug=slug).first()
    if not found:
        return _moved("web:evidence", slug)
    reading = ready(found.document, texts_of(found.document))
    return render(request, "web/evidence.html", {"clip": found, "ready": reading, "document": found.document})


def share(request: HttpRequest, slug: str, network: str) -> HttpResponse:
    """Asks for the reader's own server, then leads there; a form may not post to another host by itself."""
    found = Clip.objects.defer("document").filter(slug=slug).first()
    if not found:
        return _moved(f"web:share_{network}", slug)
    instance = request.GET.get("instance", "")
    link = wrong = ""
    if instance:
        try:
            link = instance_link(network, instance, f"{OPTIONS.site_url}/c/{found.slug}", found.headline)
        except ValueError:
            wrong = "This is not the name of a server, like example.social."
    page = {"clip": found, "network": network.capitalize(), "instance": instance, "link": link, "wrong": wrong}
    return render(request, "web/share.html", page, status=400 if wrong else 200)
