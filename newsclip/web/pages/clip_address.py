"""Which clip an address leads to, and what stands there where it leads to none."""

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import base36_to_int, int_to_base36

from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.kernel.reasons import explain
from newsclip.options import OPTIONS


def clip_at(slug: str) -> Clip:
    found = queries.by_slug(slug)
    if found is None:
        raise Http404("There is no clip at this address.")
    prefetch_related_objects([found], "tags")
    return found


def elsewhere(request: HttpRequest, view: str, slug: str, found: Clip) -> HttpResponse | None:
    """The way to the address that this clip has now, or what stands in the place of one that was withdrawn."""
    if found.slug != slug:
        # A merge may be taken back, and then the address has its own clip again.
        return redirect(view, found.slug, permanent=not Clip.objects.filter(slug=slug).exists())
    if found.state == Clip.State.PUBLISHED:
        return withdrawn(request, found, "taken_out") if found.hidden else None
    return withdrawn(request, found, found.code)


def withdrawn(request: HttpRequest, clip: Clip, code: str) -> HttpResponse:
    told = queries.corrections_of(clip)
    page = {"clip": clip, "reason": explain(code), "corrections": told, "sources": clip.document["sources"]}
    return render(request, "web/withdrawn.html", page, status=410)


def short_address(clip: Clip) -> str:
    """An address of the clip for where there is little room; it stays when the headline's words change."""
    return OPTIONS.site_url + reverse("web:short", args=[int_to_base36(clip.pk)])


def short(request: HttpRequest, number: str) -> HttpResponse:
    """To the address that the clip, or a sentence of it, has now. A clip that was withdrawn says so there."""
    asked = base36_to_int(number)
    found = queries.by_number(asked)
    if found is None:
        raise Http404("There is no clip at this address.")
    # A merge may be taken back, and then this is its own clip's again.
    kept = found.pk == asked
    if "sentence" in request.GET:
        where = f"{reverse('web:sentence', args=[found.slug])}?{request.GET.urlencode()}"
        return redirect(where, permanent=kept)
    return redirect("web:clip", found.slug, permanent=kept)
