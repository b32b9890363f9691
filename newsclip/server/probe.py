"""Asks a running process how it is: for health checks that run a command, as Docker's do.

Loads next to nothing where the environment says whom to ask: it runs every half minute, and may cost nothing
(`python -m newsclip.server.probe web`).
"""

import os
import sys
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

from newsclip.kernel.internal_clients import ANSWERS

SITE = "127.0.0.1:8000"
_PATIENCE = 10.0  # seconds
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "[::]": "[::1]"}  # noqa: S104 where to ask who listens there


def ask(process: str, address: str = "", *, path: str = "/healthz") -> tuple[bool, str]:
    """Whether it is well, and what it says. `process`: "web" or "worker"; `address`: HOST:PORT, if not the usual."""
    at = address or (SITE if process == "web" else os.environ.get("NEWSCLIP_METRICS") or _set_in_file())
    if not at:
        return (
            False,
            "A worker answers at NEWSCLIP_METRICS, which is not set. Set it to HOST:PORT, like 127.0.0.1:9100.",
        )
    host, _, port = at.rpartition(":")
    url = f"http://{_EVERYWHERE.get(host, host)}:{port}{path}"
    try:
        with build_opener(ProxyHandler({})).open(Request(url), timeout=_PATIENCE) as answer:
            if process == "worker" and answer.headers[ANSWERS] != "worker":
                return False, f"What answers at {url} is no worker. Give NEWSCLIP_METRICS a port of its own."
            return True, answer.read(2000).decode(errors="replace").strip()
    except HTTPError as error:
        return False, error.read(2000).decode(errors="replace").strip() or str(error)
    except (OSError, ValueError) as error:
        return False, f"Nothing answers at {url}: {getattr(error, 'reason', None) or error}"


def _set_in_file() -> str:
    from newsclip.options import OPTIONS  # noqa: PLC0415 only where the environment does not say it

    return OPTIONS.metrics


def main(arguments: list[str]) -> int:
    """0 where it is well, else 1, as Docker wants it."""
    well, says = ask(*arguments[:2])
    print(says, file=sys.stdout if well else sys.stderr)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
