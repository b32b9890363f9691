"""What a publisher's note of a correction takes back, and whether a sentence still says it.

Two forms are read: "An earlier version of this article said that …", and "The driver is 54, not 45". A note that only
names what it put right ("misstated the driver's age") takes back no words that could be looked for.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from newsclip.language.content_words import content_stems
from newsclip.language.correction_notes import correction_notes
from newsclip.language.guards import plain
from newsclip.language.pack import is_english, pack
from newsclip.language.page_words import CorrectionNoteWords, all_page_words
from newsclip.language.pattern_parts import any_of, ignoring_case
from newsclip.language.quantities import quantities
from newsclip.language.tokens import sentences, words
from newsclip.language.whole_numbers import whole_numbers

_LONGEST = 1_000  # characters of a note that are read
_FEWEST = 2  # stems of a claim that is a clause of its own
_DIGIT = re.compile(r"\d")
_SHARED = 3  # stems that a sentence has of a claim and of what it is about, or all that there are


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Words that a note takes back, as stems: all of `claim` stand in a sentence that says it, and some of `about`.

    `about` is empty where the claim is a clause of its own. `denied`: whether the claim holds a negation.
    """

    claim: frozenset[str]
    about: frozenset[str] = frozenset()
    denied: bool = False

    def is_told_by(self, sentence: str, language: str) -> bool:
        stems = _stems(sentence, language)
        if not self.claim <= stems or _denies(sentence, language) != self.denied:
            return False
        shared = len(self.about & stems)
        return shared == len(self.about) or (shared > 0 and len(self.claim) + shared >= _SHARED)


def takes_back(withdrawn: Iterable[Withdrawn], sentence: str, language: str) -> bool:
    """Whether the sentence says what one of these is."""
    return any(one.is_told_by(sentence, language) for one in withdrawn)


def withdrawn_words(text: str, language: str) -> tuple[Withdrawn, ...]:
    """What the notes of corrections in this article take back."""
    found: list[Withdrawn] = []
    for note in correction_notes(text, _LONGEST):
        for known in _patterns():
            if opening := known.opening.search(note):
                found += _claims(note, known, language)
                found += _replaced(note[opening.end() :], known, language)
    return tuple(dict.fromkeys(found))


def _claims(note: str, known: "_Patterns", language: str) -> list[Withdrawn]:
    """The clauses behind "An earlier version of this article said that"."""
    found = known.said.search(note)
    behind = note[found.end() :] if found else ""
    whole = [known.instead.split(span.of(behind), maxsplit=1)[0] for span in sentences(behind)[:1]]
    clauses = [clause for said in whole for clause in known.stops.split(said)]
    told = [Withdrawn(_stems(clause, language), denied=_denies(clause, language)) for clause in clauses]
    return [one for one in told if len(one.claim) >= _FEWEST]


def _replaced(note: str, known: "_Patterns", language: str) -> list[Withdrawn]:
    """What stands behind "not" at the end of a sentence of the note, which is about what stands in the rest of it."""
    found = []
    for span in sentences(note):
        sentence = span.of(note)
        right, *wrong = known.instead.split(sentence)
        claim = _stems(wrong[0], language) if len(wrong) == 1 and right else frozenset[str]()
        rest = f"{note[: span.start]} {right} {note[span.end :]}"
        about = frozenset(stem for stem in _stems(rest, language) - claim if not stem.isdigit())
        if claim and about:
            found.append(Withdrawn(claim, about))
    return found


def _stems(text: str, language: str) -> frozenset[str]:
    """Those of the content words, and numbers in figures: "nine" is no content word."""
    numbers = quantities(text) if is_english(language) else whole_numbers(text, language)
    spelled = (f"{number.middle:g}" for number in numbers if not _DIGIT.search(text, number.start, number.end))
    return content_stems(text, language).union(spelled)


def _denies(text: str, language: str) -> bool:
    guards = pack(language).guards
    denials = (guards.negation if guards else None) or frozenset[str]()
    return any(word in denials or word.endswith("n't") for word in words(plain(text)))


@dataclass(frozen=True, slots=True)
class _Patterns:
    opening: re.Pattern[str]
    said: re.Pattern[str]
    stops: re.Pattern[str]
    instead: re.Pattern[str]


@cache
def _patterns() -> tuple[_Patterns, ...]:
    """Those of every language that has words for it."""
    known = (page.corrections for page in all_page_words())
    return tuple(_of_language(some) for some in known if some.said)


def _of_language(known: CorrectionNoteWords) -> _Patterns:
    opening, aside = any_of(known.openings), r"(?:, [^,\n]{1,40},)?"
    return _Patterns(
        ignoring_case(rf"\b(?:{any_of((*known.openings, *known.labels))})"),
        ignoring_case(rf"\b(?:{opening}){aside}(?: (?:{any_of(known.said)})|(?=, )),?\s"),
        ignoring_case(any_of(known.stops)),
        ignoring_case(any_of(known.instead)),
    )
