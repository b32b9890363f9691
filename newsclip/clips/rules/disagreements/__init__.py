"""The same slot told differently by independent reports, each value with the passage it stands in. English only."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from itertools import combinations

from newsclip.clips.ports import Claim, Disagreement
from newsclip.clips.rules.disagreements import speakers
from newsclip.clips.rules.disagreements.contexts import likeness, spread, stems_of
from newsclip.clips.rules.disagreements.facts import Fact, facts
from newsclip.clips.rules.disagreements.quantities import quantities
from newsclip.clips.rules.material import Line, Reading, passage
from newsclip.kernel.language import WORD
from newsclip.kernel.spans import Passage, Span

_MOST = 6
_LIKE = {"sum": 0.6, "share": 0.6, "count": 0.55, "vote": 0.3, "day": 0.67, "clock": 0.6, "place": 0.75}
_ORDER = ("toll", "vote", "sum", "share", "count", "age", "day", "clock", "place")
_ABOUT = {
    "died": "How many died", "injured": "How many were injured", "missing": "How many are missing",
    "rescued": "How many were brought to safety", "arrested": "How many were arrested",
    "homeless": "How many lost their homes",
}  # fmt: skip
_ASKS = {"sum": "How much", "share": "What share", "day": "On which day", "clock": "At what time", "place": "Where"}
# a toll that grows over this time is news, not a disagreement
_GROWS = timedelta(hours=2)
# minutes within which two times, and two rough ones, are told of one
_NEARLY, _ROUGHLY = 5, 30
_SPELT = 0.7
_APART = timedelta(days=31)
# who is told of: two people of different ages are two people, and a man is not men
_AGED = re.compile(r"\b(\d{1,3})-year-old\b|\baged (\d{1,3})(?:(?:, \d{1,3})* and (\d{1,3}))?")
_ONE_OR_MORE = (("man", "men"), ("woman", "women"), ("boy", "boys"), ("girl", "girls"), ("suspect", "suspects"))
_FACTOR = 3
_LISTED = re.compile(r"(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)*,? and (?:the )?[A-Z]")
_NUMBERED = re.compile(
    r"\b(\d+[A-Z]|[A-Z]+\d+)\b|"
    r"\b(?:[Bb]lock|[Ll]anes?|[Rr]oute|[Ff]light|[Uu]nit|[Ff]lat|[Rr]oom|[Ss]ection|[Rr]ound|No\.) (\d+)\b"
)
_IN_ALL = re.compile(r"\ba total of\b|\bin (?:all|total)\b|\baltogether\b", re.IGNORECASE)
_KILLER = re.compile(
    r"\bincluding the (?:\w+ )?(?:shooter|gunman|attacker|assailant|bomber|killer|perpetrator|suspect)"
)
_STREETS = frozenset({"street", "road", "avenue", "lane", "drive", "boulevard", "highway", "square", "quay"})
_REST = re.compile(r"\bthe other\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """A fact as one article gives it, in the words at `span` of its text."""

    reading: int
    line: Line
    fact: Fact
    span: Span


def disagreements(readings: Sequence[Reading], language: str) -> tuple[Disagreement, ...]:
    """What independent reports tell differently, at most six, tolls first.

    What a publisher itself told anew later is a correction, and a toll that grew with time is an update.
    """
    if language != "en" or len(readings) < 2:
        return ()
    given = [one for number, reading in enumerate(readings) for one in _given(number, reading)]
    held = spread([one.fact.context for one in given])
    found: list[list[Given]] = []
    for kind in _ORDER:
        alike = [one for one in given if one.fact.kind == kind]
        pairs = [(a, b) for a, b in combinations(alike, 2) if _conflict(a, b, alike, readings, held, len(given))]
        found.extend(_joined(pairs, readings))
    told = [_disagreement(group, readings) for group in found]
    told[1:1] = speakers.disagreements(readings)
    return tuple(told[:_MOST])


def _given(number: int, reading: Reading) -> Iterator[Given]:
    published = reading.article.published
    for line in reading.lines:
        text = line.span.of(reading.article.text)
        for fact in facts(text, published.date() if published else None):
            yield Given(number, line, fact, Span(line.span.start + fact.start, line.span.start + fact.end))


def _conflict(
    a: Given, b: Given, alike: Sequence[Given], readings: Sequence[Reading], held: Mapping[str, int], total: int
) -> bool:
    """Whether both fill one slot with values that cannot both be meant, and neither article gives the other's, too."""
    one, other = readings[a.reading].article, readings[b.reading].article
    if a.reading == b.reading or one.publisher == other.publisher or _agree(a.fact, b.fact):
        return False
    if not _same_slot(a.fact, b.fact, held, total) or _superseded(a, alike, readings, held, total):
        return False
    if _superseded(b, alike, readings, held, total) or _grew(a, b, readings):
        return False
    mine = [f for f in alike if f.reading == a.reading and _same_slot(f.fact, b.fact, held, total)]
    yours = [f for f in alike if f.reading == b.reading and _same_slot(f.fact, a.fact, held, total)]
    if any(_agree(f.fact, b.fact) for f in mine) or any(_agree(f.fact, a.fact) for f in yours):
        return False
    if (
        _stated(a, b, readings)
        or _stated(b, a, readings)
        or _of_others(a, b, readings)
        or _of_other_things(a, b, readings)
    ):
        return False
    return not (a.fact.kind == "place" and (_names(a, b, readings) or _names(b, a, readings)))


