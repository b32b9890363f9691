"""The card of a clip as a picture: what it says, and the pictures that were drawn lately."""

import re
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

from cachetools import LRUCache
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext, ngettext

from newsclip.clips.models import Clip
from newsclip.evidence.document import Document, Quote
from newsclip.options import OPTIONS
from newsclip.web.drawing.share_card import Proof, ShareCard
from newsclip.web.pages.clip_address import standing_clip
from newsclip.web.pages.clip_document import ReadyClip, Shown, ready

ROOM = 8 * 1024 * 1024  # bytes in each process: some 300 cards
_FRESH = 600  # seconds
_FIGURE = re.compile(r"\d")
_LONGEST = 240  # characters of a quotation or sentence: no card has room for more
_SAYS_ENOUGH = 50
_MOST = 8  # quotations and sentences that are tried


def card(request: HttpRequest, slug: str) -> HttpResponse:
    """The card, the same for everybody. Where there is no clip, what stands in its place."""
    standing = standing_clip(request, "web:card", slug)
    if isinstance(standing, HttpResponse):
        return standing
    found, stands = standing
    said = card_of(found, stands.document, ready(stands.document, stands.texts))
    etag = f'"{said.digest}"'
    known = get_conditional_response(request, etag=etag)
    answer = known or HttpResponse(_drawn(said), content_type="image/png")
    answer["ETag"], answer["Cache-Control"] = etag, f"public, max-age={_FRESH}"
    # other sites show it, from here or from a copy of theirs
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


def card_of(clip: Clip, document: Document, reading: ReadyClip) -> ShareCard:
    """In the clip's language, where the interface knows it: whoever sees the card reads the clip."""
    spoken = clip.language if clip.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    publishers = {source.domain: source.publisher or source.domain for source in document.sources}
    with translation.override(spoken):
        told = ngettext("Reported by %(count)d publisher", "Reported by %(count)d publishers", len(publishers))
        told %= {"count": len(publishers)}
        judged = clip.headline_judged
        return ShareCard(
            site=OPTIONS.site_name,
            host=urlsplit(OPTIONS.site_url).netloc,
            category=gettext(clip.category),
            headline=document.headline.text + ("°" if judged else ""),
            told=f"{told} · ° {gettext('In our words')}" if judged else told,
            proofs=tuple(_proofs(reading))[:_MOST],
            publishers=tuple(dict.fromkeys(publishers.values()))[:_MOST],
        )


def _proofs(reading: ReadyClip) -> Iterator[Proof]:
    """Quotations, then sentences with a figure, then the others, each whole and in its publishers' words."""
    usable = [one for one in reading.claims[1:] if _is_usable(one)]
    # what is short is often understood only beside what it answers
    quotations = sorted((one for one in usable if one.quoted), key=lambda one: len(one.text) < _SAYS_ENOUGH)
    figures = [one for one in usable if not one.quoted and _FIGURE.search(one.text)]
    for one in [*quotations, *figures, *(one for one in usable if one not in quotations and one not in figures)]:
        yield Proof(f"“{one.text}”" if one.quoted else one.text, _source_of(one))


def _is_usable(one: Shown) -> bool:
    kept = any(words.kept for words in one.words)
    return kept and len(one.text) <= _LONGEST and (one.quoted or one.basis in {"exact", "edited"})


def _source_of(one: Shown) -> str:
    said = one.said
    who = [name for name in (said.speaker, said.role) if name] if isinstance(said, Quote) else []
    publisher = next(words.source.publisher for words in one.words if words.kept)
    return " · ".join([", ".join(who), publisher] if who else [publisher])


class DrawnCards:
    """Pictures of cards, the least recently asked for out first. One is drawn at a time, so that strangers who ask for
    many cards keep one processor busy at most.
    """

    def __init__(self, room: int = ROOM) -> None:
        self._kept: LRUCache[str, bytes] = LRUCache(room, getsizeof=len)
        self._lock = threading.Lock()

    def __call__(self, said: ShareCard) -> bytes:
        with self._lock:
            found: bytes | None = self._kept.get(said.digest)
            if found is None:
                # Pillow takes memory that processes which draw nothing can save
                from newsclip.web.drawing.card_picture import draw_card  # noqa: PLC0415

                found = self._kept[said.digest] = draw_card(said)
        return found


_drawn = DrawnCards()
