"""The LLM writer against a server that lies, stalls, cuts off, sends garbage, is busy, fails, and says too much."""

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from newsclip import wiring
from newsclip.adapters.egress import make_post
from newsclip.adapters.llm.chat import ChatServer, Time
from newsclip.adapters.llm.writer import Budget, LlmWriter
from newsclip.clips.models import Answer, Attempt
from newsclip.clips.ports import Assigned, Document, SourceArticle
from newsclip.clips.rules.document import clip_id, quotes_of, sealed, sentences_of, to_json
from newsclip.clips.rules.verifier import verify_document
from newsclip.clips.tests.stories import BRIDGE
from newsclip.kernel.reasons import Refused
from newsclip.options import read_options
from newsclip.stories.models import Story
from tests.chat_server import CHAT, Script, completion, passages_of
from tests.loopback import reply, serving

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
FREE = Budget(0, Decimal(0), (Decimal(0), Decimal(0)))


class Clock:
    def __init__(self) -> None:
        self.at = 0.0
        self.waits: list[float] = []

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.at += seconds


@pytest.fixture
def server() -> Iterator:
    with serving() as server:
        yield server


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def writer(server, clock):
    def make(script: Script, budget: Budget = FREE, seconds: float = 5, **more: str) -> LlmWriter:
        server.answers[CHAT] = lambda connection: script(connection, server.requests[-1].body)
        post = make_post(user_agent="Newsclip/0.1", url=server.url("/v1"), seconds=seconds, limit=200_000)
        chat = ChatServer(post, model="tiny", key="secret", most_tokens=500, time=Time(lambda: clock.at, clock.wait))
        return LlmWriter(chat, wiring.extractive_writer(), size=9000, budget=budget, **more)

    return make


def assigned(*articles: SourceArticle, at: datetime = NOON) -> Assigned:
    story = str(Story.objects.create(started_at=NOON, last_at=NOON).pk)
    return Assigned(clip_id(story), story, "", 1, articles or (BRIDGE,), at=at)


def said(passage, text: str = "") -> dict:
    return {"text": text or passage["text"], "passages": [passage["number"]]}


def honest(request) -> bytes:
    """Repeats its passages, as it was told; knows nothing better when it is asked again."""
    passages = passages_of(request)
    return completion(draft_of(passages) if passages else {"sentences": []})


def draft_of(passages, **changed) -> dict:
    plain = [p for p in passages if not any(mark in p["text"] for mark in '“"')]
    quoted = [p for p in passages if any(mark in p["text"] for mark in '“"')]
    quotations = [{"passage": p["number"], "first": 1, "last": 4} for p in quoted[:2]]
    draft = {
        "headline": said(plain[0]),
        "summary": [said(p) for p in plain[:2]],
        "sections": [{"heading": None, "sentences": [said(p) for p in plain[2:6]], "quotations": quotations}],
        "facts": [said(p) for p in plain[6:8]],
    }
    return draft | changed


def extractive(task: Assigned) -> Document:
    return wiring.extractive_writer()(task)


def test_a_clip_that_keeps_to_its_passages_is_published_under_the_models_name(writer):
    task = assigned()
    document = writer(Script(honest))(task)
    assert (document.writer.name, document.writer.settings["model"]) == ("llm", "tiny")
    assert sealed(document)
    assert all(verdict.supported for verdict in verify_document(document, task.articles))
    assert len(document.receipt.answers) == 1
    assert Attempt.objects.get().code == "written"


def test_category_hashtags_picture_and_sources_are_never_the_models_business(writer):
    task = assigned()
    script = Script(lambda request: completion(
        draft_of(passages_of(request), category="breaking", importance=100, pin=True, hashtags=["#Win"])))  # fmt: skip
    document, base = writer(script)(task), extractive(task)
    for name in ("category", "hashtags", "image", "sources", "timeline", "published", "reports"):
        assert getattr(document, name) == getattr(base, name), name


def test_quotations_are_copied_by_place_in_whole_sentences_with_their_speaker(writer):
    document = writer(Script(honest))(assigned())
    quotes = quotes_of(document)
    assert quotes
    assert all(quote.text in BRIDGE.text for quote in quotes)


def test_what_is_refused_is_asked_for_once_more_with_the_reason_and_then_gives_way_to_its_passage(writer):
    def turned(request):
        passages = passages_of(request)
        draft = draft_of(passages)
        draft["summary"][0]["text"] = "The harbour bridge of Orlo Bay collapsed on Monday."
        return completion(draft)

    script = Script(turned, completion({"sentences": [{"number": 1, "text": "It fell.", "passages": [1]}]}))
    document = writer(script)(assigned())
    repair = script.asked[1]["messages"][-1]["content"]
    assert "collapsed" in repair
    assert document.writer.name == "llm"
    assert not any("collapsed" in sentence.text for sentence in sentences_of(document))
    attempt = Attempt.objects.get()
    assert (attempt.refused, attempt.repaired, attempt.replaced) == (1, 0, 1)


def test_what_is_said_again_rightly_is_published(writer):
    def turned(request):
        draft = draft_of(passages_of(request))
        draft["summary"][0]["text"] = "The harbour bridge of Orlo Bay collapsed on Monday."
        return completion(draft)

    def mended(request):
        rows = json.loads(request["messages"][-1]["content"].partition("\n\n")[2].split("\n\nAnswer")[0])
        sentences = [{"number": r["number"], **said(r["passages"][0])} for r in rows]
        return completion({"sentences": sentences})

    writer(Script(turned, mended))(assigned())
    assert Attempt.objects.get().repaired == 1


