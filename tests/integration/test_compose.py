"""Docker Compose itself reads docs/how-to/compose.yaml, and takes every field of it."""

import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = [pytest.mark.once, pytest.mark.integration]

FILE = Path(__file__).parents[2] / "docs/how-to/compose.yaml"
PLUGINS = "/usr/libexec/docker/cli-plugins:/usr/local/lib/docker/cli-plugins"  # Debian's docker-compose is there


def compose(file: Path) -> subprocess.CompletedProcess[str]:
    program = shutil.which("docker-compose") or shutil.which("docker-compose", path=PLUGINS)
    if not program:
        pytest.skip("NO COMPOSE: apt-get install -y docker-compose")
    return subprocess.run([program, "-f", file, "config", "-q"], capture_output=True, text=True, check=False)


def test_compose_takes_the_composition():
    said = compose(FILE)
    assert (said.returncode, said.stderr) == (0, "")


@pytest.mark.parametrize(
    ("told", "misspelt"), [("read_only:", "readonly:"), ("service_healthy", "service_healty"), ("[/tmp]", "[1]")]
)
def test_compose_refuses_what_it_does_not_know(told, misspelt, tmp_path):
    wrong = tmp_path / "compose.yaml"
    wrong.write_text(FILE.read_text().replace(told, misspelt, 1))
    assert compose(wrong).returncode
