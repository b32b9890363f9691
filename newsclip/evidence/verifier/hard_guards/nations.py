"""Countries and their peoples: "Americans" for "US citizens", but no country for one of its people."""

from collections.abc import Iterator

from newsclip.evidence.verifier.hard_guards.readings import Compared, Read

_BEFORE_NOUN = ("amod", "compound", "nmod")  # "US soldiers": these are of the country, and not the country itself


def words(compared: Compared) -> frozenset[str]:
    """The sentence's words for a country or its people for which the passages have another.

    None where it has two such: who of "a US soldier and a Briton" is "the American" is not seen.
    """
    held = frozenset(one for read in compared.held for one in _named(read, compared))
    rows = (frozenset(_other_words(country, people, held, compared)) for country, people in compared.guarded.nations)
    found = [row for row in rows if row]
    return found[0] if len(found) == 1 else frozenset()


def _other_words(
    country: tuple[str, ...], people: tuple[str, ...], held: frozenset[tuple[str, bool]], compared: Compared
) -> Iterator[str]:
    """The words of one country that the passages have not; the country itself only where they name it."""
    named = {word for word, _ in held}
    if named.isdisjoint((*country, *people)):
        return
    acts = any((word, False) in held for word in country)
    for token, word in zip(compared.said.tokens, compared.said.low, strict=True):
        is_country = word in country and (acts or token.label in _BEFORE_NOUN)
        if (word in people or is_country) and word not in named:
            yield word


def _named(one: Read, compared: Compared) -> Iterator[tuple[str, bool]]:
    """Words that stand with a capital by themselves, and whether before a noun: in "New South Wales" there is none."""
    titles = {part for row in compared.guarded.offices for office in row for part in office.split()}
    titles |= compared.words.titles
    capital = [token.word[:1].isupper() and token.word.lower() not in titles for token in one.tokens]
    for place, token in enumerate(one.tokens):
        before = place > 1 and capital[place - 1]  # the first word of a sentence has a capital anyway
        behind = place + 1 < len(capital) and capital[place + 1]
        if token.word[:1].isupper() and not before and not behind:
            yield token.word.lower(), token.label in _BEFORE_NOUN
