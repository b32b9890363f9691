"""What form the search index is in, on both databases: one of an earlier version of Newsclip is made anew."""

from django.db import connection

from newsclip.language.search_stems import stems_digest

_VERSION = 5  # of the tables, and of what is written into them
_CREATE = "CREATE TABLE IF NOT EXISTS clip_search_form (form TEXT PRIMARY KEY)"


def is_current() -> bool:
    """Whether the index is in the form of this version."""
    with connection.cursor() as cursor:
        cursor.execute(_CREATE)
        cursor.execute("SELECT form FROM clip_search_form")
        return [form for (form,) in cursor.fetchall()] == [_form()]


def remember() -> None:
    """It is now."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM clip_search_form")
        cursor.execute("INSERT INTO clip_search_form (form) VALUES (%s)", [_form()])


def _form() -> str:
    return f"{_VERSION}-{stems_digest()}"
