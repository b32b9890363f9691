"""What the database says when it fails, and what an operator does about it."""

import re

_HALF = (
    "A table or column is missing: newsclip migrate --check says whether the tables are only behind. If not, restore "
    "the last backup into an empty place: newsclip restore FILE"
)
_REMEDIES = (
    (r"\b(relation|table|column|constraint|index)\b.* does not exist|no such (table|column)", _HALF),
    (r"statement pooling", "Say pool_mode = transaction in pgbouncer.ini."),
    (r"query_wait_timeout|max_client_conn", "Raise default_pool_size or max_client_conn in pgbouncer.ini."),
    (r"no such database", "Name the database under [databases] in pgbouncer.ini."),
    (r"startup parameter", "Name it in ignore_startup_parameters of pgbouncer.ini."),
    (r"not a database|malformed|disk image", "Put a backup in its place: newsclip restore FILE, into an empty home."),
    (r"unable to open|permission denied|readonly", "Give the file and its folder to the account that runs Newsclip."),
    (r"password|authentication|role", "Check the name and password in NEWSCLIP_DATABASE_URL."),
    (
        r"does not exist",
        "Make the database that NEWSCLIP_DATABASE_URL names: runuser -u postgres -- createdb …, as at the installation",
    ),
    (r"too many|connection slots", "Raise max_connections of PostgreSQL, or put PgBouncer in front."),
    (r"disk I/O error", "Make room where the database is; the system's log knows of a bad disk."),
    (r"version mismatch", "Install programs of PostgreSQL that are as new as the server: postgresql-client-17."),
    (r"locked", "Another program holds the database. End it, or wait."),
)
_NO_ROOM = re.compile(r"disk is full|no space left on device|could not extend file", re.IGNORECASE)
_DISK_FULL = "53100"  # PostgreSQL's code, whatever language it speaks


def says_full(error: BaseException) -> bool:
    """Whether the database found no room on its disk."""
    return getattr(error.__cause__, "sqlstate", None) == _DISK_FULL or bool(_NO_ROOM.search(str(error)))


def explain_error(error: Exception) -> tuple[str, str]:
    """The cause, on one line, and the remedy."""
    says = " ".join(str(error).split())
    if says_full(error):
        return says, "Make room where the database is. What waits then goes on by itself."
    remedy = next((remedy for form, remedy in _REMEDIES if re.search(form, says, re.IGNORECASE)), "")
    return says, remedy or "Start the database, or check NEWSCLIP_DATABASE_URL."
