"""Whether two values fill one slot, agree, or were put right or overtaken by what was told later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher

from newsclip.evidence.document import SourceArticle
from newsclip.kernel.publication_times import SURELY_LATER, is_day_only
from newsclip.kernel.spans import Span
from newsclip.writing.candidates import Line
from newsclip.writing.disagreements.contexts import likeness, spread
from newsclip.writing.disagreements.facts import Fact

_LIKE = {"sum": 0.6, "share": 0.6, "count": 0.55, "vote": 0.3, "term": 0.5, "day": 0.6, "clock": 0.6, "place": 0.75}
# a toll that grows over this time is news, not a disagreement
_GROWS = timedelta(hours=2)
# so do things that are counted; what something cost is known at once, and two sums contradict each other. By judgement.
_GROWS_OF_THINGS = timedelta(hours=6)
# what may have changed meanwhile, and after how long it is no more compared
_CHANGING = frozenset({"toll", "sum", "share", "count", "magnitude"})
_STANDS = timedelta(days=2)  # later news may have another figure and be right
# minutes within which two times, and two rough ones, are told of one
_NEARLY, _ROUGHLY = 5, 30
_SPELT = 0.7  # of the letters: two spellings of one name
# days further apart are of two events; what is planned may be told half a year apart
_APART, _APART_AHEAD = timedelta(days=31), timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Given:
    """A fact as one article gives it, in the words at `span` of its text. `reading`: the article's number."""

    reading: int
    article: SourceArticle
    line: Line
    fact: Fact
    span: Span

    @property
    def sentence(self) -> str:
        return self.line.span.of(self.article.text)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a story's articles give.

    `held`: in how many contexts each stem stands; `by_kind`: the facts of each kind, by the numbers of the articles;
    `by_line`: those of each line, by its key.
    """

    given: Sequence[Given]
    held: Mapping[str, int]
    by_kind: Mapping[str, Mapping[int, Sequence[Given]]]
    by_line: Mapping[tuple[int, int], Sequence[Given]]

    def same_slot(self, a: Given, b: Given) -> bool:
        one, other = a.fact, b.fact
        if one.kind != other.kind or (one.key != other.key and not _more_than_all(one, other)):
            return False
        if one.kind in {"toll", "magnitude"}:
            return one.context.time == other.context.time and one.context.expected == other.context.expected
        like = _LIKE.get(one.kind)
        return like is None or likeness(one.context, other.context, self.held, len(self.given)) >= like

    def superseded(self, one: Given) -> bool:
        """Whether the same publisher gave another value for it in a later article."""
        return any(
            number != one.reading
            and others[0].article.publisher == one.article.publisher
            and _later(others[0], one)
            and any(self.same_slot(other, one) for other in others)
            for number, others in self.by_kind[one.fact.kind].items()
        )

    def also(self, a: Given, b: Given) -> bool:
        """Whether the article of `a` gives the value of `b` for the same slot, too."""
        own = self.by_kind[b.fact.kind].get(a.reading, ())
        return any(agree(one.fact, b.fact) and self.same_slot(one, b) for one in own)

    def beside(self, a: Given, b: Given) -> Sequence[Given]:
        """What the lines of both give."""
        return [*self.by_line[a.line.key], *self.by_line[b.line.key]]


def facts_of(given: Sequence[Given]) -> Facts:
    by_kind: dict[str, dict[int, list[Given]]] = {}
    by_line: dict[tuple[int, int], list[Given]] = {}
    for one in given:
        by_kind.setdefault(one.fact.kind, {}).setdefault(one.reading, []).append(one)
        by_line.setdefault(one.line.key, []).append(one)
    return Facts(given, spread([one.fact.context for one in given]), by_kind, by_line)


def _more_than_all(a: Fact, b: Fact) -> bool:
    """Whether one toll counts a group and the other, which is lower, all people: 14 passengers died, or 11 people."""
    (state, _, whom), (other, _, others) = a.key.partition(" "), b.key.partition(" ")
    if a.kind != "toll" or state != other or bool(whom) == bool(others) or not (a.quantity and b.quantity):
        return False
    group, people = (a.quantity, b.quantity) if whom else (b.quantity, a.quantity)
    return group.low > people.high


def agree(a: Fact, b: Fact) -> bool:
    """Whether one value could be meant by both facts, which are of one kind."""
    if a.quantity and b.quantity:
        return a.quantity.agrees(b.quantity)
    if a.kind == "day":
        return a.words[0] <= b.words[1] and b.words[0] <= a.words[1]
    if a.kind == "clock":
        apart = abs(int(a.words[0]) - int(b.words[0]))
        return min(apart, 720 - apart) <= (_ROUGHLY if "about" in {*a.words, *b.words} else _NEARLY)
    if a.kind == "place":
        return (
            bool({*a.words} & {*b.words}) or SequenceMatcher(None, "".join(a.words), "".join(b.words)).ratio() > _SPELT
        )
    return a.words == b.words


def is_news(a: Given, b: Given) -> bool:
    """Whether one of two values tells what happened after the other was published, or may, where one is undated.

    Sums, shares and counts that are told days apart; a toll or count that is higher in an article of hours later;
    a day that the other could not tell of, or announced.
    """
    one, other = a.article.published, b.article.published
    if one is None or other is None:
        return a.fact.kind in _CHANGING or (a.fact.kind == "age" and abs(_age(a) - _age(b)) <= 1)
    early, late = (a, b) if one <= other else (b, a)
    if a.fact.kind == "day":
        return _is_another_day(early, late, min(one, other).date(), max(one, other).date())
    if a.fact.kind in _CHANGING - {"toll"}:
        return abs(one - other) > _STANDS or has_grown(a, b)
    if a.fact.kind != "toll" or early.fact.quantity is None or late.fact.quantity is None:
        return False
    more = late.fact.quantity.middle > early.fact.quantity.middle
    falls = early.fact.key.startswith("missing")
    return more != falls and abs(one - other) >= _GROWS


def has_grown(a: Given, b: Given) -> bool:
    """Whether the later of two counts of things is higher, and was told hours after the other."""
    one, other = a.article.published, b.article.published
    if one is None or other is None or a.fact.kind != "count" or not (a.fact.quantity and b.fact.quantity):
        return False
    early, late = (a.fact.quantity, b.fact.quantity) if one <= other else (b.fact.quantity, a.fact.quantity)
    least = SURELY_LATER if is_day_only(one) or is_day_only(other) else _GROWS_OF_THINGS
    return late.middle > early.middle and abs(one - other) >= least


def _age(one: Given) -> int:
    return int(one.fact.words[0])


def _is_another_day(early: Given, late: Given, then: date, now: date) -> bool:
    first, last = early.fact, late.fact
    apart = abs(date.fromisoformat(first.words[0]) - date.fromisoformat(last.words[0]))
    if last.context.expected:
        return apart > _APART_AHEAD or first.words[1] < now.isoformat()
    return apart > _APART or last.words[0] > then.isoformat()


def _later(a: Given, b: Given) -> bool:
    one, other = a.article.published, b.article.published
    return one > other if one and other else a.reading > b.reading
