"""Who tells it, at the end of what only one publisher of a story tells: "…, according to The Orlo Times".

So do the headline and the first sentence of a clip that consists of views alone: they are not the site's.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from newsclip.evidence.attribution_edits import attributed, attribution
from newsclip.evidence.document import Articles, Claim, Document, Sentence
from newsclip.evidence.edits import splits
from newsclip.evidence.slugs import slug_of
from newsclip.evidence.visitor import TEXT, TextTransformer, map_sentences, visit
from newsclip.language import quotation_marks
from newsclip.language.content_words import content_stems
from newsclip.language.guards import guards_of, stands_in
from newsclip.language.news_agencies import AGENCY_NAMES
from newsclip.language.tokens import sentences, words
from newsclip.language.unspaced import count_words
from newsclip.writing import cleaning
from newsclip.writing.page_kinds import OPINION

_MOST_WORDS = 28  # with the attribution, a longer sentence is no light reading
_EDGE = 160  # characters at either end of a text: where it credits others
_ABBREVIATED = 4  # characters of "U.S", "Inc", "Co"
# "orlo.example" or "orlop": an address or the code of a list, and no name that a reader knows
_CODE = re.compile(r"[a-z0-9._-]{0,200}")
_MOST_OF_A_NAME = 6  # words: more is a slogan, "Orlo Times - news and weather from the bay"
# Of a sentence's stems in one sentence of another publisher: that tells it, too. Set by judgement.
_TOLD_ELSEWHERE = 0.5


def attribute(document: Document, known: Articles, stands: Callable[[Sentence], bool]) -> Document:
    """The clip with its publisher named at the first sentence that it alone tells, again after another publisher's.

    One of which no proper name is known is not named: the mark behind the sentence leads to it. `stands`: whether the
    verifier would let a sentence pass.
    """
    guards = guards_of(document.language)
    publishers = {article.publisher for article in known.values()}
    if guards is None or not guards.told_by:
        return document
    if document.receipt.category.get("pages") in OPINION:
        return _as_a_view(document, known, guards.told_by, stands)
    if len(publishers - {""}) < 2:
        return document
    return map_sentences(document, _Attributing(document, known, guards.told_by, stands)) or document


def _as_a_view(document: Document, known: Articles, phrase: str, stands: Callable[[Sentence], bool]) -> Document:
    """The clip with its publisher named in the headline and in the first sentence of the summary that may name it."""

    def credited(said: Sentence) -> Sentence:
        first = said.evidence[0]
        publisher = known[first.article, first.revision].publisher
        if not publisher or said.text.endswith(("!", "?")) or cleaning.attributed(said.text, document.language):
            return said
        named = f"{phrase} {publisher}"
        made = replace(said, text=attributed(said.text, named), edits=(*said.edits, attribution(named)))
        return made if stands(made) else said

    headline, summary = credited(document.headline), [*document.summary]
    for k, said in enumerate(summary):
        summary[k] = credited(said)
        if summary[k] != said:
            break
    slug = _address(document, headline) if document.version == 1 else document.slug
    return replace(document, headline=headline, summary=tuple(summary), slug=slug)


def _address(document: Document, headline: Sentence) -> str:
    """The clip's address by this headline, with its number."""
    before = slug_of(document.headline.text, document.language)
    number = document.slug.removeprefix(before)
    return document.slug if number == document.slug else f"{slug_of(headline.text, document.language)}{number}"


class _Attributing(TextTransformer):
    """Goes through summary and text in their order, and knows whose sentence came last and whether that is said."""

    def __init__(self, document: Document, known: Articles, phrase: str, stands: Callable[[Sentence], bool]) -> None:
        self._document, self._known, self._phrase, self._stands = document, known, phrase, stands
        self._language = document.language
        self._publisher, self._is_named = "", False

    def sentence(self, sentence: Sentence) -> Sentence:
        first = sentence.evidence[0]
        publisher = self._known[first.article, first.revision].publisher
        if publisher != self._publisher:
            self._publisher, self._is_named = publisher, False
        if self._is_named or not _is_name(publisher) or sentence not in self._able:
            return sentence
        if self._is_told_elsewhere(sentence, publisher):
            return sentence
        named = f"{self._phrase} {publisher}"
        made = replace(sentence, text=attributed(sentence.text, named), edits=(*sentence.edits, attribution(named)))
        self._is_named = self._stands(made)
        return made if self._is_named else sentence

    @cached_property
    def _able(self) -> list[Sentence]:
        """Sentences that may end with who tells them: nobody is named as saying it, and the next does not lean."""
        said = [one for place, one in visit(self._document) if place in TEXT and not isinstance(one, Claim)]
        following = [*said[1:], None]
        return [
            one
            for one, after in zip(said, following, strict=True)
            if isinstance(one, Sentence) and self._is_plain(one) and not (after and self._leans(after.text))
        ]

    def _is_plain(self, sentence: Sentence) -> bool:
        text = sentence.text
        below_type = any(
            section.type and sentence in (one for block in section.blocks for one in getattr(block, "sentences", ()))
            for section in self._document.sections
        )
        return (
            not below_type
            and text.endswith(".")
            and len(text.split()) <= _MOST_WORDS
            and not quotation_marks.quoted(text)
            and not splits(sentence.edits)
            and self._is_own_report(sentence)
            and not cleaning.attributed(text, self._language)
        )

    def _leans(self, text: str) -> bool:
        """Whether a word of the text may mean the publisher that would be named right before it."""
        guards = guards_of(self._language)
        return guards is not None and any(stands_in(word, guards.leaning) for word in words(text))

    def _is_own_report(self, sentence: Sentence) -> bool:
        """Whether the article names no agency, and the sentence ends in no abbreviation, whose stop would go."""
        first = sentence.evidence[0]
        text = self._known[first.article, first.revision].text
        ends = f"{text[:_EDGE]} {text[-_EDGE:]}"
        last = sentence.text.removesuffix(".").rpartition(" ")[2]
        short = "." in last or (last[:1].isupper() and len(last) <= _ABBREVIATED)
        said = f" {' '.join(words(ends)).lower()} "
        return not short and not any(f" {name} " in said for name in AGENCY_NAMES)

    def _is_told_elsewhere(self, sentence: Sentence, publisher: str) -> bool:
        stems = content_stems(sentence.text, self._language)
        others = (told for name, told in self._told if name != publisher)
        return any(len(stems & told) >= _TOLD_ELSEWHERE * len(stems) for told in others)

    @cached_property
    def _told(self) -> list[tuple[str, frozenset[str]]]:
        """The publisher and stems of each sentence of the story."""
        return [
            (article.publisher, content_stems(span.of(article.text), self._language))
            for article in self._known.values()
            for span in sentences(article.text)
        ]


def _is_name(publisher: str) -> bool:
    """Whether a reader would know it for a publisher's name."""
    return not _CODE.fullmatch(publisher) and count_words(publisher) <= _MOST_OF_A_NAME and "|" not in publisher
