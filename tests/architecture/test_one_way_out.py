"""Everything that leaves this machine leaves by adapters/egress: nothing else knows how to open a connection."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "newsclip"
CLIENTS = {
    "aiohttp", "aioquic", "anyio", "asyncio", "boto3", "botocore", "feedparser", "ftplib", "grpc", "h2", "http",
    "httpcore", "httpx", "imaplib", "minio", "obstore", "paramiko", "poplib", "pycurl", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "tornado", "trio", "urllib.request", "urllib3", "websocket", "websockets",
    "xmlrpc",
}  # fmt: skip
# Calls of libraries that take an address as well as a document.
FETCHERS = {
    "create_connection",
    "fetch_url",
    "fetch_response",
    "open_connection",
    "sock_connect",
    "urlopen",
    "urlretrieve",
}
# Beside the one way out: the press for the demo serves on loopback, the command line asks whether a port is free, what
# the web server calls runs in its event loop and bounds its socket, the site looks whether its own port is open, a
# worker has a port for probes, answers systemd by its socket, a health check asks a process of ours how it is, another
# knows the errors of the operator's mail server, and the store of pictures is the operator's own.
SERVES_OR_LISTENS = {
    "demo/sample_publishers/server.py", "cli/run.py", "web/serving/rsgi.py", "web/serving/request_bodies.py",
    "web/serving/stalled_readers.py", "server/rsgi.py", "health/worker_port.py", "worker/systemd.py", "server/probe.py",
    "health/mail_server.py",
    "adapters/scaleout/picture_store.py",
}  # fmt: skip


@pytest.mark.slow
def test_nothing_but_the_egress_can_open_a_connection():
    openers = {str(path.relative_to(ROOT)) for path in _sources() if any(opens(path.read_text(encoding="utf-8")))}
    assert {name for name in openers if not name.startswith("adapters/egress/")} == SERVES_OR_LISTENS


def test_every_way_to_open_one_is_noticed():
    for line in (
        "import socket", "import http.client as x", "from urllib import request", "from urllib.request import urlopen",
        "import urllib.request", "def f():\n    import requests", "from aiohttp import ClientSession", "import asyncio",
        "trafilatura.fetch_url(x)", "__import__('socket')", "importlib.import_module('http.client')",
    ):  # fmt: skip
        assert list(opens(line)), line
    assert not list(opens("from urllib.parse import quote\nfrom http import HTTPStatus\nimport json"))


def opens(source: str) -> Iterator[str]:
    """What in this source could reach another machine."""
    for node in ast.walk(ast.parse(source)):
        for name in _imported(node):
            if name != "http.HTTPStatus" and any(name == client or name.startswith(f"{client}.") for client in CLIENTS):
                yield name
        if isinstance(node, ast.Attribute | ast.Name):
            called = node.attr if isinstance(node, ast.Attribute) else node.id
            if called in FETCHERS:
                yield called


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    if isinstance(node, ast.Call) and ast.unparse(node.func) in {
        "__import__",
        "importlib.import_module",
        "import_module",
    }:
        return [argument.value for argument in node.args[:1] if isinstance(argument, ast.Constant)]
    return []


def _sources() -> Iterator[Path]:
    return (path for path in ROOT.rglob("*.py") if not {"tests", "migrations"} & set(path.parts))
