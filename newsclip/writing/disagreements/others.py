"""Whether two sentences that seem to fill one slot tell of other people or things, of a part, or of another event."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from newsclip.language.disagreement_tables import DisagreementWords, OtherThingWords
from newsclip.language.pack import english
from newsclip.language.quantities import quantities
from newsclip.language.tokens import WORD
from newsclip.writing.disagreements.slots import Given, agree

# how far apart numbers are of two things, where both are this sure ("dozens" is not)
_FACTOR, _SURE = 3, 1.5
_LISTED = re.compile(r"(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)*,? and (?:the )?[A-Z]")
# Of two reports of one event. Set by judgement: nothing in the stories of the development sets depends on them.
_OF_ONE_TIME, _NEXT_DAY, _SAME_WORDS = timedelta(hours=12), timedelta(days=1), 0.75
_WITNESSES = frozenset({"day", "clock", "sum", "share", "count", "vote", "term"})


@cache
def _words() -> OtherThingWords:
    return english(DisagreementWords).others


@cache
def mark_patterns() -> Mapping[str, re.Pattern[str]]:
    """What `OtherThingWords` calls marks, by their names."""
    return {name: re.compile("|".join(alternatives)) for name, alternatives in _words().marks.items()}


def of_others(a: Given, b: Given, beside: Sequence[Given]) -> bool:
    """Whether the two do not contradict each other, being of two things. `beside`: what either sentence gives."""
    return (
        _stated(a, b)
        or _stated(b, a)
        or _of_other_people(a, b)
        or _of_other_numbers(a, b)
        or _of_another_place(a, b)
        or _of_other_places(a, b)
        or _of_a_part(a, b)
        or _of_another_event(a, b, beside)
    )


def _stated(a: Given, b: Given) -> bool:
    """Whether the sentence of `a` gives the number of `b`, too, of something else: "186 staff, of whom 80 …"."""
    wanted = b.fact.quantity
    return wanted is not None and any(
        q.low <= wanted.middle <= q.high for q in quantities(a.sentence) if q.low == q.high
    )


def _of_other_people(a: Given, b: Given) -> bool:
    ages = [{age for found in mark_patterns()["aged"].findall(one.sentence) for age in found if age} for one in (a, b)]
    if a.fact.kind != "age" and all(ages) and not ages[0] & ages[1]:
        return True
    said, told = ({word.lower() for word in WORD.findall(one.sentence)} for one in (a, b))
    return any(
        (single in said - told and many in told - said) or (single in told - said and many in said - told)
        for single, many in _words().one_or_more
    )


def _of_another_place(a: Given, b: Given) -> bool:
    """Whether two tolls are told with names, and with none in common: of the dead of Orlo and those of Kelmouth."""
    if a.fact.kind != "toll":
        return False
    marks = mark_patterns()
    one, other = ({*marks["named"].findall(marks["says"].sub("", g.sentence))} for g in (a, b))
    return bool(one and other) and not one & other


def _of_other_numbers(a: Given, b: Given) -> bool:
    """Whether two tolls are too far apart to be of one: 12 dead in a house are not the 63 of the country."""
    one, other = a.fact.quantity, b.fact.quantity
    if a.fact.kind != "toll" or one is None or other is None:
        return False
    killer = mark_patterns()["killer"]
    if (killer.search(a.sentence) is None) != (killer.search(b.sentence) is None):
        return True
    less, more = sorted((one.middle, other.middle))
    return all(q.high <= _SURE * q.low for q in (one, other)) and more > _FACTOR * max(1.0, less)


def _of_other_places(a: Given, b: Given) -> bool:
    """Whether places or times are of other things by number ("Block 224A", "Block 229A"), or one in the other."""
    kind = a.fact.kind
    if kind not in {"day", "clock", "place"}:
        return False
    if kind == "place":
        streets = _words().streets
        if bool(streets & {*a.fact.words}) != bool(streets & {*b.fact.words}):
            return True  # a street, and a house that may stand in it
        if _names(a, b) or _names(b, a) or any(_LISTED.match(_behind(one)) for one in (a, b)):
            return True
    one, other = (
        {
            number
            for found in mark_patterns()["numbered"].findall(_before(g) + " " + _behind(g))
            for number in found
            if number
        }
        for g in (a, b)
    )
    return bool(one and other) and not one & other


def _before(one: Given) -> str:
    return one.article.text[one.line.span.start : one.span.start]


def _behind(one: Given) -> str:
    return one.article.text[one.span.end : one.line.span.end]


def _names(a: Given, b: Given) -> bool:
    """Whether the article of `a` names the place of `b` anywhere: then they are one within the other, or both true."""
    words = {word.lower() for word in WORD.findall(a.article.text)}
    return any(word in words for word in b.fact.words)


def _of_a_part(a: Given, b: Given) -> bool:
    """Whether one of two numbers is of a part or a union only: "the other two", "in Orlo alone", "killed or hurt"."""
    if a.fact.quantity is None:
        return False
    known = mark_patterns()
    if known["rest"].search(a.sentence) or known["rest"].search(b.sentence):
        return True
    marks = (known["part"], known["union"]) if a.fact.kind in {"toll", "count"} else ()
    if any((mark.search(a.sentence) is None) != (mark.search(b.sentence) is None) for mark in marks):
        return True
    return a.fact.kind == "count" and (known["in_all"].search(a.sentence) is None) != (
        known["in_all"].search(b.sentence) is None
    )


def _of_another_event(a: Given, b: Given, beside: Sequence[Given]) -> bool:
    """Whether the sentences contradict each other in two slots: another day and another time is another event.

    Two reports of about one time that name the same and differ in hardly more than the values tell of one event, though
    not where the days that they give are further apart than that of a slip.
    """
    mine = [g.fact for g in beside if g.reading == a.reading and g.fact.kind in _WITNESSES - {a.fact.kind}]
    yours = [g.fact for g in beside if g.reading == b.reading]
    differ = any(
        one.kind == other.kind and one.key == other.key and not agree(one, other) for one in mine for other in yours
    )
    return differ and not _of_one_event(a, b, beside)


def _of_one_event(a: Given, b: Given, beside: Sequence[Given]) -> bool:
    one, other = a.article.published, b.article.published
    if one is None or other is None or abs(one - other) > _OF_ONE_TIME:
        return False
    first, second = (
        [date.fromisoformat(g.fact.words[0]) for g in beside if g.reading == side.reading and g.fact.kind == "day"]
        for side in (a, b)
    )
    if any(abs(day - another) > _NEXT_DAY for day in first for another in second):
        return False
    said, told = a.fact.context.wide, b.fact.context.wide
    here, there = ({*mark_patterns()["named"].findall(side.sentence)} for side in (a, b))
    return here == there and bool(here) and len(said & told) >= _SAME_WORDS * max(len(said), len(told))
