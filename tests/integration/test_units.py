"""What the documentation gives an operator to copy: checked by the programs that will read it, where they are here."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.main import get_command

from newsclip.operations.cli import app
from newsclip.options import Options

DOCS = Path(__file__).parents[2] / "docs/how-to"
UNITS = sorted((DOCS / "systemd").glob("*.service"))
START = get_command(app).commands["start"]  # type: ignore[attr-defined]


def commands() -> list[list[str]]:
    units = [re.search(r"ExecStart=\S+/newsclip (.*)", unit.read_text())[1].split() for unit in UNITS]
    compose = re.findall(r'command: \["newsclip", (.*)\]', (DOCS / "compose.yaml").read_text())
    return units + [[word.strip('" ') for word in line.split(",")] for line in compose]


def test_every_command_of_a_unit_is_one_that_the_command_line_knows():
    assert len(commands()) == 4
    for name, *words in commands():
        assert name == "start"
        with START.make_context("start", words) as context:
            assert context.params["process"] in ("web", "worker")


def test_every_setting_of_the_composition_is_in_the_reference():
    reference = (DOCS.parent / "reference/settings.md").read_text()
    named = set(re.findall(r"NEWSCLIP_\w+", (DOCS / "compose.yaml").read_text()))
    assert {name for name in named if f"`{name}`" not in reference} == set()
    assert {name.removeprefix("NEWSCLIP_").lower() for name in named} <= set(Options.__dataclass_fields__)


@pytest.mark.integration
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_understands_the_unit(unit, tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("NO SYSTEMD: systemd-analyze is missing")
    here = tmp_path / unit.name.replace("@", "@1")
    here.write_text(re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", unit.read_text()))
    said = subprocess.run(["systemd-analyze", "verify", here], capture_output=True, text=True, check=False)
    assert [line for line in said.stderr.splitlines() if unit.stem.split("@")[0] in line] == []


@pytest.mark.integration
def test_nginx_understands_its_configuration(tmp_path):
    if not shutil.which("nginx", path="/usr/sbin:/usr/bin"):
        pytest.skip("NO NGINX: apt-get install -y nginx-light")
    told = (DOCS / "nginx.conf").read_text().replace("/var/cache/nginx", str(tmp_path))
    told = re.sub(r"ssl_certificate\S* [^;]+;", "", told).replace("listen 443 ssl;", "listen 127.0.0.1:8443;")
    whole = tmp_path / "whole.conf"
    whole.write_text(
        f"pid {tmp_path}/pid; error_log {tmp_path}/log; events {{}}\nhttp {{\naccess_log off;\n{told}\n}}\n"
    )
    said = subprocess.run(["/usr/sbin/nginx", "-t", "-c", whole], capture_output=True, text=True, check=False)
    assert (said.returncode, "test is successful" in said.stderr) == (0, True), said.stderr
