"""Chains of stories on a suite of invented ones: `python -m benchmarks.chains`; `… FILE` prints a file's, to be judged.

A line of the suite is a story of one article. FILE has rows as `newsclip group` writes them, with `published`. With
`--each`, every article of FILE is a story of its own, and links are five days long or more.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from newsclip.stories.rules import chains

SUITE = Path(__file__).with_name("stories.txt")
_LEAST_PRECISION, _LEAST_RECALL = 0.85, 0.6
_FIRST = datetime(2026, 3, 1, tzinfo=UTC)
_NO_CHAIN = "-"
_EACH = timedelta(days=5)


@dataclass(frozen=True, slots=True)
class Told:
    """A story. `chain`: that it is of, by its author; "" if nobody said. `story`: whose article alone it is."""

    chain: str
    at: datetime
    headline: str
    profile: chains.Profile
    story: str = ""


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("file", nargs="?", type=Path)
    asked.add_argument("--each", action="store_true")
    given = asked.parse_args()
    if given.file:
        told = list(_told(given.file, each=given.each))
        seen = set[tuple[str, str]]()
        for earlier, later, link in linked(told, least=_EACH if given.each else chains.SOON):
            if not given.each or (earlier.story, later.story) not in seen:
                seen.add((earlier.story, later.story))
                _print(earlier, later, link)
        return 0
    told = list(suite())
    found = linked(told)
    wrong = [pair for pair in found if not _is_right(*pair[:2])]
    for pair in wrong:
        _print(*pair)
    goes_on = _going_on(told)
    right = len(found) - len(wrong)
    figures = {
        "stories": len(told), "links": len(found), "precision": round(right / max(1, len(found)), 3),
        "recall": round(right / goes_on, 3),
    }  # fmt: skip
    print(json.dumps(figures))
    return 0 if figures["precision"] >= _LEAST_PRECISION and figures["recall"] >= _LEAST_RECALL else 1


def suite() -> Iterator[Told]:
    """The invented stories."""
    for line in SUITE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        chain, day, headline, text = (part.strip() for part in line.split("|", 3))
        yield Told(chain, _FIRST + timedelta(days=float(day)), headline, chains.profile([(headline, text)], "en"))


def linked(told: Iterable[Told], *, least: timedelta = chains.SOON) -> list[tuple[Told, Told, chains.Link]]:
    """Each story that goes on from another, after that one."""
    rows = list(told)
    have = Counter(
        key for key, _ in {(key, one.story or n) for n, one in enumerate(rows) for key in one.profile.actors}
    )
    found = []
    for later in rows:
        links = dict(_links(later, rows, have, least))
        before = chains.previous((rows[n].at, n, link) for n, link in links.items())
        if before is not None:
            found.append((rows[before], later, links[before]))
    return found


def _links(
    later: Told, rows: list[Told], have: Mapping[str, int], least: timedelta
) -> Iterator[tuple[int, chains.Link]]:
    for number, earlier in enumerate(rows):
        apart = later.at - earlier.at
        link = chains.link(apart, earlier.profile, later.profile, have) if apart >= least else None
        if link:
            yield number, link


def _is_right(earlier: Told, later: Told) -> bool:
    return earlier.chain == later.chain != _NO_CHAIN


def _going_on(told: Iterable[Told]) -> int:
    """How many stories go on from an earlier one."""
    chain_sizes = Counter(one.chain for one in told if one.chain != _NO_CHAIN)
    return sum(size - 1 for size in chain_sizes.values())


def _told(file: Path, *, each: bool) -> Iterator[Told]:
    stories: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("published"):
            stories[str(row["id" if each else "story"])].append(row)
    for rows in stories.values():
        rows.sort(key=lambda row: str(row["published"]))
        first = datetime.fromisoformat(rows[0]["published"])
        texts = [(row["title"], row["text"]) for row in rows]
        at = first if first.tzinfo else first.replace(tzinfo=UTC)
        told = chains.profile(texts, str(rows[0].get("language") or "en"))
        yield Told("", at, rows[0]["title"], told, str(rows[0]["story"]) if each else "")


def _print(earlier: Told, later: Told, link: chains.Link) -> None:
    print(f"{link.score:.2f} {earlier.at:%Y-%m-%d} {earlier.headline}")
    print(f"     {later.at:%Y-%m-%d} {later.headline}  [{', '.join(link.shared)}]")


if __name__ == "__main__":
    sys.exit(main())
