"""Which reports tell what a clip says: its facts, the independent reports, and the passage of each that tells one.

A report tells a fact where the clip cites it for that, or where a title or a sentence of it tells the same: most of the
clip's words stand in it, not only its names; it has the same figures, its article the names; no day of it is another;
it denies what the clip denies. A title also tells what holds all that it says. What shares enough weight of words comes
near (`shared_content`); where even less is shared, nobody is called the only teller. What happened is told in many
ways (`event_coverage`). docs/why/site.md has the measures.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from newsclip.evidence.document import Document, Quote, Sentence, SourceArticle
from newsclip.evidence.event_coverage import CommonEvent, EventFinder
from newsclip.evidence.fact_finder import CoveredFact, FactFinder, Telling
from newsclip.evidence.untold_facts import meet, untold_facts
from newsclip.evidence.visitor import TEXT, visit

MOST_REPORTS = 30  # that are read: bounds the work
_MOST_OF_EVENT = 0.8


@dataclass(frozen=True, slots=True)
class Teller:
    """A publisher, with the articles of all reports that began with it.

    `copies`: the other publishers that print the same text, each once.
    """

    publisher: str
    domain: str
    articles: tuple[str, ...]
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """`tellers` in the order of their numbers; `more`: reports that were not read, as there are too many; `elsewhere`:
    how many were not read as they are in another language than the clip, by language; `event`: what happened, as most
    of them tell it; `beyond`: what several tell, or one alone, and the clip does not.
    """

    tellers: tuple[Teller, ...]
    facts: tuple[CoveredFact, ...]
    more: int = 0
    elsewhere: tuple[tuple[str, int], ...] = ()
    event: CommonEvent | None = None
    beyond: tuple[CoveredFact, ...] = ()

    def teller_of(self, article: str) -> int | None:
        """The number of the teller that this article belongs to."""
        return next((number for number, one in enumerate(self.tellers) if article in one.articles), None)

    @property
    def told_alone(self) -> dict[str, str]:
        """What only one of several tells, as the clip says it, and the publisher."""
        single = ((fact, fact.alone) for fact in self.facts) if len(self.tellers) > 1 else ()
        return {one.text: self.tellers[n].publisher for fact, n in single if n is not None for one in fact.said}


def coverage(document: Document, articles: Sequence[SourceArticle], lines: Sequence[Sentence] = ()) -> Coverage:
    """Who tells the clip's sentences and quotations, among the first MOST_REPORTS reports, and what it does not tell.

    `articles`: those of the story, each report's own before its copies; in the revision that the clip cites where it
    does. Of each report its own is read, and those that the clip cites. `lines`: their sentences that can be shown by
    themselves.
    """
    reports: dict[str, list[SourceArticle]] = {}
    for one in articles:
        reports.setdefault(one.report, []).append(one)
    tellers = _tellers(list(reports.values())[:MOST_REPORTS])
    said = [one for place, one in visit(document) if place in TEXT and isinstance(one, (Sentence, Quote))]
    cited = {passage.article for one in said for passage in one.evidence}
    begun = {report[0].id for report in reports.values()}
    column = {article: number for number, teller in enumerate(tellers) for article in teller.articles}
    read = [one for one in articles if one.id in column and (one.id in begun or one.id in cited)]
    finder = EventFinder(read, column, document.language)
    event = finder.event()
    matcher = FactFinder(read, column, document.language)
    found = matcher.facts(said, document.headline)
    facts = tuple(_with_event(fact, finder, event, len(tellers)) for fact in found)
    more = max(0, len(reports) - MOST_REPORTS)
    rests = {passage for _, one in visit(document) for passage in one.evidence}
    beyond = untold_facts(matcher, _without_event(lines, finder, event), facts, rests) if len(tellers) > 1 else ()
    return Coverage(tuple(tellers), facts, more, event=event, beyond=beyond)


def _without_event(lines: Sequence[Sentence], finder: EventFinder, event: CommonEvent | None) -> list[Sentence]:
    """What is not told where the event is, or tells of it: that has a row of its own."""
    there = [one.passage for one in event.tellings] if event else []
    return [
        line
        for line in lines
        if not any(meet(line.evidence[0], one) for one in there) and not (event and finder.part_of(line.text, event))
    ]


def _with_event(fact: CoveredFact, finder: EventFinder, event: CommonEvent | None, tellers: int) -> CoveredFact:
    """A sentence that tells of the event, and perhaps of more, is told by nobody "not at all".

    Who tells the event comes near it where it holds most of that; of the others it is unclear.
    """
    part = max((finder.part_of(one.text, event) for one in fact.said), default=0.0) if event else 0.0
    if event is None or not part:
        return fact
    said = fact.said[0]
    near = {
        one.teller: Telling(one.teller, one.passage, one.text, "near", finder.count_apart(said, one))
        for one in event.tellings
    }
    own = {one.teller: one for one in fact.tellings if one.how != "near" or one.difference or not _differs(near, one)}
    found = (near if part >= _MOST_OF_EVENT else {one.teller: one for one in fact.tellings}) | own
    unclear = tuple(number for number in range(tellers) if number not in found)
    return replace(fact, tellings=tuple(found[number] for number in sorted(found)), unclear=unclear)


def _differs(near: Mapping[int, Telling], one: Telling) -> bool:
    return one.teller in near and near[one.teller].difference is not None


def _tellers(reports: Iterable[Sequence[SourceArticle]]) -> list[Teller]:
    found: dict[str, Teller] = {}
    for report in reports:
        name, domain = report[0].publisher or report[0].domain, report[0].domain
        own = found.get(name) or Teller(name, domain, ())
        copies = dict.fromkeys((*own.copies, *(one.publisher or one.domain for one in report)))
        copies.pop(name, None)
        found[name] = replace(own, articles=(*own.articles, *(one.id for one in report)), copies=tuple(copies))
    return list(found.values())
