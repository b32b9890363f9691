"""The tables of a language pack: what each of its fields means. Those of the verifier are in `verifier_tables`."""

from dataclasses import dataclass

from newsclip.language.pack_file import CasedPattern

type Words = frozenset[str]  # words and phrases, inflected forms one by one
type Patterns = tuple[str, ...]  # alternatives of one regular expression, in the order in which they are tried
type Names = tuple[tuple[str, ...], ...]  # what each thing of a row is called
type Opposed = tuple[tuple[tuple[str, ...], ...], ...]  # pairs of rows that say the contrary of each other


@dataclass(frozen=True, slots=True)
class Guards:
    """The words whose loss changes what a sentence says, and those that may go.

    The five kinds whose loss changes what a sentence says: `negation` (also refusing and failing), `condition` (also
    what narrows: "only"), `hedge` (modals, doubt, rounding), `attribution` (who says so; the moods of reported speech
    where single forms tell them) and `contrast` (what takes something back).

    What may go: `connective` ties a sentence to the one before, with a comma behind it; `conjunction` does so without;
    `addition` does so behind the subject ("also"); `label` is what a page sets before a title; `day` says only when
    ("on monday"), between commas. What stays: `genre` is what a page calls words that report nothing (views, letters,
    fiction, what is paid for), and `leaning` words lean on the sentence before theirs ("he", "this").

    What else may be done: `pronoun` may give way to a name, `joint` ("and") may join two sentences of a model,
    `told_by` ("according to") before a publisher's name may end its sentence, and where `phrases` is true, a tagger can
    tell that a few words of a sentence only name something (a heading).

    Who speaks: `his` and `her` are titles that bind.
    """

    negation: Words | None
    condition: Words | None
    hedge: Words | None
    attribution: Words | None
    contrast: Words | None
    connective: Words | None
    conjunction: Words | None
    addition: Words | None
    label: Words | None
    genre: Words | None
    leaning: Words | None
    day: Words | None
    pronoun: Words | None
    his: Words | None
    her: Words | None
    joint: str | None
    told_by: str | None
    phrases: bool


@dataclass(frozen=True, slots=True)
class CueWords:
    """Alternatives that are matched as whole words, without regard to case.

    `leans`: how a sentence opens that needs the one before. `connectives`: what ties it to that. `pleas`: what the page
    asks its reader. `mine`: the journalist speaks of himself. `says`: somebody is named as saying it; `pronouns` may
    have said it, too. `reported`: verb forms that pass on what somebody says ("er habe"); where none of `framed` is in
    the sentence, the one before tells who. `lures`: how a title opens that hides its news.
    """

    leans: Patterns
    connectives: Patterns
    pleas: Patterns
    mine: Patterns
    says: Patterns
    pronouns: Patterns
    reported: Patterns | None
    framed: Patterns | None
    lures: Patterns


@dataclass(frozen=True, slots=True, eq=False)  # what is compiled of it is cached by it
class DayWords:
    """The words by which a language names days: "hier" is here in German, and yesterday in French.

    `months`, `weekdays`: the names of each, from January and Monday. `shifts`, `weeks`: how many days or weeks off;
    `years`, which stand behind a day and its month ("3 May last year"): how many years; behind one of `told_years`
    ("3 May that year") or `other_years` ("every year") they name none, and the first point to one that was told before.
    `relative_years` name another year than that of publication wherever they stand ("last year", "two years ago").
    `on` stands before a weekday that a verb places, `back` and `forth` beside one that is past or to come. `ahead` and
    `behind` are verbs that tell what is to come, or past. `every` makes it a habit. `between` may stand in a date
    ("4 de mayo"), `before_month` before a month and its year. `other_times` lead to another time, or to
    something else that happened ("last year", "since"). `elsewhere` stands before the day of something else (since,
    until, by, than); `events` are nouns whose own day may be meant where one of `of` stands before them ("about
    the storm on").

    Whether a day is another deed's: `purpose` leads to what something is bought or sought for ("for a concert on");
    `moves` are verbs that move what they have beside them to or from a day, `announces` verbs whose object is still to
    come; `relative` opens a clause of its own; an `infinitive` is still to be done.

    `ordinals` stand behind the figure of a day, `ago` behind a number of days, which `counts` give in words. Names of
    months that are `other_words`, too, need a year or a dot. Behind one of `determiners` a day may only name what
    happened on it ("the September 11 attacks"), or be one that was told before. `ranges` stand between two weekdays.

    A sentence is put under its day unless it holds one of the `doubts`, the day stands in what is told `before_noun`,
    or one of `of_another` before it.
    """

    months: Names
    weekdays: Names
    shifts: dict[str, int]
    weeks: dict[str, int]
    years: dict[str, int]
    on: Patterns
    back: Patterns
    forth: Patterns
    ahead: Patterns
    behind: Patterns
    every: Patterns
    between: Patterns | None
    before_month: Patterns
    other_times: Patterns
    elsewhere: Patterns
    events: Patterns
    of: Patterns
    purpose: Patterns
    moves: Patterns
    announces: Patterns
    relative: Patterns
    infinitive: Patterns | None
    ordinals: Patterns | None
    other_words: Words | None
    ago: Patterns | None
    counts: dict[str, int] | None
    doubts: Words | None
    before_noun: str | None
    of_another: Patterns | None
    told_years: Patterns | None
    other_years: Patterns | None
    relative_years: Patterns | None
    determiners: Patterns | None
    ranges: Patterns | None


