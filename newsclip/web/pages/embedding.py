"""A clip, or one sentence of it with its evidence, inside other sites' pages: the page they frame, and oEmbed."""

import re
from dataclasses import dataclass
from html import escape
from urllib.parse import parse_qs, quote, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import base36_to_int
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csp import csp_override

from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.evidence.card_text import card_text, text_below
from newsclip.evidence.document import Document, Quote
from newsclip.options import OPTIONS
from newsclip.web.drawing import share_card
from newsclip.web.pages.clip_address import clip_at
from newsclip.web.pages.clip_document import ReadyClip, Shown, Words, ready
from newsclip.web.pages.evidence_check import only_what_stands

EMBED_CSP = {
    "default-src": "'none'", "style-src": "'self'", "base-uri": "'none'", "form-action": "'none'",
    "frame-ancestors": "*",
}  # fmt: skip
_FRESH = 3_600  # seconds that a site may keep what it was told
_WIDTH, _HEIGHTS = 640, (220, 620)
_LETTER, _LINE, _AROUND = 8.5, 27, 215  # pixels: a letter's width, a line's height, and all that is no text
_NO_LIMIT = "99999"
_LONGEST = 2_000  # characters of an address that is looked at
_PATH = re.compile(r"/c/(?P<slug>[\w-]{1,150})(/embed|/evidence|/sentence)?|/k/(?P<number>[0-9a-z]{1,12})", re.ASCII)
_FRAGMENT = re.compile(r"[sp](\d{1,4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Embedded:
    """What of a clip is shown. `claim`: the sentence, or the headline; None where the clip says no such sentence."""

    clip: Clip
    reading: ReadyClip
    claim: Shown | None


def _embedded(clip: Clip, sentence: str) -> _Embedded | None:
    """`sentence`: its key or its number, "" for the clip. None where nothing of the clip may be shown."""
    stands = only_what_stands(clip) if clip.state == Clip.State.PUBLISHED and not clip.hidden else None
    if stands is None:
        return None
    reading = ready(stands.document, stands.texts)
    return _Embedded(clip, reading, _sentence_of(reading, sentence) if sentence else reading.claims[0])


def _below_headline(document: Document) -> str:
    return text_below(document.headline.text, card_text(document))


@xframe_options_exempt
@csp_override(EMBED_CSP)
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """The one page that other sites may frame. It asks for no cookie and shows everybody the same."""
    found = clip_at(slug)
    if found.slug != slug:
        return redirect(f"{reverse('web:embed', args=[found.slug])}?{request.GET.urlencode()}")
    shown = _embedded(found, request.GET.get("sentence", ""))
    claim = shown.claim if shown else None
    page = {
        "clip": found,
        "shown": shown,
        "claim": claim,
        "words": distinct_words(claim) if claim else (),
        "speaker": speaker_of(claim) if claim else "",
        "summary": _below_headline(shown.reading.document) if shown and claim and not claim.number else "",
        "oembed_url": oembed_url(OPTIONS.site_url + request.get_full_path()) if claim else "",
    }
    answer = render(request, "web/embed.html", page, status=410 if not shown else 200 if claim else 404)
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    # a site may put the frame into a sandbox; then it belongs to no origin, and our own style sheet is another's
    answer["Cross-Origin-Embedder-Policy"] = "unsafe-none"
    return answer


def distinct_words(claim: Shown) -> list[Words]:
    """Its publishers' words without those that an article shown before has said already: there is little room."""
    found: list[Words] = []
    for words in claim.words:
        said = (one.text for one in found if one.source == words.source)
        if not any(words.text in text or text in words.text for text in said):
            found.append(words)
    return found


def speaker_of(claim: Shown) -> str:
    """Who says it, and what they are called, where it is a quotation."""
    said = claim.said
    return ", ".join(name for name in (said.speaker, said.role) if name) if isinstance(said, Quote) else ""


def oembed(request: HttpRequest) -> HttpResponse:
    """What https://oembed.com asks of a provider, in JSON."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse("There is JSON alone: leave out format, or ask for format=json.", status=501)
    try:
        room = [_room(request, name) for name in ("maxwidth", "maxheight")]
    except ValueError:
        return HttpResponseBadRequest("maxwidth and maxheight are whole numbers of pixels.")
    shown = _shown_at(request.GET.get("url", ""))
    if shown is None or shown.claim is None:
        return HttpResponse(
            "url must be the address of a clip on this site, or of a sentence that it says.", status=404
        )
    answer = JsonResponse(_told(shown, shown.claim, *room))
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _shown_at(url: str) -> _Embedded | None:
    """What this address of ours shows: a clip, or the sentence that `sentence` or the fragment names."""
    try:
        at = urlsplit(url[:_LONGEST])
        path = _PATH.fullmatch(at.path)
    except ValueError:
        return None
    if path is None or f"{at.scheme}://{at.netloc}" != OPTIONS.site_url:
        return None
    clip = queries.by_slug(path["slug"]) if path["slug"] else queries.by_number(base36_to_int(path["number"]))
    fragment = _FRAGMENT.fullmatch(at.fragment)
    sentence = parse_qs(at.query).get("sentence", [fragment[1] if fragment else ""])[0]
    return _embedded(clip, sentence) if clip else None


def _sentence_of(reading: ReadyClip, sentence: str) -> Shown | None:
    """By its key, or by its number in the clip's present version."""
    if sentence.isascii() and sentence.isdigit() and len(sentence) < 5:
        number = int(sentence)
        return reading.claims[number] if number < len(reading.claims) else None
    return next((one for one in reading.claims if one.key == sentence), None)


def _room(request: HttpRequest, name: str) -> int:
    given = request.GET.get(name, _NO_LIMIT)
    if not given.isascii() or not given.isdigit() or len(given) > 6 or not int(given):
        raise ValueError(name)
    return int(given)


def oembed_url(url: str) -> str:
    """Where oEmbed is asked for what this address of ours shows."""
    return f"{OPTIONS.site_url}{reverse('web:oembed')}?url={quote(url, safe='')}&format=json"


def embed_code(clip: Clip, claim: Shown, width: int = _WIDTH, most: int = _HEIGHTS[1]) -> tuple[str, int]:
    """The element that frames the page, and its height in pixels."""
    where = f"{OPTIONS.site_url}{reverse('web:embed', args=[clip.slug])}"
    if claim.number:
        where += f"?sentence={claim.key}"
    height = min(most, _height(claim, width))
    code = (
        f'<iframe src="{escape(where)}" width="{width}" height="{height}" title="{escape(claim.text)}" loading="lazy"'
        ' style="border: 0; max-width: 100%"></iframe>'
    )
    return code, height


def _height(claim: Shown, width: int) -> int:
    """About as much as its words take; the frame scrolls where they take more."""
    a_line = max(10.0, (width - 70) / _LETTER)
    shown = distinct_words(claim)
    letters = [len(claim.text) * 1.2, *(len(words.near_before + words.text + words.near_after) for words in shown)]
    lines = sum(int(count / a_line) + 1 for count in letters)
    return max(_HEIGHTS[0], min(_HEIGHTS[1], _AROUND + _LINE * lines + 40 * (len(shown) - 1)))


def _told(shown: _Embedded, claim: Shown, most_width: int, most_height: int) -> dict[str, object]:
    width = min(_WIDTH, most_width)
    code, height = embed_code(shown.clip, claim, width, most_height)
    told: dict[str, object] = {
        "version": "1.0",
        "type": "rich",
        "provider_name": OPTIONS.site_name,
        "provider_url": f"{OPTIONS.site_url}/",
        "title": claim.text,
        "author_name": ", ".join(dict.fromkeys(words.source.publisher for words in claim.words)),
        "cache_age": _FRESH,
        "html": code,
        "width": width,
        "height": height,
    }
    if most_width >= share_card.WIDTH and most_height >= share_card.HEIGHT:
        card = f"{OPTIONS.site_url}{reverse('web:card', args=[shown.clip.slug])}?v={shown.clip.version}"
        told |= {"thumbnail_url": card, "thumbnail_width": share_card.WIDTH, "thumbnail_height": share_card.HEIGHT}
    return told
