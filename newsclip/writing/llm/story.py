"""What a language model is given of a story: clusters of facts with numbered passages, quotations by number, people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import accumulate

from newsclip.evidence.document import Articles, Quote, Sentence, by_revision
from newsclip.kernel.spans import Passage
from newsclip.language.days import days
from newsclip.language.short_names import ShortNames, mark
from newsclip.language.syntax import Parser
from newsclip.language.tokens import sentences
from newsclip.language.vectors import Embedder
from newsclip.writing import cleaning
from newsclip.writing.candidates import Line, Reading, passage
from newsclip.writing.clip_patterns import clip_patterns
from newsclip.writing.extractive import without_other_pages
from newsclip.writing.extractive.material import Material, lay_out
from newsclip.writing.extractive.needs import Needs, needs_of, short_names_of
from newsclip.writing.extractive.pull_quotes import PullQuote, candidates, given
from newsclip.writing.ports import Assigned, ClipJudge
from newsclip.writing.prompt_injection import without_instructions

_MOST_PEOPLE = 40  # of a story; what a prompt has room for beside the passages
# faults of a sentence that may still bear another: it is too long to print, or a part of a quotation
_CITED_ONLY = frozenset({"", "length", "unclosed", "bare quotation", "first person"})
_LED = ("label", "caption")  # before the lines: the place of a dateline ("ORLO BAY: A storm …"), "Updated: A storm …"
_ALIKE = 0.3  # less alike lines are not compared: no two of 36 stories that tell the same are


@dataclass(frozen=True, slots=True)
class Offered:
    """A line that the model may cite, under its number, with the reading it is from.

    `index`: its place among the lines of the material; None for a sentence that is none, and is not published itself.
    """

    number: int
    line: Line
    reading: Reading
    index: int | None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation that the model may have printed, under its number, and the passages that hold it."""

    number: int
    quote: Quote
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Passages that tell the same, of one article or several, the first published first."""

    number: int
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the articles name in full. `role`: what a quotation calls them, "" where none does."""

    name: str
    role: str


@dataclass(frozen=True)
class Story:
    """A story as the model gets it. Outdated lines have no number: nothing can cite them."""

    material: Material
    needs: Needs
    known: Articles

    @cached_property
    def passages(self) -> Mapping[int, Offered]:
        """By number, from 1, in reading order; captions and sentences between the lines behind all of these."""
        lines, readings = self.material.lines, self.material.readings
        able = [i for i in range(len(lines)) if i not in self.material.outdated]
        found = [Offered(i + 1, lines[i], readings[lines[i].article], i) for i in able if not lines[i].caption]
        between = (line for k, reading in enumerate(readings) for line in sentences_between(reading, k))
        extra = enumerate((*(lines[i] for i in able if lines[i].caption), *between), len(lines) + 1)
        found += [Offered(number, line, readings[line.article], None) for number, line in extra]
        return {one.number: one for one in found}

    @cached_property
    def clusters(self) -> Mapping[int, Cluster]:
        """By number, from 1, in the order of their first passages."""
        groups: list[list[int]] = []
        for number in self.passages:
            told = next((group for group in groups if self._tells(number, group)), None)
            if told is None:
                groups.append([number])
            else:
                told.append(number)
        return {k: Cluster(k, tuple(group)) for k, group in enumerate(groups, 1)}

    def _tells(self, number: int, group: Sequence[int]) -> bool:
        """Whether another article's line, the first of this group, tells the same. An article's own go on from it.

        What stands between lines belongs to the one before it.
        """
        i, first = self.passages[number].index, self.passages[group[0]].index
        if i is None or first is None:
            return i is None and self._ends(group, number)
        other = self.material.lines[first].article != self.material.lines[i].article
        return other and self.material.alike[i, first] >= _ALIKE and self.material.same(i, first)

    def _ends(self, group: Sequence[int], number: int) -> bool:
        """Whether one of the group is the last line of the passage's article before it."""
        line = self.passages[number].line
        own = [one for one in self.passages.values() if one.index is not None and one.line.article == line.article]
        before = [one.number for one in own if one.line.span.start < line.span.start]
        return bool(before) and before[-1] in group

    @cached_property
    def articles(self) -> Mapping[int, int]:
        """By cluster, the place of the article that its first passage is from."""
        return {number: self.passages[c.passages[0]].line.article for number, c in self.clusters.items()}

    def portions(self, numbers: Iterable[int], size: int) -> Iterator[list[Cluster]]:
        """These clusters in rows of `size` characters of passages at most; a longer one loses its last passages."""
        row, room = list[Cluster](), size
        for cluster in (self._fitting(self.clusters[number], size) for number in numbers):
            needed = sum(map(self._length, cluster.passages))
            if row and needed > room:
                yield row
                row, room = [], size
            row.append(cluster)
            room -= needed
        yield row

    def _fitting(self, cluster: Cluster, size: int) -> Cluster:
        lengths = accumulate(map(self._length, cluster.passages))
        kept = sum(length <= size for length in lengths)
        return replace(cluster, passages=cluster.passages[: max(1, kept)])

    def _length(self, number: int) -> int:
        return len(self.passages[number].line.told.text)

    @cached_property
    def quotations(self) -> Mapping[int, Quoted]:
        """By number, from 1: whole closed quotations whose speaker is known by name, in reading order.

        All of them: a question shows those of its own passages.
        """
        material, found = self.material, list[Quoted]()
        for one in candidates(material):
            quote = given(one.quote, material.readings[one.article].article, material.judge)
            holding = self._holding(one)
            if quote and holding and material.judge.judge_quote(quote, self.known).supported:
                found.append(Quoted(len(found) + 1, quote, holding))
        return {one.number: one for one in found}

    def _holding(self, pulled: PullQuote) -> tuple[int, ...]:
        """The passages that hold the quotation or a part of it, also such as are not published themselves."""
        end = pulled.start + len(pulled.quote.text)
        own = (one for one in self.passages.values() if one.line.article == pulled.article)
        return tuple(one.number for one in own if one.line.span.start < end and pulled.start < one.line.span.end)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Whom the articles name in full, the most often named first."""
        named = [
            name.text
            for reading in self.material.readings
            for name in reading.names
            if name.kind == "person" and " " in name.text
        ]
        roles = {one.quote.speaker: one.quote.role for one in self.quotations.values() if one.quote.role}
        often = sorted(dict.fromkeys(named), key=lambda name: -named.count(name))[:_MOST_PEOPLE]
        return tuple(Person(name, roles.get(name) or "") for name in often)

    @cached_property
    def short_names(self) -> tuple[ShortNames, ...]:
        """Of each article, whom and what it calls by a short name."""
        return tuple(short_names_of(reading) for reading in self.material.readings)

    @cached_property
    def known_names(self) -> frozenset[str]:
        """The short names, none of them a person's, that one of the articles takes as known to its readers."""
        readings = self.material.readings
        people = {
            mark(part)
            for reading in readings
            for name in reading.names
            if name.kind == "person"
            for part in name.text.split()
        }
        told = (s.used_as_known(r.article.text) for s, r in zip(self.short_names, readings, strict=True))
        return frozenset[str]().union(*told) - people

    def days_in(self, number: int) -> tuple[str, ...]:
        """The days that the passage names, in ISO 8601."""
        one = self.passages[number]
        published = one.reading.article.published
        if published is None:
            return ()
        return _days(one.line.told.text, published.date(), one.reading.language)

    def citing(self, evidence: Iterable[Passage]) -> tuple[int, ...]:
        """The clusters whose passages have words of these in common, in their order."""
        places = [(p.article, p.start, p.end) for p in evidence if p.part == "text"]
        return tuple(
            cluster.number
            for cluster in self.clusters.values()
            if any(self._overlaps(number, places) for number in cluster.passages)
        )

    def _overlaps(self, number: int, places: Iterable[tuple[str, int, int]]) -> bool:
        one = self.passages[number]
        span, article = one.line.span, one.reading.article.id
        return any(article == other and span.start < end and start < span.end for other, start, end in places)


