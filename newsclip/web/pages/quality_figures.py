"""How good what is shown is, counted on this site when somebody asks, from what is stored: no figure is typed in."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from django.core.cache import caches

from newsclip import wiring
from newsclip.articles import queries as articles
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip, Correction
from newsclip.community.models import Challenge
from newsclip.evidence.document import Quote, Sentence
from newsclip.evidence.visitor import visit
from newsclip.ranking import queries as ranking
from newsclip.web.cards.queries import cards
from newsclip.web.pages.evidence_check import only_what_stands

LOOKED_AT = 60  # newest clips: two pages of the list
PERIOD = timedelta(days=30)
_KEPT_SECONDS = 300  # takes long to count and changes slowly
_REASONS = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """The newest clips, read again: what they say, and what of it still stands word for word where it should.

    `bases`: sentences by what they stand on, as documents record it.
    """

    clips: int
    sentences: int
    quotations: int
    passages: int
    lost: int
    several: int
    bases: tuple[tuple[str, int], ...]
    refused: tuple[tuple[str, int], ...]

    @property
    def single(self) -> int:
        return self.clips - self.several

    @property
    def answers(self) -> int:
        """What is neither a sentence of its own nor a quotation: short answers, figures that disagree."""
        return self.sentences - self.quotations - sum(number for _, number in self.bases)


@dataclass(frozen=True, slots=True)
class Quality:
    """`corrections`, `doubts`, `right`, `articles`: within PERIOD. `front`: publishers of the front page, the most
    often first.
    """

    at: datetime
    standing: Standing
    corrections: tuple[tuple[str, int], ...]
    doubts: int
    right: int
    articles: tuple[tuple[str, int], ...]
    front: tuple[tuple[str, int], ...]
    front_clips: int
    exam: clips.JudgeExam | None

    @property
    def found(self) -> int:
        return sum(number for _, number in self.articles)


def quality(now: datetime) -> Quality:
    """Counted anew every five minutes."""
    return cast(Quality, caches["process"].get_or_set("quality-5", lambda: _counted(now), _KEPT_SECONDS))


def _counted(now: datetime) -> Quality:
    since = now - PERIOD
    kinds = Counter(one.called for one in Correction.objects.filter(at__gte=since).only("kind", "reasons"))
    doubts = list(Challenge.objects.filter(at__gte=since).only("upheld", "reasons", "decided_at"))
    page, _ = ranking.front_page()
    tellers = Counter(one.name for card in cards(page) for one in card.publishers)
    return Quality(
        at=now,
        standing=_standing(list(clips.listed().order_by("-published", "-pk")[:LOOKED_AT])),
        corrections=tuple(sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))),
        doubts=len(doubts),
        right=sum(bool(one.upheld) and not one.is_taken_out for one in doubts),
        articles=tuple(articles.counts_by_code(since)),
        front=tuple(tellers.most_common(_REASONS)),
        front_clips=len(page),
        exam=clips.last_exam(wiring.judge_model(), now),
    )


def _standing(newest: list[Clip]) -> Standing:
    counted, refused, bases = Counter[str](), Counter[str](), Counter[str]()
    for clip in newest:
        document, stands = clips.document(clip), only_what_stands(clip)
        said = [one for _, one in visit(document)]
        counted["sentences"] += len(said)
        counted["quotations"] += sum(isinstance(one, Quote) for one in said)
        bases.update(one.basis for one in said if isinstance(one, Sentence))
        counted["passages"] += sum(len(one.evidence) for one in said)
        counted["lost"] += len(said) if stands is None else stands.lost
        counted["several"] += clip.reports > 1
        refused.update(refusal.reason.code for refusal in document.receipt.refused)
    return Standing(
        clips=len(newest),
        sentences=counted["sentences"],
        quotations=counted["quotations"],
        passages=counted["passages"],
        lost=counted["lost"],
        several=counted["several"],
        bases=tuple(bases.most_common()),
        refused=tuple(refused.most_common(_REASONS)),
    )
