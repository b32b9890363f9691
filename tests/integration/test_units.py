"""What the documentation gives an operator to copy: checked by the programs that will read it, where they are here."""

import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from typer.main import get_command

from newsclip.cli import app
from newsclip.options import Options, read_options
from newsclip.server.supervisor import FRUGAL
from newsclip.web.serving.request_bodies import Bounds

pytestmark = pytest.mark.once

DOCS = Path(__file__).parents[2] / "docs/how-to"
BACKUP = DOCS / "systemd/newsclip-backup.service"
ALL_UNITS = sorted((DOCS / "systemd").glob("*.service"))
UNITS = [unit for unit in ALL_UNITS if unit != BACKUP]  # those that run on

COMPOSITION = yaml.safe_load((DOCS / "compose.yaml").read_text())
SERVICES = COMPOSITION["services"]
OURS = {name: one for name, one in SERVICES.items() if one["image"].startswith("newsclip:")}


CLUSTER = [one for file in sorted((DOCS / "kubernetes").glob("*.yaml")) for one in yaml.safe_load_all(file.read_text())]
PODS = {
    one["metadata"]["name"]: one["spec"]["template"]["spec"] for one in CLUSTER if "template" in one.get("spec", {})
}
DOCKERFILE = (DOCS / "Dockerfile").read_text()


def commands() -> list[list[str]]:
    units = [re.search(r"ExecStart=\S+/newsclip (.*)", unit.read_text())[1].split() for unit in UNITS]
    pods = [one["command"] for pod in PODS.values() for one in pod["containers"]]
    return units + [one[1:] for one in [*(one["command"] for one in OURS.values()), *pods]]


def test_every_command_of_a_unit_is_one_that_the_command_line_knows():
    assert len(commands()) == 8
    assert sum(name == "migrate" for name, *_ in commands()) == 2
    for name, *words in commands():
        with get_command(app).commands[name].make_context(name, words) as context:
            assert context.params.get("process", "web") in ("web", "worker")


def test_every_setting_of_the_composition_is_in_the_reference_and_is_taken():
    reference = (DOCS.parent / "reference/settings.md").read_text()
    for one in OURS.values():
        ours = one["environment"].keys() - FRUGAL
        assert {name for name in ours if f"`{name}`" not in reference} == set()
        options = read_options(one["environment"])
        taken = {name.removeprefix("NEWSCLIP_").lower() for name in ours}
        assert taken <= set(Options.__dataclass_fields__)
        assert (options.site_url, options.proxies) == ("https://news.example.org", 1)


def test_processes_started_apart_are_as_frugal_as_those_of_newsclip_start():
    for unit in UNITS:
        assert {f"Environment={name}={value}" for name, value in FRUGAL.items()} <= set(unit.read_text().splitlines())
    for one in OURS.values():
        assert FRUGAL.items() <= one["environment"].items()


def test_a_unit_starts_again_for_as_long_as_its_database_is_away():
    for unit in UNITS:
        said = dict(line.split("=", 1) for line in unit.read_text().splitlines() if re.match(r"\w+=", line))
        assert (said["Restart"], said["StartLimitIntervalSec"]) == ("on-failure", "0")
        assert int(said["RestartSec"]) >= 1
        assert said["WorkingDirectory"] == f"/var/lib/{said['StateDirectory']}"
        assert "ReadWritePaths" not in said
        assert not said["ExecStart"].startswith(said["WorkingDirectory"])


def test_the_nightly_backup_goes_where_the_manual_makes_a_folder_for_it():
    folder = "/var/backups/newsclip"
    assert f"install -d -m 700 -o newsclip -g newsclip {folder}" in (DOCS / "install.md").read_text()
    said = BACKUP.read_text()
    assert f"newsclip backup {folder}/$(date" in said
    assert f"ReadWritePaths={folder}\n" in said
    assert BACKUP.with_suffix(".timer").is_file()


def test_every_setting_of_the_cluster_is_taken():
    """Services there would add variables of their own that begin as settings do: no pod takes them."""
    told = [one for one in CLUSTER if one["metadata"]["name"] == "newsclip" and one["kind"] in ("ConfigMap", "Secret")]
    environment = {**told[0]["data"], **told[1]["stringData"]}
    options = read_options(environment)
    taken = {name.removeprefix("NEWSCLIP_").lower() for name in environment}
    assert taken <= set(Options.__dataclass_fields__)
    assert (options.site_url, options.migrate) == ("https://news.example.org", "off")
    assert {pod["enableServiceLinks"] for pod in PODS.values()} == {False}


