"""Whether a sentence says that something happened on a day: not planned for it, spoken of, or compared with it."""

import re
from datetime import date
from functools import cache

from newsclip.evidence.verifier.day_attachment import may_be_anothers
from newsclip.language.days import Day, days, reader
from newsclip.language.guards import guards_of, plain
from newsclip.language.pack_tables import DayWords

_CLAUSE = re.compile(r"[;:]|,(?= )")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
# "about 40", "at least three": how many, and no doubt whether
_COUNTED = re.compile(
    r"\b(?:about|around|nearly|almost|roughly|approximately|at least|at most|up to|only|as many as|some|etwa|rund|fast"
    r"|knapp|mindestens|bis zu|nur|environ|près de|au moins|unos|unas|al menos|casi|solo|circa|almeno|quasi|cerca de"
    r"|pelo menos|ongeveer|minstens|bijna) (?=\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty"
    r"|forty|fifty|half|a hundred|a dozen|all|every)\b)"
)
_CAUSES = frozenset(
    {"because", "since", "due to", "where", "when", "whenever", "wherever", "weil", "parce que", "porque"}
)
# what denies or ends is done that day, too
_DONE = frozenset(
    """rejected cancelled canceled banned blocked withdrawn scrapped dropped overturned acquitted stopped abgesagt
    verboten freigesprochen aufgehoben abgelehnt""".split()  # noqa: SIM905
)
_SAYS = frozenset(
    """said says say told tells sagte sagt sagten sei seien habe erklärte dit déclaré dijo dice disse diz detto
    zei""".split()  # noqa: SIM905
)
_NEAR = 60  # characters before a day that can say whose day it is


def happened(text: str, published: date, language: str) -> bool:
    """Whether the sentence tells the one day that it names as that of what it tells.

    `text`: the journalist's own words; what stands in quotation marks is blank.
    """
    by, named = reader(language), days(text, published, language)
    if by is None or len(named) != 1 or named[0].first > published:
        return False
    (day,) = named
    left, right = _clause(text, day)
    clause = text[left:right]
    return (
        bool(by.behind.search(clause))
        and not by.ahead.search(clause)
        and not _is_in_doubt(clause, text[day.start : day.end], by.behind, language)
        and not _elsewhere_before(by.words).search(text[: day.start][-_NEAR:])
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


def _is_in_doubt(clause: str, day: str, past: re.Pattern[str], language: str) -> bool:
    """Whether the clause denies, doubts, sets a condition, or leaves it to somebody else to say what happened that day.

    Somebody's saying may be what happened: "said on Monday that", and where the verb of saying is the only one.
    """
    guards = guards_of(language)
    if guards is None:
        return True
    words = _COUNTED.sub(" ", plain(clause))
    doubts = (guards.negation or frozenset()) | (guards.hedge or frozenset()) | (guards.condition or frozenset())
    if _pattern_of(doubts - _CAUSES - _DONE).search(words):
        return True
    told = _pattern_of(guards.attribution or frozenset()).findall(words)
    return any(_is_left_to(one, words, plain(day), past) for one in told)


def _is_left_to(told: str, words: str, day: str, past: re.Pattern[str]) -> bool:
    """Whether the day may be that of what is said, not of the saying: only beside the verb it is the saying's."""
    told, on = re.escape(told), re.escape(day)
    if told in _SAYS or re.search(rf"\b{told} (?:of|that|to have|for having)\b", words):
        beside = rf"\b{told}(?: \w+){{0,2}} (?:on |at |am |le |el |na |op )?{on}|{on} {told}"
        return not re.search(beside, words) or bool(re.search(rf"{on} (?:says|said)\b", words))
    claimed = rf"\b{told} (?:he|she|it|they|the|an?|his|her|its|their)\b(?: \w+){{0,6}}? (?:{past.pattern})\b.* {on}"
    return bool(re.search(claimed, words))


@cache
def _pattern_of(entries: frozenset[str]) -> re.Pattern[str]:
    forms = [re.escape(entry) + ("" if entry.endswith("'") else r"(?!\w)") for entry in sorted(entries, key=len)[::-1]]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)}|\w+n't(?!\w))")


def _is_part_of_a_name(text: str, day: Day) -> bool:
    """ "Monday's vote", "20 November survivors": the day says which, not when."""
    return bool(_POSSESSIVE.match(text, day.end))


@cache
def _elsewhere_before(words: DayWords) -> re.Pattern[str]:
    """What stands right before the day of something else: "since", "the storm on"."""
    of, events, on, elsewhere = map("|".join, (words.of, words.events, words.on, words.elsewhere))
    noun = rf"(?:{of})[ ’'](?:[\w’'-]+ ){{0,4}}?(?:{events}) (?:(?:{on}|of|de|du|del|vom|van) )?"
    return re.compile(rf"(?:\b(?:{elsewhere})\b |\b{noun})$", re.IGNORECASE)
