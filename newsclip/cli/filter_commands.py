"""`newsclip extract | group | quotes | tags | write | rank | verify`: JSON Lines in, JSON Lines out."""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated, TextIO

import typer

from newsclip.terminal import NO, UNREADABLE, print_error

_SAYS = {
    "extract": "Extract the article from pages: adds title, text, authors, published … to {id, url?, html | path}.",
    "group": "Group articles into stories: adds story and report to {id, title, text, published?, …}.",
    "quotes": "Find quotations and their speakers: adds quotes to {id, text}.",
    "tags": "Find hashtags, key phrases and the category: adds hashtags, keyphrases, category to {id, title, text}.",
    "write": "Write a clip with its evidence: adds clip to {id, articles}.",
    "rank": "Rank clips for one reader: adds order with its parts to {id, reader {follows, history}, candidates, now}.",
    "verify": "Check words against sources: adds supported to {id, articles, clip or sentence} or {id, source, claim}.",
}


def register(app: typer.Typer) -> None:
    own: dict[str, Callable[..., None]] = {"group": group, "verify": verify}
    for name, says in _SAYS.items():
        command = own[name] if name in own else _filter(name)
        app.command(name, help=f"{says} Reads and writes one JSON object per line.", rich_help_panel="Filters")(command)
    app.command("explain", rich_help_panel="Maintenance")(explain)


def group(
    file: Annotated[Path | None, typer.Argument(help="A file of JSON Lines. Without one, standard input.")] = None,
    *,
    at_once: Annotated[
        bool, typer.Option("--at-once", help="Answer each line as it comes, for an endless stream.")
    ] = False,
) -> None:
    """Answers come when the input ends, because later lines merge and split the stories of earlier ones."""
    if at_once:
        _run("group", file)
        return
    from newsclip.cli.filters.group import in_the_end

    _print(in_the_end(_lines(file)))


def verify(
    file: Annotated[Path | None, typer.Argument(help="A file of JSON Lines. Without one, standard input.")] = None,
    *,
    clip: Annotated[
        str, typer.Option(help="Rebuild this stored clip instead and compare: its address, id or number.")
    ] = "",
) -> None:
    """With --clip: exits with 0 if every byte matches, otherwise prints the difference and exits with 1."""
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
    clip: Annotated[str, typer.Argument(help="A clip: its address, the last part of /c/…, its id or its number.")],
    sentence: Annotated[int, typer.Argument(min=0, help="Only this sentence, counted from the headline; 0: all.")] = 0,
) -> None:
    """Explain a clip: the article, passage, edits and verdict of each sentence."""
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
    """Exit with 1 if there are differences."""
    for line in found:
        typer.echo(line)
    if found:
        print_error(f"{clip} is not what its inputs, settings and version give.")
        raise typer.Exit(NO)
    typer.echo(f"{clip}: derived anew, not a byte differs.")


def _filter(name: str):  # type: ignore[no-untyped-def] # typer reads the inner function's signature
    def command(
        file: Annotated[Path | None, typer.Argument(help="A file of JSON Lines. Without one, standard input.")] = None,
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
        print_error(f"{failed} lines failed; each says why in its `error`.")
        raise typer.Exit(UNREADABLE)