def _same_slot(a: Fact, b: Fact, held: Mapping[str, int], total: int) -> bool:
    if a.kind != b.kind or a.key != b.key:
        return False
    if a.kind == "day" and _far(a, b):
        return False
    if a.kind == "toll":
        return a.context.time == b.context.time and a.context.expected == b.context.expected
    return a.kind == "age" or likeness(a.context, b.context, held, total) >= _LIKE[a.kind]


def _far(a: Fact, b: Fact) -> bool:
    """Whether so much time lies between two days that they are not one; or whole weeks, as between two weekly draws."""
    apart = abs(date.fromisoformat(a.words[0]) - date.fromisoformat(b.words[0]))
    return apart > _APART or (apart.days > 0 and apart.days % 7 == 0)


def _agree(a: Fact, b: Fact) -> bool:
    if a.quantity and b.quantity:
        return a.quantity.agrees(b.quantity)
    if a.kind == "day":
        return a.words[0] <= b.words[1] and b.words[0] <= a.words[1]
    if a.kind == "clock":
        apart = abs(int(a.words[0]) - int(b.words[0]))
        return min(apart, 720 - apart) <= (_ROUGHLY if "about" in {*a.words, *b.words} else _NEARLY)
    if a.kind == "place":
        return (
            bool({*a.words} & {*b.words}) or SequenceMatcher(None, "".join(a.words), "".join(b.words)).ratio() > _SPELT
        )
    return a.words == b.words


def _superseded(
    one: Given, alike: Sequence[Given], readings: Sequence[Reading], held: Mapping[str, int], total: int
) -> bool:
    """Whether the same publisher gave another value for it in a later article."""
    article = readings[one.reading].article
    return any(
        f.reading != one.reading
        and readings[f.reading].article.publisher == article.publisher
        and _later(f.reading, one.reading, readings)
        and _same_slot(f.fact, one.fact, held, total)
        for f in alike
    )


def _later(a: int, b: int, readings: Sequence[Reading]) -> bool:
    one, other = readings[a].article.published, readings[b].article.published
    return one > other if one and other else a > b


def _grew(a: Given, b: Given, readings: Sequence[Reading]) -> bool:
    """Whether the higher toll is the later one by hours, or may be, as one is undated: it tells what happened since."""
    one, other = readings[a.reading].article.published, readings[b.reading].article.published
    if a.fact.kind != "toll":
        return False
    if one is None or other is None:
        return True
    early, late = (a, b) if one <= other else (b, a)
    if early.fact.quantity is None or late.fact.quantity is None:
        return False
    more = late.fact.quantity.middle > early.fact.quantity.middle
    falls = early.fact.key.startswith("missing")
    return more != falls and abs(one - other) >= _GROWS


def _stated(a: Given, b: Given, readings: Sequence[Reading]) -> bool:
    """Whether the sentence of `a` gives the number of `b`, too, of something else: "186 staff, of whom 80 …"."""
    text = a.line.span.of(readings[a.reading].article.text)
    wanted = b.fact.quantity
    return wanted is not None and any(q.low <= wanted.middle <= q.high for q in quantities(text) if q.low == q.high)


def _of_others(a: Given, b: Given, readings: Sequence[Reading]) -> bool:
    """Whether the sentences tell of other people, or one only of a part: "two were taken there, the other two …"."""
    one, other = (g.line.span.of(readings[g.reading].article.text) for g in (a, b))
    if a.fact.quantity and (_REST.search(one) or _REST.search(other)):
        return True
    ages = [{age for found in _AGED.findall(text) for age in found if age} for text in (one, other)]
    if a.fact.kind != "age" and all(ages) and not ages[0] & ages[1]:
        return True
    said, told = ({word.lower() for word in WORD.findall(text)} for text in (one, other))
    return any(
        (single in said - told and many in told - said) or (single in told - said and many in said - told)
        for single, many in _ONE_OR_MORE
    )


