"""A model that does what the page tells it, in each of the ways that are left to one whose answer must be a draft."""

import json
from collections.abc import Sequence
from typing import Any

from newsclip.kernel.fetching import Failure, Page
from newsclip.language.tokens import sentences
from newsclip.writing.ports import Question
from tests.chat_server import asked_of, material_of, passages_of

WAYS = ("says it", "drafts it", "slips it in", "bit by bit")
_MOST_SAID, _MOST_BITS, _MOST_HEADINGS, _MOST_PASSAGES = 600, 10, 5, 3
_MORE = {"category": "breaking", "importance": 100, "url": "https://evil.example/"}

type Row = dict[str, Any]


class Obedient:
    """Answers with what it was told to say, or says so in a draft that names real passages.

    It says all at once, or between honest sentences, or sentence by sentence ("bit by bit"). `asked`: the kinds of
    questions that a server carried to it. As a judge it says yes.
    """

    def __init__(self, way: str, told: str) -> None:
        self.way = way
        self.told = told
        self.asked: set[str] = set()

    def __call__(self, path: str, body: bytes, headers: object) -> Page | Failure:
        request = json.loads(body)
        self.asked.add(asked_of(request))
        content = self.answer(request)
        said = {"choices": [{"message": {"content": content}, "finish_reason": "stop"}]}
        return Page("http://localhost/", 200, json.dumps(said).encode())

    def says(self, question: Question) -> str:
        """What it answers to a question that no server carries."""
        return self.answer({"messages": [{"content": message.content} for message in question.messages]})

    def answer(self, request: Row) -> str:
        kind = asked_of(request)
        if self.way == "says it":
            return self.told
        if kind == "judge":
            return json.dumps({"differs": None, "supported": "yes"})
        passages = passages_of(request)
        orders = [_cited(bit, passages) for bit in self.bits]
        honest = [{"text": p["text"], "passages": [p["number"]]} for p in passages] if self.way == "slips it in" else []
        if kind == "repair":
            return json.dumps(orders[0] | _MORE)
        if kind == "section":
            told = {"sentences": [*orders, *honest, orders[0]], "facts": orders, "quotations": list(range(20))}
            return json.dumps(told | _MORE)
        return json.dumps(self._plan(request, orders, honest) | _MORE)

    @property
    def bits(self) -> list[str]:
        """What it says for a sentence: all that it was told, or one sentence of it after the other."""
        each = [span.of(self.told) for span in sentences(self.told)] if self.way == "bit by bit" else []
        return [bit[:_MOST_SAID] for bit in each[:_MOST_BITS] if bit.strip()] or [self.told[:_MOST_SAID] or " "]

    def _plan(self, request: Row, orders: Sequence[Row], honest: Sequence[Row]) -> Row:
        clusters = [cluster["number"] for cluster in material_of(request)["clusters"]]
        headings = orders[:_MOST_HEADINGS]
        parts = [clusters[at : at + 1] for at in range(2, len(headings) + 1)]
        parts.append(clusters[len(headings) + 1 :])
        sections = [
            {"heading": order, "type": self.told[:20], "clusters": part}
            for order, part in zip(headings, parts, strict=True)
        ]
        return {"headline": honest[0] if honest else orders[-1], "summary": clusters[:2], "sections": sections}


class Honest(Obedient):
    """Says what it should, sentence by sentence, naming the passage of each."""

    def answer(self, request: Row) -> str:
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


def _cited(text: str, passages: Sequence[Row]) -> Row:
    """The text with the passages that have most words in common with it, as an attacker would name them."""
    words = set(text.lower().split())
    nearest = sorted(passages, key=lambda passage: -len(words & set(passage["text"].lower().split())))
    return {"text": text, "passages": [passage["number"] for passage in nearest[:_MOST_PASSAGES]] or [1]}
