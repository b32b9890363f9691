"""Headings that say what happened: a short sentence of the section, or a clause out of a longer one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsclip.evidence.document import Sentence
from newsclip.language.guards import guards_of, stands_in
from newsclip.language.names import find_names
from newsclip.language.pack import english, pack
from newsclip.language.pos_tagger import tag_words
from newsclip.language.writer_tables import ClipWords
from newsclip.writing import cleaning
from newsclip.writing.candidates import content_stems
from newsclip.writing.extractive.definite_nouns import known_nouns
from newsclip.writing.extractive.material import Material

# characters of what heads: as a clause it is made as short as most titles are, and no longer than the longest
_SHORTEST, _GOOD, _LONGEST = 25, 60, 75
_CLAUSE_OF = 260  # characters of the sentence that a clause is out of
_NEW = 0.4  # of a clause's stems are told nowhere before
_REPEATS = 0.6  # of the characters of its sentence, which stands below: a heading of more says it twice
_HALF = 0.5  # of the other lines have a stem of the clause: it is about what they tell
_LEAST_LINES = 2
_MEANS = ("PRP", "PRP$", "DT")  # tags of a word that stands for somebody or something
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[\"“”„«»‘?!:;()\[\]]|\s[–—-]\s")


@dataclass(frozen=True, slots=True)
class Clauses:
    """For each line of the text's `row` its stems, and the clause that may head a section, where it has one."""

    row: tuple[int, ...]
    stems: Mapping[int, frozenset[str]]
    made: Mapping[int, Sentence]


def clauses(material: Material, row: Sequence[int]) -> Clauses:
    """What of these lines, in their order on the clip, may head a section."""
    stems = {i: content_stems(material.lines[i].told.text, material.language) for i in row}
    made = {i: clause for i in row if (clause := _clause(material, i)) is not None}
    return Clauses(tuple(row), stems, made)


def clause_heading(material: Material, known: Clauses, run: Sequence[int], told: frozenset[str]) -> Sentence | None:
    """The clause of one of these lines that has most in common with the others. `told`: stems of what is read above.

    None where most of each is told already, or hardly has to do with the rest, or speaks of a thing as known that only
    the section brings in.
    """
    if len(run) < _LEAST_LINES:
        return None
    above = told.union(*(known.stems[i] for i in known.row[: known.row.index(run[0])]))
    found: list[tuple[float, int, Sentence]] = []
    for i in run:
        if i not in known.made:
            continue
        clause = known.made[i]
        own = content_stems(clause.text, material.language)
        others = [known.stems[j] for j in run if j != i]
        shared = own & frozenset[str]().union(*others)
        about = _HALF * len(others) <= sum(bool(own & other) for other in others)
        things = known_nouns(material.lines[i], material.readings[material.lines[i].article], material.language)
        if about and len(own - told) >= _NEW * len(own) and things & own <= above:
            found.append((len(shared) / len(own), -i, clause))
    return max(found, key=lambda one: one[:2])[2] if found else None


def _clause(material: Material, i: int) -> Sentence | None:
    said, language = material.alone(i), material.language
    if (
        said is None
        or not material.is_central(i)
        or material.lines[i].caption
        or len(said.text) > _CLAUSE_OF
        or _QUOTED.search(said.text)
    ):
        return None
    made = material.shorten_heading(said, language, _GOOD)
    if made is None or not _SHORTEST <= len(made.text) <= min(_LONGEST, _REPEATS * len(said.text)):
        return None
    return None if _QUOTED.search(made.text) or _leans(made.text, language) else made


def _leans(text: str, language: str) -> bool:
    """Whether it goes on from something, opposes something, or has a pronoun for whom it does not name before."""
    guards = guards_of(language)
    ties = [guards.connective, guards.contrast] if guards else []
    if cleaning.leans(text, language) or any(stands_in(word, tie) for word in _WORD.findall(text) for tie in ties):
        return True
    named = [name.start for name in find_names(text, language)]
    means = [at for word, tag, at in tag_words(text) if tag in _MEANS and word.lower() in _pronouns(language)]
    return any(sum(start < at for start in named) != 1 for at in means) or _is_cut_off(text) or _is_parted(text)


def _is_parted(text: str) -> bool:
    """Whether a single comma parts it from its verb: "Ada Quist, said it was late"."""
    before, _, behind = text.partition(", ")
    verb = tag_words(text)[len(tag_words(before)) + 1 :][:1] if behind and "," not in behind else []
    return any(tag.startswith("VB") for _, tag, _ in verb)


def _pronouns(language: str) -> frozenset[str]:
    known = pack(language).pronouns
    return known.persons | known.others if known else frozenset()


def _is_cut_off(text: str) -> bool:
    """Whether it ends in a form of address, whose full stop was taken for a sentence's."""
    return text.rpartition(" ")[2].lower() in english(ClipWords).short_titles
