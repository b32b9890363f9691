"""What is the same for everybody, kept for a moment: lists that a thousand readers ask for are made once a second."""

import threading
from collections.abc import Callable, Hashable
from typing import Any

from cachetools import TTLCache
from django.conf import settings

SECONDS = 1.0
_MOST = 200
_kept: TTLCache[Hashable, Any] = TTLCache(_MOST, SECONDS)
_lock = threading.Lock()


def for_all[T](key: Hashable, make: Callable[[], T]) -> T:
    """What was made for this key within the last `SECONDS`, else made now. Nothing of one person in it."""
    with _lock:
        kept: T | None = _kept.get(key) if settings.SHARES_LISTS else None
    if kept is None:
        kept = make()
        if settings.SHARES_LISTS:
            with _lock:
                _kept[key] = kept
    return kept
