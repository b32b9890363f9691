"""What is the same for everybody, kept for a moment: lists that a thousand readers ask for are made once a change.

As pages are (page_cache.py): good to the end of the second in which it was begun, and for another one as long as
nothing was written to the tables, `AGES` seconds at most.
"""

import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Any

from cachetools import LRUCache
from django.conf import settings

from newsclip.web.caching.cache_version import Unknown, Version, version_of_tables
from newsclip.web.caching.page_cache import AGES

_MOST = 200


@dataclass(frozen=True, slots=True)
class _Kept:
    """`made`: the second in which it was begun, `good`: the last one in which it is; `version` of the tables before."""

    what: Any
    made: int
    good: int
    version: Version


class Shared:
    """Keeps what was made, however much of it is made of other such; all go by the same seconds of one clock."""

    def __init__(self, clock: Callable[[], float] = time.time, version: Callable[[], Version] = Unknown) -> None:
        self._clock, self._version = clock, version
        self._kept: LRUCache[Hashable, _Kept] = LRUCache(_MOST)
        self._lock = threading.Lock()

    def __call__[T](self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made for this key and is good still, else made now. Nothing of one person in it."""
        if not settings.SHARES_LISTS:
            return make()
        second = int(self._clock())
        with self._lock:
            kept = self._kept.get(key)
        if kept is None or kept.good != second:
            version = self._version()
            same = kept and 0 <= second - kept.made < AGES and kept.version == version
            kept = replace(kept, good=second) if kept and same else _Kept(make(), second, second, version)
            with self._lock:
                self._kept[key] = kept
        made: T = kept.what
        return made


for_all = Shared(version=version_of_tables)
