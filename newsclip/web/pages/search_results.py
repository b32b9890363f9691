"""Results of a search as cards that say why they were found: in headline and summary, by a sentence of the text, or by
what an article quotes.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString

from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.clips.queries import ArticleQuotation
from newsclip.evidence.document import Claim, Document, Quote
from newsclip.evidence.serialization import from_json
from newsclip.evidence.visitor import Place, visit
from newsclip.language.search_matches import excerpt, matched_stems, matches
from newsclip.web.cards.queries import Card
from newsclip.web.formatting import filled

_FOUND = '<p class="card-found" dir="auto"{lang}>{words}</p>'
_SAID, _QUOTED, _TITLE = "{words}", "“{words}” <span>— {by}</span>", "{words} <span>— {by}</span>"
_ELSEWHERE = '“{words}” <span>— {by}<a href="{url}" rel="noopener">{publisher}</a></span>'
_TOLD = frozenset({Place.HEADING, Place.PARAGRAPH, Place.BULLET, Place.QUOTE})


class Found(NamedTuple):
    """What is shown below a card; `lacks`: the stems that the clip nowhere says."""

    line: SafeString = SafeString()
    lacks: frozenset[str] = frozenset()


def results(shown: Sequence[Card], stems: frozenset[str], muted: Collection[str] = ()) -> list[SafeString]:
    """The cards with what was searched for marked. `muted`: domains of publishers, whose articles are not quoted."""
    if not stems:
        return [card.html() for card in shown]
    clips = [card.clip for card in shown]
    found = _found_in_texts(clips, stems, muted)
    found |= _found_in_articles(clips, found, muted)
    return [_result(card, stems, found[card.clip.pk]) for card in shown]


def marked(text: str, stems: frozenset[str]) -> SafeString:
    """The text with each word that was searched for in a `mark`."""
    parts, at = list[str](), 0
    for span in matches(text, stems):
        parts += [escape(text[at : span.start]), "<mark>", escape(span.of(text)), "</mark>"]
        at = span.end
    return SafeString("".join([*parts, escape(text[at:])]))


def _result(card: Card, stems: frozenset[str], found: Found) -> SafeString:
    clip = card.clip
    return card.marked(marked(clip.headline, stems), marked(clip.summary, stems), found.line)


def _found_in_texts(shown: Sequence[Clip], stems: frozenset[str], muted: Collection[str]) -> dict[int, Found]:
    missing = {clip.pk: stems - matched_stems(f"{clip.headline} {clip.summary}", stems) for clip in shown}
    wanted = [pk for pk, some in missing.items() if some]
    rows = Clip.objects.filter(pk__in=wanted).values_list("pk", "document", "language") if wanted else ()
    read = {pk: _found_in(_unmuted(document, muted), missing[pk], language) for pk, document, language in rows}
    return {clip.pk: read.get(clip.pk, Found()) for clip in shown}


def _unmuted(document: Any, muted: Collection[str]) -> Document | None:
    told = from_json(document)
    return queries.without(told, muted) if muted else told


def _found_in(document: Document | None, stems: frozenset[str], language: str) -> Found:
    """The sentence, quotation or title of an article that holds most of these stems, the first of them, if any does."""
    line, most, held = SafeString(), 0, frozenset[str]()
    for form, words, by in _told(document) if document else ():
        here = matched_stems(f"{words} {by if form != _TITLE else ''}", stems)
        held |= here
        if len(here) > most:
            most = len(here)
            line = filled(form, words=marked(excerpt(words, stems), stems), by=marked(by, stems))
    return Found(_line(line, language), stems - held)


def _found_in_articles(shown: Sequence[Clip], found: Mapping[int, Found], muted: Collection[str]) -> dict[int, Found]:
    """For clips that do not say all of it, the quotation of an article that holds most of what they lack."""
    clips = {clip.story_id: clip.pk for clip in shown if found[clip.pk].lacks}
    if not clips:
        return {}
    lacks = {story: found[pk].lacks for story, pk in clips.items()}

    def worth(story: int, text: str) -> bool:
        return any(matched_stems(part, lacks[story]) for part in text.split("\n\n"))

    best: dict[int, tuple[int, ArticleQuotation]] = {}
    for story, one in queries.quoted_in_stories(list(clips), worth, muted):
        held = len(matched_stems(f"{one.text} {one.by}", lacks[story]))
        if held > (best[story][0] if story in best else 0):
            best[story] = held, one
    return {clips[story]: Found(_quoted_line(one, lacks[story])) for story, (_, one) in best.items()}


def _quoted_line(one: ArticleQuotation, stems: frozenset[str]) -> SafeString:
    by = filled("{by} · ", by=marked(one.by, stems)) if one.by else SafeString()
    words = marked(excerpt(one.text, stems), stems)
    return _line(filled(_ELSEWHERE, words=words, by=by, url=one.url, publisher=one.publisher), one.language)


def _line(words: SafeString, language: str) -> SafeString:
    lang = filled(' lang="{code}"', code=language) if language else ""
    return filled(_FOUND, lang=lang, words=words) if words else words


def _told(document: Document) -> Iterator[tuple[str, str, str]]:
    """What a document says, with the form in which it is shown, and by whom it is."""
    for place, said in visit(document):
        if place in _TOLD and not isinstance(said, Claim):
            by = ", ".join(filter(None, (said.speaker, said.role))) if isinstance(said, Quote) else ""
            yield (_QUOTED if by else _SAID), said.text, by
    yield from ((_TITLE, one.title, one.publisher) for one in document.sources)
