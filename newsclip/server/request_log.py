"""A line for each request, where the operator wishes it (NEWSCLIP_LOG_REQUESTS)."""

import structlog

from newsclip.web.serving.exchanges import Exchange

log = structlog.get_logger()


def tell(exchange: Exchange) -> None:
    """Neither who asked nor what stood behind the "?": searches and tokens are nobody's business."""
    log.info(
        "request",
        method=exchange.method,
        path=exchange.path.encode("latin-1", "replace").decode("utf-8", "replace"),
        status=exchange.status,
        seconds=round(exchange.seconds, 4),
        kept=exchange.kept,
    )
