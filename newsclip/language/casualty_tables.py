"""The tables of a language pack that tell how many people died, were hurt or are missing: what each field means."""

from dataclasses import dataclass

from newsclip.language.pack_tables import Patterns, Words
from newsclip.language.writer_tables import CasedPatterns, NamedCasedPatterns


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """How a language writes whole numbers.

    `words` by what they mean, from two on; two of them with one of `joins` between are a sum ("treinta y dos"). Behind
    a number one of `scales` makes it larger, and one of `ranges` opens another end of it; `between` stands before two.
    `at_least`, `at_most` and `about` stand before a number.
    """

    words: dict[str, int]
    joins: Patterns
    scales: Patterns
    ranges: Patterns
    between: Patterns
    at_least: Patterns
    at_most: Patterns
    about: Patterns


@dataclass(frozen=True, slots=True, eq=False)
class CasualtyWords:
    """How a sentence counts the `dead`, the `injured` and the `missing`; capitals count.

    By these kinds: `behind` the number stands what became of them; `before` it what became of the `people` behind it;
    `totals` stand before a number that counts all. `parts`: what "{name}" stands for in these patterns.

    A sentence with one of `clouds` counts nobody: it tells of some of them, of other people or another time, or of what
    may be. Behind one of `places` a place is named. `questions` that a count answers, by kind.
    """

    behind: NamedCasedPatterns
    before: NamedCasedPatterns
    totals: NamedCasedPatterns
    people: CasedPatterns
    clouds: Patterns
    places: Words
    parts: NamedCasedPatterns
    questions: dict[str, str]
