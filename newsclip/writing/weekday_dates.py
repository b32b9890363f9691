"""Dates on a finished clip: behind the first mention of a weekday, where an article of the story names it."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from newsclip.evidence.document import Articles, Document, Sentence, SourceArticle
from newsclip.evidence.edits import Edit
from newsclip.evidence.visitor import TextTransformer, map_sentences
from newsclip.kernel.spans import Passage, Span
from newsclip.language.days import Day, days
from newsclip.language.pack import pack
from newsclip.language.pos_tagger import TAGGED_LANGUAGES
from newsclip.language.quotation_marks import outside
from newsclip.language.tokens import sentences
from newsclip.writing.candidates import passage


def date_weekdays(document: Document, known: Articles, stands: Callable[[Sentence], bool]) -> Document:
    """The clip with dates behind weekdays in its text. `stands`: whether the verifier would let a sentence pass."""
    able = document.language in TAGGED_LANGUAGES
    return (map_sentences(document, _Dating(document.language, known, stands)) or document) if able else document


class _Dating(TextTransformer):
    """Dates each day once."""

    def __init__(self, language: str, known: Articles, stands: Callable[[Sentence], bool]) -> None:
        self._words = pack(language).days
        self._language, self._known, self._stands = language, known, stands
        self._told: set[str] = set()

    def sentence(self, sentence: Sentence) -> Sentence:
        first = sentence.evidence[0]
        published = self._known[first.article, first.revision].published
        found = days(outside(sentence.text), published.date(), self._language) if published else []
        made = next((one for day in found if (one := self._dated(sentence, day)) and self._stands(one)), sentence)
        self._told.update(day.iso for day in found)
        return made

    def _dated(self, sentence: Sentence, day: Day) -> Sentence | None:
        words = sentence.text[day.start : day.end]
        there = self._dates.get(day.iso)
        if there is None or day.iso in self._told or self._words is None or not _is_one(words, self._words.weekdays):
            return None
        date = there.span.of(self._known[there.article, there.revision].text)
        edit = Edit(words, f"{words} ({date})")
        text = f"{sentence.text[: day.start]}{edit.new}{sentence.text[day.end :]}"
        return Sentence(text, (*sentence.evidence, there), (*sentence.edits, str(edit)))

    @cached_property
    def _dates(self) -> dict[str, Passage]:
        """Where the articles name a day by its month and figure; the first place for each."""
        found: dict[str, Passage] = {}
        for article in self._known.values():
            for start, day in _named(article, self._language):
                words = article.text[start + day.start : start + day.end]
                figures = any(character.isdigit() for character in words)
                if figures and self._words and any(_is_one(word, self._words.months) for word in words.split()):
                    at = start + day.start
                    found.setdefault(day.iso, passage(article, Span(at, at + len(words.rstrip(".")))))
        return found


def _named(article: SourceArticle, language: str) -> Iterator[tuple[int, Day]]:
    """The days that sentences with figures name, and where each sentence begins."""
    for one in sentences(article.text) if article.published else ():
        text = one.of(article.text)
        if article.published and any(character.isdigit() for character in text):
            yield from ((one.start, day) for day in days(text, article.published.date(), language))


def _is_one(word: str, names: Iterable[tuple[str, ...]]) -> bool:
    return any(word.lower().rstrip(".,") in each for each in names)
