"""The English pack's words of values as patterns, compiled once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from newsclip.language.disagreement_tables import DisagreementWords, ValueWords
from newsclip.language.pack import english
from newsclip.language.pattern_parts import ignoring_case, joined


@dataclass(frozen=True, slots=True)
class ValuePatterns:
    """What `ValueWords` says. `state_behind` and `state_before` find a state of people beside their number."""

    ages: tuple[re.Pattern[str], ...]
    votes: tuple[re.Pattern[str], ...]
    clocks: re.Pattern[str]
    places: re.Pattern[str]
    no_places: re.Pattern[str]
    dates: re.Pattern[str]
    leans: re.Pattern[str]
    shocks: re.Pattern[str]
    before: Mapping[str, re.Pattern[str]]
    behind: Mapping[str, re.Pattern[str]]
    state_behind: Mapping[str, re.Pattern[str]]
    state_before: Mapping[str, re.Pattern[str]]


@cache
def value_words() -> ValueWords:
    return english(DisagreementWords).values


@cache
def value_patterns() -> ValuePatterns:
    words = value_words()
    between, objects, links = map(_any_of, (words.between, words.objects, words.links))
    return ValuePatterns(
        ages=tuple(re.compile(_any_of([age])) for age in words.ages),
        votes=tuple(ignoring_case(_any_of([vote])) for vote in words.votes),
        clocks=ignoring_case(_any_of(words.clocks)),
        places=re.compile(_any_of(words.places)),
        no_places=re.compile(_any_of(words.no_places)),
        dates=re.compile(_any_of(words.dates)),
        leans=re.compile(rf"[“\"]?(?:{_any_of(words.leans)})"),
        shocks=ignoring_case(_any_of(words.shocks)),
        before={name: ignoring_case(rf"(?:{_any_of(given)})$") for name, given in words.before.items()},
        behind={name: ignoring_case(rf"^(?:{_any_of(given)})") for name, given in words.behind.items()},
        state_behind={
            kind: ignoring_case(rf"^ (?:{between}){{0,4}}?(?:{_any_of(states)})\b(?!{objects})")
            for kind, states in words.states.items()
        },
        state_before={
            kind: ignoring_case(rf"\b(?:{_any_of(states)})(?: toll)?,? (?:(?:{links}) ){{0,4}}$")
            for kind, states in (words.states | words.active).items()
        },
    )


def _any_of(patterns: Iterable[str]) -> str:
    return joined(patterns, english(DisagreementWords).parts)