@dataclass(frozen=True, slots=True)
class PlainWords:
    """`function`: words that carry no content. `plain`: words that say nothing about a text's theme. `light`: words
    whose absence need not be told.

    `abbreviations`: no sentence ends with one of these and its full stop.
    """

    abbreviations: tuple[CasedPattern, ...] | None
    function: Words
    light: Words
    plain: Words | None


@dataclass(frozen=True, slots=True)
class NameWords:
    """What tells a name, and what is no part of it.

    `elisions` are words that lose their vowel before a name ("d'Orlo"). `articles` tell a noun behind them. `openers`
    open a run of capitals without being of the name, `titles` stand before a person's, `never` is capitals that are in
    none; `given_months` may be given names, but not behind `before_months`. `connectors` are small words inside a name,
    whatever its language.
    """

    elisions: Patterns | None
    articles: Words | None
    openers: Words
    titles: Words
    never: Words | None
    given_months: Words | None
    before_months: Words | None
    connectors: Words | None


@dataclass(frozen=True, slots=True)
class NounWords:
    """What tells names from nouns in a language that writes every noun with a capital.

    A noun behind one of the `determiners` is no name, nor behind one of the `opening_determiners`, which open a
    sentence. `callings` are ends of words that only lead to a name, `adjectives` too with one of `adjective_endings`;
    one that is `of_a_place` may belong to a name. `of` leads from a thing to the name of what it is of.
    `no_connectors` join no name here, though they do elsewhere.
    """

    determiners: Patterns
    opening_determiners: Patterns
    callings: Patterns
    adjectives: Patterns
    adjective_endings: Patterns
    of_a_place: Patterns
    of: Words
    no_connectors: Words


@dataclass(frozen=True, slots=True)
class PersonWords:
    """`offices` are public ones, `occupations` other work, `relations` what a person is to another, `somebody` others.

    Common given names, titles (with a capital) and nouns before a name speak for one pronoun. `determiners` bring
    somebody in, `offices_of` stand before what an office is for ("Minister for Harbours").
    """

    offices: Words
    occupations: Words
    relations: Words
    somebody: Words
    determiners: Patterns
    titles_his: Patterns
    titles_her: Patterns
    nouns_his: Patterns
    nouns_her: Patterns
    offices_of: Patterns
    given_names_his: Words
    given_names_her: Words


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """`bodies` and `places` are the word that tells a name of these; `openers` begin a place's, `prepositions` stand
    before it. `storms` bear a person's name and are none. `datelines` open a report by themselves; `regions` are how
    it shortens states and provinces behind a town, with their full stops: "md.", not the doctor's "m.d."."""

    bodies: Words
    places: Words
    openers: Words
    prepositions: Words
    storms: Words
    datelines: Words | None
    regions: Words | None


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """`verbs` of saying, with their forms; what never opens or ends the subject of one."""

    verbs: Words
    no_subject_starts: Words
    no_subject_ends: Words


@dataclass(frozen=True, slots=True)
class PronounWords:
    """The words that mean somebody or something named before.

    `persons`: pronouns for one person. `others`: for things, several, or what was said. `may_be_empty`: those of them
    that mean nothing before one of `empty` ("il faut"). `expletive` means nothing before one of `perhaps` where one of
    `then` is near ("it is unclear how").
    `the`: articles that may stand before `its` ("il suo"). `subordinators`: before "he", what comes behind may name him
    ("as he said, Holm"). Where nouns have capitals, `articles` are those of them that mean nothing right before a noun,
    or with an adjective between that ends as one of `adjective_ends` does ("das Gesetz", "das neue Gesetz").
    """

    persons: Words
    others: Words
    may_be_empty: Words | None
    empty: Words | None
    expletive: Words | None
    perhaps: Words | None
    then: Words | None
    the: Words | None
    its: Words | None
    subordinators: Words | None
    articles: Words | None
    adjective_ends: Words | None


@dataclass(frozen=True, slots=True)
class CallingWords:
    """How a clause names who says the quotation before it, for the verifier: a verb of saying, a calling, the name.

    Closed lists: with any other word beside the name ("der Anwalt der Ministerin Ilse Brandt", "l’avocat qui défend
    Ilse Brandt") it may be somebody else who speaks, and the quotation has no speaker.

    `says`: verbs of saying, and what names a source ("laut"). `articles` of a subject. `callings`: what a person is
    called, with titles and the adjectives before them. `holders` bear the name of what is behind one of `of`, in
    capitals or one of `bodies` ("la ministre de la Santé"). `behind`: how a clause goes on behind the name.
    """

    says: Patterns
    articles: Patterns
    callings: Patterns
    holders: Patterns
    of: Patterns
    bodies: Patterns
    behind: Patterns


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """The same as the writer finds it, by lists of its own: judge and judged do not share an eye.

    `callings` are whole words, `calling_ends` how others end; `adjectives` stand before them.
    """

    articles: Words
    callings: Words
    calling_ends: Words | None
    adjectives: Words | None
    behind: Words
