"""The site as it is served, with every card rendered anew each time it is shown."""

from newsclip.operations.wsgi import application
from newsclip.web import cards

cards._render = cards._render.__wrapped__  # type: ignore[assignment]

__all__ = ["application"]
