"""The values that an English sentence gives, each with the slot it fills: a toll, a sum, an age, a day, a place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from newsclip.language.days import days
from newsclip.language.quantities import Quantity, quantities
from newsclip.language.tokens import WORD
from newsclip.writing.disagreements.contexts import Context, context, stems_of
from newsclip.writing.disagreements.value_patterns import value_patterns, value_words

# quotations, datelines, and what stands in brackets: other currencies, mostly
_ASIDE = re.compile(
    r"^[A-Z][\w ,.]{2,40}? (?:\([A-Z]\w*\)|[—–-]) |\([^()]*\)|"
    r"[“\"«„][^”\"»“]{0,1000}+[”\"»“]|``.{0,1000}?''"
)
# agencies differ by a tenth or two
_MEASURED, _MEASURED_ROUGHLY = 0.12, 0.5
_SEVERAL = frozenset({"toll", "age", "vote"})
_HAD = frozenset({"sum", "share", "count", "term"})
_BESIDE = re.compile(r"(?: [\w'’\-]+){1,2}")
_YEAR = re.compile(r"(?:18|19|20)\d\d")

# a clip's sentence has sixty words at most, some of them of two parts; each value is read with all words around it
_MOST_WORDS, _LONGEST = 120, 1_500


type Kind = Literal["count", "toll", "sum", "share", "term", "magnitude", "age", "vote", "day", "clock", "place"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A value at `[start, end)` of its sentence. `kind` and `key` name the slot as far as the value itself tells.

    `quantity` where a number is what may differ, else `words`: an age, the sides of a vote, a day, a time, a name.
    """

    kind: Kind
    key: str
    start: int
    end: int
    context: Context
    quantity: Quantity | None = None
    words: tuple[str, ...] = ()


def facts(sentence: str, published: date | None) -> list[Fact]:
    """Every value of the sentence that stands outside quotation marks; none of what is too long for a sentence."""
    if len(sentence) > _LONGEST or len(WORD.findall(sentence)) > _MOST_WORDS:
        return []
    known = value_patterns()
    dated = known.dates.sub(lambda m: f"{' ' * len(m['last'] or '')}{m['day']}, {m['date']} ", sentence)
    text = _ASIDE.sub(lambda m: " " * len(m.group()), dated)
    found = [*_ages(text), *_votes(text)]
    taken = [(fact.start, fact.end) for fact in found]
    found += [f for f in [*_times(text, published)] if not _within(f, taken)]
    taken += [(fact.start, fact.end) for fact in found]
    found += [f for q in quantities(text) if (f := _numbered(text, q)) and not _within(f, taken)]
    leans = known.leans.match(text)
    return [
        fact
        for fact in [*found, *_places(text)]
        if (fact.kind in _SEVERAL or _is_only(fact, found)) and not (leans and fact.kind in _HAD)
    ]


def _is_only(fact: Fact, found: list[Fact]) -> bool:
    """Whether no other value of its kind stands in the sentence: of a list or a range, neither end is a claim."""
    return sum(other.kind == fact.kind and other.key == fact.key for other in found) <= 1


def _within(fact: Fact, taken: list[tuple[int, int]]) -> bool:
    return any(fact.start < end and start < fact.end for start, end in taken)


def _ages(text: str) -> Iterator[Fact]:
    for pattern in value_patterns().ages:
        for m in pattern.finditer(text):
            yield _told("age", m["name"].lower(), text, m.span("value"), m["value"].removesuffix("-year-old"))


def _votes(text: str) -> Iterator[Fact]:
    for pattern in value_patterns().votes:
        for m in pattern.finditer(text):
            sides = sorted(quantities(m[side])[0].middle for side in (1, 2))
            yield _told("vote", "", text, (m.start(1), m.end(2)), *(f"{side:g}" for side in sides))


def _times(text: str, published: date | None) -> Iterator[Fact]:
    before = value_patterns().before
    for day in days(text, published, "en", doubtful=True) if published else ():
        if before["range"].search(text[: day.start]) or before["said"].search(text[: day.start].rstrip(" ,")):
            continue
        yield _told("day", "", text, (day.start, day.end), day.first.isoformat(), day.last.isoformat())
    for m in value_patterns().clocks.finditer(text):
        if (m["m"] or m["half"]) and not before["said"].search(text[: m.start()].rstrip(" ,")):
            rough = () if m["how"].lower() == "at" else ("about",)
            minutes = int(m["h"]) % 12 * 60 + int(m["m"] or 0)
            yield _told("clock", "", text, m.span("value"), str(minutes), *rough)


