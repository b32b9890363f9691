"""Moves this installation's SQLite database."""

from pathlib import Path

from django.db import connection

from newsclip.database_move.move import Say, move
from newsclip.db.location import is_missing
from newsclip.health.tables import refusal, table_state
from newsclip.options import OPTIONS
from newsclip.terminal import NO, UNREADABLE, CommandError


def move_site(url: str, say: Say) -> str:
    """Raises CommandError; the SQLite file is never written to."""
    if connection.vendor != "sqlite":
        raise CommandError(
            "This Newsclip is on PostgreSQL already.", "Unset NEWSCLIP_DATABASE_URL to move from SQLite."
        )
    if is_missing(connection):
        raise CommandError(
            f"There is no data in {OPTIONS.home}.", "Name the settings of the site: newsclip --settings FILE move …"
        )
    state = table_state(connection)
    if found := refusal(state, migrates=False):
        raise CommandError(f"The tables: {found.says}", found.remedy, NO if state.waiting else UNREADABLE)
    connection.close()
    file = Path(str(connection.settings_dict["NAME"]))
    said = move(file, url, say, vectors=OPTIONS.vectors == "on")
    kept = "the key stays there, pictures in their bucket" if OPTIONS.s3.bucket else "pictures and key stay there"
    return (
        f"{said}\nNow set NEWSCLIP_DATABASE_URL to the new database, keep NEWSCLIP_HOME ({kept}), and start:"
        " systemctl start newsclip-web newsclip-worker@1   or, without systemd: newsclip start\n"
        f"{file} is as it was; delete it when you no longer need it."
    )
