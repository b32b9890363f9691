"""Which lines tell what the clip tells already: by one of its lines, by several together, or by words that are rare."""

from newsclip.evidence.tokens import names_number, negates, tokens
from newsclip.language.content_words import content_stems
from newsclip.language.unspaced import LANGUAGES
from newsclip.writing.extractive.material import Material, ToldSoFar

# What half or double of a limit gives: docs/why/writer.md, "How much the limits matter".
# What counts as told already: the share of a line's stems that one line before has, or the lines of other publishers
# together, or how alike one is. Less would print the same twice, more leaves out what people use (docs/why/writer.md).
_CONTAINED, _RETOLD, _ALIKE, _ALIKE_WITHIN = 0.5, 0.55, 0.38, 0.65
_CONTAINED_IN_ONE = 0.55  # one article alone goes on from what it told
_LEADS, _LEAD_RETOLD, _LEAD_ALIKE = 1, 0.2, 0.2  # an article's first line tells the news once more
# Publishers put one fact in different words, but with some of those that only this fact has in each of them: at most
# _DISTINCTIVE lines an article. So less is asked of the others (docs/why/writer.md, "Told in other words").
_DISTINCTIVE, _SOME_ALIKE = 1.5, 0.28
_MANY, _OF_MANY = 3, 0.25
_FEW, _OF_FEW, _NAMES = 2, 0.35, 2
_NO_FIGURES = {"one", "first", "second"}  # "one of them" counts nothing


def tells_again(material: Material, i: int, told: ToldSoFar) -> bool:
    """Whether the line tells what is told: by one line, or, of another article, by several together."""
    line = material.lines[i]
    held = _CONTAINED if len(material.readings) > 1 else _CONTAINED_IN_ONE
    if any(len(line.stems & other) >= held * len(line.stems) for other in told.stems):
        return True
    share, alike = (_LEAD_RETOLD, _LEAD_ALIKE) if line.place < _LEADS else (_RETOLD, _ALIKE)
    others = [j for j in told.lines if material.lines[j].article != line.article]
    retold = line.stems & frozenset[str]().union(*(material.lines[j].stems for j in others))
    if len(retold) >= share * len(line.stems):
        return True
    if any(material.alike[i, j] >= (alike if j in others else _ALIKE_WITHIN) for j in told.lines):
        return True
    return tells_same_happening(material, i, told)


def tells_same_happening(material: Material, i: int, told: ToldSoFar) -> bool:
    """Whether another publisher's line that is told has what only this fact has, and a good part of the other words.

    A line that denies, or has a figure or a name that is not told yet, tells something else.
    """
    if material.language[:2] in LANGUAGES:  # they have no words to count
        return False
    others = (j for j in told.lines if material.lines[j].article != material.lines[i].article)
    retold = any(_denies(material, i) == _denies(material, j) and _is_same_happening(material, i, j) for j in others)
    return retold and not _has_new_detail(material, i, told)


def _is_same_happening(material: Material, i: int, j: int) -> bool:
    stems = material.lines[i].stems
    shared = stems & material.lines[j].stems
    if material.alike[i, j] < _SOME_ALIKE:
        return False
    rare = sum(material.spread[stem] <= _DISTINCTIVE * len(material.readings) for stem in shared)
    if rare >= _MANY and len(shared) >= _OF_MANY * len(stems):
        return True
    named = len(material.names[i] & material.names[j]) >= _NAMES
    return rare >= _FEW and named and len(shared) >= _OF_FEW * len(stems)


def _denies(material: Material, i: int) -> bool:
    return any(map(negates, tokens(material.lines[i].told.text)))


def _figures(material: Material, i: int) -> set[str]:
    found = tokens(material.lines[i].told.text)
    return {token for token in found if names_number(token) and token not in _NO_FIGURES}


def _has_new_detail(material: Material, i: int, told: ToldSoFar) -> bool:
    """Whether the line has a figure that no told line has, or a name of which no word is told."""
    if _figures(material, i).difference(*(_figures(material, j) for j in told.lines)):
        return True
    line, known = material.lines[i], frozenset[str]().union(*told.stems)
    named = (name.text for name in material.readings[line.article].names if name.text in line.told.text)
    stems = (content_stems(name, material.language) for name in named)
    return any(name and not name & known for name in stems)
