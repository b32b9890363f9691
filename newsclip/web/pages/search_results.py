"""Results of a search as cards that say why they were found: in headline and summary, or by a sentence of the text."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString

from newsclip.clips.models import Clip
from newsclip.evidence.document import Claim, Document, Quote
from newsclip.evidence.serialization import from_json
from newsclip.evidence.visitor import Place, visit
from newsclip.language.search_matches import excerpt, matched_stems, matches
from newsclip.web.cards.queries import Card
from newsclip.web.formatting import filled

_FOUND = '<p class="card-found" dir="auto"{lang}>{words}</p>'
_SAID, _QUOTED, _TITLE = "{words}", "“{words}” <span>— {by}</span>", "{words} <span>— {by}</span>"
_TOLD = frozenset({Place.HEADING, Place.PARAGRAPH, Place.BULLET, Place.QUOTE})


def results(shown: Sequence[Card], stems: frozenset[str]) -> list[SafeString]:
    """The cards with what was searched for marked."""
    documents = _documents([card.clip for card in shown], stems)
    return [_result(card, stems, documents) if stems else card.html() for card in shown]


def marked(text: str, stems: frozenset[str]) -> SafeString:
    """The text with each word that was searched for in a `mark`."""
    parts, at = list[str](), 0
    for span in matches(text, stems):
        parts += [escape(text[at : span.start]), "<mark>", escape(span.of(text)), "</mark>"]
        at = span.end
    return SafeString("".join([*parts, escape(text[at:])]))


def _result(card: Card, stems: frozenset[str], documents: dict[int, Any]) -> SafeString:
    clip = card.clip
    found = _found(documents[clip.pk], _missing(clip, stems), clip.language) if clip.pk in documents else SafeString()
    return card.marked(marked(clip.headline, stems), marked(clip.summary, stems), found)


def _documents(clips: Sequence[Clip], stems: frozenset[str]) -> dict[int, Any]:
    """Of the clips whose headline and summary do not hold all of it."""
    wanted = [clip.pk for clip in clips if _missing(clip, stems)]
    return dict(Clip.objects.filter(pk__in=wanted).values_list("pk", "document")) if wanted else {}


def _missing(clip: Clip, stems: frozenset[str]) -> frozenset[str]:
    return stems - matched_stems(f"{clip.headline} {clip.summary}", stems)


def _found(document: Any, stems: frozenset[str], language: str) -> SafeString:
    """The sentence, quotation or title of an article that holds most of these stems, the first of them, if any does."""
    best, most = SafeString(), 0
    for form, words, by in _told(from_json(document)):
        held = len(matched_stems(f"{words} {by if form != _TITLE else ''}", stems))
        if held > most:
            most = held
            best = filled(form, words=marked(excerpt(words, stems), stems), by=marked(by, stems))
    lang = filled(' lang="{code}"', code=language) if language else ""
    return filled(_FOUND, lang=lang, words=best) if best else best


def _told(document: Document) -> Iterator[tuple[str, str, str]]:
    """What a document says, with the form in which it is shown, and by whom it is."""
    for place, said in visit(document):
        if place in _TOLD and not isinstance(said, Claim):
            by = ", ".join(filter(None, (said.speaker, said.role))) if isinstance(said, Quote) else ""
            yield (_QUOTED if by else _SAID), said.text, by
    yield from ((_TITLE, one.title, one.publisher) for one in document.sources)
