"""Whom a number of a sentence counts, in languages that have the verifier's table `counted`: read clause by clause.

A clause must name one kind of people, hold one number, and have beside the number what it counts. Whatever may take the
statement back, or tells of a part, of others or of another time, refuses the sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from newsclip.language.days import days
from newsclip.language.guards import guards_of
from newsclip.language.pack import verifier_words
from newsclip.language.quantities import Quantity
from newsclip.language.verifier_tables.casualties import CountedWords
from newsclip.language.whole_numbers import plain_spaces, whole_numbers, without

_KINDS = ("dead", "injured", "missing")
_MARKS = re.compile(r"[“”„«»\"]")
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_ENDS = r"[,;:()–—]"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*['’]?")
_LONGEST = 600  # characters of a sentence; what is longer cannot be judged


@dataclass(frozen=True, slots=True)
class _Reader:
    """The words of a language as patterns; `guarded` take a statement back beside it, `denied` anywhere."""

    words: CountedWords
    states: tuple[re.Pattern[str], ...]
    nouns: tuple[re.Pattern[str], ...]
    takes: tuple[re.Pattern[str], ...]
    participles: re.Pattern[str]
    auxiliaries: re.Pattern[str]
    totals: re.Pattern[str]
    ends: re.Pattern[str]
    aside: re.Pattern[str]
    elsewhere: re.Pattern[str]
    denied: re.Pattern[str]
    guarded: re.Pattern[str]


@cache
def reader_of(language: str) -> _Reader | None:
    """None where the verifier has no words for it."""
    known, guards = verifier_words(language), guards_of(language)
    words = known.counted if known else None
    if words is None or guards is None:
        return None
    beside = frozenset[str]().union(*(some or () for some in (guards.condition, guards.hedge, guards.contrast)))
    return _Reader(
        words,
        tuple(map(_one_of, words.states)),
        tuple(map(_one_of, words.nouns)),
        tuple(map(_one_of, words.takes)),
        _one_of(words.participles),
        _one_of(words.auxiliaries),
        _one_of(words.totals),
        re.compile(rf"{_ENDS}|{_one_of(words.joins).pattern}"),
        re.compile(rf", {_one_of(words.asides).pattern}[^,;:()]{{1,100}},"),
        _one_of(words.elsewhere),
        _one_of(guards.negation or ()),
        _one_of(beside),
    )


def _words(words: Sequence[str] | frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _one_of(words: Sequence[str] | frozenset[str]) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    whole = _words([word for word in words if word[-1] != "'"]) or r"(?!)"
    elided = _words([word for word in words if word[-1] == "'"]) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:(?:{whole})(?!\w)|(?:{elided})(?=\w))")


def kind_asked(about: str, language: str) -> str:
    """Of which kind of people the question asks; "" where the verifier does not know it."""
    known = reader_of(language[:2])
    said = " ".join(about.lower().replace("’", "'").split())
    rows = known.words.questions if known else ()
    return next((kind for kind, row in zip(_KINDS, rows, strict=False) if said in row), "")


def counted(sentence: str, kind: str, published: date, language: str) -> list[Quantity]:
    """The numbers that count people of this kind, as facts of now; none where anything takes them back."""
    known = reader_of(language[:2])
    text = plain_spaces(sentence).lower().replace("’", "'")
    if known is None or len(text) > _LONGEST or len(text) != len(sentence):
        return []
    dated = [(day.start, day.end) for day in days(sentence, published, language)]
    told = known.aside.sub(lambda found: " " * len(found.group()), text)
    numbers = [n for n in whole_numbers(told, language) if not any(a <= n.start < b for a, b in dated)]
    plain = without(text, numbers)
    if _MARKS.search(text) or _YEAR.search(text) or known.elsewhere.search(plain) or known.denied.search(plain):
        return []
    return [number for number in numbers if _counts(told, number, numbers, _KINDS.index(kind), known)]


def mentioned(sentence: str, kind: str, language: str) -> list[Quantity]:
    """The numbers of a sentence that tells of such people at all: what may give the number of another side, too."""
    known, place = reader_of(language[:2]), _KINDS.index(kind)
    words = [told[place] for told in (known.states, known.nouns, known.takes)] if known else []
    return whole_numbers(sentence, language) if any(one.search(sentence.lower()) for one in words) else []


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words `before` and `behind` a number up to where another statement begins."""

    text: str
    start: int
    end: int
    number: Quantity

    @property
    def before(self) -> str:
        return self.text[self.start : self.number.start]

    @property
    def behind(self) -> str:
        return self.text[self.number.end : self.end]

    def first(self, patterns: Sequence[re.Pattern[str]]) -> int | None:
        """Which of the patterns opens what is behind the number."""
        following = self.behind.lstrip()
        return next((n for n, pattern in enumerate(patterns) if pattern.match(following)), None)


