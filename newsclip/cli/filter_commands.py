"""`newsclip extract | group | quotes | tags | write | rank | verify`: JSON Lines in, JSON Lines out."""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated, TextIO

import typer

from newsclip.terminal import NO, UNREADABLE, print_error

_SAYS = {
    "extract": "Read the article from pages: {id, url?, html | path} gets title, text, authors, published …",
    "group": "Gather articles into stories: {id, title, text, published?, …} gets story and report in the end.",
    "quotes": "Find quotations and who said them: {id, text} gets quotes.",
    "tags": "Find hashtags, key phrases and the category: {id, title, text} gets hashtags, keyphrases, category.",
    "write": "Write a clip with its evidence: {id, articles} gets clip.",
    "rank": "Order clips for one reader: {id, reader {follows, history}, candidates, now} gets order, with its parts.",
    "verify": "Check sentences against their sources: {id, articles, clip} or {id, source, claim} gets supported.",
}


def register(app: typer.Typer) -> None:
    own: dict[str, Callable[..., None]] = {"group": group, "verify": verify}
    for name, says in _SAYS.items():
        command = own[name] if name in own else _filter(name)
        app.command(name, help=f"{says} One JSON object a line, in and out.", rich_help_panel="Filters")(command)
    app.command("explain", rich_help_panel="Caring")(explain)


def group(
    file: Annotated[Path | None, typer.Argument(help="A file of JSON Lines; standard input without one.")] = None,
    *,
    at_once: Annotated[
        bool, typer.Option("--at-once", help="Answer each line as it comes, for a stream without end.")
    ] = False,
) -> None:
    """Answers come when the input ends, as later lines merge and split the stories of earlier ones."""
    if at_once:
        _run("group", file)
        return
    from newsclip.cli.filters.group import in_the_end

    _print(in_the_end(_lines(file)))


def verify(
    file: Annotated[Path | None, typer.Argument(help="A file of JSON Lines; standard input without one.")] = None,
    *,
    clip: Annotated[str, typer.Option(help="Derive this stored clip anew instead: its address, id or number.")] = "",
) -> None:
    """With --clip: exit 0 where not a byte differs, 1 with what does where one does."""
    if not clip:
        _run("verify", file)
        return
    from newsclip.kernel.reasons import Refused
    from newsclip.server.setup import ready

    ready()
    from newsclip.cli import reproduce

    try:
        found = reproduce.differences(clip)
    except reproduce.NoSuchClip as error:
        print_error(f"There is no clip {clip!r}.", "Give its address, the last part of /c/….")
        raise typer.Exit(NO) from error
    except Refused as refused:
        print_error(str(refused), refused.reason.remedy)
        raise typer.Exit(NO) from refused
    tell_differences(clip, found)


def explain(
    clip: Annotated[str, typer.Argument(help="A clip: its address, the last part of /c/…, its id or number.")],
    sentence: Annotated[int, typer.Argument(min=0, help="The sentence alone, counted from the headline; 0: all.")] = 0,
) -> None:
    """Say why a clip says what it says: article, passage, edits and judgement of each sentence."""
    from newsclip.server.setup import ready

    ready()
    from newsclip.cli import explain as cli_explain
    from newsclip.cli.reproduce import NoSuchClip

    try:
        for line in cli_explain.explain(clip, sentence):
            typer.echo(line)
    except NoSuchClip as error:
        print_error(f"There is no clip {clip!r}.", "Give its address, the last part of /c/….")
        raise typer.Exit(NO) from error
    except IndexError as error:
        print_error(f"{clip} has no sentence {sentence}.", "Without a number all are explained.")
        raise typer.Exit(NO) from error


def tell_differences(clip: str, found: Sequence[str]) -> None:
    """Ends with 1 where there is one."""
    for line in found:
        typer.echo(line)
    if found:
        print_error(f"{clip} is not what its inputs, settings and version give.")
        raise typer.Exit(NO)
    typer.echo(f"{clip}: derived anew, not a byte differs.")


def _filter(name: str):  # type: ignore[no-untyped-def] # typer reads the inner function's signature
    def command(
        file: Annotated[Path | None, typer.Argument(help="A file of JSON Lines; standard input without one.")] = None,
    ) -> None:
        _run(name, file)

    return command


def _run(name: str, file: Path | None) -> None:
    from newsclip.cli import filters

    _print(filters.run(filters.make(name), _lines(file)))


def _lines(file: Path | None) -> TextIO:
    return file.open(encoding="utf-8", errors="replace") if file else sys.stdin


def _print(answers: Iterable[tuple[str, bool]]) -> None:
    failed = 0
    for line, answered in answers:
        print(line, flush=True)
        failed += not answered
    if failed:
        print_error(f"{failed} lines could not be answered; each says why in its `error`.")
        raise typer.Exit(UNREADABLE)
