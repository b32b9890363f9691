"""The command line: .run, .sources, .catalogue, .maintenance, .migrate, .tune, .exam, and the filters in
.filter_commands and .filters.
"""

import os
from pathlib import Path
from typing import Annotated

import typer

from newsclip import __version__
from newsclip.cli import catalogue, exam, filter_commands, maintenance, migrate, run, sources, tune
from newsclip.kernel import release
from newsclip.kernel.settings_file import VARIABLE
from newsclip.terminal import cli_errors

app = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Newsclip: social news discovery that shows its evidence.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for group in (run, sources, catalogue, maintenance, migrate, tune, exam, filter_commands):
    group.register(app)


@app.callback(invoke_without_command=True)
def default_command(
    context: typer.Context,
    *,
    settings: Annotated[
        Path | None, typer.Option("--settings", metavar="FILE", help="Read the settings from this TOML file.")
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Without a command: prints what to do next."""
    if settings is not None:
        os.environ[VARIABLE] = str(settings.absolute())  # also for the processes that the command starts
    if version:
        typer.echo(f"newsclip {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        maintenance.print_next_step()


def main() -> None:
    """Errors go to standard error with a cause and a remedy; docs/reference/exit-codes.md lists the exit codes."""
    with cli_errors():
        _refuse_namesake()
        app()


def _refuse_namesake() -> None:
    """Ends the program with a remedy where another distribution may have overwritten files of this one."""
    if other := release.namesake():
        raise SystemExit(
            f"Another program called newsclip ({other}) is installed in this environment, and one overwrites files of"
            f" the other.\n  Install {release.DISTRIBUTION} into an environment of its own (python3 -m venv), or run:"
            f" pip uninstall newsclip, then pip install --force-reinstall --no-deps {release.DISTRIBUTION}"
        )
