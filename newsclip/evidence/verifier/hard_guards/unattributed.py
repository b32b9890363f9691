"""Whose word it is: what somebody says of others, for one side, or in marks of quotation is not told as a fact."""

from collections.abc import Iterator

from newsclip.evidence.tokens import tokens
from newsclip.evidence.verifier.hard_guards.readings import Compared, Read
from newsclip.kernel.reasons import Reason
from newsclip.language.guards import guards_of
from newsclip.language.tokens import stem

_TOLD = ("ccomp", "conj", "dep", "parataxis")
_FINITE = ("VBD", "VBZ", "VBP")
_PARTS = ("acl", "relcl", "amod")
_MOST_CHAIN = 6

type Speech = tuple[Read, int, list[int]]  # where a verb of saying stands in a sentence, and the words of who says it


def fault(compared: Compared) -> Reason | None:
    """A verb that every passage has under somebody's word alone, in a sentence that names no source.

    In running text and headlines, where the claim blames or judges, or stands in marks, or who says it takes a side.
    The sentence before may have named the same source. A heading stands over sentences that name it.
    """
    said = compared.said
    if compared.place == "heading" or _names_source(said, compared):
        return None
    for verb in _facts(said, compared):
        like = [(compared.held[g], i) for g, i in compared.places.get(said.stems[verb], ())]
        told = [
            (one, i, _speech(one, i, compared) or _quoted(one, i, compared)) for one, i in like if i in one.verb_places
        ]
        speeches = [speech for _, _, speech in told if speech]
        if not speeches or len(speeches) < len(told) or _went_on(compared, speeches):
            continue
        held, place, _ = told[0]
        if (held.quoted[place] and not _of_itself(said, verb, speeches[0])) or _is_claim(compared, verb, speeches[0]):
            return Reason("turning_left_out", {"word": speeches[0][0].tokens[speeches[0][1]].word})
    return None


def _facts(one: Read, compared: Compared) -> Iterator[int]:
    """Its verbs that tell a fact: finite, of a clause of their own, with no modal but "will"."""
    for verb in one.verbs():
        helped = one.parse.has(verb, "aux", "auxpass")
        finite = one.tokens[verb].tag in _FINITE or (helped and one.parse.is_finite(verb))
        open_ = one.has_modal(verb) and one.modal(verb) not in compared.guarded.modals[0]
        if finite and not open_ and not one.quoted[verb] and one.tokens[verb].label not in _PARTS:
            yield verb


def _names_source(one: Read, compared: Compared) -> bool:
    guards = guards_of(compared.language)
    sources = ((guards.attribution or frozenset()) if guards else frozenset()) | compared.qualifiers.views
    return any(
        form in compared.words.says or form in sources or low in sources
        for form, low in zip(one.forms, one.low, strict=True)
    )


def _speech(one: Read, place: int, compared: Compared) -> Speech | None:
    """The verb of saying above the place, with who says it."""
    for _ in range(_MOST_CHAIN):
        for below in one.parse.children(place, "prep", "parataxis"):
            if one.forms[below] in compared.words.says:
                return one, below, _named(one, below)
        token = one.tokens[place]
        if token.head == place or token.label not in _TOLD:
            return None
        place = token.head
        if token.label != "conj" and one.forms[place] in compared.words.says:
            who = one.relations.subject(place)
            return one, place, _named(one, who) if who is not None else []
    return None


def _quoted(one: Read, place: int, compared: Compared) -> Speech | None:
    """Of a verb in marks of quotation: the verb of saying of its sentence."""
    says = (i for i, form in enumerate(one.forms) if form in compared.words.says and not one.quoted[i])
    told = next(says, None) if one.quoted[place] else None
    if told is None:
        return None
    who = one.relations.subject(told)
    return one, told, _named(one, who) if who is not None else []


def _named(one: Read, place: int) -> list[int]:
    first, last = one.parse.bounds[place]
    return [i for i in range(first, last + 1) if one.tokens[i].pos in ("NOUN", "PROPN", "PRON")]


def _went_on(compared: Compared, speeches: list[Speech]) -> bool:
    """Whether the sentence before names one of those who say it: the clip goes on with what they say."""
    before = {stem(word) for word in tokens(compared.before[-1])} if compared.before else set[str]()
    return any(one.stems[i] in before for one, _, who in speeches for i in who if one.tokens[i].pos != "PRON")


def _of_itself(said: Read, verb: int, speech: Speech) -> bool:
    """Whether the sentence tells of those who say it: "Holm is worried" for "I am worried", Holm said."""
    one, _, who = speech
    subject = said.relations.subject(verb)
    return subject is not None and any(one.stems[i] == said.stems[subject] for i in who)


def _is_claim(compared: Compared, verb: int, speech: Speech) -> bool:
    """Whether it blames, judges, foretells in one person's name, or is said for one side."""
    said, known = compared.said, compared.qualifiers
    one, _, who = speech
    if any(one.forms[i] in known.partisans for i in who):
        return True
    if said.has_modal(verb) and who and all(one.tokens[i].pos == "PROPN" for i in who):
        return True
    blames = known.blaming
    if _of_itself(said, verb, speech):
        return said.forms[verb] in blames
    judged = (verb, *said.parse.children(verb, "acomp", "attr", "dobj", "advmod"))
    return any(said.forms[i] in blames or said.tokens[i].label == "acomp" for i in judged)
