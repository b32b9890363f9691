"""One sentence of a clip, with the words it rests on, at an address that stays: what one shares or embeds."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from newsclip.clips import queries
from newsclip.clips.models import Clip, Correction
from newsclip.community.models import OWN_WORDS
from newsclip.evidence.document import Document
from newsclip.kernel.spans import digest_of
from newsclip.options import OPTIONS
from newsclip.web.pages.clip_address import short_address, standing_clip
from newsclip.web.pages.clip_document import ReadyClip, Shown, ready, texts_of
from newsclip.web.pages.embedding import distinct_words, embed_code, oembed_url, speaker_of
from newsclip.web.pages.share_links import share_links
from newsclip.web.pages.unmuted_clip import UnmutedClip, show_without, unmuted_clip

_MOST_CORRECTIONS = 100


@dataclass(frozen=True, slots=True)
class Gone:
    """A sentence that the clip said once. `before`: "" where it may be a muted publisher's; `after`: what the clip says
    now in its place, None for nothing.
    """

    correction: Correction
    before: str
    after: Shown | None


def sentence(request: HttpRequest, slug: str) -> HttpResponse:
    """`?sentence=`: its key, which is made of its words. What a correction changed says so here, and leads on."""
    key = request.GET.get("sentence", "")
    if not key:
        return redirect("web:clip", slug)
    standing = standing_clip(request, "web:sentence", slug)
    if isinstance(standing, HttpResponse):
        return standing
    found, stands = standing
    heard = unmuted_clip(request, stands.document)
    if heard.document and heard.document is not stands.document:
        show_without(found, heard.document)
    page: dict[str, object] = {"clip": found, "nothing_left": heard.document is None}
    claim, whole = _said(heard.document, key), _said(stands.document, key)
    if claim:
        return render(request, "web/sentence.html", page | _shared(found, claim))
    if whole:
        return render(request, "web/sentence.html", page | {"hidden": _why_hidden(whole, heard)})
    gone = _gone(found, key, heard)
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


def _why_hidden(claim: Shown, heard: UnmutedClip) -> str:
    """Why a reader does not hear what the clip says: "own words", "muted", or "rest" where too little else is left."""
    if claim.judged and OWN_WORDS in heard.domains:
        return "own words"
    return "muted" if all(one.source.domain in heard.domains for one in claim.words) else "rest"


def _gone(clip: Clip, key: str, heard: UnmutedClip) -> Gone | None:
    """The newest correction that took the sentence out of the clip; what later ones made of what it put there.

    Whose words an old sentence was is not kept: who mutes anybody is not shown it.
    """
    told = queries.corrections_of(clip, heard.domains)[:_MOST_CORRECTIONS]
    for number, one in enumerate(told):
        for pair in one.sentences:
            if pair["before"] and digest_of(pair["before"]) == key:
                last = _followed(pair["after"], reversed(told[:number]))
                after = _said(heard.document, digest_of(last)) if last else None
                return Gone(one, "" if heard.domains else pair["before"], after)
    return None


def _followed(text: str, later: Iterable[Correction]) -> str:
    """What became of a text by later corrections, the oldest first; "" where one took it out."""
    for one in later:
        text = next((pair["after"] for pair in one.sentences if pair["before"] == text), text)
    return text
