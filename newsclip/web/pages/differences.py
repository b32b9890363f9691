"""Where the publishers of one story give different numbers, words or days: a line that is read at a glance."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsclip.evidence.coverage import Coverage, CoveredFact, Telling
from newsclip.evidence.document import Document
from newsclip.evidence.event_coverage import EventTelling

MOST = 3  # what a line has room for


@dataclass(frozen=True, slots=True)
class Side:
    """A value, in the words of those who give it."""

    value: str
    publishers: tuple[str, ...]


type Difference = tuple[Side, ...]


def differences(told: Coverage, document: Document) -> tuple[Difference, ...]:
    """What they disagree about, as the clip has it, and then what the tellings of its facts have otherwise."""
    event = [_of_tellings(told.event.tellings, told.event.told_by, told)] if told.event else []
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
    return (_of_tellings(fact.tellings, fact.told_by, told) for fact in facts)


def _of_tellings(
    tellings: Sequence[Telling] | Sequence[EventTelling], told_by: Iterable[int], told: Coverage
) -> Difference:
    """The value of those who tell it, and what others have in its place."""
    apart = [(one.teller, one.difference) for one in tellings if one.difference and one.difference.told]
    if not apart:
        return ()
    said = apart[0][1].said
    values = [
        *((said, number) for number in told_by),
        *((one.told, number) for number, one in apart if one.said == said),
    ]
    return _sides((value, told.tellers[number].publisher) for value, number in values)


def _sides(given: Iterable[tuple[str, str]]) -> Difference:
    """The publishers of each value, in the order in which the values come."""
    found: dict[str, dict[str, None]] = {}
    for value, publisher in given:
        found.setdefault(value, {})[publisher] = None
    return tuple(Side(value, tuple(names)) for value, names in found.items())
