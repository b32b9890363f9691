"""Whether two sides may tell of two things: other days, places, people, events, parts, or one after the other."""

import re
from datetime import datetime, timedelta
from itertools import pairwise

from newsclip.evidence.document import SourceArticle
from newsclip.evidence.verifier.disagreements.answers import Answer
from newsclip.evidence.verifier.disagreements.factuality import frame_of, is_expected
from newsclip.evidence.verifier.disagreements.topics import STATE_OF, Matter
from newsclip.evidence.verifier.disagreements.value_mentions import Line, stems, without_speaker
from newsclip.evidence.verifier.opposites import OPPOSITES
from newsclip.language.days import days
from newsclip.language.pack import english
from newsclip.language.quantities import quantities
from newsclip.language.tokens import WORD, stem
from newsclip.language.verifier_tables.values import FactWords
from newsclip.language.word_lists import MONTHS, SPEECH_VERBS, WEEKDAYS

_FACTS = english(FactWords)
_NUMBERED = re.compile(r"\b(?:\d+[A-Z]|[A-Z]+\d+)\b")
_YEARS_OLD = re.compile(r"\b(\d{1,3})-year-old\b|\baged (\d{1,3})\b")
_CLOCK = re.compile(r"\b\d{1,2}(?:[.:]\d\d ?[ap]m|[.:]\d\d|[ap]m)\b")
_TITLES = {title.capitalize() for title in _FACTS.titles}
_NO_NAMES = {name.capitalize() for name in MONTHS | WEEKDAYS}
_NEAR = 10  # words
_CHANGING = frozenset({"toll", "sum", "share", "count", "magnitude"})
_GROWS, _STANDS = timedelta(hours=2), timedelta(days=2)
_APART, _APART_AHEAD = 31, 183  # days
_OF_ONE_TIME, _SAME_WORDS = timedelta(hours=12), 0.75  # of two reports of one event; set by judgement
# numbers this far apart are of two things
_FACTOR, _FACTOR_OF_COUNTS, _SURE = 3, 5, 1.5
# characters of an article that tell what it is about
_BEGINNING, _FEWEST_BY_BEGINNING = 500, 2
_FEWEST = {"toll": 1, "magnitude": 1, "age": 0, "sum": 3}


def apart(a: Answer, b: Answer, articles: tuple[SourceArticle, SourceArticle], matter: Matter) -> bool:
    """Whether the sides may both be true, or cannot be shown to speak of one matter."""
    one, other = a.line, b.line
    return (
        not _same_key(a, b, matter)
        or (matter.kind != "age" and is_expected(one) != is_expected(other))
        or (matter.kind != "age" and frame_of(one) != frame_of(other))
        or _few_in_common((a, b), articles, matter)
        or _of_other_things(one, other, matter)
        or (matter.kind != "age" and _of_other_days(one, other, matter) and not _of_one_event(one, other, articles))
        or (matter.kind in {"sum", "count"} and not _bound_alike(one, other, matter))
        or (matter.kind == "vote" and not _of_one_vote(one, other))
        or _gives(one, b) or _gives(other, a)
        or _is_news(a, b, articles, matter)
    )  # fmt: skip


def _same_key(a: Answer, b: Answer, matter: Matter) -> bool:
    if matter.kind == "age":
        one, other = ({*answer.key.split()} - _TITLES for answer in (a, b))
        return one <= other or other <= one
    if matter.kind == "toll" and bool(a.key) != bool(b.key):  # more of a group than of all people
        group, people = (a, b) if a.key else (b, a)
        return group.low > people.high
    if matter.kind == "toll":
        less, more = sorted([a, b], key=lambda answer: answer.low)
        sure = all(answer.high <= _SURE * answer.low for answer in (a, b))
        return a.key == b.key and not (sure and more.low > _FACTOR * max(1.0, less.high))
    if matter.kind == "count":
        return a.key == b.key and max(a.low, b.low) <= _FACTOR_OF_COUNTS * max(1.0, min(a.high, b.high))
    return a.key == b.key


