"""Structured logs on standard error: one JSON object a line, or readable lines on a terminal."""

import sys

import structlog


def configure(*, quiet: bool = False) -> None:
    """`quiet` keeps only warnings and worse."""
    renderer: structlog.types.Processor = (
        structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(30 if quiet else 20),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
    )