def _of_other_things(a: Given, b: Given, readings: Sequence[Reading]) -> bool:
    """Whether the values are too far apart to be told of one, or the sentences tell of other things by number.

    "Block 224A at 5.05am" and "Block 229A at 11pm" are two fires; 12 dead in a house are not the 63 of the country.
    """
    if a.fact.kind == "toll" and _counts_killer(a, readings) != _counts_killer(b, readings):
        return True
    if a.fact.kind == "toll" and a.fact.quantity and b.fact.quantity:
        exact = all(one.fact.quantity and one.fact.quantity.low == one.fact.quantity.high for one in (a, b))
        less, more = sorted((a.fact.quantity.middle, b.fact.quantity.middle))
        return exact and more > _FACTOR * max(1.0, less)
    if a.fact.kind == "count":
        in_all = [bool(_IN_ALL.search(one.line.span.of(readings[one.reading].article.text))) for one in (a, b)]
        return in_all[0] != in_all[1]
    if a.fact.kind not in {"day", "clock", "place"}:
        return False
    if a.fact.kind == "place" and bool(_STREETS & {*a.fact.words}) != bool(_STREETS & {*b.fact.words}):
        return True  # a street, and a house that may stand in it
    rest = []
    for one in (a, b):
        start, text = one.line.span.start, one.line.span.of(readings[one.reading].article.text)
        outside = text[: one.span.start - start] + " " + text[one.span.end - start :]
        if a.fact.kind == "place" and _LISTED.match(text[one.span.end - start :]):
            return True
        rest.append({number for found in _NUMBERED.findall(outside) for number in found if number})
    return bool(rest[0] and rest[1]) and not rest[0] & rest[1]


def _counts_killer(one: Given, readings: Sequence[Reading]) -> bool:
    return _KILLER.search(one.line.span.of(readings[one.reading].article.text)) is not None


def _names(a: Given, b: Given, readings: Sequence[Reading]) -> bool:
    """Whether the article of `a` names the place of `b` anywhere: then they are one within the other, or both true."""
    words = {word.lower() for word in WORD.findall(readings[a.reading].article.text)}
    return any(word in words for word in b.fact.words)


def _joined(pairs: Sequence[tuple[Given, Given]], readings: Sequence[Reading]) -> list[list[Given]]:
    """Pairs with a value in common are one disagreement."""
    groups: list[list[Given]] = []
    for a, b in pairs:
        key = (a.fact.kind, a.fact.key) if a.fact.kind in {"toll", "age"} else None
        host = next((g for g in groups if a in g or b in g or (key and (g[0].fact.kind, g[0].fact.key) == key)), None)
        if host is None:
            groups.append([a, b])
        else:
            host.extend(one for one in (a, b) if one not in host)
    return groups


def _disagreement(group: Sequence[Given], readings: Sequence[Reading]) -> Disagreement:
    """One claim a value, in the order of the articles; each passage holds the value word for word."""
    claims: list[tuple[Fact, str, list[Passage]]] = []
    for one in sorted(group, key=lambda one: (one.reading, one.span.start)):
        article = readings[one.reading].article
        words = one.span.of(article.text)
        there = passage(article, one.line.span)
        same = next((c for c in claims if _agree(c[0], one.fact)), None)
        if same is None:
            claims.append((one.fact, words, [there]))
        elif _holds(one.line.span.of(article.text), same[1]) and there not in same[2]:
            same[2].append(there)
    return Disagreement(_about(group, readings), tuple(Claim(words, tuple(there)) for _, words, there in claims))


def _holds(text: str, words: str) -> bool:
    return re.search(rf"(?<![\w.,-]){re.escape(words)}(?![\w-]|[.,]\d)", text) is not None


def _about(group: Sequence[Given], readings: Sequence[Reading]) -> str:
    first = group[0].fact
    if first.kind == "toll":
        state, _, whom = first.key.partition(" ")
        return _ABOUT[state] + (f" ({_words(group, readings, {whom})})" if whom else "")
    if first.kind == "age":
        return f"The age of {first.key.title()}"
    if first.kind == "vote":
        return "How the vote ended"
    shared = group[0].fact.context.wide & group[1].fact.context.wide
    if first.kind == "count":
        return f"How many {_words(group, readings, {first.key})}"
    return f"{_ASKS[first.kind]} ({_words(group, readings, shared)})"


def _words(group: Sequence[Given], readings: Sequence[Reading], stems: Set[str]) -> str:
    """Up to four of the words as the first article writes them that have these stems."""
    text = group[0].line.span.of(readings[group[0].reading].article.text)
    found = dict.fromkeys(
        word.lower() if word.islower() else word for word in WORD.findall(text) if stems_of(word) & stems
    )
    return ", ".join(list(found)[:4]) if len(found) > 1 else next(iter(found), "it")
