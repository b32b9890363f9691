"""The line that tells whom "he" or "her" means, where the sentence itself does not: "Police searched his car." """

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from newsclip.language import persons
from newsclip.language.pos_tagger import TAGGED_LANGUAGES
from newsclip.language.tokens import words
from newsclip.language.word_lists import PERSON_TITLES
from newsclip.writing.candidates import Reading
from newsclip.writing.extractive.material import Material
from newsclip.writing.pronouns import SEVERAL, antecedent_patterns, hangs, opens_with_subject

UNPUBLISHED = -1


def antecedent_lines(material: Material) -> Mapping[int, int]:
    """By line with a "he" or "her" of another one, the nearest line of its article before it that tells of somebody.

    Also of a line that leans on the one before, where that speaks of nobody: ‘It costs more,’ she said. UNPUBLISHED
    where that sentence is no line: a reader would take whoever stands above for the one meant.
    """
    return {i: at for article in range(len(material.readings)) for i, at in _of_article(material, article)}


def _of_article(material: Material, article: int) -> Iterator[tuple[int, int]]:
    reading = material.readings[article]
    if reading.language[:2] not in TAGGED_LANGUAGES:
        return
    people = persons.words_of_people(reading.names, reading.article.text)
    told = sorted(_mentions(reading, people))
    own = [i for i, line in enumerate(material.lines) if line.article == article]
    starts = [material.lines[i].span.start for i in own]
    for i in own:
        alone, line = material.alone(i), material.lines[i]
        before = bisect_left(told, line.span.start)
        asks = alone is not None or (opens_with_subject(line.told.text) and not _has_title(material, i))
        if before and line.place and asks and hangs((alone or line.told).text, people):
            at = bisect_right(starts, told[before - 1]) - 1
            stands = at >= 0 and told[before - 1] < material.lines[own[at]].span.end
            yield i, own[at] if stands else UNPUBLISHED


def _has_title(material: Material, i: int) -> bool:
    """Whether the line right before tells of somebody by an office: "The mayor opened the quay." """
    before = material.before(i)
    said = words(material.lines[before].told.text) if before is not None else []
    return not PERSON_TITLES.isdisjoint(word.lower() for word in said)


def _mentions(reading: Reading, people: frozenset[str]) -> Iterator[int]:
    """Where the article speaks of somebody, by a name or without one; of several ("sailors") nobody is "he"."""
    yield from (name.start for name in reading.names if people.intersection(name.text.split()))
    somebody = antecedent_patterns().somebody.finditer(reading.article.text)
    yield from (found.start() for found in somebody if not SEVERAL.search(found.group()))
