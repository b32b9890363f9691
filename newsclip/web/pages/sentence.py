"""One sentence of a clip, with the words it rests on, at an address that stays: what one shares or embeds."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from newsclip.clips import queries
from newsclip.clips.models import Clip, Correction
from newsclip.evidence.document import Document
from newsclip.kernel.spans import digest_of
from newsclip.options import OPTIONS
from newsclip.web.pages.clip_address import clip_at, elsewhere, short_address, withdrawn
from newsclip.web.pages.clip_document import ReadyClip, Shown, ready, texts_of
from newsclip.web.pages.embedding import distinct_words, embed_code, oembed_url, speaker_of
from newsclip.web.pages.evidence_check import only_what_stands
from newsclip.web.pages.share_links import share_links
from newsclip.web.pages.unmuted_clip import unmuted_clip

_MOST_CORRECTIONS = 100


@dataclass(frozen=True, slots=True)
class Gone:
    """A sentence that the clip said once. `after`: what it says in its place, "" for nothing."""

    correction: Correction
    before: str
    after: str


def sentence(request: HttpRequest, slug: str) -> HttpResponse:
    """`?sentence=`: its key, which is made of its words. What a correction changed says so here, and leads on."""
    found, key = clip_at(slug), request.GET.get("sentence", "")
    if not key:
        return redirect("web:clip", found.slug)
    if found.slug != slug:
        return redirect(f"{reverse('web:sentence', args=[found.slug])}?{request.GET.urlencode()}")
    instead = elsewhere(request, "web:sentence", slug, found)
    if instead:
        return instead
    stands = only_what_stands(found)
    if stands is None:
        return withdrawn(request, found, "not_supported")
    heard = unmuted_clip(request, stands.document)
    claim = _said(heard.document, key)
    page: dict[str, object] = {"clip": found}
    if claim:
        return render(request, "web/sentence.html", page | _shared(found, claim))
    if heard.document is not stands.document and _said(stands.document, key):
        return render(request, "web/sentence.html", page | {"muted": True})
    gone = _gone(found, key)
    return render(request, "web/sentence.html", page | {"gone": gone}, status=410 if gone else 404)


def sentence_address(clip: Clip, claim_key: str) -> str:
    """The short address of one sentence; it stays when the clip is written anew, or its headline changes."""
    return f"{short_address(clip)}?{urlencode({'sentence': claim_key})}"


def _said(document: Document | None, key: str) -> Shown | None:
    reading: ReadyClip | None = ready(document, texts_of(document)) if document else None
    return next((one for one in reading.claims if one.key == key), None) if reading else None


def _shared(clip: Clip, claim: Shown) -> dict[str, object]:
    address = sentence_address(clip, claim.key)
    long = f"{OPTIONS.site_url}{reverse('web:sentence', args=[clip.slug])}?{urlencode({'sentence': claim.key})}"
    return {
        "claim": claim,
        "said": distinct_words(claim),
        "speaker": speaker_of(claim),
        "address": address,
        "canonical": long,
        "links": share_links(address, f"“{claim.text}”" if claim.quoted else claim.text),
        "embed_code": embed_code(clip, claim)[0],
        "oembed_url": oembed_url(long),
    }


def _gone(clip: Clip, key: str) -> Gone | None:
    """The newest correction that took the sentence out of the clip."""
    for one in queries.corrections_of(clip)[:_MOST_CORRECTIONS]:
        for pair in one.sentences:
            if pair["before"] and digest_of(pair["before"]) == key:
                return Gone(one, pair["before"], pair["after"])
    return None
