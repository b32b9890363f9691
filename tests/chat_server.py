"""A server that speaks like a language model's and says what a test tells it to: a lie, half a sentence, nothing."""

import json
import socket
from collections.abc import Callable, Mapping
from typing import Any

from tests.loopback import reply

CHAT = "/v1/chat/completions"
type Say = Callable[[Mapping[str, Any]], bytes]


def completion(content: object, *, finish: str = "stop", usage: object = None) -> bytes:
    """A proper answer whose text is `content`, as JSON where it is none."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    body: dict[str, Any] = {"choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": finish}]}
    return reply(200, json.dumps(body | ({"usage": usage} if usage is not None else {})).encode())


def asked_of(request: Mapping[str, Any]) -> str:
    """The kind of question: "plan", "section", "repair", "judge"."""
    content = request["messages"][-1]["content"]
    kinds = {
        '{"passages"': "judge",
        "Plan a clip.": "plan",
        "Write this part of the clip": "section",
        "This sentence was refused.": "repair",
    }
    return next(kind for opening, kind in kinds.items() if content.startswith(opening))


def material_of(request: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON data that the question holds: clusters, quotations, people; for a repair the sentence."""
    content = request["messages"][-1]["content"]
    at = content.index('{"text"' if asked_of(request) == "repair" else '{"language"')
    material, _ = json.JSONDecoder().raw_decode(content[at:])
    return dict(material)


def passages_of(request: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The passages that the question holds, as the model would read them."""
    material = material_of(request)
    clusters = material.get("clusters") or [material]
    return [passage for cluster in clusters for passage in cluster["passages"]]


class Script:
    """What a server was asked, and what it answers to each question in turn; the last answer is repeated."""

    def __init__(self, *answers: Say | bytes) -> None:
        self.answers = list(answers)
        self.asked: list[dict[str, Any]] = []

    def __call__(self, connection: socket.socket, body: bytes) -> None:
        request = json.loads(body)
        self.asked.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        connection.sendall(answer if isinstance(answer, bytes) else answer(request))
