"""The tables of a new site, made once and copied into many: to make them takes six seconds of CPU.

Tests and benchmarks start dozens of sites. The environment's NEW_TABLES names the file with the tables, which
`python -m benchmarks.new_tables FILE` makes; where it names none, each site makes its own.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

_MAKE = "from newsclip.server.setup import prepare; prepare()"
_FILE = "newsclip.sqlite3"


def lay_out(home: Path) -> None:
    """Give the site in this folder its tables, where somebody made some; it finds nothing to add when it starts."""
    made = os.environ.get("NEW_TABLES")
    if made:
        home.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made, home / _FILE)


def make(file: Path) -> None:
    """Make the tables as a site does that is started for the first time."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    with TemporaryDirectory() as home:
        subprocess.run([sys.executable, "-c", _MAKE], env=kept | {"NEWSCLIP_HOME": home}, check=True)
        shutil.move(Path(home, _FILE), file)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
