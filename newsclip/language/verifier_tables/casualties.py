"""How many people died, were hurt or are missing, as the verifier reads it: the table of a language."""

from dataclasses import dataclass

from newsclip.language.pack_tables import Names, Words


@dataclass(frozen=True, slots=True)
class CountedWords:
    """Whom a number counts, and whether two sentences tell of one event. English has `tolls` and `facts` instead.

    Three rows each, for the dead, the injured and the missing: the `questions` that such a number answers, the `states`
    that tell what became of people, the verbs that `takes` them as an object, and `nouns` for them, right behind the
    number. `people` and `auxiliaries` may stand there, too. Behind people and nouns stands one of `follows`, or it is a
    group of them. Of the states, `participles` need one of `auxiliaries`: anywhere in the clause if they are `parted`,
    else right before them. A number behind one of `definite` counts those who were told of before. One of `totals`,
    such a noun and one of `reaches` lead to the number of all.

    `joins` part two statements, `asides` open words between commas that do not. Anything of `elsewhere` tells of a
    part, of others or of another time. A place stands behind `places`, a building or the like behind `sites`.
    `events`: rows of words for one kind of event. `common` words do not show that two sentences tell of one event.
    """

    questions: Names
    states: Names
    takes: Names
    nouns: Names
    people: Words
    auxiliaries: Words
    follows: Words
    participles: Words
    parted: bool
    definite: Words
    totals: Words
    reaches: Words
    joins: Words
    asides: Words
    elsewhere: Words
    places: Words
    sites: Words
    events: Names
    common: Words
