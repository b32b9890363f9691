"""The worker side: holds one object and answers method calls until its standard input is closed.

Signals to the process group are ignored here: the parent handles them and finishes its row first.
"""

import resource
import signal
import sys
import traceback
from contextlib import suppress
from typing import IO, Any

from newsclip.adapters.limited.frames import receive, send
from newsclip.kernel.cpu_limit import allow
from newsclip.kernel.reasons import Refused


def serve(asked: IO[bytes], answers: IO[bytes]) -> None:
    memory, make, given = receive(asked)
    held = make(*given)
    limit(memory)
    send(answers, ("ready", None))
    with suppress(EOFError):
        while True:
            seconds, method, args, named = receive(asked)
            allow(seconds)
            send(answers, _answer(getattr(held, method), args, named))


def limit(memory: int) -> None:
    """`memory`: bytes of address space, not all of it in use. Also disables core dumps."""
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(method: Any, args: tuple[Any, ...], named: dict[str, Any]) -> tuple[str, Any]:
    try:
        return "done", method(*args, **named)
    except Refused as refused:
        return "refused", (refused.code, refused.detail, refused.because)
    except MemoryError:
        return "memory", None
    except Exception:
        return "fault", traceback.format_exc()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
