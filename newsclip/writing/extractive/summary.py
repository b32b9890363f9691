"""The summary: at most 60 words, seldom 85, that begin with the news and say most of what the articles tell.

Judged are whole beginnings (the summary and the line after it, cut at 60 words), not line after line: which line goes
well with the lead depends on what the lead leaves out.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from newsclip.language.content_words import content_stems
from newsclip.language.cues import is_known
from newsclip.language.pos_tagger import TAGGED_LANGUAGES
from newsclip.language.word_frequency import COUNTED_LANGUAGES, news_frequencies
from newsclip.writing import cleaning
from newsclip.writing.extractive.contiguous_lines import part_of, told_as_it_stands
from newsclip.writing.extractive.definite_nouns import opens_as_known
from newsclip.writing.extractive.lead_up import is_turned_from, looks_back
from newsclip.writing.extractive.material import Material, ToldSoFar
from newsclip.writing.extractive.needs import Known, Needs, means_another
from newsclip.writing.extractive.stale_lines import OVERTAKEN

WORDS = 60
# What half or double of a limit gives: docs/why/writer.md, "How much the limits matter".
_SHORTEST = 8  # words; half: nothing; double: F1 +.006, ROUGE-1 -.004
_ENOUGH = 25  # words: a summary of so many may end where the next line has no room; 0 or 99: no English clip changes
_FRONT = 10  # lines that may stand in a beginning; half: F1 +.002; double: nothing
_TOP = 6  # lines that stand for the top of a page; half: ROUGE-1 -.002; double: F1 -.003
_DECAY = 0.1  # how fast later lines count less; half: ROUGE-1 +.003; double: nothing
# chosen on one set of articles and checked on another: docs/why/writer.md
_EARLY, _COVERED, _LIKE_THE_TOP, _QUOTING, _ON_HEADLINE = 0.6, 0.5, 0.12, 0.05, 0.3
_LATE = 3  # lines of an article before its lead, at most; 1: F1 -.004; double: F1 +.003
_MORE_WORDS = 85  # of a summary whose one line only says again what the headline says: the next may be told, too
_SAID = 0.8  # of the stems of such a line in the headline
_MOST_LINES = 4  # half: F1 +.009, ROUGE-1 -.015; double: nothing
_ON_THE_NEWS = 0.5  # of the headline's stems that a summary has, if a line that may be first does
_LEADING = 1.5  # an article whose title is the headline begins with what that says; 1.25: nothing; 2: F1 -.004
_NEWER = 0.25  # the news is what the latest article begins with; half or double: nothing
_ON_THE_HEADLINE = 5  # a lead that has all of the headline's words counts six times; half or double: nothing
_OTHER_LEAD = 0.05  # how much better a beginning must be without the line most like a lead; half or double: nothing


@dataclass(frozen=True, slots=True)
class Summary:
    """The lines of the summary in order, and the line that had no room, with which the running text begins."""

    lines: tuple[int, ...]
    onward: int | None = None


def summarize(material: Material, needs: Needs, headline: str, leading: int) -> Summary:
    """The best beginning's lines that fit in 60 words. `leading`: the article that gave the headline."""
    free = [i for i in ToldSoFar().free(material) if i not in material.opinions]
    able = [i for i in free if _least_words(material, i) <= material.lines[i].size <= WORDS]
    able = [i for i in able if not cleaning.is_quotation(material.lines[i].told.text)]
    able = able if any(material.alone(i) for i in able) else free
    able = able if any(material.alone(i) for i in able) else list(filter(material.opens, range(len(material.lines))))
    stems = content_stems(headline, material.language)
    known, lines = Known(stems), material.lines
    opening = _narrowed(
        [i for i in able if material.alone(i)],
        lambda i: lines[i].place < _TOP and not lines[i].caption,
        lambda i: lines[i].size >= _SHORTEST or _begins_without_pack(material, i),
        lambda i: not _looks_back(material, i),
        lambda i: not lines[i].place or not needs.unmet(i, known),
        lambda i: i not in needs.onward & needs.tied or not lines[i].paragraph,
        lambda i: i not in needs.tied,
        lambda i: i not in needs.antecedents and i not in needs.years,
    )
    opening = _narrowed(_taking_nothing_for_known(material, opening), lambda i: not lines[i].caption)
    beginnings = _Beginnings(material, needs, able, stems, leading)
    best = beginnings.best(opening)
    if _tells(material, best.lines, stems):
        return best
    telling = [i for i in opening if lines[i].place < _FRONT and _tells(material, [i], stems)]
    return beginnings.best(telling) if telling else best


def _tells(material: Material, rows: Sequence[int], headline: frozenset[str]) -> bool:
    """Whether the lines tell what the headline says, in half of its words."""
    told = frozenset[str]().union(*(material.lines[i].stems for i in rows))
    return len(told & headline) >= _ON_THE_NEWS * len(headline)


