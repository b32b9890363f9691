"""Sentences as proofs compare them: parsed without their quotation marks, which say what stands in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from newsclip.evidence.document import SourceArticle
from newsclip.evidence.verifier.enclosing_sentences import whole_sentences
from newsclip.evidence.verifier.proofs.relations import Relations
from newsclip.evidence.verifier.proofs.spelled_numbers import in_figures
from newsclip.kernel.spans import Passage
from newsclip.language import quotation_marks
from newsclip.language.syntax import Parser
from newsclip.language.tokens import sentences
from newsclip.language.verifier_tables.proofs import ProofWords

_MARKS = frozenset('“”„«»"')
_MOST = 16  # sentences of all passages; twelve passages may be of several


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence, its relations, and which of its tokens stand in quotation marks.

    `start`: where it begins in the text of `article`. `led`: it stands behind a sentence that ends in a colon.
    """

    relations: Relations
    quoted: tuple[bool, ...]
    start: int = 0
    end: int = 0
    article: str = ""
    led: bool = False


def read(
    text: str, words: ProofWords, parser: Parser, language: str, *, quoted: Sequence[bool] = ()
) -> ParsedSentence | None:
    """The reading of one sentence; None where the parser knows it not. `quoted`: what is in marks, where known."""
    known = quoted or quotation_marks.inside(text)
    plain, held = list[str](), list[bool]()
    for character, inside in zip(text, known, strict=True):
        blank = character.isspace()
        if character in _MARKS or (blank and (not plain or plain[-1] == " ")):
            continue
        plain.append(" " if blank else "'" if character == "’" else character)
        held.append(inside)
    written, held = _with_one_phrase("".join(plain), held, words)
    written, held = _with(in_figures(written, words), written, held)
    parse = parser(written, language)
    if parse is None:
        return None
    return ParsedSentence(Relations(parse, words), tuple(held[token.start] for token in parse.tokens))


def _with_one_phrase(text: str, quoted: list[bool], words: ProofWords) -> tuple[str, list[bool]]:
    """The text with the first phrase of each row for the others: "because of" for "due to"."""
    put = [(*found.span(), _first_of(words)[found.group().lower()]) for found in _phrases(words).finditer(text)]
    behind_figures = [(at, end, f" {phrase}" if text[at - 1 : at].isdigit() else phrase) for at, end, phrase in put]
    return _with(behind_figures, text, quoted)


def _with(put: Sequence[tuple[int, int, str]], text: str, quoted: list[bool]) -> tuple[str, list[bool]]:
    """The text with other words in some places, and what of it stands in quotation marks."""
    parts, held, at = list[str](), list[bool](), 0
    for start, end, words in put:
        parts += [text[at:start], words]
        held += [*quoted[at:start], *[quoted[start]] * len(words)]
        at = end
    return "".join([*parts, text[at:]]), [*held, *quoted[at:]]


@cache
def _first_of(words: ProofWords) -> dict[str, str]:
    return {phrase: row[0] for row in words.phrases for phrase in row[1:]}


@cache
def _phrases(words: ProofWords) -> re.Pattern[str]:
    any_of = "|".join(re.escape(one) for one in sorted(_first_of(words), key=lambda one: (-len(one), one)))
    return re.compile(rf"(?<![A-Za-z])(?:{any_of})(?!\w)", re.IGNORECASE)


def parsed_sentences_of(
    cited: Sequence[tuple[Passage, SourceArticle]], words: ProofWords, parser: Parser, language: str
) -> list[ParsedSentence]:
    """Each sentence of the passages."""
    found: dict[tuple[str, str], ParsedSentence] = {}
    for passage, article in cited:
        for one in islice(_of_passage(passage, article, words, parser, language), _MOST):
            found.setdefault((article.id, one.relations.parse.text), one)
    return list(found.values())[:_MOST]


def _of_passage(
    passage: Passage, article: SourceArticle, words: ProofWords, parser: Parser, language: str
) -> Iterator[ParsedSentence]:
    text = whole_sentences(passage, article)
    inside, led = quotation_marks.inside(text), False
    for span in sentences(text):
        own = span.of(text)
        one = read(own, words, parser, language, quoted=inside[span.start : span.end])
        if one:
            start = 0 if passage.part == "title" else max(0, article.text.find(own))
            yield ParsedSentence(one.relations, one.quoted, start, start + len(own), article.text, led)
        led = own.rstrip().endswith(":")
