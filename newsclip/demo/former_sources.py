"""Sources that the demo followed when its publishers were served on another port: they answer no more."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from newsclip.sources import queries
from newsclip.sources.actions import stop


def stop_former_sources(served: Iterable[str], *, now: datetime) -> list[str]:
    """Stop following what other ports than that of these addresses served; what was followed until now."""
    ports = {urlsplit(url).port for url in served}
    followed = list(queries.all_sources().values_list("url", flat=True))
    return [url for url in followed if urlsplit(url).port not in ports and stop(url, now=now)]
