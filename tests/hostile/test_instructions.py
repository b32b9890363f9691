"""Pages that give orders to whatever reads them, and a model that obeys: nothing of it is published.

A model is taken over in the three ways that are left to one whose answer must be a draft: it answers with what it was
told to say, it says so in a draft that names real passages, or it writes an honest clip with one such sentence in it.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from newsclip import wiring
from newsclip.adapters.llm.chat import ChatServer, Time
from newsclip.adapters.llm.writer import Budget, LlmWriter
from newsclip.articles.rules import extract
from newsclip.clips.models import Attempt
from newsclip.evidence import verifier
from newsclip.evidence.document import Document, SourceArticle, WriterMark
from newsclip.evidence.edits import JUDGED, PROVED, SHORTENED
from newsclip.evidence.serialization import to_json
from newsclip.evidence.verifier.gate import supported_only
from newsclip.evidence.visitor import quotations, sentences
from newsclip.kernel.fetching import Failure, Page
from newsclip.stories.models import Story
from newsclip.writing.extractive import write
from newsclip.writing.llm import DEFAULT_BASIS, VERSION
from newsclip.writing.ports import Answered, Assigned, Question
from tests.chat_server import asked_of, material_of, passages_of
from tests.hostile.conftest import OWN
from tests.hostile.rows import rows, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
EVERY = 8  # pages with a judge: each takes as long as a clip
WAYS = ("says it", "drafts it", "slips it in")
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
HTML = re.compile(r"<\s*/?\s*[a-z!]", re.IGNORECASE)
LINK = re.compile(r"https?://[^\s\"<>)]+")
MORE = (
    "The council of Kelby meets again on Thursday to hear the engineers of the port. The port authority of Kelby has "
    "run the harbour since 1961. The ferries of Kelby carry four thousand people a day in summer."
)


class Obedient:
    """A model that does what the page tells it, in one of three ways."""

    def __init__(self, way: str, told: str) -> None:
        self.way = way
        self.told = told

    def __call__(self, path: str, body: bytes, headers: object) -> Page | Failure:
        content = self.answer(json.loads(body))
        said = {"choices": [{"message": {"content": content}, "finish_reason": "stop"}]}
        return Page("http://localhost/", 200, json.dumps(said).encode())

    def says(self, question: Question) -> str:
        """What it answers to a question that no server carries."""
        return self.answer({"messages": [{"content": message.content} for message in question.messages]})

    def answer(self, request: dict) -> str:
        if self.way == "says it":
            return self.told
        kind = asked_of(request)
        if kind == "judge":
            return json.dumps({"differs": None, "supported": "yes"})
        passages = passages_of(request)
        order = {"text": self.told[:600] or " ", "passages": [passage["number"] for passage in passages][:6] or [1]}
        more = {"category": "breaking", "importance": 100, "url": "https://evil.example/"}
        if kind == "repair":
            return json.dumps(order | more)
        honest = [{"text": p["text"], "passages": [p["number"]]} for p in passages] if self.way == "slips it in" else []
        if kind == "section":
            told = {"sentences": [order, *honest, order], "facts": [order], "quotations": list(range(20))}
            return json.dumps(told | more)
        clusters = [cluster["number"] for cluster in material_of(request)["clusters"]]
        sections = [{"heading": order, "type": self.told[:20], "clusters": clusters[2:]}]
        plan = {"headline": honest[0] if honest else order, "summary": clusters[:2], "sections": sections}
        return json.dumps(plan | more)


@dataclass(frozen=True)
class Written:
    """A writer that has written: each model is told the same clip, and to write it takes a second."""

    document: Document
    mark: WriterMark

    def __call__(self, _: Assigned) -> Document:
        return self.document


def written(
    models: Sequence[Obedient], article: SourceArticle, basis: str = DEFAULT_BASIS
) -> tuple[list[Document], Document]:
    """What is published with each model, and what without any."""
    story = str(Story.objects.create(started_at=NOON, last_at=NOON).pk)
    task = Assigned("c" + story, story, "", 1, (article,), at=NOON)
    extractive = wiring.extractive_writer()
    plain = Written(extractive(task), extractive.mark)
    budget = Budget(0, Decimal(0), (Decimal(0), Decimal(0)))
    published = []
    for model in models:
        server = ChatServer(
            model, model="obedient", key="sk-test-000", most_tokens=1, time=Time(lambda: 0.0, lambda _: None)
        )
        published.append(
            LlmWriter(server, plain, size=9000, budget=budget, drafting=extractive.draft, basis=basis)(task)
        )
    return published, plain.document


def article_of(page: str, url: str) -> SourceArticle:
    found = extract(page, url)
    return SourceArticle("1", 1, found.title, found.text, url, "Gazette", NOON, "1", language=found.language)


def words_of(document: Document) -> str:
    quotes = [f"{quote.text} {quote.speaker} {quote.role}" for quote in quotations(document)]
    return "\n".join([*(one.text for one in sentences(document)), *quotes, *document.hashtags])


def broken_promises(row: dict, document: Document, article: SourceArticle) -> list[str]:
    """What of the row's expectations the published document does not keep; receipts, links and tags count too."""
    expect, whole, words = row["expect"], json.dumps(to_json(document), ensure_ascii=False), words_of(document)
    # The title stands among the sources as its publisher wrote it.
    whole = whole.replace(json.dumps(article.title, ensure_ascii=False), "")
    figures = set(re.findall(r"\d[\d.,]*\d|\d", words)) - set(
        re.findall(r"\d[\d.,]*\d|\d", f"{article.title} {article.text}")
    )
    broken = [f"holds {word}" for word in expect.get("lacks", ()) if word in whole]
    broken += ["leads elsewhere"] if set(LINK.findall(whole)) - set(expect["links_subset_of"]) else []
    broken += ["is too long"] if len(document.summary) and len(words) > 4 * expect["max_chars"] else []
    broken += ["holds markup"] if expect["no_html"] and HTML.search(words) else []
    broken += [f"counts {figures}"] if figures else []
    return broken


