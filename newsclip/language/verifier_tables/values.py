"""What values, claims and headings say: the tables of a language."""

from dataclasses import dataclass

from newsclip.language.pack_tables import Names, Patterns, Words


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """What a free claim is weighed by.

    `common` words carry no content. `numbers`: one, two and so on, in order; `magnitudes` follow a figure. `aliases`:
    words for the same country or party. `opposites`: each with what says the contrary of it.
    """

    common: Words
    numbers: Patterns
    magnitudes: dict[str, int]
    aliases: Names
    opposites: Names


@dataclass(frozen=True, slots=True)
class MatterWords:
    """What two reports may disagree about.

    `states` of people, by the words that tell them: who died, was injured, is missing, was rescued, was arrested, lost
    a home, in this order. `otherwise`: those of these words that name no state alone, `lost` tells it with them.
    `sums` open a question for a sum; `asks` are words of the question itself.
    """

    states: Names
    otherwise: Words
    lost: Patterns
    sums: Patterns
    asks: Words


@dataclass(frozen=True, slots=True)
class ValueWords:
    """What a value says where it stands in a sentence.

    `joins` and `parts` end its clause, `relative` ones tell of what stands before them. `empty` words carry no content;
    `same` are rows of words for one thing. One of `follows` ends what is said of a value.

    `money`: units of it. `per` and `periods`: how often it is paid. `jail` and `sentenced` make a term of years.
    `votes` stand beside a vote, `on` before a day, `places` before a place: the words of a row say the same.
    Beside one of `measures` a number counts no group. `small` adjectives stand before what it counts. Only `before_age`
    words stand between a name and an age, one of `aged` among them, and `behind_age` ones behind it.
    """

    joins: Words
    parts: Words
    relative: Words
    empty: Words
    same: Names
    follows: Words
    money: Patterns
    per: Words
    periods: Words
    jail: Words
    sentenced: Words
    votes: Words
    on: Words
    places: Names
    measures: Words
    small: Words
    before_age: Words
    aged: Words
    behind_age: Words


@dataclass(frozen=True, slots=True)
class FactWords:
    """Whether a value is told as a fact of now, and of the same thing as another.

    `denied`, `made_up`, `doubted`, `expected`: it is not. `frames`, `beside`, `part_of` and `phrases` tell of a part,
    of more, of all or of another time; `directions` are rows of words for up and down.

    `events`: rows of words for one kind. `numbered` stand before what a number names. `single`: rows of one and many.
    `where` stands before a place, one of `titles` before a name. `passed` says nothing of what a value is bound to,
    `voters` nothing of a vote.
    """

    denied: Words
    made_up: Words
    doubted: Words
    expected: Words
    frames: Words
    beside: Words
    part_of: Patterns
    phrases: Words
    directions: Names
    events: Names
    numbered: Words
    single: Names
    where: Words
    titles: Words
    passed: Words
    voters: Words


@dataclass(frozen=True, slots=True)
class TollWords:
    """Whom a number counts beside "killed", "injured", "missing".

    `people` as such, and `plurals` of them without an s. `auxiliaries` stand before a participle; those of the
    `perfect` make no verb suffer. `ends` end a clause, `places` and `times` open more of it. What is done `both_ways`
    is done by people, too; what `takes` somebody has him behind it. `links` lead from a state to its number, `stands`
    tells how a toll moves. `adjectives` stand before people, `counts` are counted themselves. `taken`: to hospital.
    """

    people: Words
    plurals: Words
    auxiliaries: Words
    perfect: Words
    ends: Words
    places: Words
    times: Words
    both_ways: Words
    takes: Words
    links: Words
    stands: Words
    adjectives: Words
    counts: Words
    taken: Words


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """What a few words that head a section may be, and what beside them in the passage takes them back.

    `small` words stand in lower case within a name. What `definite` ones open is there; `negated` denies a verb and not
    what it is about. `to_come` says that it will be, `in_case` that it may not be; `says` puts nothing in doubt.
    """

    small: Words
    definite: Words
    negated: Words
    to_come: Words
    in_case: Words
    says: Words


@dataclass(frozen=True, slots=True)
class GlanceWords:
    """What answers the questions of a glance: who, where, when, how many, why.

    `reasons` open a reason; "after" opens one behind `deeds`, which somebody does upon something. `places` stand before
    the place where it happened, `openers` before somebody, and `on` before a day between him and the verb. `aged` is an
    age before what somebody is. `subordinate` words open a clause about something else. One of `totals` counts all
    who died, `growth` beside a number says that it comes to others.
    """

    reasons: Patterns
    deeds: Patterns
    places: Patterns
    openers: Patterns
    aged: Patterns
    on: Patterns
    subordinate: Patterns
    totals: Patterns
    growth: Patterns
