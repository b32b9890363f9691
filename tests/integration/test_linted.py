"""The files for containers, read by linters that know more of them than we do: hadolint and kubernetes-validate."""

import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
import yaml

pytestmark = [pytest.mark.once, pytest.mark.integration]

DOCS = Path(__file__).parents[2] / "docs/how-to"
FILES = sorted((DOCS / "kubernetes").glob("*.yaml"))


def ran(program: str, *words: str | Path) -> "subprocess.CompletedProcess[str]":
    found = shutil.which(program, path=sysconfig.get_path("scripts")) or shutil.which(program)
    if found is None:
        pytest.skip(f"NO {program.upper()}: make .venv")  # which has hadolint for Linux on x86-64 alone
    return subprocess.run([found, *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("version", ["1.29.0", "1.33.0", "1.37.0"])
def test_kubernetes_knows_every_field_of_its_files(version, tmp_path):
    """By the schemas that each release of Kubernetes publishes; what they do not know is refused, too."""
    asked = ["--kubernetes-version", version, "--strict"]
    taken = ran("kubernetes-validate", *asked, *FILES)
    assert taken.returncode == 0, taken.stdout + taken.stderr
    resources = [one for file in FILES for one in yaml.safe_load_all(file.read_text())]
    assert f"{taken.stdout}{taken.stderr}".count(" passed for resource ") == len(resources)
    misspelt = tmp_path / "web.yaml"
    misspelt.write_text((DOCS / "kubernetes/web.yaml").read_text().replace("readinessProbe", "readynessProbe"))
    assert ran("kubernetes-validate", *asked, misspelt).returncode == 1


def test_hadolint_has_nothing_to_say_of_the_dockerfile_but_what_is_answered_in_it(tmp_path):
    said = ran("hadolint", DOCS / "Dockerfile")
    assert (said.returncode, said.stdout + said.stderr) == (0, "")
    unanswered = tmp_path / "Dockerfile"
    unanswered.write_text((DOCS / "Dockerfile").read_text().replace("# hadolint ignore=DL3008\n", ""))
    assert "DL3008" in ran("hadolint", unanswered).stdout
