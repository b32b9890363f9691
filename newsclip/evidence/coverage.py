"""Which reports tell what a clip says: its facts, the independent reports, and the passage of each that tells one.

A report tells a fact where the clip cites it for that, or where a title or a sentence of it tells the same: most of the
clip's words stand in it, not only its names; it has the same figures, its article the names; no day of it is another;
it denies what the clip denies. A title also tells what holds all that it says. What shares enough weight of words comes
near (`shared_content`); where even less is shared, nobody is called the only teller. docs/why/site.md has the measures.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from newsclip.evidence.article_length import within_reach
from newsclip.evidence.document import Document, Quote, Sentence, SourceArticle
from newsclip.evidence.other_counts import other_count
from newsclip.evidence.shared_content import Shared, SharedContent
from newsclip.evidence.tokens import negates, tokens
from newsclip.evidence.verifier.text_check.details import Detail, details_of
from newsclip.evidence.verifier.text_check.near_passages import stems_of
from newsclip.evidence.visitor import TEXT, visit
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.content_words import content_stems, same_fact
from newsclip.language.days import Day, days

# These bound the work: reports that are read, facts of a clip, and passages of a report compared with a fact.
MOST_REPORTS, MOST_FACTS, _COMPARED = 30, 40, 4
_LONGEST = 1_500  # characters: what is too long for a sentence tells nothing that is found here
# Of the fact's content words, and of those that are no names. On the other half, at .5 and 0, 4 of 40 passages had only
# the names of a fact, or half of it; now 2 of 30.
_LEAST_HELD, _LEAST_PLAIN = 0.6, 0.4
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
    `count`: its words for another number of people than the fact has.
    """

    teller: int
    passage: Passage
    text: str
    how: Literal["cited", "same", "near"]
    count: str = ""


@dataclass(frozen=True, slots=True)
class CoveredFact:
    """What the clip says once or several times (`said`, in its words), and at most one telling of each teller.

    `unsure`: others may tell a part of it, in words too different to show.
    """

    said: tuple[Sentence | Quote, ...]
    tellings: tuple[Telling, ...]
    unsure: bool = False

    @property
    def told_by(self) -> tuple[int, ...]:
        """The tellers that tell it."""
        return tuple(one.teller for one in self.tellings if one.how != "near")

    @property
    def alone(self) -> int | None:
        """The only teller of it, where no other comes even near."""
        return self.tellings[0].teller if len(self.tellings) == 1 and self.told_by and not self.unsure else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """`tellers` in the order of their numbers; `more`: reports that were not read, as there are too many; `elsewhere`:
    how many were not read as they are in another language than the clip, by language.
    """

    tellers: tuple[Teller, ...]
    facts: tuple[CoveredFact, ...]
    more: int = 0
    elsewhere: tuple[tuple[str, int], ...] = ()

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
    matcher = _Matcher(read, column, document.language)
    return Coverage(tuple(tellers), tuple(matcher.facts(said, document.headline)), max(0, len(reports) - MOST_REPORTS))


