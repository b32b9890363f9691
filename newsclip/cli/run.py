"""`newsclip demo | start | probe`: running the product."""

import errno
import os
import socket
from contextlib import closing
from enum import StrEnum
from typing import Annotated

import typer

from newsclip.kernel.settings_file import LISTENING
from newsclip.server.supervisor import SUPERVISOR
from newsclip.terminal import NO, print_error

Port = Annotated[int, typer.Option(min=1, max=65_535, help="The site's port.")]
Host = Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 for every network.")]

_EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104


class Process(StrEnum):
    """What to run: both under one supervisor, or one of them."""

    BOTH = "both"
    WEB = "web"
    WORKER = "worker"


class Probed(StrEnum):
    """Whom to ask."""

    WEB = "web"
    WORKER = "worker"


def register(app: typer.Typer) -> None:
    app.command("demo", rich_help_panel="Running")(demo)
    app.command("start", rich_help_panel="Running")(start)
    app.command("probe", rich_help_panel="Running")(probe)


def demo(
    *,
    port: Port = 8000,
    press_port: Annotated[int, typer.Option(min=1, max=65_535, help="The port of the sample publishers.")] = 8070,
    stay: Annotated[bool, typer.Option(help="Keep the site running at the end.")] = True,
) -> None:
    """Run the whole product on sample publishers served from this machine: fetch, group, clip, publish."""
    from newsclip.demo.run import RealSourcesFollowed, run

    _must_be_free("127.0.0.1", port, "--port")
    _must_be_free("127.0.0.1", press_port, "--press-port")
    try:
        run(port=port, press_port=press_port, stay=stay)
    except RealSourcesFollowed as error:
        print_error(
            "Real sources are followed here.",
            "To see the demo, unset NEWSCLIP_HOME, NEWSCLIP_DATABASE_URL and NEWSCLIP_SETTINGS.",
        )
        raise typer.Exit(NO) from error


def start(
    process: Annotated[Process, typer.Argument(help="Run both, or only the site or the worker.")] = Process.BOTH,
    *,
    host: Host = "127.0.0.1",
    port: Port = 8000,
) -> None:
    """Run the site and the worker until Ctrl-C."""
    from newsclip.server.start import run_both, run_web, run_worker

    if process is Process.WORKER:
        run_worker()
        return
    _must_be_free(host, port, "--port")
    os.environ[LISTENING] = address_of(host, port)
    _leave_to_site(host, port)
    if SUPERVISOR not in os.environ:  # the supervisor has already printed it
        typer.echo(_greeting(address_of(host, port)))
    if process is Process.WEB:
        run_web(host, port)
    else:
        run_both(host, port)


def probe(
    process: Annotated[Probed, typer.Argument(help="Which process to ask.")] = Probed.WEB,
    *,
    address: Annotated[str, typer.Option(help="HOST:PORT, if it is not 127.0.0.1:8000 or NEWSCLIP_METRICS.")] = "",
    ready: Annotated[bool, typer.Option("--ready", help="Ask whether it is ready, not only whether it lives.")] = False,
) -> None:
    """Ask the running site or worker how it is; exit code 1 if it is not well."""
    from newsclip.server.probe import ask

    well, says = ask(process.value, address, path="/readyz" if ready else "/healthz")
    typer.echo(says, err=not well)
    raise typer.Exit(0 if well else NO)


def _must_be_free(host: str, port: int, option: str) -> None:
    """Fail early if another program has the port, or if this machine lacks the address."""
    with closing(socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)) as here:
        here.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            here.bind((host, port))
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                print_error(
                    f"Port {port} cannot be had: {error.strerror}.",
                    f"ss -ltnp names who has it. Or choose another: {option} NUMBER",
                )
            else:
                print_error(f"This machine has no address {host}: {error.strerror}.", "Choose one that it has: --host")
            raise typer.Exit(NO) from error


def _greeting(here: str) -> str:
    from newsclip.options import OPTIONS, SETTINGS

    return greeting(here, OPTIONS.site_url if SETTINGS.values.get("NEWSCLIP_SITE_URL", here) != here else "")


def greeting(here: str, site_url: str) -> str:
    """What `newsclip start` says. `here`: where it listens; `site_url`: the public address, "" if there is none."""
    at = f"{site_url}/, passed on to {here}" if site_url else f"{here}/"
    return f"Starting; soon at {at} (Ctrl-C ends it). If it is not, ask: newsclip doctor"


def _leave_to_site(host: str, port: int) -> None:
    """Otherwise the worker would take the site's port, or the site answer for a worker. Raises SystemExit."""
    from newsclip.options import OPTIONS

    if is_metrics_port(host, port, OPTIONS.metrics):
        raise SystemExit(f"NEWSCLIP_METRICS is the site's own port, {port}. Choose another, like 127.0.0.1:9100.")


def is_metrics_port(host: str, port: int, metrics: str) -> bool:
    """Whether who listens at the one keeps the other from listening. `metrics`: HOST:PORT, or ""."""
    named, _, number = metrics.rpartition(":")
    here = {named.strip("[]").replace("localhost", "127.0.0.1"), host.replace("localhost", "127.0.0.1")}
    return number == str(port) and (len(here) == 1 or not here.isdisjoint(_EVERY_ADDRESS))


def address_of(host: str, port: int) -> str:
    """Where browsers of this machine find it, which is the site's own address where NEWSCLIP_SITE_URL sets none."""
    here = dict.fromkeys((*_EVERY_ADDRESS, "127.0.0.1", "::1"), "localhost")
    return f"http://{here.get(host, f'[{host}]' if ':' in host else host)}:{port}"