def _few_in_common(sides: tuple[Answer, Answer], articles: tuple[SourceArticle, SourceArticle], matter: Matter) -> bool:
    """Whether the sentences share too few words to be of one matter, or their clauses none.

    A toll that names neither place nor event leans on how its article begins.
    """
    asked = {stem(word) for word in matter.words} if matter.kind in {"toll", "count"} else set()
    asked |= {stem(word) for word, state in STATE_OF.items() if state == matter.state}
    one, other = (side.line for side in sides)
    shared = (stems(one.told) & stems(other.told)) - asked
    if matter.kind in {"toll", "magnitude"} and not shared:
        beginning = [_with_beginning(line, of) for line, of in zip((one, other), articles, strict=True)]
        return len((beginning[0] & beginning[1]) - asked) < _FEWEST_BY_BEGINNING
    if len(shared) < _FEWEST.get(matter.kind, 2):
        return True
    if matter.kind not in {"sum", "share", "count", "term"}:
        return False
    bound = _bound(one) | _bound(other) if matter.kind == "sum" else set()
    return not stems(one.clause) & stems(other.clause) - asked - bound


def _with_beginning(line: Line, article: SourceArticle) -> frozenset[str]:
    told = stems(line.told)
    leans = not _names(line) and not any(
        {word.lower() for word in line.told}.intersection(events) for events in _FACTS.events
    )
    return told | stems(WORD.findall(f"{article.title} {article.text[:_BEGINNING]}")) if leans else told


def _of_other_things(one: Line, other: Line, matter: Matter) -> bool:
    named = _names(one), _names(other)
    where = _places(one), _places(other)
    lower = [{w.lower() for w in WORD.findall(line.text)} for line in (one, other)]
    events = [{n for n, words in enumerate(_FACTS.events) if held.intersection(words)} for held in lower]
    numbered = [_numbers(line) for line in (one, other)]
    aged = [{age for found in _YEARS_OLD.findall(line.text) for age in found if age} for line in (one, other)]
    return (
        _disjoint(*events)
        or _disjoint(*numbered)
        or (_disjoint(*named) and not named[0] & _words(other) and not named[1] & _words(one))
        or (matter.kind != "place" and _each_alone(*where))
        or (matter.kind != "age" and _disjoint(*aged))
        or (matter.kind == "term" and _each_alone(*named))
        or (matter.kind != "place" and _each_alone(named[0] - where[0], named[1] - where[1]))
        or (matter.kind in {"sum", "count"} and not (_parts(one) <= _all(other) and _parts(other) <= _all(one)))
        or any((a in lower[n]) and (b in lower[1 - n]) for a, b in _FACTS.single for n in (0, 1))
    )


def _disjoint(one: set[str] | set[int], other: set[str] | set[int]) -> bool:
    return bool(one and other) and not {*one} & {*other}


def _each_alone(one: set[str], other: set[str]) -> bool:
    """Whether each names something that the other does not."""
    return bool(one - other) and bool(other - one)


def _names(line: Line) -> set[str]:
    """The words of names, less the first of the sentence, the value, and who says so."""
    first = line.before[:1]
    named = {word for word in line.told if word[:1].isupper() and word not in _NO_NAMES | _TITLES}
    return {re.sub(r"['’]s?$", "", word) for word in named - {*first}}


def _parts(line: Line) -> frozenset[str]:
    """What the value may be of only, by the words before it: "the roof" in "the roof of the library cost"."""
    left = line.left()
    heads = [a for a, b in pairwise(left[:-1]) if b.lower() in {"of", "at", "in", "for"} and a.islower()]
    return stems(heads) - _bound(line)


def _all(line: Line) -> frozenset[str]:
    return stems([*line.before, *line.after])


def _words(line: Line) -> set[str]:
    return {re.sub(r"['’]s?$", "", word) for word in (*line.before, *line.after)}


def _places(line: Line) -> set[str]:
    words = [word for word in line.told if word.lower() != "the"]
    return {
        re.sub(r"['’]s?$", "", name)
        for before, name in pairwise(words)
        if before.lower() in _FACTS.where and name[:1].isupper() and name not in _NO_NAMES
    }


def _numbers(line: Line) -> set[str]:
    words = WORD.findall(line.text)
    behind = {b for a, b in pairwise(words) if a.lower() in _FACTS.numbered and b[:1].isdigit()}
    return behind | {*_NUMBERED.findall(line.text)}


