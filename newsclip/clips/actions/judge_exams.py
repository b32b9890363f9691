"""What judges showed: in the exam, and with canaries in daily work."""

from datetime import datetime

from django.db.models import F

from newsclip.clips.models import Exam
from newsclip.writing.judging.licence import ExamResult, JudgeModel


def keep_exam(judge: JudgeModel, result: ExamResult, *, at: datetime) -> None:
    """Keep an exam that was sat to the end; of one that was cut off nothing is kept, and nothing changes."""
    if not result.whole:
        raise ValueError("an exam that was cut off is none")
    Exam.objects.create(
        model=judge.model,
        endpoint=judge.endpoint,
        prompt=judge.prompt,
        form=judge.form,
        at=at,
        true=result.true,
        true_accepted=result.true_accepted,
        wrong=result.wrong,
        wrong_passed=result.wrong_passed,
    )


def keep_canary(judge: JudgeModel, canary: str, *, passed: bool, at: datetime) -> bool:
    """Count a canary that this judge was asked; one that it let pass ends its licence. Whether it ended one now."""
    known = Exam.objects.filter(model=judge.model, endpoint=judge.endpoint, prompt=judge.prompt)
    last = known.order_by("-at", "-pk").first()
    if last is None:
        return False
    Exam.objects.filter(pk=last.pk).update(canaries=F("canaries") + 1)
    if not passed:
        return False
    return bool(Exam.objects.filter(pk=last.pk, ended_at=None).update(ended_at=at, ended_by=canary[:20]))
