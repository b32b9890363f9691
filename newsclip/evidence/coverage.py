"""Which reports tell what a clip says: its facts, the independent reports, and the passage of each that tells one.

A report tells a fact where the clip cites it for that, or where a title or a sentence of it tells the same: most of the
clip's words stand in it, not only its names; it has the same figures, its article the names; no day of it is another;
it denies what the clip denies. A title also tells what holds all that it says. What shares enough weight of words comes
near (`shared_content`); where even less is shared, nobody is called the only teller. What happened is told in many
ways (`event_coverage`). docs/why/site.md has the measures.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from operator import itemgetter
from typing import Literal

from newsclip.evidence.article_length import within_reach
from newsclip.evidence.differences import Difference, counts_people_otherwise, difference, other_number_of_people
from newsclip.evidence.document import Document, Quote, Sentence, SourceArticle
from newsclip.evidence.event_coverage import CommonEvent, EventFinder
from newsclip.evidence.fact_matching import (
    Comparable,
    are_alike,
    comparable,
    has_figures,
    has_names,
    holds,
    is_half,
    may_be_of_one_day,
    names_others,
    tells,
)
from newsclip.evidence.shared_content import Shared, SharedContent
from newsclip.evidence.verifier.text_check.near_passages import stems_of
from newsclip.evidence.visitor import TEXT, visit
from newsclip.kernel.spans import Passage, digest_of

# These bound the work: reports that are read, facts of a clip, and passages of a report compared with a fact.
MOST_REPORTS, MOST_FACTS, _COMPARED = 30, 40, 4
_LONGEST = 1_500  # characters: what is too long for a sentence tells nothing that is found here
_MOST_OF_EVENT = 0.8
_EVER = datetime.min.replace(tzinfo=UTC)
_FEWEST = 4  # content words of a fact: of fewer it does not show whether others tell it


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
class Telling:
    """The passage in which a teller tells a fact, and its words.

    `how`: the clip rests on it ("cited"), it tells the "same", or it comes "near", and may tell the same or not.
    `difference`: the one thing that it tells otherwise, where it comes near.
    """

    teller: int
    passage: Passage
    text: str
    how: Literal["cited", "same", "near"]
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class CoveredFact:
    """What the clip says once or several times (`said`, in its words), and at most one telling of each teller.

    `unclear`: the tellers that may tell a part of it, in words too different to show.
    """

    said: tuple[Sentence | Quote, ...]
    tellings: tuple[Telling, ...]
    unclear: tuple[int, ...] = ()

    @property
    def told_by(self) -> tuple[int, ...]:
        """The tellers that tell it."""
        return tuple(one.teller for one in self.tellings if one.how != "near")

    @property
    def alone(self) -> int | None:
        """The only teller of it, where no other comes even near."""
        return self.tellings[0].teller if len(self.tellings) == 1 and self.told_by and not self.unclear else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """`tellers` in the order of their numbers; `more`: reports that were not read, as there are too many; `elsewhere`:
    how many were not read as they are in another language than the clip, by language; `event`: what happened, as most
    of them tell it.
    """

    tellers: tuple[Teller, ...]
    facts: tuple[CoveredFact, ...]
    more: int = 0
    elsewhere: tuple[tuple[str, int], ...] = ()
    event: CommonEvent | None = None

    def teller_of(self, article: str) -> int | None:
        """The number of the teller that this article belongs to."""
        return next((number for number, one in enumerate(self.tellers) if article in one.articles), None)

    @property
    def told_alone(self) -> dict[str, str]:
        """What only one of several tells, as the clip says it, and the publisher."""
        single = ((fact, fact.alone) for fact in self.facts) if len(self.tellers) > 1 else ()
        return {one.text: self.tellers[n].publisher for fact, n in single if n is not None for one in fact.said}


def coverage(document: Document, articles: Sequence[SourceArticle]) -> Coverage:
    """Who tells the clip's sentences and quotations, among the first MOST_REPORTS reports.

    `articles`: those of the story, each report's own before its copies; in the revision that the clip cites where it
    does. Of each report its own is read, and those that the clip cites.
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
    matcher = _Matcher(read, column, document.language)
    facts = (_with_event(fact, finder, event, len(tellers)) for fact in matcher.facts(said, document.headline))
    return Coverage(tuple(tellers), tuple(facts), max(0, len(reports) - MOST_REPORTS), event=event)


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


