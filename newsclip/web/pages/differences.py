"""Where the publishers of one story give different numbers, words or days, and what grew: read at a glance."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.text import Truncator

from newsclip.evidence.coverage import Coverage
from newsclip.evidence.differences import Difference as EvidenceDifference
from newsclip.evidence.document import Disagreement, Document
from newsclip.evidence.event_coverage import EventTelling
from newsclip.evidence.fact_finder import CoveredFact, Telling
from newsclip.language.quantities import quantities
from newsclip.web.pages.clip_document import ReadyClip

MOST = 3  # what a line has room for
_LONGEST = 90  # characters of a sentence


@dataclass(frozen=True, slots=True)
class Side:
    """A value, in the words of those who give it."""

    value: str
    publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """`about`: the question that the values answer. `sentence`: what the first side's first publisher writes around its
    value, cut to what a line has room for.
    """

    sides: tuple[Side, ...]
    about: str = ""
    sentence: str = ""

    @property
    def others(self) -> tuple[Side, ...]:
        """What is still to say behind the sentence."""
        first, *rest = self.sides
        again = (Side(first.value, first.publishers[1:]),) if first.publishers[1:] else ()
        return (*again, *rest)


@dataclass(frozen=True, slots=True)
class Update:
    """A number of people that grew from one report to another: what the newest say, and what was said before."""

    now: tuple[Side, ...]
    before: tuple[Side, ...]


def differences(told: Coverage, document: Document) -> tuple[Difference, ...]:
    """What they disagree about, as the clip has it, and then what the tellings of its facts have otherwise."""
    event = [_of_tellings(told.event.tellings, [told.event.text], told)] if told.event else []
    return _each_once([*_of_claims(document), *_of_facts(told.facts, told), *event])


def differences_on_clip(told: Coverage | None, reading: ReadyClip) -> tuple[Difference, ...]:
    """What they disagree about, and what the tellings of the summary have otherwise, where these are known."""
    summary = _of_facts(_summary(told, reading.document), told) if told else ()
    return _each_once([*_of_claims(reading.document, reading), *summary])


def differences_of(reading: ReadyClip) -> tuple[Difference, ...]:
    """What they disagree about, as the clip has it."""
    return _each_once(_of_claims(reading.document, reading))


def example(entry: Disagreement, reading: ReadyClip) -> str:
    """The sentence around the first value, where the clip has one."""
    shown = reading.shown(entry.claims[0])
    return shown.text.join(shown.around) if shown.around else ""


def updates_on_clip(told: Coverage | None, document: Document) -> tuple[Update, ...]:
    """The numbers of people in the summary that grew, where the clip's own is given in a publisher's words."""
    found = (_update_of(fact, told) for fact in _summary(told, document)) if told else ()
    return tuple(dict.fromkeys(one for one in found if one))[:MOST]


def _summary(told: Coverage, document: Document) -> list[CoveredFact]:
    said = {one.text for one in document.summary}
    return [fact for fact in told.facts if any(one.text in said for one in fact.said)]


def _each_once(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """The first MOST of them; what is told again with the same side is left out."""
    kept: list[Difference] = []
    for one in found:
        if len(one.sides) > 1 and not any(_is_same(one, known) for known in kept):
            kept.append(one)
    return tuple(kept[:MOST])


def _is_same(one: Difference, other: Difference) -> bool:
    """Whether they share a side, and nothing says that they answer two questions: three dead, and three hurt."""
    asked = {one.about, other.about} - {""}
    return len(asked) < 2 and any(_is_same_side(own, known) for own in one.sides for known in other.sides)


def _is_same_side(one: Side, other: Side) -> bool:
    """Whether they are equal, or of the same publishers and one is the other cut: "3.2 million" of its crowns."""
    short, long = sorted((one.value, other.value), key=len)
    return one.publishers == other.publishers and (short == long or long.startswith(f"{short} "))


def _of_claims(document: Document, reading: ReadyClip | None = None) -> Iterator[Difference]:
    publishers = {one.article: one.publisher for one in document.sources}
    for entry in document.disagreements:
        given = [(one.value, passage.article) for one in entry.claims for passage in one.evidence]
        sides = _sides((value, publishers[article]) for value, article in given if article in publishers)
        yield Difference(sides, entry.about, _around(entry, reading) if reading else "")


def _around(entry: Disagreement, reading: ReadyClip) -> str:
    """The sentence around the first value, cut where it is long, but for the value itself."""
    shown = reading.shown(entry.claims[0])
    if not shown.around:
        return ""
    before, after = shown.around
    room = max(0, _LONGEST - len(shown.text))
    if len(before) > room:
        before = "…" + before[len(before) - room :].partition(" ")[2]
    return before + shown.text + Truncator(after).chars(max(1, room - len(before)))


def _of_facts(facts: Iterable[CoveredFact], told: Coverage) -> Iterator[Difference]:
    return (_of_tellings(fact.tellings, [one.text for one in fact.said], told) for fact in facts)


def _of_tellings(
    tellings: Sequence[Telling] | Sequence[EventTelling], said: Iterable[str], told: Coverage
) -> Difference:
    """The value of those whose own words have it, and what others have in its place; nothing where nobody's have it.

    A number that has grown since is no difference.

    Who tells the same may leave the value out, or write "11" for "eleven": nobody is quoted with what they never wrote.
    """
    apart = [(one.teller, one.difference) for one in tellings if one.difference and not one.difference.update]
    own = _own(tellings, said, apart[0][1], told) if apart else []
    others = [(one.told, told.tellers[number].publisher) for number, one in apart if own and one.said == own[0][0]]
    return Difference(_sides([*own, *others]))


def _update_of(fact: CoveredFact, told: Coverage) -> Update | None:
    """Where a later number is known, the clip's own is an older one, even if its publisher has the later, too."""
    apart = [(one.teller, one.difference) for one in fact.tellings if one.difference and one.difference.update]
    if not apart:
        return None
    first = apart[0][1]
    given = {"earlier": list[tuple[str, str]](), "later": list[tuple[str, str]]()}
    for number, one in apart:
        if one.update and one.said == first.said:
            given[one.update].append((one.told, told.tellers[number].publisher))
    own = _sides(_own(fact.tellings, [one.text for one in fact.said], first, told))
    earlier, later = _sides(given["earlier"]), _sides(given["later"])
    if len(later) > 1:  # which of them is the latest, the passages do not say
        return None
    if later:
        return Update(later, (*(own or (Side(first.said, ()),)), *earlier))
    return Update(own, earlier) if own else None


