"""34: the language model's server is down, hangs, or answers nonsense. Clips are extractive; the daily budget holds."""

import socket
import time
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, wait_until
from tests.chat_server import CHAT, completion
from tests.loopback import reply, serving

EVENTS, SMALL_EVENTS = 12, 3
BUDGET = 3000
MEGABYTE = 1_000_000
BROKEN = {
    "extracts": [
        Edit("adapters/llm/writer.py", "document, outcome = base, (refused.code, refused.detail)", "raise"),
    ],
}  # fmt: skip


def _hangs(connection: socket.socket) -> None:
    connection.settimeout(30)
    try:
        connection.recv(1)
    except OSError:
        return


FAULTS = {
    "away": b"",
    "hanging": _hangs,
    "at fault": reply(500),
    "busy": reply(429, retry_after="3600"),
    "talking nonsense": completion("no JSON at all", usage={"prompt_tokens": 900, "completion_tokens": 300}),
    "sending a megabyte": completion("x" * MEGABYTE),
    "cut off": completion('{"headline": ', finish="length"),
}


def run(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    for fault in list(FAULTS)[: 3 if small else None]:
        _go_on(day, fault, work, build, SMALL_EVENTS if small else EVENTS)


def _go_on(day: Day, fault: str, work: Path, build: Path | None, events: int) -> None:
    script = FAULTS[fault]
    with serving() as server, LivingPress() as press:
        server.answers[CHAT] = script
        product = Product(
            work / fault.replace(" ", "-"), build=build, NEWSCLIP_LOOPBACK_PORTS=str(press.port),
            NEWSCLIP_WRITER="llm", NEWSCLIP_LLM_MODEL="any", NEWSCLIP_LLM_SECONDS="2",
            NEWSCLIP_LLM_TOKENS_A_DAY=str(BUDGET),
            NEWSCLIP_LLM_URL=f"http://127.0.0.1:{server.port if script else 9}/v1",
        )  # fmt: skip
        press.publish(events)
        product.follow(press.sources())
        began = time.monotonic()
        product.start("worker")
        try:
            done = wait_until(
                lambda: press.articles() <= product.taken_in() and not any(product.backlog().values()), 150, 0.5
            )
        finally:
            product.stop()
        told = product.count("SELECT count(*) FROM clips_clip WHERE state = 'published'")
        stories = product.count("SELECT count(*) FROM stories_story WHERE merged_into_id IS NULL AND articles > 0")
        tokens = product.count("SELECT coalesce(sum(tokens_in + tokens_out), 0) FROM clips_attempt")
        day.least(f"{fault}: stories told in extracts, of all", told / max(stories, 1), 1.0, f"{told} of {stories}")
        day.most(f"{fault}: seconds until nothing waited", 150.0 if done is None else time.monotonic() - began, 149.0)
        passing = 2400 + (MEGABYTE // 8 if fault == "sending a megabyte" else 0)  # adapters.llm.chat.Reply
        day.most(f"{fault}: tokens spent", tokens, BUDGET + passing, "of a day's budget and the answer that passed it")
