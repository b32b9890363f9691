"""A story made ready to be read: who told it when, what each added, where they disagree, what is not known, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, Q, When, Window
from django.db.models.functions import Coalesce, RowNumber
from django.utils.translation import gettext_noop

from newsclip import wiring
from newsclip.articles.models import Article
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.ranking import queries as ranking
from newsclip.stories import queries as stories
from newsclip.stories.models import KEPT_APART, Membership, Story, StoryEvent
from newsclip.stories.ports import Beginning
from newsclip.web.pages.clip_document import ReadyClip, as_stored
from newsclip.web.pages.story_facts import Fact, facts_of, source_of

_MOST_EVENTS, _MOST_JOINED, _MOST_RELATED = 60, 30, 5
_MOST_SHOWN, _MOST_COPIES = 200, 20
_EVERYDAY, _CAME_OUT = ("joined", "revised"), ("joined", "started")
PARTS = {
    "centre": gettext_noop("likeness to the story as a whole"),
    "nearest": gettext_noop("likeness to the nearest article"),
    "ahead": gettext_noop("how far ahead of the next best story"),
    "crowd": gettext_noop("likeness to other stories"),
    "gap": gettext_noop("time between them"),
    "dated": gettext_noop("both are dated"),
    "base": gettext_noop("what any pair has to make up for"),
    "size": gettext_noop("how large the stories are"),
    "names": gettext_noop("they name no person or place in common"),
    "headline": gettext_noop("their headlines share no word"),
    "days": gettext_noop("they name different days"),
    "place": gettext_noop("they share hardly more than the name of a place"),
    "region": gettext_noop("they say of a town that it lies in different regions"),
    "retold": gettext_noop("how much of a headline the other article tells"),
}
EVENTS = {
    "started": gettext_noop("The story began"),
    "joined": gettext_noop("An article joined"),
    "revised": gettext_noop("A publisher changed an article"),
    "moved": gettext_noop("An article moved to another story"),
    "taken_down": gettext_noop("An article was taken down"),
    "merged": gettext_noop("Two stories became one"),
    "split": gettext_noop("A part became a story of its own"),
    KEPT_APART: gettext_noop("It was kept apart from another story"),
}
UNDONE = {
    "split": gettext_noop("A merge was undone, and they are two stories again"),
    "merged": gettext_noop("A split was undone, and they are one story again"),
}


@dataclass(frozen=True, slots=True)
class Copying:
    """Whose words an article has; `certain` where it copied them, not the other. `likeness`: per cent, if known.

    `retold`: it tells an agency's report in other words.
    """

    of: Membership
    certain: bool
    likeness: int = 0
    retold: bool = False


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article of the story: why it is there, in words, and what it was the first to tell."""

    member: Membership
    why: dict[str, Any]
    added: tuple[Fact, ...]
    copying: Copying | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One independent account: the article that gave it first, and of its `copies` those that are shown.

    `certain`: whether it is known that the others copied the first. `agency`: whose report it is, where that is not in
    the story.
    """

    first: StoryArticle
    shown: tuple[StoryArticle, ...]
    copies: int
    certain: bool
    agency: str

    @property
    def more(self) -> int:
        """How many copies are not shown."""
        return self.copies - len(self.shown)

    @property
    def copies_are(self) -> str:
        """What the copies are counted as."""
        if any(one.copying and one.copying.retold for one in self.shown):
            return "like report"
        return "near-copy" if self.certain else "like text"


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to the story; `other` is the number of another that took part in it.

    `published`: when the one article came out that it is about. `shared` are the words of both where two became one;
    `parts` those of either where one became two.
    """

    row: StoryEvent
    what: str
    titles: tuple[str, ...]
    published: datetime | None
    other: int | None
    shared: tuple[str, ...]
    parts: tuple[str, ...]
    undoable: bool

    @property
    def by_readers(self) -> bool:
        """Whether readers' votes carried it out. Taken back it is without them, where one of them counts no more."""
        return stories.is_by_readers(self.row.detail.get("by", "")) and "undoes" not in self.row.detail

    @property
    def moderator(self) -> str:
        by: str = self.row.detail.get("by", "")
        return "" if stories.is_by_readers(by) else by


