"""An installation of its own, for processes of their own, on the kind of database that the tests run on."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

import psycopg

from benchmarks.new_tables import lay_out, lay_out_static, new_database
from newsclip.server.supervisor import end_with_parent

_PATIENCE = 600.0
PREPARE = "from newsclip.server.setup import prepare; prepare()"


@contextmanager
def installation(home: Path, **options: str) -> Iterator[Mapping[str, str]]:
    """The surroundings of its processes; its tables and styles are made."""
    surroundings = {
        **{name: value for name, value in os.environ.items() if not name.startswith("NEWSCLIP_")},
        **options, "NEWSCLIP_HOME": str(home), "NEWSCLIP_SECRET_KEY": token_hex(30),
        "DJANGO_SETTINGS_MODULE": "newsclip.settings",
    }  # fmt: skip
    server, name = os.environ.get("NEWSCLIP_DATABASE_URL", ""), f"newsclip_{token_hex(4)}"
    if not server:
        lay_out(home)
        if "NEW_TABLES" not in os.environ:
            run(PREPARE, surroundings)
        yield surroundings
        return
    lay_out_static(home)
    with psycopg.connect(server, autocommit=True) as database:
        new_database(database, name)
        try:
            surroundings |= {"NEWSCLIP_DATABASE_URL": f"{server.rpartition('/')[0]}/{name}"}
            if "NEW_DATABASE" not in os.environ:
                run(PREPARE, surroundings)
            yield surroundings
        finally:
            database.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def run(script: str, surroundings: Mapping[str, str]) -> str:
    """What it printed."""
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=surroundings, check=True, timeout=_PATIENCE, stdout=subprocess.PIPE, text=True)
    return done.stdout


@contextmanager
def running(commands: list[list[str]], surroundings: list[Mapping[str, str]], log: Path) -> Iterator[None]:
    """These processes, within the block."""
    with log.open("ab") as said:
        children = [
            subprocess.Popen(command, env=env, stdout=said, stderr=said, preexec_fn=end_with_parent)  # noqa: PLW1509
            for command, env in zip(commands, surroundings, strict=True)
        ]
    try:
        yield
    finally:
        for child in children:
            child.kill()
        for child in children:
            child.wait()
