"""What the checks of the site are called on the staff page; `newsclip doctor` uses the words of the code."""

from typing import Any

from django.utils.translation import gettext_lazy

NAMES: dict[str, Any] = {
    "works on": gettext_lazy("Where the data is"),
    "disk": gettext_lazy("Disk"),
    "home": gettext_lazy("Folder of the data"),
    "settings": gettext_lazy("Settings"),
    "key": gettext_lazy("Secret key"),
    "network": gettext_lazy("Network"),
    "contact": gettext_lazy("Contact address"),
    "database": gettext_lazy("Database"),
    "tables": gettext_lazy("Tables of the database"),
    "replica": gettext_lazy("Copy of the database"),
    "search": gettext_lazy("Search"),
    "files": gettext_lazy("Open files"),
    "site": gettext_lazy("Public address"),
    "clock": gettext_lazy("Clock"),
    "worker": gettext_lazy("Worker"),
    "queue": gettext_lazy("Queue of work"),
    "sources": gettext_lazy("Sources"),
    "source": gettext_lazy("A source"),
    "publisher": gettext_lazy("A publisher"),
    "clips": gettext_lazy("Clips"),
    "dead letters": gettext_lazy("Set aside"),
    "vectors": gettext_lazy("Search by meaning"),
    "languages": gettext_lazy("Languages of stories"),
    "pictures": gettext_lazy("Pictures"),
    "static": gettext_lazy("Style sheets and scripts"),
    "sessions": gettext_lazy("Sign-ins"),
    "encryption": gettext_lazy("Encrypted columns"),
    "evidence": gettext_lazy("Evidence"),
    "mail": gettext_lazy("Mail"),
    "flags": gettext_lazy("Reports to moderators"),
    "staff": gettext_lazy("Staff"),
    "model": gettext_lazy("Language model"),
    "judge": gettext_lazy("Judge"),
    "categories": gettext_lazy("Categories"),
}


def name_of(about: str) -> str:
    """The name of a check in the language of the page; the code's own word where there is none yet."""
    return str(NAMES.get(about, about))