@dataclass(frozen=True, slots=True)
class _Beginnings:
    """Which beginning is best among those that open with one of some lines. `able`: what may follow."""

    material: Material
    needs: Needs
    able: Sequence[int]
    headline: frozenset[str]
    leading: int

    def best(self, opening: Sequence[int]) -> Summary:
        """The summary that opens with one of these lines."""
        material, stems = self.material, self.headline
        lead = _lead(material, list(opening), stems, self.leading)
        leader = material.lines[lead[0]].article
        lead = lead[:1] if told_as_it_stands(material.readings[leader]) else lead  # what stands above it is not told
        judge = _judge(material, leader, stems)
        own = [i for i in self.able if material.lines[i].article == leader]
        front = sorted({*own[:_FRONT], *lead})
        rows = _Beginning(material, self.needs, stems).rows(front, lead)
        row = max(rows, key=lambda row: (round(judge.merit(row, lead[0]), 6), [-i for i in row]))
        chosen = [i for k, i in enumerate(row) if k == 0 or material.words_in(row[: k + 1]) <= WORDS]
        chosen = [i for k, i in enumerate(chosen) if row[k] == i]
        rest = [i for i in row if i not in chosen]
        goes_on = rest and (material.alone(rest[0]) is not None or material.before(rest[0]) == chosen[-1])
        if goes_on and _only_repeats(material, chosen, stems) and material.words_in([*chosen, rest[0]]) <= _MORE_WORDS:
            return Summary((*chosen, rest[0]))
        return Summary(tuple(chosen), rest[0] if goes_on else None)


def _only_repeats(material: Material, chosen: Sequence[int], headline: frozenset[str]) -> bool:
    """Whether the summary is one line that says what the headline says, in the same words."""
    told = material.lines[chosen[0]].stems
    return len(chosen) == 1 and len(told & headline) >= _SAID * len(told)


def _narrowed(rows: list[int], *tests: Callable[[int], bool]) -> list[int]:
    """The rows that pass the tests, one test after the other; what none passes is not asked."""
    for test in tests:
        rows = list(filter(test, rows)) or rows
    return rows


def _taking_nothing_for_known(material: Material, opening: list[int]) -> list[int]:
    """Without what speaks as if its reader knew of something, where first sentences are left that do not."""
    lines = material.lines
    named = [i for i in opening if not _opens_as_known(material, i)]
    named = named if any(lines[i].place == 0 for i in named) else opening
    besides = {lines[i].article for i in named if _begins_with_more(material, i)}
    apart = [i for i in named if lines[i].article not in besides]
    return apart if any(lines[i].place == 0 for i in apart) else named


def _looks_back(material: Material, i: int) -> bool:
    """Whether it tells only what was before the news. An article's first line is written to be the news."""
    line = material.lines[i]
    return line.place > 0 and looks_back(line.told.text, material.readings[line.article].language)


def _opens_as_known(material: Material, i: int) -> bool:
    return opens_as_known(material.lines[i], material.readings[material.lines[i].article])


def _begins_with_more(material: Material, i: int) -> bool:
    """Whether its article begins with something besides what its reader is to know: "A judge also fined Holm"."""
    line = material.lines[i]
    english = material.readings[line.article].language[:2] in TAGGED_LANGUAGES
    return english and line.place == 0 and cleaning.adds((line.alone or line.told).text)


def _begins_without_pack(material: Material, i: int) -> bool:
    """Whether it is the first sentence of an article in a language without a pack: that may say much in few words."""
    line = material.lines[i]
    return line.place == 0 and not is_known(material.readings[line.article].language)


def _least_words(material: Material, i: int) -> int:
    """Short sentences are left out, but of an article that is told as it stands."""
    return 0 if told_as_it_stands(material.readings[material.lines[i].article]) else _SHORTEST


