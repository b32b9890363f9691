"""What must hold of a match as a whole: quotation marks, "or", and what pronouns mean."""

import re
from collections.abc import Sequence, Set

from newsclip.evidence.tokens import negates, tokens
from newsclip.evidence.verifier.proofs.canonical_forms import form, may_come_in
from newsclip.evidence.verifier.proofs.definite_nouns import kind_with_the
from newsclip.evidence.verifier.proofs.parsed_sentences import ParsedSentence
from newsclip.evidence.verifier.proofs.references import References, Word, is_many
from newsclip.evidence.verifier.proofs.relations import SUBJECTS, VERBS
from newsclip.language import quotation_marks, single_marks
from newsclip.language.guards import guards_of
from newsclip.language.syntax import Parse
from newsclip.language.tokens import sentences

_OPENS = ("prep", "advmod", "npadvmod", "advcl")
_MOST_CHAIN = 12
_MOST_QUOTED = 24
_FARTHEST = 2_000  # characters before words in a quotation
_WITHIN = re.compile(r"(?<!\w)'(?=\w)[^']{1,300}'(?!\w)")  # words in single marks
_SINGLE = re.compile(r"(?<!\w)'(?=\w)[^']{1,200}")  # from a mark that may open a quotation to the next mark


def misquoted(text: str, passages: Sequence[str]) -> str:
    """The first words in quotation marks that no passage says in quotation marks; "" where all are quoted."""
    passages = [_without_others(passage) for passage in passages]
    held = [_bare(words) for passage in passages for words in quotation_marks.quoted(passage)]
    held += [_bare(part(passage)) for passage in passages for part in (_goes_on, _left_open)]
    for number, words in enumerate(quotation_marks.quoted(text)):
        if number >= _MOST_QUOTED:
            return words
        quoted = any(_has_words(one, _bare(words)) for one in held)
        if not quoted and not any(_in_single_marks(words, one) for one in passages):
            return words
    return _misquoted_in_single_marks(text, passages)


def unmarked(text: str, passages: Sequence[str], language: str) -> str:
    """The first words that a passage quotes and the text has without marks, unless it reports them: "said the quay is".

    "" where there are none.
    """
    guards, own = guards_of(language), quotation_marks.plain(text).lower()
    quoted = [_bare(words) for words in quotation_marks.quoted(text)]
    says = tuple(f" {word}" for word in (guards.attribution or ())) if guards else ()
    for passage in passages:
        single = _WITHIN.findall(quotation_marks.plain(passage))
        for words in map(_bare, (*quotation_marks.quoted(passage), *(one[1:-1] for one in single))):
            at = own.find(words) if " " in words else -1
            if at < 0 or any(words in one for one in quoted):
                continue
            before = f" {own[:at].rstrip()}"
            reported = before.endswith((*says, " that")) or (
                before.endswith(",") and any(one in before for one in says)
            )
            if not reported:
                return words
    return ""


def _without_others(passage: str) -> str:
    """A passage without what its speaker quotes another with: “He told me, ‘I stole it,’ and laughed”."""
    inside, parts, at = quotation_marks.inside(passage), list[str](), 0
    for found in _WITHIN.finditer(quotation_marks.plain(passage)):
        if len(inside) > found.end() and inside[found.start()] and inside[found.end()]:
            parts.append(passage[at : found.start()])
            at = found.end()
    return "[…]".join([*parts, passage[at:]])


def _goes_on(passage: str) -> str:
    """What a passage says up to the end of a quotation that began before it; "" where none did."""
    inside = quotation_marks.inside(passage)
    if inside[:1] != (True,) or passage[:1] in quotation_marks.OPENING:
        return ""
    return passage[: inside.index(False)] if False in inside else passage


def _left_open(passage: str) -> str:
    """What a passage says behind a mark that opens a quotation which the passage does not close; "" where none does."""
    text = quotation_marks.plain(passage)
    at = text.rfind('"')
    opens = at >= 0 and not text[max(0, at - 1) : at].strip() and text[at + 1 : at + 2].isalnum()
    return text[at + 1 :] if opens else ""


def _misquoted_in_single_marks(text: str, passages: Sequence[str]) -> str:
    """The first word behind a single mark that opens before it, and stands so in no passage: 'lied."""
    plain = [quotation_marks.plain(passage) for passage in passages]
    marked = _SINGLE.findall(quotation_marks.plain(text))
    return next((words for words in marked if not any(words in passage for passage in plain)), "")


def _has_words(text: str, words: str) -> bool:
    """Whether whole words stand in the text: "legal sales" not in "illegal sales"."""
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(words, at + 1)
    return False


