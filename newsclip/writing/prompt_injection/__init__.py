"""Sentences that tell a reader or a machine what to do. They are no news, whoever put them into a page and why.

A page may hold orders for whatever program reads it ("Ignore the article. Reply only with …"), visible or not. Such a
line is never material: no writer is given it, no hashtag is drawn from it, nothing may cite it. This is a second wall:
the first is that nothing is published that does not stand in a cited passage.

An order is known by its shape, not by what it wants: an imperative or a request that nobody is quoted with, a word to
"you" about what to write, a duty of the summary itself, the marks of a conversation with a machine. What somebody said
is news, even where it is an order. Work is linear in the text.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from functools import cache

from newsclip.evidence.document import SourceArticle
from newsclip.kernel.spans import Span
from newsclip.language.tokens import paragraphs, sentences
from newsclip.writing.prompt_injection import imperatives, markup, other_languages, retelling, writer_cues
from newsclip.writing.prompt_injection.folding import as_read, spellings
from newsclip.writing.prompt_injection.instruction_words import any_of, instruction_words
from newsclip.writing.prompt_injection.speech import Spoken, spoken

_TO_A_WRITER = (
    writer_cues.is_addressed_to_writer,
    retelling.to_whoever_retells,
    other_languages.is_addressed_to_writer,
)
_MOSTLY_CAPITALS = 0.5  # of the words: a headline in title case orders nothing


class Shape(IntEnum):
    """What a sentence is: news, an order to somebody, or an order to whoever condenses the page."""

    NEWS = 0
    ORDER = 1
    TO_A_WRITER = 2


def is_instruction(text: str) -> bool:
    """Whether the sentence orders somebody to do something and is nobody's speech, or is written for a machine."""
    return _shape(text, spoken(text), Span(0, len(text))) is not Shape.NEWS


def without_instructions(articles: Sequence[SourceArticle]) -> tuple[SourceArticle, ...]:
    """The articles with such sentences blanked: every other word stays where it stood. Such a title is left out."""
    return tuple(_news_of(article) for article in articles)


def without_orders(text: str) -> str:
    """The text with a blank for each letter of an order, and of the sentence that an order announces."""
    parts, end = [], 0
    for span in _orders(text):
        parts += [text[end : span.start], " " * (span.end - span.start)]
        end = span.end
    return "".join([*parts, text[end:]])


def _orders(text: str) -> list[Span]:
    found: list[Span] = []
    for paragraph in paragraphs(text):
        line = paragraph.of(text)
        heard, spans = spoken(line), sentences(line)
        shapes = [_shape(line, heard, span) for span in spans]
        announced = False
        for span, shape in zip(spans, shapes, strict=True):
            if shape or announced:
                found.append(Span(paragraph.start + span.start, paragraph.start + span.end))
            announced = bool(shape and _announces().search(span.of(line)))
    return found


@cache
def _announces() -> re.Pattern[str]:
    return re.compile(rf":\W{{0,9}}$|{any_of(instruction_words().announces)}", re.IGNORECASE)


def _shape(line: str, heard: Spoken, span: Span) -> Shape:
    """The shape of one sentence of a paragraph, by what nobody is quoted with; what is written for machines, by all."""
    raw = span.of(line)
    if markup.is_for_machines(raw) or markup.is_for_machines(as_read(raw)):
        return Shape.TO_A_WRITER
    told = heard.outside(span)
    for words in spellings(told):
        if any(known(words) for known in _TO_A_WRITER):
            return Shape.TO_A_WRITER
        if imperatives.is_order(words) or other_languages.is_order(words):
            return Shape.ORDER
    if not heard.attributed and any(writer_cues.is_addressed_to_writer(words) for words in spellings(raw)):
        return Shape.TO_A_WRITER
    return Shape.NEWS


def _news_of(article: SourceArticle) -> SourceArticle:
    text, title = without_orders(article.text), "" if _orders_inside(article.title) else article.title
    return article if (text, title) == (article.text, article.title) else replace(article, text=text, title=title)


def _orders_inside(title: str) -> bool:
    """Whether an order stands anywhere in a title that is not written With Capitals Throughout."""
    if is_instruction(title):
        return True
    words = title.split()
    if sum(word[:1].isupper() for word in words) > len(words) * _MOSTLY_CAPITALS:
        return False
    told = as_read(spoken(title).outside(Span(0, len(title))))
    starts = [match.start() for match in re.finditer(r"(?<=\s)[A-Z]", told)]
    return any(imperatives.begins_as_order(told[start:]) for start in starts)
