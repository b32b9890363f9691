"""What is logged, and in which form; see docs/how-to/operate.md."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsclip.kernel.environment import one_of

LEVELS = ("info", "debug", "warning", "error")  # the usual one first


@dataclass(frozen=True, slots=True)
class LogOptions:
    """`form`: "auto" is for people on a terminal, else for machines."""

    level: str
    form: str
    requests: bool


def log_options(environ: Mapping[str, str]) -> LogOptions:
    return LogOptions(
        level=one_of(environ, "NEWSCLIP_LOG_LEVEL", LEVELS),
        form=one_of(environ, "NEWSCLIP_LOG_FORM", ("auto", "json", "text")),
        requests=one_of(environ, "NEWSCLIP_LOG_REQUESTS", ("0", "1")) == "1",
    )
