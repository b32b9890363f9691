"""Where the publishers of one story give different numbers, words or days: a line that is read at a glance."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsclip.evidence.coverage import Coverage, CoveredFact, Telling
from newsclip.evidence.differences import Difference as EvidenceDifference
from newsclip.evidence.document import Document
from newsclip.evidence.event_coverage import EventTelling
from newsclip.language.quantities import quantities

MOST = 3  # what a line has room for


@dataclass(frozen=True, slots=True)
class Side:
    """A value, in the words of those who give it."""

    value: str
    publishers: tuple[str, ...]


type Difference = tuple[Side, ...]


def differences(told: Coverage, document: Document) -> tuple[Difference, ...]:
    """What they disagree about, as the clip has it, and then what the tellings of its facts have otherwise."""
    event = [_of_tellings(told.event.tellings, [told.event.text], told)] if told.event else []
    return _each_once([*_of_claims(document), *_of_facts(told.facts, told), *event])


def differences_on_clip(told: Coverage | None, document: Document) -> tuple[Difference, ...]:
    """What they disagree about, and what the tellings of the summary have otherwise, where these are known."""
    said = {one.text for one in document.summary}
    summary = [fact for fact in told.facts if any(one.text in said for one in fact.said)] if told else []
    return _each_once([*_of_claims(document), *(_of_facts(summary, told) if told else ())])


def _each_once(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """The first MOST of them; what shares a side with one before it is the same difference, told again."""
    kept: list[Difference] = []
    for one in found:
        if len(one) > 1 and not any(side in known for known in kept for side in one):
            kept.append(one)
    return tuple(kept[:MOST])


def _of_claims(document: Document) -> Iterator[Difference]:
    publishers = {one.article: one.publisher for one in document.sources}
    for entry in document.disagreements:
        given = [(one.value, passage.article) for one in entry.claims for passage in one.evidence]
        yield _sides((value, publishers[article]) for value, article in given if article in publishers)


def _of_facts(facts: Iterable[CoveredFact], told: Coverage) -> Iterator[Difference]:
    return (_of_tellings(fact.tellings, [one.text for one in fact.said], told) for fact in facts)


def _of_tellings(
    tellings: Sequence[Telling] | Sequence[EventTelling], said: Iterable[str], told: Coverage
) -> Difference:
    """The value of those whose own words have it, and what others have in its place; () where nobody's have it.

    A number that has grown since is no difference.

    Who tells the same may leave the value out, or write "11" for "eleven": nobody is quoted with what they never wrote.
    """
    apart = [(one.teller, one.difference) for one in tellings if one.difference and not one.difference.update]
    if not apart:
        return ()
    first = apart[0][1]
    value = next((found for words in said if (found := _value(first, words))), None)
    own = [one.teller for one in tellings if value and one.how != "near" and _gives(one.text, value)]
    if not own:
        return ()
    others = [(one.told, number) for number, one in apart if one.said == first.said]
    values = [*((first.said, number) for number in own), *others]
    return _sides((value, told.tellers[number].publisher) for value, number in values)


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


def _sides(given: Iterable[tuple[str, str]]) -> Difference:
    """The publishers of each value, in the order in which the values come."""
    found: dict[str, dict[str, None]] = {}
    for value, publisher in given:
        found.setdefault(value, {})[publisher] = None
    return tuple(Side(value, tuple(names)) for value, names in found.items())
