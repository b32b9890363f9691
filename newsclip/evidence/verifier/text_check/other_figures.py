"""Whether a passage tells a sentence's own figure otherwise: like words around another number of the same things.

The sentence may say less than the passage, in other forms and another order; so this proves less than a sentence that
stands as soon as the figure is replaced, and it asks for more: every word that matters, the nearest of them beside the
figure, the same denials, one figure.
"""

import re
from collections.abc import Sequence
from math import floor, inf, log10

from newsclip.evidence.tokens import TOKEN, negates, tokens
from newsclip.evidence.verifier.text_check.details import Detail
from newsclip.evidence.verifier.text_check.near_passages import stems_of
from newsclip.language.content_words import is_light
from newsclip.language.pack import english
from newsclip.language.verifier_tables.values import FactWords

_OF_THE_SAME = 3  # words behind a figure, within which the passage has what is counted
_FEWEST = 2  # words that matter, beside the figure; not tuned
_BESIDE = 3  # words before a figure and behind it that the passage has there too; not tuned
_SIGNS = frozenset("$£€¥%°")
_MARK = re.compile(r"[,;:.()–—]\s")
_DIGITS = re.compile(r"(\d[\d,]*)(?:\.(\d+))?")


def may_be_both(claim: str, said: Detail, held: str, other: Detail, differing: Sequence[Detail], language: str) -> bool:
    """Whether the sentence may be true beside the passage's figure: that is the same but for rounding, something adds
    to it ("another"), or the passage has one more (of `differing`) of the same things, or of what it does not say.
    """
    if _rounds_to(said, other) or not english(FactWords).beside.isdisjoint(set(tokens(held)) - set(tokens(claim))):
        return True
    things = (_behind(claim, said, language) or _behind(held, other, language))[:1]
    more = (_behind(held, one, language)[:1] for one in differing if one != other)
    return any(not one or _are_in(one, things, language) for one in more)


def tells_otherwise(claim: str, said: Detail, held: str, other: Detail, language: str) -> bool:
    """Whether the passage (`held`) has all that matters of the claim, with this other figure of the same things."""
    rest = [word for word in tokens(claim[: said.start] + " " + claim[said.end :]) if not is_light(word, language)]
    there = stems_of(held, language)
    if len(rest) < _FEWEST or not all(stems_of(word, language) <= there for word in rest):
        return False
    if any(map(negates, tokens(claim))) != any(map(negates, tokens(held))):
        return False
    if _signs(said) != _signs(other) or not _counts_the_same(claim, said, held, other, language):
        return False
    before, behind = _before(claim, said, language)[-_BESIDE:], _behind(claim, said, language)[:_BESIDE]
    return _are_in(before, _before(held, other, language), language) and _are_in(
        behind, _behind(held, other, language), language
    )


def _signs(one: Detail) -> frozenset[str]:
    return _SIGNS & set(one.text)


def _counts_the_same(claim: str, said: Detail, held: str, other: Detail, language: str) -> bool:
    """Whether what is counted is the same: the word behind the figure, or else, at the end, the word before it."""
    ours, theirs = _behind(claim, said, language), _behind(held, other, language)
    if ours:
        return stems_of(ours[0], language) <= stems_of(" ".join(theirs[:_OF_THE_SAME]), language)
    before, there = tokens(claim[: said.start])[-1:], tokens(held[: other.start])[-1:]
    return bool(before) and stems_of(before[0], language) == stems_of(" ".join(there), language)


def _behind(text: str, figure: Detail, language: str) -> list[str]:
    """The words behind it that matter, up to the next figure or mark."""
    words = list[str]()
    at = figure.end
    for found in TOKEN.finditer(text, figure.end):
        word = found.group().lower()
        if word[0].isdigit() or not text[at : found.start()].isspace():
            break
        words.append(word)
        at = found.end()
    return [word for word in words if not is_light(word, language)]


def _before(text: str, figure: Detail, language: str) -> list[str]:
    """The words before it that matter, from the last mark on."""
    clause = _MARK.split(text[: figure.start])[-1]
    return [word for word in tokens(clause) if not is_light(word, language)]


def _are_in(some: Sequence[str], others: Sequence[str], language: str) -> bool:
    return stems_of(" ".join(some), language) <= stems_of(" ".join(others), language)


def _rounds_to(one: Detail, other: Detail) -> bool:
    """Whether the finer of two figures gives the coarser one, up or down."""
    (fine, step), (coarse, unit) = sorted((_measured(one), _measured(other)), key=lambda measured: measured[1])
    return 0 < step < unit and round(coarse / unit) in {floor(fine / unit), floor(fine / unit + 0.5)}


def _measured(figure: Detail) -> tuple[float, float]:
    """Its value, and what its last digit that is not a bare nought counts; (0, 0) of what has no digits."""
    found, bounds = _DIGITS.search(figure.text), figure.values.get("")
    if found is None or not isinstance(bounds, tuple):
        return 0.0, 0.0
    whole, decimals = found[1].replace(",", ""), found[2] or ""
    told, most = float(f"{whole}.{decimals or 0}"), bounds[0] if bounds[1] == inf else bounds[1]
    step = 10.0 ** -len(decimals) if decimals else 10.0 ** (len(whole) - len(whole.rstrip("0")))
    scale = 10.0 ** round(log10(most / told)) if told > 0 and most > 0 else 0.0
    return told * scale, step * scale
