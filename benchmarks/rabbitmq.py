"""A temporary RabbitMQ on loopback: its own node, cookie, folders, ports and port mapper."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from benchmarks.ports import free_ports
from newsclip.server.supervisor import end_with_parent

SERVER = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
_PATIENCE = 180.0


def is_installed() -> bool:
    return SERVER.exists()


class Rabbitmq:
    """The broker at `url`; it may be stopped and started again, and keeps what it was given."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._port, self._distribution, self._mapper = free_ports(3)
        self.url = f"amqp://guest:guest@127.0.0.1:{self._port}/%2F"
        self._children: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        mapper = ["epmd", "-address", "127.0.0.1", "-port", str(self._mapper)]
        with (self._home / "log").open("ab") as log:
            for command in (mapper, [str(SERVER)]):
                self._children.append(
                    subprocess.Popen(
                        command, env=self._environment(), stdout=log, stderr=log, preexec_fn=end_with_parent,  # noqa: PLW1509
                        start_new_session=True,
                    )
                )  # fmt: skip
        give_up = time.monotonic() + _PATIENCE
        while not self._answers():
            if time.monotonic() > give_up or self._children[-1].poll() is not None:
                raise RuntimeError(f"RabbitMQ did not start: {(self._home / 'log').read_text()[-2000:]}")
            time.sleep(0.2)

    def suspend(self) -> None:
        """It keeps its connections, and answers nothing until `resume`."""
        os.killpg(self._children[-1].pid, signal.SIGSTOP)

    def resume(self) -> None:
        os.killpg(self._children[-1].pid, signal.SIGCONT)

    def stop(self) -> None:
        """At once, as a crash would."""
        for child in reversed(self._children):
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()
        self._children.clear()

    def forget(self) -> None:
        """Everything that it was given, as a broker does whose disk is lost. It must be stopped."""
        shutil.rmtree(self._home / "data", ignore_errors=True)

    def _environment(self) -> Mapping[str, str]:
        home = str(self._home)
        return {
            "PATH": os.environ["PATH"],
            "HOME": home,
            "LANG": "C.UTF-8",
            "ERL_EPMD_PORT": str(self._mapper),
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODENAME": f"newsclip{self._port}@localhost",
            "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODE_PORT": str(self._port),
            "RABBITMQ_DIST_PORT": str(self._distribution),
            "RABBITMQ_MNESIA_BASE": f"{home}/data",
            "RABBITMQ_LOG_BASE": f"{home}/logs",
            "RABBITMQ_CONF_ENV_FILE": f"{home}/none",
            "RABBITMQ_CONFIG_FILE": f"{home}/none",
            "RABBITMQ_ENABLED_PLUGINS_FILE": f"{home}/no_plugins",
            "RABBITMQ_PID_FILE": f"{home}/pid",
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none",
        }

    def _answers(self) -> bool:
        """Whether it speaks AMQP; an open port alone may be too early."""
        try:
            with closing(socket.create_connection(("127.0.0.1", self._port), 2)) as one:
                one.sendall(b"AMQP\x00\x00\x09\x01")
                return len(one.recv(8)) > 0
        except OSError:
            return False


@contextmanager
def rabbitmq() -> Iterator[Rabbitmq]:
    """Running within the block, gone after it whatever happens."""
    with tempfile.TemporaryDirectory(prefix="newsclip-rabbitmq-", ignore_cleanup_errors=True) as home:
        broker = Rabbitmq(Path(home))
        try:
            broker.start()
            yield broker
        finally:
            broker.stop()
