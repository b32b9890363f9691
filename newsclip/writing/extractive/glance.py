"""The glance: who, where, when, how many and why, in words of the lead that say so plainly.

It holds what a reader is sure to read on: an answer is proposed where the lead's words have its form, and shown where
the verifier finds the same by rules of its own. What is left open is not mentioned. The headline says what happened.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsclip.evidence.document import Disagreement, Question, Sentence, Slot, SourceArticle, by_revision
from newsclip.evidence.visitor import worth_showing
from newsclip.kernel.spans import Passage
from newsclip.language.days import days
from newsclip.language.names import find_names
from newsclip.language.pack import pack
from newsclip.language.pattern_parts import any_of, ignoring_case
from newsclip.language.pos_tagger import tag_words
from newsclip.language.quantities import quantities
from newsclip.language.quotations.roles import role_behind
from newsclip.language.undated_weekdays import with_prepositions
from newsclip.language.word_lists import PERSON_TITLES
from newsclip.writing.candidates import passage
from newsclip.writing.cleaning import outside_quotes, without_dateline
from newsclip.writing.disagreements.facts import Fact, facts
from newsclip.writing.disagreements.value_patterns import value_patterns
from newsclip.writing.extractive import casualty_counts
from newsclip.writing.extractive.material import Material
from newsclip.writing.extractive.titles import counts_outdated

_EARLY, _NEAR_TOP = 3, 8  # lines at the top of an article
_MOST_WORDS = 14  # of an answer that is read at a glance
_PLACE = r"[A-Z][\w’'\-]*\w(?:,? [A-Z][\w’'\-]*\w){0,4}"
_NAME = r"[A-Z][\w’'\-]*+(?! [A-Z])"
_TITLES = "|".join(sorted(title.capitalize() for title in PERSON_TITLES))
_ROLE = 60  # characters before a name
_NOUN = re.compile(r" (?:[a-z][\w\-]* ){0,2}?[a-z][\w\-]*s\b| people\b")
_OF_LEAD: frozenset[Question] = frozenset({"who", "where", "when", "how_many", "why"})
_OF_EVENT: frozenset[Question] = frozenset({"where", "when"})
_OF_TOLL: frozenset[Question] = frozenset({"how_many"})
_OF_TITLE: frozenset[Question] = frozenset({"how_many", "why"})
_FEW = 2  # of one or two the headline tells itself
_SUMS = frozenset({"sum", "share"})


@dataclass(frozen=True, slots=True)
class _Text:
    """Words of an article that may hold answers: a line of its top, or the title that became the headline."""

    words: str
    article: SourceArticle
    language: str
    passage: Passage
    headline: str
    answers: frozenset[Question]


@dataclass(frozen=True, slots=True)
class _Patterns:
    article: re.Pattern[str]
    happened: re.Pattern[str]
    times: re.Pattern[str]
    titled: re.Pattern[str]
    aged: re.Pattern[str]
    where: re.Pattern[str]
    why: re.Pattern[str]


@cache
def glance_patterns(language: str) -> _Patterns | None:
    """None where the language has no words for a glance."""
    words = pack(language).glance
    if words is None:
        return None
    return _Patterns(
        article=ignoring_case(rf"(?:(?:{any_of(words.articles)}) )?"),
        happened=ignoring_case(rf"(?:{any_of(words.events)}) (?:{any_of(words.happened)})\b"),
        times=ignoring_case(rf" (?:{any_of(words.times)})\b"),
        titled=re.compile(rf"(?:{_TITLES})\.? {_NAME}"),
        aged=re.compile(rf"(?:{any_of(words.aged)})(?P<one> [a-z\-]+)(?P<two> [a-z\-]+)?(?P<three> [a-z\-]+)?"),
        where=re.compile(rf"\b(?:{any_of(words.places)}) (?P<value>{_PLACE})"),
        why=ignoring_case(rf"\b(?P<value>(?:{any_of(words.reasons)}) [^.,;:—–“”\"]{{3,120}})(?=[.,;:—–]|$)"),
    )


def glance(
    material: Material, top: Sentence, summary: Sequence[int], disagreements: Sequence[Disagreement] = ()
) -> tuple[Slot, ...]:
    """The answers that the headline, the lead and lines about the same event give; two at least, else none.

    What the sources tell differently is no answer, nor a count of people other than the headline's or the newest one.
    """
    disputed = {passage for told in disagreements for claim in told.claims for passage in claim.evidence}
    texts = list(_texts(material, top, summary))
    counts = {kind: count for kind, (_, count) in casualty_counts.newest(material.readings).items()}
    counts |= casualty_counts.tolls(top.text, material.language)
    known = by_revision(material.assigned.articles)
    counted = _counted(disagreements, known)
    found: list[Slot] = []
    for question, find in _FINDERS.items():
        able = (
            slot
            for text in texts
            if not (question == "how_many" and text.passage in disputed)
            for slot in _slots(question, find, text)
            if _agrees(slot, counts, text.language) and not _is_of(slot, counted)
            if material.judge.judge_slot(slot, known).supported
        )
        found.extend([slot] if (slot := next(able, None)) else [])
    return worth_showing(tuple(found))


def _agrees(slot: Slot, counts: Mapping[str, int], language: str) -> bool:
    told = casualty_counts.tolls(slot.value, language) if slot.question == "how_many" else {}
    return all(counts.get(kind, count) == count for kind, count in told.items())


def _counted(disagreements: Sequence[Disagreement], known: Mapping[tuple[str, int], SourceArticle]) -> list[Fact]:
    """The counts that the sources tell differently."""
    claims = [(claim.value, place) for told in disagreements for claim in told.claims for place in claim.evidence]
    told = [(value, place.span.of(known[place.article, place.revision].text)) for value, place in claims]
    return [fact for value, text in told for fact in facts(text, None) if text[fact.start : fact.end] == value]


def _is_of(slot: Slot, counted: Sequence[Fact]) -> bool:
    """Whether the answer counts what one of these does, and no more or less."""
    own = [(fact, fact.quantity) for fact in facts(slot.value, None) if slot.question == "how_many" and fact.quantity]
    pairs = ((fact, one, number) for fact, number in own for one in counted if one.kind == fact.kind)
    return any(_of(one) == _of(fact) and one.quantity and number.agrees(one.quantity) for fact, one, number in pairs)


def _of(fact: Fact) -> str:
    """What became of those whom a toll counts; else what is counted."""
    return fact.key.partition(" ")[0] if fact.kind == "toll" else fact.key


def _texts(material: Material, top: Sentence, summary: Sequence[int]) -> Iterator[_Text]:
    """The lead, the title that became the headline, and lines that tell of the same: the best first."""
    lead = summary[0]
    yield _of_line(material, lead, top, _OF_LEAD)
    first = top.evidence[0]
    for reading in material.readings:
        article = reading.article
        if first.part == "title" and article.id == first.article and not counts_outdated(material, reading):
            words = article.title[first.start : first.end]
            yield _Text(words, article, reading.language, first, top.text, _OF_TITLE)
    told = material.outdated | material.opinions | {lead}
    able = (i for i in range(len(material.lines)) if i not in told)
    yield from (_of_line(material, i, top, _OF_EVENT) for i in able if _is_of_the_event(material, i, lead))
    yield from (_of_line(material, i, top, _OF_TOLL) for i in summary[1:])


def _of_line(material: Material, i: int, top: Sentence, answers: frozenset[Question]) -> _Text:
    line = material.lines[i]
    reading = material.readings[line.article]
    words = line.span.of(reading.article.text)
    return _Text(words, reading.article, reading.language, passage(reading.article, line.span), top.text, answers)


def _is_of_the_event(material: Material, i: int, lead: int) -> bool:
    """Whether a line near the top tells what the lead tells, or says that this happened: "The fire broke out at"."""
    line = material.lines[i]
    if line.place < _EARLY and material.same(lead, i):
        return True
    known = glance_patterns(material.readings[line.article].language[:2])
    beside = line.article == material.lines[lead].article and line.place < _NEAR_TOP
    return bool(known and beside and known.happened.match(line.told.text))


def _slots(question: Question, find: "_Finder", text: _Text) -> Iterator[Slot]:
    known = glance_patterns(text.language[:2])
    if known is None or question not in text.answers:
        return
    for value, day in find(text, known):
        if len(value.split()) <= _MOST_WORDS:
            yield Slot(value, (text.passage,), question, day)


type _Answers = Iterator[tuple[str, str]]
type _Finder = Callable[[_Text, _Patterns], _Answers]


def _who(text: _Text, known: _Patterns) -> _Answers:
    """Whom the line begins with: somebody with the role or the age that it gives, or a body."""
    words = text.words
    begins = len(words) - len(without_dateline(words)[0])
    article = known.article.match(words, begins)
    begins = article.end() if article else begins
    titled = known.titled.match(words, begins)
    if titled:
        yield titled.group(), ""
    if aged := known.aged.match(words, begins):
        yield from ((words[begins : aged.end(part)], "") for part in ("one", "two", "three") if aged[part])
    names = [name for name in find_names(words, text.language) if name.start >= begins]
    for name in names[:2]:
        front, behind = words[begins : name.start], role_behind(words, name.end)
        if behind and not front:
            yield words[begins : words.index(behind, name.end) + len(behind)], ""
        elif name.start - begins <= _ROLE:
            yield words[begins : name.end], ""


def _where(text: _Text, known: _Patterns) -> _Answers:
    return ((found["value"], "") for found in known.where.finditer(outside_quotes(text.words)))


def _when(text: _Text, known: _Patterns) -> _Answers:
    published, words = text.article.published, with_prepositions(text.words, text.language)
    named = days(outside_quotes(words), published.date(), text.language) if published else []
    if len(named) == 1 and published and named[0].first <= published.date():
        yield outside_quotes(words)[named[0].start : named[0].end], named[0].iso


def _how_many(text: _Text, known: _Patterns) -> _Answers:
    """How many died, were hurt, are missing or were saved; else a figure that opens the line, or the headline has."""
    published = text.article.published
    told = facts(text.words, published.date() if published else None)
    given = quantities(text.headline)
    for fact in (one for one in told if one.kind == "toll" and not known.times.match(text.words, one.end)):
        yield _toll(text.words, fact), ""
    for fact in told:
        many = fact.quantity is not None and fact.quantity.middle > _FEW and text.answers != _OF_TOLL
        agreed = fact.quantity and any(one.middle == fact.quantity.middle for one in given)
        end = _end_of_noun(text.words, fact, known) if many and (agreed or not fact.start) else 0
        if end:
            yield text.words[fact.start : end], ""


def _toll(words: str, fact: Fact) -> str:
    """The number with what it counts and what became of them: "killing at least 12 people", "12 people were killed"."""
    state, patterns = _of(fact), value_patterns()
    behind = patterns.state_behind[state].match(words[fact.end :]) if state in patterns.state_behind else None
    if behind:
        return words[fact.start : fact.end + behind.end()]
    before = patterns.state_before[state].search(words[: fact.start])
    noun = _NOUN.match(words, fact.end)
    return words[before.start() if before else fact.start : noun.end() if noun else fact.end]


def _end_of_noun(words: str, fact: Fact, known: _Patterns) -> int:
    """Where the noun ends that the figure counts or that is of this sum; 0 where none follows it."""
    if fact.kind in _SUMS:
        tagged = [(start, word, tag) for word, tag, start in tag_words(words) if start > fact.end]
        (first, second) = (*tagged, (0, "", ""), (0, "", ""))[:2]
        beside = first[2][:2] == "NN" and second[2][:2] != "NN" and first[0] == fact.end + 1
        return first[0] + len(first[1]) if beside else 0
    if known.times.match(words, fact.end):
        return 0
    counted = value_patterns().behind["counted"].match(words[fact.end :]) if fact.kind == "count" else None
    ends = [counted.end(part) for part in ("noun", "next") if (counted[part] or "").endswith("s")] if counted else []
    return fact.end + ends[0] if ends else 0


def _why(text: _Text, known: _Patterns) -> _Answers:
    return ((found["value"].strip(), "") for found in known.why.finditer(text.words))


_FINDERS: Mapping[Question, _Finder] = {
    "who": _who,
    "where": _where,
    "when": _when,
    "how_many": _how_many,
    "why": _why,
}
