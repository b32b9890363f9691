"""Who says what is quoted, and what pages set around their words: the tables of a language."""

from dataclasses import dataclass

from newsclip.language.pack_tables import Patterns, Words


@dataclass(frozen=True, slots=True)
class DatelineWords:
    """What tells a place from a person before a sentence.

    `prepositions` stand before a place, `says` beside a person. A word with one of `word_ends` is no name.
    """

    prepositions: Words
    says: Words
    word_ends: Words | None


@dataclass(frozen=True, slots=True)
class FictionWords:
    """What is said is played, dreamt or forged: `inside` ("in the") leads to one of `works`; `forged` says so."""

    inside: Patterns
    works: Patterns
    forged: Patterns


@dataclass(frozen=True, slots=True)
class PageWords:
    """What pages in any language hold, for it is given once, in English.

    `behind_names`: degrees, offices and forms of firms, behind a name and never behind a place.
    `furniture`: what a page sets around its words, `buttons` above them in capitals. `small`: words in lower case
    within a site's name. `particles`: those within a person's, `titles` before it. `abbreviated` titles and words that
    are `shortened` end in a full stop.
    """

    behind_names: Words
    furniture: Patterns
    buttons: Words
    small: Words
    particles: Words
    titles: Words
    abbreviated: Words
    shortened: Words


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """What may stand beside a name that is the whole subject of its verb.

    `determiners` open a calling. `adjectives`: participles that stand before one as adjectives do. `calling_ends`: how
    words end that call somebody something. `of` leads to what is under one of `holders`, or what one of `bodies` bears
    the name of ("University of Orlo"). `behind`: how a clause goes on behind the name. A clause begins behind one of
    `conjunctions`, `openers` stand at its front, and one of `leads_in` leads in to it: it holds nobody's calling.
    """

    determiners: Words
    adjectives: Words
    calling_ends: Words
    of: Words
    holders: Words
    bodies: Words
    behind: Patterns
    conjunctions: Patterns
    openers: Patterns
    leads_in: Patterns


@dataclass(frozen=True, slots=True)
class SpeakingWords:
    """Whether a verb of saying has the speaker for its subject, and tells that the words were said.

    Behind verbs `of_another` stands whom somebody speaks to or about. `adverbs` stand between subject and verb, before
    the first verb `more_adverbs`, too, and `passive` before a verb that somebody suffers. `also`: verbs of saying in a
    sentence that has one already, unless their subject is one of `joins`. `asides` stand in brackets behind a name.
    `his` and `her` are titles. `courtesy` titles are no offices; `relatives_his` and `relatives_her` may bear the name.

    What is not said: behind verbs `not_own`, with one of `saying` behind another ("as saying"), where the speaker does
    one of `as_another` besides, and where `hearsay` says who claims that it was said.
    """

    of_another: Patterns
    adverbs: Patterns
    more_adverbs: Patterns
    passive: Patterns
    also: Patterns
    joins: Words
    asides: Patterns
    his: Patterns
    her: Patterns
    courtesy: Words
    relatives_his: Patterns
    relatives_her: Patterns
    not_own: Patterns
    saying: Patterns
    as_another: Patterns
    hearsay: Patterns


@dataclass(frozen=True, slots=True)
class IntroductionWords:
    """What a person may be introduced as, beside the titles, offices and callings of the pack.

    `callings` and words with one of `ends` call somebody something. Of those, `whose` need the name of another, `what`
    need a word beside them ("head", but "head of surgery"), and `accusing` tell what somebody may have done. A role has
    none of `doubts`, nor has its sentence; none of `times` or `others` ("fellow"). What somebody is in the eyes, or the
    play, of others is governed by one of the verbs `taken_for` (lemmas), perhaps with one of `taken_as` between.
    `changed` before a name ("former", and "ex" in "ex-mayor") tells that a role has ended or is not yet held.
    """

    callings: Words
    ends: Words
    whose: Words
    what: Words
    accusing: Words
    doubts: Words
    times: Words
    others: Words
    taken_for: Words
    taken_as: Words
    changed: Words