def test_pods_and_services_of_the_cluster_know_each_others_names():
    kinds = {one["kind"]: one for one in CLUSTER}
    claims = {
        volume["persistentVolumeClaim"]["claimName"]
        for pod in PODS.values()
        for volume in pod["volumes"]
        if "persistentVolumeClaim" in volume
    }
    assert claims == {kinds["PersistentVolumeClaim"]["metadata"]["name"]}
    for pod in PODS.values():
        (one,) = pod["containers"]
        assert {mount["name"] for mount in one["volumeMounts"]} == {volume["name"] for volume in pod["volumes"]}
        ports = {port["name"] for port in one.get("ports", ())}
        asked = {probe["httpGet"]["port"] for name, probe in one.items() if name.endswith("Probe")}
        assert asked == ports
        assert one["securityContext"]["readOnlyRootFilesystem"]
    (rule,) = kinds["Ingress"]["spec"]["rules"]
    (path,) = rule["http"]["paths"]
    assert path["backend"]["service"]["name"] == kinds["Service"]["metadata"]["name"]
    assert kinds["Service"]["spec"]["selector"] == {"app": "newsclip-web"}


def test_tables_are_brought_up_to_date_by_one_job_before_anything_else_starts():
    assert OURS["web"]["environment"]["NEWSCLIP_MIGRATE"] == "off"
    for name in ("web", "worker"):
        assert OURS[name]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    for one in SERVICES.values():
        for needed, condition in one.get("depends_on", {}).items():
            checked = SERVICES[needed].get("healthcheck") or "HEALTHCHECK" in DOCKERFILE
            assert condition["condition"] == "service_completed_successfully" or checked


def test_a_setting_that_is_none_would_be_noticed():
    with pytest.raises(SystemExit):
        read_options(OURS["web"]["environment"] | {"NEWSCLIP_QUEUE_URL": "redis://queue"})


def test_the_services_of_the_composition_know_each_others_names_and_passwords():
    at = {name: urlsplit(OURS["web"]["environment"][f"NEWSCLIP_{name}_URL"]) for name in ("DATABASE", "QUEUE")}
    assert (at["DATABASE"].hostname, at["QUEUE"].hostname) == ("database", "queue")
    database, queue = SERVICES["database"]["environment"], SERVICES["queue"]["environment"]
    assert at["DATABASE"].path == f"/{database['POSTGRES_DB']}"
    assert (at["DATABASE"].username, at["DATABASE"].password) == (
        database["POSTGRES_USER"],
        database["POSTGRES_PASSWORD"],
    )
    assert (at["QUEUE"].username, at["QUEUE"].password) == (
        queue["RABBITMQ_DEFAULT_USER"],
        queue["RABBITMQ_DEFAULT_PASS"],
    )
    for one in SERVICES.values():
        assert set(one.get("depends_on", ())) <= set(SERVICES)
        volumes = [volume.partition(":")[0] for volume in one.get("volumes", ())]
        assert {name for name in volumes if name[0] not in "./"} <= set(COMPOSITION["volumes"])
        assert all((DOCS / name).exists() for name in volumes if name.startswith("./"))


def test_the_image_is_built_from_the_project_with_what_is_pinned():
    for one in OURS.values():
        assert DOCS / one["build"]["context"] / one["build"]["dockerfile"] == DOCS / "../.." / "docs/how-to/Dockerfile"
    installed = [
        one for one in re.findall(r"pip .*?install (.*?) *\\?$", DOCKERFILE, re.MULTILINE) if "dist/" not in one
    ]
    assert len(installed) == 2
    assert all("--require-hashes -r requirements" in one for one in installed)
    assert "requirements-dev" not in DOCKERFILE


def test_nginx_of_the_composition_asks_the_site_where_it_listens():
    web = SERVICES["web"]["command"]
    told, there = re.search(r'sed "s/(.+?)/(.+?)/"', SERVICES["nginx"]["command"][2]).groups()
    assert told in (DOCS / "nginx.conf").read_text()
    assert f"server web:{web[web.index('--port') + 1]} resolve;" in there
    assert web[web.index("--host") + 1] == "0.0.0.0"


def nginx_in_a_network_of(resolvers: str, folder: Path) -> str:
    """What the composition makes of nginx.conf where /etc/resolv.conf says this, else what it says."""
    script = SERVICES["nginx"]["command"][2].replace("$$", "$").partition("&& exec")[0]
    names, configuration, made = folder / "resolv.conf", folder / "newsclip.conf", folder / "default.conf"
    names.write_text(resolvers)
    configuration.write_text((DOCS / "nginx.conf").read_text())
    for name, here in (
        ("/etc/resolv.conf", names), ("/newsclip.conf", configuration), ("/etc/nginx/conf.d/default.conf", made),
    ):  # fmt: skip
        script = script.replace(name, str(here))
    said = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, check=False)
    assert (said.returncode == 0) == made.exists()
    return made.read_text() if made.exists() else said.stderr


