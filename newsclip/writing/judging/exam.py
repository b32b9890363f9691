"""The exam that a judge must pass: sentences over the sample press, half of them true, half subtly wrong.

We wrote the items ourselves, over the invented publishers of `newsclip demo`: no judge learnt them elsewhere. The key
(`wrong`) stays here: a question holds what a question of daily work holds.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from random import Random
from typing import Protocol

from newsclip.kernel.reasons import Refused
from newsclip.writing.judging.licence import ExamResult, JudgeModel
from newsclip.writing.judging.question import CitedPassage, Ruling, ask_judge, read_ruling
from newsclip.writing.ports import Answered, LanguageModel, Question

KINDS = frozenset(
    {"causal", "date", "figure", "generalisation", "hallucinated_detail", "merge", "modality", "name_swap", "negation"}
    | {"order", "quote", "role_swap", "scope_drop", "wrong_antecedent"}
)
DAY = datetime(2026, 3, 4, 12, tzinfo=UTC)
"""The sample press of this moment has the words of the passages."""
_LATE = "timeout"
_MOST_LATE = 5  # answers in a row that came too late: nobody is there


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence over `passages`, the exact words of an article of the sample press (by its slug).

    `wrong`: in which of KINDS it is; "" for one that the passages bear.
    """

    id: str
    article: str
    publisher: str
    published: str
    passages: tuple[str, ...]
    sentence: str
    wrong: str

    @property
    def question(self) -> Question:
        """As daily work would ask it."""
        published = datetime.fromisoformat(self.published).replace(tzinfo=UTC)
        cited = [CitedPassage(words, self.publisher, published) for words in self.passages]
        return ask_judge(self.sentence, "text", (), cited)


class Examined(Protocol):
    """A LanguageModel that sits the exam. `used`: tokens so far, in and out together."""

    judge: JudgeModel
    used: int

    def __call__(self, question: Question) -> Answered:
        """Raises Refused, as a LanguageModel does."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An item, and what the judge said of it."""

    item: Item
    ruling: Ruling

    @property
    def right(self) -> bool:
        return (self.ruling == "yes") == (not self.item.wrong)


@cache
def items() -> tuple[Item, ...]:
    """All of the exam, in the order in which they were written."""
    text = resources.files("newsclip.writing.judging").joinpath("exam_items.jsonl").read_text("utf-8")
    rows = map(json.loads, text.splitlines())
    return tuple(Item(**{**row, "passages": tuple(row["passages"])}) for row in rows)


def shuffled(chance: Random) -> list[Item]:
    """All of the exam in an order that no judge can know."""
    return chance.sample(items(), len(items()))


def sit(asked: Iterable[Item], model: LanguageModel) -> Iterator[Marked]:
    """What the model says of each. An answer that comes too late is no yes, and counts as "silent".

    Raises Refused where the model cannot be asked, or is late five times in a row.
    """
    late = 0
    for item in asked:
        try:
            ruling, late = read_ruling(model(item.question)), 0
        except Refused as refused:
            late += 1
            if refused.code != _LATE or late >= _MOST_LATE:
                raise
            ruling = "silent"
        yield Marked(item, ruling)


def result_of(marked: Sequence[Marked]) -> ExamResult:
    """What the judge showed. It is whole where each item was marked once."""
    true = [one for one in marked if not one.item.wrong]
    wrong = [one for one in marked if one.item.wrong]
    return ExamResult(
        true=len(true),
        true_accepted=sum(one.ruling == "yes" for one in true),
        wrong=len(wrong),
        wrong_passed=sum(one.ruling == "yes" for one in wrong),
        whole=sorted(one.item.id for one in marked) == sorted(item.id for item in items()),
    )
