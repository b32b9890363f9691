"""The other side: where the clip accuses somebody, what they answer is told, too, in place of what matters least."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from newsclip.language.content_words import content_stems
from newsclip.language.pack import pack
from newsclip.language.pattern_parts import ignoring_case, joined
from newsclip.writing.extractive import choosing
from newsclip.writing.extractive.choosing import Chooser
from newsclip.writing.extractive.material import Material
from newsclip.writing.extractive.needs import Needs
from newsclip.writing.pronouns import hangs

# Set by judgement: no measurement of them is recorded.
_LONGEST, _MOST_LINES = 80, 2  # words and lines of an answer with what it needs
_SUBJECT = 14  # words before the verb of an answer, in which stands who answers
_FULL = 0.8  # of the text's words, with the answer: it takes the place of no more


@dataclass(frozen=True, slots=True)
class _Patterns:
    accuses: re.Pattern[str]
    denies: re.Pattern[str]
    cleared: re.Pattern[str]
    silent: re.Pattern[str]
    accused: re.Pattern[str]
    others: re.Pattern[str]

    def answers(self, text: str) -> bool:
        return bool(self.denies.search(text) or self.cleared.search(text))


@cache
def answer_patterns(language: str) -> _Patterns | None:
    """None where the language has no words for it."""
    words = pack(language).answers
    if words is None:
        return None
    found = (words.accuses, words.denies, words.cleared, words.silent, words.accused, words.others)
    return _Patterns(*(ignoring_case(rf"\b(?:{joined(some, words.parts)})(?!\w)") for some in found))


def with_answer(chooser: Chooser, headline: str, budget: int, chosen: tuple[int, ...]) -> tuple[tuple[int, ...], int]:
    """The text's lines, with one that answers what the clip accuses somebody of; and that line, or -1 if there is none.

    Nothing is added where an answer is told, where the articles have none, or where too much would have to go for it.
    """
    material, known = chooser.material, answer_patterns(chooser.material.language[:2])
    told = (*chooser.before.told.lines, *chosen)
    texts = [headline, *(material.lines[i].told.text for i in told)]
    if known is None or any(map(known.answers, texts)) or not any(map(known.accuses.search, texts)):
        return chosen, -1
    accusing = _accusing(material, known, headline, told)
    able = _able(chooser, chosen)
    denials = [i for i in able if accusing.is_denied_by(material, i)]
    above = _accusing(material, known, headline, chooser.before.lines)
    silence = [] if any(map(known.silent.search, texts)) else [i for i in able if above.is_met_by(material, i)]
    chooser = replace(chooser, linking=True, needs=_without_claims(known, material, chooser.needs, denials))
    for answers in (denials, silence):
        for i, rows in _offers(chooser, answers, able, chosen):
            found = _in_place_of_the_least(chooser, budget, chosen, rows, accusing)
            if found:
                return found, i
    return chosen, -1


@dataclass(frozen=True, slots=True)
class _Accusing:
    """What accuses: those lines of the clip, their articles, and the stems of each such sentence."""

    patterns: _Patterns
    lines: frozenset[int]
    articles: frozenset[int]
    stems: frozenset[str]

    def is_denied_by(self, material: Material, i: int) -> bool:
        """Whether the line says that one who is accused denies it, or that nobody is charged."""
        text = (material.alone(i) or material.lines[i].told).text
        if material.lines[i].article in self.articles and self.patterns.cleared.search(text):
            return True
        return any(self._is_accused(subject, i, material) for subject in _subjects(self.patterns.denies, text))

    def is_met_by(self, material: Material, i: int) -> bool:
        """Whether the line says that one who is accused says nothing to it."""
        text = (material.alone(i) or material.lines[i].told).text
        return any(self._is_accused(subject, i, material) for subject in _subjects(self.patterns.silent, text))

    def _is_accused(self, subject: str, i: int, material: Material) -> bool:
        """Whether the subject is in what accuses. A pronoun is whoever the line before names."""
        if self.patterns.others.search(subject):
            return False
        if hangs(subject):
            before = material.before(i)
            named = material.names[before] if before is not None else frozenset[str]()
            return bool(named) and named <= self.stems
        nameless = material.lines[i].article in self.articles and self.patterns.accused.search(subject)
        return bool(nameless) or bool(content_stems(subject, material.language) & self.stems)


def _accusing(material: Material, known: _Patterns, headline: str, told: Sequence[int]) -> _Accusing:
    lines = frozenset(i for i in told if known.accuses.search(material.lines[i].told.text))
    top = content_stems(headline, material.language) if known.accuses.search(headline) else frozenset[str]()
    stems = top.union(*(material.lines[i].stems for i in lines))
    return _Accusing(known, lines, frozenset(material.lines[i].article for i in lines), stems)


def _subjects(verbs: re.Pattern[str], text: str) -> Iterator[str]:
    """The words before each of the verbs, in which stands who answers."""
    for found in verbs.finditer(text):
        yield " ".join(text[: found.start()].split()[-_SUBJECT:])


def _able(chooser: Chooser, chosen: Sequence[int]) -> set[int]:
    """The lines that may be told, though they matter little, or have many words of what is told."""
    material, before = chooser.material, chooser.before
    out = {*material.unfit, *before.told.lines, *before.kept, *chooser.passed, *chosen}
    return {i for i, line in enumerate(material.lines) if i not in out and not line.caption}


def _without_claims(known: _Patterns, material: Material, needs: Needs, answers: Iterable[int]) -> Needs:
    """What lines need, but for what the answers speak of as said ("the allegations"): the clip says it."""
    terms = list(needs.terms)
    for i in answers:
        denied = " ".join(found[0] for found in known.denies.finditer(material.lines[i].told.text))
        said = content_stems(denied, material.language)
        terms[i] = {term: line for term, line in terms[i].items() if term not in said}
    return replace(needs, terms=tuple(terms))


def _offers(
    chooser: Chooser, answers: Iterable[int], able: set[int], chosen: Sequence[int]
) -> list[tuple[int, tuple[int, ...]]]:
    """The answers, each with what it needs: those that need least first, then those that matter most."""
    lines = chooser.material.lines
    found = [(i, chooser.offer(i, able, chosen, chooser.known(lines[i].article, chosen))) for i in answers]
    short = [one for one in found if chooser.material.words_in(one[1]) <= _LONGEST]
    found = [(i, rows) for i, rows in short if 1 <= len(rows) <= _MOST_LINES]
    return sorted(found, key=lambda one: (len(one[1]), -round(chooser.merit(one[1], chosen), 6), one[0]))


def _in_place_of_the_least(
    chooser: Chooser, budget: int, chosen: tuple[int, ...], rows: tuple[int, ...], accusing: _Accusing
) -> tuple[int, ...]:
    """The text with these lines, and without those that matter least where it had no room; () where that cannot be."""
    words = chooser.material.words_in
    found = _in_order(chooser, (*chosen, *rows))
    while found and words(found) > budget:
        kept = {*rows, *accusing.lines}
        rest = {i: _in_order(chooser, [j for j in found if j != i]) for i in found if _ends(chooser, found, i, kept)}
        able = [i for i in rest if rest[i]]
        least = min(able, key=lambda i: (round(chooser.merit((i,), rest[i]), 6), -i), default=None)
        found = () if least is None else rest[least]
    return found if words(found) >= _FULL * words(chosen) else ()


def _ends(chooser: Chooser, found: Sequence[int], i: int, kept: set[int]) -> bool:
    """Whether the line may go, as nothing of the text goes on from it."""
    return i not in kept and not any(chooser.material.before(j) == i for j in found if j not in kept)


def _in_order(chooser: Chooser, rows: Sequence[int]) -> tuple[int, ...]:
    """The lines in reading order; () where one of them cannot stand there."""
    found = tuple(choosing.in_order(chooser, rows))
    return found if len(found) == len(rows) else ()
