"""`newsclip tune` and `newsclip labels`: the operator's own judgement of what belongs together."""

import json
from typing import Annotated

import typer

from newsclip.cli.output import say
from newsclip.server.setup import name_database, prepare_to_write
from newsclip.terminal import NO, print_error

_ANSWERS = {"s": True, "d": False}


def register(app: typer.Typer) -> None:
    app.command("tune", rich_help_panel="Maintenance")(tune)
    app.command("labels", rich_help_panel="Maintenance")(labels)


def labels() -> None:
    """Print articles that people split or merged, as rows for `newsclip group`, each with its current story."""
    prepare_to_write()
    from newsclip.cli.grouping_labels import rows

    for row in rows():
        say(row)


def tune(
    *,
    pairs: Annotated[int, typer.Option(min=1, help="How many pairs of articles to show.")] = 30,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object per line.")] = False,
) -> None:
    """Show pairs of articles, ask whether they report the same event, and suggest a threshold for grouping."""
    name_database()
    prepare_to_write()
    from newsclip.cli import grouping_tuning

    for pair in grouping_tuning.to_label(pairs):
        if as_json:
            say(pair)
        else:
            print(f"\n{pair['title']} ({pair['publisher']})\n{pair['nearest_title']} ({pair['nearest_publisher']})")
        answer = typer.prompt("Same event? s same, d different, n next, q enough", default="n", err=as_json)[:1].lower()
        if answer == "q":
            break
        if answer in _ANSWERS:
            grouping_tuning.keep(pair, same=_ANSWERS[answer])
    told = grouping_tuning.figures()
    if told is None:
        print_error("No threshold can be told yet.", "Name at least one pair the same event, and one different.")
        raise typer.Exit(NO)
    if as_json:
        say(told)
    else:
        print(f"\nOf {told['pairs']} pairs: {json.dumps(told['now'])} as it is, {json.dumps(told['best'])} at best.")
        print(f"Set NEWSCLIP_GROUPING_THRESHOLD={told['best']['threshold']} to have it so.")
