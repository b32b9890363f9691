"""The example of docs/why/writer.md is what `newsclip write` makes of the articles printed there."""

import re
from pathlib import Path
from typing import Any

import pytest

from newsclip.cli.filters import make

pytestmark = pytest.mark.slow  # two clips, written with all that the command has

PAGE = Path(__file__).parents[3] / "docs/why/writer.md"


@pytest.fixture
def example() -> str:
    return PAGE.read_text().partition("## An example")[2].partition("\n## ")[0]


def articles_in(example: str) -> list[dict[str, Any]]:
    """Each of the two as its paragraphs are printed, under the title and hour of the line above it."""
    heads = re.findall(r"The (Orlo Times|Velm Post), at (\d+):00, \"([^\"]+)\"", example)
    texts = ["\n\n".join(re.findall(r"^> (.+)", quoted, re.M)) for quoted in re.findall(r"(?:^>.*\n)+", example, re.M)]
    return [
        {
            "id": publisher,
            "title": title,
            "text": text,
            "url": f"https://paper{hour}.example/1",
            "publisher": publisher,
            "published": f"2026-03-03T{int(hour):02}:00:00+00:00",
        }
        for (publisher, hour, title), text in zip(heads, texts, strict=True)
    ]


def printed(example: str) -> list[tuple[str, str]]:
    """The rows of its table: the part of the clip, and its sentences."""
    rows = re.findall(r"^\| ([^|]*?) ?\| ([^|]+) \| [^|]+ \|$", example, re.M)[2:]
    return [(part.removeprefix("under ").strip("*"), said) for part, said in rows]


def shown(clip: dict[str, Any]) -> list[tuple[str, str]]:
    parts = [("headline", clip["headline"]["text"]), ("summary", clip["summary"]["text"])]
    for section in clip["sections"]:
        heading = section["heading"]["text"] if section["heading"] else "text"
        parts.append((heading, " ".join(said["text"] for block in section["blocks"] for said in block["sentences"])))
    return parts


def joined(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Rows without a part of their own belong to the one above."""
    found: list[tuple[str, str]] = []
    for part, said in rows:
        if part:
            found.append((part, said))
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]} {said}")
    return found


def test_the_clip_on_the_page_is_what_comes_out(example):
    clip = make("write")({"id": 1, "articles": articles_in(example)})["clip"]
    assert shown(clip) == joined(printed(example)), "print in docs/why/writer.md what comes out"
    assert clip["summary"]["sentences"][0]["edits"] == ["dropped: ORLO BAY (AP) —"]


def test_what_it_says_of_also_is_so(example):
    first, second = articles_in(example)
    second["text"] = second["text"].replace("A storm tore", "A storm also tore")
    clip = make("write")({"id": 1, "articles": [first, second]})["clip"]
    assert "storm also" in second["text"]
    assert not any("storm also" in said for _, said in shown(clip))
