"""Whether a judge may be asked: what it showed in the exam, and when that lapses."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

LASTS = timedelta(days=90)
MOST_WRONG_PASSED = 0.01  # of the wrong items
LEAST_TRUE_ACCEPTED = 0.90  # of the true ones
FEWEST_ITEMS = 300


@dataclass(frozen=True, slots=True)
class JudgeModel:
    """Who is asked, and how: another model, endpoint, prompt or form of asking is another judge.

    `form`: the request that its server took (adapters.llm.chat), with or without a schema, and at which temperature;
    "" for one that was not asked yet.
    """

    model: str
    endpoint: str
    prompt: str
    form: str = ""

    def may_be(self, other: "JudgeModel") -> bool:
        """Whether both are one judge, as far as is known."""
        return replace(self, form="") == replace(other, form="") and (not self.form or self.form == other.form)


@dataclass(frozen=True, slots=True)
class ExamResult:
    """`wrong` and `true`: items of each kind that were asked; `wrong_passed`, `true_accepted`: those answered yes.

    `whole`: every item was asked and came back; an exam that was cut off is none.
    """

    true: int
    true_accepted: int
    wrong: int
    wrong_passed: int
    whole: bool

    @property
    def passed(self) -> bool:
        return (
            self.whole
            and self.true + self.wrong >= FEWEST_ITEMS
            and min(self.true, self.wrong) * 2 >= FEWEST_ITEMS
            and self.wrong_passed <= MOST_WRONG_PASSED * self.wrong
            and self.true_accepted >= LEAST_TRUE_ACCEPTED * self.true
        )


@dataclass(frozen=True, slots=True)
class Licence:
    """The last exam of a judge. `ended`: when a canary that it let pass ended the licence; None while it holds."""

    judge: JudgeModel
    result: ExamResult
    at: datetime
    ended: datetime | None = None


def is_licensed(licence: Licence | None, judge: JudgeModel, at: datetime) -> bool:
    """Whether this judge may be asked now: it passed, as it is, no longer than 90 days ago, and nothing ended it.

    It may be asked in the form of the exam alone.
    """
    return (
        licence is not None
        and judge.may_be(licence.judge)
        and bool(licence.judge.form)
        and licence.result.passed
        and licence.ended is None
        and licence.at <= at < licence.at + LASTS
    )
