"""Where each report of a story tells a fact: the passage of each teller that tells the same, or comes near."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import itemgetter
from typing import Literal

from newsclip.evidence.article_length import within_reach
from newsclip.evidence.differences import Difference, counts_people_otherwise, difference, other_number_of_people
from newsclip.evidence.document import Quote, Sentence, SourceArticle
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
from newsclip.kernel.spans import Passage, digest_of

MOST_FACTS, _COMPARED = 40, 4  # these bound the work: facts of a clip, and passages of a report compared with a fact
_LONGEST = 1_500  # characters: what is too long for a sentence tells nothing that is found here
_EVER = datetime.min.replace(tzinfo=UTC)
_FEWEST = 4  # content words of a fact: of fewer it does not show whether others tell it


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


class FactFinder:
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
            fact = self.comparable_of(one)
            host = next((group for other, group in groups if tells(fact, other) and tells(other, fact)), None)
            if host is not None:
                host.append(one)
            elif len(groups) < MOST_FACTS:
                groups.append((fact, [one]))
        core = self.comparable_of(headline)
        like_core = self._sharing(core)
        return (self._covered(fact, (core, like_core) if holds(fact, core) else None, group) for fact, group in groups)

    def comparable_of(self, one: Sentence | Quote) -> Comparable:
        """What of it can be compared."""
        first = one.evidence[0]
        return self._comparable(one.text, self._known.get((first.article, first.revision)))

    def line(self, line: Sentence) -> tuple[Comparable, list[Shared], CoveredFact]:
        """A sentence of an article itself as a fact, what shares words with it, and who tells it."""
        fact = self.comparable_of(line)
        return fact, self._sharing(fact), self._covered(fact, None, [line])

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
