"""What the two hosts share: the database with its replica and pooler, three brokers, pictures, the press, nginx."""

import re
import shutil
import socket
import time
from collections.abc import Callable
from pathlib import Path

import boto3
import psycopg

from benchmarks.pgbouncer import CONFIGURATION, PROGRAM
from benchmarks.postgresql import PROGRAMS, as_postgres
from benchmarks.rabbitmq import SERVER
from benchmarks.servers import PROXY
from benchmarks.serving import documented
from benchmarks.two_hosts.network import Machines
from newsclip.adapters.scaleout.task_queue import QUEUE

BROKERS = ("broker-1", "broker-2", "broker-3")
HOSTS = ("host-a", "host-b")
NAMES = (*HOSTS, "database", "replica", *BROKERS, "nginx", "press", "pictures")
ADDRESSES = {name: f"10.77.0.{11 + number}" for number, name in enumerate(NAMES)}
SAMPLE, LIVING, CONTROL = 28_070, 28_071, 28_072
SITE_PORT = 8000
STORE = f"http://{ADDRESSES['pictures']}:9000"
BUCKET, KEYS = "pictures", {"key": "k", "secret": "s"}
_POOLED = 12
_LEADER = f"queue '{QUEUE}' in vhost '/': "
_BECAME_LEADER = re.compile(rf"(?m)^(\S+ \S+) .*{_LEADER}candidate -> leader")
_PATIENCE = 240.0


def wait_for(true: Callable[[], object], what: str, patience: float = _PATIENCE, every: float = 0.2) -> float:
    """Seconds until it was true."""
    began = time.monotonic()
    while not true():
        if time.monotonic() - began > patience:
            raise RuntimeError(f"waited for in vain: {what}")
        time.sleep(every)
    return time.monotonic() - began


def listens(machine: str, port: int) -> bool:
    try:
        socket.create_connection((ADDRESSES[machine], port), 2).close()
    except OSError:
        return False
    return True


class Databases:
    """A primary and its pooler on one machine, a streaming replica on another."""

    def __init__(self, machines: Machines, work: Path) -> None:
        self._machines, self._work = machines, work
        self.direct = f"postgresql://newsclip@{ADDRESSES['database']}:5432/postgres"
        self.pooled = f"postgresql://newsclip@{ADDRESSES['database']}:6432/postgres"
        self.replica = f"postgresql://newsclip@{ADDRESSES['replica']}:5432/postgres"

    def start(self) -> None:
        data = self._work / "primary"
        data.mkdir()
        shutil.chown(data, "postgres")
        as_postgres(PROGRAMS / "initdb", "-D", data, "-U", "newsclip", "--auth=trust", "--locale=C.UTF-8", "--no-sync")
        with (data / "pg_hba.conf").open("a") as file:
            file.write("host all,replication all 10.77.0.0/24 trust\n")
        self._postgres("database", data)
        self._pgbouncer()
        copy = self._work / "replica"
        copy.mkdir(mode=0o700)
        shutil.chown(copy, "postgres")
        self._machines.start(
            "replica", "replica", PROGRAMS / "pg_basebackup", "-D", copy, "-d", self.direct, "-R", "-X", "stream",
            "-c", "fast", "--no-sync", account="postgres",
        ).wait(_PATIENCE)  # fmt: skip
        self.start_replica()

    def start_replica(self) -> None:
        self._postgres("replica", self._work / "replica")

    def _postgres(self, machine: str, data: Path) -> None:
        options = ("listen_addresses=*", "fsync=off", "unix_socket_directories=", "max_connections=60",
                   "idle_in_transaction_session_timeout=30s")  # fmt: skip
        self._machines.start(
            machine, machine, PROGRAMS / "postgres", "-D", data, *(word for one in options for word in ("-c", one)),
            account="postgres",
        )  # fmt: skip
        wait_for(lambda: _answers(self.direct if machine == "database" else self.replica), f"PostgreSQL at {machine}")

    def _pgbouncer(self) -> None:
        folder = self._work / "pgbouncer"
        folder.mkdir()
        told = {"listen": ADDRESSES["database"], "host": "127.0.0.1", "port": 5432, "own": 6432, "folder": folder}
        (folder / "ini").write_text(CONFIGURATION.format(mode="transaction", sessions=_POOLED, **told))
        (folder / "users").write_text('"newsclip" ""\n')
        self._machines.start("pgbouncer", "database", PROGRAM, folder / "ini", account="postgres")
        wait_for(lambda: _answers(self.pooled), "PgBouncer")


def _answers(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=2, autocommit=True).close()
    except psycopg.OperationalError:
        return False
    return True


