"""What can be done with sources: follow them, look at them, bring a list of them."""

from newsclip.sources.actions.following import add, publisher_of, stop, submission
from newsclip.sources.actions.lists import export_opml, import_opml
from newsclip.sources.actions.looking import look, make_due

__all__ = ["add", "export_opml", "import_opml", "look", "make_due", "publisher_of", "stop", "submission"]
