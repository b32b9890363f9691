"""What happened on which day, and in what circumstances: the tables of a language."""

from dataclasses import dataclass

from newsclip.language.pack_tables import Patterns, Words


@dataclass(frozen=True, slots=True, eq=False)  # what is compiled of it is cached by it
class DeedWords:
    """Whether a day is that of what the sentence tells.

    `articles` of any gender and number. `determiners` right before a day make it a part of what they open; only where
    the rest of a verb stands behind the day ("wurde am Montag gesperrt"). `rounding` says how many, and is no doubt,
    before a digit or one of `counts`. `causes` are no conditions, and what `done` words deny was done that day. `says`:
    verbs whose own day may stand beside them, behind one of `at`; `told` opens what they tell ("claimed the …"). `of`
    may stand between an event and its day. Beside one of `of_all` a day says when it is so, not when it happened.
    """

    articles: Patterns
    determiners: Patterns | None
    rounding: Patterns
    counts: Patterns | None
    causes: Words | None
    done: Words | None
    says: Words
    at: Patterns | None
    told: Patterns | None
    of: Patterns | None
    of_all: Words


@dataclass(frozen=True, slots=True)
class CircumstanceWords:
    """When, or upon what, something happened: what opens `clauses`, `phrases` and `gerunds` at the end of a sentence.

    Clauses of `past` words must tell what happened: else they are conditions. Nouns of `times` are a time, and no
    apposition. What one of `ranks` tells may be so then alone: "the first ferry". `narrowing` guards tell of a
    person or a degree, whenever it happened. `measures` say with a time how long before or after. Guards that are
    `own` guard no more than the clause they stand in. Of two deeds that a verb of `leading`, or one of `of_each`
    behind a verb, leads to, each holds by itself. Behind a verb of `of_others` "to" opens what another is to do.
    What stands behind `likening` is not meant itself, behind `hedges` only expected. What is `felt` is felt because of
    what came before.
    Who says something says it in a form of `said_in`; `of_saying` words may stand with these, and verbs of `saying`
    have nothing of their own to tell. `speakers` are words beside names and nouns that leave no doubt that somebody
    says it; the nouns `shares` leave it open.
    """

    clauses: Words
    past: Words
    phrases: Words
    gerunds: Words
    times: Words
    ranks: Words
    narrowing: Words
    measures: Words
    own: Words
    leading: Words
    of_each: Words
    of_others: Words
    likening: Words
    hedges: Words
    felt: Words
    saying: Words
    said_in: Words
    of_saying: Words
    speakers: Words
    shares: Words
    averting: Words


@dataclass(frozen=True, slots=True)
class UndoingWords:
    """What takes back, makes up or reverses what a sentence tells.

    `always`, words and lemmas, whatever they are said of, but for a thing with one of the `indefinite` articles;
    `perhaps` words and phrases beside what was done. Verbs of `acting` do where they act on one of `pronouns` or
    `acts`, or on what the rest names. Verbs of `playing` are what actors do of somebody made up, as is who is in one of
    `works`; what denies one of `being` was none.
    """

    always: Words
    indefinite: Words
    perhaps: Words
    acting: Words
    pronouns: Words
    acts: Words
    playing: Words
    works: Words
    being: Words


@dataclass(frozen=True, slots=True)
class VerbWords:
    """Whose verb a day belongs to, where a tagger knows the language.

    `goes_on` is a verb of its own behind the day, unless one of `joins` opens another clause. `auxiliaries` before a
    participle make a verb of it. `gerunds`, `noun_clauses` and `heard` ("how the bridge") open another deed before it.
    `day` words stand between a verb and its day, `finite` ones between a subject and a word that may go ("also");
    `persons` are pronouns. `reports` leads from a verb of saying to what is said, and the day before `day_says` is that
    of what is said.
    """

    joins: Patterns
    goes_on: Patterns
    auxiliaries: Words
    gerunds: Patterns
    noun_clauses: Patterns
    heard: Patterns
    day: Words
    finite: Patterns
    persons: Patterns
    reports: Patterns
    day_says: Patterns


@dataclass(frozen=True, slots=True)
class MovedTimeWords:
    """Which words that say when may stand at the other end of a sentence, and where two sentences may be joined.

    `opens`: how such words begin. `units`: one of them, a day or a year is among them. `scopes`: behind these begins
    what the time may belong to alone. A part that begins with one of `leaning` leans on the one before.
    """

    opens: Patterns
    units: Words
    scopes: Words
    leaning: Words
