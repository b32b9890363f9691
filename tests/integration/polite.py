"""One real worker whose network ends on this machine: `python -m tests.integration.polite PORT shared|alone NAME`.

Whatever host it asks, its socket leads to PORT of loopback; all before that is as it is where the hosts are real.
"""

import socket
import sys
from datetime import UTC, datetime

from newsclip.server.setup import ready
from tests.loopback import PUBLIC, diverted

ready()

from newsclip import wiring  # noqa: E402 the settings have to be loaded first
from newsclip.adapters.egress import make_fetch  # noqa: E402 the same
from newsclip.adapters.egress.shared_hosts import SharedHosts  # noqa: E402 the same
from newsclip.server import start  # noqa: E402 the same
from newsclip.server.supervisor import stop_on_signals  # noqa: E402 the same


def main() -> None:
    port, manners, name = int(sys.argv[1]), sys.argv[2], sys.argv[3]

    def open_socket(info: tuple) -> socket.socket:
        return diverted(port, info)

    egress = make_fetch(
        user_agent=f"{name}/1", loopback_ports=frozenset(), lookup=lambda host, port: [PUBLIC], open_socket=open_socket
    )
    fetch = SharedHosts(egress, lambda: datetime.now(UTC)) if manners == "shared" else egress
    wiring.fetch = lambda: fetch  # type: ignore[assignment]
    start.work_until(stop_on_signals())


if __name__ == "__main__":
    main()
