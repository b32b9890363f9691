"""Actions on sources: follow and poll them, subscribe to their hubs, import and export lists of them."""

from newsclip.sources.actions.cooldown import end_cooldown, overran
from newsclip.sources.actions.discovering import answer_discoveries, look_for_sources
from newsclip.sources.actions.following import (
    add,
    describe,
    follow_found,
    limit_polls,
    look_now,
    pause,
    publisher_of,
    rename,
    resume,
    stop,
    submission,
)
from newsclip.sources.actions.hubs import ask_hubs, confirm, receive
from newsclip.sources.actions.lists import domains_in, export_opml, follow_listed, import_opml, opml_of
from newsclip.sources.actions.polling import look, make_due
from newsclip.sources.actions.pushes import read_pushes
from newsclip.sources.actions.reschedule import has_future_polls, wake
from newsclip.sources.actions.store import Take

__all__ = [
    "Take",
    "add",
    "answer_discoveries",
    "ask_hubs",
    "confirm",
    "describe",
    "domains_in",
    "end_cooldown",
    "export_opml",
    "follow_found",
    "follow_listed",
    "has_future_polls",
    "import_opml",
    "limit_polls",
    "look",
    "look_for_sources",
    "look_now",
    "make_due",
    "opml_of",
    "overran",
    "pause",
    "publisher_of",
    "read_pushes",
    "receive",
    "rename",
    "resume",
    "stop",
    "submission",
    "wake",
]  # fmt: skip