def _own(
    tellings: Sequence[Telling] | Sequence[EventTelling], said: Iterable[str], first: EvidenceDifference, told: Coverage
) -> list[tuple[str, str]]:
    """The clip's own value with the publishers whose words have it."""
    value = next((found for words in said if (found := _value(first, words))), None)
    own = [one.teller for one in tellings if value and one.how != "near" and _gives(one.text, value)]
    return [(first.said, told.tellers[number].publisher) for number in own]


def _value(difference: EvidenceDifference, words: str) -> re.Pattern[str] | None:
    """Finds the value as these words have it, a figure with the word behind it: 14 cracks are not 14 days."""
    found = re.search(rf"(?<![\w.,]){re.escape(difference.said)}(?![.,]?\w)", words)
    if found and difference.kind == "figure":
        found = re.compile(rf"{re.escape(found.group())}(?:\W{{1,3}}\w+)?").match(words, found.start())
    return re.compile(rf"(?<![\w.,]){re.escape(found.group())}(?![.,]?\w)", re.IGNORECASE) if found else None


def _gives(text: str, value: re.Pattern[str]) -> bool:
    """Whether these words have it, and not as a part of "at least eleven"."""
    wholes = [(one.start, one.end) for one in quantities(text)]
    starts = (match.start() for match in value.finditer(text))
    return any(not any(start < at < end for start, end in wholes) for at in starts)


def _sides(given: Iterable[tuple[str, str]]) -> tuple[Side, ...]:
    """The publishers of each value, in the order in which the values come."""
    found: dict[str, dict[str, None]] = {}
    for value, publisher in given:
        found.setdefault(value, {})[publisher] = None
    return tuple(Side(value, tuple(names)) for value, names in found.items())