def _places(text: str) -> Iterator[Fact]:
    known, occasions = value_patterns(), value_words().occasions
    for m in known.places.finditer(text):
        if not known.no_places.match(m["value"]) and m["value"].split()[-1] not in occasions:
            how = "in" if m["how"].lower() == "at" else m["how"].lower()
            yield _told("place", how, text, m.span("value"), *(w.rstrip("'’s") for w in m["value"].lower().split()))


def _told(kind: Kind, key: str, text: str, span: tuple[int, int], *words: str) -> Fact:
    return Fact(kind, key, *span, context(text, *span), words=words)


def _numbered(text: str, quantity: Quantity) -> Fact | None:
    """What the number measures or counts."""
    known = value_patterns()
    measures = known.before["magnitude"].search(text[: quantity.start]) or known.behind["magnitude"].match(
        text[quantity.end :]
    )
    return _magnitude(text, quantity) if measures else _counted(text, quantity)


def _counted(text: str, quantity: Quantity) -> Fact | None:
    """What the number counts: money, a share, people in some state, or the nouns after it."""
    start, end = quantity.start, quantity.end
    after, before = text[end:], text[:start]
    known = value_patterns()
    before_it, behind = known.before, known.behind
    currency = behind["currency"].match(after)
    sign = next((c for c in text[start:end] if c in "£$€¥"), "")
    if sign or currency:
        unit = currency["unit"].lower().rstrip("s") if currency else sign
        stop = end + (currency.end() if currency else 0)
        rate = behind["rate"].match(text[stop:]) or before_it["rate"].search(before)
        key = f"{unit} {rate.group().strip().lower()}" if rate else unit
        return Fact("sum", key, start, stop, context(text, start, stop), quantity)
    if share := behind["share"].match(after):
        stop = end + share.end()
        key = "turnout" if before_it["turnout"].search(before) or behind["turnout"].match(text[stop:]) else ""
        return Fact("share", key, start, stop, context(text, start, stop), quantity)
    if (term := behind["term"].match(after)) and not before_it["term"].search(before):
        stop = end + term.end("unit")
        return Fact("term", term["unit"].lower().rstrip("s"), start, stop, context(text, start, stop), quantity)
    if before.lower().endswith(("aged ", "ages ")):
        return None
    if (
        behind["others"].match(after)
        or before_it["part"].search(before)
        or _YEAR.fullmatch(text[start:end])
        or after[:1] == "-"
    ):
        return None
    said = context(text, start, end)
    for kind in known.state_behind:
        if known.state_behind[kind].match(after) or known.state_before[kind].search(before):
            return Fact("toll", f"{kind} {_group(after)}", start, end, said, quantity)
    noun = behind["counted"].match(after)
    return Fact("count", _stem(_head(noun)), start, end, said, quantity) if noun else None


def _magnitude(text: str, quantity: Quantity) -> Fact | None:
    """That of an earthquake, where one alone is told of."""
    if value_patterns().shocks.search(text):
        return None
    start, end, middle = quantity.start, quantity.end, quantity.middle
    half = _MEASURED if "." in text[start:end] else _MEASURED_ROUGHLY
    measured = Quantity(start, end, middle - half, middle + half)
    return Fact("magnitude", "", start, end, context(text, start, end), measured)


def _head(noun: re.Match[str]) -> str:
    """What is counted: rooms in "314 guest rooms", draws in "two consecutive draws"."""
    words = value_words()
    first, second = noun["noun"], noun["next"]
    of_one = not first.endswith("s") and first not in words.plurals
    return second if of_one and second and second.endswith("s") and not second.endswith("ss") else first


def _group(after: str) -> str:
    """Whom the toll counts: "" for people as such, else the noun, so that children are not set against all."""
    words = value_words()
    beside = _BESIDE.match(after.lower())
    said = beside.group().split() if beside else []
    named = next((word for word in said if word not in words.hurt), "")
    verb = said[:1] != [named] and not named.endswith("s") and named not in words.plurals  # "11 dead came from …"
    return "" if named in words.people or not named or verb else _stem(named)


def _stem(word: str) -> str:
    return " ".join(sorted(stems_of(word))) or word.lower()