@lru_cache(maxsize=2000)  # a passage stands in many questions to a model
def _days(text: str, published: date, language: str) -> tuple[str, ...]:
    found = days(text, published, language)
    return tuple(dict.fromkeys(day.first.isoformat() for day in found if day.first == day.last))


def sentences_between(reading: Reading, article: int) -> Iterator[Line]:
    """Sentences beside an article's lines that are none by what they are, not by what they say: half a quotation.

    Between the lines, before them, and behind the last up to the first that can bear nothing: there the page goes on.
    """
    spans = [line.span for line in reading.lines]
    text = reading.article.text
    for span in sentences(text) if spans else ():
        if any(span.start < other.end and other.start < span.end for other in spans):
            continue
        words = " ".join(span.of(text).split())
        unfit = cleaning.unfit(words, reading.language)
        if unfit in _CITED_ONLY or _leads_on(words, unfit) or (span.end <= spans[0].start and _is_led(words, unfit)):
            yield Line(article, -1, -1, span, Sentence(words, (passage(reading.article, span),)), None, frozenset())
        elif spans[-1].end <= span.start:
            return


def _leads_on(words: str, unfit: str) -> bool:
    """Whether it is a sentence that a list follows."""
    return unfit == "fragment" and words.endswith(":")


def _is_led(words: str, unfit: str) -> bool:
    """Whether a place or "Updated" stands before a sentence."""
    return unfit == _LED[0] or (unfit == _LED[1] and clip_patterns().label.match(words) is not None)


@dataclass(frozen=True, slots=True)
class Means:
    """What a clip is written with besides the model. Two are the same where their parts are."""

    judge: ClipJudge
    embedder: Embedder
    parser: Parser


@lru_cache(maxsize=2)
def story_of(assigned: Assigned, language: str, means: Means) -> Story:
    """The story of these articles, less what in them addresses a machine. Asked anew with each answer, so kept a while.

    Raises Refused as the extractive writer does.
    """
    news = without_other_pages(replace(assigned, articles=without_instructions(assigned.articles)))
    material = lay_out(news, language, means.embedder, means.judge)
    return Story(material, needs_of(material), by_revision(assigned.articles))
