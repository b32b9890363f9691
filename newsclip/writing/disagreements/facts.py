"""The values that an English sentence gives, each with the slot it fills: a toll, a sum, an age, a day, a place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from newsclip.language.days import days
from newsclip.language.quantities import Quantity, quantities
from newsclip.language.tokens import WORD
from newsclip.writing.disagreements.contexts import Context, context, stems_of

# quotations, datelines, and what stands in brackets: other currencies, mostly
_ASIDE = re.compile(
    r"^[A-Z][\w ,.]{2,40}? (?:\([A-Z]\w*\)|[—–-]) |\([^()]*\)|"
    r"[“\"«„][^”\"»“]{0,1000}+[”\"»“]|``.{0,1000}?''"
)
_MAGNITUDE = re.compile(r"\bmagnitude[ -](?:(?:of|was|is|at|put at) )?(?:a )?$", re.IGNORECASE)
_OF_MAGNITUDE = re.compile(r"^[ -]magnitude\b", re.IGNORECASE)
# of whichever of several shocks it is told
_SHOCKS = re.compile(r"\b(?:after|fore)shocks?\b|\b(?:another|second|two|largest|strongest|worst|biggest)\b", re.I)
# agencies differ by a tenth or two
_MEASURED, _MEASURED_ROUGHLY = 0.12, 0.5
_TURNOUT = re.compile(r"\bturn-?out (?:(?:was|of|is|at|stood|reached|only|just|about|around|some) )*$", re.IGNORECASE)
_TURNED_OUT = re.compile(r"^ (?:\w+ )?turn-?out\b", re.IGNORECASE)
_CURRENCY = re.compile(
    r" ?(?P<unit>dollars?|pounds?|euros?|crowns?|marks|francs?|kron(?:a|or|er|e)|zloty|yen|yuan|rupees?|pesos?|lira|"
    r"cents?|pence|shillings?|florins?|thalers?|ducats?)\b", re.IGNORECASE
)  # fmt: skip
_RATE = re.compile(
    r"(?: (?:each|every|per|an?) (?:year|season|month|week|day|hour|night|head|person|resident|share|ton(?:ne)?)\b|"
    r" (?:annually|yearly|monthly|weekly|daily|apiece|each)\b|/(?:year|month|week|day|hour))", re.IGNORECASE
)  # fmt: skip
_RATED = re.compile(r"\b(?:annual|yearly|monthly|weekly|daily) (?:\w+ ){0,4}$", re.IGNORECASE)
_TERM = re.compile(
    r"^(?:[ -](?P<unit>(?:year|month|week|day)s?)\b)['’]? (?:(?:in|of) (?:a )?(?:\w+ )?(?:prison|jail|custody)|"
    r"(?:of )?imprisonment|behind bars|prison|jail|custodial (?:sentence|term))\b", re.IGNORECASE
)  # fmt: skip
# "two years and three months in jail": neither number is the term
_TERM_GOES_ON = re.compile(r"\b(?:years?|months?|weeks?),? (?:and )?$", re.IGNORECASE)
_PLURALS = frozenset(
    {"people", "men", "women", "children", "police", "staff", "crew", "was", "has", "is", "his", "its"}
)
_SHARE = re.compile(r" ?(?:%|per ?cent\b)(?! points?)", re.IGNORECASE)
_STATES = {
    "died": r"killed|die[ds]?|dead|dying|death\w*|lost their lives|lives|perished|fatalit\w+|bodies|drowned",
    "injured": r"injured|injuries|hurt|wounded|hospitali[sz]ed|(?:taken|brought|rushed) to (?:the )?hospital",
    "missing": r"missing|unaccounted for",
    "rescued": r"rescued|evacuated|saved|brought ashore|pulled (?:out|from)",
    "arrested": r"arrested|arrests?|detained|detainees|detentions|taken into custody|in custody",
    "homeless": r"homeless|displaced|lost their homes|without a home",
}
_ACTIVE = {
    "died": r"killing|kill\w*|deaths?|dead|claimed|bodies",
    "injured": r"injuring|wounding|injured|hurt|wounded|injuries",
}
_BETWEEN = r"(?!and\b|but\b|after\b|when\b|as\b|while\b|who had\b)[\w'’\-]+,? "
_LINKS = (
    "of|has|have|had|risen|rose|climbed|stood|stands|to|at|is|was|by|now|which|killing|injuring|leaving|with|people|"
    "reached"
)
# "12 officers arrested three men": those who do it are not counted
_OBJECT = (
    r" (?:the|his|her|their|its|one|two|three|four|five|six|seven|eight|nine|ten|\d|dozens|at least|about|hundreds)\b"
)
_STATE_AFTER = {
    kind: re.compile(rf"^ (?:{_BETWEEN}){{0,4}}?(?:{words})\b(?!{_OBJECT})", re.IGNORECASE)
    for kind, words in _STATES.items()
}
_STATE_BEFORE = {
    kind: re.compile(rf"\b(?:{words})(?: toll)?,? (?:(?:{_LINKS}) ){{0,4}}$", re.IGNORECASE)
    for kind, words in (_STATES | _ACTIVE).items()
}
_PEOPLE = frozenset(
    """people person persons victim victims resident residents lives dead injured wounded hurt missing were was have had
    has are is killed died arrested rescued evacuated detained deaths bodies fatalities casualties in at on after
    when injuries of from by and who with including to as since so for the a an this that its near during
    while also""".split()  # noqa: SIM905
)
_BESIDE = re.compile(r"(?: [\w'’\-]+){1,2}")
_HURT = frozenset({"injured", "wounded", "dead", "missing", "of", "the"})
_OTHERS = re.compile(
    r"^ (?:more|others?|additional|further|of (?:the|them|those|whom|its|his|her)|in (?:ten|five|four|three))\b", re.I
)
_AGES = (
    re.compile(
        r"(?P<name>[A-Z][\w’'\-]{1,40}+), (?:aged |who is |now )?(?P<value>\d{1,3})\b(?=[,.;]| (?:and|of|from)\b|$)"
    ),
    re.compile(r"(?P<value>\d{1,3}-year-old) (?:[a-z]+ ){0,3}(?:[A-Z][\w’'\-]{1,40}+ )*(?P<name>[A-Z][\w’'\-]{1,40}+)"),
    re.compile(r"(?P<name>[A-Z][\w’'\-]{1,40}+)(?: is| was|, who is|, who was|,)? (?P<value>\d{1,3}) years old"),
    re.compile(r"(?P<name>[A-Z][\w’'\-]{1,40}+) (?:died|dies) (?:at the age of|aged) (?P<value>\d{1,3})"),
    re.compile(r"(?P<name>[A-Z][\w’'\-]{1,40}+),? at the age of (?P<value>\d{1,3})"),
)
_NUMERAL = (
    r"(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty)"
)
_VOTES = (
    re.compile(rf"\bby {_NUMERAL}(?: votes)? to {_NUMERAL}\b", re.IGNORECASE),
    re.compile(rf"\b(?:voted|vote of|vote,?|votes?) {_NUMERAL}(?: to |[-–]){_NUMERAL}\b", re.IGNORECASE),
    re.compile(rf"\b{_NUMERAL}(?: votes)? to {_NUMERAL}(?= vote| in favou?r)", re.IGNORECASE),
    re.compile(
        rf"\b{_NUMERAL} (?:\w+ ){{0,2}}(?:in favou?r|for),? (?:and |to |with )?{_NUMERAL}(?: \w+)? against\b",
        re.IGNORECASE,
    ),
)  # fmt: skip
_CLOCK = re.compile(
    r"\b(?P<how>at|around|about|by|just after|shortly after|(?:just |shortly )?before) "
    r"(?P<value>(?P<h>\d{1,2})(?:[.:](?P<m>[0-5]\d))?"
    r" ?(?P<half>[ap]m|[ap]\.m\.)?)(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w’'\-]+(?: (?:of |de |the )?[A-Z][\w’'\-]+){0,3}"
_PLACE = re.compile(
    rf"\b(?P<how>in|near|at|outside|off|from|to|towards) (?:the (?:\w+ of )?)?(?P<value>{_NAME})(?<!['’]s)(?![\w'’])"
)
_NO_PLACE = re.compile(
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b"
)
_OCCASIONS = frozenset("Games Olympics Cup Festival Championship Championships Awards Summit Conference Open".split())  # noqa: SIM905
# "on Friday (7 Oct)": the date in brackets says which Friday
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATED = re.compile(
    rf"(?P<last>last |this |next )?(?P<day>[A-Z][a-z]+day) \((?P<date>\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})\)"
)
# behind these a day or a time is that of the saying, not of what is said; who speaks to two papers does so twice
_SAID = re.compile(
    r"\b(?:said|says|told|added|announced|wrote|shared|posted|stated|confirmed|post|statement|release|interview|update)"
    r"(?: (?!that\b)[\w’'\-]+){0,4}$"
)
_PART = re.compile(r"\b(?:another|an additional|a further|the other) $", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:between|from)\b[^,;]*$", re.IGNORECASE)
_SEVERAL = frozenset({"toll", "age", "vote"})
# of whom these are said, another sentence tells
_LEANS = re.compile(r"[“\"]?(?:He|She|They|It|His|Her|Their|Its)\b")
_HAD = frozenset({"sum", "share", "count", "term"})
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_COUNTED = re.compile(
    r"^ (?!(?:and|or|to|of|in|on|at|by|the|a|for|from|per|years?|days?|weeks?|months?|hours?|minutes?|times|am|pm|is|"
    r"points?|percentage|was|were|are|have|had|has|who|that|which|when|after|before|as)\b)"
    r"(?:(?:new|old|other|local|small|large|young|wooden|elderly) )?(?P<noun>[a-z][\w'’\-]+)(?: (?P<next>[a-z]+)\b)?"
)

# a clip's sentence has sixty words at most, some of them of two parts; each value is read with all words around it
_MOST_WORDS, _LONGEST = 120, 1_500


@dataclass(frozen=True, slots=True)
class Fact:
    """A value at `[start, end)` of its sentence. `kind` and `key` name the slot as far as the value itself tells.

    `quantity` where a number is what may differ, else `words`: an age, the sides of a vote, a day, a time, a name.
    """

    kind: str
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
    dated = _DATED.sub(lambda m: f"{' ' * len(m['last'] or '')}{m['day']}, {m['date']} ", sentence)
    text = _ASIDE.sub(lambda m: " " * len(m.group()), dated)
    found = [*_ages(text), *_votes(text)]
    taken = [(fact.start, fact.end) for fact in found]
    found += [f for f in [*_times(text, published)] if not _within(f, taken)]
    taken += [(fact.start, fact.end) for fact in found]
    found += [f for q in quantities(text) if (f := _numbered(text, q)) and not _within(f, taken)]
    leans = _LEANS.match(text)
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
    for pattern in _AGES:
        for m in pattern.finditer(text):
            yield _told("age", m["name"].lower(), text, m.span("value"), m["value"].removesuffix("-year-old"))


def _votes(text: str) -> Iterator[Fact]:
    for pattern in _VOTES:
        for m in pattern.finditer(text):
            sides = sorted(quantities(m[side])[0].middle for side in (1, 2))
            yield _told("vote", "", text, (m.start(1), m.end(2)), *(f"{side:g}" for side in sides))


def _times(text: str, published: date | None) -> Iterator[Fact]:
    for day in days(text, published, "en") if published else ():
        if _RANGE.search(text[: day.start]) or _SAID.search(text[: day.start].rstrip(" ,")):
            continue
        yield _told("day", "", text, (day.start, day.end), day.first.isoformat(), day.last.isoformat())
    for m in _CLOCK.finditer(text):
        if (m["m"] or m["half"]) and not _SAID.search(text[: m.start()].rstrip(" ,")):
            rough = () if m["how"].lower() == "at" else ("about",)
            minutes = int(m["h"]) % 12 * 60 + int(m["m"] or 0)
            yield _told("clock", "", text, m.span("value"), str(minutes), *rough)


def _places(text: str) -> Iterator[Fact]:
    for m in _PLACE.finditer(text):
        if not _NO_PLACE.match(m["value"]) and m["value"].split()[-1] not in _OCCASIONS:
            how = "in" if m["how"].lower() == "at" else m["how"].lower()
            yield _told("place", how, text, m.span("value"), *(w.rstrip("'’s") for w in m["value"].lower().split()))


def _told(kind: str, key: str, text: str, span: tuple[int, int], *words: str) -> Fact:
    return Fact(kind, key, *span, context(text, *span), words=words)


def _numbered(text: str, quantity: Quantity) -> Fact | None:
    """What the number measures or counts."""
    measures = _MAGNITUDE.search(text[: quantity.start]) or _OF_MAGNITUDE.match(text[quantity.end :])
    return _magnitude(text, quantity) if measures else _counted(text, quantity)


def _counted(text: str, quantity: Quantity) -> Fact | None:
    """What the number counts: money, a share, people in some state, or the nouns after it."""
    start, end = quantity.start, quantity.end
    after, before = text[end:], text[:start]
    currency = _CURRENCY.match(after)
    sign = next((c for c in text[start:end] if c in "£$€¥"), "")
    if sign or currency:
        unit = currency["unit"].lower().rstrip("s") if currency else sign
        stop = end + (currency.end() if currency else 0)
        rate = _RATE.match(text[stop:]) or _RATED.search(before)
        key = f"{unit} {rate.group().strip().lower()}" if rate else unit
        return Fact("sum", key, start, stop, context(text, start, stop), quantity)
    if share := _SHARE.match(after):
        stop = end + share.end()
        key = "turnout" if _TURNOUT.search(before) or _TURNED_OUT.match(text[stop:]) else ""
        return Fact("share", key, start, stop, context(text, start, stop), quantity)
    if (term := _TERM.match(after)) and not _TERM_GOES_ON.search(before):
        stop = end + term.end("unit")
        return Fact("term", term["unit"].lower().rstrip("s"), start, stop, context(text, start, stop), quantity)
    if before.lower().endswith(("aged ", "ages ")):
        return None
    if _OTHERS.match(after) or _PART.search(before) or _YEAR.fullmatch(text[start:end]) or after[:1] == "-":
        return None
    said = context(text, start, end)
    for kind in _STATES:
        if _STATE_AFTER[kind].match(after) or _STATE_BEFORE[kind].search(before):
            return Fact("toll", f"{kind} {_group(after)}", start, end, said, quantity)
    noun = _COUNTED.match(after)
    return Fact("count", _stem(_head(noun)), start, end, said, quantity) if noun else None


def _magnitude(text: str, quantity: Quantity) -> Fact | None:
    """That of an earthquake, where one alone is told of."""
    if _SHOCKS.search(text):
        return None
    start, end, middle = quantity.start, quantity.end, quantity.middle
    half = _MEASURED if "." in text[start:end] else _MEASURED_ROUGHLY
    measured = Quantity(start, end, middle - half, middle + half)
    return Fact("magnitude", "", start, end, context(text, start, end), measured)


def _head(noun: re.Match[str]) -> str:
    """What is counted: rooms in "314 guest rooms", draws in "two consecutive draws"."""
    first, second = noun["noun"], noun["next"]
    of_one = not first.endswith("s") and first not in _PLURALS
    return second if of_one and second and second.endswith("s") and not second.endswith("ss") else first


def _group(after: str) -> str:
    """Whom the toll counts: "" for people as such, else the noun, so that children are not set against all."""
    beside = _BESIDE.match(after.lower())
    said = beside.group().split() if beside else []
    named = next((word for word in said if word not in _HURT), "")
    verb = said[:1] != [named] and not named.endswith("s") and named not in _PLURALS  # "11 dead came from …"
    return "" if named in _PEOPLE or not named or verb else _stem(named)


def _stem(word: str) -> str:
    return " ".join(sorted(stems_of(word))) or word.lower()
