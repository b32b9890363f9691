"""Orders in other languages: an imperative or a plea about a text, a duty of a summary, a word to a machine.

Only what is said of texts, summaries and machines: a plea to drive slowly is advice. The words are in the packs.
"""

import re
from collections.abc import Iterator
from functools import cache

from newsclip.language.pack import LanguagePack, codes, pack
from newsclip.language.pattern_parts import any_of
from newsclip.language.text_analysis_tables import OrderWords

_FEW = r"(?: [\w'’-]+){0,5}?"


@cache
def _shapes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What speaks to a writer, and what orders, in any language with spaces and in any without: of short gaps."""
    tables = [known.orders for known in _packs() if known.orders]
    articles, joins, must, in_the = (
        any_of(tuple(one for table in tables for one in getattr(table, field) or ()))
        for field in ("article", "joins", "must", "prepositions")
    )
    writer = [shape for table in tables for shape in _to_a_writer(table, must, in_the)]
    order = [shape for table in tables for shape in _orders(table, articles, joins)]
    unspaced = [one for known in _packs() if known.unspaced for one in known.unspaced.orders]
    return _any(writer), _any(order), _any(unspaced)


def _packs() -> Iterator[LanguagePack]:
    return map(pack, sorted(codes()))


def _to_a_writer(words: OrderWords, must: str, in_the: str) -> list[str]:
    summary, duty, machine, verbs = map(any_of, (words.summary, words.duty, words.machine, words.verbs))
    plea, clear, that = map(any_of, (words.plea, words.clear, words.that))
    asked = rf"{plea}|{clear}|{duty}|{must}"
    return [
        rf"\b(?:{summary}){_FEW} (?:{duty})\b",
        rf"^\W*(?:{any_of(words.note)})(?: \w+){{0,3}}? (?:{machine})\b",
        rf"\b(?:{machine}){_FEW} (?:{duty}){_FEW} (?:{verbs})\b",
        rf"^\W*(?:{any_of(words.you_are)})\b",
        rf"\b(?:{asked}){_FEW} (?:(?:{in_the}) )?(?:{summary}){_FEW} (?:{verbs}|{that})\b",
    ]


def _orders(words: OrderWords, articles: str, joins: str) -> list[str]:
    plea, verbs, clear, that = map(any_of, (words.plea, words.verbs, words.clear, words.that))
    return [
        rf"^\W*(?:(?:{plea}),? )?(?:{verbs})\b(?: [\w'’-]+){{0,6}}? (?:{any_of(words.summary)}|{articles})\b",
        rf"\b(?:{plea}),?(?: [\w'’-]+){{0,3}}? ?(?:{verbs})\b",
        rf"^\W*(?:{clear})\b|[;:] (?:{clear}) (?:{that})\b|\b(?:{joins}) (?:{clear}) (?:{that})\b",
    ]


def _any(shapes: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(shapes), re.IGNORECASE)


def is_addressed_to_writer(text: str) -> bool:
    return bool(_shapes()[0].search(text))


def is_order(text: str) -> bool:
    return any(shape.search(text) for shape in _shapes()[1:])
