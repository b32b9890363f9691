"""A client for `/chat/completions` (OpenAI, Ollama, llama.cpp, vLLM) that finds the request format the server accepts.

Servers differ: JSON Schema, JSON mode, or neither; `max_tokens` or `max_completion_tokens`. The formats are tried from
the strictest down, and the accepted one is remembered. None is relied on: servers accept a schema and ignore it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from newsclip.kernel.fetching import Failure, Page, Post
from newsclip.kernel.reasons import Refused
from newsclip.writing.ports import Question

PATH = "chat/completions"
_TRIES = 3  # requests per question
_LONGEST_WAIT = 20  # seconds; bounds Retry-After
_REST = 60.0  # seconds that the server is left alone after a failure
_NOT_TAKEN = ("400", "404", "415", "422", "501")
_WORTH_A_RETRY = ("busy", "server_error", "connection_failed")
type Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """`tokens_in` and `tokens_out` as the server counts them, but at least an eighth of the characters.

    `form`: the name of the request that the server took.
    """

    text: str
    cut: bool
    tokens_in: int
    tokens_out: int
    form: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """The monotonic clock in seconds, and a way to wait."""

    now: Callable[[], float]
    wait: Callable[[float], None]


class ChatServer:
    """Asks, and retries if that may help; after a failure the server is left alone for a minute."""

    def __init__(self, post: Post, *, model: str, key: str, most_tokens: int, time: Time, rest: float = _REST) -> None:
        """`rest`: seconds that the server is left alone after a failure."""
        self.model = model
        self._post = post
        self._headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
        self._most_tokens = most_tokens
        self._time = time
        self._rest = rest
        self._form = 0
        self._quiet_until = 0.0

    def __call__(self, question: Question, form: str = "") -> Reply:
        """`form`: the one in which it is asked; "" for the one that the server takes.

        Raises Refused: "busy", "timeout", "connection_failed", "bad_answer" …, or "busy" during the pause after a
        failure.
        """
        if self._time.now() < self._quiet_until:
            raise Refused("busy", "The language model's server is left alone after a failure.")
        failure = Failure("", "client_error", "no form of asking was taken")
        for place, (name, asked) in self._forms(question, form):
            answer = self._ask(asked)
            if isinstance(answer, Page):
                self._form = self._form if form else place
                return replace(_reply(answer, question), form=name)
            failure = answer
            if not (answer.code in ("client_error", "not_found", "server_error") and answer.detail in _NOT_TAKEN):
                break
        self._quiet_until = self._time.now() + max(self._rest, failure.wait or 0)
        raise Refused(failure.code, failure.detail)

    def _forms(self, question: Question, only: str) -> list[tuple[int, tuple[str, Json]]]:
        forms = list(enumerate(_forms(question, self.model, self._most_tokens)))
        return [one for one in forms if one[1][0] == only] if only else forms[self._form :]

    def _ask(self, form: Json) -> Page | Failure:
        body = json.dumps(form, ensure_ascii=False).encode()
        for attempt in range(1, _TRIES + 1):
            answer = self._post(PATH, body, self._headers)
            if isinstance(answer, Page) or answer.code not in _WORTH_A_RETRY or answer.detail in _NOT_TAKEN:
                return answer
            wait = answer.wait if answer.wait is not None else 2**attempt
            if attempt == _TRIES or wait > _LONGEST_WAIT:
                return answer
            self._time.wait(wait)
        raise AssertionError("unreachable")


def _forms(question: Question, model: str, most_tokens: int) -> Iterator[tuple[str, Json]]:
    """The request formats with their names, from the strictest to the one that every server accepts.

    "warm" are those at the server's own temperature.
    """
    messages = [{"role": message.role, "content": message.content} for message in question.messages]
    schema = {"name": question.name, "strict": True, "schema": dict(question.schema)}
    bare: Json = {"model": model, "messages": messages, "stream": False}
    calm = {"temperature": 0, "seed": 1}
    strict = {"response_format": {"type": "json_schema", "json_schema": schema}}
    yield "schema", bare | calm | strict | {"max_tokens": most_tokens}
    yield "schema, warm", bare | strict | {"max_completion_tokens": most_tokens}
    shape = f"Answer with one JSON object of this JSON Schema:\n{json.dumps(question.schema)}"
    told = [*messages[:-1], {"role": "user", "content": f"{messages[-1]['content']}\n\n{shape}"}]
    json_mode = {"messages": told, "response_format": {"type": "json_object"}, "max_tokens": most_tokens}
    yield "json", bare | calm | json_mode
    fenced = [*told[:-1], {"role": "user", "content": f"{told[-1]['content']}\nPut it between ```json and ```."}]
    yield "fenced", bare | calm | {"messages": fenced, "max_tokens": most_tokens}
    yield "fenced, warm", bare | {"messages": fenced}


def _reply(page: Page, question: Question) -> Reply:
    """Raises Refused("bad_answer") if the body is not a completion."""
    try:
        body = json.loads(page.body)
        choice = body["choices"][0]
        text = choice["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise Refused("bad_answer", f"The body is no chat completion: {error!r}"[:200]) from error
    if not isinstance(text, str):
        raise Refused("bad_answer", "The answer holds no text.")
    usage = body.get("usage") if isinstance(body.get("usage"), dict) else {}
    asked = sum(len(message.content) for message in question.messages)
    text = text.encode("utf-8", "replace").decode()
    return Reply(
        text,
        choice.get("finish_reason") == "length",
        max(_count(usage, "prompt_tokens"), asked // 8),
        max(_count(usage, "completion_tokens"), len(text) // 8),
    )


def _count(usage: Mapping[str, Any], name: str) -> int:
    value = usage.get(name)
    return min(max(value, 0), 10_000_000) if isinstance(value, int) else 0
