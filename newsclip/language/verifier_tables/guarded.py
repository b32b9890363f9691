"""The closed lists of what a sentence in other words may not add: the table of a language."""

from dataclasses import dataclass

from newsclip.language.pack_tables import Names, Words


@dataclass(frozen=True, slots=True, eq=False)  # what is made of it is cached by it
class GuardedWords:
    """`causes` say why, `orders` what was first, `absolutes` how many or how far without exception.

    `light` verbs tell too little to compare what is denied or who does it. `rounding` puts a figure in doubt and no
    deed. `pointing` words name nothing themselves. `within_names`: small words of names, which their initials leave
    out. `magnitudes`: rows of words behind a figure, the first of
    which the others stand for. `year_before`: phrases for the last year.
    """

    causes: Words
    orders: Words
    absolutes: Words
    light: Words
    rounding: Words
    pointing: Words
    within_names: Words
    magnitudes: Names
    year_before: Words
