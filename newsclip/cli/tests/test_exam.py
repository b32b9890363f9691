"""`newsclip exam` says how it ended, keeps what was sat to the end, and nothing else."""

import json

import pytest

from newsclip.cli import exam
from newsclip.clips.models import Exam
from newsclip.kernel.reasons import Refused
from newsclip.terminal import NO, UNREADABLE
from newsclip.writing.judging.exam import items
from newsclip.writing.judging.licence import JudgeModel
from newsclip.writing.ports import Answered, Question

pytestmark = pytest.mark.django_db
TRUE = {item.sentence for item in items() if not item.wrong}


class Scripted:
    """A judge that knows the answers, or says yes to all, and may fail after so many questions."""

    judge = JudgeModel("orlo-7b", "http://localhost:11434/v1", "1", "schema")

    def __init__(self, *, yes_to_all: bool = False, after: int = 10_000, end: BaseException | None = None) -> None:
        self.used, self._yes, self._after, self._end = 0, yes_to_all, after, end

    def __call__(self, question: Question) -> Answered:
        self.used += 1
        if self._end and self.used > self._after:
            raise self._end
        yes = self._yes or json.loads(question.messages[1].content)["sentence"] in TRUE
        told = '{"differs": null, "supported": "yes"}' if yes else '{"differs": "a figure", "supported": "no"}'
        return Answered(told, cut=False, digest="")


def test_a_judge_that_passes_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert exam.run(Scripted(), items()) == 0
    row = Exam.objects.get()
    assert (row.model, row.wrong_passed, row.true_accepted) == ("orlo-7b", 0, row.true)
    assert "Passed: it may judge for 90 days." in capsys.readouterr().out


def test_a_judge_that_says_yes_to_all_does_not_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert exam.run(Scripted(yes_to_all=True), items(), as_json=True) == NO
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == {"asked": 1, "of": len(items())}
    assert rows[-1]["passed"] is False
    assert rows[-1]["wrong_passed"] == rows[-1]["wrong"] == sum("item" in row for row in rows)


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (Refused("connection_failed"), UNREADABLE),
        (Refused("unauthorized"), UNREADABLE),
        (Refused("over_budget", "1,000 tokens used."), NO),
        (KeyboardInterrupt(), NO),
    ],
)
def test_an_exam_that_is_cut_off_counts_for_nothing(
    end: BaseException, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exam.run(Scripted(after=7, end=end), items()) == code
    assert not Exam.objects.exists()
    assert f"cut off after 7 of {len(items())} questions" in capsys.readouterr().err