class Brokers:
    """A RabbitMQ cluster of three nodes."""

    def __init__(self, machines: Machines, work: Path) -> None:
        self._machines, self._work = machines, work
        self.url = ";".join(f"amqp://guest:guest@{ADDRESSES[name]}:5672/%2F" for name in BROKERS)

    def start(self) -> None:
        members = "".join(
            f"cluster_formation.classic_config.nodes.{number} = rabbit@{ADDRESSES[name]}\n"
            for number, name in enumerate(BROKERS, 1)
        )
        for name in BROKERS:
            home = self._work / name
            home.mkdir()
            (home / ".erlang.cookie").write_text("newsclip")
            (home / ".erlang.cookie").chmod(0o400)
            (home / "rabbitmq.conf").write_text(
                "loopback_users = none\ncluster_partition_handling = pause_minority\n"
                f"cluster_formation.peer_discovery_backend = classic_config\n{members}"
            )
            self.start_one(name, wait=False)

    def wait(self) -> None:
        wait_for(lambda: all(listens(name, 5672) for name in BROKERS), "three brokers")

    def start_one(self, name: str, *, wait: bool = True) -> None:
        environment = self._environment(name)
        self._machines.start(name, name, "epmd", **environment)
        self._machines.start(name, name, SERVER, **environment)
        if wait:  # it takes connections when it has its part of the queue again
            wait_for(lambda: listens(name, 5672), name)

    def leader(self) -> str:
        """Of the queue, as their logs tell; the programs that could be asked take seconds of CPU."""
        told = [(at, name) for name in BROKERS for at in re.findall(_BECAME_LEADER, self._log(name))]
        return max(told)[1]

    def are_cluster(self) -> bool:
        """Whether each of them knows who leads the queue."""
        return all(_LEADER in self._log(name) for name in BROKERS)

    def _log(self, name: str) -> str:
        return "".join(log.read_text() for log in (self._work / name / "logs").glob("*.log"))

    def _environment(self, name: str) -> dict[str, str]:
        home, address = self._work / name, ADDRESSES[name]
        return {
            "HOME": str(home), "LANG": "C.UTF-8", "RABBITMQ_USE_LONGNAME": "true",
            "RABBITMQ_NODENAME": f"rabbit@{address}", "RABBITMQ_MNESIA_BASE": f"{home}/data",
            "RABBITMQ_LOG_BASE": f"{home}/logs", "RABBITMQ_CONF_ENV_FILE": f"{home}/none",
            "RABBITMQ_CONFIG_FILE": f"{home}/rabbitmq", "RABBITMQ_ENABLED_PLUGINS_FILE": f"{home}/no_plugins",
            "RABBITMQ_PID_FILE": f"{home}/pid", "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "+S 1:1 +sbwt none",
        }  # fmt: skip


def start_nginx(machines: Machines, work: Path) -> None:
    """As documented, in front of both hosts."""
    folder = work / "nginx"
    (folder / "page").mkdir(parents=True)
    served = documented(80).replace("listen 127.0.0.1:80", "listen 80")
    text = PROXY.format(user="user root;", work=folder, static=81, site=SITE_PORT, documented=served)
    both = " ".join(f"server {ADDRESSES[host]}:{SITE_PORT};" for host in HOSTS)
    (folder / "nginx.conf").write_text(text.replace(f"server 127.0.0.1:{SITE_PORT};", both))
    machines.start("nginx", "nginx", "nginx", "-c", folder / "nginx.conf")
    wait_for(lambda: listens("nginx", 80), "nginx")


def start_store(machines: Machines, python: str) -> None:
    """An S3-compatible server with an empty bucket, which holds its objects in memory."""
    machines.start("pictures", "pictures", python, "-m", "moto.server", "-H", "0.0.0.0", "-p", "9000")
    wait_for(lambda: listens("pictures", 9000), "the store of pictures")
    given = {"aws_access_key_id": KEYS["key"], "aws_secret_access_key": KEYS["secret"]}
    boto3.client("s3", endpoint_url=STORE, region_name="us-east-1", **given).create_bucket(Bucket=BUCKET)


def start_press(machines: Machines, python: str, ask: Callable[[str], object]) -> None:
    """Reached at loopback of its own machine, of both hosts, and at CONTROL."""
    machines.start(
        "press", "press", python, "-m", "benchmarks.two_hosts.newsroom", str(SAMPLE), str(LIVING), str(CONTROL)
    )
    for machine in ("press", *HOSTS):
        here, there = (ADDRESSES["press"], "127.0.0.1") if machine == "press" else ("127.0.0.1", ADDRESSES["press"])
        ports = (SAMPLE, LIVING, CONTROL) if machine == "press" else (SAMPLE, LIVING)
        rules = [f"{here}:{port}={there}:{port}" for port in ports]
        machines.start("relays", machine, python, "-m", "benchmarks.two_hosts.relay", *rules)
    wait_for(lambda: ask("/"), "the press")


def missing() -> list[str]:
    """What Debian calls the programs that are not here."""
    needed = {
        "ip": "iproute2", "nginx": "nginx-light", str(PROGRAMS / "postgres"): "postgresql-17",
        str(PROGRAM): "pgbouncer", str(SERVER): "rabbitmq-server",
    }  # fmt: skip
    return [package for program, package in needed.items() if not shutil.which(program)]
