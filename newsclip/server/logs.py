"""Structured logs on standard error: JSON lines, or readable lines on a terminal; secrets are redacted.

Logs of the framework and of libraries take the same path, so an error in a page is as visible as one in a step.
"""

import logging
import sys
from typing import TYPE_CHECKING, TextIO

import structlog

from newsclip.options import OPTIONS
from newsclip.server.log_redaction import escape_controls, processor, redactor, secrets_of

if TYPE_CHECKING:
    from newsclip.db.availability import Outage

_NOT_FOUND = 404
_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
_OTHER_NAME = (
    f"The site answers at {OPTIONS.site_url} alone. If people use another name, set NEWSCLIP_SITE_URL to that."
)


def configure(*, quiet: bool = False, stream: TextIO | None = None) -> None:
    """`quiet` keeps only warnings and errors. For libraries that is always so."""
    stream = stream or sys.stderr
    level = max(_LEVELS[OPTIONS.logs.level], logging.WARNING if quiet else logging.DEBUG)
    for_people = OPTIONS.logs.form == "text" or (OPTIONS.logs.form == "auto" and stream.isatty())
    first: list[structlog.types.Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    renderers: list[structlog.types.Processor] = [structlog.processors.JSONRenderer()]
    if for_people:
        renderers = [escape_controls, structlog.dev.ConsoleRenderer(colors=stream.isatty())]
    last: list[structlog.types.Processor] = [
        processor(redactor(secrets_of(OPTIONS, _made_key()))),
        *renderers,
    ]
    structlog.configure(
        processors=[*first, *last],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(file=stream),
    )
    handler = logging.StreamHandler(stream)
    handler.addFilter(is_told)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *first],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(max(level, logging.WARNING))


def is_told(record: logging.LogRecord, outage: "Outage | None" = None) -> bool:
    """Filter: what anyone can trigger at will is logged in one line or not at all; so is a database outage."""
    if getattr(record, "status_code", None) == _NOT_FOUND:
        return False
    if record.name == "django.security.DisallowedHost":
        record.exc_info, record.levelno, record.levelname = None, logging.WARNING, "WARNING"
        record.msg, record.args = f"{record.getMessage().partition(' You may need')[0]} {_OTHER_NAME}", None
    if record.exc_info and record.exc_info[1]:
        from newsclip.db.availability import HERE  # noqa: PLC0415 most processes have no database

        return not (outage or HERE).explains(record.exc_info[1])
    return True


def _made_key() -> str:
    """The key generated on first start, see newsclip/settings.py."""
    kept = OPTIONS.home / "secret-key"
    return kept.read_text().strip() if kept.exists() else ""
