"""The LLM writer with a judge: asked with a licence alone, named in the receipt, ended by a canary, derived anew."""

import json
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from newsclip import wiring
from newsclip.adapters.llm.chat import Reply
from newsclip.adapters.llm.writer import JudgeServer
from newsclip.clips import actions
from newsclip.clips.models import Attempt, Exam
from newsclip.evidence.approval import approve
from newsclip.evidence.visitor import sentences
from newsclip.kernel.reasons import Refused
from newsclip.writing.judging.exam import items
from newsclip.writing.judging.licence import ExamResult, JudgeModel
from newsclip.writing.ports import Question
from tests.chat_server import Script
from tests.contracts.llm_writer.drafts import NOON, assigned, extractive, saying

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
OWN, VOTES = "What becomes of the ferry is for the council to vote on.", "council will vote"
JUDGE = JudgeModel("orlo-70b", "http://10.0.0.9/v1", "1", "schema")
WELL = ExamResult(true=193, true_accepted=180, wrong=193, wrong_passed=1, whole=True)
YES, NO = '{"differs": null, "supported": "yes"}', '{"differs": "the council", "supported": "no"}'
CANARIES = {item.sentence for item in items() if item.wrong}


class Court:
    """A judge's server: what it says of sentences, and of canaries, and in which forms it was asked."""

    model = JUDGE.model

    def __init__(self, says: str = YES, of_canaries: str = NO) -> None:
        self.asked: list[str] = []
        self.forms: set[str] = set()
        self._says, self._of_canaries = says, of_canaries

    def __call__(self, question: Question, form: str = "") -> Reply:
        content = question.messages[1].content
        self.asked.append(content)
        self.forms.add(form)
        wrong = json.loads(content)["sentence"] in CANARIES
        return Reply(self._of_canaries if wrong else self._says, cut=False, tokens_in=600, tokens_out=20)


class Silent(Court):
    """One that answers too late."""

    def __call__(self, question: Question, form: str = "") -> Reply:
        raise Refused("timeout")


class Never(Random):
    """No canary comes."""

    def random(self) -> float:
        return 1.0


class Always(Random):
    """One comes before each question."""

    def random(self) -> float:
        return 0.0


def judging(court: Court, chance: Random | None = None) -> dict:
    return {"basis": JudgeServer(replace(JUDGE, form=""), court, chance or Never())}


def texts(document) -> list[str]:
    return [one.text for one in sentences(document)]


def test_a_licensed_judge_lets_a_sentence_stand_and_the_receipt_names_it(writer):
    actions.keep_exam(JUDGE, WELL, at=NOON - timedelta(days=3))
    task, court = assigned(), Court()
    document = writer(Script(saying(OWN, VOTES)), **judging(court))(task)
    assert [one.basis for one in sentences(document) if one.text == OWN] == ["judged"]
    assert document.writer.settings["basis"] == "judged"
    assert document.writer.settings["judge"] == {
        "model": "orlo-70b",
        "question": "1",
        "examined": "2026-02-28",
        "true_accepted": "180/193",
        "wrong_passed": "1/193",
    }
    assert len(court.asked) == 1
    assert court.forms == {"schema"}
    assert OWN in texts(approve(document, (), task.articles, wiring.parser()))
    assert wiring.writer_again(document)(task) == document


@pytest.mark.parametrize(
    ("result", "days"),
    [(WELL, 91), (ExamResult(true=193, true_accepted=193, wrong=193, wrong_passed=9, whole=True), 3), (None, 0)],
)
def test_a_judge_without_a_licence_is_not_asked(writer, result, days):
    if result:
        actions.keep_exam(JUDGE, result, at=NOON - timedelta(days=days))
    court = Court()
    document = writer(Script(saying(OWN, VOTES)), **judging(court))(assigned())
    assert court.asked == []
    assert OWN not in texts(document)
    assert "basis" not in document.writer.settings
    assert document.writer.name == "llm"


@pytest.mark.parametrize("says", [NO, "Maybe.", "", YES + NO, f"Sure: {YES}"])
def test_what_is_no_plain_yes_lets_nothing_stand(writer, says):
    actions.keep_exam(JUDGE, WELL, at=NOON)
    document = writer(Script(saying(OWN, VOTES)), **judging(Court(says)))(assigned())
    assert OWN not in texts(document)
    assert document.writer.name == "llm"


def test_a_judge_that_gives_no_answer_is_told_from_one_that_says_no(writer):
    actions.keep_exam(JUDGE, WELL, at=NOON)
    for court, code in ((Silent(), "judge_silent"), (Court(NO), "judge_refused")):
        document = writer(Script(saying(OWN, VOTES)), **judging(court))(assigned())
        assert code in {one.reason.code for one in document.receipt.refused}


def test_a_guard_refuses_before_the_judge_is_asked(writer):
    actions.keep_exam(JUDGE, WELL, at=NOON)
    court = Court()
    lie = OWN.replace("the council", "the 900 members of the council")
    assert lie not in texts(writer(Script(saying(lie, VOTES)), **judging(court))(assigned()))
    assert court.asked == []


def test_a_canary_that_passes_ends_the_licence_and_the_clip_is_the_extractive_one(writer):
    actions.keep_exam(JUDGE, WELL, at=NOON)
    task = assigned()
    make = writer(Script(saying(OWN, VOTES)), **judging(Court(of_canaries=YES), Always()))
    assert make(task) == extractive(task)
    assert Attempt.objects.get().code == "judge_failed"
    assert Exam.objects.get().ended_at == NOON
    court = Court()
    assert OWN not in texts(writer(Script(saying(OWN, VOTES)), **judging(court))(assigned()))
    assert court.asked == []


def test_a_canary_that_is_refused_costs_a_question_and_changes_no_byte(writer):
    actions.keep_exam(JUDGE, WELL, at=NOON)
    task, court = assigned(), Court()
    without = writer(Script(saying(OWN, VOTES)), **judging(Court()))(task)
    document = writer(Script(saying(OWN, VOTES)), **judging(court, Always()))(task)
    assert document == without
    assert len(court.asked) == 1  # the ruling itself is kept from before
    assert Exam.objects.get().canaries == 1


def test_rulings_before_another_exam_count_no_more(writer):
    task = assigned()
    for day in range(2):
        actions.keep_exam(JUDGE, WELL, at=NOON - timedelta(days=2 - day))
        court = Court()
        writer(Script(saying(OWN, VOTES)), **judging(court))(task)
        assert len(court.asked) == 1
