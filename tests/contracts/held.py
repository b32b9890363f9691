"""What tests hold in a limited process: it does there whatever a text may bring about."""

import os
import re
import signal
import time

from newsclip.articles.ports import Encoded
from newsclip.kernel.reasons import Reason, Refused


class Held:
    def echo(self, words: str) -> str:
        return words

    def record(self) -> Encoded:
        return Encoded("a.webp", b"bytes", 2, 1)

    def burn(self, seconds: float) -> str:
        until = time.process_time() + seconds
        while time.process_time() < until:
            pass
        return "burnt"

    def backtrack(self) -> bool:
        """Holds the interpreter for years, in one call of C."""
        return bool(re.fullmatch(r"(a|a)*b", "a" * 60))

    def fill(self) -> int:
        return len(b"x" * (4 * 1024**3))

    def die(self) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def refuse(self) -> None:
        raise Refused("too_thin", because=Reason("not_said", {"said": "of nothing"}))

    def break_down(self) -> None:
        raise RuntimeError("something unexpected")

    def more_than_a_record(self) -> object:
        return Runs()

    def settings(self) -> list[str]:
        return [f"{name}={value}" for name, value in os.environ.items() if name.startswith(("NEWSCLIP_", "DJANGO_"))]

    def number(self) -> int:
        return os.getpid()


class Unmakeable:
    def __init__(self) -> None:
        raise RuntimeError("a file is missing")


class Runs:
    """Who unpickles it runs it."""

    def __reduce__(self) -> object:
        return (os.getpid, ())