@dataclass(frozen=True, slots=True)
class StoryPage:
    story: Story
    clip: Clip | None
    ready: ReadyClip | None
    reports: tuple[Report, ...]
    beginning: Beginning
    unknown: tuple[Fact, ...]
    related: tuple[ranking.Related, ...]
    events: tuple[Event, ...]

    @property
    def first(self) -> Membership | None:
        """The article that told the story first; None if that is not known."""
        firsts = (report.first.member for report in self.reports)
        return next((member for member in firsts if member.article_id == self.beginning.first), None)

    @property
    def language(self) -> str:
        """The language of its clip."""
        return self.clip.language if self.clip else self.story.language

    @property
    def is_in_several(self) -> bool:
        """Whether the articles that are shown are in several languages."""
        return len({one.member.language for report in self.reports for one in (report.first, *report.shown)}) > 1

    @property
    def agency(self) -> str:
        """The agency that the first of the reports with one names."""
        return next((report.agency for report in self.reports if report.agency), "")

    @property
    def more_reports(self) -> int:
        """How many reports are not shown."""
        return max(0, self.story.reports - len(self.reports))

    @property
    def more_events(self) -> int:
        """How many articles that joined or changed are not told of."""
        return max(0, self.story.events.filter(kind__in=_EVERYDAY).count() - _MOST_JOINED)


def story_page(story: Story) -> StoryPage:
    """The story as its page and its JSON tell it. Asks the tables a fixed number of questions.

    Of very many articles two hundred are shown, every report's first before anybody's copy.
    """
    beginning = stories.beginning_of(Membership.objects.filter(story=story))
    rows = _shown(story, beginning)
    clip = Clip.objects.filter(story=story).first()
    shown = clip if clip and clip.state == Clip.State.PUBLISHED and not clip.hidden else None
    reading = clips.reading_of(story, clip.language if clip else "")
    for row in rows:
        row.language = row.language or story.language
    sources = {str(row.article_id): source_of(number, row) for number, row in enumerate(rows, 1)}
    added = {one.article: facts_of(one.sentences, sources) for one in reading.added}
    titles = {row.article_id: str(row.article) for row in rows}
    told = [StoryArticle(row, _why(row.receipt, titles), added.get(str(row.article_id), ())) for row in rows]
    return StoryPage(
        story=story,
        clip=shown,
        ready=as_stored(shown) if shown else None,
        reports=_by_report(story, told, beginning),
        beginning=beginning,
        unknown=facts_of(reading.unknown, sources),
        related=tuple(ranking.related(story.pk, _MOST_RELATED, vectors=wiring.vector_index())),
        events=_events(story, {row.article_id: row.article for row in rows}),
    )


def _shown(story: Story, beginning: Beginning) -> list[Membership]:
    """The memberships that are shown, in the order of time: the first of all, then each report's own source first."""
    sources = Case(
        When(article=beginning.first, then=0),
        When(article__in=[lead for lead in beginning.leads.values() if lead is not None], then=1),
        default=2,
    )
    when = (Coalesce("article__published", "article__found_at"), "pk")
    turn = Window(RowNumber(), partition_by="report", order_by=(sources, *when))
    rows = Membership.objects.filter(story=story).annotate(turn=turn).filter(turn__lte=1 + _MOST_COPIES)
    first = Case(When(article=beginning.first, then=0), default=1)
    in_order = rows.select_related("article__publisher", "copy_of__publisher").order_by(first, "turn", *when)
    some = in_order[:_MOST_SHOWN]
    return sorted(some, key=lambda row: (row.article.published or row.article.found_at, row.pk))