@dataclass(frozen=True, slots=True)
class _Beginning:
    """Which lines may begin a clip under this headline, one after the other."""

    material: Material
    needs: Needs
    headline: frozenset[str]

    def rows(self, front: Sequence[int], leads: Sequence[int]) -> Iterator[list[int]]:
        """Every beginning: a lead, then lines in reading order while they fit, then one that is cut at 60 words."""
        for lead in leads:
            yield from (row for row in self._longer(front, [lead]) if lead == leads[0] or leads[0] not in row)

    def _longer(self, front: Sequence[int], row: list[int]) -> Iterator[list[int]]:
        used = self.material.words_in(row)
        open_to = self._next(front, row) if used < WORDS and len(row) < _MOST_LINES else []
        if not open_to or used >= _ENOUGH:
            yield row
        for i in open_to:
            if used + self.material.lines[i].size > WORDS:
                yield [*row, i]
            else:
                yield from self._longer(front, [*row, i])

    def _next(self, front: Sequence[int], row: Sequence[int]) -> list[int]:
        """The first line behind the row that may be told, if any; of an article told as it stands, in the same part."""
        material = self.material
        able = [i for i in front if i > row[-1] and self._goes_on(i, row) and not self._led_up(i, row[0])]
        if told_as_it_stands(material.readings[material.lines[row[-1]].article]):
            able = [i for i in able if part_of(material, i) == part_of(material, row[-1])]
        return able[:1]

    def _led_up(self, i: int, lead: int) -> bool:
        """Whether the lead is what this line only led up to."""
        return i + 1 == lead and is_turned_from(self.material, i)

    def _goes_on(self, i: int, row: Sequence[int]) -> bool:
        material = self.material
        stands = (material.alone(i) and i not in self.needs.tied) or material.before(i) == row[-1]
        stands = stands and not means_another(material, self.needs, i, row[-1])
        known = Known(self.headline.union(*(self.needs.stems[j] for j in row)))
        return stands and i not in row and not self.needs.unmet(i, known) and not any(material.same(i, j) for j in row)


def _lead(material: Material, able: Sequence[int], headline: frozenset[str], leading: int) -> list[int]:
    """The first sentences of articles, written to stand alone: the one most like all of them, and its neighbour."""
    first: dict[int, int] = {}
    for i in able:
        first.setdefault(material.lines[i].article, material.lines[i].place)
    latest = max(_LATE, min(first.values()))  # behind a caption or two, no later
    places = {i: material.lines[i].place - first[material.lines[i].article] for i in able}
    leads = [i for i in able if places[i] <= 1 and material.lines[i].place <= latest]
    central = {}
    for i in leads:
        article = material.lines[i].article
        named = len(material.lines[i].stems & headline) / max(1, len(headline))
        early = 1 / (1 + 0.8 * places[i]) / (1 + _DECAY * material.lines[i].place)
        early *= (
            (1 + _NEWER * material.newness[article])
            * material.completeness[article]
            * (_LEADING if article == leading else 1.0)
        )
        central[i] = early * (1 + _ON_THE_HEADLINE * named) * float(material.alike[i, leads].mean())
    best = max(leads, key=lambda i: (round(central[i], 6), -i))
    own = [i for i in leads if material.lines[i].article == leading and _tells(material, [i], headline)]
    if own and _is_overtaken(material, material.lines[best].article, leading):
        best = own[0]
    return [best, *(i for i in leads if i != best and material.lines[i].article == material.lines[best].article)]


def _is_overtaken(material: Material, article: int, leading: int) -> bool:
    """Whether the article is a day older than the headline's: "faces pressure to veto" under "announces veto"."""
    old, new = (material.readings[one].article.published for one in (article, leading))
    return old is not None and new is not None and new - old >= OVERTAKEN


@dataclass(frozen=True, slots=True)
class _Judge:
    """What makes a beginning good: early, covering, like the tops of the pages, on the headline, without quotations."""

    material: Material
    headline: frozenset[str]
    top: Counter[str]

    def merit(self, row: Sequence[int], lead: int) -> float:
        stems, early, quoting, used = Counter[str](), 0.0, 0.0, 0
        for i in row:
            line = self.material.lines[i]
            kept = min(line.size, WORDS - used)
            whole = kept == line.size
            text = line.told.text if whole else " ".join(line.told.text.split()[:kept])
            stems.update(line.stems if whole else content_stems(text, self.material.language))
            early += kept / WORDS / (1 + _DECAY * line.place)
            quoting += kept / WORDS * cleaning.has_quotation(text)
            used += kept
        covered = sum(self.material.spread[stem] for stem in stems) / max(1, self.material.spread.total())
        named = len(self.headline & stems.keys()) / max(1, len(self.headline))
        return (
            _EARLY * early + _COVERED * covered + _LIKE_THE_TOP * _cosine(stems, self.top, self.material.language)
            - _QUOTING * quoting + _ON_HEADLINE * named - _OTHER_LEAD * (row[0] != lead)
        )  # fmt: skip


def _judge(material: Material, leader: int, headline: frozenset[str]) -> _Judge:
    own = [line for line in material.lines if line.article == leader][:_TOP]
    top = Counter(stem for line in own for stem in line.stems)
    return _Judge(material, headline, top)


def _cosine(a: Counter[str], b: Counter[str], language: str) -> float:
    frequencies = news_frequencies()
    rare = {stem: frequencies.idf(stem) if language in COUNTED_LANGUAGES else 1.0 for stem in a | b}
    dot = sum(a[stem] * b[stem] * rare[stem] ** 2 for stem in a)
    lengths = (math.sqrt(sum((c[stem] * rare[stem]) ** 2 for stem in c)) or 1.0 for c in (a, b))
    return dot / math.prod(lengths)
