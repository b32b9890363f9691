"""Docker Compose itself reads docs/how-to/compose.yaml, and takes every field of it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

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


def test_every_image_says_its_version_and_no_service_may_take_all_memory():
    composition = yaml.safe_load(FILE.read_text())
    services = composition["services"].values()
    assert all(re.fullmatch(r"[\w/]+:[\w.]+", one["image"]) for one in services)
    assert all(re.fullmatch(r"\d+[gm]", one["mem_limit"]) for one in services)
    ours = composition["x-newsclip"]
    assert ours["image"] == f"newsclip:{ours['build']['args']['VERSION']}"
    cluster = "".join(file.read_text() for file in FILE.parent.glob("kubernetes/*.yaml"))
    assert set(re.findall(r"image: (\S+)", cluster)) == {ours["image"]}


def test_a_pod_of_the_site_goes_on_answering_until_nothing_is_sent_to_it():
    (pod,) = (
        one["spec"]["template"]["spec"]
        for one in yaml.safe_load_all((FILE.parent / "kubernetes/web.yaml").read_text())
        if one["kind"] == "Deployment"
    )
    (container,) = pod["containers"]
    program, seconds = container["lifecycle"]["preStop"]["exec"]["command"]
    ends_within = 10  # seconds (server/start.py)
    assert (program, int(seconds) + ends_within < pod.get("terminationGracePeriodSeconds", 30)) == ("sleep", True)
