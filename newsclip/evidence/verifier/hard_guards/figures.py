"""Figures: each value stands in the passages, in whatever spelling; a day of theirs may be written as another."""

import re
from collections.abc import Iterator

from newsclip.evidence.tokens import UPPER, tokens
from newsclip.evidence.verifier.hard_guards.dates import known_days
from newsclip.evidence.verifier.hard_guards.readings import Compared, Read
from newsclip.evidence.verifier.proofs.spelled_numbers import in_figures
from newsclip.evidence.verifier.source import figures
from newsclip.kernel.reasons import Reason
from newsclip.language.pack import english
from newsclip.language.text_analysis_tables import QuantityWords

_ONE = 1.0  # "one of its officers"
_FIRST_YEAR = 1900
_MOST_COUNTED = 6  # things that "and" joins, which a sentence may count
_WORDS = english(QuantityWords)
_TENS = {word: 10.0 * n for n, word in enumerate(_WORDS.tens, 2)}
_UNITS = {word: float(n) for n, word in enumerate(_WORDS.units)}
_FIGURE = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?:[ -]?[A-Za-z]{1,10}\b)?")
_LISTED = re.compile(rf"\b[{UPPER}]\w{{0,40}}(?:, [{UPPER}]\w{{0,40}}){{1,9}} and [{UPPER}]")
_PLAIN = re.compile(r"[A-Za-z]{1,40}")


def fault(compared: Compared) -> Reason | None:
    """The first figure that no passage has; those of days that the passages have are left out."""
    outside = list(compared.text)
    for start, end in known_days(compared):
        outside[start:end] = " " * (end - start)
    text = _in_digits("".join(outside), compared)
    told = (*map(compared.with_magnitudes, compared.texts), *(_in_digits(text, compared) for text in compared.texts))
    held = frozenset[float]({_ONE}).union(*map(_values, told))
    held |= _years(compared)
    for one in _FIGURE.findall(text):
        if max(figures(one), default=_ONE) not in held:  # with its magnitude: 16 is not 16 million
            return Reason("figure_not_said", {"said": one.strip()})
    counted = held.union(map(float, _joined(compared)), _worth(compared), _and_others(compared))
    lost = _in_words(text) - counted
    return Reason("figure_not_said", {"said": f"{min(lost):g}"}) if lost else None


def _in_digits(text: str, compared: Compared) -> str:
    """The text with figures for numbers such as "two thousand"."""
    for start, end, figure in reversed(in_figures(text, compared.words)):
        text = f"{text[:start]}{figure}{text[end:]}"
    return compared.with_magnitudes(text)


def _values(text: str) -> frozenset[float]:
    return figures(text) | _in_words(text)


def _in_words(text: str) -> frozenset[float]:
    """The values of numbers in words: "forty-three", "sixteen"."""
    found, tens = set[float](), 0.0
    for word in _PLAIN.findall(text.lower()):
        if word in _TENS:
            tens = _TENS[word]
            found.add(tens)
            continue
        if word in _UNITS:
            if tens and _UNITS[word] < 10:
                found.discard(tens)
            found.add(tens + _UNITS[word] if _UNITS[word] < 10 else _UNITS[word])
        tens = 0.0
    return frozenset(found)


def _worth(compared: Compared) -> frozenset[float]:
    """What words of the passages count without a figure: "both" two, "a dozen" twelve."""
    worth = compared.guarded.worth
    return frozenset[float]().union(
        *(figures(number) for number, *words in worth if not compared.low.isdisjoint(words))
    )


def _and_others(compared: Compared) -> Iterator[float]:
    """ "Six" for "Holm and five others"."""
    others = compared.qualifiers.others
    for one in compared.held:
        for place, word in enumerate(one.low):
            if not others.isdisjoint(one.low[place + 1 : place + 2]):
                yield from (value + 1 for value in _values(word))


def _joined(compared: Compared) -> Iterator[int]:
    """How many things "and" joins in a passage: "the two states" for "Orlo and Velm"."""
    for one in compared.held:
        for place, token in enumerate(one.tokens):
            if token.pos in ("NOUN", "PROPN") and token.label != "conj":
                many = 1 + _joins(one, place)
                if 1 < many <= _MOST_COUNTED:
                    yield many
    for text in compared.texts:
        yield from (found.group().count(", ") + 2 for found in _LISTED.finditer(text))


def _joins(one: Read, place: int) -> int:
    many, at = 0, place
    for _ in range(_MOST_COUNTED):
        following = next(one.parse.children(at, "conj"), None)
        if following is None:
            break
        many, at = many + 1, following
    return many


def _years(compared: Compared) -> frozenset[float]:
    """The years of publication, which "last year" and "Monday" leave out."""
    years = {float(one.year) for one in compared.published}
    before = {year - 1 for year in years} if compared.guarded.year_before & _words(compared) else set[float]()
    return frozenset(year for year in years | before if year > _FIRST_YEAR)


def _words(compared: Compared) -> set[str]:
    low = " ".join(" ".join(tokens(text)) for text in compared.texts)
    return {phrase for phrase in compared.guarded.year_before if phrase in low}