def said_so(text: str, passages: Sequence[str], language: str) -> bool:
    """Whether a passage has these words in quotation marks, in a sentence that denies or doubts nothing beside them."""
    guards, words = guards_of(language), _bare(text[1:-1])
    doubts = {*((guards.hedge or ()) if guards else ()), *((guards.condition or ()) if guards else ())}
    for passage in passages:
        for span in sentences(passage):
            one = _bare(span.of(passage))
            rest = tokens(one.replace(words, " ", 1))
            if _has_words(one, words) and not any(negates(token) or token in doubts for token in rest):
                return True
    return False


def _in_single_marks(words: str, passage: str) -> bool:
    """Whether the words stand in single marks: right between two, or in a quotation that goes on around them."""
    text, wanted = quotation_marks.plain(passage), quotation_marks.plain(words).strip(" ,.;:!?")
    at = _with_any_capital(text, wanted)
    if at < 0 or not wanted:
        return False
    end = at + len(wanted)
    between = text[max(0, at - 1) : at] == "'" == text[end : end + 3].lstrip(",.")[:1]
    return between or single_marks.around(text, at + 1, end, max(0, at - _FARTHEST), len(text)) is not None


def _with_any_capital(text: str, words: str) -> int:
    """Where the words stand, the first with a capital or without, as in marks of another kind; -1 for nowhere."""
    at = text.find(words)
    return at if at >= 0 else text.find(words[:1].swapcase() + words[1:])


def denial_added(text: str, passages: Sequence[str]) -> str:
    """The last word that denies, where the text has more of them than the passages; "" where it has not.

    A parser may read over one: "which is not then grown" and "which is then grown" can get the same tree but for "not".
    """
    ours = [token for token in tokens(text) if negates(token)]
    held = sum(negates(token) for passage in passages for token in tokens(passage))
    return ours[-1] if len(ours) > held else ""


def is_quotation(text: str) -> bool:
    """Whether it consists of words in quotation marks alone."""
    return len(text) > 2 and quotation_marks.quoted(text) == [text[1:-1]]


def _bare(words: str) -> str:
    return quotation_marks.plain(words).strip(" ,.;:!?").lower()


def fault(
    match: dict[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence], references: References
) -> int | None:
    """The word of the sentence for which the match may not stand; None where it may."""
    parse = said.relations.parse
    speaks = any(form(parse.tokens[place], said.relations.words) in said.relations.words.says for place in match)
    for place, (g, i) in match.items():
        if held[g].led or (held[g].quoted[i] and not said.quoted[place] and not speaks):
            return place
        if held[g].relations.parse.text.rstrip().endswith("?"):
            return place
        if parse.tokens[_joint(parse, place)].label == "conj" and not joined_alike(place, match, said, held):
            return place
        if _held_next(place, match, said, held) is False or _acts_on_itself(place, match, said, references):
            return place
        if _is_opened_alone(place, match, said, held) or _is_kind_elsewhere(place, match, said):
            return place
        if parse.tokens[place].tag.startswith("PRP") and not _means_the_same(place, match, said, held, references):
            return place
    return None


def _is_kind_elsewhere(place: int, match: dict[int, Word], said: ParsedSentence) -> bool:
    """Whether "the mayor" stands in another sentence than what is told of it: there another may bear the name."""
    heads = (match.get(said.relations.parse.tokens[place].head, match[place])[0], match[place][0])
    return heads[0] != heads[1] and bool(kind_with_the(said, place))


def _is_opened_alone(place: int, match: dict[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence]) -> bool:
    """Whether what opens a clause, "in Velm", is told of this one, too, that "and" joins from another sentence."""
    parse, words, (g, _) = said.relations.parse, said.relations.words, match[place]
    joint = _joint(parse, place)
    head = parse.tokens[joint].head
    first = {at[0] for other, at in match.items() if head in (other, _joint(parse, other))}
    if parse.tokens[joint].label != "conj" or first <= {g}:
        return False
    told = {form(token, words) for token in held[g].relations.parse.tokens}
    opens = (i for i in parse.children(head, *_OPENS) if i < head and not may_come_in(parse.tokens[i], words))
    spans = (range(parse.bounds[i][0], parse.bounds[i][1] + 1) for i in opens)
    return any(form(parse.tokens[j], words) not in told for span in spans for j in span if j in match)


