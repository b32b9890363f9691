"""The LLM writer against a server that stalls, cuts off, sends garbage, is busy, fails, and costs money."""

import json
import time
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from newsclip import wiring
from newsclip.adapters.llm.writer import Budget
from newsclip.clips.models import Answer, Attempt
from newsclip.options import read_options
from newsclip.writing.tests.stories import BRIDGE
from tests.chat_server import CHAT, Script, asked_of, completion
from tests.contracts.llm_writer.drafts import FREE, NOON, assigned, extractive, honest, plan_of, section_of
from tests.loopback import reply

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (completion("I am sorry, I cannot do that."), "bad_draft"),
        (completion(""), "bad_draft"),
        (completion({"clip": "CANARY"}), "bad_draft"),
        (completion("[" * 100_000), "bad_draft"),
        (completion('{"summary": "' + "x" * 100_000), "bad_draft"),
        (completion('{"headline": {"text": "Harb', finish="length"), "answer_cut"),
        (reply(200, b"\xff\xfe garbage"), "bad_answer"),
        (reply(200, b"{}"), "bad_answer"),
        (reply(200, b'{"choices": [{"message": {"content": null}}]}'), "bad_answer"),
        (reply(200, b'{"choices": [{"message": {"content": "x"}}]}' + b" " * 300_000), "too_large"),
        (reply(200, b"[" * 100_000), "bad_answer"),
        (reply(401), "unauthorized"),
        (reply(302, location="http://169.254.169.254/"), "bad_answer"),
        (reply(429, retry_after="3600"), "busy"),
        (reply(500), "server_error"),
        (b"nonsense\r\n\r\n", "bad_answer"),
    ],
)
def test_whatever_a_server_does_the_extractive_clip_is_published_and_the_reason_kept(writer, answer, code):
    task = assigned()
    assert writer(Script(answer))(task) == extractive(task)
    assert Attempt.objects.get().code == code


def test_an_answer_that_is_cut_off_gives_what_was_said_until_then(writer):
    def cut(request):
        whole = json.dumps(plan_of(request) if asked_of(request) == "plan" else section_of(request))
        return completion(whole[:-4], finish="length")

    document = writer(Script(cut))(assigned())
    assert document.writer.name == "llm"
    assert all(answer.cut for answer in Answer.objects.all())


def test_a_server_that_goes_away_behind_the_plan_leaves_the_extractive_clip_and_its_reason(writer):
    task = assigned()
    script = Script(lambda request: honest(request) if asked_of(request) == "plan" else reply(401))
    assert writer(script)(task) == extractive(task)
    assert Attempt.objects.get().code in ("unauthorized", "busy")


def test_a_server_that_goes_away_behind_the_summary_leaves_the_rest_to_the_passages(writer):
    task = assigned()
    script = Script(honest, honest, reply(401))
    document = writer(script)(task)
    assert document.writer.name == "llm"
    assert document.receipt.answers[-1] == ""
    assert wiring.writer_again(document)(task) == document


def test_a_server_that_takes_no_schema_is_asked_in_plainer_forms_and_the_form_is_kept(writer, server):
    def plain_only(request):
        return reply(400) if "response_format" in request else honest(request)

    script = Script(plain_only)
    write = writer(script)
    assert write(assigned()).writer.name == "llm"
    formats = [(request.get("response_format") or {}).get("type") for request in script.asked]
    assert formats[:4] == ["json_schema", "json_schema", "json_object", None]
    assert set(formats[4:]) == {None}
    write(assigned(replace(BRIDGE, id="2")))
    assert {(request.get("response_format") or {}).get("type") for request in script.asked[6:]} <= {None}


def test_a_server_that_is_busy_for_a_moment_is_asked_again_when_it_said(writer, clock):
    script = Script(reply(429, retry_after="7"), reply(503), honest)
    assert writer(script)(assigned()).writer.name == "llm"
    assert clock.waits == [7, 4]


def test_a_server_that_stalls_is_given_up_in_time_and_left_alone_for_a_while(writer, clock, server):
    script = Script(honest)
    write = writer(script, seconds=1.5)
    server.answers[CHAT] = lambda connection: time.sleep(4)
    assert [write(assigned()).writer.name for _ in range(2)] == ["extractive", "extractive"]
    assert len(server.requests) == 1
    assert list(Attempt.objects.order_by("pk").values_list("code", flat=True)) == ["timeout", "busy"]
    server.answers[CHAT] = lambda connection: script(connection, server.requests[-1].body)
    clock.at += 61
    assert write(assigned()).writer.name == "llm"


def test_nothing_is_asked_twice_and_the_key_is_sent_to_its_server_alone(writer, server):
    script = Script(honest)
    write, task = writer(script), assigned()
    assert write(task) == write(task)
    assert len(script.asked) == 3
    assert server.requests[0].headers["authorization"] == "Bearer secret"
    assert "secret" not in json.dumps(script.asked)


def test_the_days_budget_is_kept_whatever_the_server_says_it_used(writer):
    def one(budget, usage):
        Attempt.objects.all().delete()
        Answer.objects.all().delete()
        script = Script(lambda request: completion(
            plan_of(request) if asked_of(request) == "plan" else section_of(request), usage=usage))  # fmt: skip
        write = writer(script, budget)
        return [write(assigned(at=at)).writer.name for at in (NOON, NOON, NOON + timedelta(days=1))], script

    for budget in (Budget(16_000, Decimal(0), FREE.prices), Budget(0, Decimal("0.016"), (Decimal(1), Decimal(2)))):
        for usage in ({"prompt_tokens": 5000, "completion_tokens": 100}, None, {"prompt_tokens": -1}, "many"):
            names, _ = one(budget, usage)
            assert names == ["llm", "llm", "llm"]  # the answer is kept: the same story costs nothing
            assert Attempt.objects.filter(tokens_in__gt=0).count() == 1


def test_a_clip_that_passes_the_budget_half_way_is_told_by_its_passages_from_there(writer):
    usage = {"prompt_tokens": 5000, "completion_tokens": 100}
    script = Script(lambda request: completion(
        plan_of(request) if asked_of(request) == "plan" else section_of(request), usage=usage))  # fmt: skip
    document = writer(script, Budget(10_000, Decimal(0), FREE.prices))(assigned())
    assert len(script.asked) == 2
    assert (document.writer.name, document.receipt.answers[-1]) == ("llm", "")
    assert document.sections


@pytest.mark.parametrize(
    "budget",
    [Budget(10, Decimal(0), FREE.prices), Budget(0, Decimal("0.0001"), (Decimal(1), Decimal(2)))],
    ids=["tokens", "money"],
)
def test_what_is_over_the_budget_is_not_asked(writer, budget):
    script = Script(honest)
    write = writer(script, budget)
    write(assigned())
    document = write(assigned(replace(BRIDGE, text=BRIDGE.text.replace("Monday", "Tuesday"))))
    assert document.writer.name == "extractive"
    assert Attempt.objects.order_by("-pk")[0].code == "over_budget"
    assert len(script.asked) == 1


def test_a_model_without_a_name_is_asked_nothing():
    with pytest.raises(SystemExit, match="needs NEWSCLIP_LLM_MODEL"):
        wiring._llm_writer(read_options({}).llm)


def test_without_a_day_no_budget_is_known_and_nothing_is_asked(writer):
    script = Script(honest)
    with pytest.raises(ValueError, match="must know the day"):
        writer(script)(replace(assigned(), at=None))
    assert script.asked == []
