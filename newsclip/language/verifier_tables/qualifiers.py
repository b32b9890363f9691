"""The closed lists of what narrows a statement, which other words may not widen: the table of a language."""

from dataclasses import dataclass

from newsclip.language.pack_tables import Names, Words


@dataclass(frozen=True, slots=True, eq=False)  # what is made of it is cached by it
class QualifierWords:
    """How exact a figure is, by phrases before it: `at_least`, `at_most`, `below`, `nearly`, `roughly`, `exactly`; or
    behind it: `or_more`, `or_less`. `fillers` may stand between the two; `where_also` say as well where something is.

    `beside_figures`: rows of prepositions before a figure that exclude each other. `changing` verbs, in all forms, have
    a figure without one behind them that tells by how much: what the first of these rows says.

    `shares`: rows of how many or how often, from least to most. `countless`: rows of a figure, and of what says that
    there are as many or more. `fractions`: rows of what a part of a whole is called, and in per cent; some only behind
    a word `of_a_whole`; none beside a word with which it is `no_part`. `ordinals`: rows of what stands in a row.

    `partisans` speak for one side, `blaming` words lay something to somebody's charge, `views` tell whose word it is.

    `planning` words leave open whether what stands under them comes to be, the `unsettled` of them also where a modal
    is `certain`. `legal_steps`: rows of how far the law has gone, from least to most. `culprits` name somebody by a
    crime, unless one of the `suspecting` words leaves it open; rows of `crimes` one crime each, which `charging` words
    above leave open.

    `narrowing`: rows of what narrows the word on which it hangs; `excepting` words take one out of all. `trials`: on
    whom something was tried, behind one of `tried_in`. `periods`: parts of a year of which a figure is told. `among`
    words before the best of a kind say that it is not alone. `others` stand behind a figure that leaves one out;
    `parts_of_time` before a month, season or year.
    """

    at_least: Words
    at_most: Words
    below: Words
    nearly: Words
    roughly: Words
    exactly: Words
    or_more: Words
    or_less: Words
    fillers: Words
    where_also: Words
    beside_figures: Names
    changing: Words
    shares: Names
    countless: Names
    fractions: Names
    of_a_whole: Words
    no_part: Words
    ordinals: Names
    partisans: Words
    blaming: Words
    views: Words
    certain: Words
    planning: Words
    unsettled: Words
    legal_steps: Names
    culprits: Words
    crimes: Names
    suspecting: Words
    charging: Words
    narrowing: Names
    excepting: Words
    tried_in: Words
    trials: Words
    periods: Words
    among: Words
    others: Words
    parts_of_time: Words
