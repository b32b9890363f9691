"""Actions on sources: follow and poll them, subscribe to their hubs, import and export lists of them."""

from newsclip.sources.actions.cooldown import end_cooldown, overran
from newsclip.sources.actions.following import add, publisher_of, stop, submission
from newsclip.sources.actions.hubs import ask_hubs, confirm, receive
from newsclip.sources.actions.lists import domains_in, export_opml, import_opml, opml_of
from newsclip.sources.actions.polling import look, make_due
from newsclip.sources.actions.pushes import read_pushes
from newsclip.sources.actions.reschedule import has_future_polls, wake
from newsclip.sources.actions.store import Take

__all__ = [
    "Take",
    "add",
    "ask_hubs",
    "confirm",
    "domains_in",
    "end_cooldown",
    "export_opml",
    "has_future_polls",
    "import_opml",
    "look",
    "make_due",
    "opml_of",
    "overran",
    "publisher_of",
    "read_pushes",
    "receive",
    "stop",
    "submission",
    "wake",
]  # fmt: skip
