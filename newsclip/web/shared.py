"""What is the same for everybody, kept for a moment: lists that a thousand readers ask for are made once a second."""

import threading
import time
from collections.abc import Callable, Hashable
from typing import Any

from cachetools import LRUCache
from django.conf import settings

_MOST = 200


class Shared:
    """Keeps what was made to the end of the second in which it was begun, however much of it is made of other such."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._kept: LRUCache[Hashable, Any] = LRUCache(_MOST)
        self._lock = threading.Lock()

    def __call__[T](self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made for this key within this second, else made now. Nothing of one person in it."""
        if not settings.SHARES_LISTS:
            return make()
        second = int(self._clock())
        with self._lock:
            kept: tuple[int, T] | None = self._kept.get(key)
        if kept and kept[0] == second:
            return kept[1]
        made = make()
        with self._lock:
            self._kept[key] = (second, made)
        return made


for_all = Shared()
