"""Canaries in a judge's daily work, and the exam before a server that is away, late or talks nonsense."""

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest

from newsclip.adapters.egress import make_post
from newsclip.adapters.llm.chat import ChatServer, Time
from newsclip.adapters.llm.judge import ExaminedJudge, JudgeAtWork, judge_settings, licence_now
from newsclip.clips import actions
from newsclip.clips.models import Exam
from newsclip.kernel.reasons import Refused
from newsclip.writing.judging.exam import items
from newsclip.writing.judging.licence import ExamResult, JudgeModel
from newsclip.writing.judging.question import read_ruling
from newsclip.writing.ports import Answered, Question
from tests.chat_server import CHAT, Script, completion
from tests.loopback import reply, serving

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
JUDGE = JudgeModel("orlo-7b", "http://localhost:11434/v1", "1", "schema")
WELL = ExamResult(true=193, true_accepted=180, wrong=193, wrong_passed=1, whole=True)
YES, NO = '{"differs": null, "supported": "yes"}', '{"differs": "a figure", "supported": "no"}'
MANY = 200


class Saying:
    """A model that always says the same, and counts."""

    def __init__(self, text: str) -> None:
        self.text, self.asked = text, 0

    def __call__(self, question: Question) -> Answered:
        self.asked += 1
        return Answered(self.text, cut=False, digest="")


def at_work(unkept: Saying) -> JudgeAtWork:
    actions.keep_exam(JUDGE, WELL, at=NOON)
    return JudgeAtWork(JUDGE, Saying(YES), unkept, Random(4), NOON)


def test_now_and_then_a_wrong_sentence_is_mixed_in_and_a_good_judge_stays_licensed() -> None:
    canaries = Saying(NO)
    work = at_work(canaries)
    assert all(read_ruling(work(item.question)) == "yes" for item in items()[:MANY])
    assert 0 < canaries.asked < MANY / 5
    assert Exam.objects.get().canaries == canaries.asked
    assert licence_now(JUDGE, NOON) is not None


def _ask_all(work: JudgeAtWork) -> None:
    for item in items()[:MANY]:
        work(item.question)


def test_a_canary_that_passes_ends_the_licence_at_once() -> None:
    canaries = Saying(YES)
    work = at_work(canaries)
    with pytest.raises(Refused) as raised:
        _ask_all(work)
    assert raised.value.code == "judge_failed"
    assert canaries.asked == 1
    assert licence_now(JUDGE, NOON) is None


def test_a_licence_that_another_clip_ended_holds_for_no_further_sentence() -> None:
    work = at_work(Saying(NO))
    assert read_ruling(work(items()[0].question)) == "yes"
    actions.keep_canary(JUDGE, "007w", passed=True, at=NOON)
    with pytest.raises(Refused) as raised:
        work(items()[1].question)
    assert raised.value.code == "judge_failed"


def test_an_exam_is_sat_in_the_form_that_the_server_took_first() -> None:
    with serving() as server:
        script = Script(reply(400), completion(YES), reply(400), completion(YES))
        server.answers[CHAT] = lambda connection: script(connection, server.requests[-1].body)
        post = make_post(user_agent="Newsclip/0.1", url=server.url("/v1"), seconds=5, limit=200_000)
        chat = ChatServer(post, model="tiny", key="", most_tokens=500, time=Time(lambda: 0.0, lambda _: None), rest=0)
        judge = ExaminedJudge(replace(JUDGE, form=""), chat, 0)
        judge(items()[0].question)
        assert judge.judge.form == "schema, warm"
        with pytest.raises(Refused) as raised:
            judge(items()[1].question)
        assert raised.value.code == "client_error"
        assert ["temperature" in asked for asked in script.asked] == [True, False, False]


def test_a_receipt_tells_model_date_and_result_and_no_address() -> None:
    actions.keep_exam(JUDGE, WELL, at=NOON)
    licence = licence_now(JUDGE, NOON)
    assert licence is not None
    told = judge_settings(licence)
    assert told == {
        "model": "orlo-7b",
        "question": "1",
        "examined": "2026-03-02",
        "true_accepted": "180/193",
        "wrong_passed": "1/193",
    }


def test_an_exam_before_a_real_server_counts_tokens_and_keeps_to_them() -> None:
    with serving() as server:
        script = Script(completion(YES, usage={"prompt_tokens": 600, "completion_tokens": 20}))
        server.answers[CHAT] = lambda connection: script(connection, server.requests[-1].body)
        post = make_post(user_agent="Newsclip/0.1", url=server.url("/v1"), seconds=5, limit=200_000)
        chat = ChatServer(post, model="tiny", key="", most_tokens=500, time=Time(lambda: 0.0, lambda _: None), rest=0)
        judge = ExaminedJudge(replace(JUDGE, form=""), chat, 1_000)
        assert read_ruling(judge(items()[0].question)) == "yes"
        assert judge.used >= 620
        judge(items()[1].question)
        with pytest.raises(Refused) as raised:
            judge(items()[2].question)
        assert raised.value.code == "over_budget"


def test_a_server_that_is_away_ends_an_exam() -> None:
    with serving() as server:
        url = server.url("/v1")
    post = make_post(user_agent="Newsclip/0.1", url=url, seconds=1, limit=200_000)
    chat = ChatServer(post, model="tiny", key="", most_tokens=500, time=Time(lambda: 0.0, lambda _: None), rest=0)
    with pytest.raises(Refused) as raised:
        ExaminedJudge(replace(JUDGE, form=""), chat, 0)(items()[0].question)
    assert raised.value.code == "connection_failed"
