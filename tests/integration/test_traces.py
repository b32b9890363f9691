"""With the extra `otel`, OpenTelemetry's own instruments see each request, started as docs/how-to/operate.md says."""

import json
import os
import re
import sysconfig
import time
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from benchmarks.ports import free_port
from tests.integration.installation import installation, running

PROGRAM = Path(sysconfig.get_path("scripts"), "opentelemetry-instrument")
DOCS = Path(__file__).parents[2] / "docs/how-to"
PATIENCE = 600.0
pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif(not PROGRAM.exists(), reason="NO OPENTELEMETRY: make .venv"),
]
TOLD = "OTEL_METRICS_EXPORTER=none OTEL_LOGS_EXPORTER=none"
SETTINGS = {
    **dict(one.split("=") for one in TOLD.split()),
    "OTEL_TRACES_EXPORTER": "console",  # in place of a collector
    "OTEL_BSP_SCHEDULE_DELAY": "100",  # milliseconds between two batches
}


def spans(log: Path) -> list[dict[str, Any]]:
    """What was exported of requests."""
    whole = re.findall(r"^\{\n.*?^\}", log.read_text(), re.MULTILINE | re.DOTALL)
    return [span for span in map(json.loads, whole) if span["kind"] == "SpanKind.SERVER"]


def told(spans: list[dict[str, Any]], question: str) -> list[dict[str, Any]]:
    return [span for span in spans if question in json.dumps(span["attributes"])]


def test_one_request_makes_one_span_that_says_what_was_asked_and_answered(tmp_path):
    log, port = tmp_path / "log", free_port()
    assert TOLD in (DOCS / "operate.md").read_text()
    with installation(tmp_path / "home") as surroundings:
        command = [str(PROGRAM), str(PROGRAM.with_name("newsclip")), "start", "web", "--port", str(port)]
        with running([command], [{**os.environ, **surroundings, **SETTINGS}], log):
            _answered(f"http://127.0.0.1:{port}/healthz")
            for question in ("lighthouse", "ferry"):
                urlopen(f"http://127.0.0.1:{port}/search?q={question}").close()
            end = time.monotonic() + PATIENCE
            while not told(spans(log), "ferry") and time.monotonic() < end:
                time.sleep(0.2)
    (span,) = told(spans(log), "lighthouse")
    assert (span["name"], span["attributes"]["http.status_code"]) == ("GET search", 200)


def _answered(url: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            return urlopen(url).close()
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{url} did not answer")
