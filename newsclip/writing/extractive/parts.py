"""The parts beside the running text: the facts, and how the clip ends."""

from collections.abc import Collection, Iterable

from newsclip.evidence.tokens import names_number, tokens
from newsclip.language.cues import is_known
from newsclip.language.section_types import fitting_type, known_types
from newsclip.language.unspaced import LANGUAGES
from newsclip.writing import cleaning
from newsclip.writing.candidates import Line
from newsclip.writing.clip_patterns import clip_patterns
from newsclip.writing.extractive.material import Material, ToldSoFar
from newsclip.writing.extractive.needs import Needs, known_to
from newsclip.writing.extractive.repeats import tells_same_happening

_AHEAD = ("what_comes_next", "where_things_stand")
_OPEN = ("what_people_should_do", "what_is_not_known")
_MOST_OF_ALL = 2  # lines of such a type in the articles: of more, the ending would tell a part
_MOST_FACTS, _FACT_WORDS = 3, 30  # half or double the words: nothing (docs/why/writer.md)
_ABOUT = 2  # stems of what is told that a fact has: it stands by itself


def facts(
    material: Material,
    needs: Needs,
    told: ToldSoFar,
    headline: frozenset[str],
    *,
    room: int,
    shown: Collection[str] = (),
) -> tuple[int, ...]:
    """Short lines with figures that nothing else tells, about what is told, `room` words at most; two at least.

    `shown`: words that the clip shows elsewhere, or is not to tell. None where nothing is known of the language: a line
    may need any other.
    """
    if not is_known(material.language) and material.language[:2] not in LANGUAGES:
        return ()
    known = [known_to(material, needs, told.lines, article, headline) for article in range(len(material.readings))]
    seen = frozenset[str]().union(*told.stems)
    able = [
        i
        for i in told.free(material)
        if _is_fact(material.lines[i], material.language) and not needs.unmet(i, known[material.lines[i].article])
    ]
    able = [i for i in able if i not in needs.years]
    able = [i for i in able if not tells_same_happening(material, i, told)]
    able = [i for i in able if len(needs.stems[i] & seen) >= _ABOUT]
    able = [i for i in able if not any(words in material.lines[i].told.text for words in shown)]
    chosen: list[int] = []
    for i in sorted(able, key=lambda i: (-_weight(material, i), material.lines[i].key)):
        if len(chosen) < _MOST_FACTS and material.words_in((*chosen, i)) <= room and not _repeats(material, i, chosen):
            chosen.append(i)
    return tuple(sorted(chosen, key=lambda i: material.lines[i].key)) if len(chosen) > 1 else ()


def ending(material: Material, needs: Needs, told: ToldSoFar, headline: frozenset[str]) -> tuple[str, tuple[int, ...]]:
    """How the clip ends, by role: what comes next, how things stand, what to do or what is not known.

    ("", ()) where the articles tell nothing of these.
    """
    known = [known_to(material, needs, told.lines, article, headline) for article in range(len(material.readings))]
    free = [i for i in told.free(material) if material.opens(i) and i not in needs.tied and i not in needs.years]
    free = [i for i in free if not tells_same_happening(material, i, told)]
    free = [i for i in free if not cleaning.has_quotation(material.lines[i].told.text)]
    free = [
        i
        for i in free
        if material.lines[i].apart and material.is_recent(i) and not needs.unmet(i, known[material.lines[i].article])
    ]
    last = {reading.lines[0].article: reading.lines[-1].place for reading in material.readings if reading.lines}
    late = [i for i in free if material.lines[i].place >= max(3, last[material.lines[i].article] / 3)]
    central = [i for i in late if material.is_central(i)]
    for role in (*_AHEAD, *_OPEN):
        fitting = _fitting(material, central, role)
        all_told = role in _AHEAD or len(_fitting(material, range(len(material.lines)), role)) <= _MOST_OF_ALL
        if fitting and all_told:
            return role, _best(material, fitting, 2)
    return "", ()


def _fitting(material: Material, able: Iterable[int], role: str) -> list[int]:
    return [i for i in able if fitting_type(role, [_words(material, i)], material.language)]


def _best(material: Material, able: list[int], most: int) -> tuple[int, ...]:
    central = {i: float(material.reach[i]) * float(material.support[i]) for i in able}
    chosen: list[int] = []
    for i in sorted(able, key=lambda i: (-round(central[i], 6), material.lines[i].key)):
        if len(chosen) < most and not _repeats(material, i, chosen):
            chosen.append(i)
    return tuple(sorted(chosen, key=lambda i: material.lines[i].key))


def _repeats(material: Material, i: int, chosen: list[int]) -> bool:
    return any(material.same(i, j) for j in chosen)


def _words(material: Material, i: int) -> str:
    return (material.alone(i) or material.lines[i].told).text


def _is_fact(line: Line, language: str) -> bool:
    if line.alone is None or not line.apart or line.size > _FACT_WORDS or cleaning.has_quotation(line.told.text):
        return False
    headed = fitting_type("facts_and_figures", [line.alone.text], language) or not known_types(language)
    return bool(headed) and _figures(line) > 0


def _figures(line: Line) -> int:
    """Figures that say something: digits, money, shares; "one" and "first" do not count."""
    return sum(
        names_number(token) and not clip_patterns().weak_figure.fullmatch(token) for token in tokens(line.told.text)
    )


def _weight(material: Material, i: int) -> float:
    line = material.lines[i]
    return round(min(3, _figures(line)) + 2 * float(material.reach[i]) - line.size / 40, 6)
