"""Serves only the sample publishers: `python -m newsclip.demo.sample_publishers --port 8070`."""

import argparse
import contextlib

from newsclip.demo.sample_publishers.server import Press


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m newsclip.demo.sample_publishers", description=__doc__)
    parser.add_argument("--port", type=int, default=8070, help="0 takes a free one (default: %(default)s)")
    parser.add_argument("--log", action="store_true", help="print each request")
    options = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt), Press(options.port, log=options.log) as press:
        print(f"The sample press is at http://localhost:{press.port}/. Follow its publishers with:")
        for address in press.sources():
            print(f"  newsclip add {address}")
        press.wait()


if __name__ == "__main__":
    main()
