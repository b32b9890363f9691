"""An answer of the glance in its sentence, and what every question asks of it."""

import re
from dataclasses import dataclass
from functools import cache

from newsclip.evidence.document import Slot, SourceArticle
from newsclip.evidence.tokens import UPPER, tokens
from newsclip.evidence.verifier.happenings import is_doubted
from newsclip.language.guards import guards_of
from newsclip.language.pack import verifier_words
from newsclip.language.pattern_parts import any_of, ignoring_case
from newsclip.language.pos_tagger import tag_words
from newsclip.language.syntax import FINITE_TAGS
from newsclip.language.verifier_tables.values import GlanceWords
from newsclip.language.word_lists import WEEKDAYS

_PLACE = rf"[{UPPER}][\w’'\-]*\w(?:,? [{UPPER}][\w’'\-]*\w){{0,4}}"
_ASIDE = re.compile(r" \([A-Z][\w.\-]{1,9}\)")
_BESIDE = 2  # characters: a comma and a space
_LEADS_IN = 2  # words before the comma of "On Monday, …"


@dataclass(frozen=True, slots=True)
class Patterns:
    """The words of a language's glance, compiled. `where` finds a place with its preposition."""

    reasons: re.Pattern[str]
    deeds: re.Pattern[str]
    where: re.Pattern[str]
    opens: re.Pattern[str]
    subordinate: re.Pattern[str]
    on_a_day: re.Pattern[str]
    aged: re.Pattern[str]
    total: re.Pattern[str]
    growth: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer at `[start, end)` of its article's own words: those of the sentence that stand in no quotation."""

    own: str
    start: int
    end: int
    slot: Slot
    article: SourceArticle
    language: str
    known: Patterns

    @property
    def before(self) -> str:
        return self.own[: self.start]

    @property
    def behind(self) -> str:
        return self.own[self.end :]


@cache
def patterns_of(language: str) -> Patterns | None:
    """None where the language has no words for a glance."""
    known = verifier_words(language)
    words: GlanceWords | None = known.glance if known else None
    if words is None:
        return None
    return Patterns(
        reasons=ignoring_case(rf"(?:{any_of(words.reasons)})\b"),
        deeds=ignoring_case(rf"\b(?:{any_of(words.deeds)}) (?:[\w.’'\-]+ ){{0,8}}$"),
        where=re.compile(rf"\b(?:{any_of(words.places)}) ({_PLACE})"),
        opens=ignoring_case(rf"\s*(?:(?:{any_of(words.openers)}) )?"),
        subordinate=ignoring_case(rf"\b(?:{any_of(words.subordinate)})\b"),
        on_a_day=ignoring_case(rf" (?:{any_of(words.on)}) (?:{any_of(sorted(WEEKDAYS))})(?: \([^()]{{1,20}}\))?"),
        aged=re.compile(rf"(?:{any_of(words.aged)})(?: [a-z\-]+){{1,3}}"),
        total=ignoring_case(rf"\b(?:{any_of(words.totals)})\b"),
        growth=ignoring_case(rf"\b(?:{any_of(words.growth)})\b"),
    )


def goes_on_with_a_verb(answer: Answer) -> bool:
    """Whether the next word is a finite verb, behind letters in brackets and a day: "Rep. Holm (R-Velm) on Monday"."""
    end = answer.end
    for between in (_ASIDE, answer.known.on_a_day):
        found = between.match(answer.own, end)
        end = found.end() if found else end
    return tag_behind(answer, end) in FINITE_TAGS


def tag_behind(answer: Answer, end: int) -> str:
    """What the next word is, also behind the comma of a role; "" where another mark stands between."""
    near = ((tag, start) for _, tag, start in tag_words(answer.own) if start >= end and tag != ",")
    tag, start = next(near, ("", 0))
    return tag if start <= end + _BESIDE else ""


def is_in_main_clause(answer: Answer) -> bool:
    """Whether no clause opens before it that tells of something else, but one that leads the sentence in.

    Behind words that lead in stands a verb before the answer: none in "The mayor, a nurse in Orlo, left".
    """
    before = answer.before.lstrip()
    opening, comma, rest = before.partition(",")
    leads = comma and (len(opening.split()) <= _LEADS_IN or answer.known.subordinate.match(opening))
    main = rest if leads else before
    if leads and FINITE_TAGS.isdisjoint(tag for _, tag, _ in tag_words(rest)):
        return False
    return "," not in main and not answer.known.subordinate.search(main)


def is_fact(answer: Answer) -> bool:
    """Whether nobody claims or doubts what the sentence tells."""
    guards = guards_of(answer.language)
    claimed = guards.attribution or frozenset() if guards else frozenset()
    return claimed.isdisjoint(tokens(answer.own)) and not is_doubted(answer.own, answer.language)
