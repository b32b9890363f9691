"""The same slot told differently by independent reports, each value with the passage it stands in.

English tells eleven kinds of value; other languages count the dead, the injured and the missing (`casualties`).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from newsclip.evidence.document import Claim, Disagreement
from newsclip.kernel.spans import Passage, Span
from newsclip.language.pack import pack
from newsclip.writing.candidates import Reading, passage
from newsclip.writing.disagreements import casualties, speakers
from newsclip.writing.disagreements.facts import Fact, facts
from newsclip.writing.disagreements.others import of_others
from newsclip.writing.disagreements.questions import question
from newsclip.writing.disagreements.slots import Facts, Given, agree, facts_of, is_news

_MOST = 6  # a page of a story has room for so many
_ORDER = ("toll", "vote", "magnitude", "sum", "share", "count", "age", "term", "day", "clock", "place")


def disagreements(readings: Sequence[Reading], language: str) -> tuple[Disagreement, ...]:
    """What independent reports tell differently, at most six, tolls first.

    What a publisher itself told anew later is a correction, and a toll that grew with time is an update.
    """
    if len(readings) < 2:
        return ()
    if pack(language).disagreements is None:
        return casualties.disagreements(readings, language)
    given = [one for number, reading in enumerate(readings) for one in given_by(number, reading)]
    story = facts_of(given)
    found: list[list[Given]] = []
    for kind in _ORDER:
        pairs = combinations([one for one in given if one.fact.kind == kind], 2)
        found.extend(_joined([(a, b) for a, b in pairs if _conflict(a, b, story)]))
    told = [_disagreement(group) for group in found]
    told[1:1] = speakers.disagreements(readings)
    return tuple(told[:_MOST])


def given_by(number: int, reading: Reading) -> Iterator[Given]:
    """Every value that the lines of an article give; `number` is the article's."""
    published = reading.article.published
    for line in reading.lines:
        text = line.span.of(reading.article.text)
        for fact in facts(text, published.date() if published else None):
            span = Span(line.span.start + fact.start, line.span.start + fact.end)
            yield Given(number, reading.article, line, fact, span)


def _conflict(a: Given, b: Given, story: Facts) -> bool:
    """Whether both fill one slot with values that cannot both be meant, and neither article gives the other's, too."""
    if a.reading == b.reading or a.article.publisher == b.article.publisher or agree(a.fact, b.fact):
        return False
    if is_news(a, b) or not story.same_slot(a, b) or story.superseded(a) or story.superseded(b):
        return False
    return not (story.also(a, b) or story.also(b, a) or of_others(a, b, story.beside(a, b)))


def _joined(pairs: Sequence[tuple[Given, Given]]) -> list[list[Given]]:
    """Pairs with a value in common are one disagreement."""
    groups: list[list[Given]] = []
    for a, b in pairs:
        key = (a.fact.kind, a.fact.key) if a.fact.kind in {"toll", "age"} else None
        host = next((g for g in groups if a in g or b in g or (key and (g[0].fact.kind, g[0].fact.key) == key)), None)
        if host is None:
            groups.append([a, b])
        else:
            host.extend(one for one in (a, b) if one not in host)
    return groups


def _disagreement(group: Sequence[Given]) -> Disagreement:
    """One claim a value, in the order of the articles; each passage holds the value word for word."""
    claims: list[tuple[Fact, str, list[Passage]]] = []
    for one in sorted(group, key=lambda one: (one.reading, one.span.start)):
        words = one.span.of(one.article.text)
        there = passage(one.article, one.line.span)
        same = next((c for c in claims if agree(c[0], one.fact)), None)
        if same is None:
            claims.append((one.fact, words, [there]))
        elif _holds(one.sentence, same[1]) and there not in same[2]:
            same[2].append(there)
    return Disagreement(question(group), tuple(Claim(words, tuple(there)) for _, words, there in claims))


def _holds(text: str, words: str) -> bool:
    return re.search(rf"(?<![\w.,-]){re.escape(words)}(?![\w-]|[.,]\d)", text) is not None
