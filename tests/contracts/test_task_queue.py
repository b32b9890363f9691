"""What every TaskQueue must do: the one within the process, and RabbitMQ where it is installed."""

import time
from datetime import UTC, datetime
from threading import Thread

import pytest
from django.tasks import task, task_backends
from django.tasks.signals import task_enqueued

from benchmarks.rabbitmq import is_installed, rabbitmq
from newsclip.kernel.dispatching import QueueAwayError

pytestmark = pytest.mark.once

SEEN: list[object] = []
PATIENCE = 600.0


@task(queue_name="default")
def note(what: object) -> None:
    SEEN.append(what)


@task()
def breaks() -> None:
    raise RuntimeError("a task that breaks")


@pytest.fixture(scope="module")
def broker():
    if not is_installed():
        pytest.skip("NO RABBITMQ: apt-get install -y --no-install-recommends rabbitmq-server")
    with rabbitmq() as broker:
        yield broker


@pytest.fixture(params=["embedded", pytest.param("scaleout", marks=pytest.mark.integration)])
def queue(request, settings, tmp_path):
    # Without heartbeats, nothing else would end what waits for a broker that is silent.
    url = f"{request.getfixturevalue('broker').url}?heartbeat=0" if request.param == "scaleout" else ""
    options = {"url": url, "name": tmp_path.name}
    settings.TASKS = {"default": {"BACKEND": "newsclip.wiring.task_queue", "QUEUES": [], "OPTIONS": options}}
    SEEN.clear()
    return task_backends["default"]


def wait_until(true) -> None:
    give_up = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < give_up, f"it never came true: {SEEN}"
        time.sleep(0.01)


def test_what_is_given_waits_until_somebody_serves(queue):
    note.enqueue("a")
    note.enqueue("b")
    assert (queue.waiting(), SEEN) == (2, [])
    with queue.serving():
        wait_until(lambda: len(SEEN) == 2)
    assert (queue.waiting(), SEEN) == (0, ["a", "b"])


def test_what_comes_while_somebody_serves_is_run_at_once(queue):
    with queue.serving():
        note.enqueue("a")
        wait_until(lambda: SEEN == ["a"])


def test_arguments_come_as_json_brings_them(queue):
    with queue.serving():
        note.enqueue({"keys": (1, 2), "name": "Ålborg"})
        wait_until(lambda: SEEN == [{"keys": [1, 2], "name": "Ålborg"}])


def test_what_json_cannot_bring_is_refused_where_it_is_given(queue):
    with pytest.raises(TypeError):
        note.enqueue(datetime(2026, 11, 1, tzinfo=UTC))
    assert queue.waiting() == 0


def test_a_task_that_breaks_keeps_no_other_from_its_turn(queue, caplog):
    with queue.serving():
        breaks.enqueue()
        note.enqueue("after")
        wait_until(lambda: SEEN == ["after"])
    assert "a task that breaks" in caplog.text


def test_who_gives_a_task_is_told_its_number_and_others_may_listen(queue):
    told = []
    task_enqueued.connect(lambda sender, task_result, **_: told.append(task_result.id), weak=False)
    assert [note.enqueue("a").id, note.enqueue("b").id] == told
    assert len(set(told)) == 2


@pytest.mark.integration
@pytest.mark.parametrize("queue", ["scaleout"], indirect=True)
def test_a_broker_that_is_away_is_said_and_found_again(queue, broker):
    note.enqueue("before")
    broker.stop()
    with pytest.raises(QueueAwayError):
        note.enqueue("lost")
    with pytest.raises(QueueAwayError):
        queue.waiting()
    with queue.serving():
        broker.start()
        wait_until(lambda: SEEN == ["before"])
        note.enqueue("after")
        wait_until(lambda: SEEN == ["before", "after"])


@pytest.mark.integration
@pytest.mark.parametrize("queue", ["scaleout"], indirect=True)
def test_a_broker_that_falls_silent_is_not_waited_for(queue, broker):
    """As a queue does that has lost the majority of its nodes. pika would wait as long as it is silent."""
    told: list[type[Exception]] = []

    def ask() -> None:
        note.enqueue("before")
        broker.suspend()
        for question in (lambda: note.enqueue("lost"), queue.waiting):
            try:
                question()
            except QueueAwayError as error:
                told.append(type(error))

    asking = Thread(target=ask, daemon=True)
    asking.start()
    asking.join(PATIENCE)
    broker.resume()
    assert told == [QueueAwayError] * 2
    wait_until(lambda: queue.waiting() in (1, 2))  # a silent broker may have taken it nevertheless
