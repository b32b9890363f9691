"""Constituents of a sentence that it can do without, told by its parse: what the writer proposes to leave out."""

import re
from collections.abc import Iterator
from itertools import pairwise

from newsclip.evidence.edits import (
    APPOSITION,
    ASIDE,
    HALF,
    OCCASION,
    PARENTHESIS,
    PARTICIPLE_CLAUSE,
    RELATIVE_CLAUSE,
    Omission,
)
from newsclip.language.guards import guards_of, stands_in
from newsclip.language.pack_tables import Guards
from newsclip.language.syntax import FINITE_TAGS, Parse
from newsclip.language.word_lists import SPEECH_VERBS

_COMMA, _DASHES = ",", ("–", "—")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_PARTY, _CAPITAL = re.compile(r"[A-Z]-[A-Z]\w*\.?"), re.compile(r"\b[A-Z]")
_WHO = ("who", "which")
_SETS_APART = (_COMMA, *_DASHES)
_LONGEST_OCCASION = 7  # tokens: "in a joint statement to the press"


def deletable_constituents(parse: Parse, language: str) -> Iterator[Omission]:
    """What may be left out, what matters least first."""
    if len(parse.roots) != 1:
        return
    yield from _asides(parse, language)
    yield from _occasions(parse)
    yield from _parentheses(parse)
    yield from _participle_clauses(parse)
    yield from _relative_clauses(parse)
    yield from _appositions(parse)
    yield from _second_clauses(parse, language)


def _occasions(parse: Parse) -> Iterator[Omission]:
    """A few words that say in what somebody said something."""
    for i, token in enumerate(parse.tokens):
        first, last = _bounds(parse, i)
        says = parse.tokens[token.head].lemma.lower() in SPEECH_VERBS
        if says and token.label == "prep" and last - first < _LONGEST_OCCASION:
            yield Omission(OCCASION, _words(parse, first, last))


def _appositions(parse: Parse) -> Iterator[Omission]:
    for i, token in enumerate(parse.tokens):
        if token.label == "appos" and token.pos == "NOUN" and _is_definite(parse, token.head) and _no_list(parse, i):
            first, last = _bounds(parse, i)
            if parse.tokens[first].pos in ("DET", "PRON", "NOUN", "ADJ") and _set_apart(parse, first, last, token.head):
                yield Omission(APPOSITION, _words(parse, first, last))


def _relative_clauses(parse: Parse) -> Iterator[Omission]:
    for i, token in enumerate(parse.tokens):
        if token.label != "relcl" or not _is_definite(parse, token.head):
            continue
        first, last = _bounds(parse, i)
        opens = parse.tokens[first]
        if opens.tag in ("WP", "WDT") and opens.lemma in _WHO and _set_apart(parse, first, last, token.head):
            yield Omission(RELATIVE_CLAUSE, _words(parse, first, last))


def _participle_clauses(parse: Parse) -> Iterator[Omission]:
    root = parse.roots[0]
    for i, token in enumerate(parse.tokens):
        if token.tag not in ("VBG", "VBN") or token.label not in ("advcl", "acl") or parse.has(i, *SUBJECTS):
            continue
        first, last = _bounds(parse, i)
        opens = first == i == 0 and token.head == root and parse.tokens[last + 1 : last + 2]
        if opens and opens[0].word == _COMMA and _begins_subject(parse, last + 2, root):
            yield Omission(PARTICIPLE_CLAUSE, _words(parse, first, last))
        closes = first == i > 1 and token.tag == "VBG" and token.head == root and _ends(parse, last + 1)
        if closes and parse.tokens[first - 1].word == _COMMA:
            yield Omission(PARTICIPLE_CLAUSE, _words(parse, first, last))


def _parentheses(parse: Parse) -> Iterator[Omission]:
    """A party, a short form, or words that begin with an article, behind a name."""
    opened = None
    for i, token in enumerate(parse.tokens):
        if token.word == "(":
            opened = i
        elif token.word == ")" and opened is not None:
            words = _words(parse, opened + 1, max(opened + 1, i - 1))
            before = parse.text[: parse.tokens[opened].start]
            said = parse.tokens[opened + 1].tag in ("DT", "PRP$") or _is_short(words, before)
            if opened > 0 and parse.tokens[opened - 1].pos == "PROPN" and said:
                yield Omission(PARENTHESIS, words)
            opened = None


def _is_short(words: str, before: str) -> bool:
    """Whether these are the initials of the words right before, or a party and its place."""
    initials = "".join(_CAPITAL.findall(before)[-len(words) :])
    return bool(_PARTY.fullmatch(words)) or (len(words) > 1 and words == initials)


