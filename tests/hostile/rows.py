"""The rows of a set of hostile input."""

import base64
import json
from pathlib import Path
from typing import Any


def rows(shared_data: Path, name: str) -> list[dict[str, Any]]:
    """Fails where the set is empty: a test of no rows proves nothing."""
    lines = (shared_data / f"hostile-{name}" / "rows.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines, name
    return [json.loads(line) for line in lines]


def body_of(row: dict[str, Any]) -> bytes:
    if "input_b64" in row:
        return base64.b64decode(row["input_b64"])
    return str(row["input"]).encode("utf-8", "surrogatepass")
