"""What a line needs before it on the clip: the line it leans on, the thing that it calls "the" so-and-so, a full name.

"The caller" that an earlier sentence of the article brought in means nothing on a clip without that sentence; "the
government", which nothing brought in, means what every reader knows. So a definite noun phrase is a need only where
its noun stands earlier in its own article, or where it opens a sentence and nothing but the one before can explain it.
Of short names: `newsclip.language.short_names`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from newsclip.language.content_words import content_stems
from newsclip.language.pack import ENGLISH
from newsclip.language.short_names import ShortNames, is_mark, mark, short_names
from newsclip.language.tokens import stem
from newsclip.writing import cleaning
from newsclip.writing.candidates import Line, Reading
from newsclip.writing.extractive.antecedents import UNPUBLISHED, antecedent_lines
from newsclip.writing.extractive.contiguous_lines import begins_paragraph, onward, openings, told_as_it_stands
from newsclip.writing.extractive.definite_nouns import known_nouns, nouns_of_kinds, sums_up
from newsclip.writing.extractive.material import Material
from newsclip.writing.extractive.year_lines import year_lines

_NOWHERE = UNPUBLISHED
# What half or double of a limit gives: docs/why/writer.md, "How much the limits matter".
_LIKE = 0.45  # how alike two lines are that bring in the same thing
_LONGEST = 4  # lines that are told together, none of them without the one before


@dataclass(frozen=True, slots=True)
class Needs:
    """For each line: the words that must stand before it, and for each of them the line of its article that has it.

    `stems`: what each line brings in. `kinds`: things that lines only call "such". `full`: by the mark of a last name,
    the first names that tell whose it is. `tied`: lines that sum up the one before ("this rule"), tell something
    besides ("also") or of one of several ("Two were"); in languages without a tagger, all that follow another in its
    paragraph. There, `onward` lines are told only where nothing before them is left out, but for `openings`.
    `antecedents`: as `antecedent_lines`; `years`: as `year_lines`.
    """

    terms: tuple[Mapping[str, int], ...]
    stems: tuple[frozenset[str], ...] = ()
    tied: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    full: Mapping[str, frozenset[str]] = field(default_factory=dict)
    openings: frozenset[int] = frozenset()
    onward: frozenset[int] = frozenset()
    antecedents: Mapping[int, int] = field(default_factory=dict)
    years: Mapping[int, int] = field(default_factory=dict)

    def that_can_be_met(self, *, names: bool = False) -> "Needs":
        """Without the nouns that no line of the articles brings in; also without such `names`."""

        def is_asked(term: str, line: int) -> bool:
            return line != _NOWHERE or (is_mark(term) and not names)

        terms = tuple({term: line for term, line in own.items() if is_asked(term, line)} for own in self.terms)
        return replace(self, terms=terms)

    def unmet(self, i: int, known: "Known") -> list[str]:
        return [
            term
            for term, line in self.terms[i].items()
            if term not in known.words
            and (
                line not in known.retold or (is_mark(term) and term not in self.full)
            )  # retelling spells out no short form
            and not self.full.get(term, frozenset()) & known.words
        ]


@dataclass(frozen=True, slots=True)
class Known:
    """What a reader knows when an article's next line comes: words of its own lines, and lines that others told.

    What another article calls "the driver" may be somebody else. So a line of another one brings in only what a line of
    this one tells, too; and "such scams", which are of a kind.
    """

    words: frozenset[str] = frozenset()
    retold: frozenset[int] = frozenset()

    def and_words(self, words: Iterable[frozenset[str]]) -> "Known":
        return Known(self.words.union(*words), self.retold)


def needs_of(material: Material) -> Needs:
    """What every line needs. Nouns and names are looked at in languages whose pack has the words for it."""
    lines = material.lines
    short = [short_names_of(reading) for reading in material.readings]
    stems = tuple(
        content_stems(line.told.text, material.language) | short[line.article].brought_in(line.told.text)
        for line in lines
    )
    opening = openings(material)
    found: list[Mapping[str, int]] = []
    for i, line in enumerate(lines):
        own = [j for j in range(i) if lines[j].article == line.article]
        names = short[line.article].used(cleaning.outside_quotes(line.told.text))
        things = known_nouns(line, material.readings[line.article], material.language)
        told = {term: max((j for j in own if term in stems[j]), default=_NOWHERE) for term in things}
        told |= dict.fromkeys(names and names & _told_before(short[line.article], line, material), _NOWHERE)
        told |= {name: j for name in names for j in own if name in stems[j]}  # where none tells it, nothing can be done
        if told_as_it_stands(material.readings[line.article]) and i not in opening:  # the lines before explain it
            told = {term: j for term, j in told.items() if j != _NOWHERE}
        found.append(told)
    tied = frozenset(i for i in range(len(found)) if _is_tied(material, i))
    full = {mark(name): first for names in short for name, first in names.people.items()}
    people = frozenset(part for reading in material.readings for part in _people(reading))
    marks = {term for terms in found for term in terms if is_mark(term)}
    names = people.union(marks, *full.values())
    ahead, meant = onward(material, opening), antecedent_lines(material)
    return Needs(
        tuple(found), stems, tied, names, _kinds(material, found), full, opening, ahead, meant, year_lines(material)
    )


def _kinds(material: Material, terms: Sequence[Mapping[str, int]]) -> frozenset[str]:
    """The things that no line needs but as of a kind."""
    such = [nouns_of_kinds(line, material.readings[line.article]) for line in material.lines]
    others = (own.keys() - kinds for own, kinds in zip(terms, such, strict=True))
    return frozenset[str]().union(*such) - frozenset[str]().union(*others)


def short_names_of(reading: Reading) -> ShortNames:
    """What the article's readers can know of its short names."""
    text = reading.article.text
    opening = text[: reading.lines[0].span.end] if reading.lines else ""
    return short_names(reading.article.title, text, opening, reading.names, reading.language)


