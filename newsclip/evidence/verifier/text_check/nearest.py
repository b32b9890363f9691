"""What a sentence that nothing bears shares with the nearest passage: a comparison of words, which proves nothing."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Articles
from newsclip.evidence.ports import NearestPassage, WordOrder
from newsclip.evidence.tokens import TOKEN, tokens
from newsclip.evidence.verifier import words_of
from newsclip.evidence.verifier.text_check.near_passages import stems_of
from newsclip.kernel.spans import Passage
from newsclip.language.content_words import is_light


def nearest_of(
    claim: str, near: Sequence[Passage], articles: Articles, of: Callable[[str], Sequence[Passage]]
) -> NearestPassage | None:
    """The first of these passages (nearest first) that has all of the claim's words in its order; else the one that
    lacks fewest of them, a sentence before a title. `of`: the passages nearest to what it lacks.
    """
    compared = [_compared(claim, one, articles) for one in near]
    if ordered := next((one for one in compared if one.order), None):
        return ordered
    best = min(compared, key=lambda one: _lacks(claim, one), default=None)
    if best is None or not best.absent:
        return best
    language = language_of_article(articles[best.passage.article, best.passage.revision])
    runs = [_with_neighbours(claim, start, end, language) for start, end in best.absent]
    others = [one for one in of(" ".join(w for words, near in runs for w in (words, *near))) if one != best.passage]
    return replace(best, beside=next((one for one in others if _has(one, runs, articles)), None))


def _lacks(claim: str, found: NearestPassage) -> tuple[int, bool]:
    return sum(len(tokens(claim[start:end])) for start, end in found.absent), found.passage.part == "title"


def _with_neighbours(claim: str, start: int, end: int, language: str) -> tuple[str, list[str]]:
    """Absent words, and what tells that they are meant: a second one that matters, or the nearest on either side."""
    before, absent, behind = (
        [word for word in tokens(part) if not is_light(word, language)]
        for part in (claim[:start], claim[start:end], claim[end:])
    )
    return claim[start:end], [*absent[1:], *before[-1:], *behind[:1]]


def _has(passage: Passage, runs: Iterable[tuple[str, list[str]]], articles: Articles) -> bool:
    """Whether the passage has all of these words, each run with another that matters."""
    language = language_of_article(articles[passage.article, passage.revision])
    held = stems_of(words_of(passage, articles) or "", language)
    return all(
        stems_of(words, language) <= held and any(stems_of(word, language) <= held for word in near)
        for words, near in runs
    )


def word_order(claim: str, passage: str) -> WordOrder:
    """Whether the words of the claim stand in the passage in their order, and whether others stand between them."""
    wanted, held = tokens(claim), tokens(passage)
    if f" {' '.join(wanted)} " in f" {' '.join(held)} ":
        return "together"
    rest = iter(held)
    return "apart" if all(word in rest for word in wanted) else ""


def absent_words(claim: str, passage: str, language: str) -> tuple[tuple[int, int], ...]:
    """From and to which character of the claim its words stand that the passage has in no form; neighbours as one.

    Light words ("the", "and") are told only between others.
    """
    held = stems_of(passage, language)
    found = ((word, stems_of(word.group(), language) <= held) for word in TOKEN.finditer(claim))
    runs = (_from_weight(run, language) for there, run in groupby(found, key=lambda one: one[1]) if not there)
    return tuple((run[0].start(), run[-1].end()) for run in runs if run)


def _from_weight(run: Iterable[tuple[re.Match[str], bool]], language: str) -> list[re.Match[str]]:
    """The words from the first to the last that is not light; none where all are."""
    words = [word for word, _ in run]
    weighty = [place for place, word in enumerate(words) if not is_light(word.group(), language)]
    return words[weighty[0] : weighty[-1] + 1] if weighty else []


def _compared(claim: str, passage: Passage, articles: Articles) -> NearestPassage:
    words = words_of(passage, articles) or ""
    language = language_of_article(articles[passage.article, passage.revision])
    complete = stems_of(claim, language) <= stems_of(words, language)
    return NearestPassage(passage, absent_words(claim, words, language), word_order(claim, words), complete)
