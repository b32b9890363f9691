"""What is kept of a judge: its last exam, its canaries, and what ended its licence."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsclip.clips import actions, queries
from newsclip.clips.models import Exam
from newsclip.writing.judging.licence import ExamResult, JudgeModel, is_licensed

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
JUDGE = JudgeModel("orlo-7b", "http://localhost:11434/v1", "1", "schema")
WELL = ExamResult(true=150, true_accepted=140, wrong=150, wrong_passed=0, whole=True)


def test_a_judge_that_passed_is_licensed() -> None:
    actions.keep_exam(JUDGE, WELL, at=NOON)
    assert is_licensed(queries.licence_of(JUDGE), JUDGE, NOON + timedelta(days=1))
    other = replace(JUDGE, model="orlo-8b")
    assert not is_licensed(queries.licence_of(other), other, NOON + timedelta(days=1))


def test_the_last_exam_counts() -> None:
    actions.keep_exam(JUDGE, WELL, at=NOON)
    actions.keep_exam(JUDGE, replace(WELL, wrong_passed=9), at=NOON + timedelta(days=1))
    assert not is_licensed(queries.licence_of(JUDGE), JUDGE, NOON + timedelta(days=2))


def test_nothing_is_kept_of_an_exam_that_was_cut_off() -> None:
    actions.keep_exam(JUDGE, WELL, at=NOON)
    with pytest.raises(ValueError, match="cut off"):
        actions.keep_exam(JUDGE, replace(WELL, whole=False), at=NOON + timedelta(days=1))
    assert Exam.objects.count() == 1
    assert is_licensed(queries.licence_of(JUDGE), JUDGE, NOON + timedelta(days=2))


def test_a_canary_that_passes_ends_the_licence_once() -> None:
    actions.keep_exam(JUDGE, WELL, at=NOON)
    assert not actions.keep_canary(JUDGE, "007w", passed=False, at=NOON)
    assert is_licensed(queries.licence_of(JUDGE), JUDGE, NOON)
    assert actions.keep_canary(JUDGE, "008w", passed=True, at=NOON)
    assert not actions.keep_canary(JUDGE, "009w", passed=True, at=NOON + timedelta(days=1))
    row = Exam.objects.get()
    assert (row.canaries, row.ended_by, row.ended_at) == (3, "008w", NOON)
    assert not is_licensed(queries.licence_of(JUDGE), JUDGE, NOON)


def test_a_judge_without_an_exam_has_no_canaries() -> None:
    assert not actions.keep_canary(JUDGE, "007w", passed=True, at=NOON)
    assert queries.last_exam(JUDGE, NOON) is None


def test_the_exam_of_another_judge_is_not_told_as_this_ones() -> None:
    actions.keep_exam(JUDGE, WELL, at=NOON)
    actions.keep_exam(replace(JUDGE, model="orlo-8b"), replace(WELL, wrong_passed=9), at=NOON + timedelta(days=1))
    told = queries.last_exam(JUDGE, NOON + timedelta(days=2))
    assert told is not None
    assert (told.model, told.wrong_passed, told.licensed) == ("orlo-7b", 0, True)
    assert queries.last_exam(replace(JUDGE, endpoint="http://velm.example/v1"), NOON) is None
