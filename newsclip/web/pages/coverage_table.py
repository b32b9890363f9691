"""A story's coverage as a table: what the clip says × who tells it; each sign leads to the publisher's words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from newsclip.evidence.coverage import Coverage, Teller
from newsclip.evidence.document import Claim, Disagreement, Quote
from newsclip.evidence.event_coverage import CommonEvent, EventTelling
from newsclip.evidence.fact_finder import CoveredFact, Telling
from newsclip.evidence.visitor import Statement
from newsclip.web.pages.clip_document import ReadyClip
from newsclip.web.pages.differences import Difference, differences, example

MOST_COLUMNS = 8  # as many as a wide page has room for

type Group = Literal["event", "all", "disagree", "some", "unsure", "one", "beyond", "beyond-one"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one publisher tells of a fact, and where on the evidence page its words are; `value` where it has another.

    `how` is "" where it tells nothing of it, "unclear" where its words are too different to know, "differs" where it
    tells the same thing otherwise (`value`), and "earlier" or "later" where that is what was known at another time.
    `words`: those of the event and of what is not in the clip, which stand on the page itself.
    """

    publisher: str
    how: str = ""
    anchor: str = ""
    value: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A fact in the clip's words (`quoted`: somebody's), or what the publishers disagree about.

    `told` publishers tell it, with those that print a teller's text; `only`: the one teller that does, `printed` by
    others, too, and `alone` where no other comes near. `example`: the first sentence of what they disagree about.
    `is_event`: what happened, in the words of `of`, whose article is at `url`; `beyond`: what is not in the clip, too.
    """

    text: str
    cells: tuple[Cell, ...]
    example: str = ""
    quoted: bool = False
    told: int = 0
    only: str = ""
    printed: bool = False
    alone: bool = False
    is_event: bool = False
    beyond: bool = False
    of: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """`all`: how many publishers tell the story; `tellers`: how many of them a report began with; `columns`: those of
    them that are shown, with most to tell.

    `groups`: the event, where not all tell the same of it; what all of them tell, the event first; what they disagree
    about; what several tell, one and perhaps others, or one alone; what several tell, or one
    alone, and the clip does not; none is empty.

    `elsewhere`: how many reports are in other languages, and so not compared; `differences`: where they differ.
    """

    all: int
    tellers: int
    columns: tuple[Teller, ...]
    groups: tuple[tuple[Group, tuple[Row, ...]], ...]
    unread: int
    elsewhere: tuple[tuple[str, int], ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def event(self) -> Row | None:
        """What happened, with the words of each that tells it."""
        return next((row for _, rows in self.groups for row in rows if row.is_event), None)

    @property
    def beyond(self) -> tuple[Row, ...]:
        """What is not in the clip."""
        return tuple(row for _, rows in self.groups for row in rows if row.beyond)

    @property
    def has_alone(self) -> bool:
        return any(row.alone for _, rows in self.groups for row in rows)


def coverage_table(told: Coverage, ready: ReadyClip) -> CoverageTable | None:
    """The table of a clip; None where only one publisher tells the story. The event has one row."""
    event = told.event.text if told.event else ""
    facts = [
        fact
        for fact in told.facts
        if fact.said[0].text != event and (fact.told_by or any(one.difference for one in fact.tellings))
    ]
    if len(told.tellers) < 2 or not (facts or told.event):
        return None
    columns, numbers = _columns(told, [*facts, *told.beyond]), _numbers(ready)
    rows: dict[Group, list[Row]] = {
        "event": [],
        "all": [],
        "disagree": [],
        "some": [],
        "unsure": [],
        "one": [],
        "beyond": [],
        "beyond-one": [],
    }
    if told.event:
        of_all = len(told.event.told_by) == len(told.tellers)
        rows["all" if of_all else "event"].append(_event(told.event, told, columns))
    around = [_fact_around(one, facts, told, ready) for one in ready.document.disagreements]
    above = [fact for fact in around if fact]
    rows["disagree"] = [
        _disagreement(one, told, columns, ready, fact.unclear if fact else ())
        for one, fact in zip(ready.document.disagreements, around, strict=True)
    ]
    for fact in facts:
        if fact not in above:
            rows[_group(fact, told)].append(_row(fact, told, columns, numbers[fact.said[0]]))
    for number, fact in enumerate(told.beyond):
        rows["beyond-one" if len(fact.told_by) == 1 else "beyond"].append(_beyond(fact, told, columns, number))
    return CoverageTable(
        all=_publishers(told.tellers),
        tellers=len(told.tellers),
        columns=tuple(told.tellers[number] for number in columns),
        groups=tuple((group, tuple(found)) for group, found in rows.items() if found),
        unread=told.more,
        elsewhere=told.elsewhere,
        differences=differences(told, ready.document),
    )


def others_of(told: Coverage, ready: ReadyClip) -> dict[int, list[tuple[str, Telling, Teller]]]:
    """Per number of a statement: the tellings that the clip does not cite, each with its anchor and its teller."""
    numbers = _numbers(ready)
    return {
        number: [
            (_anchor(number, telling), telling, told.tellers[telling.teller])
            for telling in fact.tellings
            if telling.how != "cited"
        ]
        for fact in told.facts
        for number in [numbers[fact.said[0]]]
    }


def _publishers(tellers: Sequence[Teller]) -> int:
    """How many publishers these are with those that print the same texts."""
    return len({name for one in tellers for name in (one.publisher, *one.copies)})


def _group(fact: CoveredFact, told: Coverage) -> Group:
    number = len(fact.told_by)
    if number == len(told.tellers):
        return "all"
    if any(one.difference and not one.difference.update for one in fact.tellings):
        return "disagree"
    if number > 1:
        return "some"
    return "one" if fact.alone is not None else "unsure"


def _numbers(ready: ReadyClip) -> dict[Statement, int]:
    """The first number of everything that is said; what was kept in a cache is equal to it, not the same."""
    return {claim.said: claim.number for claim in reversed(ready.claims)}


def _columns(told: Coverage, facts: Sequence[CoveredFact]) -> list[int]:
    """The numbers of the tellers that tell most, in the order of the reports."""
    tells = [sum(number in fact.told_by for fact in facts) for number in range(len(told.tellers))]
    return sorted(sorted(range(len(tells)), key=lambda number: -tells[number])[:MOST_COLUMNS])


def _row(fact: CoveredFact, told: Coverage, columns: Sequence[int], number: int) -> Row:
    found = {telling.teller: telling for telling in fact.tellings}
    only = told.tellers[fact.told_by[0]] if len(fact.told_by) == 1 else None
    return Row(
        text=fact.said[0].text,
        cells=tuple(
            Cell(told.tellers[column].publisher, "unclear")
            if column in fact.unclear
            else _cell(told.tellers[column], found.get(column), number)
            for column in columns
        ),
        quoted=isinstance(fact.said[0], Quote),
        told=_publishers([told.tellers[place] for place in fact.told_by]),
        only=only.publisher if only else "",
        printed=bool(only and only.copies),
        alone=fact.alone is not None,
    )


def _event(event: CommonEvent, told: Coverage, columns: Sequence[int]) -> Row:
    """What happened: whose words do not show that they tell it is no "no"."""
    found = {one.teller: one for one in event.tellings}
    return Row(
        event.text,
        tuple(_event_cell(told.tellers[column].publisher, found.get(column)) for column in columns),
        told=_publishers([told.tellers[place] for place in event.told_by]),
        is_event=True,
        of=told.tellers[event.teller].publisher,
        url=event.url,
    )


def _event_cell(publisher: str, one: EventTelling | None) -> Cell:
    if one is None:
        return Cell(publisher, "unclear")
    return Cell(publisher, _how(one), f"event-{one.teller}", one.difference.told if one.difference else "", one.text)


def _beyond(fact: CoveredFact, told: Coverage, columns: Sequence[int], number: int) -> Row:
    """What is not in the clip, in the words of the first that tells it."""
    found = {one.teller: one for one in fact.tellings}
    own = told.teller_of(fact.said[0].evidence[0].article)
    return Row(
        fact.said[0].text,
        tuple(
            _beyond_cell(told.tellers[column].publisher, found.get(column), number, unclear=column in fact.unclear)
            for column in columns
        ),
        told=_publishers([told.tellers[place] for place in fact.told_by]),
        beyond=True,
        of=told.tellers[own].publisher if own is not None else "",
    )


def _beyond_cell(publisher: str, one: Telling | None, number: int, *, unclear: bool) -> Cell:
    if one is None:
        return Cell(publisher, "unclear" if unclear else "")
    other = one.difference.told if one.difference else ""
    return Cell(publisher, _how(one), f"beyond-{number}-{one.teller}", other, one.text)


def _cell(teller: Teller, telling: Telling | None, number: int) -> Cell:
    if telling is None:
        return Cell(teller.publisher)
    other = telling.difference.told if telling.difference else ""
    return Cell(teller.publisher, _how(telling), _anchor(number, telling), other)


def _how(one: Telling | EventTelling) -> str:
    return (one.difference.update or "differs") if one.difference else one.how


def _anchor(number: int, telling: Telling) -> str:
    """That of the clip's own evidence, or of another telling beside it."""
    return f"s{number}" if telling.how == "cited" else f"s{number}-{telling.teller}"


