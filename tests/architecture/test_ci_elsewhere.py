"""CI of others runs what everybody types, by every Python that the project says it runs on."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
HASH = re.compile(r"[0-9a-f]{40}")


def jobs() -> Iterator[dict]:
    for file in WORKFLOWS:
        yield from yaml.safe_load(file.read_text())["jobs"].values()


def steps(key: str) -> list[str]:
    return [step[key] for job in jobs() for step in job["steps"] if key in step]


def test_what_is_run_elsewhere_is_run_here():
    targets = set(re.findall(r"^([\w.-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))
    asked = [name for run in steps("run") for name in re.findall(r"^make (.+)$", run, re.MULTILINE)]
    assert asked
    assert {name for names in asked for name in names.split()} <= targets
    assert ".ci/run" in steps("run")


def test_every_python_that_is_promised_is_tried():
    promised = {one.rpartition(" ")[2] for one in PROJECT["classifiers"] if re.search(r"Python :: 3\.\d+$", one)}
    tried = [set(job["strategy"]["matrix"]["python"]) for job in jobs() if "strategy" in job]
    assert tried == [promised] * 2
    assert PROJECT["requires-python"] == ">=" + min(promised, key=lambda one: int(one.partition(".")[2]))


def test_both_databases_and_both_systems_are_tried():
    images = [service["image"] for job in jobs() for service in job.get("services", {}).values()]
    assert images == ["pgvector/pgvector:pg17"]
    assert {job.get("container", job["runs-on"]).partition(":")[0].partition("-")[0] for job in jobs()} == {
        "debian",
        "ubuntu",
    }


@pytest.mark.parametrize("uses", steps("uses"))
def test_code_of_others_is_named_by_its_commit(uses: str):
    assert HASH.fullmatch(uses.partition("@")[2])


def test_a_workflow_may_read_and_no_more():
    for file in WORKFLOWS:
        assert yaml.safe_load(file.read_text())["permissions"] == {"contents": "read"}


def test_before_a_commit_the_environments_own_tools_look_and_others_are_named_by_their_commit():
    for repo in yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"]:
        entries = [hook.get("entry", "").split() for hook in repo["hooks"]]
        if repo["repo"] == "local":
            assert {entry[0] for entry in entries} == {".venv/bin/ruff", ".venv/bin/mypy"}
        else:
            assert HASH.fullmatch(repo["rev"])


def test_templates_can_be_read():
    forms = [yaml.safe_load(one.read_text()) for one in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")]
    assert len([form for form in forms if "body" in form]) == 3
    assert (ROOT / "CODE_OF_CONDUCT.md").exists()
