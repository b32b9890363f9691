"""What is known about judges: their last exam, as a licence."""

from newsclip.clips.models import Exam
from newsclip.writing.judging.licence import ExamResult, JudgeModel, Licence


def licence_of(judge: JudgeModel) -> Licence | None:
    """The last exam of this judge; None where it sat none."""
    rows = Exam.objects.filter(model=judge.model, endpoint=judge.endpoint, prompt=judge.prompt)
    row = rows.order_by("-at", "-pk").first()
    return _licence(row) if row else None


def last_exam() -> Exam | None:
    """The last exam that any judge sat to the end."""
    return Exam.objects.order_by("-at", "-pk").first()


def _licence(row: Exam) -> Licence:
    result = ExamResult(row.true, row.true_accepted, row.wrong, row.wrong_passed, whole=True)
    return Licence(JudgeModel(row.model, row.endpoint, row.prompt), result, row.at, row.ended_at)
