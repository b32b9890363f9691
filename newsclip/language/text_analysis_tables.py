"""The tables of a language pack about texts: sentences, quotations, quantities, orders, events, credits."""

from dataclasses import dataclass

from newsclip.language.pack_tables import Names, Patterns, Words


@dataclass(frozen=True, slots=True)
class DotWords:
    """Where a dot ends no sentence, and where it does.

    It does not behind an ordinal after one of `before_ordinals` ("des 1. FC") or before a month, in one of the `months`
    before its year ("18 juil. 2031"), and behind `abbreviations`, those of nouns with a capital; it may or may not
    behind `perhaps_abbreviations`. `openers` begin a sentence behind a word with a capital. `short_words`, of two
    letters, end one, too ("tritt ihr Amt an. | Aber").
    """

    before_ordinals: Patterns | None
    months: Patterns | None
    abbreviations: Patterns | None
    noun_abbreviations: Patterns | None
    perhaps_abbreviations: Patterns | None
    openers: Patterns | None
    short_words: Patterns | None


@dataclass(frozen=True, slots=True)
class StoryWords:
    """What tells events apart in a language whose names are words with capitals and whose plurals end in "s".

    `common` words do not: function words, reporting verbs, days, small numbers. `places` stand before the name of a
    place, `inside` between a town's and that of the region it lies in. `shortened`: a region in short, and in full.
    """

    common: Words
    places: Words
    inside: Words
    shortened: Names


@dataclass(frozen=True, slots=True)
class CreditWords:
    """Where a text is from. All but `in_brackets` may begin with a capital.

    `in_brackets` and `by` stand before the name of an agency, `unnamed` means agencies without their names. `first`
    stands before the name of who published it first, which may have one of `articles`. `hints`: one of these words is
    in whatever `unnamed` and `first` mean.
    """

    in_brackets: Patterns
    by: Patterns
    unnamed: Patterns
    first: Patterns | None
    articles: Patterns | None
    hints: Words


@dataclass(frozen=True, slots=True)
class AgencyCreditWords:
    """How a line, a sentence or an author says that the text is from an agency; all in capitals or not.

    `by` stand before an agency as it signs, `sources` before one in any letters, `articles` right before its name,
    `ands` between two, `behind` behind it. `agencies` means some without their names.
    """

    by: Patterns
    sources: Patterns
    articles: Patterns
    ands: Patterns
    behind: Patterns
    agencies: Patterns


@dataclass(frozen=True, slots=True)
class BackWords:
    """How a text names an event that it takes as known: "since the recount in Dunmarsh".

    `cues` stand before it, then one of `articles`; behind one of `prepositions` comes what it was about, or its place.
    """

    cues: Words
    articles: Words
    prepositions: Words


@dataclass(frozen=True, slots=True)
class QuotationWords:
    """The phrases around a quotation.

    `particles` are small words inside a name, `adverbs` stand beside a verb of saying. Behind the verb a phrase ends
    before one of `phrase_ends`; with `frame_ends` the verb goes on without a subject of its own. `passives` are said of
    somebody, not by them ("was praised for"). `relatives` open a clause with its own subject, `appositions` open an
    apposition.

    Verbs: whom those `to_somebody` have behind them is spoken to or about; where those that `surely_says` have a
    subject that no rule knows, nobody named before it speaks; `nouns` are verbs only right before what is said; `says`
    stand beside the name of a person.

    An apposition with one of `things` calls no person; what `prepositions` govern is no subject; `role_determiners` are
    no part of a role. What calls somebody something ends in one of `role_ends`, right before
    a name also in one of `role_ends_in_front`; `part_roles` call nobody anything alone,
    nothing with one of `no_roles` does, and what follows one of `role_joins` is a part of something longer. `elided`
    words stand behind an apostrophe that opens no quotation ('em, the '90s).
    """

    particles: Patterns
    adverbs: Patterns
    phrase_ends: Patterns
    passives: Patterns
    relatives: Patterns
    appositions: Patterns
    frame_ends: Patterns
    to_somebody: Words
    surely_says: Words
    nouns: Words
    says: Patterns
    things: Patterns
    prepositions: Words
    role_determiners: Patterns
    role_ends: Patterns
    role_ends_in_front: Patterns
    part_roles: Words
    no_roles: Words
    role_joins: Patterns
    elided: Patterns


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """How news writes numbers: `units` from zero, `tens` from twenty.

    `scales` stand behind both, `figure_scales` behind figures alone. A vague word stands for `vague_least` to
    `vague_most`; of several that fit the first holds. `at_least`, `at_most` and `about` stand before a number.
    """

    units: Patterns
    tens: Patterns
    scales: dict[str, int]
    figure_scales: dict[str, int]
    vague_least: dict[str, int]
    vague_most: dict[str, int]
    at_least: Patterns
    at_most: Patterns
    about: Patterns


@dataclass(frozen=True, slots=True)
class OrderWords:
    """What gives an order to whoever retells the page, man or machine.

    `plea`: please. `verbs`: imperatives and infinitives (say, write, leave out); `clear` are those that are nothing
    else where a sentence begins. `summary` and `article` are what it is about, `prepositions` stand before the first.
    `duty`: must, should; `must` does so before what has to be done. `machine`: a language model, an assistant. `note`:
    a note or instruction to one. `you_are`: what one is now. `that`: what is to be said follows. `joins`: and.
    `verdicts`: words of a judge's answer.
    """

    verdicts: Words
    plea: Patterns
    verbs: Patterns
    summary: Patterns
    article: Patterns
    duty: Patterns
    must: Patterns | None
    machine: Patterns
    note: Patterns
    you_are: Patterns
    clear: Patterns
    that: Patterns
    joins: Patterns
    prepositions: Patterns


@dataclass(frozen=True, slots=True)
class UnspacedWords:
    """Cues of a language that sets no spaces between words: how a sentence `leans` on the one before, where its writer
    or the page `speaks`, and what `orders` something of whoever retells the page. `ties` only tie words together; with
    `goes_on` a sentence goes on behind a quotation: characters both."""

    leans: Patterns
    speaks: Patterns
    orders: Patterns
    ties: Words | None
    goes_on: Words | None


@dataclass(frozen=True, slots=True)
class StaleWords:
    """What no longer holds when a story has gone on: what lies `ahead`, `states` that pass, and `reactions` to what was
    announced (in all these capitals count); and what is `pending` once a report tells that it is over (`endings`).
    """

    ahead: Patterns
    states: Patterns
    reactions: Patterns
    endings: Patterns
    pending: Patterns