def _of_other_days(one: Line, other: Line, matter: Matter) -> bool:
    if matter.kind != "clock" and _disjoint({*_CLOCK.findall(one.text)}, {*_CLOCK.findall(other.text)}):
        return True
    told = [_days(line) for line in (one, other)]
    return matter.kind != "day" and bool(told[0] and told[1]) and not any(
        a[0] <= b[1] and b[0] <= a[1] for a in told[0] for b in told[1]
    )  # fmt: skip


def _of_one_event(one: Line, other: Line, articles: tuple[SourceArticle, SourceArticle]) -> bool:
    """Whether reports of about one time tell of one happening, though they give it two days or hours.

    They name the same, differ in hardly more than the values, and put it no more than a day apart.
    """
    times = [article.published for article in articles if article.published]
    if len(times) < len(articles) or max(times) - min(times) > _OF_ONE_TIME:
        return False
    if any(max(a[0], b[0]) - min(a[1], b[1]) > 1 for a in _days(one) for b in _days(other)):
        return False
    told, named = (stems(one.told), stems(other.told)), (_names(one), _names(other))
    alike = len(told[0] & told[1]) >= _SAME_WORDS * max(map(len, told))
    return alike and bool(named[0]) and named[0] == named[1]


def _days(line: Line) -> list[tuple[int, int]]:
    """The days of what is told, less those on which somebody said so."""
    if line.published is None:
        return []
    return [
        (day.first.toordinal(), day.last.toordinal())
        for day in days(line.text, line.published, "en", doubtful=True)
        if not SPEECH_VERBS & {word.lower() for word in WORD.findall(line.text[max(0, day.start - 20) : day.start])}
    ]


def _bound_alike(one: Line, other: Line, matter: Matter) -> bool:
    """Whether what one value is bound to ("cost", "a fine of") stands before the other, too."""
    first, second = _bound(one), _bound(other)
    if first and second:
        return bool(first & _before(other) or second & _before(one))
    asked = {stem(word) for word in matter.words} if matter.kind == "count" else set()
    shared = stems([word for word in one.clause if word.islower()]) & stems(other.clause)
    return bool(shared - asked)


def _of_one_vote(one: Line, other: Line) -> bool:
    first, second = ({word.lower() for word in line.clause} for line in (one, other))
    if any(OPPOSITES.get(word, frozenset()) & second for word in first):
        return False
    return bool(
        stems([word for word in one.clause if word.islower()]) & stems(other.clause) - stems(list(_FACTS.voters))
    )


def _bound(line: Line) -> frozenset[str]:
    """The last word before the value that says something of it; none where the value opens a clause."""
    if line.before[-1:] == (",",):
        return frozenset()
    kept = [
        word
        for word in without_speaker(tuple(line.left()), at_front=True)
        if word.lower() not in _FACTS.passed and word[:1].islower()
    ]
    return stems(kept[-1:]) or frozenset(kept[-1:])


def _before(line: Line) -> frozenset[str]:
    left = line.left()
    return stems([word for n, word in enumerate(left) if n >= len(left) - _NEAR and (not n or word[:1].islower())])


def _gives(line: Line, other: Answer) -> bool:
    """Whether the sentence gives the other's number, too, of whatever."""
    number = other.line.quantity
    return number is not None and any(
        q.low <= number.middle <= q.high
        for q in quantities(line.text)
        if q.low == q.high and not (q.start < line.end and line.start < q.end)
    )


def _is_news(a: Answer, b: Answer, articles: tuple[SourceArticle, SourceArticle], matter: Matter) -> bool:
    """Whether the later may have been told because more had happened; where it is not known which is later, too."""
    one, other = (article.published for article in articles)
    if one is None or other is None:
        return matter.kind in _CHANGING or (matter.kind == "age" and abs(a.low - b.low) <= 1)
    early, late = (a, b) if one <= other else (b, a)
    if matter.kind == "day":
        return _is_another_day(early, late, min(one, other), max(one, other))
    if matter.kind == "toll":
        grown = (late.low > early.low) != (matter.state == "missing")
        return grown and abs(one - other) >= _GROWS
    return matter.kind in _CHANGING and abs(one - other) > _STANDS


def _is_another_day(early: Answer, late: Answer, then: datetime, now: datetime) -> bool:
    if is_expected(late.line):
        return abs(early.low - late.low) > _APART_AHEAD or early.high < now.toordinal()
    return abs(early.low - late.low) > _APART or late.low > then.toordinal()