def _by_report(story: Story, told: Sequence[StoryArticle], beginning: Beginning) -> tuple[Report, ...]:
    """The articles of each report, its source first; the report that told the story first comes first."""
    reports: dict[int, list[StoryArticle]] = {}
    for one in sorted(told, key=lambda one: one.member.article_id not in {beginning.first, *beginning.leads.values()}):
        reports.setdefault(one.member.report, []).append(one)
    articles = Membership.objects.filter(story=story, report__in=list(reports)).values_list("report")
    number = dict(articles.annotate(Count("pk")).order_by())
    places = {one.member.report: place for place, one in reversed(list(enumerate(told)))}
    begun = next((one.member.report for one in told if one.member.article_id == beginning.first), None)
    in_order = sorted(reports, key=lambda report: (report != begun, places[report]))
    return tuple(_report(reports[report], number[report] - 1, beginning) for report in in_order)


def _report(told: Sequence[StoryArticle], copies: int, beginning: Beginning) -> Report:
    first, *others = told
    number, certain = first.member.report, first.member.article_id in beginning.leads.values()
    shown = tuple(replace(one, copying=_copying(one.member, first.member, certain=certain)) for one in others)
    return Report(first, shown, copies, certain, beginning.agencies.get(number, ""))


def _copying(member: Membership, first: Membership, *, certain: bool) -> Copying:
    """What the receipt of either says of both."""
    pair = ((member, first), (first, member))
    alike = next((one.receipt.get("likeness", 0.0) for one, other in pair if one.copy_of_id == other.article_id), 0.0)
    retold = any(stories.is_retold(one.receipt) for one, _ in pair)
    return Copying(first, certain, 0 if retold else round(100 * alike), retold)


def _why(receipt: Mapping[str, Any], titles: Mapping[int, str]) -> dict[str, Any]:
    """The receipt in words: the terms it shares, the article it is most like, and the parts of its score."""
    nearest = str(receipt.get("nearest") or "")
    copy, across = receipt.get("copy") or {}, str(receipt.get("across", {}).get("nearest") or "")
    return {
        "shared": receipt.get("shared", []),
        "nearest": titles.get(int(nearest)) if nearest.isdigit() else None,
        "likeness": round(100 * receipt.get("likeness", 0)),
        "credit": copy.get("credit", ""),
        "tie": copy.get("tie", ""),
        "odd": receipt.get("odd", []),
        "translated": copy.get("sign") == "translation",
        "across": titles.get(int(across)) if across.isdigit() else None,
        "score": receipt.get("score"),
        "began": not receipt.get("joined", bool(copy) or receipt.get("score", 0) >= 0),
        "parts": [(PARTS.get(name, name), points) for name, points in receipt.get("parts", {}).items()],
    }


def _events(story: Story, known: Mapping[int, Article]) -> tuple[Event, ...]:
    """The newest things that happened; a change that was taken back already cannot be taken back again.

    What happens every day (an article joins, a page is changed) does not crowd out what merged and split the story.
    """
    everyday, newest = Q(kind__in=_EVERYDAY), story.events.order_by("-at", "-pk")
    found = [*newest.filter(everyday)[:_MOST_JOINED], *newest.exclude(everyday)[:_MOST_EVENTS]]
    rows = sorted(found, key=lambda row: (row.at, row.pk), reverse=True)
    undoable = stories.undoable(rows)
    return tuple(_event(row, known, undoable=row.pk in undoable) for row in rows)


def _event(row: StoryEvent, known: Mapping[int, Article], *, undoable: bool) -> Event:
    detail = row.detail
    receipt = detail.get("receipt", {})
    about = [known[pk] for pk in detail.get("articles", []) if pk in known]
    return Event(
        row=row,
        what=(UNDONE if detail.get("undoes") else EVENTS).get(row.kind, row.kind),
        titles=tuple(map(str, about)),
        published=about[0].published if len(about) == 1 and row.kind in _CAME_OUT else None,
        other=detail.get("from") or detail.get("into"),
        shared=tuple(receipt.get("shared", ())[:6]),
        parts=tuple(", ".join(receipt[name][:6]) for name in ("stayed", "left") if receipt.get(name)),
        undoable=undoable,
    )
