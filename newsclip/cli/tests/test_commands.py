"""A command that could not do what was asked says so and ends with the number that says it to programs."""

import errno
import json
import logging
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import structlog
import typer
from typer.testing import CliRunner

from newsclip import __version__, clock
from newsclip.cli import app, main, maintenance, reproduce, sources, tune
from newsclip.cli.filter_commands import tell_differences
from newsclip.cli.filters import group
from newsclip.cli.run import address_of, demo, greeting, is_metrics_port
from newsclip.server import setup, start
from newsclip.sources.models import Publisher, Source
from newsclip.terminal import NO, UNREADABLE, USAGE, cli_errors

NOWHERE = "https://a.example/feed"


@pytest.fixture
def prepared(monkeypatch):
    """The tests' own tables are there."""
    for module, name in ((setup, "prepare"), (sources, "prepare"), (maintenance, "ready")):
        monkeypatch.setattr(module, name, lambda **_: None)
    for module in (sources, tune):
        monkeypatch.setattr(module, "prepare_to_write", lambda: None)


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program has."""
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        yield other.getsockname()[1]


def ends(command, *given, **more) -> int:
    with pytest.raises(typer.Exit) as ended:
        command(*given, **more)
    return ended.value.exit_code


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("command", "given", "says"),
    [
        (sources.add, ["http://10.0.0.1/"], ""),
        (sources.sources, [], "No source is read yet."),
        (sources.sources, [NOWHERE], "not followed"),
        (sources.refresh, [], "No source is read yet."),
        (sources.remove, [NOWHERE], f"{NOWHERE} is not followed."),
    ],
)
def test_following_that_comes_to_nothing_ends_with_no(prepared, capsys, command, given, says):
    assert ends(command, *given) == NO
    assert says in capsys.readouterr().err


def test_the_version_is_said_and_nothing_else():
    said = CliRunner().invoke(app, ["--version"]).output
    assert said == f"newsclip {__version__}\n"


def test_a_settings_file_is_told_to_what_the_command_starts(monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSCLIP_SETTINGS", "other.toml")
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(app, ["--settings", "here.toml", "push-key"]).exit_code == 0
    assert os.environ["NEWSCLIP_SETTINGS"] == str(tmp_path / "here.toml")


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://localhost:8131"),
        ("0.0.0.0", "http://localhost:8131"),  # noqa: S104
        ("10.0.0.7", "http://10.0.0.7:8131"),
        ("fd00::7", "http://[fd00::7]:8131"),
    ],
)
def test_the_site_is_called_by_the_host_and_port_that_it_listens_at(host, address):
    assert address_of(host, 8131) == address


@pytest.mark.parametrize(
    ("site", "at"),
    [
        ("", "http://localhost:8131/ ("),
        ("https://news.example.org", "https://news.example.org/, passed on to http://localhost:8131 ("),
    ],
)
def test_a_start_says_where_the_site_will_be(site, at):
    assert greeting("http://localhost:8131", site).startswith(f"Starting; soon at {at}")


def test_beside_another_program_of_the_same_name_no_command_runs(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "site-packages" / "newsclip-0.9.2.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text("Name: newsclip\nSummary: News search\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site-packages"), *sys.path])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == USAGE
    assert "newsclip: Another program called newsclip (0.9.2)" in (said := capsys.readouterr().err)
    assert "pip uninstall newsclip" in said


@pytest.mark.django_db
def test_a_command_that_writes_names_the_database_on_standard_error_alone(prepared, capsys):
    assert ends(sources.add, "http://10.0.0.1/", json=True) == NO
    said = capsys.readouterr()
    assert said.err.startswith("newsclip: working on ")
    assert [json.loads(line)["code"] for line in said.out.splitlines()] == ["address_not_public"]


@pytest.mark.django_db
def test_a_command_that_only_reads_names_none(prepared, capsys):
    sources.export()
    assert capsys.readouterr().err == ""


@pytest.mark.django_db
def test_a_list_of_feeds_that_is_none_is_unreadable(prepared, tmp_path):
    (tmp_path / "list.opml").write_text("no list")
    assert ends(sources.import_opml, tmp_path / "list.opml") == UNREADABLE


def test_a_filter_that_left_a_line_unanswered_says_so():
    done = CliRunner().invoke(app, ["quotes"], input='{"id": 1, "text": "It rains."}\n{\n')
    assert done.exit_code == UNREADABLE
    assert "1 lines failed" in done.output


@pytest.mark.django_db
def test_a_clip_that_is_not_there_is_not_derived():
    with pytest.raises(reproduce.NoSuchClip):
        reproduce.differences("nothing")


def test_a_clip_that_is_not_what_its_inputs_give_is_found(capsys):
    assert ends(tell_differences, "ferry", ["summary.text: stored 'a', derived 'b'"]) == NO
    assert "ferry is not what its inputs, settings and version give." in capsys.readouterr().err


@pytest.mark.django_db
def test_a_doctor_who_finds_something_wrong_ends_with_no(prepared):
    done = CliRunner().invoke(app, ["doctor"])
    assert (done.exit_code, "BAD" in done.output) == (NO, True)


@pytest.mark.django_db
def test_no_threshold_is_told_where_nobody_judged_a_pair(prepared):
    done = CliRunner().invoke(app, ["tune"])
    assert (done.exit_code, "No threshold can be told yet." in done.output) == (NO, True)


@pytest.mark.parametrize("options", [{"port": "taken"}, {"press_port": "taken"}])
@pytest.mark.django_db
def test_the_demo_takes_no_port_of_another_program(real_source, kept_logging, taken, capsys, options):
    ports = {"port": 1, "press_port": 1} | dict.fromkeys(options, taken)
    assert ends(demo, **{name: port if port != 1 else free() for name, port in ports.items()}, stay=False) == NO
    assert f"Port {taken} cannot be had" in capsys.readouterr().err


@pytest.mark.django_db
def test_the_demo_puts_no_invented_news_among_real_news(real_source, kept_logging, capsys):
    assert ends(demo, port=free(), press_port=free(), stay=False) == NO
    assert "Real sources are followed here." in capsys.readouterr().err


def test_the_site_takes_no_port_of_another_program(unmeant_setting, taken):
    done = CliRunner().invoke(app, ["start", "--port", str(taken)])
    assert (done.exit_code, "choose another: --port NUMBER" in done.output) == (NO, True)


@pytest.mark.parametrize(
    ("host", "metrics", "is_its"),
    [
        ("127.0.0.1", "127.0.0.1:8000", True),
        ("127.0.0.1", "localhost:8000", True),
        ("127.0.0.1", "0.0.0.0:8000", True),
        ("::", "[fd00::7]:8000", True),
        ("127.0.0.1", "10.0.0.7:8000", False),
        ("127.0.0.1", "127.0.0.1:9100", False),
        ("127.0.0.1", "", False),
    ],
)
def test_metrics_at_the_site_s_own_port_are_known(host, metrics, is_its):
    assert is_metrics_port(host, 8000, metrics) is is_its


@pytest.mark.parametrize("process", ["both", "web"])
def test_the_site_starts_at_no_port_that_a_worker_is_asked_at(process):
    port = free()
    surroundings = os.environ | {"NEWSCLIP_METRICS": f"127.0.0.1:{port}", "NEWSCLIP_SETTINGS": os.devnull}
    command = [sys.executable, "-m", "newsclip", "start", process, "--port", str(port)]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=120)  # noqa: S603
    assert (done.returncode, f"NEWSCLIP_METRICS is the site's own port, {port}." in done.stderr) == (USAGE, True)


@pytest.mark.slow
def test_nothing_starts_where_it_could_not_be_prepared(unmeant_setting):
    with pytest.raises(SystemExit) as ended:
        start.prepare_apart()
    assert ended.value.code == USAGE


def test_an_end_that_has_its_number_keeps_it():
    with pytest.raises(SystemExit) as ended, cli_errors():
        raise SystemExit(7)
    assert ended.value.code == 7


def test_a_file_that_breaks_while_it_is_read_is_no_lack_of_room():
    def broken() -> Iterator[str]:
        yield "\n"
        raise OSError(errno.EIO, "Input/output error", "rows.jsonl")

    with pytest.raises(OSError) as raised:
        list(group.in_the_end(broken()))
    assert raised.value.filename == "rows.jsonl"


@pytest.fixture
def unmeant_setting(monkeypatch):
    """Whatever is started ends at once."""
    monkeypatch.setenv("NEWSCLIP_SIGN_UP", "whenever")


@pytest.fixture
def real_source(monkeypatch, prepared, tmp_path: Path):
    publisher = Publisher.objects.create(domain="a.example", name="A")
    Source.objects.create(url=NOWHERE, publisher=publisher, added_at=clock.now(), due_at=clock.now(), kind="feed")
    for name, value in (("HOME", str(tmp_path)), ("LOOPBACK_PORTS", "1"), ("SITE_URL", "http://localhost")):
        monkeypatch.setenv(f"NEWSCLIP_{name}", value)


@pytest.fixture
def kept_logging() -> Iterator[None]:
    """What the demo sets for its own process ends with the test."""
    root, before = logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers, root.level
    yield
    structlog.configure(**before)
    root.handlers, root.level = handlers, level


def free() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as here:
        return int(here.getsockname()[1])


def test_a_full_disk_is_told_with_what_helps(capsys):
    with pytest.raises(SystemExit) as ended, cli_errors():
        raise OSError(errno.ENOSPC, "No space left on device")
    assert ended.value.code == UNREADABLE
    assert "Make room on the disk" in capsys.readouterr().err
