"""What a form called its boxes, for the page that offers a refused form again with everything that was typed."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

type Words = Promise | str
_WHY_PUBLIC = gettext_lazy("Why? Everybody can read this.")
_COMMENT = gettext_lazy("Your comment")
WRITTEN: Mapping[str, Words] = {
    "text": gettext_lazy("What you wrote"),
    "why": gettext_lazy("Why"),
    "words": gettext_lazy("Anything else, if it helps"),
    "url": gettext_lazy("Address"),
    "headline": gettext_lazy("Another headline, in the words of one of the articles"),
    "hashtags": gettext_lazy("Other hashtags, up to six, of words in the articles"),
    "title": gettext_lazy("Name"),
    "about": gettext_lazy("About you. Everybody can read it."),
    "note": gettext_lazy("A note beside the story, if you like"),
    "key": gettext_lazy("Name or word"),
    "reason": _WHY_PUBLIC,
    "into": gettext_lazy("The address of another clip, story or article about the same event"),
    "story": gettext_lazy("The address of another clip, story or article about the same event"),
    "name": gettext_lazy("Name"),
    "source": gettext_lazy("Source"),
}
"""What a person wrote, as opposed to what a form carries along: by name, and what most forms call it."""
_OF_ROUTE: Mapping[tuple[str, str], Words] = {
    ("suggest_source", "url"): gettext_lazy("Address of the source"),
    ("suggest_source", "why"): gettext_lazy("Why it should be here, if you like"),
    ("submit", "url"): gettext_lazy("Address of the article"),
    ("webhooks", "url"): gettext_lazy("Address of the program"),
    ("tokens", "title"): gettext_lazy("Name of the program"),
    ("collect", "title"): gettext_lazy("Name of the new collection"),
    ("change_source", "title"): gettext_lazy("Name of the source"),
    ("change_source", "name"): gettext_lazy("Name of the publisher"),
    ("leave", "name"): gettext_lazy("Type your username to continue"),
    ("change_collection", "about"): gettext_lazy("What it is about"),
    ("challenge", "why"): gettext_lazy("What is wrong with it?"),
    ("split", "why"): _WHY_PUBLIC,
    ("merge", "why"): _WHY_PUBLIC,
    ("undo", "why"): _WHY_PUBLIC,
    ("comment", "text"): _COMMENT,
    ("edit", "text"): _COMMENT,
    ("answer", "text"): gettext_lazy("Your answer"),
    ("appeal", "text"): gettext_lazy("Why this should be looked at again"),
    ("check", "text"): gettext_lazy("The text"),
}


def label_of(route: str, name: str) -> Words:
    """What the form of this route calls the box of this name."""
    return _OF_ROUTE.get((route, name)) or WRITTEN[name]
