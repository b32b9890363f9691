"""Search latency with 100,000 clips: SQLite's FTS5 and PostgreSQL's tsvector behind the same port, in one run.

Typical questions: a rare word, a middling one, two together, a phrase, one narrowed by field and day, and a word
misspelt. Common: words that a third of all clips hold or more, as is counted on a sample. Each asked 40 times with
other words, both sides in turn; milliseconds by the clock, and of the asking process's CPU, which a busy machine does
not stretch and which holds all that SQLite does, but nothing of PostgreSQL's own processes. `--sqlite HOME
--postgresql URL` take sites that `benchmarks.many_clips` filled before; without them both are made for the run, which
takes some ten minutes.

Prints a JSON line for each figure; exits 1 where one falls short of its target, 2 where a program is missing.
`--broken` asks a build that ranks all that is found, which has to fall short.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from benchmarks.hard_days.builds import Edit, broken, whole
from benchmarks.many_clips import CLIPS, NEWEST, Words, made
from benchmarks.postgresql import postgresql

TARGETS = {"sqlite": {"typical": 5.0, "common": 20.0}, "postgresql": {"typical": 15.0, "common": 110.0}}
BROKEN = (
    Edit("adapters/embedded/search_index.py", "RANKED = 1000", "RANKED = 1_000_000"),
    Edit("adapters/scaleout/search_index.py", "RANKED = 1000", "RANKED = 1_000_000"),
)
TIMES = 40
SHOWN = 31
SAMPLE = 500


@dataclass(frozen=True)
class Question:
    kind: str
    words: str
    common: bool = False
    misspelt: bool = False


def questions() -> list[Question]:
    """Words by their rank in the vocabulary: of the first, a third of all clips hold each, or more."""
    often, day = Words().often, f"{NEWEST:%Y-%m}-01"
    found = []
    for i in range(TIMES):
        rare, middling, other = often[20_000 + 40 * i], often[3000 + 20 * i], often[2500 + 11 * i]
        found += [
            Question("a rare word", rare),
            Question("a middling word", middling),
            Question("two words", f"{middling} {other}"),
            Question("a phrase", f'"{middling} {other}"'),
            Question("narrowed", f"{middling} category:sport source:outlet-{i}.example after:{day}"),
            Question("a field alone", f"tag:{middling}"),
            Question("misspelt", f"{middling[:2]}{middling[3]}{middling[2]}{middling[4:]}", misspelt=True),
            Question("a common word", often[i], common=True),
        ]
    return found


def share_of_common() -> float:
    """In how many of the clips a common word is, on average."""
    words = Words()
    told = [set(f"{m.headline} {m.summary} {m.body}".lower().replace(".", "").split()) for m in made(SAMPLE, words)]
    return sum(word in clip for clip in told for word in words.often[:TIMES]) / SAMPLE / TIMES


def answer() -> None:
    """In a process of one side's own environment: a question a line in, milliseconds by the clock and of CPU out."""
    from newsclip.server.setup import ready

    ready()
    from newsclip.wiring import search_index

    index = search_index()
    for line in sys.stdin:
        words, misspelt = json.loads(line)
        began, spent = time.perf_counter(), time.process_time()
        hits = index.search(words, limit=SHOWN)
        if misspelt and not hits:
            hits = index.search(index.meant(words), limit=SHOWN)
        print(json.dumps([1000 * (time.perf_counter() - began), 1000 * (time.process_time() - spent)]), flush=True)


def compare(sides: dict[str, dict[str, str]], build: Path) -> bool:
    running = {
        name: subprocess.Popen(
            [sys.executable, "-m", "benchmarks.searching", "--answer"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=build,
        )
        for name, environment in sides.items()
    }  # fmt: skip
    took: dict[tuple[str, str], list[tuple[float, float]]] = {}
    kinds = {question.kind: question for question in questions()}
    for number, question in enumerate([*questions()[:8], *questions()]):  # the first round warms up
        for name, process in running.items():
            assert process.stdin is not None
            assert process.stdout is not None
            print(json.dumps([question.words, question.misspelt]), file=process.stdin, flush=True)
            ms, cpu = json.loads(process.stdout.readline())
            if number >= len(kinds):
                took.setdefault((name, question.kind), []).append((ms, cpu))
    for process in running.values():
        assert process.stdin is not None
        process.stdin.close()
        process.wait()
    met = [_told(name, kinds[kind], measured) for (name, kind), measured in took.items()]
    share = share_of_common()
    print(json.dumps({"share_of_clips_with_a_common_word": round(share, 2), "least": 0.33, "met": share >= 1 / 3}))
    return all(met) and share >= 1 / 3


def _told(name: str, question: Question, measured: list[tuple[float, float]]) -> bool:
    took, cpu = zip(*measured, strict=True)
    target = TARGETS[name]["common" if question.common else "typical"]
    p95, cpu_p95 = quantiles(took, n=20)[-1], quantiles(cpu, n=20)[-1]
    line = {
        "database": name, "question": question.kind, "clips": CLIPS, "p50_ms": round(median(took), 2),
        "p95_ms": round(p95, 2), "cpu_p95_ms": round(cpu_p95, 2),
        "target_p95_ms": target, "met": p95 <= target,
    }  # fmt: skip
    print(json.dumps(line), flush=True)
    return p95 <= target


@contextmanager
def filled(sqlite: str, database: str, port: int) -> Iterator[dict[str, dict[str, str]]]:
    """Environments of two sites of many clips: those given, else made for the run."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    work = Path(tempfile.mkdtemp(prefix="newsclip-sites-"))
    work.chmod(0o755)
    try:
        with postgresql(work, port, wanted=not database) as made:
            sides = {
                "sqlite": kept | {"NEWSCLIP_HOME": sqlite or str(work / "home")},
                "postgresql": kept | {"NEWSCLIP_HOME": str(work / "other"), "NEWSCLIP_DATABASE_URL": database or made},
            }
            for environment in sides.values():
                subprocess.run([sys.executable, "-m", "benchmarks.many_clips", str(CLIPS)], check=True, env=environment)
            yield sides
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sqlite", default="", help="a home that is filled already")
    parser.add_argument("--postgresql", default="", help="the address of a database that is filled already")
    parser.add_argument("--port", type=int, default=8440, help="a free port")
    parser.add_argument("--answer", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--broken", action="store_true", help="on the broken build")
    asked = parser.parse_args()
    if asked.answer:
        answer()
    else:
        with filled(asked.sqlite, asked.postgresql, asked.port) as both, tempfile.TemporaryDirectory() as folder:
            sys.exit(0 if compare(both, broken(BROKEN, Path(folder)) if asked.broken else whole()) else 1)
