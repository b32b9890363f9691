"""The site as it is served, with nothing kept: every list is asked for and every card rendered anew for each reader."""

from newsclip.server.rsgi import application
from newsclip.web.caching import list_cache
from newsclip.web.cards import queries

queries._render = queries._render.__wrapped__  # type: ignore[assignment]
list_cache.Shared.__call__ = lambda self, key, make: make()  # type: ignore[method-assign]

__all__ = ["application"]