def _fact_around(
    entry: Disagreement, facts: Sequence[CoveredFact], told: Coverage, ready: ReadyClip
) -> CoveredFact | None:
    """The fact that is the sentence around the first value, where nobody tells it but those who give a value."""
    sentence, sides = example(entry, ready), _sides_of(entry, told)
    return next(
        (one for one in facts if one.said[0].text == sentence and {each.teller for each in one.tellings} <= {*sides}),
        None,
    )


def _sides_of(entry: Disagreement, told: Coverage) -> dict[int, Claim]:
    return {
        number: claim
        for claim in reversed(entry.claims)
        for passage in claim.evidence
        if (number := told.teller_of(passage.article)) is not None
    }


def _disagreement(
    entry: Disagreement, told: Coverage, columns: Sequence[int], ready: ReadyClip, unclear: Sequence[int]
) -> Row:
    claims = _sides_of(entry, told)
    cells = tuple(
        Cell(told.tellers[column].publisher, "unclear")
        if column in unclear and column not in claims
        else _value(told.tellers[column], claims.get(column), ready)
        for column in columns
    )
    return Row(entry.about, cells, example=example(entry, ready))


def _value(teller: Teller, claim: Claim | None, ready: ReadyClip) -> Cell:
    if claim is None:
        return Cell(teller.publisher)
    return Cell(teller.publisher, "cited", f"s{ready.shown(claim).number}", claim.value)
