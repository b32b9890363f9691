"""Actions on sources: follow and poll them, subscribe to their hubs, import and export lists of them."""

from newsclip.sources.actions.cooldown import end_rest, overran
from newsclip.sources.actions.following import add, publisher_of, stop, submission
from newsclip.sources.actions.hubs import ask_hubs, confirm, receive
from newsclip.sources.actions.lists import domains_in, export_opml, import_opml, opml_of
from newsclip.sources.actions.polling import look, make_due
from newsclip.sources.actions.pushes import take_pushes
from newsclip.sources.actions.reschedule import clock_was_ahead, wake
from newsclip.sources.actions.store import Take

__all__ = [
    "Take", "add", "ask_hubs", "clock_was_ahead", "confirm", "domains_in", "end_rest", "export_opml", "import_opml",
    "look", "make_due", "opml_of", "overran", "publisher_of", "receive", "stop", "submission", "take_pushes", "wake",
]  # fmt: skip
