"""`newsclip migrate | move`: the tables of the database."""

import time
from typing import Annotated

import typer

from newsclip.server.setup import name_database, prepare, ready
from newsclip.terminal import NO


def register(app: typer.Typer) -> None:
    app.command("migrate", rich_help_panel="Maintenance")(migrate)
    app.command("move", rich_help_panel="Maintenance")(move)


def migrate(
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Only say what is to be done; 1 if there is something.")
    ] = False,
) -> None:
    """Change the tables to what this release needs. Processes of the former release may go on meanwhile."""
    if check:
        _check()
        return
    name_database()
    began = time.monotonic()
    state = prepare(migrates=True)
    if not state.waiting:
        typer.echo("Nothing to do: this version can use the tables as they are.")
        return
    typer.echo(f"Changes of tables done: {len(state.waiting)}, in {time.monotonic() - began:.0f} s.")


def _check() -> None:
    ready(read_only=True)
    from newsclip.server.migrating import waiting

    found = waiting()
    if not found:
        typer.echo("Nothing to do: this version can use the tables as they are.")
        return
    typer.echo(f"To be done by newsclip migrate ({len(found)}):")
    for name in found:
        typer.echo(f"  {name}")
    raise typer.Exit(NO)


def move(
    to: Annotated[str, typer.Option(help="postgresql://USER:PASSWORD@HOST:PORT/NAME of an empty database.")],
) -> None:
    """Copy everything from SQLite into PostgreSQL. Stop Newsclip first. If it is broken off, run it again."""
    ready()
    from newsclip.database_move.site_move import move_site
    from newsclip.options import SETTINGS

    typer.echo(SETTINGS.as_called(move_site(to, typer.echo)))
