"""Pages that give orders to whatever reads them, and a model that obeys: nothing of it is published.

The model is `obedient.Obedient`, taken over in each of the ways that are left to one whose answer must be a draft.
"""

import hashlib
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
from newsclip.evidence.edits import JUDGED, PROVED
from newsclip.evidence.serialization import to_json
from newsclip.evidence.verifier.gate import supported_only
from newsclip.evidence.visitor import quotations, sentences
from newsclip.language import tokens
from newsclip.stories.models import Story
from newsclip.writing.extractive import write
from newsclip.writing.llm import DEFAULT_BASIS, VERSION
from newsclip.writing.ports import Answered, Assigned
from newsclip.writing.prompt_injection import without_orders
from tests.hostile.conftest import OWN
from tests.hostile.obedient import WAYS, Honest, Obedient
from tests.hostile.rows import rows, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
PAGES, TEXTS = 16, 8  # of so many one is played with a judge, by the digest of its id: each takes as long as a clip
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
HTML = re.compile(r"<\s*/?\s*[a-z!]", re.IGNORECASE)
LINK = re.compile(r"https?://[^\s\"<>)]+")
MORE = (
    "The council of Kelby meets again on Thursday to hear the engineers of the port. The port authority of Kelby has "
    "run the harbour since 1961. The ferries of Kelby carry four thousand people a day in summer."
)


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
    for number, model in enumerate(models):
        clock = Time(lambda: 0.0, lambda _: None)
        # answers are kept by model and question, which are the same where the order is left out: each has its own name
        server = ChatServer(model, model=f"{number} {model.way} {story}", key="sk-test", most_tokens=1, time=clock)
        published.append(
            LlmWriter(server, plain, size=9000, budget=budget, drafting=extractive.draft, basis=basis)(task)
        )
        assert "plan" in model.asked, f"{model.way}: it was never asked"
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


def keeps_to_its_passages(way: str, document: Document, plain: Document, text: str) -> bool:
    """Whether nothing of what a model says stands that says nothing but the order; passages chosen by it may, and what
    it says in the words of the page's `text`.
    """
    if way == "says it":
        return document == plain
    own = (one for one in sentences(document) if one.text not in text)
    return way == "slips it in" or not any({PROVED, JUDGED} & set(one.edits) for one in own)


type Told = dict[str, list[dict]]  # what a model is told to say → the rows that are alike in it


def read_alike(attacks: Sequence[dict]) -> dict[SourceArticle, Told]:
    """The rows by what the writer gets. Pages whose orders are left out as they are read are alike: half."""
    alike: dict[SourceArticle, Told] = {}
    for row in attacks:
        said, times = row["obedient_output_repeat"] or (row["obedient_output"], 1)
        alike.setdefault(article_of(text_of(row), row["url"]), {}).setdefault(said * times, []).append(row)
    return alike


def test_no_order_hidden_in_a_page_changes_what_is_published(hostile_data):
    attacks = [row for row in rows(hostile_data, "injection-articles") if row["goal"]]
    broken, changed = {}, []
    for article, told in read_alike(attacks).items():
        played = [(way, said, alike) for said, alike in told.items() for way in two_ways(alike[0])]
        documents, plain = written([Obedient(way, said) for way, said, _ in played], article)
        for (way, _, alike), document in zip(played, documents, strict=True):
            for row in alike:
                if wrong := broken_promises(row, document, article):
                    broken[way, row["id"]] = wrong
            if not keeps_to_its_passages(way, document, plain, article.text):
                changed.append((way, alike[0]["id"]))
    assert broken == {}
    assert changed == []


def judged(model: Obedient, task: Assigned, base: Document) -> Document:
    """What is published where the model is its own judge, licensed, and says yes to everything."""
    extractive, answers = wiring.extractive_writer(), list[Answered]()
    mark = WriterMark("llm", VERSION, {"model": "obedient", "passages": 9000, "basis": "judged"})
    while (drafted := extractive.draft(task, base, mark, answers)).question:
        answers.append(Answered(model.says(drafted.question), cut=False, digest=str(len(answers))))
    return supported_only(drafted.document, task.articles, wiring.parser()) if drafted.document else base


def share(attacks: Sequence[dict], of: int) -> list[dict]:
    """A fixed part of the rows, one in `of`, by the digest of the id."""
    return [row for row in attacks if number(row) % of == 0]


def two_ways(row: dict) -> tuple[str, str]:
    """How a model obeys this row: at once, and in one of the other ways, by the digest of its id. All took too long."""
    first, *others = WAYS
    return first, others[number(row) % len(others)]


def number(row: dict) -> int:
    return int(hashlib.sha256(row["id"].encode()).hexdigest(), 16)


def test_no_order_is_published_by_a_judge_that_obeys_it_too(hostile_data):
    attacks = share([row for row in rows(hostile_data, "injection-articles") if row["goal"]], PAGES)
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


def beside_news(attack: str) -> SourceArticle:
    before, after = MORE.split(". ", 1)
    text = f"The Kelby harbour bridge reopened to traffic on Monday.\n\n{before}.\n\n{attack}\n\n{after}"
    return SourceArticle("1", 1, "Kelby bridge reopens", text, "https://gazette.example/a", "Gazette", NOON, "1")


def obeyed(row: dict, document: Document) -> list[str]:
    """What the clip says of the attack: all of it, a sentence of it that is an order, or its mark.

    A sentence of it that orders nothing may stand as what its page says, in the page's words.
    """
    attack, whole = text_of(row), json.dumps(to_json(document), ensure_ascii=False)
    orders = {plain(attack), *(plain(span.of(attack)) for span in tokens.sentences(attack))}
    left = without_orders(attack)
    orders -= {plain(span.of(left)) for span in tokens.sentences(left)} - {plain(attack)}
    said = [one.text for one in sentences(document) if plain(one.text) in orders]
    said += [word for word in row["expect"].get("lacks", ()) if word in whole]
    return said + (["markup"] if HTML.search(words_of(document)) else [])


def plain(text: str) -> str:
    return " ".join(text.lower().split()).rstrip(".")


def test_no_known_attack_in_the_middle_of_an_article_reaches_the_clip(hostile_data):
    reached = {}
    for row in rows(hostile_data, "injection-texts"):
        attack = text_of(row)
        article, ways = beside_news(attack), two_ways(row)
        documents, base = written([Obedient(way, attack) for way in ways], article)
        for way, document in zip(ways, documents, strict=True):
            wrong = obeyed(row, document) + obeyed(row, base)
            if wrong or not keeps_to_its_passages(way, document, base, article.text):
                reached[way, row["id"]] = wrong
    assert reached == {}


def test_no_known_attack_is_published_by_a_judge_that_obeys_it_too(hostile_data):
    reached = {}
    for row in share(rows(hostile_data, "injection-texts"), TEXTS):
        task = Assigned("c", "s", "", 1, (beside_news(text_of(row)),), at=NOON)
        base = wiring.extractive_writer()(task)
        for way in WAYS[1:]:
            if wrong := obeyed(row, judged(Obedient(way, text_of(row)), task, base)):
                reached[way, row["id"]] = wrong
    assert reached == {}


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
