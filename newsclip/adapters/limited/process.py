"""The parent side: a proxy for an object in a separate process, which starts on first use."""

import os
import pickle
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from newsclip.adapters.limited.frames import receive_records, send
from newsclip.kernel.fetching import MEGABYTE
from newsclip.kernel.reasons import Refused

_PATIENCE = 10  # wall time per CPU second: a busy machine may give the process a tenth of a processor
_OURS = ("NEWSCLIP_", "DJANGO_")  # settings with keys and passwords: not for a process that reads untrusted bytes
_A_MOMENT = 1.0  # second, between the end of the pipe and the exit of its process


class FaultInChildError(Exception):
    """An unexpected exception in the child; the message is its traceback."""


class LimitedProcess:
    """A call that exceeds its limits, or crashes, ends its process; the next call starts another."""

    def __init__(self, make: Callable[..., object], *given: object, memory: int) -> None:
        """`make(*given)` creates the object in the child; `memory`: bytes of address space. Calls and answers are
        pickled.
        """
        self._made = memory, make, given
        self._process: subprocess.Popen[bytes] | None = None
        self._one_asks = threading.Lock()

    def ask(self, method: str, *args: object, seconds: int, **named: object) -> Any:
        """Call the object's method, which returns records of our ports, with a limit of CPU seconds.

        Raises Refused like the method, and with "time_limit", "memory_limit" or "process_died".
        """
        with self._one_asks:
            kind, answer = self._answer(seconds, (seconds, method, args, named))
        if kind == "refused":
            code, detail, because = answer
            raise Refused(code, detail, because=because)
        if kind == "fault":
            raise FaultInChildError(answer)
        return answer

    def _answer(self, seconds: int, question: object) -> tuple[str, Any]:
        process = self._living()
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("a process without pipes")
        timer = threading.Timer(_PATIENCE * seconds, process.kill)
        timer.start()
        try:
            send(process.stdin, question)
            kind, answer = receive_records(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError):
            return "refused", self._why_it_died(process, seconds, late=timer.finished.is_set())
        except BaseException:
            self._end()  # otherwise the next call would read this answer
            raise
        finally:
            timer.cancel()
        if kind == "memory":
            self._end()
            return "refused", ("memory_limit", f"More than {self._made[0] // MEGABYTE:,} MiB.", None)
        return kind, answer

    def _living(self) -> "subprocess.Popen[bytes]":
        """A process that died while idle is replaced; the next text is not blamed."""
        if self._process is not None and self._process.poll() is not None:
            self._end()
        return self._process or self._start()

    def _start(self) -> "subprocess.Popen[bytes]":
        """Raises OSError or EOFError if it cannot start; the text is not blamed for that either."""
        command = [sys.executable, "-m", "newsclip.adapters.limited.child"]
        environment = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
        environment["NEWSCLIP_SETTINGS"] = os.devnull  # the usual file, too
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)  # noqa: S603 our own
        self._process, self._ending = process, weakref.finalize(self, _end, process)
        if process.stdin is not None and process.stdout is not None:
            send(process.stdin, self._made)
            receive_records(process.stdout)
        return process

    def _end(self) -> None:
        self._process = None
        self._ending()

    def _why_it_died(self, process: "subprocess.Popen[bytes]", seconds: int, *, late: bool) -> tuple[str, str, None]:
        with suppress(subprocess.TimeoutExpired):
            process.wait(_A_MOMENT)
        self._end()
        if late or process.returncode == -signal.SIGPROF:
            return "time_limit", f"More than {seconds} CPU seconds.", None
        return "process_died", f"Its process ended with {process.returncode}.", None


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.communicate()
