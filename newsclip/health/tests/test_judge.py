"""What `newsclip doctor` says of the judge."""

from dataclasses import replace

import pytest

from newsclip import clock
from newsclip.clips.actions import keep_canary, keep_exam
from newsclip.health import work
from newsclip.options import read_options
from newsclip.writing.judging.licence import ExamResult, JudgeModel

KNOWN = JudgeModel("orlo-7b", "http://localhost:11434/v1", "1", "schema")
WELL = ExamResult(true=193, true_accepted=190, wrong=193, wrong_passed=0, whole=True)


def found(**more: str) -> list[str]:
    """What is wrong with the judge by these settings."""
    options = read_options({f"NEWSCLIP_{name}": value for name, value in more.items()})
    return [finding.says for finding in work.judge(options, replace(KNOWN, form="")) if not finding.ok]


@pytest.mark.django_db
def test_a_judge_that_passed_no_exam_or_lost_its_licence():
    assert "passed no exam" in found(WRITER="llm", LLM_BASIS="judged")[0]
    keep_exam(KNOWN, WELL, at=clock.now())
    assert found(WRITER="llm", LLM_BASIS="judged") == []
    keep_canary(KNOWN, "007w", passed=True, at=clock.now())
    assert "let a wrong sentence pass" in found(WRITER="llm", LLM_BASIS="judged")[0]
    assert found(WRITER="llm") == []


@pytest.mark.django_db
def test_a_metric_tells_of_a_judge_that_let_a_canary_pass():
    judged = read_options({"NEWSCLIP_WRITER": "llm", "NEWSCLIP_LLM_BASIS": "judged"})
    assert not work.judge_failed(judged, KNOWN)
    keep_exam(KNOWN, WELL, at=clock.now())
    assert not work.judge_failed(judged, KNOWN)
    keep_canary(KNOWN, "007w", passed=True, at=clock.now())
    assert work.judge_failed(judged, KNOWN)
    assert not work.judge_failed(read_options({"NEWSCLIP_WRITER": "llm"}), KNOWN)
