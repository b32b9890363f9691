"""The tables of a new site, made once and copied into many: to make them takes six seconds of CPU.

Tests and benchmarks start dozens of sites. `python -m benchmarks.new_tables FILE` makes the tables in a file of SQLite,
which the environment's NEW_TABLES then names; with `--in ADDRESS NAME` it makes them in a new database of that server
of PostgreSQL, which NEW_DATABASE then names. Where neither is named, each site makes its own. `--static FOLDER` keeps
the static files that were collected, two seconds of CPU, in a new folder, which NEW_STATIC then names.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

_MAKE = "from newsclip.server.setup import prepare; prepare()"
_FILE = "newsclip.sqlite3"
_STATIC = ("static", ".gathered")  # the mark last: what bears it is whole


def lay_out(home: Path) -> None:
    """Give the site in this folder its tables and static files, where somebody made some; it finds nothing to add."""
    lay_out_static(home)
    made = os.environ.get("NEW_TABLES")
    if made:
        home.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made, home / _FILE)


def lay_out_static(home: Path) -> None:
    """Give it its static files alone, for a site whose tables are elsewhere."""
    made = os.environ.get("NEW_STATIC")
    if made and Path(made, _STATIC[-1]).exists():
        shutil.copytree(made, home, dirs_exist_ok=True)


def new_database(server: "psycopg.Connection[tuple[object, ...]]", name: str) -> None:
    """A new database on this server, with the tables of a new site, where somebody made some; empty otherwise."""
    made = os.environ.get("NEW_DATABASE")
    server.execute(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{made}"' if made else ""))


def make(file: Path, static: Path | None = None) -> None:
    """Make the tables as a site does that is started for the first time, and keep what it collected in `static`."""
    with TemporaryDirectory() as home:
        _start(NEWSCLIP_HOME=home)
        shutil.move(Path(home, _FILE), file)
        if static:
            static.mkdir()
            for name in _STATIC:
                shutil.move(Path(home, name), static)


def make_in(address: str, name: str) -> None:
    """The same tables in a new database of the server that has this address."""
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
    with TemporaryDirectory() as home:
        _start(NEWSCLIP_HOME=home, NEWSCLIP_DATABASE_URL=f"{address.rpartition('/')[0]}/{name}")


def _start(**options: str) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    subprocess.run([sys.executable, "-c", _MAKE], env=kept | options, check=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Make the tables of a new site.")
    parser.add_argument("made", help="the file, or the name of the database")
    parser.add_argument("--in", dest="server", help="the address of a server of PostgreSQL")
    parser.add_argument("--static", type=Path, help="a new folder for the static files")
    asked = parser.parse_args()
    if asked.server:
        make_in(asked.server, asked.made)
    else:
        make(Path(asked.made), asked.static)
