"""What is known about judges: their last exam, as a licence and as readers may know it."""

from dataclasses import dataclass
from datetime import datetime

from newsclip.clips.models import Exam
from newsclip.writing.judging.licence import ExamResult, JudgeModel, Licence, is_licensed


@dataclass(frozen=True, slots=True)
class JudgeExam:
    """The last exam of a language model that judges, and the wrong sentences mixed into its work since (`canaries`).

    `licensed`: it may judge now. `ended_at`: when it let a canary pass, so that it may no more.
    """

    model: str
    at: datetime
    true: int
    true_accepted: int
    wrong: int
    wrong_passed: int
    canaries: int
    licensed: bool
    ended_at: datetime | None


def licence_of(judge: JudgeModel) -> Licence | None:
    """The last exam of this judge; None where it sat none."""
    row = _last(judge)
    return _licence(row) if row else None


def last_exam(judge: JudgeModel, now: datetime) -> JudgeExam | None:
    """The last exam that this judge sat to the end."""
    row = _last(judge)
    if row is None:
        return None
    licence = _licence(row)
    return JudgeExam(
        model=row.model,
        at=row.at,
        true=row.true,
        true_accepted=row.true_accepted,
        wrong=row.wrong,
        wrong_passed=row.wrong_passed,
        canaries=row.canaries,
        licensed=is_licensed(licence, judge, now),
        ended_at=row.ended_at,
    )


def _last(judge: JudgeModel) -> Exam | None:
    rows = Exam.objects.filter(model=judge.model, endpoint=judge.endpoint, prompt=judge.prompt)
    return rows.order_by("-at", "-pk").first()


def _licence(row: Exam) -> Licence:
    result = ExamResult(row.true, row.true_accepted, row.wrong, row.wrong_passed, whole=True)
    return Licence(JudgeModel(row.model, row.endpoint, row.prompt, row.form), result, row.at, row.ended_at)