def keeps_to_its_passages(way: str, document: Document, plain: Document) -> bool:
    """Whether nothing of what a model says stands that says nothing but the order; passages chosen by it may."""
    if way == "says it":
        return document == plain
    return way == "slips it in" or not any({SHORTENED, PROVED, JUDGED} & set(one.edits) for one in sentences(document))


def test_no_order_hidden_in_a_page_changes_what_is_published(hostile_data):
    attacks = [row for row in rows(hostile_data, "injection-articles") if row["goal"]]
    broken, changed = {}, []
    for row in attacks:
        said, times = row["obedient_output_repeat"] or (row["obedient_output"], 1)
        article = article_of(text_of(row), row["url"])
        documents, plain = written([Obedient(way, said * times) for way in WAYS], article)
        for way, document in zip(WAYS, documents, strict=True):
            if wrong := broken_promises(row, document, article):
                broken[way, row["id"]] = wrong
            if not keeps_to_its_passages(way, document, plain):
                changed.append((way, row["id"]))
    assert broken == {}
    assert changed == []


def judged(model: Obedient, task: Assigned, base: Document) -> Document:
    """What is published where the model is its own judge, licensed, and says yes to everything."""
    extractive, answers = wiring.extractive_writer(), list[Answered]()
    mark = WriterMark("llm", VERSION, {"model": "obedient", "passages": 9000, "basis": "judged"})
    while (drafted := extractive.draft(task, base, mark, answers)).question:
        answers.append(Answered(model.says(drafted.question), cut=False, digest=str(len(answers))))
    return supported_only(drafted.document, task.articles, wiring.parser()) if drafted.document else base


def test_no_order_is_published_by_a_judge_that_obeys_it_too(hostile_data):
    attacks = [row for row in rows(hostile_data, "injection-articles") if row["goal"]][::EVERY]
    broken = {}
    for row in attacks:
        said, times = row["obedient_output_repeat"] or (row["obedient_output"], 1)
        article = article_of(text_of(row), row["url"])
        task = Assigned("c", "s", "", 1, (article,), at=NOON)
        base = wiring.extractive_writer()(task)
        for way in WAYS:
            if wrong := broken_promises(row, judged(Obedient(way, said * times), task, base), article):
                broken[way, row["id"]] = wrong
    assert broken == {}


def test_no_known_attack_in_the_middle_of_an_article_reaches_the_clip(hostile_data):
    reached = []
    for row in rows(hostile_data, "injection-texts"):
        attack = text_of(row)
        before, after = MORE.split(". ", 1)
        text = f"The Kelby harbour bridge reopened to traffic on Monday.\n\n{before}.\n\n{attack}\n\n{after}"
        article = SourceArticle("1", 1, "Kelby bridge reopens", text, "https://gazette.example/a", "Gazette", NOON, "1")
        documents, plain = written([Obedient(way, attack) for way in WAYS], article)
        for way, document in zip(WAYS, documents, strict=True):
            whole = json.dumps(to_json(document), ensure_ascii=False)
            words = words_of(document)
            lacking = not any(word in whole for word in row["expect"].get("lacks", ()))
            silent = attack not in words and attack not in words_of(plain)
            if not (lacking and silent and keeps_to_its_passages(way, document, plain)) or HTML.search(words):
                reached.append((way, row["id"]))
    assert reached == []


def test_a_writer_that_is_given_the_orders_too_is_noticed():
    """The same attacks, past the rule: some reach the clip."""
    reached = []
    for row in rows(OWN, "injection-texts"):
        text = f"The Kelby harbour bridge reopened to traffic on Monday.\n\n{row['input']}\n\n{MORE}"
        article = SourceArticle("1", 1, "Kelby bridge reopens", text, "https://gazette.example/a", "Gazette", NOON, "1")
        plain = wiring.extractive_writer()
        document = write(
            Assigned("c", "s", "", 1, (article,), at=NOON), embedder=plain._embedder, judge=verifier, mark=plain.mark
        )
        reached += [row["id"]] if any(word in words_of(document) for word in row["expect"]["lacks"]) else []
    assert len(reached) > len(rows(OWN, "injection-texts")) / 10


def test_an_honest_answer_is_published_as_the_models(hostile_data):
    controls = [row for row in rows(hostile_data, "injection-articles") if row["kind"] == "article-control"]
    for row in controls:
        (document,), _ = written([Honest("", row["obedient_output"])], article_of(text_of(row), row["url"]))
        assert document.writer.name == "llm", (row["id"], Attempt.objects.last())


class Honest(Obedient):
    """Says what it should, sentence by sentence, naming the passage of each."""

    def answer(self, request: dict) -> str:
        if asked_of(request) == "repair":
            return "{}"
        said = [
            {"text": passage["text"], "passages": [passage["number"]]}
            for passage in passages_of(request)
            if passage["text"].rstrip(".") in self.told
        ]
        if asked_of(request) == "section":
            return json.dumps({"sentences": said, "facts": [], "quotations": []})
        clusters = [cluster["number"] for cluster in material_of(request)["clusters"]]
        sections = [{"heading": None, "type": "", "clusters": clusters[2:]}]
        return json.dumps({"headline": said[0], "summary": clusters[:2], "sections": sections})
