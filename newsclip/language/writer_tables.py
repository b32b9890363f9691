"""The tables of a language pack that the writer asks: what each of their fields means."""

from dataclasses import dataclass

from newsclip.language.pack_file import CasedPattern
from newsclip.language.pack_tables import Patterns, Words

type CasedPatterns = tuple[CasedPattern, ...]  # as Patterns, but capitals count
type NamedWords = dict[str, frozenset[str]]
type NamedPatterns = dict[str, tuple[str, ...]]
type NamedCasedPatterns = dict[str, tuple[CasedPattern, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class TagWords:
    """`sections`: how publishers call each category's pages. `vague` words open no theme, or are none.

    `no_ends` end no name, `no_singles` are none by themselves. `peoples` end a people's name ("vellanders"),
    `nationalities` are whole ones. `generations` tell a child ("jr"). `publisher_ends` end what
    papers and broadcasters are called. `crowned` go by such a title and a given name alone ("Queen Ada").
    """

    sections: NamedWords
    vague: Words | None
    no_ends: Words | None
    no_singles: Words | None
    peoples: Words | None
    nationalities: Words | None
    generations: Words | None
    publisher_ends: Words | None
    crowned: Words | None


@dataclass(frozen=True, slots=True, eq=False)
class ClipWords:
    """What the extractive writer goes by when it chooses and cuts.

    Titles: `labels` before one and `media` behind one go; one with `bait_openers` or `bait` is no headline.
    A sentence that opens as one of `soft_leads` or tells one of `habits` leads up to the news, and so does one before
    what opens as one of `turns_to_news`.
    One that only announces, by `to_come`, gives way to a later one, and one that ends in words `of_site` to any.
    Quotations: a speaker by `vague_speakers` or `ranks` is not named; `goes_on` opens one that follows another,
    though one of `may_be_empty` may mean nothing. One with `courtesies` tells nothing.
    Facts: `weak_figures` count for nothing; `said_behind` is no part of one. Counts of people: `tolls` by kind, behind
    or before a number with `approximations`; `totals` that `reaches` one count all dead, and one with `growth` in or
    behind it, or with `before_growth` before it, comes to others.
    Timeline: a day is another's behind `of_another`, or behind one of `leads_to_event` and one of `events`, or before
    what is `named_by_day`.
    """

    labels: Patterns
    media: Patterns
    bait_openers: Patterns
    bait: Patterns
    soft_leads: Patterns
    habits: Patterns
    turns_to_news: Patterns
    to_come: Patterns
    of_site: CasedPatterns
    weak_figures: Patterns
    vague_speakers: Patterns
    ranks: Patterns
    goes_on: Patterns
    may_be_empty: Patterns
    courtesies: Patterns
    said_behind: Patterns
    events: Patterns
    of_another: Patterns
    leads_to_event: Patterns
    named_by_day: Patterns
    approximations: Patterns
    totals: Patterns
    reaches: Patterns
    growth: Patterns
    before_growth: Patterns
    tolls: NamedPatterns


@dataclass(frozen=True, slots=True)
class NeedWords:
    """How a noun speaks of what was told before: behind one of `pointers` ("the", "this").

    Not where one of `explains` goes on ("the vote on"), or where it is `familiar`: everyone knows which one, or none.
    Behind one of `close` ("this"), a noun of its own sums up what was told, but not where it is of `now` ("this week").
    So does one that opens a sentence behind any pointer, also with one of `opens` before that ("After the visit"),
    unless it is `familiar` ("The statements", "The thriller").
    One of `kinds` ("such") is of the kind that was told of: the sentence or one before has its noun, or sums up;
    right behind one of `stressed_behind` it says how much.
    A sentence that opens with one of `turns` ("but") takes back some of what the one before says.
    """

    turns: Words
    pointers: Words
    explains: Words
    familiar: Words
    close: Words
    kinds: Words
    stressed_behind: Words | None
    opens: Words | None
    now: Words


@dataclass(frozen=True, slots=True, eq=False)
class ImperativeWords:
    """Imperatives, a verb without a subject at the beginning of a clause, and requests to "you".

    Of verbs: no verb opens with `no_verbs`; `of_things` are done to texts and to other things as well, `of_new_things`
    change what is told where one of `known` is behind them; `judges` say something for or against somebody. Behind a
    verb: `objects` is what nothing else stands behind so, `clauses` open one, `whole` is whatever there is, `yours` the
    reader's own. `text_words` name a text, a part of one, or what one says.

    `openers` may stand before the verb, with `negated` behind them; `fronted` opens a clause before it. `put_so` and
    `greets` order no text. `requests` are made of "you"; `lets` and `please` ask; `reworks` says what is to be done
    with a text. `does` are verbs of doing that are mostly nouns, and `duties` say what a reader ought to do.
    """

    no_verbs: Words
    does: Words
    objects: Words
    clauses: Words
    of_things: Words
    of_new_things: Words
    known: Words
    judges: Words
    whole: Words
    yours: Words
    text_words: Patterns
    greets: Patterns
    openers: Patterns
    negated: Patterns
    put_so: Patterns
    fronted: Patterns
    requests: Patterns
    lets: Patterns
    please: Patterns
    reworks: Patterns
    duties: CasedPatterns


@dataclass(frozen=True, slots=True, eq=False)
class InstructionWords:
    """What is written for whoever condenses or retells a page, as `OrderWords` for a language with a tagger.

    `to_a_writer`: words to one. `kinds`: words that seldom meet in news, of which three in a sentence are an order, one
    of them of `texts`; not where it opens as its `author` does, without a `strict` word. `announces`: what comes next
    is ordered. `retelling`: what every retelling has to hold. `verdicts`: words of a judge. `parts`: what "{name}"
    stands for in any of these patterns (`pattern_parts.py`), among them `text_verb`, what is done to a text, and
    `advice`, verbs that send a reader somewhere or tell them how to live.
    """

    verdicts: Words
    to_a_writer: Patterns
    kinds: NamedPatterns
    author: CasedPatterns
    strict: Patterns
    announces: Patterns
    retelling: Patterns
    imperatives: ImperativeWords
    parts: NamedPatterns


@dataclass(frozen=True, slots=True, eq=False)
class PageKindWords:
    """What tells a page's kind (opinion, review, live, deal, service), by kind: patterns of its title, whole words of
    its section and folders of its address; `leads` are searched for in its first sentence outside quotation marks.
    """

    titles: NamedPatterns
    sections: NamedPatterns
    folders: NamedPatterns | None
    leads: NamedCasedPatterns | None


@dataclass(frozen=True, slots=True, eq=False)
class UnknownWords:
    """`says` that something is not known, as whole words; `empty` words of it tell none from another."""

    says: Patterns
    empty: Patterns


@dataclass(frozen=True, slots=True, eq=False)
class NoveltyWords:
    """What adds nothing to a story: a sentence whose persons are `nameless`, and what is said `of_the_page`."""

    nameless: CasedPatterns
    of_the_page: Patterns


@dataclass(frozen=True, slots=True, eq=False)
class AntecedentWords:
    """Whom a pronoun stands for, as the writer finds it.

    `subjects` ("he", "she") may give way to a name, also before one of `says`; not where one of `others` is in the
    sentence. `forms`: all of them. `somebody`: nouns that they may mean, beside offices and relations. `members`: of a
    party, whose name they never mean. `several` are called so ("they"). `epithets`: nouns that a sentence opens with,
    behind "the", for somebody just named.
    """

    subjects: Patterns
    several: Words
    epithets: Patterns
    forms: Patterns
    says: Patterns
    others: Patterns
    somebody: Patterns
    members: Patterns


@dataclass(frozen=True, slots=True, eq=False)
class SentenceWords:
    """What must not be published as news, and what may be cut from a sentence that is.

    Unfit: `pleas` to the reader, `captions` and credits, that somebody is one of the `authors`, `opinions` and
    `first_person` of the writer, which `says` somebody else does not; `views` that none of the `holders` has. Cut:
    `asides` of the page, `also` behind one of the `auxiliaries`, `connectives` in front.

    A sentence leans on the one before by `leans`, also behind a quotation mark, or `ties` in front, by `leans_inside`,
    or where it is `said_by` somebody unnamed; never where it `stands_alone`. It follows the one before, and may open an
    article, where it tells of `one_of_several`. It is left out where it `announces`;
    what only `announces_words` of somebody is told with them alone. `buttons` stand in capitals above a text.
    """

    pleas: Patterns
    captions: Patterns
    authors: Patterns
    opinions: Patterns
    views: Patterns
    holders: Patterns
    first_person: CasedPatterns
    says: Patterns
    asides: Patterns
    auxiliaries: Patterns
    also: Patterns
    connectives: Patterns
    leans: Patterns
    ties: Patterns
    announces: Patterns
    announces_words: Patterns
    buttons: Words
    one_of_several: Patterns
    leans_inside: Patterns
    said_by: Patterns
    stands_alone: Patterns


@dataclass(frozen=True, slots=True, eq=False)
class GlanceWords:
    """What may answer a question of the glance: `places` stand before where it happened, `reasons` open why.

    `articles` stand before whom a sentence begins with. `events` that `happened` are what the article is about.
    A number of `times` counts nobody. `aged`: somebody's age before what he is.
    """

    articles: Patterns
    events: Patterns
    happened: Patterns
    times: Patterns
    aged: Patterns
    places: Patterns
    reasons: Patterns


@dataclass(frozen=True, slots=True, eq=False)
class AnswerWords:
    """How somebody answers what they are accused of: `accuses` opens it, one who is accused `denies`, or is `silent`.

    Who does stands before that: by name, or as one who is `accused` ("the defendant"), and not one of the `others`, who
    accuse or judge. A case is `cleared` whoever says so. `parts`: what "{name}" stands for in any of these patterns.
    """

    accuses: Patterns
    denies: Patterns
    cleared: Patterns
    silent: Patterns
    accused: Patterns
    others: Patterns
    parts: NamedPatterns
