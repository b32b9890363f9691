"""What a text does to the process that reads it, it does to no other."""

import os
import signal
import struct

import pytest

from newsclip.adapters.limited.frames import LARGEST, receive_records
from newsclip.adapters.limited.process import FaultInChildError, LimitedProcess
from newsclip.articles.ports import Encoded
from newsclip.kernel.fetching import MEGABYTE
from newsclip.kernel.reasons import Reason, Refused
from tests.contracts.held import Held, Unmakeable

pytestmark = pytest.mark.slow


class Pipe:
    """Gives as many bytes as it is asked for, the first four a length; `read_bytes` counts them."""

    def __init__(self, length: int) -> None:
        self.first, self.read_bytes = struct.pack("!I", length), 0

    def read(self, count: int) -> bytes:
        self.read_bytes += count
        first, self.first = self.first, b""
        return first or b"\0" * count


@pytest.fixture(scope="module")
def process() -> LimitedProcess:
    return LimitedProcess(Held, memory=512 * MEGABYTE)


def test_it_answers_with_plain_values_and_with_records_of_our_ports(process):
    assert process.ask("echo", "Orlo Bay", seconds=5) == "Orlo Bay"
    assert process.ask("record", seconds=5) == Encoded("a.webp", b"bytes", 2, 1)


@pytest.mark.parametrize(
    ("method", "code"),
    [("backtrack", "time_limit"), ("fill", "memory_limit"), ("die", "process_died"),
     ("more_than_a_record", "process_died")],
)  # fmt: skip
def test_what_takes_too_much_is_refused_and_the_next_is_answered(process, method, code):
    with pytest.raises(Refused) as refused:
        process.ask(method, seconds=1)
    assert refused.value.code == code
    assert process.ask("echo", "still here", seconds=5) == "still here"


def test_an_answer_that_says_it_is_too_long_is_not_read():
    pipe = Pipe(LARGEST + 1)
    with pytest.raises(EOFError):
        receive_records(pipe)
    assert pipe.read_bytes == 4


def test_each_has_its_own_seconds(process):
    # far below the limit each time: the kernel counts by ticks
    assert [process.ask("burn", 0.25, seconds=1) for _ in range(8)] == ["burnt"] * 8


def test_a_refusal_comes_back_as_it_was(process):
    with pytest.raises(Refused) as refused:
        process.ask("refuse", seconds=5)
    assert (refused.value.code, refused.value.because) == ("too_thin", Reason("not_said", {"said": "of nothing"}))


def test_an_unexpected_fault_is_loud_and_ends_nothing(process):
    number = process.ask("number", seconds=5)
    with pytest.raises(FaultInChildError, match=r"held\.py.*\n.*\nRuntimeError: something unexpected"):
        process.ask("break_down", seconds=5)
    assert process.ask("number", seconds=5) == number


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_to_the_whole_group_leaves_it_to_finish(process, sign):
    os.kill(process.ask("number", seconds=5), sign)
    assert process.ask("echo", "finished", seconds=5) == "finished"


def test_who_was_interrupted_leaves_no_answer_for_the_next(process):
    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        with pytest.raises(KeyboardInterrupt):
            process.ask("burn", 20, seconds=60)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert process.ask("echo", "mine", seconds=5) == "mine"


def test_one_that_died_while_nobody_asked_is_no_fault_of_the_next_text(process):
    number = process.ask("number", seconds=5)
    os.kill(number, signal.SIGKILL)
    process._process.wait()
    assert process.ask("number", seconds=5) != number


def test_one_that_cannot_be_made_is_no_fault_of_the_text():
    with pytest.raises((EOFError, OSError)):
        LimitedProcess(Unmakeable, memory=512 * MEGABYTE).ask("echo", "", seconds=5)


def test_it_knows_no_setting_and_so_no_key(monkeypatch):
    monkeypatch.setenv("NEWSCLIP_SECRET_KEY", "x" * 60)
    # all that it is told: to read no file of settings
    assert LimitedProcess(Held, memory=512 * MEGABYTE).ask("settings", seconds=5) == ["NEWSCLIP_SETTINGS=/dev/null"]


def test_it_ends_with_who_asks():
    process = LimitedProcess(Held, memory=512 * MEGABYTE)
    process.ask("echo", "", seconds=5)
    child = process._process
    del process
    assert child.poll() is not None
