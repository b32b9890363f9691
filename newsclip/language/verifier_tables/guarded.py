"""The closed lists of what a sentence in other words may not add: the table of a language."""

from dataclasses import dataclass

from newsclip.language.pack_tables import Names, Opposed, Words


@dataclass(frozen=True, slots=True, eq=False)  # what is made of it is cached by it
class GuardedWords:
    """`causes` say why, `orders` what was first; rows of `absolutes` that say the same: how many or how far without
    exception.

    `light` verbs tell too little to compare what is denied or who does it. `rounding` puts a figure in doubt and no
    deed. `pointing` words name nothing themselves, `general` nouns tell nothing by themselves. `within_names`: small
    words of names, which their initials leave out. `magnitudes`: rows of words behind a figure, the first of which the
    others stand for; `units`: rows of what it counts, between which `rates` stand ("miles an hour"); `worth`: rows of
    words that count what the first, a figure, counts. `year_before`: phrases for the last year; `nearest` words tell
    how far off one of the `spans` of time is. `conditions` open one. `modals`: rows of what will be, may be and should
    be. What stands under `denying` words is denied, under `doubting` ones left open; `factual` ones make a fact of it.
    `contraries` and `tied_contraries` are pairs of rows that say the contrary of each other, the tied ones only where
    they are told of one thing; before one of the `comparing` words a figure and not the word tells how many. `offices`
    are rows of titles, in full and short; `parties` are persons and bodies who act.

    `no_absolutes`: phrases in which an absolute word is none. What stands behind `naming` verbs is no order, and what
    stands under `presenting` words is not denied. `nations`: pairs of rows, a country and its people;
    `alike_parties`: rows of persons who are the same. `doers`: endings of who does what the verb tells.

    `named_after`: what stands behind a `naming` verb before the namesake. Of `doubting`, `trying` verbs leave open what
    is tried alone; of `denying`, `disowning` ones deny all that is told of what they deny. Before a thing,
    `unsure_whether` words say that there may be none. A word of `lesser` before an office makes it another, behind a
    figure one of `clock` is none.

    `kin`: rows of a relative, a pronoun that tells of one, and whose: the father of "his son", as in "father and son".
    `making` verbs cause what they have as an object. What happened `ever_since` is so `by_now`.
    """

    causes: Words
    orders: Words
    absolutes: Names
    light: Words
    rounding: Words
    pointing: Words
    within_names: Words
    magnitudes: Names
    year_before: Words
    conditions: Words
    modals: Names
    denying: Words
    contraries: Opposed
    tied_contraries: Opposed
    comparing: Words
    units: Names
    rates: Words
    offices: Names
    worth: Names
    nearest: Words
    spans: Words
    factual: Words
    doubting: Words
    general: Words
    parties: Words
    no_absolutes: Words
    naming: Words
    presenting: Words
    nations: Opposed
    alike_parties: Names
    doers: Words
    named_after: Words
    trying: Words
    disowning: Words
    unsure_whether: Words
    lesser: Words
    clock: Words
    kin: Names
    making: Words
    ever_since: Words
    by_now: Words
