"""What the web server calls."""

import os
from concurrent.futures import ThreadPoolExecutor

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from newsclip.operations import logs
from newsclip.operations.supervisor import end_with_parent

# The server's own process may be killed; a worker left behind would hold its port for ever.
end_with_parent()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsclip.settings")
logs.configure()
_site = get_wsgi_application()
# The code of all pages, as much again as was loaded so far: else the first one who asks waits for it.
get_resolver().url_patterns  # noqa: B018 looking at it loads it

from newsclip.operations import giving_way  # noqa: E402 the framework has to be ready first
from newsclip.options import OPTIONS  # noqa: E402 the same
from newsclip.web.freshness import Version, version_of_tables  # noqa: E402 the same
from newsclip.web.page_cache import PageCache  # noqa: E402 the same
from newsclip.web.shedding import Shedding  # noqa: E402 the same

if not OPTIONS.database_url:
    giving_way.say_when_waiting(OPTIONS.home / giving_way.FILE)
_asking = ThreadPoolExecutor(1)


def _version() -> Version:
    """Asked by one thread, so by one connection, however many threads hold readers."""
    return _asking.submit(version_of_tables).result()


application = PageCache(Shedding(_site), version=_version)
