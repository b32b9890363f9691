"""Whether a sentence says that something happened on a day: not planned for it, spoken of, or compared with it."""

import re
from datetime import date
from functools import cache

from newsclip.evidence.verifier.day_attachment import may_be_anothers
from newsclip.language.days import Day, days, reader
from newsclip.language.guards import guards_of, plain
from newsclip.language.pack import verifier_words
from newsclip.language.pack_tables import DayWords, Patterns
from newsclip.language.verifier_tables import VerifierWords
from newsclip.language.verifier_tables.events import DeedWords

_CLAUSE = re.compile(r"[;:]|,(?= )")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_NEAR = 60  # characters before a day that can say whose day it is


def happened(text: str, published: date, language: str) -> bool:
    """Whether the sentence tells the one day that it names as that of what it tells.

    `text`: the journalist's own words; what stands in quotation marks is blank.
    """
    by, known = reader(language), verifier_words(language)
    named = days(text, published, language)
    if by is None or known is None or len(named) != 1 or named[0].first > published:
        return False
    (day,) = named
    left, right = _clause(text, day)
    clause = text[left:right]
    return (
        bool(by.behind.search(clause))
        and not by.ahead.search(clause)
        and not _is_in_doubt(clause, text[day.start : day.end], by.behind, known, language)
        and not _elsewhere_before(by.words, known.deeds).search(text[: day.start][-_NEAR:])
        and not _is_part_of_a_name(text, day)
        and not may_be_anothers(text[left : day.start], text[day.end : right], language)
    )


def _clause(text: str, day: Day) -> tuple[int, int]:
    """Where the clause with the day stands; with the next one where it only opens the sentence ("On Monday, …")."""
    left = max((m.end() for m in _CLAUSE.finditer(text, 0, day.start)), default=0)
    right = _CLAUSE.search(text, day.end)
    if right and not left and len(text[: day.start].split()) <= 2 and not text[day.end : right.start()].strip():
        right = _CLAUSE.search(text, right.end())
    return left, right.start() if right else len(text)


def _is_in_doubt(clause: str, day: str, past: re.Pattern[str], known: VerifierWords, language: str) -> bool:
    """Whether the clause denies, doubts, sets a condition, or leaves it to somebody else to say what happened that day.

    Somebody's saying may be what happened: "said on Monday that", and where the verb of saying is the only one.
    """
    guards = guards_of(language)
    if guards is None or is_doubted(clause, language):
        return True
    words = _counted(known.deeds).sub(" ", plain(clause))
    told = _pattern_of(guards.attribution or frozenset()).findall(words)
    return any(_is_left_to(one, words, plain(day), past, known) for one in told)


def is_doubted(clause: str, language: str) -> bool:
    """Whether the clause denies, doubts or sets a condition; also where nobody knows the language's words for that."""
    guards, known = guards_of(language), verifier_words(language)
    if guards is None or known is None:
        return True
    firm = (known.deeds.causes or frozenset()) | (known.deeds.done or frozenset())
    doubts = (guards.negation or frozenset()) | (guards.hedge or frozenset()) | (guards.condition or frozenset())
    return bool(_pattern_of(doubts - firm).search(_counted(known.deeds).sub(" ", plain(clause))))


def _is_left_to(told: str, words: str, day: str, past: re.Pattern[str], known: VerifierWords) -> bool:
    """Whether the day may be that of what is said, not of the saying: only beside the verb it is the saying's."""
    deeds, verbs = known.deeds, known.verbs
    told, on = re.escape(told), re.escape(day)
    reports = verbs is not None and re.search(rf"\b{told} (?:{'|'.join(verbs.reports)})\b", words)
    if told in deeds.says or reports:
        beside = rf"\b{told}(?: \w+){{0,2}} {_maybe(deeds.at)}{on}|{on} {told}"
        said = verbs is not None and re.search(rf"{on} (?:{'|'.join(verbs.day_says)})\b", words)
        return not re.search(beside, words) or bool(said)
    if deeds.told is None:
        return False
    claimed = rf"\b{told} (?:{'|'.join(deeds.told)})\b(?: \w+){{0,6}}? (?:{past.pattern})\b.* {on}"
    return bool(re.search(claimed, words))


def _maybe(words: Patterns | None) -> str:
    """One of the words and a space, or nothing."""
    return f"(?:(?:{'|'.join(words)}) )?" if words else ""


@cache
def _counted(deeds: DeedWords) -> re.Pattern[str]:
    """ "about 40", "at least three": how many, and no doubt whether."""
    counts = rf"|(?:{'|'.join(deeds.counts)})\b" if deeds.counts else ""
    return re.compile(rf"\b(?:{'|'.join(deeds.rounding)}) (?=\d{counts})")


@cache
def _pattern_of(entries: frozenset[str]) -> re.Pattern[str]:
    forms = [re.escape(entry) + ("" if entry.endswith("'") else r"(?!\w)") for entry in sorted(entries, key=len)[::-1]]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)}|\w+n't(?!\w))")


def _is_part_of_a_name(text: str, day: Day) -> bool:
    """ "Monday's vote", "20 November survivors": the day says which, not when."""
    return bool(_POSSESSIVE.match(text, day.end))


@cache
def _elsewhere_before(words: DayWords, deeds: DeedWords) -> re.Pattern[str]:
    """What stands right before the day of something else: "since", "the storm on"."""
    of, events, elsewhere = map("|".join, (words.of, words.events, words.elsewhere))
    noun = rf"(?:{of})[ ’'](?:[\w’'-]+ ){{0,4}}?(?:{events}) {_maybe((*words.on, *(deeds.of or ())))}"
    return re.compile(rf"(?:\b(?:{elsewhere})\b |\b{noun})$", re.IGNORECASE)