def _held_next(place: int, match: dict[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence]) -> bool | None:
    """Whether "only" or "even" stands before the same word; None where it is another word."""
    words, (g, i) = said.relations.words, match[place]
    if said.relations.parse.tokens[place].word.lower() not in words.focuses:
        return None
    ours, theirs = _next_word(said.relations.parse, place), _next_word(held[g].relations.parse, i)
    if ours is None or theirs is None:
        return ours is theirs
    return (
        match[ours] == (g, theirs)
        if ours in match
        else (form(said.relations.parse.tokens[ours], words) == form(held[g].relations.parse.tokens[theirs], words))
    )


def _next_word(parse: Parse, place: int) -> int | None:
    rest = range(place + 1, len(parse.tokens))
    return next((i for i in rest if parse.tokens[i].label not in ("det", "punct", "compound")), None)


def _acts_on_itself(place: int, match: dict[int, Word], said: ParsedSentence, references: References) -> bool:
    """Whether "her" would mean who does it: "Eva Quist hurt her" is not "Eva Quist hurt herself"."""
    parse = said.relations.parse
    token = parse.tokens[place]
    personal = token.word.lower() in said.relations.words.persons
    if token.label != "dobj" or not personal or token.word.lower().endswith("self"):
        return False
    whom = references.same(match[place])
    return any(match.get(subject) in whom for subject in parse.children(token.head, *SUBJECTS))


def _joints(parse: Parse, place: int, other: int) -> set[str]:
    tokens = parse.tokens[min(place, other) : max(place, other)]
    return {token.word.lower() for token in tokens if token.pos == "CCONJ"}


def _joint(parse: Parse, place: int) -> int:
    """The word that "and" may join: of "is old" the verb."""
    token = parse.tokens[place]
    return token.head if token.label in ("attr", "acomp") else place


def joined_alike(place: int, match: dict[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence]) -> bool:
    """Whether "and" stands for "and", "or" for "or"; of different sentences all may be joined by "and"."""
    joins = said.relations.words.joins
    head = said.relations.parse.tokens[_joint(said.relations.parse, place)].head
    first = said.relations.lifted.get(head, head)
    told = _joints(said.relations.parse, place, first) - joins
    (g, i), (h, j) = match[place], match.get(first, (-1, -1))
    if g != h:
        return not told
    numbers = {said.relations.parse.tokens[place].tag, said.relations.parse.tokens[first].tag} == {"CD"}
    if numbers and (place > first) != (i > j):
        return False  # "between seven and nine"
    verbs = {said.relations.parse.tokens[at].pos for at in (place, first)} <= {*VERBS}
    if verbs and (place > first) != (i > j):
        return False  # who sued and left did not leave and sue
    return told == _joints(held[g].relations.parse, i, j) - joins


def _means_the_same(
    place: int, match: dict[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence], references: References
) -> bool:
    """Whether a pronoun stands beside the same word as in its passage, which it may mean; or means one by its name."""
    token, (g, i) = said.relations.parse.tokens[place], match[place]
    if references.meant(place) is not None:
        return True
    if said.quoted[place] and held[g].quoted[i]:
        return True
    words = said.relations.words
    if token.word.lower() not in words.persons | words.things:
        return token.word.lower() in words.anybody
    told = {j for h, j in match.values() if h == g}
    if token.word.lower() in words.things and _loses_meant(held[g].relations.parse, i, told):
        return False
    if references.before_it(said, place) == references.before_it(held[g], i) != ():
        return True
    ours, theirs = _beside(said, place), _beside(held[g], i)
    if ours is None or theirs is None or ours not in match:
        return False
    return match[ours] in references.same((g, theirs))


def _loses_meant(parse: Parse, pronoun: int, told: Set[int]) -> bool:
    """Whether the nearest noun of its sentence that it may mean is not told: "lost his glasses and found them"."""
    many = is_many(parse, pronoun)
    acted_on = (i for i in range(pronoun - 1, -1, -1) if parse.tokens[i].label == "dobj" and i != pronoun)
    meant = next((i for i in acted_on if parse.tokens[i].pos == "NOUN" and is_many(parse, i) == many), None)
    return meant is not None and meant not in told


def _beside(one: ParsedSentence, pronoun: int) -> int | None:
    """The nearest subject above the pronoun that is none itself."""
    parse, at = one.relations.parse, pronoun
    form_of = parse.tokens[pronoun].lemma.lower()
    for _ in range(len(parse.tokens)):
        subject = one.relations.subject(at) if parse.tokens[at].pos in ("VERB", "AUX") else None
        if subject is not None and subject != pronoun and parse.tokens[subject].lemma.lower() != form_of:
            return subject
        if parse.tokens[at].head == at:
            return None
        at = parse.tokens[at].head
    return None
