"""Sentences as proofs compare them: parsed without their quotation marks, which say what stands in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from newsclip.evidence.document import SourceArticle
from newsclip.evidence.verifier.enclosing_sentences import whole_sentences
from newsclip.evidence.verifier.proofs.relations import Relations
from newsclip.evidence.verifier.proofs.spelled_numbers import Written, in_figures
from newsclip.kernel.spans import Passage
from newsclip.language import quotation_marks
from newsclip.language.syntax import Parse, Parser
from newsclip.language.tokens import sentences
from newsclip.language.verifier_tables.proofs import ProofWords

_MARKS = frozenset('“”„«»"')
_WORD = re.compile(r"[^\W\d_]+")
_NEAR_DEBT = 200  # characters before "due to" in which a sum of money is told of
_MOST = 16  # sentences of all passages; twelve passages may be of several


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence, its relations, and which of its tokens stand in quotation marks.

    `start`: where it begins in the text of `article`. `led`: it stands behind a sentence that ends in a colon.
    `written`: its tokens as they stand where a number in words is put into figures. `phrases`: rows of a phrase and of
    the one that it is put for, as that stands.
    """

    relations: Relations
    quoted: tuple[bool, ...]
    written: tuple[str, ...] = ()
    phrases: tuple[tuple[str, str], ...] = ()
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
    bare = "".join(plain)
    put = _with_one_phrase(bare, words)
    written, held = _with(put, bare, held)
    figures = in_figures(written, words)
    text, held = _with(figures, written, held)
    parse = parser(text, language)
    if parse is None:
        return None
    quotes = tuple(held[token.start] for token in parse.tokens)
    phrases = tuple((phrase.strip(), bare[at:end]) for at, end, phrase in put)
    return ParsedSentence(Relations(parse, words), quotes, _as_written(parse, written, figures), phrases=phrases)


def _as_written(parse: Parse, text: str, figures: Sequence[Written]) -> tuple[str, ...]:
    """The tokens of a parse, each of a figure that was put as the words that it was put for."""
    found, moved = dict[int, str](), 0
    for start, end, figure in figures:
        first = start + moved
        moved += len(figure) - (end - start)
        inside = (i for i, token in enumerate(parse.tokens) if first <= token.start < first + len(figure))
        found |= dict.fromkeys(inside, text[start:end])
    return tuple(found.get(i, token.word) for i, token in enumerate(parse.tokens))


def _with_one_phrase(text: str, words: ProofWords) -> list[Written]:
    """The first phrase of each row for the others: "because of" for "due to"."""
    found = [one for one in _phrases(words).finditer(text) if not _is_owed(text, one, words)]
    put = [(*one.span(), _first_of(words)[one.group().lower()]) for one in found]
    return [(at, end, f" {phrase}" if text[at - 1 : at].isdigit() else phrase) for at, end, phrase in put]


def _is_owed(text: str, found: re.Match[str], words: ProofWords) -> bool:
    """Whether "due to" may tell to whom something is owed: behind "is", or behind "the money" and the like."""
    if found.group().lower() not in words.owed_to:
        return False
    before = _WORD.findall(text[max(0, found.start() - _NEAR_DEBT) : found.start()].lower())
    return before[-1:] == [] or before[-1] in words.forms_of_be or not words.debts.isdisjoint(before)


def _with(put: Sequence[Written], text: str, quoted: list[bool]) -> tuple[str, list[bool]]:
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
            yield replace(one, start=start, end=start + len(own), article=article.text, led=led)
        led = own.rstrip().endswith(":")