class _Matcher:
    """Finds where each report tells a fact. `column`: the teller of each article; `language`: the clip's."""

    def __init__(self, read: Sequence[SourceArticle], column: dict[str, int], language: str) -> None:
        self._shared = SharedContent(read, language)
        self._known = {(one.id, one.revision): one for one in read}
        self._stems = {one.id: stems_of(f"{one.title}\n{within_reach(one.text)}", language) for one in read}
        self._column, self._language = column, language

    def facts(self, said: Iterable[Sentence | Quote], headline: Sentence) -> Iterator[CoveredFact]:
        """What tells the same is one fact, in the order in which the clip tells it first.

        A sentence that holds the headline is told, too, by who tells that: it is longer than what others say of it.
        """
        groups: list[tuple[Comparable, list[Sentence | Quote]]] = []
        for one in said:
            fact = self._comparable_of(one)
            host = next((group for other, group in groups if tells(fact, other) and tells(other, fact)), None)
            if host is not None:
                host.append(one)
            elif len(groups) < MOST_FACTS:
                groups.append((fact, [one]))
        core = self._comparable_of(headline)
        like_core = self._sharing(core)
        return (self._covered(fact, (core, like_core) if holds(fact, core) else None, group) for fact, group in groups)

    def _comparable_of(self, one: Sentence | Quote) -> Comparable:
        first = one.evidence[0]
        return self._comparable(one.text, self._known.get((first.article, first.revision)))

    def _covered(
        self, fact: Comparable, core: tuple[Comparable, Sequence[Shared]] | None, said: Sequence[Sentence | Quote]
    ) -> CoveredFact:
        """Tellings in the tellers' order; of one that the clip cites, the passage it cites first.

        `core`: the headline, where the fact holds it, and what shares words with it.
        """
        found: dict[int, Telling] = {}
        unclear = set(self._column.values()) if len(fact.stems) < _FEWEST else set[int]()
        for passage in (passage for one in said for passage in one.evidence):
            article = self._known.get((passage.article, passage.revision))
            if article and (words := _words(passage, article)):
                number = self._column[passage.article]
                found.setdefault(number, Telling(number, passage, words, "cited"))
        cited = frozenset(found)
        sharing_core = self._by_teller(core[1]) if core else {}
        for number, passages in self._by_teller(self._sharing(fact)).items():
            if number in cited:
                found[number] = self._newer(fact, number, passages[:_COMPARED], found[number].passage) or found[number]
                continue
            telling = self._telling(fact, number, passages[:_COMPARED])
            if core and (telling is None or (telling.how == "near" and not telling.difference)):
                telling = self._telling(core[0], number, sharing_core.get(number, [])[:_COMPARED]) or telling
            if telling:
                found[number] = telling
            unclear |= {number} if any(one.is_some for one in passages) else set()
        unsure = tuple(sorted(unclear - set(found)))
        return CoveredFact(tuple(said), tuple(found[number] for number in sorted(found)), unsure)

    def _sharing(self, fact: Comparable) -> list[Shared]:
        return self._shared.with_fact(fact.stems, fact.stems - fact.plain)

    def _by_teller(self, shared: Iterable[Shared]) -> dict[int, list[Shared]]:
        """By teller the passages that share words with it, the heaviest first."""
        found: dict[int, list[Shared]] = {}
        for one in shared:
            found.setdefault(self._column[one.words.passage.article], []).append(one)
        return found

    def _telling(self, fact: Comparable, number: int, passages: Sequence[Shared]) -> Telling | None:
        """The first of these passages that tells the same, or else comes near; None if none does."""
        near = [one for one in passages if one.is_near or one.is_core]
        same = next((one for one in near if self._tells_same(fact, one)), None)
        if same or not near:
            newer = self._newer(fact, number, near, same.words.passage) if same else None
            return newer or (Telling(number, same.words.passage, same.words.text, "same") if same else None)
        apart = [(one, difference(fact, self._of_shared(one))) for one in near]
        differing = [pair for pair in apart if pair[1]]
        best, differs = max(differing or apart[:1], key=lambda pair: self._published(pair[0]) or _EVER)
        return Telling(number, best.words.passage, best.words.text, "near", differs)

    def _newer(self, fact: Comparable, number: int, passages: Iterable[Shared], told: Passage) -> Telling | None:
        """The newest number of people that the teller gave, if it is another: it stands in place of the older."""
        before = self._known[told.article, told.revision].published
        counts: list[tuple[datetime, Shared, Difference | None]] = []
        for one in passages:
            after, other = self._published(one), self._of_shared(one)
            if before and after and after > before and (one.is_near or one.is_core) and are_alike(fact, other):
                differs = other_number_of_people(fact, other)
                if differs or self._tells_same(fact, one):
                    counts.append((after, one, differs))
        _, newest, differs = max(counts, key=itemgetter(0), default=(None, None, None))
        return Telling(number, newest.words.passage, newest.words.text, "near", differs) if newest and differs else None

    def _published(self, shared: Shared) -> datetime | None:
        passage = shared.words.passage
        return self._known[passage.article, passage.revision].published

    def _tells_same(self, fact: Comparable, shared: Shared) -> bool:
        """As a sentence does; or one that has all of a short fact, or a title that has nothing but what it says."""
        other = self._of_shared(shared)
        if counts_people_otherwise(fact, other):
            return False
        if tells(fact, other):
            return True
        if fact.denies != other.denies or not may_be_of_one_day(fact, other):
            return False
        mostly = shared.is_mostly and has_figures(fact, other) and not is_half(other, fact)
        if mostly and has_names(other, fact) and not names_others(fact, other):
            return True
        return (shared.is_core and has_figures(fact, other)) or (shared.is_whole and has_figures(other, fact))

    def _of_shared(self, shared: Shared) -> Comparable:
        passage = shared.words.passage
        return self._comparable(shared.words.text, self._known[passage.article, passage.revision])

    def _comparable(self, whole: str, article: SourceArticle | None) -> Comparable:
        text = whole if len(whole) <= _LONGEST else ""
        around = self._stems[article.id] if article else frozenset[str]()
        return comparable(text, self._language, around, article.published if article else None)


def _words(passage: Passage, article: SourceArticle) -> str:
    """The passage's words; "" where the article has others there, or may not show them."""
    words = passage.span.of(article.title if passage.part == "title" else article.text)
    return words if digest_of(words) == passage.digest else ""
