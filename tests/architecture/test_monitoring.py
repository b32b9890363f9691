"""The dashboard and the alert rules ask for metrics that there are, by labels that they have."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from newsclip.kernel.metric_names import METRICS

FOLDER = Path(__file__).parents[2] / "docs/how-to/monitoring"
_NAMED = re.compile(r"\b((?:newsclip|process)_\w+)(?:\{([^}]*)\})?")
_OF_LIBRARY = {"process_resident_memory_bytes", "process_cpu_seconds_total"}


def dashboard() -> list[str]:
    panels = json.loads((FOLDER / "dashboard.json").read_text())["panels"]
    return [target["expr"] for panel in panels for target in panel.get("targets", ())]


def alerts() -> list[dict[str, object]]:
    [group] = yaml.safe_load((FOLDER / "alerts.yaml").read_text())["groups"]
    return group["rules"]


def unknown(expression: str) -> list[str]:
    """What is asked for and is not there."""
    found = []
    for name, matchers in _NAMED.findall(expression):
        base = re.sub(r"_(?:bucket|sum|count)$", "", name)
        metric = METRICS.get(name) or METRICS.get(base)
        asked = set(re.findall(r"(\w+)\s*[=!]", matchers))
        if name not in _OF_LIBRARY and (metric is None or not asked <= set(metric.labels)):
            found.append(f"{name}{{{matchers}}}")
    return found


def test_every_panel_asks_for_metrics_that_there_are():
    asked = dashboard()
    assert len(asked) > 20
    assert [name for expression in asked for name in unknown(expression)] == []


def test_every_alert_asks_for_metrics_that_there_are_and_has_a_remedy():
    rules = alerts()
    assert [name for rule in rules for name in unknown(str(rule["expr"]))] == []
    assert all(rule["annotations"].keys() == {"summary", "remedy"} for rule in rules)


def test_every_metric_of_ours_is_drawn():
    drawn = " ".join(dashboard())
    assert [name for name in METRICS if not re.search(rf"\b{name}(?:_bucket)?\b", drawn)] == []


@pytest.mark.parametrize(
    "expression", ["newsclip_nothing", 'newsclip_sources{code="a"}', "rate(newsclip_clips_total[5m])", "process_other"]
)
def test_what_is_not_there_is_noticed(expression):
    assert len(unknown(expression)) == 1


def test_every_alert_is_tried():
    tried = yaml.safe_load((FOLDER / "alerts.test.yaml").read_text())["tests"]
    fired = {case["alertname"] for one in tried for case in one["alert_rule_test"] if case.get("exp_alerts")}
    assert fired == {rule["alert"] for rule in alerts()}


@pytest.mark.integration
@pytest.mark.parametrize("asks", [("check", "rules", "alerts.yaml"), ("test", "rules", "alerts.test.yaml")])
def test_prometheus_itself_takes_the_rules_and_they_do_what_they_say(asks):
    promtool = shutil.which("promtool")
    if promtool is None:
        pytest.skip("NO promtool: it is in Debian's package `promtool`")
    done = subprocess.run([promtool, *asks], cwd=FOLDER, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
