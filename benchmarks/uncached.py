"""The site without caches: every list is queried and every card rendered for each request."""

from newsclip.server.rsgi import application
from newsclip.web.caching import list_cache
from newsclip.web.cards import queries

queries._render = queries._render.__wrapped__  # type: ignore[assignment]
list_cache.Shared.__call__ = lambda self, key, make: make()  # type: ignore[method-assign]

__all__ = ["application"]
