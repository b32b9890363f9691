"""The tables of a language pack that tell what two reports tell differently: what each of their fields means."""

from dataclasses import dataclass

from newsclip.language.pack_tables import Names, Patterns, Words
from newsclip.language.writer_tables import CasedPatterns, NamedCasedPatterns, NamedPatterns


@dataclass(frozen=True, slots=True, eq=False)
class ValueWords:
    """What tells the values of a sentence: ages, votes, times of day, places, and what stands around a number.

    The groups of a pattern hold the value: `name`, `value`, `how` (the preposition); of `dates` the `day`, its `date`
    and what is `last`. `no_places` and `occasions`, by their last word, are none. `before` and `behind` a number stand
    what it measures (magnitude, turnout, currency, share, term in prison, rate), that it is of a part or a range, that
    a day is that of what is `said`, and what is `counted`. `shocks`: of several earthquakes.

    Of people: `states` in which they are told to be, `active` what brought them there, `links` lead from these to the
    number, `between` may stand behind it, `objects` behind the state of somebody else. `people` are no group of them,
    `hurt` says how they are, `plurals` have no s. What `leans` is said of whom another sentence names.
    """

    ages: CasedPatterns
    votes: CasedPatterns
    clocks: CasedPatterns
    places: CasedPatterns
    no_places: CasedPatterns
    occasions: CasedPatterns
    dates: CasedPatterns
    leans: CasedPatterns
    shocks: Patterns
    people: Words
    plurals: Words
    hurt: Words
    links: Patterns
    between: Patterns
    objects: Patterns
    before: NamedCasedPatterns
    behind: NamedCasedPatterns
    states: NamedPatterns
    active: NamedPatterns


@dataclass(frozen=True, slots=True, eq=False)
class OtherThingWords:
    """What tells that two values are of two things.

    `one_or_more`: one and several of a kind. `streets`, which hold houses. `marks`: people as they are `aged`, things
    that are `numbered`, the number of all (`in_all`), the `killer` among the dead, the `rest`, a `part`, a `union`,
    what is `named`, and who `says` it.
    """

    one_or_more: Names
    streets: Words
    marks: NamedCasedPatterns


@dataclass(frozen=True, slots=True, eq=False)
class DisagreementWords:
    """What two reports tell differently: the context of a value, the value, and of what it is.

    Of a context: `empty` words carry no content, and verbs of saying do not but the `telling_verbs`. Each row of `same`
    tells one thing, and the rows that begin with one of `directions` which way it goes. `expected`: no fact as yet.
    Behind `ends` something else is told; `other_times`: not of now. `parts`: what "{name}" stands for in a pattern.
    `questions` that a value answers, by its kind or the state of people; in "{whom}" stands who or what it is told of.
    """

    empty: Words
    telling_verbs: Words
    same: Names
    directions: Words
    expected: Patterns
    ends: Patterns
    other_times: Patterns
    questions: dict[str, str]
    parts: NamedPatterns
    values: ValueWords
    others: OtherThingWords
