"""The LLM writer before a scripted server and a clock that nobody waits for."""

from collections.abc import Iterator
from typing import Any

import pytest

from newsclip import wiring
from newsclip.adapters.egress import make_post
from newsclip.adapters.llm.chat import ChatServer, Time
from newsclip.adapters.llm.writer import Budget, LlmWriter
from tests.chat_server import CHAT, Script
from tests.contracts.llm_writer.drafts import FREE
from tests.loopback import serving


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
    def make(script: Script, budget: Budget = FREE, seconds: float = 5, size: int = 9000, **more: Any) -> LlmWriter:
        server.answers[CHAT] = lambda connection: script(connection, server.requests[-1].body)
        post = make_post(user_agent="Newsclip/0.1", url=server.url("/v1"), seconds=seconds, limit=200_000)
        chat = ChatServer(post, model="tiny", key="secret", most_tokens=500, time=Time(lambda: clock.at, clock.wait))
        extractive = wiring.extractive_writer()
        given = {"drafting": extractive.draft, **more}
        return LlmWriter(chat, extractive, size=size, budget=budget, **given)

    return make
