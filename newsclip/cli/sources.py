"""`newsclip add | sources | refresh | interval | import | export`: what to follow, and looking at it now."""

import time
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer

from newsclip.cli.output import Teller, say
from newsclip.kernel.durations import duration
from newsclip.server.setup import name_database, prepare, prepare_to_write, read
from newsclip.terminal import NO, UNREADABLE, USAGE, print_error

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object per line.")]


def register(app: typer.Typer) -> None:
    for name, command in (
        ("add", add),
        ("remove", remove),
        ("sources", sources),
        ("refresh", refresh),
        ("interval", interval),
        ("export", export),
    ):
        app.command(name, rich_help_panel="Sources")(command)
    app.command("import", rich_help_panel="Sources")(import_opml)


def add(
    url: Annotated[str, typer.Argument(help="A feed, a site's page, a news sitemap, or one article.")],
    *,
    json: Json = False,
) -> None:
    """Follow a source, or add one article."""
    name_database()
    prepare_to_write()
    from newsclip.pipeline import manage_sources

    outcomes = manage_sources.add(url)
    teller = Teller(as_json=json)
    for outcome in outcomes:
        teller.tell(outcome)
    if not any(outcome.code in {"added", "already_followed"} for outcome in outcomes):
        raise typer.Exit(NO)


def sources(
    url: Annotated[str, typer.Argument(help="The address of one source: prints the history of its polls.")] = "",
    *,
    json: Json = False,
) -> None:
    """List the sources you follow with the result of the latest poll, or print the history of one."""

    def found() -> list[dict[str, Any]]:
        from newsclip.pipeline import list_sources

        return list_sources.history(url) if url else list_sources.listing()

    rows = read(found)
    if url:
        _tell_history(rows, as_json=json)
        return
    for row in rows:
        if json:
            say(row)
        else:
            state = row["outcome"] or "new" if row["state"] == "active" else row["state"]
            print(f"{state:<18} {row['kind']:<8} {row['url']}  {row['message']}".rstrip())
    _must_follow(any_=bool(rows))


def _must_follow(*, any_: bool) -> None:
    if not any_:
        print_error("No source is read yet.", "Follow a source: newsclip add URL")
        raise typer.Exit(NO)


def _tell_history(rows: list[dict[str, Any]], *, as_json: bool) -> None:
    for row in rows:
        if as_json:
            say(row)
        else:
            new = f"  {row['new']} new of {row['shown']}" if row["shown"] else ""
            print(f"{row['at']:%Y-%m-%d %H:%M} {row['code']:<18} {row['message']} {row['detail']}".rstrip() + new)
    if not rows:
        print_error("It is not followed, or was not looked at yet.", "See what is followed: newsclip sources")
        raise typer.Exit(NO)


def refresh(*, json: Json = False) -> None:
    """Poll every source now, take new articles all the way to a clip, and say what a running worker did of it."""
    name_database()
    prepare()
    from newsclip.pipeline import list_sources, refreshing

    teller, told = Teller(as_json=json), False
    for outcome in refreshing.refresh(wait=_wait_for_others):
        teller.tell(outcome)
        told = True
    _must_follow(any_=told or list_sources.follows())
    if not told:
        print_error("No source was polled: none is active, or all asked for a pause.", "See: newsclip sources")


@cache
def _say_once(cause: str) -> None:
    print_error(cause)


def _wait_for_others(seconds: float) -> None:
    _say_once("A worker is already on it. Waiting for its results.")
    time.sleep(seconds)


def import_opml(file: Annotated[Path, typer.Argument(help="A list of feeds as OPML.")], *, json: Json = False) -> None:
    """Follow every feed of an OPML file."""
    name_database()
    prepare_to_write()
    from newsclip.pipeline import manage_sources

    teller = Teller(as_json=json)
    outcomes = manage_sources.import_opml(file.read_bytes())
    for outcome in outcomes:
        teller.tell(outcome)
    if not any(outcome.good for outcome in outcomes):
        raise typer.Exit(UNREADABLE)


def remove(url: Annotated[str, typer.Argument(help="The source's address, as newsclip sources lists it.")]) -> None:
    """Stop following a source. What was read from it stays. To follow it again, use newsclip add."""
    name_database()
    prepare_to_write()
    from newsclip.clock import now
    from newsclip.sources import actions

    if not actions.stop(url, now=now()):
        print_error(f"{url} is not followed.", "See what is: newsclip sources")
        raise typer.Exit(NO)


def interval(
    url: Annotated[str, typer.Argument(help="The source's address, as newsclip sources lists it.")],
    *,
    least: Annotated[str, typer.Option(help="Poll it no sooner than after this time: 90s, 10m, 2h, 1d.")] = "",
    most: Annotated[str, typer.Option(help="Poll it no later than after this time.")] = "",
) -> None:
    """Limit how often one source is polled. Without a limit, those of all sources hold."""
    name_database()
    prepare_to_write()
    from newsclip.clock import now
    from newsclip.kernel.reasons import Refused
    from newsclip.pipeline.list_sources import interval_of
    from newsclip.sources import actions, queries

    source = queries.followed_at(url)
    if source is None:
        print_error(f"{url} is not followed.", "See what is: newsclip sources")
        raise typer.Exit(NO)
    try:
        actions.limit_polls(source, least=_seconds(least, "--least"), most=_seconds(most, "--most"), now=now())
    except Refused as refused:
        print_error(refused.reason.sentence, refused.reason.remedy)
        raise typer.Exit(NO) from refused
    typer.echo(interval_of(url))


def _seconds(given: str, option: str) -> int | None:
    found = duration(given) if given else None
    if given and found is None:
        print_error(f"{option} must be a number of s, m, h or d, like 10m; it is {given!r}.")
        raise typer.Exit(USAGE)
    return found


def export() -> None:
    """Print the sources you follow as OPML."""

    def found() -> str:
        from newsclip.sources import actions

        return actions.export_opml()

    typer.echo(read(found))
