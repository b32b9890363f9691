"""Real processes of one site whose pictures are in a bucket: two web servers with homes of their own show them all."""

import http.client
import subprocess
import sys
import tarfile
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.ports import free_ports
from newsclip.server.start import granian
from newsclip.terminal import UNREADABLE
from tests.integration.installation import installation, run, running
from tests.s3_server import S3Server, s3_server

pytestmark = pytest.mark.integration
PATIENCE = 600.0
NAME = f"{'0a' * 20}.webp"
SOME = f"""
from newsclip.server.setup import ready
ready()
from newsclip import wiring
from newsclip.accounts.models import Reader
Reader.objects.create_user("ada")  # nothing is no site
wiring.picture_store().put({NAME!r}, b"a picture")
"""


@pytest.fixture
def server():
    with s3_server() as server:
        yield server


def settings_of(server: S3Server) -> dict[str, str]:
    given = {"ENDPOINT": server.url, "BUCKET": "harbour-news", "PREFIX": "news", "KEY": "k", "SECRET": "a-secret"}
    return {f"NEWSCLIP_S3_{name}": value for name, value in given.items()}


def newsclip(surroundings: Mapping[str, str], *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "newsclip", *words]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=600)


def get(port: int, path: str) -> tuple[int, bytes]:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    line.request("GET", path, headers={"Host": "localhost", "Connection": "close"})
    answer = line.getresponse()
    body = answer.read()
    line.close()
    return answer.status, body


def wait_until(true) -> None:
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            if true():
                return
        except OSError:
            pass
        assert time.monotonic() < give_up, "it never came true"
        time.sleep(0.2)


def test_two_web_servers_show_the_pictures_of_one_bucket_and_pages_without_it(server, tmp_path):
    with installation(tmp_path / "home", **settings_of(server)) as site:
        run(SOME, site)
        assert server.names() == {f"news/{NAME}"}
        assert not (tmp_path / "home" / "media").exists()
        ports = free_ports(2)
        command = [sys.executable, "-m", "granian", *granian("newsclip.server.rsgi:application")]
        commands = [[*command, "--host", "127.0.0.1", "--port", str(port)] for port in ports]
        with running(commands, [site, site], tmp_path / "log"):
            for port in ports:
                wait_until(lambda port=port: get(port, f"/media/{NAME}") == (200, b"a picture"))
            server.stop()
            for port in ports:
                assert get(port, f"/media/{NAME}")[0] == 503
                assert get(port, "/")[0] == 200
                assert get(port, "/readyz") == (200, b"pictures: Their store does not answer.\n")
                assert get(port, "/readyz/worker")[0] == 503
            server.start()
            for port in ports:
                wait_until(lambda port=port: get(port, f"/media/{NAME}") == (200, b"a picture"))
                assert get(port, "/readyz") == (200, b"ready\n")


def test_a_backup_says_where_the_pictures_are_and_a_restore_brings_those_of_a_folder_into_the_bucket(server, tmp_path):
    bucket = settings_of(server)
    with installation(tmp_path / "home") as folder:
        run(SOME, folder)
        assert newsclip(folder, "backup", str(tmp_path / "folder.tar.gz")).returncode == 0
        there = {**folder, **bucket, "NEWSCLIP_HOME": str(tmp_path / "there")}
        if "NEWSCLIP_DATABASE_URL" in there:
            return  # its database is not empty
        server.stop()
        refused = newsclip(there, "restore", str(tmp_path / "folder.tar.gz"))
        assert (refused.returncode, "does not answer" in refused.stderr) == (UNREADABLE, True)
        assert list(Path(there["NEWSCLIP_HOME"]).iterdir()) == []
        server.start()
        done = newsclip(there, "restore", str(tmp_path / "folder.tar.gz"))
        assert done.returncode == 0, done.stderr
        assert server.names() == {f"news/{NAME}"}
        done = newsclip(there, "backup", str(tmp_path / "bucket.tar.gz"))
        assert "they stay in the bucket harbour-news" in done.stdout
        with tarfile.open(tmp_path / "bucket.tar.gz") as tar:
            assert not [name for name in tar.getnames() if name.endswith(".webp")]


def test_the_doctor_says_what_is_wrong_with_the_bucket_and_no_secret(server, tmp_path):
    with installation(tmp_path / "home", **settings_of(server)) as site:
        assert "pictures" not in newsclip(site, "doctor").stdout
        server.stop()
        said = newsclip(site, "doctor")
        server.start()
        assert "The bucket harbour-news at http" in said.stdout + said.stderr
        assert "a-secret" not in said.stdout + said.stderr
        said = newsclip({**site, "NEWSCLIP_S3_BUCKET": "another"}, "doctor")
        assert "Make the bucket" in said.stdout + said.stderr
