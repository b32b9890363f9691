"""The command line. Filters are in .filters, following in .follow, running in .run, caring in .care,
tuning in .tune."""

from typing import Annotated

import typer

from newsclip import __version__
from newsclip.cli import filter_commands, maintenance, run, sources, tune
from newsclip.terminal import cli_errors

app = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Newsclip: social news discovery that shows its evidence.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for room in (run, sources, maintenance, tune, filter_commands):
    room.register(app)


@app.callback(invoke_without_command=True)
def next_thing(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False,
) -> None:
    """Without a command: tells the next thing to do."""
    if version:
        typer.echo(f"newsclip {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        maintenance.say_what_is_next()


def main() -> None:
    """Errors go to standard error with a cause and a remedy; see DESIGN of the exit codes in docs/reference."""
    with cli_errors():
        app()
