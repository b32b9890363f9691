"""Recall and speed of nearest clips among 100,000: sqlite-vec and pgvector behind the same port, in one run.

The vectors are those of generated clips by the shipped embedder: words of news by how many texts hold them, an event's
words from its subject's, a clip's from its event's, so that some clips are near and most are not. FILE… (JSON lines
with title and text) take real news instead. Both sides are told the same vectors by `put`, then asked in turn for the
ten clips beside 200 of them; recall@10 is the share of the ten that an exact comparison with all gives. Milliseconds by
the clock, and of the asking process's CPU, which a busy machine does not stretch and which holds all that SQLite does,
but nothing of PostgreSQL's own processes. Negative controls, which have to fall short: the same stores, where SQLite's
compares nothing exactly, and PostgreSQL's is asked for the signs of the numbers alone.

Prints a JSON line for each figure; exits 1 where one falls short of its target or a control does not, 2 where a
program is missing.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.postgresql import postgresql

CLIPS, ASKED, TEN, BATCH = 100_000, 200, 10, 1000
RECALL = 0.95
P95_MS = {"sqlite-vec": 25.0, "pgvector": 5.0}
CONTROLS = {"sqlite-vec": "nothing is compared exactly", "pgvector": "asked for signs alone"}
SUBJECTS, EVENTS = 600, 20_000
OF_SUBJECT, OF_EVENT, COMMON = 6, 16, 8  # words of a clip, of 30

type Rows = NDArray[np.float32]


def generated(clips: int) -> Iterator[str]:
    """Words of clips, headline and summary together."""
    from newsclip.stories.rules.background import read

    chance, known = np.random.RandomState(11), read()
    words, texts = np.array(list(known.counts)), np.array(list(known.counts.values()), float)
    often = texts / texts.sum()
    telling = np.where(texts < known.texts / 20, texts, 0) ** 0.75
    telling /= telling.sum()
    subjects = [chance.choice(len(words), 60, replace=False, p=telling) for _ in range(SUBJECTS)]
    spoken_of = 1 / np.arange(1, SUBJECTS + 1) ** 0.8
    of = chance.choice(SUBJECTS, EVENTS, p=spoken_of / spoken_of.sum())
    events = [
        np.concatenate([chance.choice(subjects[one], 14, replace=False), chance.choice(len(words), 8, p=telling)])
        for one in of
    ]
    for event in chance.randint(0, EVENTS, clips):
        parts = (events[event], OF_EVENT), (subjects[of[event]], OF_SUBJECT)
        told = [*(chance.choice(some, number) for some, number in parts), chance.choice(len(words), COMMON, p=often)]
        yield " ".join(words[np.concatenate(told)])


def real(files: Sequence[Path]) -> Iterator[str]:
    rows = (json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines())
    yield from dict.fromkeys(
        f"{row.get('title') or ''}. {' '.join((row.get('text') or '').split()[:45])}" for row in rows
    )


def embedded(texts: Iterator[str]) -> Rows:
    from newsclip.wiring import embedder

    rows = embedder()(list(texts))
    return rows[np.linalg.norm(rows, axis=1) > 0]


def nearest(rows: Rows, places: Sequence[int]) -> list[set[int]]:
    """The ten nearest to each of these, compared with all."""
    found = []
    for place in places:
        alike = rows @ rows[place]
        alike[place] = -2
        found.append(set(np.argsort(-alike, kind="stable")[:TEN].tolist()))
    return found


def shape(rows: Rows, places: Sequence[int]) -> dict[str, float]:
    """How alike clips are: two of them in the middle, one to its nearest and its tenth nearest."""
    alike = np.sort(rows[list(places)] @ rows.T, axis=1)
    figures = {"two_of_them": alike.mean(), "nearest": alike[:, -2].mean(), "tenth": alike[:, -TEN - 1].mean()}
    return {name: round(float(figure), 3) for name, figure in figures.items()}


class Side:
    """One adapter in a process of its own environment: told all vectors, then asked."""

    def __init__(self, rows: Path, environment: dict[str, str], *, broken: bool = False) -> None:
        command = [sys.executable, "-m", "benchmarks.vectors", "--answer", str(rows)]
        command += ["--broken"] if broken else []
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )

    def ask(self, place: int | None = None) -> Any:
        """Beside which row; None: wait until all is told."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        if place is not None:
            print(place, file=self._process.stdin, flush=True)
        return json.loads(self._process.stdout.readline())

    def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def answer(file: Path, *, broken: bool) -> None:
    from newsclip.server.setup import prepare, ready

    (ready if broken else prepare)()
    rows = np.load(file, mmap_mode="r")
    beside = beside_without(rows) if broken else beside_of(rows)
    for line in sys.stdin:
        began, spent = time.perf_counter(), time.process_time()
        found = beside(int(line))
        took = 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - spent)
        print(json.dumps({"found": found, "took": took}), flush=True)


