"""What a value is said of: the content words around it, so that two sentences can be found to fill the same slot."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log, sqrt

from newsclip.language.tokens import WORD, stem, words
from newsclip.language.word_lists import SPEECH_VERBS

_NEAR = 6
_FEWEST = 3
_EMPTY = (SPEECH_VERBS - {"found", "called", "opened"}) | frozenset(
    """the and for with that this these those from was were are has have had been being its his her their our which who
    whom whose when where while than then there here into onto over under about after before during until since also
    only more most some any all both each other others another such very just still already yet not nor but because
    would could will can may might should must did does done said according one two three first second""".split()  # noqa: SIM905
)
# words that tell the same when a journalist looks for another one
_SAME = [
    line.split()
    for line in """
    die kill dead death fatal perish fatality lives
    hurt injure injury injured wound wounded casualty
    cost price bill worth expense budget
    fine fined penalty penalize penalise sanction
    damage loss losses
    rise rose risen increase climb climbed grow grew grown jump jumped up higher
    fall fell fallen drop dropped decline declined down decrease decreased slip slipped shrink shrank lower
    build built construct construction
    open opened begin began begun start started launch launched
    close closed shut closure halt halted
    home house household dwelling flat
    pupil student schoolchildren
    worker employee staff job post position
    rescue rescued save saved evacuate evacuated
    arrest arrested detain detained custody
    vehicle car
    pay paid payment compensation
    agree agreed deal agreement accord contract
    vote voted ballot
    fire blaze
    crash crashed collision collide collided accident
    flee fled
    grant subsidy aid fund funding money
    find found discover discovered
    hold held take took place
    buy bought purchase acquire
    """.strip().splitlines()
]
_CANONICAL = {stem(word): stem(line[0]) for line in _SAME for word in line}
_DIRECTION = {stem("rise"), stem("fall")}
_EXPECTED = re.compile(
    r"\b(?:will|would|could|may|might|should|expected|expects?|plans?|planned|forecasts?|targets?|aims?|"
    r"(?:is|are|was|were) to|due|if|hopes?|hoped|projected|propos\w+|request\w*|demand\w*|asked)\b"
)
# what stands behind these is said of something else: "5,000 people marched to demand more pay"
_ENDS = re.compile(r"[,;:]| to | that | which | who | as ")
_OTHER_TIME = re.compile(
    r"\b(?:(?:18|19|20)\d\d|last (?:year|month|week|season|summer|winter)|previous(?:ly)?|a year (?:ago|earlier)|"
    r"years? ago|(?:days?|weeks?|months?|years?) (?:before|after) this|"
    r"(?:one|two|three|\d+) (?:weeks?|months?) ago|(?:\w+ )?(?:days|weeks|months|years) of (?!age\b|old\b)|"
    r"(?:past|last) (?:\w+ )?(?:days|weeks|months|years)|earlier this (?:year|month)|since|record|so far this)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Context:
    """`near`: stems beside the value; `wide`: those of the sentence; `time`: times that it names other than now."""

    near: frozenset[str]
    wide: frozenset[str]
    expected: bool
    time: frozenset[str] = field(default=frozenset())


def context(text: str, start: int, end: int) -> Context:
    """The context of the value at `[start, end)` of an English sentence."""
    before, after = text[:start], text[end:]
    left = " ".join(WORD.findall(before)[-_NEAR:])
    right = " ".join(WORD.findall(after)[:_NEAR])
    near = stems_of(f"{left} {right}")
    around = text[max(0, start - 60) : end] + _ENDS.split(after[:60], maxsplit=1)[0]
    times = frozenset(m.group().lower() for m in _OTHER_TIME.finditer(before + " " + after))
    return Context(near, stems_of(f"{before} {after}"), bool(_EXPECTED.search(around)), times)


def spread(contexts: list[Context]) -> Mapping[str, int]:
    """In how many contexts of the story each stem stands."""
    return Counter(one for c in contexts for one in c.wide)


def likeness(a: Context, b: Context, held: Mapping[str, int], total: int) -> float:
    """How likely both values are said of the same, in [0, 1]; 0 where one is expected and the other a fact."""
    if a.expected != b.expected or a.time != b.time or (a.near & _DIRECTION) ^ (b.near & _DIRECTION):
        return 0.0
    shared_near, shared_wide = (a.near & b.wide) | (a.wide & b.near), a.wide & b.wide
    if not shared_near or len(shared_wide) < _FEWEST:
        return 0.0

    def weigh(near: frozenset[str], wide: frozenset[str]) -> float:
        def one(stem_: str) -> float:
            return log(1 + total / held.get(stem_, 1)) * (1.0 if stem_ in near else 0.35)

        return sum(one(s) for s in wide)

    both = weigh(shared_near, shared_wide)
    return both / max(1e-9, sqrt(weigh(a.near, a.wide) * weigh(b.near, b.wide)))


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words that carry content; words that journalists use for the same have one stem."""
    stems = (stem(word) for word in words(text) if word.lower() not in _EMPTY and len(word) > 2)
    return frozenset(_CANONICAL.get(s, s) for s in stems if not s[0].isdigit())
