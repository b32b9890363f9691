"""`newsclip catalogue`: public sources that a file offers, by country and category."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from newsclip.cli.output import Teller, say
from newsclip.server.setup import name_database, prepare_to_write
from newsclip.terminal import NO, UNREADABLE, print_error


def register(app: typer.Typer) -> None:
    app.command("catalogue", rich_help_panel="Sources")(catalogue)


def catalogue(
    file: Annotated[Path | None, typer.Argument(help="A catalogue. Without one: NEWSCLIP_CATALOGUE.")] = None,
    *,
    country: Annotated[str, typer.Option(help="Only sources of this country: two letters.")] = "",
    category: Annotated[str, typer.Option(help="Only sources of this category.")] = "",
    follow: Annotated[bool, typer.Option("--follow", help="Follow them.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object per line.")] = False,
) -> None:
    """Check a catalogue of public sources and list what it offers, or follow it: all, or by country and category."""
    prepare_to_write()
    from newsclip import clock
    from newsclip.kernel.reasons import Refused, explain
    from newsclip.pipeline import offered_sources
    from newsclip.sources import queries
    from newsclip.sources.ports import Catalogue

    try:
        known: Catalogue = offered_sources.offered(file)
    except Refused as refused:
        print_error(f"{explain(refused.code).sentence} {refused.detail}", explain(refused.code).remedy)
        raise typer.Exit(UNREADABLE) from refused
    for wrong in known.problems:
        print_error(
            f"Entry {wrong.number} {wrong.url}: {explain(wrong.code).sentence} {wrong.detail}".rstrip(),
            explain(wrong.code).remedy,
        )
    chosen = queries.choose(known.entries, country, category)
    if follow:
        name_database()
        teller = Teller(as_json=json)
        for outcome in offered_sources.follow(chosen, now=clock.now()):
            teller.tell(outcome)
    else:
        for one in chosen:
            words = f"{one.country:<3} {', '.join(one.categories):<20} {one.url}  {one.title or one.publisher}"
            say(asdict(one)) if json else print(words.rstrip())
    if known.problems:
        raise typer.Exit(UNREADABLE)
    if not chosen:
        print_error(
            "No source is offered.", "Name a catalogue: newsclip catalogue FILE   See docs/reference/catalogue.md"
        )
        raise typer.Exit(NO)
