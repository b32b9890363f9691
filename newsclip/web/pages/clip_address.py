"""Which clip an address leads to, and what stands there where it leads to none."""

from typing import NamedTuple

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import base36_to_int, int_to_base36

from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.kernel.reasons import explain
from newsclip.options import OPTIONS
from newsclip.web.muted_publishers import silent_publishers
from newsclip.web.pages.evidence_check import Standing, only_what_stands


class StandingClip(NamedTuple):
    """A clip that is published, and what of it may be shown."""

    clip: Clip
    stands: Standing


def standing_clip(request: HttpRequest, view: str, slug: str) -> StandingClip | HttpResponse:
    """The clip at this address, or the answer in its place; raises Http404 where there was never one."""
    found = clip_at(slug)
    instead = elsewhere(request, view, slug, found)
    if instead:
        return instead
    stands = only_what_stands(found)
    return StandingClip(found, stands) if stands else _withdrawn(request, found, "not_supported")


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
        kept = not Clip.objects.filter(slug=slug).exists()
        asked = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(reverse(view, args=[found.slug]) + asked, permanent=kept)
    if found.state == Clip.State.PUBLISHED:
        return _withdrawn(request, found, "taken_out") if found.hidden else None
    return _withdrawn(request, found, found.code)


def _withdrawn(request: HttpRequest, clip: Clip, code: str) -> HttpResponse:
    muted = silent_publishers(request)
    page = {
        "clip": clip,
        "headline": queries.unmuted_headline(clip, muted),
        "reason": explain(code),
        "corrections": queries.corrections_of(clip, muted),
        "sources": [source for source in clip.document["sources"] if source["domain"] not in muted],
        "silent": bool(muted),
    }
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