def test_refused_words_are_told_to_nobody(writer):
    def slander(request):
        draft = draft_of(passages_of(request))
        draft["facts"] = [{"text": "Jonas Wetzler of Rival Corp was arrested for fraud.", "passages": [1]}]
        return completion(draft)

    document = writer(Script(slander, completion({"sentences": []})))(assigned())
    assert document.receipt.refused
    assert "wetzler" not in json.dumps(to_json(document)).lower()


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


def test_a_model_that_invents_everything_writes_no_clip(writer):
    def invents(request):
        lies = [{"text": f"The moon fell on Orlo Bay {n} times.", "passages": [1]} for n in range(8)]
        return completion(draft_of(passages_of(request), summary=lies[:2], sections=[], facts=lies[2:]))

    task = assigned()
    assert writer(Script(invents))(task) == extractive(task)
    assert Attempt.objects.get().code == "too_little_left"


def test_an_answer_that_is_cut_off_gives_what_was_said_until_then(writer):
    def cut(request):
        whole = json.dumps(draft_of(passages_of(request)))
        return completion(whole[: whole.index('"facts"') + 30], finish="length")

    document = writer(Script(cut))(assigned())
    assert document.writer.name == "llm"
    assert Answer.objects.get().cut


@pytest.mark.parametrize("around", ["Here you are:\n```json\n{}\n```\nEnjoy!", "<think>{{ hm }}</think>\n{}"])
def test_json_is_found_in_prose_in_a_fence_and_behind_loud_thinking(writer, around):
    def wrapped(request):
        draft = json.dumps(draft_of(passages_of(request)))
        return completion(around.replace("{}", draft, 1) if "```" in around else around.replace("\n{}", "\n" + draft))

    assert writer(Script(wrapped))(assigned()).writer.name == "llm"


def test_a_server_that_takes_no_schema_is_asked_in_plainer_forms_and_the_form_is_kept(writer, server):
    def plain_only(request):
        return reply(400) if "response_format" in request else honest(request)

    script = Script(plain_only)
    write = writer(script)
    assert write(assigned()).writer.name == "llm"
    formats = [(request.get("response_format") or {}).get("type") for request in script.asked]
    assert formats == ["json_schema", "json_schema", "json_object", None]
    write(assigned(replace(BRIDGE, id="2")))
    assert {(request.get("response_format") or {}).get("type") for request in script.asked[4:]} <= {None}


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
    assert len(script.asked) == 1
    assert server.requests[0].headers["authorization"] == "Bearer secret"
    assert "secret" not in json.dumps(script.asked)


def test_a_models_clip_is_derived_anew_from_its_kept_answers_without_the_network(writer, server):
    task = assigned()
    document = writer(Script(honest))(task)
    asked = len(server.requests)
    assert wiring.writer_again(document)(task) == document
    assert len(server.requests) == asked
    Answer.objects.all().delete()
    with pytest.raises(Refused) as refused:
        wiring.writer_again(document)(task)
    assert refused.value.code == "answer_lost"


def test_the_days_budget_is_kept_whatever_the_server_says_it_used(writer):
    def one(budget, usage):
        Attempt.objects.all().delete()
        Answer.objects.all().delete()
        script = Script(lambda request: completion(draft_of(passages_of(request)), usage=usage))
        write = writer(script, budget)
        return [write(assigned(at=at)).writer.name for at in (NOON, NOON, NOON + timedelta(days=1))], script

    for budget in (Budget(1, Decimal(0), FREE.prices), Budget(0, Decimal("0.0001"), (Decimal(1), Decimal(2)))):
        for usage in ({"prompt_tokens": 5000, "completion_tokens": 100}, None, {"prompt_tokens": -1}, "many"):
            names, _ = one(budget, usage)
            assert names == ["llm", "llm", "llm"]  # the answer is kept: the same story costs nothing
            assert Attempt.objects.filter(tokens_in__gt=0).count() == 1


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


def test_passages_that_were_never_given_bear_nothing(writer):
    def elsewhere(request):
        passages = passages_of(request)
        strangers = [{**said(p), "passages": [999]} for p in passages[:4]]
        return completion(draft_of(passages, summary=strangers[:2], sections=[], facts=strangers[2:]))

    task = assigned()
    assert writer(Script(elsewhere))(task) == extractive(task)


def test_sentences_are_joined_only_where_the_operator_lets_them_be(writer):
    def joined(request):
        passages = passages_of(request)
        if not passages:
            return completion({"sentences": []})
        plain = [p for p in passages if "said" not in p["text"] and "“" not in p["text"]][-2:]
        draft = draft_of(passages)
        text = "; ".join(p["text"].rstrip(".") for p in plain) + "."
        draft["summary"] = [{"text": text, "passages": [p["number"] for p in plain]}]
        return completion(draft)

    task = assigned()
    close = writer(Script(joined), closeness="close")(task)
    assert close.writer.settings["closeness"] == "close"
    assert "; " in close.summary[0].text
    assert all(verdict.supported for verdict in verify_document(close, task.articles))
    assert wiring.writer_again(close)(task) == close
    strict = writer(Script(joined))(assigned())
    assert "; " not in strict.summary[0].text
