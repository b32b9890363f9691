"""Which figure goes with which place: of "fell 2 points in Velm and 4 points in Orlo", 4 points are not of Velm.

Where a second member has no verb of its own, a parser hangs its figure and its place on whatever stands near. So this
looks at the order of the words alone: what stands in one member of the passage stands in one member of the sentence.
"""

from collections.abc import Iterator, Mapping, Sequence

from newsclip.evidence.verifier.proofs.parsed_sentences import ParsedSentence
from newsclip.evidence.verifier.proofs.references import Word
from newsclip.evidence.verifier.proofs.relations import SUBJECTS, VERBS, Relations
from newsclip.language.syntax import Parse

_BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—", "--"})
_PREPOSITIONS = ("ADP", "SCONJ")
_LEAST = 2  # a figure and a place, a place and a day: what may be paired wrongly

type _Part = list[int]


def fault(match: Mapping[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence]) -> int | None:
    """A word of the sentence that stands beside a word of another member of its passage; None where none does."""
    ours = _by_member(said.relations)
    for g in sorted({g for g, _ in match.values()}):
        theirs = _by_member(held[g].relations)
        told = {place: theirs[i] for place, (other, i) in match.items() if other == g and i in theirs}
        if len(set(told.values())) < _LEAST:
            continue
        beside = dict[int, int]()
        for place, member in sorted(told.items()):
            if beside.setdefault(ours.get(place, 0), member) != member:
                return place
    return None


def _by_member(relations: Relations) -> dict[int, int]:
    """The number of the member in which a word stands, by its place; no words of a sentence without members.

    The subject and the verb are of all members.
    """
    parse = relations.parse
    parts = _parts(relations)
    found, first = dict[int, int](), 0
    for number in range(1, len(parts)):
        if not _is_member(relations, parts[number]):
            first = number
            continue
        if first == number - 1:
            own = [i for i in parts[first] if not _is_shared(parse, i)]
            if _pairs(relations, own) < _LEAST:
                first = number
                continue
            found |= dict.fromkeys(own, first)
        found |= dict.fromkeys(parts[number], number)
    return found


def _is_member(relations: Relations, part: _Part) -> bool:
    """Whether it has no verb, and two things or more that the verb before it may have."""
    verbless = not any(relations.parse.tokens[i].pos in VERBS for i in part)
    return verbless and _pairs(relations, part) >= _LEAST


def _pairs(relations: Relations, part: _Part) -> int:
    """How many figures and phrases stand in it; "to 4 points" is one."""
    tokens, found, before = relations.parse.tokens, 0, -1
    for i in part:
        figure = tokens[i].tag == "CD" or tokens[i].word[:1].isdigit()
        opens = tokens[i].pos in _PREPOSITIONS
        if opens or (figure and not (before == i - 1 and before >= 0)):
            found += 1
            before = i if opens else before
    return found


def _is_shared(parse: Parse, place: int) -> bool:
    """Whether it is the verb or in the subject, outside of what a preposition opens."""
    tokens = parse.tokens
    if tokens[place].pos in VERBS:
        return True
    for _ in range(len(tokens)):
        if tokens[place].label in SUBJECTS:
            return True
        if tokens[place].pos in _PREPOSITIONS or tokens[place].head == place or tokens[place].pos in VERBS:
            return False
        place = tokens[place].head
    return False


def _parts(relations: Relations) -> list[_Part]:
    """The words between joints and marks; an aside without a figure goes with what it opens, or with what it is of."""
    parts: list[_Part] = []
    loose: _Part = []
    for part, joined in _chunks(relations.parse):
        tokens = [relations.parse.tokens[i] for i in part]
        bare = not any(token.pos in VERBS or token.word[:1].isdigit() or token.tag == "CD" for token in tokens)
        if bare and (joined or not parts or loose):
            loose = [*loose, *part]
        elif bare:
            parts[-1] += part
        else:
            parts.append([*loose, *part])
            loose = []
    return [*parts, loose] if loose else parts


def _chunks(parse: Parse) -> Iterator[tuple[_Part, bool]]:
    """Each run of words between two marks or joints, and whether a joint stands before it."""
    part, joined = list[int](), False
    for i, token in enumerate(parse.tokens):
        joint = token.pos == "CCONJ"
        if not joint and token.word not in _BREAKS:
            part.append(i)
            continue
        if part:
            yield part, joined
            joined = False
        part, joined = [], joined or joint
    if part:
        yield part, joined