@pytest.mark.parametrize(
    ("resolvers", "asked"),
    [
        ("search dns.podman\nnameserver 10.89.1.1\nnameserver 10.89.1.2\n", "10.89.1.1"),
        ("nameserver fd00:89::1\nnameserver 10.89.1.1\n", "[fd00:89::1]"),
        ("nameserver fe80::1%eth0\nnameserver 10.89.1.1\n", "10.89.1.1"),
    ],
)
def test_nginx_of_the_composition_asks_the_resolver_of_its_own_network(resolvers, asked, tmp_path):
    """Docker's has another address than Podman's, and either may have IPv6: they are named in /etc/resolv.conf."""
    made = nginx_in_a_network_of(resolvers, tmp_path)
    assert f"resolver {asked} valid=10s; server web:8000 resolve;" in made


@pytest.mark.parametrize("resolvers", ["", "search dns.podman\nnameserver fe80::1%eth0\nnameserver fe80::2%eth0\n"])
def test_where_nginx_of_the_composition_finds_no_resolver_it_says_so_and_does_not_start(resolvers, tmp_path):
    """nginx itself would only say that a parameter is not valid."""
    said = nginx_in_a_network_of(resolvers, tmp_path)
    assert "resolv.conf" in said
    assert "compose.yaml" in said
    assert "valid=" not in said


def test_nginx_keeps_pages_in_a_folder_that_it_can_make_on_every_system():
    """It makes the last folder of the path and none above, and Debian has no /var/cache/nginx."""
    kept = Path(re.search(r"proxy_cache_path (\S+)", (DOCS / "nginx.conf").read_text())[1])
    assert kept.parent == Path("/var/cache")


def test_the_image_holds_what_the_product_needs_and_runs_as_nobody_much():
    """Of a folder that somebody works in, no key, no data and no environment of theirs goes into it."""
    copied = {
        name for line in re.findall(r"^COPY (?!--from)(.*)", DOCKERFILE, re.MULTILINE) for name in line.split()[:-1]
    }
    locks = {"requirements.lock", "requirements-release.lock"}
    assert copied == {"pyproject.toml", "README.md", "LICENSE", "newsclip", "docs/how-to/strip-packages"} | locks
    let_in = (DOCS / "Dockerfile.dockerignore").read_text().splitlines()
    assert next(line for line in let_in if line[0] != "#") == "*"
    assert {line[1:] for line in let_in if line[0] == "!"} == copied
    assert re.search(r"^USER 10001$", DOCKERFILE, re.MULTILINE)
    assert "postgresql-client-17" in DOCKERFILE


def test_nginx_lets_through_what_hubs_may_send():
    """Newsclip itself refuses more than this; nginx's own limit would be 1 MiB."""
    told = re.search(r"client_max_body_size (\d+)k;", (DOCS / "nginx.conf").read_text())[1]
    assert int(told) * 1024 == Bounds().largest
    (ingress,) = (one for one in CLUSTER if one["kind"] == "Ingress")
    assert ingress["metadata"]["annotations"]["nginx.ingress.kubernetes.io/proxy-body-size"] == f"{told}k"


@pytest.mark.integration
@pytest.mark.parametrize("unit", ALL_UNITS, ids=lambda unit: unit.name)
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
    told = (DOCS / "nginx.conf").read_text().replace("proxy_cache_path /var/cache/", f"proxy_cache_path {tmp_path}/")
    told = re.sub(r"ssl_certificate\S* [^;]+;", "", told).replace("listen 443 ssl;", "listen 127.0.0.1:8443;")
    told = told.replace("listen [::]:443 ssl;", "listen [::1]:8443;")
    whole = tmp_path / "whole.conf"
    whole.write_text(
        f"pid {tmp_path}/pid; error_log {tmp_path}/log; events {{}}\nhttp {{\naccess_log off;\n{told}\n}}\n"
    )
    said = subprocess.run(["/usr/sbin/nginx", "-t", "-c", whole], capture_output=True, text=True, check=False)
    assert (said.returncode, "test is successful" in said.stderr) == (0, True), said.stderr


@pytest.mark.integration
@pytest.mark.parametrize("resolver", ["127.0.0.11", "fd00:89::1"])
def test_nginx_takes_the_resolver_of_the_composition(resolver, tmp_path):
    if not shutil.which("nginx", path="/usr/sbin:/usr/bin"):
        pytest.skip("NO NGINX: apt-get install -y nginx-light")
    made = nginx_in_a_network_of(f"nameserver {resolver}\n", tmp_path)
    told = re.search(r"resolver [^;]+;", made)[0]
    whole = tmp_path / "whole.conf"
    whole.write_text(f"pid {tmp_path}/pid; error_log {tmp_path}/log; events {{}}\nhttp {{ access_log off; {told} }}\n")
    said = subprocess.run(["/usr/sbin/nginx", "-t", "-c", whole], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
