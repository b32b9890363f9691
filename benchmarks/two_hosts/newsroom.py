"""The press, a process on a machine of its own: the sample press with its pictures, and papers that keep publishing.

`python -m benchmarks.two_hosts.newsroom SAMPLE LIVING CONTROL`: three ports on loopback. `GET /publish/N` at CONTROL
publishes N events; any other path says how far it is, as JSON.
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

from benchmarks.hard_days.press import LivingPress
from newsclip.demo.sample_publishers import Press


def main(sample: int, living: int, control: int) -> None:
    with Press(sample) as pictures, LivingPress(port=living) as papers:

        class Control(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path.startswith("/publish/"):
                    papers.publish(int(self.path.rpartition("/")[2]))
                told = {
                    "sources": [*pictures.sources(), *papers.sources()],
                    "articles": sorted(papers.articles()),
                    "asked": {at: times for at, times in papers.asked.items() if "/news/" in at},
                }
                body = json.dumps(told).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Nobody reads along."""

        HTTPServer(("127.0.0.1", control), Control).serve_forever()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
