"""The demo's terminal output."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn

from newsclip import clock
from newsclip.articles.actions import retry_pictures
from newsclip.clips.models import Clip
from newsclip.demo.former_sources import stop_former_sources
from newsclip.demo.sample_publishers import Press
from newsclip.kernel.reasons import explain
from newsclip.pipeline import manage_sources, offered_sources
from newsclip.pipeline.journey import until_idle
from newsclip.pipeline.ports import Outcome
from newsclip.sources.actions import make_due
from newsclip.wiring import tools

STAGES = {
    "discoveries": "finding sources",
    "sources": "asking sources",
    "articles": "reading articles",
    "pictures": "keeping pictures",
    "stories": "gathering stories",
    "chains": "linking stories",
    "clips": "writing clips",
    "votes": "weighing votes",
    "ranking": "ranking clips",
    "names": "finding names",
    "notices": "telling followers",
    "trends": "finding trends",
    "learning": "learning",
    "search": "making searchable",
    "hubs": "asking hubs",
}


def run_pipeline(press: Press, *, earlier: timedelta) -> None:
    """Follow the sources, process everything as of `earlier`, then again as of now, after a correction."""
    console = Console()
    sources = press.sources()
    console.print(f"[bold]Newsclip[/bold]: following {len(sources)} sample publishers on this machine.\n")
    if former := stop_former_sources(sources, now=clock.now() - earlier):
        console.print(f"  {len(former)} sources of another port are followed no more.\n")
    followed = set()
    for url in sources:
        for outcome in manage_sources.add(url, _ago(earlier)):
            followed.add(outcome.subject)
            console.print(f"  {outcome.code:<17} {outcome.subject}", highlight=False)
    offered = offered_sources.offered().entries
    offered_sources.follow([one for one in offered if one.url in followed], now=clock.now() - earlier)
    console.print()
    refusals: dict[tuple[str, str], str] = {}
    show(console, until_idle(tools(), _ago(earlier)), refusals)
    console.print("\nTwo hours later, one of the publishers has corrected an article.\n")
    press.publish_correction(clock.now())
    make_due(clock.now())
    show(console, until_idle(tools(), clock.now), refusals)
    while retry_pictures(clock.now()):  # a busy machine answers late; each picture is given up after three failures
        show(console, until_idle(tools(), clock.now), refusals)
    if refusals:
        console.print("\nNot everything becomes news:")
    for code, times in Counter(refusals.values()).most_common():
        console.print(f"  {times:>3} × {explain(code).sentence}", highlight=False)


def say_what_to_open(port: int, *, home: str, stay: bool) -> None:
    console = Console()
    console.print(f"\n[bold green]{Clip.objects.count()} clips are published.[/bold green]")
    if stay:
        console.print(f"Open [bold]http://localhost:{port}/[/bold] in a few seconds   (Ctrl-C ends it)")
        console.print(
            f"To moderate, make an account: NEWSCLIP_HOME={home} newsclip user NAME --staff\n", highlight=False
        )
    else:
        console.print("Serve them with: newsclip start\n")


def _ago(earlier: timedelta) -> Callable[[], datetime]:
    return lambda: clock.now() - earlier


def show(console: Console, outcomes: Iterator[Outcome], refusals: dict[tuple[str, str], str]) -> None:
    """One progress line per stage, counting its outcomes; one without words of its own shows its name.

    `refusals`: by step and subject, until it goes well.
    """
    columns = (SpinnerColumn(finished_text="✓"), TextColumn("{task.description:<18}"), BarColumn(30),
               TextColumn("{task.completed:>4.0f}  {task.fields[last]}"))  # fmt: skip
    with Progress(*columns, console=console) as progress:
        lines: dict[str, TaskID] = {}
        for outcome in outcomes:
            if outcome.step not in lines:
                lines[outcome.step] = progress.add_task(STAGES.get(outcome.step, outcome.step), total=None, last="")
            progress.update(lines[outcome.step], advance=1, last=outcome.subject[-60:])
            refusals.pop((outcome.step, outcome.subject), None)
            if not outcome.good:
                refusals[outcome.step, outcome.subject] = outcome.code
        for line in lines.values():
            done = progress.tasks[line].completed
            progress.update(line, total=done, last="")