def _tellers(reports: Iterable[Sequence[SourceArticle]]) -> list[Teller]:
    found: dict[str, Teller] = {}
    for report in reports:
        name, domain = report[0].publisher or report[0].domain, report[0].domain
        own = found.get(name) or Teller(name, domain, ())
        copies = dict.fromkeys((*own.copies, *(one.publisher or one.domain for one in report)))
        copies.pop(name, None)
        found[name] = replace(own, articles=(*own.articles, *(one.id for one in report)), copies=tuple(copies))
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells: content words, those of them that are no names, details, days, whether it denies.

    `around`: the words of its whole article.
    """

    text: str
    language: str
    around: frozenset[str]
    stems: frozenset[str]
    plain: frozenset[str]
    details: tuple[Detail, ...]
    days: tuple[Day, ...]
    denies: bool


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
        groups: list[tuple[_Told, list[Sentence | Quote]]] = []
        for one in said:
            told = self._told_in(one)
            host = next((group for other, group in groups if _tells(told, other) and _tells(other, told)), None)
            if host is not None:
                host.append(one)
            elif len(groups) < MOST_FACTS:
                groups.append((told, [one]))
        core = self._told_in(headline)
        like_core = self._sharing(core)
        return (self._covered(fact, (core, like_core) if _holds(fact, core) else None, group) for fact, group in groups)

    def _told_in(self, one: Sentence | Quote) -> _Told:
        first = one.evidence[0]
        return self._told(one.text, self._known.get((first.article, first.revision)))

    def _covered(
        self, fact: _Told, core: tuple[_Told, Sequence[Shared]] | None, said: Sequence[Sentence | Quote]
    ) -> CoveredFact:
        """Tellings in the tellers' order; of one that the clip cites, the passage it cites first.

        `core`: the headline, where the fact holds it, and what shares words with it.
        """
        found: dict[int, Telling] = {}
        for passage in (passage for one in said for passage in one.evidence):
            article = self._known.get((passage.article, passage.revision))
            if article and (words := _words(passage, article)):
                number = self._column[passage.article]
                found.setdefault(number, Telling(number, passage, words, "cited"))
        cited, unsure = frozenset(found), len(fact.stems) < _FEWEST
        told_of_core = self._others(core[1], cited) if core else {}
        for number, passages in self._others(self._sharing(fact), cited).items():
            telling = self._telling(fact, number, passages[:_COMPARED])
            if core and (telling is None or telling.how == "near"):
                telling = self._telling(core[0], number, told_of_core.get(number, [])[:_COMPARED]) or telling
            if telling:
                found[number] = telling
            unsure = unsure or any(one.is_some for one in passages)
        return CoveredFact(tuple(said), tuple(found[number] for number in sorted(found)), unsure)

    def _sharing(self, fact: _Told) -> list[Shared]:
        return self._shared.with_fact(fact.stems, fact.stems - fact.plain)

    def _others(self, shared: Iterable[Shared], cited: frozenset[int]) -> dict[int, list[Shared]]:
        """By teller that the clip does not cite for it: the passages that share words with it, the heaviest first."""
        found: dict[int, list[Shared]] = {}
        for one in shared:
            number = self._column[one.told.passage.article]
            if number not in cited:
                found.setdefault(number, []).append(one)
        return found

    def _telling(self, fact: _Told, number: int, passages: Sequence[Shared]) -> Telling | None:
        """The first of these passages that tells the same, or else comes near; None if none does."""
        near = [one for one in passages if one.is_near or one.is_core]
        same = next((one for one in near if self._tells_same(fact, one)), None)
        best = same or next(iter(near), None)
        if best is None:
            return None
        count = other_count(fact.text, best.told.words, self._language)
        return Telling(number, best.told.passage, best.told.words, "same" if same else "near", count)

    def _tells_same(self, fact: _Told, shared: Shared) -> bool:
        """As a sentence does; or one that has all of a short fact, or a title that has nothing but what it says."""
        passage = shared.told.passage
        told = self._told(shared.told.words, self._known[passage.article, passage.revision])
        if _tells(fact, told):
            return True
        agree = fact.denies == told.denies and _may_be_of_one_day(fact, told)
        return agree and (
            (shared.is_core and _has_figures(fact, told)) or (shared.is_whole and _has_figures(told, fact))
        )

    def _told(self, whole: str, article: SourceArticle | None) -> _Told:
        text = whole if len(whole) <= _LONGEST else ""
        stems, details = content_stems(text, self._language), tuple(details_of(text, self._language))
        names = " ".join(one.text for one in details if one.kind == "name")
        published = article.published.date() if article and article.published else None
        return _Told(
            text,
            self._language,
            self._stems[article.id] if article else frozenset(),
            stems,
            stems - content_stems(names, self._language),
            details,
            tuple(days(text, published, self._language)) if published else (),
            any(map(negates, tokens(text))),
        )


def _words(passage: Passage, article: SourceArticle) -> str:
    """The passage's words; "" where the article has others there, or may not show them."""
    words = passage.span.of(article.title if passage.part == "title" else article.text)
    return words if digest_of(words) == passage.digest else ""


def _tells(fact: _Told, told: _Told) -> bool:
    """Whether the second sentence tells what the first does."""
    shared = fact.stems & told.stems
    return (
        same_fact(fact.stems, told.stems)
        and len(shared) >= _LEAST_HELD * len(fact.stems)
        and len(shared & fact.plain) >= _LEAST_PLAIN * len(fact.plain)
        and fact.denies == told.denies
        and _may_be_of_one_day(fact, told)
        and all(_has(told, detail) for detail in fact.details)
    )


def _has_figures(told: _Told, other: _Told) -> bool:
    """Whether the first has every figure of the second."""
    return all(_has(told, one) for one in other.details if one.kind == "figure")


def _holds(fact: _Told, headline: _Told) -> bool:
    shared = fact.stems & headline.stems
    return len(shared) >= 3 and len(shared) >= _LEAST_HELD * len(headline.stems)


def _may_be_of_one_day(fact: _Told, told: _Told) -> bool:
    pairs = [one.first <= other.last and other.first <= one.last for one in fact.days for other in told.days]
    return any(pairs) or not pairs


def _has(told: _Told, detail: Detail) -> bool:
    """Whether the sentence has the figure, or its article the name, for which "he" or "the company" may stand."""
    if detail.kind == "figure":
        return any(other.kind == "figure" and not detail.differs_from(other) for other in told.details)
    return detail.kind == "date" or stems_of(detail.text, told.language) <= told.around
