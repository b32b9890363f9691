"""Applies the weight rule (rules.account_weight) to stored rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from typing import Any

from django.db.models import Count, Model, OuterRef, Subquery

from newsclip.accounts.models import Reader
from newsclip.community.models import Comment, CommentVote, Submission, Support, Vote
from newsclip.community.rules import account_weight
from newsclip.community.rules.account_weight import Account
from newsclip.stories.models import Membership

_MOST = account_weight.REMEMBERED_ACCOUNTS
# Rows read of an account that may act several times in one place, so that endless activity in one place does not push
# the others out: five days of comments, or one day of votes, at the rate limit (rules.trust).
_ROWS = 1000


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of row that is given to a `thing`. Accounts meet at its `place`; votes are compared within one `side`.

    Votes on comments meet at stories: everyone who reads a discussion votes on several comments. `several`: an account
    may have more than one row in a place.
    """

    rows: type[Model]
    thing: str
    place: str
    side: tuple[str, ...] = ()
    several: bool = False
    of_stories: bool = False  # the place is the story of the row's article, annotated as `story`


VOTES = Kind(Vote, "story_id", "story_id", ("value",))
COMMENTS = Kind(Comment, "story_id", "story_id", several=True)
COMMENT_VOTES = Kind(CommentVote, "comment_id", "comment__story_id", ("value",), several=True)
SUPPORTS = Kind(Support, "suggestion_id", "suggestion__story_id")
LINKS = Kind(Submission, "story", "story", several=True, of_stories=True)
_STORY = Subquery(Membership.objects.filter(article=OuterRef("article")).values("story")[:1])


@dataclass
class RowWeigher:
    """Weighs rows of one kind, one after the other. Each account's history is loaded once."""

    kind: Kind
    _known: dict[int, list[tuple[int, datetime]]] = field(default_factory=dict)

    def weigh(self, one: Any) -> float:
        """The weight of this row, by its account and by those who did the same earlier."""
        if one.reader_id is None:
            return 0.0
        here = reduce(getattr, self.kind.place.split("__"), one)
        same = {name: getattr(one, name) for name in (self.kind.thing, *self.kind.side)}
        return self.weight(one.reader_id, one.at, self._before(one, same), here=here)

    def weight(self, reader_id: int, at: datetime, before: Sequence[int], *, here: int) -> float:
        """The weight of an action of this account at the place `here`; `before`: who did the same earlier."""
        histories = self._histories([reader_id, *before], but=here)
        mine = histories.pop(reader_id)
        earlier = list(histories.values())
        met = {thing for theirs in earlier for thing in account_weight.met_at(mine, theirs)}
        return account_weight.weight(account_of(reader_id), at, mine, earlier, self._popular(met))

    def _before(self, one: Any, same: dict[str, Any]) -> list[int]:
        """The accounts that last did the same to the same thing before this, each once."""
        before = self._rows.filter(at__lt=one.at, **same).order_by("-at")
        if not self.kind.several:
            return list(before.values_list("reader_id", flat=True)[:_MOST])
        others = before.exclude(reader=None).exclude(reader=one.reader_id)
        return list(dict.fromkeys(others.values_list("reader_id", flat=True)[: 2 * _MOST]))[:_MOST]

    @property
    def _rows(self) -> Any:
        rows = self.kind.rows._default_manager
        return rows.annotate(story=_STORY).exclude(story=None) if self.kind.of_stories else rows

    def _histories(self, reader_ids: Sequence[int], *, but: int) -> dict[int, dict[int, datetime]]:
        """Where each of these accounts acted, other than here, and when first."""
        for reader_id in reader_ids:
            if reader_id not in self._known:
                last = self._rows.filter(reader_id=reader_id).order_by("-at").values_list(self.kind.place, "at")
                most = _ROWS if self.kind.several else account_weight.REMEMBERED_THINGS + 1
                self._known[reader_id] = list(dict(last[:most]).items())
        return {
            reader_id: dict(
                [one for one in self._known[reader_id] if one[0] != but][: account_weight.REMEMBERED_THINGS]
            )
            for reader_id in reader_ids
        }

    def _popular(self, met: set[int]) -> dict[int, int]:
        if not met:
            return {}
        there: dict[str, Any] = {f"{self.kind.place}__in": met}
        if self.kind.of_stories:
            there = {"article__in": Membership.objects.filter(story__in=met).values("article")}
        rows = self._rows.filter(**there).order_by().values(self.kind.place)
        people = Count("reader", distinct=True) if self.kind.several else Count("pk")
        return dict(rows.annotate(number=people).values_list(self.kind.place, "number"))


def account_of(reader_id: int) -> Account:
    """The account's features for the weight rule."""
    known = Reader.objects.values_list("date_joined", "valued", "counts", "waits").get(pk=reader_id)
    joined, valued, counts, waits = known
    return Account(joined, valued, counts and not waits)


def weight_of(reader: Reader, at: datetime) -> float:
    """The weight of an account on its own, without regard to company: for flags."""
    return account_weight.weight(account_of(reader.pk), at)