def _told_before(short: ShortNames, line: Line, material: Material) -> frozenset[str]:
    """The short names that the article explains before the line, perhaps where the clip cannot; short forms that it
    spells out anywhere.
    """
    before = short.brought_in(material.readings[line.article].article.text[: line.span.start])
    return before.union(map(mark, short.spelt))


def _people(reading: Reading) -> Iterator[str]:
    """The stems of the names of people, each part by itself."""
    for name in reading.names:
        if name.kind == "person":
            yield from (stem(part, reading.language or ENGLISH) for part in name.text.split())


def _is_tied(material: Material, i: int) -> bool:
    line = material.lines[i]
    reading = material.readings[line.article]
    if not line.place or sums_up(line, reading):
        return bool(line.place)
    if told_as_it_stands(reading):
        return not begins_paragraph(line, reading)
    told = (line.alone or line.told).text
    return cleaning.adds(told) or cleaning.tells_of_one(told)


def known_to(material: Material, needs: Needs, lines: Sequence[int], article: int, headline: frozenset[str]) -> Known:
    """What these lines bring in for the article; the headline's words where the first of them is its own."""
    own = [j for j, line in enumerate(material.lines) if line.article == article]
    others = [i for i in lines if material.lines[i].article != article]
    retold = {j for i in others for j, alike in zip(own, material.alike[i, own], strict=True) if alike >= _LIKE}
    shared = needs.names | needs.kinds
    words = [needs.stems[i] if material.lines[i].article == article else needs.stems[i] & shared for i in lines]
    leading = bool(lines) and material.lines[lines[0]].article == article
    return Known(retold=frozenset(retold)).and_words([*words, *([headline] if leading else [])])


def unit(
    material: Material, needs: Needs, i: int, told: Iterable[int], known: Known, again: Set[int] = frozenset()
) -> tuple[int, ...]:
    """The line and those that must be told with it, in order; () where something that it needs cannot be told.

    `told`: lines that the clip tells already; `known`: what they bring in; `again`: lines that say what it tells.
    """
    before = set(told)
    rows, open_to = {i}, [i]
    while open_to and len(rows) <= _LONGEST:
        j = open_to.pop()
        more = [*_leant_on(material, needs, j, again), *_introducing(needs, j, rows, known)]
        if _NOWHERE in more:
            return ()
        fresh = set(more) - rows - before
        rows |= fresh
        open_to.extend(sorted(fresh))
    return tuple(sorted(rows)) if len(rows) <= _LONGEST else ()


def _introducing(needs: Needs, i: int, rows: Set[int], known: Known) -> list[int]:
    """The lines of its article that bring in what it speaks of, where nothing before does."""
    unmet = needs.unmet(i, known.and_words(needs.stems[j] for j in rows if j < i))
    return [needs.terms[i][term] for term in unmet]


def _leant_on(material: Material, needs: Needs, i: int, again: Set[int]) -> tuple[int, ...]:
    before = material.before(i)
    stands = material.alone(i) is not None and (i not in needs.tied or _goes_on_from(needs, i, before, again))
    meant = _meant(needs, i)
    return meant if stands else (_NOWHERE if before is None else before, *meant)


def _meant(needs: Needs, i: int) -> tuple[int, ...]:
    """The lines that say whom and which year it means."""
    return tuple(told[i] for told in (needs.antecedents, needs.years) if i in told)


def _goes_on_from(needs: Needs, i: int, before: int | None, again: Set[int]) -> bool:
    """Whether the line follows, in an article that is told as it stands, one that says what the clip tells."""
    return i in needs.onward and before in again


def met(
    material: Material,
    needs: Needs,
    row: Sequence[int],
    known: Known,
    above: Sequence[int] = (),
    again: Set[int] = frozenset(),
) -> list[int]:
    """The lines of the row, in its order, whose needs stand before them. `above`: the lines before the row."""
    kept: list[int] = []
    for i in row:
        before, last = material.before(i), next(iter((*kept[-1:], *above[-1:])), None)
        tied = i in needs.tied and not _goes_on_from(needs, i, before, again)
        leans = (material.alone(i) is None or tied) and before != last
        dated = needs.years.get(i) in {None, *above, *kept}
        if not leans and dated and not means_another(material, needs, i, last) and not needs.unmet(i, known):
            kept.append(i)
            known = known.and_words([needs.stems[i]])
    return kept


def means_another(material: Material, needs: Needs, i: int, above: int | None) -> bool:
    """Whether its "he", "her" or "that year" would mean another: what stands above is not from its antecedent on."""

    def misleads(antecedent: int) -> bool:
        if antecedent == _NOWHERE or above is None or material.lines[above].article != material.lines[i].article:
            return True
        return not antecedent <= above < i

    return any(map(misleads, _meant(needs, i)))


def needs_any(material: Material, needs: Needs, rows: Sequence[int], others: Sequence[int], known: Known) -> bool:
    """Whether one of these lines, all of one article, needs what only the others bring in, and nothing `known`."""
    article = material.lines[rows[0]].article
    brought = known_to(material, needs, others, article, frozenset())
    more = Known(known.words | brought.words, known.retold | brought.retold)
    elsewhere = frozenset(others)
    for i in rows:
        if not elsewhere.isdisjoint(_meant(needs, i)) or len(needs.unmet(i, more)) < len(needs.unmet(i, known)):
            return True
        known, more = known.and_words([needs.stems[i]]), more.and_words([needs.stems[i]])
    return False
