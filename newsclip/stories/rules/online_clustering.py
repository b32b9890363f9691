"""Online clustering of the articles of one language."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from newsclip.stories.ports import IncomingArticle, Merge, Move, Placement, Split
from newsclip.stories.rules import near_duplicates, outgrown_story, scoring, splitting, third_article
from newsclip.stories.rules.better_fit import BetterFit, Moving
from newsclip.stories.rules.candidate_ranking import NOTHING_NEAR, SHARED, CandidateRanker, Choice, scored
from newsclip.stories.rules.centroids import Centroid
from newsclip.stories.rules.contradictions import TOWNS, contradictions
from newsclip.stories.rules.headings import heading
from newsclip.stories.rules.languages import language
from newsclip.stories.rules.near_duplicates import Fingerprint
from newsclip.stories.rules.retold_headline import retold
from newsclip.stories.rules.second_look import Rejoining, SecondLook
from newsclip.stories.rules.store import ArticleStore, StoredArticle, StoredMember, Story, Words
from newsclip.stories.rules.vectors import Vector

DAY = 86_400  # seconds
WINDOW_DAYS = 7.0  # seven, not four: local news +.01 (docs/why/grouping.md)
_LOOKED_AT = 20  # heaviest terms of a story, shown where two become one

type Elsewhere = Callable[[str], str]
"""The key of the story that an article joins in other languages, given the one that it would start."""


def no_other_language(key: str) -> str:
    return key


class OnlineClusterer:
    """Places the articles of one language."""

    def __init__(
        self,
        words: Words,
        store: ArticleStore,
        weights: scoring.Weights,
        taken: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """`taken`: whether another language has a story of this key."""
        self._words = words
        self._store = store
        self._taken = taken
        self._weights = weights
        self._ranker = CandidateRanker(words, store, weights)
        self._second_look = SecondLook(words, store, weights, self._ranker)
        self._better_fit = BetterFit(words, store, weights, self._ranker)

    def place(
        self, incoming: IncomingArticle, seen: float, stay: str = "", elsewhere: Elsewhere = no_other_language
    ) -> Placement:
        """Decide where it belongs, and index it there unless it is a copy. `seen`: the day that its expiry counts from.

        `stay` is the story to prefer as long as the article fits there. `elsewhere` is asked for the key of the story
        if no story of this language fits.
        """
        mark = near_duplicates.fingerprint(incoming.title, incoming.text, incoming.publisher, incoming.owner)
        day, odd = day_of(incoming), {"odd": list(incoming.odd)} if incoming.odd else {}
        if (original := self._store.same_text(mark, day)) is not None:
            return self._copied(incoming, mark, (original, seen), odd)
        vector = self._vector(incoming)
        near, choices, receipt = self._ranker.choices(vector, day)
        receipt |= odd
        if (original := self._store.copied(mark, [one.row for one in near])) is not None:
            return self._copied(incoming, mark, (original, seen), receipt)
        fitting = [choice for choice in choices if scoring.joins(choice.score, self._weights)]
        fitting.sort(key=lambda choice: choice.story.key != stay)
        receipt |= {"joined": bool(fitting)}
        merges = list(self._bridged(incoming.id, fitting)) or list(self._both_alone(incoming.id, vector, fitting))
        key = merges[-1].into if merges else fitting[0].story.key if fitting else ""
        key = key or (
            stay
            if outgrown_story.is_named(self._store.story(stay), incoming, vector, self._words)
            else elsewhere(self._unused(incoming.id))
        )
        if fitting and mark.minima is None and (twin := self._store.twin(mark, key)) is not None:
            return self._copied(incoming, mark, (twin, seen), receipt, merges)
        self._join(key, vector, day)
        if fitting:
            merges += self._rejoined(incoming.id, self._second_look.related(key, choices))
            merges += self._rejoined(incoming.id, self._second_look.drawn(key, choices))
        self._store.add(StoredArticle(incoming.id, incoming.id, key, day, seen), vector, mark)
        moves: list[Move] = []
        if fitting:
            merges += self._rejoined(incoming.id, self._second_look.drawn(key, choices, vector))
            moves += self._moved(incoming.id, self._better_fit.drawn(key, near))
        return Placement(incoming.id, key, incoming.id, receipt, merges, self._parted(key), moves)

    def take_in(self, incoming: IncomingArticle, seen: float, *, story: str, report: str) -> None:
        """Index an article that was placed before: an original joins the story's centroid, a copy only extends its time
        span.

        If the original of a report has expired, the report's first copy takes its place.
        """
        day = day_of(incoming)
        known = self._store.story(story)
        if report != incoming.id and known and (row := self._standing_for(report, story)) is not None:
            known.reach(day, day)
            self._store.keep(known)
            self._store.touch(row, day, seen)
            return
        vector = self._vector(incoming)
        self._join(story, vector, day)
        mark = near_duplicates.fingerprint(incoming.title, incoming.text, incoming.publisher, incoming.owner)
        self._store.add(StoredArticle(incoming.id, report, story, day, seen), vector, mark)

    def _standing_for(self, report: str, story: str) -> int | None:
        """The row that represents a report in this story: the original's, or a copy's."""
        if (row := self._store.row(report)) is not None and self._store.kept(row).story == story:
            return row
        held = (one.row for one in self._store.members(story))
        return next((row for row in held if self._store.kept(row).report == report), None)

    def leave(self, article_id: str) -> str | None:
        """Take an article out of its story and recompute the centroid. Returns the story's key."""
        key = self._store.leave(article_id)
        if key is not None:
            self._make(key, self._store.members(key))
        return key

    def follow(self, gone: str, into: str) -> None:
        """Another language's articles made one story of these two: so are this language's, if it has any there."""
        one, other = self._store.story(gone), self._store.story(into)
        if one is None or gone == into:
            return
        if other is not None:
            with self._words.spread(one.centre.direction()) as spread:
                cosine = other.centre.cosine(spread)
            self._absorb(one, other, cosine)
            return
        self._store.move(gone, into)
        self._store.drop(gone)
        one.key = into
        self._store.keep(one)

    def _make(self, key: str, members: Sequence[StoredMember]) -> None:
        """Recompute a story from its articles."""
        self._store.drop(key)
        for one in members:
            self._join(key, one.vector, one.day)

    def _parted(self, key: str) -> Split | None:
        """Split a story whose articles turn out to be two events; stories that people decided about stay."""
        story = self._store.story(key)
        if story is None or not splitting.due(story.articles) or self._store.settled(key):
            return None
        members = self._store.members(key)
        found = splitting.cut([one.vector for one in members])
        if found is None:
            return None
        stay, left = ([members[place] for place in places] for places in (found.stay, found.leave))
        gap = splitting.gap([one.day for one in stay], [one.day for one in left])
        likeness = scoring.Likeness(found.cosine, found.nearest, gap, found.cosine - scoring.ANY)
        parts = scoring.parts(likeness, self._weights)
        if not scoring.splits(sum(parts.values()), self._weights):
            return None
        return self._take_apart(key, stay, left, scored(parts))

    def _take_apart(
        self, key: str, stay: list[StoredMember], left: list[StoredMember], receipt: dict[str, Any]
    ) -> Split:
        ids = [self._store.kept(one.row).id for one in left]
        apart = self._unused(ids[0])
        self._store.hand_over([one.row for one in left], apart)
        terms = []
        for name, members in ((key, stay), (apart, left)):
            self._make(name, members)
            made = self._store.story(name)
            terms.append(self._words.terms(made.centre.heaviest(_LOOKED_AT)) if made else [])
        told = {"stayed": _only(terms[0], terms[1]), "left": _only(terms[1], terms[0])}
        return Split(key, apart, ids, receipt | told)

    def _vector(self, incoming: IncomingArticle) -> Vector:
        return self._words.vector(
            incoming.title, incoming.text, heading(incoming.title, incoming.text, language(incoming))
        )

    def _bridged(self, bridge: str, fitting: list[Choice]) -> Iterator[Merge]:
        """Merge the other stories that an article fits into its best one, if their centroids are similar enough too.

        The article itself is not in the centroids: one article about two events merges no stories.
        """
        if not fitting:
            return
        story = fitting[0].story
        for other in fitting[1:]:
            if self._settled(story, other.story):
                continue
            with self._words.spread(story.centre.direction()) as spread:
                cosine = other.story.centre.cosine(spread)
                shared = other.story.centre.shared(spread, SHARED)
            gap = story.gap(other.story.first, other.story.last)
            smaller = min(story.articles, other.story.articles)
            likeness = scoring.Likeness(cosine, other.nearest.cosine, gap, cosine - scoring.ANY)
            near = self._store.vector(fitting[0].nearest.row), self._store.vector(other.nearest.row)
            found = contradictions(*near)
            parts = scoring.merging(likeness, smaller, self._weights)
            parts |= scoring.retold(retold(*near, found), self._weights)
            parts |= scoring.against([name for name in found if name == "region"], self._weights)
            if scoring.merges(sum(parts.values()), self._weights):
                gone, story = self._together(story, other.story, cosine)
                why = scored(parts) | {"shared": self._words.terms(shared), "bridge": bridge}
                yield Merge(gone.key, story.key, why)

    def _both_alone(self, bridge: str, vector: Vector, fitting: list[Choice]) -> Iterator[Merge]:
        """Merge two lone articles if the article `bridge` fits both by the same words."""
        alone = [choice for choice in fitting[:2] if choice.story.articles == 1]
        if len(alone) < 2 or self._settled(*(choice.story for choice in alone)):
            return
        one, other = (self._store.vector(choice.nearest.row) for choice in alone)
        if not third_article.joins_both(vector, one, other) or TOWNS.intersection(contradictions(one, other)):
            return
        second = alone[1].story
        with self._words.spread(one) as spread:
            cosine, shared = second.centre.cosine(spread), second.centre.shared(spread, SHARED)
        gone, into = self._together(alone[0].story, second, cosine)
        yield Merge(
            gone.key, into.key, scored(alone[1].parts) | {"shared": self._words.terms(shared), "bridge": bridge}
        )

    def _rejoined(self, bridge: str, found: Iterator[Rejoining]) -> Iterator[Merge]:
        """Merge lone articles into the stories that they fit, now that one has grown by the article `bridge`."""
        for lone, best, receipt in found:
            gone, into = self._together(best.story, lone, best.cosine)
            yield Merge(gone.key, into.key, receipt | {"bridge": bridge})

    def _moved(self, bridge: str, found: Iterator[Moving]) -> Iterator[Move]:
        """Move articles to the story that they fit better, now that it has grown by the article `bridge`."""
        for row, story, into, receipt in found:
            held, vector = self._store.kept(row), self._store.vector(row)
            self._store.hand_over([row], into)
            self._make(story, self._store.members(story))
            self._join(into, vector, held.day)
            yield Move(story, into, held.id, receipt | {"bridge": bridge})

    def _settled(self, *stories: Story) -> bool:
        return any(self._store.settled(story.key) for story in stories)

    def _together(self, one: Story, other: Story, cosine: float) -> tuple[Story, Story]:
        """Merge two stories. Returns the one that is gone, with fewer articles or the later, and the one that stays."""
        gone, into = sorted((other, one), key=lambda each: (each.articles, -each.first))
        self._absorb(gone, into, cosine)
        return gone, into

    def _absorb(self, gone: Story, into: Story, cosine: float) -> None:
        into.centre.absorb(gone.centre, cosine)
        into.reach(gone.first, gone.last)
        into.articles += gone.articles
        self._store.move(gone.key, into.key)
        self._store.drop(gone.key)
        self._store.keep(into)

    def _copied(
        self,
        incoming: IncomingArticle,
        mark: Fingerprint,
        of: tuple[int, float],
        receipt: dict[str, Any],
        merges: Sequence[Merge] = (),
    ) -> Placement:
        """`of`: the row of the original, and the day that the copy's expiry counts from."""
        row, seen = of
        original, day = self._store.kept(row), day_of(incoming)
        self._store.touch(row, day, seen)
        if story := self._store.story(original.story):
            story.reach(day, day)
            self._store.keep(story)
        explained = near_duplicates.explained(mark, self._store.mark(row))
        found = {"likeness": explained["alike"], "nearest": original.id, "copy_of": original.id, "copy": explained}
        return Placement(incoming.id, original.story, original.report, NOTHING_NEAR | receipt | found, merges)

    def _unused(self, key: str) -> str:
        """The key of a new story. A key is taken if a story went on without the article that started it."""
        while self._store.story(key) or self._taken(key):
            key += "+"
        return key

    def _join(self, key: str, vector: Vector, day: float) -> None:
        story = self._store.story(key)
        if story is None:
            self._store.keep(Story(key, Centroid(vector), day, day))
            return
        with self._words.spread(vector) as spread:
            story.centre.add(vector, spread)
        story.articles += 1
        story.reach(day, day)
        self._store.keep(story)


def _only(ones: Sequence[str], others: Sequence[str]) -> list[str]:
    """The heaviest terms of one part that are not among the other's."""
    return [term for term in ones if term not in others][:SHARED]


def day_of(incoming: IncomingArticle) -> float:
    """The day of its publication; NaN if undated."""
    return incoming.published.timestamp() / DAY if incoming.published else float("nan")
