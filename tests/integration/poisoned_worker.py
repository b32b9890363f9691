"""A worker whose pages come from a table, some of them poisoned, and whose clock goes a minute in each second.

Run as a process of its own: `python -m tests.integration.poisoned_worker limited`, or `killed FILE`, where it stops in
the poisoned story and says so in the file.
"""

import signal
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsclip.server.setup import ready

ready()

from newsclip import wiring  # noqa: E402 the settings have to be loaded first
from newsclip.adapters.embedded.text_process import LimitedText, LimitedWriter, Limits  # noqa: E402 the same
from newsclip.articles.actions import admit  # noqa: E402 the same
from newsclip.kernel.fetching import MEGABYTE, Page, Request  # noqa: E402 the same
from newsclip.options import OPTIONS  # noqa: E402 the same
from newsclip.server import logs  # noqa: E402 the same
from newsclip.server.supervisor import stop_on_signals  # noqa: E402 the same
from newsclip.sources.models import Publisher, Source  # noqa: E402 the same
from newsclip.sources.ports import Entry  # noqa: E402 the same
from newsclip.worker import loop, singleton_steps  # noqa: E402 the same
from tests.integration.poisoned_rules import PoisonedRules  # noqa: E402 the same
from tests.integration.poisoned_texts import HOST, TOLD, page  # noqa: E402 the same

BEGAN = datetime.now(UTC)


def clock() -> datetime:
    return BEGAN + 60 * (datetime.now(UTC) - BEGAN)


def fetch(asks: Iterable[Request]) -> Iterator[tuple[Request, Page]]:
    for ask in asks:
        body = page(ask.url.removeprefix(HOST))
        yield ask, Page(ask.url, 200, body, {"content-type": "text/html; charset=utf-8"})


def seed() -> None:
    """The articles wait to be read, the poisoned ones first."""
    publisher = Publisher.objects.create(domain="kelmouth-courier.example", name="Kelmouth Courier")
    source = Source.objects.create(
        url=f"{HOST}/feed", kind="feed", publisher=publisher, added_at=BEGAN, due_at=BEGAN + timedelta(days=90)
    )
    admit(source, [Entry(HOST + path, title=title) for path, (title, _) in TOLD.items()], now=BEGAN)


class Stops:
    """A writer that never comes back from the poisoned story."""

    def __init__(self, writer, file: Path) -> None:
        self.mark, self._writer, self._file = writer.mark, writer, file

    def __call__(self, assigned):
        if any("cyclists" in article.title for article in assigned.articles):
            self._file.write_text("at hand")
            signal.pause()
        return self._writer(assigned)


def main() -> None:
    logs.configure()
    tools = replace(wiring.tools(), fetch=fetch)
    if sys.argv[1] == "limited":
        text = LimitedText(wiring.taxonomy(), Limits(1, 5, 512 * MEGABYTE), rules=PoisonedRules)
        tools = replace(
            tools, extract=text.extract, writer=LimitedWriter(text), gate=text.approve, trial=text.try_grouping
        )
    else:
        tools = replace(tools, writer=Stops(wiring.extractive_writer(), Path(sys.argv[2])))
    steps = singleton_steps.shared_between_workers(loop.DUTIES) if OPTIONS.database_url else loop.DUTIES
    loop.work(tools, clock, stop_on_signals(), steps)


if __name__ == "__main__":
    main()
