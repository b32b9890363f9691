"""Structured logs on standard error: one JSON object a line, or readable lines on a terminal; nothing secret in them.

What the framework and libraries say comes the same way, so that an error of a page is as loud as one of a step.
"""

import logging
import sys
from typing import TextIO

import structlog

from newsclip.operations.redaction import processor, redactor, secrets_of
from newsclip.options import OPTIONS

_NOT_FOUND = 404


def configure(*, quiet: bool = False, stream: TextIO | None = None) -> None:
    """`quiet` keeps only warnings and worse; of libraries nothing else is kept anyway."""
    stream = stream or sys.stderr
    first: list[structlog.types.Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    last: list[structlog.types.Processor] = [
        processor(redactor(secrets_of(OPTIONS, _made_key()))),
        structlog.dev.ConsoleRenderer() if stream.isatty() else structlog.processors.JSONRenderer(),
    ]
    structlog.configure(
        processors=[*first, *last],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING if quiet else logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(file=stream),
    )
    handler = logging.StreamHandler(stream)
    handler.addFilter(lambda record: getattr(record, "status_code", None) != _NOT_FOUND)  # anybody can ask for nothing
    handler.addFilter(_calm)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *first],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    root = logging.getLogger()
    root.handlers, root.level = [handler], logging.WARNING


def _calm(record: logging.LogRecord) -> bool:
    """Anybody can ask for a host that is not ours, as often as they like: one line, and no fault of ours."""
    if record.name == "django.security.DisallowedHost":
        record.exc_info, record.levelno, record.levelname = None, logging.WARNING, "WARNING"
    return True


def _made_key() -> str:
    """The key that was made on first start, see newsclip/settings.py."""
    kept = OPTIONS.home / "secret-key"
    return kept.read_text().strip() if kept.exists() else ""