def index_of(rows: Rows) -> Any:
    """The adapter of this environment; a row's number stands for its words."""
    from django.db import connection

    from newsclip.adapters.embedded.vector_index import SqliteVectorIndex
    from newsclip.adapters.scaleout.vector_index import PgvectorIndex

    def recorded(texts: Sequence[str]) -> Rows:
        known = [int(text) for text in texts if text]
        return np.array(rows[known]) if known else np.zeros((1, rows.shape[1]), np.float32)

    return (PgvectorIndex if connection.vendor == "postgresql" else SqliteVectorIndex)(recorded)


def beside_of(rows: Rows) -> Callable[[int], list[int]]:
    from django.db import connection, transaction

    index, began = index_of(rows), time.perf_counter()
    index.create()
    if connection.vendor == "postgresql":  # made when all is there, by `create` again: a tenth of the time
        with connection.cursor() as cursor:
            cursor.execute("DROP INDEX clip_vectors")
    for first in range(0, len(rows), BATCH):
        with transaction.atomic():
            for place in range(first, min(first + BATCH, len(rows))):
                index.put(place, str(place))
    index.create()
    print(json.dumps({"told_s": round(time.perf_counter() - began, 1)}), flush=True)
    return lambda place: [one.clip_id for one in index.beside(place, limit=TEN)]


def beside_without(rows: Rows) -> Callable[[int], list[int]]:
    """What a broken build gives, of what the sound one was told."""
    from django.db import connection

    from newsclip.adapters.embedded import vector_index

    print(json.dumps({"told_s": 0}), flush=True)
    if connection.vendor != "postgresql":
        vector_index.LOOKED_AT = 0
        index = index_of(rows)
        return lambda place: [one.clip_id for one in index.beside(place, limit=TEN)]
    signs = index_of(np.sign(rows) / np.float32(rows.shape[1] ** 0.5))
    return lambda place: [one.clip_id for one in signs.nearest(str(place), limit=TEN + 1) if one.clip_id != place][:TEN]


def compare(rows: Rows, work: Path, environments: dict[str, dict[str, str]]) -> bool:
    file = work / "rows.npy"
    np.save(file, rows)
    places = np.random.RandomState(5).choice(len(rows), ASKED, replace=False).tolist()
    print(json.dumps({"vectors": len(rows), "shape": shape(rows, places)}), flush=True)
    sides = {(name, False): Side(file, environment) for name, environment in environments.items()}
    told = {name: side.ask()["told_s"] for (name, _), side in sides.items()}
    for name, environment in environments.items():
        sides[name, True] = Side(file, environment, broken=True)
        sides[name, True].ask()
    answers: dict[tuple[str, bool], list[Any]] = {}
    for number, place in enumerate([*places[:20], *places]):  # the first twenty warm up
        for key, side in sides.items():
            got = side.ask(place)
            if number >= 20:
                answers.setdefault(key, []).append(got)
    for side in sides.values():
        side.end()
    wanted = nearest(rows, places)
    met = [_told(*key, got, wanted, told[key[0]]) for key, got in answers.items()]
    return all(met)


def _told(name: str, is_control: bool, answers: list[Any], wanted: list[set[int]], told_s: float) -> bool:  # noqa: FBT001 half of a key
    shares = [len(set(one["found"]) & ten) / TEN for one, ten in zip(answers, wanted, strict=True)]
    took, cpu = zip(*(one["took"] for one in answers), strict=True)
    recall, p95 = sum(shares) / len(shares), quantiles(took, n=20)[-1]
    line: dict[str, Any] = {"adapter": name, "recall_at_10": round(recall, 4), "target_recall": RECALL}
    if is_control:
        met = recall < RECALL
        print(json.dumps(line | {"control": CONTROLS[name], "falls_short": met}), flush=True)
        return met
    met = recall >= RECALL and p95 <= P95_MS[name]
    line |= {"p50_ms": round(median(took), 2), "p95_ms": round(p95, 2), "target_p95_ms": P95_MS[name]}
    line |= {"cpu_p50_ms": round(median(cpu), 2), "cpu_p95_ms": round(quantiles(cpu, n=20)[-1], 2)}
    print(json.dumps(line | {"told_s": told_s, "met": met}), flush=True)
    return met


def main(files: Sequence[Path], port: int) -> bool:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    rows = embedded(real(files) if files else generated(CLIPS))
    with tempfile.TemporaryDirectory(prefix="newsclip-vectors-") as folder:
        work = Path(folder)
        work.chmod(0o755)
        with postgresql(work, port) as database:
            sides = {
                "sqlite-vec": kept | {"NEWSCLIP_HOME": str(work / "home")},
                "pgvector": kept | {"NEWSCLIP_HOME": str(work / "other"), "NEWSCLIP_DATABASE_URL": database},
            }
            return compare(rows, work, sides)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="real news instead of generated clips")
    parser.add_argument("--port", type=int, default=8440, help="a free port")
    parser.add_argument("--answer", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--broken", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.answer:
        answer(asked.answer, broken=asked.broken)
    else:
        sys.exit(0 if main(asked.files, asked.port) else 1)