def _asides(parse: Parse, language: str) -> Iterator[Omission]:
    guards = guards_of(language)
    commas = [i for i, token in enumerate(parse.tokens) if token.word == _COMMA]
    for a, b in pairwise(commas):
        words = _words(parse, a + 1, b - 1) if 1 < b - a <= 4 else ""
        if words and guards and stands_in(words, guards.connective) and not _opposes(words, guards):
            yield Omission(ASIDE, words)


def _opposes(words: str, guards: Guards) -> bool:
    return stands_in(words, guards.contrast) or stands_in(words, guards.conjunction)


def _second_clauses(parse: Parse, language: str) -> Iterator[Omission]:
    """Of two clauses that "and" joins behind a comma, each with its own subject, the second."""
    root, guards = parse.roots[0], guards_of(language)
    clauses = [i for i in parse.children(root, "conj", "ccomp", "parataxis") if parse.has(i, *SUBJECTS)]
    for i in parse.children(root, "conj"):
        joints = [j for j in parse.children(root, "cc") if root < j < i]
        if len(joints) != 1 or guards is None or parse.tokens[joints[0]].lemma != guards.joint or len(clauses) > 1:
            continue
        at, (first, last) = joints[0], _bounds(parse, i)
        behind_comma = first == at + 1 and parse.tokens[at - 1].word == _COMMA
        if behind_comma and _ends(parse, last + 1) and _stands(parse, root) and _stands(parse, i):
            yield Omission(HALF, _words(parse, at, last))


def _stands(parse: Parse, verb: int) -> bool:
    """Whether the verb is finite and has its own subject before it."""
    return parse.is_finite(verb) and any(i < verb for i in parse.children(verb, *SUBJECTS))


def _set_apart(parse: Parse, first: int, last: int, head: int) -> bool:
    """Whether marks of one kind part it from its head, right before, and from what goes on behind it."""
    if first < 2 or parse.tokens[first - 1].word not in _SETS_APART or not head < first - 1:
        return False
    if any(token.word in _SETS_APART for token in parse.tokens[head : first - 1]):
        return False
    if first - 2 > max((i for i in range(head, first - 1) if parse.hangs_on(i, head)), default=-1):
        return False
    if _ends(parse, last + 1):
        return True
    if _is_inside(parse, head):
        return False
    behind = parse.tokens[last + 1] if last + 1 < len(parse.tokens) else None
    return behind is not None and behind.word == parse.tokens[first - 1].word and _goes_on(parse, last + 2, head)


def _is_inside(parse: Parse, place: int) -> bool:
    """Whether the word is inside a constituent that marks part from what is before it; they share the one behind."""
    while parse.tokens[place].head != place:
        first = parse.bounds[place][0]
        if first > 0 and parse.tokens[first - 1].word in (*_SETS_APART, "("):
            return True
        place = parse.tokens[place].head
    return False


def _goes_on(parse: Parse, place: int, head: int) -> bool:
    """Whether what stands behind the closing mark goes on without it: the verb of this subject, or a preposition."""
    if place >= len(parse.tokens):
        return False
    token = parse.tokens[place]
    if token.pos in ("VERB", "AUX") and token.tag in FINITE_TAGS:
        verb = token.head if token.label in ("aux", "auxpass") else place
        return any(parse.hangs_on(head, subject) for subject in parse.children(verb, *SUBJECTS))
    return token.label == "prep" and token.head < place


def _begins_subject(parse: Parse, place: int, verb: int) -> bool:
    return any(parse.bounds[subject][0] == place for subject in parse.children(verb, *SUBJECTS))


def _is_definite(parse: Parse, place: int) -> bool:
    """Whether it names one thing, so that nothing behind a comma can narrow what is meant."""
    token = parse.tokens[place]
    if token.pos == "PROPN":
        return True
    first = min((i for i in parse.children(place, "det", "poss")), default=None)
    return token.pos == "NOUN" and first is not None and parse.tokens[first].lemma not in ("any", "every", "no", "all")


def _no_list(parse: Parse, place: int) -> bool:
    head = parse.tokens[place].head
    return parse.tokens[head].label != "conj" and not parse.has(head, "conj", "cc")


def _ends(parse: Parse, place: int) -> bool:
    return place == len(parse.tokens) - 1 and parse.tokens[place].word == "."


def _bounds(parse: Parse, place: int) -> tuple[int, int]:
    """Where the constituent of this word begins and ends, less the marks at its edges."""
    first, last = parse.bounds[place]
    while first < place and parse.tokens[first].word in (*_SETS_APART, "."):
        first += 1
    while last > place and parse.tokens[last].word in (*_SETS_APART, "."):
        last -= 1
    return first, last


def _words(parse: Parse, first: int, last: int) -> str:
    return parse.text[parse.tokens[first].start : parse.tokens[last].end]
