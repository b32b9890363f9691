"""The clips whose reports differ: what about, and who says what."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.clips.queries.listing import disagreeing
from newsclip.evidence.document import Document
from newsclip.kernel.reasons import Refused
from newsclip.web.muted_publishers import silent_publishers
from newsclip.web.pages.clip_document import ready, texts_of
from newsclip.web.pages.differences import Difference, differences_of
from newsclip.web.pages.mute_filter import without_muted
from newsclip.web.pages.pagination import PAGE
from newsclip.web.pages.unmuted_clip import show_without


@dataclass(frozen=True, slots=True)
class _Entry:
    clip: Clip
    differences: tuple[Difference, ...]


def disagreements(request: HttpRequest) -> HttpResponse:
    """The latest clips first, without what muted publishers say."""
    page = Paginator(disagreeing(), PAGE).get_page(request.GET.get("page"))
    shown, silent = without_muted(request, list(page.object_list)), silent_publishers(request)
    left = [(clip, told) for clip in shown.clips if (told := _heard(clip, silent))]
    texts = texts_of(*(told for _, told in left))
    entries = [_Entry(clip, differences_of(ready(told, texts))) for clip, told in left]
    differing = [one for one in entries if one.differences]
    context = {"page": page, "entries": differing, "hidden": shown.hidden, "silenced": silent and shown.clips}
    return render(request, "web/disagreements.html", context)


def _heard(clip: Clip, domains: frozenset[str]) -> Document | None:
    """What the clip says without these publishers, which its headline is then of, too; None where it cannot be read."""
    try:
        document = queries.document(clip)
    except Refused:
        return None
    left = queries.without(document, domains) if domains else document
    if left and left is not document:
        show_without(clip, left)
    return left
