"""What a service says to systemd (sd_notify(3)): that it has started, and that it still moves."""

import os
import socket
from contextlib import suppress

READY, ALIVE = "READY=1", "WATCHDOG=1"


def notify(says: str, to: str | None = None) -> None:
    """Send it to the socket that systemd gave this process; without one, nothing happens. A beat that is lost is no
    reason to stop: the next one comes.
    """
    path = os.environ.get("NOTIFY_SOCKET", "") if to is None else to
    if not path:
        return
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.settimeout(0)
        sender.sendto(says.encode(), f"\0{path[1:]}" if path.startswith("@") else path)
