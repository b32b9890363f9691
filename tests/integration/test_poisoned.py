"""A worker in a process of its own meets texts that would hold it up for ever: they are set aside, the rest goes on."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from newsclip.server.supervisor import end_with_parent
from tests.integration.installation import installation, run
from tests.integration.poisoned_texts import HEALTHY, HOST, PAGES

pytestmark = [pytest.mark.integration, pytest.mark.once]
PATIENCE = 600.0
SEED = "from newsclip.server.setup import ready; ready(); from tests.integration.poisoned_worker import seed; seed()"
STATE = """
import json, sys
from newsclip.server.setup import ready; ready()
from newsclip.articles.models import Article
from newsclip.clips.models import Clip
from newsclip.health import dead_letters
from newsclip.stories.models import Membership
for _ in sys.stdin:
    story_of = dict(Membership.objects.values_list("story", "article__url"))
    print(json.dumps({
        "published": sorted(story_of[clip.story_id] for clip in Clip.objects.all()),
        "set aside": {one.name if one.kind == "article" else story_of[int(one.name)]: one.code
                      for one in dead_letters.listed(50)},
        "waiting": sorted(Article.objects.filter(state="found").values_list("url", flat=True)),
    }), flush=True)
"""


@pytest.fixture
def home(tmp_path):
    with installation(tmp_path, NEWSCLIP_LEASE="60") as surroundings:
        run(SEED, surroundings)
        yield surroundings


def worker(surroundings, *mode: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.integration.poisoned_worker", *mode]
    return subprocess.Popen(command, env=surroundings, preexec_fn=end_with_parent)  # noqa: PLW1509


@pytest.fixture
def state(home):
    """How its tables are now, told by one process: to start one for each look takes a second of CPU."""
    command = [sys.executable, "-c", STATE]
    with subprocess.Popen(command, env=home, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def told():
            print(file=process.stdin, flush=True)
            return json.loads(process.stdout.readline())

        yield told


def wait_for(condition, what: str) -> None:
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until, what
        time.sleep(2)


def test_texts_that_take_too_much_are_set_aside_and_the_rest_is_published(home, state):
    one = worker(home, "limited")
    try:
        wait_for(lambda: len(state()["set aside"]) == 4, "four are set aside")
        wait_for(lambda: len(state()["published"]) == len(HEALTHY), "all others are published")
    finally:
        one.terminate()
        assert one.wait(PATIENCE) == 0
    found = state()
    assert found["published"] == sorted(HOST + path for path in HEALTHY)
    assert found["set aside"] == {
        **dict(zip([HOST + path for path in PAGES], ["time_limit", "memory_limit", "process_died"], strict=True)),
        f"{HOST}/slow-story": "time_limit",
    }
    assert found["waiting"] == []


def test_a_worker_that_is_killed_twice_in_one_story_sets_it_aside(home, state, tmp_path):
    said = tmp_path / "at hand"
    for _ in range(2):
        said.unlink(missing_ok=True)
        one = worker(home, "killed", str(said))
        wait_for(said.exists, "the story is at hand")
        os.kill(one.pid, signal.SIGKILL)
        one.wait()
    said.unlink()
    one = worker(home, "killed", str(said))
    try:
        wait_for(lambda: len(state()["set aside"]) == 1, "it is set aside")
        wait_for(lambda: len(state()["published"]) == len(HEALTHY) + len(PAGES), "all others are published")
    finally:
        one.terminate()
        one.wait(PATIENCE)
    assert state()["set aside"] == {f"{HOST}/slow-story": "worker_killed"}
    assert not said.exists()
