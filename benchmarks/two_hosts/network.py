"""Machines of one network on this machine: network namespaces that a bridge joins, and what runs in them."""

import fcntl
import os
import pwd
import signal
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from benchmarks.machine import cpu_of_tree
from newsclip.server.supervisor import end_with_parent

BRIDGE = "readers"
NICE = 3
TIDY = ("database", "replica")
_PREFIX = "newsclip-"
_FOLDER = Path("/run/netns")
_GRACE = 30.0


class Machines:
    """`with Machines({"a": "10.77.0.11"}) as machines:` makes them; when the block ends, all that ran in them has ended
    and they are gone.

    This process enters the namespace of the bridge, so that it reaches them; nothing changes in the machine's own.
    """

    def __init__(self, addresses: Mapping[str, str], logs: Path) -> None:
        self.addresses, self._logs = addresses, logs
        self._own = f"{_PREFIX}{os.getpid()}-"
        self._running: dict[str, list[subprocess.Popen[bytes]]] = {}
        self._spent: Counter[str] = Counter()
        self._lock = (Path(tempfile.gettempdir()) / "newsclip-machines.lock").open("w")

    def __enter__(self) -> "Machines":
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        for left in _FOLDER.glob(f"{_PREFIX}*") if _FOLDER.exists() else ():  # of a run that was killed
            _ip("netns", "del", left.name)
        try:
            self._make()
        except BaseException:
            self._delete()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """What was started last ends first; only PostgreSQL has to tidy up, its shared memory."""
        for role in reversed([*self._running]):
            self.end(role, signal.SIGINT if role in TIDY else signal.SIGKILL)
        self._delete()

    def _make(self) -> None:
        home = f"{self._own}{BRIDGE}"
        _ip("netns", "add", home)
        _ip("-n", home, "link", "add", "bridge", "type", "bridge")
        _ip("-n", home, "addr", "add", "10.77.0.1/24", "dev", "bridge")
        for link in ("lo", "bridge"):
            _ip("-n", home, "link", "set", link, "up")
        for name, address in self.addresses.items():
            space = f"{self._own}{name}"
            _ip("netns", "add", space)
            _ip("-n", home, "link", "add", f"to-{name}", "type", "veth", "peer", "name", "eth0", "netns", space)
            _ip("-n", home, "link", "set", f"to-{name}", "master", "bridge", "up")
            _ip("-n", space, "addr", "add", f"{address}/24", "dev", "eth0")
            for link in ("lo", "eth0"):
                _ip("-n", space, "link", "set", link, "up")
        _enter(home)

    def _delete(self) -> None:
        for space in _FOLDER.glob(f"{self._own}*") if _FOLDER.exists() else ():
            _ip("netns", "del", space.name)

    def unplug(self, name: str) -> None:
        """As a power failure looks to the others: nothing answers any more, and no connection is closed."""
        _ip("-n", f"{self._own}{BRIDGE}", "link", "set", f"to-{name}", "down")

    def plug(self, name: str) -> None:
        _ip("-n", f"{self._own}{BRIDGE}", "link", "set", f"to-{name}", "up")

    def start(
        self, role: str, machine: str, *command: str | Path, account: str = "", **options: str
    ) -> "subprocess.Popen[bytes]":
        """In the machine's namespace, as `account`. `role`: whose CPU time it is. `options`: its environment."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("NEWSCLIP_", "DJANGO_"))}
        with self.log(role).open("ab") as log:
            process = subprocess.Popen(
                [str(word) for word in command], env=kept | options, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                start_new_session=True, preexec_fn=self._in(machine, account),  # noqa: PLW1509
            )  # fmt: skip
        self._running.setdefault(role, []).append(process)
        return process

    def log(self, role: str) -> Path:
        return self._logs / f"{role}.log"

    def end(self, role: str, sign: signal.Signals = signal.SIGTERM) -> None:
        """SIGKILL ends all of its processes at once, as a crash would."""
        self._spent[role] = self.cpu(role)  # type: ignore[assignment]
        for process in reversed(self._running.pop(role, [])):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, sign) if sign == signal.SIGKILL else process.send_signal(sign)
            try:
                process.wait(_GRACE)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def cpu(self, role: str) -> float:
        """Seconds so far of all that had this role."""
        return self._spent[role] + sum(cpu_of_tree(process.pid) for process in self._running.get(role, []))

    def _in(self, machine: str, account: str) -> Callable[[], None]:
        space, user = f"{self._own}{machine}", pwd.getpwnam(account) if account else None

        def become() -> None:
            _enter(space)
            os.nice(NICE)
            if user:
                os.setgroups([])
                os.setgid(user.pw_gid)
                os.setuid(user.pw_uid)
            end_with_parent()

        return become


def _enter(space: str) -> None:
    with (_FOLDER / space).open("rb") as file:
        os.setns(file.fileno(), os.CLONE_NEWNET)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)
