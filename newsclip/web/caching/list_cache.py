"""What is the same for everybody, kept for a moment: lists that a thousand readers ask for are made once a change.

As pages are (page_cache.py): good to the end of the second in which it was begun, and for another one as long as
nothing was written to the tables, `AGES` seconds at most.
"""

import threading
import time
from collections.abc import Callable, Hashable
from typing import Any

from cachetools import LRUCache
from django.conf import settings

from newsclip.web.caching.cache_version import Freshness, Unknown, Version, version_of_tables

_MOST = 200  # lists: those that many read; the others are asked for anew


class Shared:
    """Keeps what was made, however much of it is made of other such; all go by the same seconds of one clock."""

    def __init__(self, clock: Callable[[], float] = time.time, version: Callable[[], Version] = Unknown) -> None:
        self._clock, self._version = clock, version
        self._kept: LRUCache[Hashable, tuple[Any, Freshness]] = LRUCache(_MOST)
        self._lock = threading.Lock()

    def __call__[T](self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made for this key and is good still, else made now. Nothing of one person in it."""
        if not settings.SHARES_LISTS:
            return make()
        second = int(self._clock())
        with self._lock:
            kept = self._kept.get(key)
        if kept is None or kept[1].good != second:
            version = self._version()
            still = kept[1].renewed(second, version) if kept else None
            kept = (kept[0], still) if kept and still else (make(), Freshness.of(second, version))
            with self._lock:
                self._kept[key] = kept
        made: T = kept[0]
        return made


for_all = Shared(version=version_of_tables)