def _counts(text: str, number: Quantity, numbers: Sequence[Quantity], kind: int, known: _Reader) -> bool:
    start = max((m.end() for m in known.ends.finditer(text, 0, number.start)), default=0)
    right = known.ends.search(text, number.end)
    clause = _Clause(text, start, right.start() if right else len(text), number)
    if any(one is not number and clause.start <= one.start < clause.end for one in numbers):
        return False
    if _is_guarded(clause, kind, known) or _is_union(clause, known):
        return False
    return _told(clause, known) == {kind} and _is_of_people(clause, kind, known)


def _told(clause: _Clause, known: _Reader) -> set[int]:
    """Of which kinds the clause tells. A noun for people counts only behind the number, or where all are numbered."""
    found = {n for n, state in enumerate(known.states) if state.search(clause.before) or state.search(clause.behind)}
    found |= {n for n, takes in enumerate(known.takes) if takes.search(clause.before)}
    named = clause.first(known.nouns)
    found |= set() if named is None else {named}
    total = known.totals.search(clause.before)
    found |= {n for n, nouns in enumerate(known.nouns) if total and nouns.search(clause.before, total.end())}
    stray = any(takes.search(clause.behind) for takes in known.takes)
    nouns = sum(len(noun.findall(part)) for noun in known.nouns for part in (clause.before, clause.behind))
    stray = stray or nouns > (named is not None) + bool(total)
    return set() if stray else found


def _is_guarded(clause: _Clause, kind: int, known: _Reader) -> bool:
    """Whether a condition, a doubt or a contrast stands in the clause, but in the words of the state."""
    parts = (clause.before, clause.behind)
    plain = [known.auxiliaries.sub(" ", known.states[kind].sub(" ", part)) for part in parts]
    return any(map(known.guarded.search, plain))


def _is_union(clause: _Clause, known: _Reader) -> bool:
    """Whether the number counts people of two kinds: "12 Tote und Verletzte", "killed or hurt were 12"."""
    text = clause.text
    kinds = (*known.states, *known.nouns)
    join = known.ends.match(text, clause.end)
    behind = text[join.end() :].lstrip() if join else ""
    opening = text[clause.start :].lstrip()
    before = [m for m in known.ends.finditer(text, 0, clause.start) if m.end() == clause.start]
    ahead = text[: before[-1].start()].rstrip() if before else ""
    ends = any(m.end() == len(ahead) for state in kinds for m in state.finditer(ahead))
    return any(state.match(behind) for state in kinds) or (ends and any(state.match(opening) for state in kinds))


def _is_of_people(clause: _Clause, kind: int, known: _Reader) -> bool:
    """Whether people stand right behind the number, or what they are or became; or the number of all is told."""
    words, led, behind = known.words, _WORD.findall(clause.before), _WORD.findall(clause.behind)
    if led and led[-1] in words.definite:
        return False
    if behind and (behind[0] in words.people or known.nouns[kind].match(clause.behind.lstrip())):
        return _is_whole(clause, kind, known) and _is_state_of_them(clause, kind, known)
    if behind and behind[0] in words.auxiliaries:
        return _is_state_of_them(clause, kind, known)
    if clause.first(known.states) == kind:
        return True
    return bool(known.totals.search(clause.before) and led and led[-1] in words.reaches)


def _is_whole(clause: _Clause, kind: int, known: _Reader) -> bool:
    """Whether nothing behind the people says which: "14 personnes âgées", "14 Menschen aus dem Heim"."""
    noun = known.nouns[kind].match(clause.behind.lstrip())
    front = len(clause.behind) - len(clause.behind.lstrip())
    first = _WORD.search(clause.behind)
    end = front + noun.end() if noun else first.end() if first else 0
    rest = clause.behind[end:]
    following = _WORD.search(rest)
    fits = following is None or following.group() in known.words.follows | known.words.auxiliaries
    return fits or known.states[kind].match(rest.lstrip()) is not None


def _is_state_of_them(clause: _Clause, kind: int, known: _Reader) -> bool:
    """Whether the state is told of those counted, and not of others: "14 personnes pleurent des amies tuées"."""
    words = known.words
    for part in (clause.before, clause.behind):
        for state in known.participles.finditer(part):
            before = _WORD.findall(part[: state.start()])
            apart = words.parted and any(map(known.auxiliaries.search, _parts(clause)))
            beside = not words.parted and (not before or before[-1] in words.auxiliaries | words.people)
            if not apart and not beside:
                return False
    named = sum(word in words.people for part in _parts(clause) for word in _WORD.findall(part))
    return named <= 1


def _parts(clause: _Clause) -> tuple[str, str]:
    return clause.before, clause.behind
