"""`newsclip doctor | backup | restore | user`: keeping it well."""

import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsclip.cli.output import say
from newsclip.kernel.reasons import explain
from newsclip.server.setup import name_database, prepare, prepare_to_write, read, ready
from newsclip.terminal import NO, CommandError, print_error

if TYPE_CHECKING:
    from newsclip.health.dead_letters import DeadLetter

_LISTED = 1000


def register(app: typer.Typer) -> None:
    commands = (doctor, backup, restore, user, takedown, excerpts, tidy, retry)
    for command in commands:
        app.command(command.__name__, rich_help_panel="Maintenance")(command)
    app.command("dead-letters", rich_help_panel="Maintenance")(dead_letters)
    app.command("push-key", rich_help_panel="Maintenance")(push_key)


def push_key() -> None:
    """Make a key for NEWSCLIP_PUSH_KEY, which lets browsers show notices."""
    from newsclip.kernel.web_push import new_key

    typer.echo(new_key())


def print_next_step() -> None:
    """The next thing to do, from the state of this folder."""
    ready(read_only=True)
    from newsclip.health import doctor as health_doctor

    typer.echo(health_doctor.next_step())
    typer.echo("All commands: newsclip --help")


def doctor(*, json: Annotated[bool, typer.Option("--json", help="Print one JSON object per line.")] = False) -> None:
    """Find problems, and print a remedy for each."""
    ready(read_only=True)
    from newsclip.health import doctor as health_doctor
    from newsclip.options import SETTINGS

    findings = list(health_doctor.examine())
    for finding in findings:
        says, remedy = SETTINGS.as_called(finding.says), SETTINGS.as_called(finding.remedy)
        if json:
            say({"ok": finding.ok, "about": finding.about, "says": says, "remedy": remedy})
        else:
            typer.echo(f"{'ok ' if finding.ok else 'BAD'} {finding.about:<12} {says}")
            if remedy:
                typer.echo(f"    {remedy}")
    if not all(finding.ok for finding in findings):
        raise typer.Exit(NO)


def backup(file: Annotated[Path, typer.Argument(help="Where to write the copy.")]) -> None:
    """Copy the database, pictures and key into one file, while everything runs."""
    name_database(read_only=True)
    from newsclip.cli import backup as cli_backup

    _tell(lambda: cli_backup.backup(file))


def restore(file: Annotated[Path, typer.Argument(help="A file that backup wrote.")]) -> None:
    """Restore a backup. Stop everything first; the home folder and database must be empty."""
    name_database(read_only=True)
    from newsclip.cli import backup as cli_backup

    _tell(lambda: cli_backup.restore(file))


def user(
    name: Annotated[str, typer.Argument(help="The person's name.")],
    *,
    staff: Annotated[bool, typer.Option(help="Let the person see the staff pages.")] = False,
    lost_factors: Annotated[bool, typer.Option(help="Remove the passkeys and codes that the person lost.")] = False,
) -> None:
    """Make an account, or change its password. Asks for the password, or reads it from a pipe."""
    name_database()
    prepare_to_write()
    from newsclip.cli import admin_commands

    _tell(lambda: admin_commands.check_name(name))
    if sys.stdin.isatty():
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    else:
        password = sys.stdin.readline().rstrip("\n")
    _tell(lambda: admin_commands.make_user(name, password, staff=staff, lost_factors=lost_factors))


def takedown(
    what: Annotated[str, typer.Argument(help="The address of an article, or the domain of a publisher.")],
    *,
    reason: Annotated[str, typer.Option(help="Who asked for it, and why. Staff can see it.")],
) -> None:
    """Remove an article or a publisher at once from clips, search, feeds and pictures."""
    name_database()
    prepare()
    from newsclip.cli import admin_commands

    _tell(lambda: admin_commands.take_down(what, reason))


def excerpts(
    domain: Annotated[str, typer.Argument(help="The publisher's domain.")],
    words: Annotated[int, typer.Argument(min=0, help="How many words of each of its articles may be shown; 0: all.")],
) -> None:
    """Limit how much of a publisher's articles appears in clips and evidence."""
    name_database()
    prepare()
    from newsclip.cli import admin_commands

    _tell(lambda: admin_commands.limit_excerpts(domain, words or None))


def tidy() -> None:
    """Delete data that is older than the NEWSCLIP_KEEP_… settings allow. The worker also does this every hour."""
    name_database()
    prepare()
    from newsclip.cli import admin_commands

    _tell(admin_commands.tidy)


def dead_letters(
    *, json: Annotated[bool, typer.Option("--json", help="Print one JSON object per line.")] = False
) -> None:
    """List articles and stories that were set aside because they exceed the limits for one text, with the reason."""

    def found() -> "list[DeadLetter]":
        from newsclip.health.dead_letters import listed

        return list(listed(_LISTED))

    for one in read(found):
        if json:
            say(asdict(one))
        else:
            typer.echo(f"{one.kind:<8} {one.name}\n    {explain(one.code).sentence} {one.detail} ({one.code})")


def retry(
    names: Annotated[list[str] | None, typer.Argument(help="Addresses of articles, or numbers of stories.")] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Everything that newsclip dead-letters lists.")] = False,
) -> None:
    """Try articles and stories again that were set aside."""
    name_database()
    prepare_to_write()
    from newsclip.cli import admin_commands

    _tell(lambda: admin_commands.retry(names or [], everything=everything))


def _tell(action: Callable[[], str]) -> None:
    """Print the sentence that the action returns, if any, or why it failed."""
    from newsclip.options import SETTINGS

    try:
        if said := action():
            typer.echo(SETTINGS.as_called(said))
    except CommandError as error:
        print_error(SETTINGS.as_called(error.cause), SETTINGS.as_called(error.remedy))
        raise typer.Exit(error.exit_code) from error
