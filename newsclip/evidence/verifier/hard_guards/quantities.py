"""How many in words: "most" is not "some", a third is not three, "hundreds" are not "dozens"."""

from collections.abc import Iterator

from newsclip.evidence.verifier.hard_guards.readings import Compared, Read
from newsclip.evidence.verifier.source import figures
from newsclip.kernel.reasons import Reason
from newsclip.language.pack_tables import Names

_SUPERLATIVE = ("RBS", "RBR")  # "the most popular"
_THIRD = 2


def fault(compared: Compared) -> Reason | None:
    rules = (_share, _countless, _fraction, _ordinal)
    return next((wrong for rule in rules if (wrong := rule(compared))), None)


def _share(compared: Compared) -> Reason | None:
    """More than the passages have, where these have less; or few, where they have more."""
    shares = compared.qualifiers.shares
    held = {row: word for one in compared.held for row, word in _shares(one, shares)}
    whole = {word for row in compared.guarded.absolutes for word in row}
    if not held or (not compared.low.isdisjoint(whole)):
        return None
    for row, word in _shares(compared.said, shares):
        if max(held) < row or (row == 0 and min(held) > 0):
            return Reason("says_instead", {"said": word, "held": held[max(held)]})
    return None


def _shares(one: Read, shares: Names) -> Iterator[tuple[int, str]]:
    for place, word in enumerate(one.low):
        before_figure = any(token.tag == "CD" for token in one.tokens[place + 1 : place + 2])
        if before_figure or one.tokens[place].tag in _SUPERLATIVE:
            continue
        yield from ((row, word) for row, words in enumerate(shares) if word in words)


def _countless(compared: Compared) -> Reason | None:
    """ "Hundreds", where the passages have neither the word nor a figure as great."""
    rows = compared.qualifiers.countless
    held = {value for text in compared.texts for value in figures(compared.with_magnitudes(text))}
    held |= {float(number) for number, *words in rows if not compared.low.isdisjoint(words)}
    for number, *words in rows:
        said = next((word for word in compared.said.low if word in words), "")
        if said and not any(value >= float(number) for value in held):
            return Reason("figure_not_said", {"said": said})
    return None


def _fraction(compared: Compared) -> Reason | None:
    held = {row for one in compared.held for row, _, _ in _fractions(one, compared)}
    percents = {word for one in compared.held for word in one.low if word.isdigit()}
    for row, place, many in _fractions(compared.said, compared):
        theirs = {n for one in compared.held for told, _, n in _fractions(one, compared) if told == row}
        others = percents.intersection(compared.qualifiers.fractions[row])
        if (row not in held and not others) or (theirs and many not in theirs):
            return Reason("figure_not_said", {"said": compared.said.low[place]})
    return None


def _fractions(one: Read, compared: Compared) -> Iterator[tuple[int, int, str]]:
    """Which part of a whole is told of, where, and how many of these parts: "two" of "two thirds"."""
    known = compared.qualifiers
    for place, word in enumerate(one.low):
        row = next((n for n, words in enumerate(known.fractions) if word in words and not word.isdigit()), None)
        before, behind = (" ".join(one.low[a:b]) for a, b in ((max(0, place - 1), place), (place + 1, place + 2)))
        if row is None or before in known.no_part or behind in known.no_part:
            continue
        many = row > 0 and word != known.fractions[row][0]
        if row == 0 or many or (before in known.of_a_whole and not _has_noun_behind(one, place)):
            yield row, place, before if many else ""


def _has_noun_behind(one: Read, place: int) -> bool:
    """Whether the word tells which of a row something is: "a third boat"."""
    return any(token.pos in ("NOUN", "PROPN", "ADJ") for token in one.tokens[place + 1 : place + 2])


def _ordinal(compared: Compared) -> Reason | None:
    """Another place in a row than those that the passages have; where they have none, "second" may mean the other."""
    rows = compared.qualifiers.ordinals
    held = {n for n, row in enumerate(rows) if not compared.low.isdisjoint(row)}
    parts = {place for _, place, _ in _fractions(compared.said, compared)}
    for place, word in enumerate(compared.said.low):
        ours = next((n for n, row in enumerate(rows) if word in row), None)
        new = ours is not None and ours not in held and place not in parts
        if new and (held or (ours or 0) >= _THIRD):
            return Reason("figure_not_said", {"said": word})
    return None
