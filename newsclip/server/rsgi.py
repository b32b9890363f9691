"""The web server's entry point: granian's own interface, RSGI."""

import asyncio
import os
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from newsclip.server import lifecycle_log, logs, request_log
from newsclip.server.supervisor import end_with_parent

# If the server's main process is killed, its workers must end too, or they would hold the port for ever.
end_with_parent()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsclip.settings")
logs.configure()
_site = get_wsgi_application()
# Load the code of all pages now, which doubles what is loaded; otherwise the first request would wait for it.
get_resolver().url_patterns  # noqa: B018 accessing it loads the URL configuration

from newsclip.db import sqlite_write_queue  # noqa: E402 the framework has to be ready first
from newsclip.health import served_metrics  # noqa: E402 the same
from newsclip.kernel.release import SOURCE_PATH  # noqa: E402 the same
from newsclip.kernel.settings_file import LISTENING  # noqa: E402 the same
from newsclip.options import OPTIONS  # noqa: E402 the same
from newsclip.web.caching.cache_version import version_of_tables  # noqa: E402 the same
from newsclip.web.caching.page_cache import PageCache  # noqa: E402 the same
from newsclip.web.serving import request_metrics  # noqa: E402 the same
from newsclip.web.serving.exchanges import Exchange  # noqa: E402 the same
from newsclip.web.serving.load_shedding import Shedding  # noqa: E402 the same
from newsclip.web.serving.request_bodies import Bodies  # noqa: E402 the same
from newsclip.web.serving.rsgi import RsgiApplication  # noqa: E402 the same
from newsclip.worker import systemd  # noqa: E402 the same

_AGAIN = 0.05  # seconds


class Site(RsgiApplication):
    """Says in the log and to systemd when it begins to listen, and in the log when it ends."""

    def __rsgi_init__(self, loop: Any) -> None:
        super().__rsgi_init__(loop)
        lifecycle_log.started("site")
        if "NOTIFY_SOCKET" in os.environ:
            self._telling = loop.create_task(_tell_systemd(urlsplit(os.environ.get(LISTENING, ""))))

    def __rsgi_del__(self, loop: Any) -> None:
        lifecycle_log.stopped("site")


async def _tell_systemd(address: SplitResult) -> None:
    """That the site has started, once it can be reached: the server begins to listen after it has loaded this."""
    while address.port:
        try:
            _, opened = await asyncio.open_connection(address.hostname, address.port)
        except OSError:
            await asyncio.sleep(_AGAIN)
        else:
            opened.close()
            break
    systemd.notify(systemd.READY)


if not OPTIONS.database_url:
    sqlite_write_queue.say_when_waiting(OPTIONS.home / sqlite_write_queue.FILE)
_cache = PageCache(_site, version=version_of_tables)
served_metrics.begin()


def _observe(exchange: Exchange) -> None:
    request_metrics.count(exchange)
    if OPTIONS.logs.requests:
        request_log.tell(exchange)


_archives = {SOURCE_PATH: Path(settings.STATIC_ROOT) / Path(SOURCE_PATH).name}
application = Site(
    Shedding(_cache, proxies=OPTIONS.proxies),
    _cache,
    Bodies(),
    proxies=OPTIONS.proxies,
    archives=_archives,
    observe=_observe,
)
