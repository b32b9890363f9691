"""What a clip is made of: every line of the story, how alike they are, how much each matters, and what is told."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

import numpy as np

from newsclip.evidence.document import Sentence
from newsclip.language.content_words import content_stems, same_fact
from newsclip.language.quotation_marks import is_whole_quotation
from newsclip.language.tokens import words
from newsclip.language.vectors import Embedder
from newsclip.writing import cleaning, page_kinds, selection
from newsclip.writing.candidates import Line, Reading, read
from newsclip.writing.extractive import casualty_counts, growing_counts, slipped_years, stale_lines, story_endings
from newsclip.writing.extractive.opinion_pages import lines_of_opinion, lines_of_views, names_speaker
from newsclip.writing.ports import WHOLE_SENTENCES, Assigned, HeadlineShortener, Judge, SentenceShortener, Shorteners
from newsclip.writing.selection import Matrix

# What half or double of a limit gives: docs/why/writer.md, "How much the limits matter".
_ON_TOPIC = 0.6  # of what the middling line has to do with all; half: F1 -.003; .9: F1 -.006, ROUGE-1 -.003
_TOP = 6  # lines behind an article's first. Set by judgement: half or double was not measured.
_VIEW = 0.3  # what a writer's view counts, beside news; half or double: nothing
# Of times of publication. Set by judgement: no measurement of them is recorded.
_STORY_GOES_ON = timedelta(hours=12)  # from the first to the latest; in less, none is newer than another
_STILL_RECENT = timedelta(days=2)  # before the latest; what is older does not end a clip
# how alike lines are that tell the same: in one article, in two, in two with a figure in common
# .35 in two: F1 -.003; .25 with a figure: F1 -.009; .45 in one, or half more of each: nothing
_SAME, _SAME_ELSEWHERE, _SAME_FIGURES = 0.65, 0.5, 0.38
_CONTAINED = 0.55  # of a line's stems in one that is told, as in `same_fact`
_OUTDATED = (
    casualty_counts.outdated,
    stale_lines.stale,
    story_endings.overtaken,
    slipped_years.slipped,
)


@dataclass(frozen=True)
class Material:
    """The readings of a story's articles and their lines in one row, first published first.

    `prior`: by position and the number of articles that tell the like, for the timeline; `weight`: by the words that
    the articles share and position, for the running text. `outdated`: lines whose count of people or things a later
    article has put right, that tell of a day, plan or state which the latest article came after or put an end to, or of
    a day in another year than most articles; `outgrown`: of these counts, those of things. `opinions`: lines of opinion
    pages beside news; `unfit`: what no part of the clip tells, the outdated and opinions of nobody named.
    """

    assigned: Assigned
    language: str
    judge: Judge
    shorten_headline: HeadlineShortener
    shorten: SentenceShortener
    readings: tuple[Reading, ...]
    lines: tuple[Line, ...]
    alike: Matrix
    prior: Matrix
    support: Matrix
    reach: Matrix
    weight: Matrix
    outdated: frozenset[int]
    opinions: frozenset[int]
    outgrown: tuple[growing_counts.Outgrown, ...] = ()

    def on_topic(self, i: int) -> bool:
        """Whether the line has to do with the rest; pages carry other news, too.

        At the top of the only article, also where it stands between two that have: other news has a block of its own.
        """
        if self._has_to_do(i) or len(self.readings) > 1 or self.lines[i].place > _TOP:
            return self._has_to_do(i)
        after = i + 1 if i + 1 < len(self.lines) and self.before(i + 1) == i else None
        return self._has_to_do(self.before(i)) and self._has_to_do(after)

    def _has_to_do(self, i: int | None) -> bool:
        """Whether the line is as near to the rest as most of the middling line is."""
        return i is not None and float(self.reach[i]) >= _ON_TOPIC * float(np.median(self.reach))

    def kind(self) -> page_kinds.Kind:
        """What kind of pages these are: "news" where one of them is."""
        kinds = [reading.kind for reading in self.readings]
        return "news" if "news" in kinds else kinds[0]

    @cached_property
    def unfit(self) -> frozenset[int]:
        languages = [reading.language for reading in self.readings]
        said = ((i, self.lines[i]) for i in self.opinions)
        nobodys = (i for i, line in said if not names_speaker(line.told.text, languages[line.article]))
        return self.outdated.union(nobodys, lines_of_views(self.readings, self.lines))

    def opens(self, i: int) -> bool:
        """Whether the line may stand by itself where the clip says what happened or how it ends."""
        return self.alone(i) is not None and i not in self.unfit and i not in self.opinions

    @cached_property
    def spread(self) -> Counter[str]:
        """In how many lines of the story each stem stands."""
        return Counter(stem for line in self.lines for stem in line.stems)

    @cached_property
    def names(self) -> tuple[frozenset[str], ...]:
        """For each line the stems that may be names: of words with a capital that do not open it."""
        found = (words(line.told.text)[1:] for line in self.lines)
        named = (" ".join(word for word in row if word[0].isupper()) for row in found)
        return tuple(content_stems(one, self.language) for one in named)

    @cached_property
    def newness(self) -> tuple[float, ...]:
        """For each article from 0 for the first to 1 for the latest; 0 for all of a story of less than half a day."""
        times = [reading.article.published for reading in self.readings]
        known = [time for time in times if time]
        first, latest = min(known, default=None), max(known, default=None)
        if first is None or latest is None or latest - first < _STORY_GOES_ON:
            return (0.0,) * len(times)
        return tuple((time - first) / (latest - first) if time else 0.0 for time in times)

    @cached_property
    def before_end(self) -> tuple[bool, ...]:
        """For each article whether it came out hours before one that tells the end of what the story waited for."""
        return story_endings.before_end(self.readings)

    @cached_property
    def completeness(self) -> Mapping[int, float]:
        """For each article how much it tells of what all of them tell, as a share of the most complete one."""
        owner = np.array([line.article for line in self.lines])
        reach = {a: float(self.alike[owner == a].max(axis=0).mean()) for a in sorted(set(owner.tolist()))}
        return {article: value / max(reach.values()) for article, value in reach.items()}

    def is_recent(self, i: int) -> bool:
        """Whether its article came within two days before the latest one; undated ones count as recent."""
        times = [reading.article.published for reading in self.readings]
        published = times[self.lines[i].article]
        return published is None or max(time for time in times if time) - published <= _STILL_RECENT

    def is_central(self, i: int) -> bool:
        """Whether it has as much to do with the rest as three quarters of the middling line has."""
        return float(self.reach[i]) >= 0.75 * float(np.median(self.reach))

    def before(self, i: int) -> int | None:
        """The line that stands right before this one in its article, where it is fit to be published."""
        line = self.lines[i]
        if i and self.lines[i - 1].key == (line.article, line.place - 1):
            return i - 1
        return None

    @cached_property
    def owners(self) -> Sequence[object]:
        """By article its publisher, or itself where one publisher tells the whole story."""
        publishers = [reading.article.publisher for reading in self.readings]
        return range(len(publishers)) if len(set(publishers)) == 1 else publishers

    def passed(self, told: Iterable[int]) -> frozenset[int]:
        """The lines that an article has before the last of these: told behind them, they would go back."""
        last = {self.lines[i].article: i for i in sorted(told)}
        return frozenset(i for i, line in enumerate(self.lines) if i < last.get(line.article, 0))

    @cached_property
    def spoken(self) -> Mapping[int, int]:
        """By line that is a whole quotation, the one that says whose it is."""
        found: dict[int, int] = {}
        for i, line in enumerate(self.lines):
            before = self.before(i) if line.alone is None and is_whole_quotation(line.told.text) else None
            if before is not None:
                found[i] = found.get(before, before)
        return found

    def same(self, i: int, j: int) -> bool:
        """Whether the first line tells what the second does.

        Publishers put one fact in different words, so less is asked across them. One article goes on from what it has
        told: a line that repeats a short one may add the reason.
        """
        a, b, alike = self.lines[i], self.lines[j], float(self.alike[i, j])
        figures = {stem for stem in a.stems & b.stems if stem[0].isdigit()}
        if a.article == b.article:
            return alike >= _SAME or _adds_little(a.stems, b.stems)
        return alike >= _SAME_ELSEWHERE or same_fact(a.stems, b.stems) or (bool(figures) and alike >= _SAME_FIGURES)

    def alone(self, i: int) -> Sentence | None:
        return self.lines[i].alone

    def words_in(self, indices: Iterable[int]) -> int:
        return sum(self.lines[i].size for i in indices)


@dataclass(frozen=True, slots=True)
class ToldSoFar:
    """What the clip tells so far: lines by number, and the content stems of each line, quotation and headline."""

    lines: tuple[int, ...] = ()
    stems: tuple[frozenset[str], ...] = ()

    def with_lines(self, material: Material, indices: Iterable[int]) -> "ToldSoFar":
        new = tuple(i for i in dict.fromkeys(indices) if i not in self.lines)
        return ToldSoFar(self.lines + new, self.stems + tuple(material.lines[i].stems for i in new))

    def with_words(self, words: str, language: str) -> "ToldSoFar":
        return ToldSoFar(self.lines, (*self.stems, content_stems(words, language)))

    def tells(self, material: Material, i: int) -> bool:
        """Whether the line, or one that says the same, is told."""
        stems = material.lines[i].stems
        return any(_adds_little(stems, other) for other in self.stems) or any(material.same(i, j) for j in self.lines)

    def free(self, material: Material) -> list[int]:
        """Lines of the story that nothing has told yet: no line, and no quotation. A caption goes on from nothing."""
        able = [i for i in range(len(material.lines)) if i not in material.unfit and i not in self.lines]
        able = [i for i in able if not (self.lines and material.lines[i].caption)]
        return [i for i in able if material.on_topic(i) and not self.tells(material, i)]


def lay_out(
    assigned: Assigned,
    language: str,
    embedder: Embedder,
    judge: Judge,
    shorten: Shorteners = WHOLE_SENTENCES,
) -> Material:
    """The material of these articles."""
    readings = read(assigned.articles, language, judge)
    lines = [line for reading in readings for line in reading.lines]
    alike = selection.likeness(lines, embedder)
    fair = _fairness(readings, lines, language)
    support = selection.support(lines, alike)
    outgrown = growing_counts.outgrown(readings)
    return Material(
        assigned=assigned,
        language=language,
        judge=judge,
        shorten_headline=shorten.headline,
        shorten=shorten.sentence,
        readings=tuple(readings),
        lines=tuple(lines),
        alike=alike,
        prior=selection.position_prior(lines) * fair * support**0.5,  # what several publishers tell comes first
        support=support,
        reach=selection.reach(alike),
        weight=selection.weight(lines) * fair,
        outdated=growing_counts.lines_with(outgrown, lines).union(
            *(rule(readings, lines, alike) for rule in _OUTDATED)
        ),
        outgrown=outgrown,
        opinions=lines_of_opinion(readings, lines),
    )


def _adds_little(stems: frozenset[str], told: frozenset[str]) -> bool:
    """Whether most of a line's words stand in what is told; a longer one may tell why, or what came of it."""
    return same_fact(stems, told) and len(stems & told) >= _CONTAINED * len(stems)


def _fairness(readings: Sequence[Reading], lines: Sequence[Line], language: str) -> Matrix:
    """On an opinion page what nobody is named as saying is the writer's view: it counts less."""
    views = [reading.kind in page_kinds.VIEWS for reading in readings]
    plain = [not views[line.article] or cleaning.attributed(line.told.text, language) for line in lines]
    return np.array([1.0 if fair else _VIEW for fair in plain], np.float32)
