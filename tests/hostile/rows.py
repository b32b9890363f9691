"""The rows of a set of hostile input. Whatever rows there are are played by their fields."""

import base64
import json
from pathlib import Path
from typing import Any

ALWAYS = {"id", "kind", "source", "about", "note", "expect", "input", "input_b64"}
# What else the rows of a set may hold: what is done with it, or that it tells of the row alone.
FIELDS = {
    "bombs": {"headers", "plain_bytes"},
    "feed-sequences": {"fetches"},
    "feedparser": {"headers"},
    "injection-articles": {
        "author", "category", "goal", "hidden_in", "lang", "obedient_output", "obedient_output_repeat", "title", "url",
        "visible_facts",
    },
    "injection-texts": {"style", "language"},
    "robots": {"agent", "google_specific", "url"},
    "ssrf": {"target", "dns", "redirects", "via", "policy"},
    "url": {"base"},
    "xss-h5sc": {"trigger", "chrome"},
    "hostile-server": {"serves", "ends"},
}  # fmt: skip


class Unplayable(AssertionError):
    """A row that nothing here can play, and what of it."""


def rows(data: Path, name: str) -> list[dict[str, Any]]:
    """Fails where the set is empty: a test of no rows proves nothing. Fails at a field that nobody here plays."""
    lines = (data / f"hostile-{name}" / "rows.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines if line.strip()]
    assert found, name
    unknown = {row["id"]: left for row in found if (left := set(row) - ALWAYS - FIELDS.get(name, set()))}
    if unknown:
        raise Unplayable(f"hostile-{name}: no test here plays these fields: {unknown}")
    return found


def body_of(row: dict[str, Any]) -> bytes:
    if "input_b64" in row:
        return base64.b64decode(row["input_b64"])
    return str(row["input"]).encode("utf-8", "surrogatepass")


def text_of(row: dict[str, Any]) -> str:
    """Lone surrogates, which JSON cannot hold by itself, come as bytes (in the way of Python's "surrogatepass")."""
    return body_of(row).decode("utf-8", "surrogatepass") if "input_b64" in row else str(row["input"])
