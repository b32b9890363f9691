"""The card of a clip, drawn."""

import io
from typing import NamedTuple

from PIL import Image, ImageDraw

from newsclip.web.drawing.lettering import LEADING, Lettering, can_draw, fit, font, prepared
from newsclip.web.drawing.mark import INK, MARKER, PAPER, draw_mark
from newsclip.web.drawing.share_card import SIZE, WIDTH, Proof, ShareCard

_LEFT, _RIGHT = 72, WIDTH - 72
_TOP, _FOOT = 152, 572  # where the headline begins, and the line on which the foot stands
_HEADLINE = (104, 92, *range(80, 40, -4))
_PROOF = (32, 28)
_LINES = 3  # that the proof takes at most
_SMALL = 26
_QUIET, _ACCENT = "#57534a", "#9b1c1c"


def draw_card(card: ShareCard) -> bytes:
    """A PNG. Where the font lacks a letter of the headline, or it runs from right to left, the mark stands there, and
    who tells it; of other words, those are left out that it cannot draw.
    """
    canvas = Image.new("RGB", SIZE, PAPER)
    site, host, category, headline, told = (prepared(text) for text in card[:5])
    site, host, category, told = (words if can_draw(words) else "" for words in (site, host, category, told))
    if headline and can_draw(headline):
        _draw_words(canvas, ShareCard(site, host, category, headline, told, card.proofs))
    else:
        _draw_without_headline(canvas, told, host, list(map(prepared, card.publishers)))
    into = io.BytesIO()
    canvas.quantize(64).save(into, "PNG")
    return into.getvalue()


def _draw_without_headline(canvas: Image.Image, told: str, host: str, publishers: list[str]) -> None:
    draw_mark(canvas, WIDTH // 2 - 150, 70, 300)
    pen = ImageDraw.Draw(canvas)
    names = " · ".join(name for name in publishers if can_draw(name))
    who = fit(names, (_PROOF[-1],), _RIGHT - _LEFT, round(_PROOF[-1] * LEADING)).lines[0] if names else ""
    for words, at, size, ink in ((told, 450, 44, INK), (who, 506, _PROOF[-1], INK), (host, _FOOT, _SMALL, _QUIET)):
        _line(pen, (WIDTH // 2, at), words, size, ink, "ms")


def _draw_words(canvas: Image.Image, card: ShareCard) -> None:
    pen = ImageDraw.Draw(canvas)
    draw_mark(canvas, _LEFT - 6, 52, 64)
    _line(pen, (_LEFT + 76, 84), card.site, 36, INK, "lm")
    _line(pen, (_RIGHT, 84), card.category, _SMALL, _ACCENT, "rm")
    room = _FOOT - _SMALL - 28 - _TOP
    proof, letters = _choose(card.headline, card.proofs, room)
    _write(pen, _LEFT, _TOP, letters, INK)
    if proof:
        _draw_proof(pen, proof, bottom=_TOP + room)
    pen.line((_LEFT, _FOOT - 34, _RIGHT, _FOOT - 34), "#dcd8cd", 2)
    _line(pen, (_LEFT, _FOOT), card.told, _SMALL, _QUIET, "ls")
    _line(pen, (_RIGHT, _FOOT), card.host, _SMALL, _QUIET, "rs")


class _SetProof(NamedTuple):
    words: Lettering
    source: Lettering

    @property
    def height(self) -> int:
        return self.words.height + self.source.height


def _choose(headline: str, proofs: tuple[Proof, ...], room: int) -> tuple[_SetProof | None, Lettering]:
    """The first proof that fits whole and leaves room for the whole headline; else the headline alone."""
    for proof in proofs:
        words, source = prepared(proof.words), prepared(proof.source)
        if not can_draw(words + source):
            continue
        width = _RIGHT - _LEFT - 28
        found = _SetProof(
            fit(words, _PROOF, width, round(_LINES * _PROOF[-1] * LEADING) + 1), fit(source, (_SMALL,), width, 34)
        )
        letters = fit(headline, _HEADLINE, _RIGHT - _LEFT, room - found.height - 36)
        if found.words.whole and letters.whole:
            return found, letters
    return None, fit(headline, _HEADLINE, _RIGHT - _LEFT, room)


def _draw_proof(pen: ImageDraw.ImageDraw, proof: _SetProof, bottom: int) -> None:
    top = bottom - proof.height - 12
    pen.rectangle((_LEFT, top - 4, _LEFT + 7, bottom - 8), MARKER)
    _write(pen, _LEFT + 28, top, proof.words, INK)
    _write(pen, _LEFT + 28, top + proof.words.height, proof.source, _QUIET)


def _write(pen: ImageDraw.ImageDraw, left: int, top: int, lettering: Lettering, ink: str) -> None:
    for number, line in enumerate(lettering.lines):
        at = (left, top + round((number + 0.82) * lettering.size * LEADING))
        _line(pen, at, line, lettering.size, ink, "ls")


def _line(pen: ImageDraw.ImageDraw, at: tuple[int, int], words: str, size: int, ink: str, anchor: str) -> None:
    pen.text(at, words, ink, font(size), anchor)
