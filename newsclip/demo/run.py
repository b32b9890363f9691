"""The demo: the production code on sample publishers, which this machine serves.

The demo's clock starts two hours ago. After everything was read once, a publisher corrects an article, and the pipeline
runs again with today's clock, as a worker would two hours later.
"""

import os
from datetime import timedelta
from pathlib import Path

from newsclip import clock
from newsclip.demo.sample_publishers import Press
from newsclip.kernel.settings_file import VARIABLE
from newsclip.server import setup, supervisor

HOME = Path(".demo")
EARLIER = timedelta(hours=2)


class RealSourcesFollowed(Exception):
    """The demo refuses to mix invented news with real news."""


def run(*, port: int, press_port: int, stay: bool) -> None:
    """Run the whole pipeline, then serve the site until Ctrl-C (unless `stay` is false)."""
    os.environ.setdefault(VARIABLE, os.devnull)  # not this machine's site
    os.environ.setdefault("NEWSCLIP_HOME", str(HOME))
    os.environ.setdefault("NEWSCLIP_LOOPBACK_PORTS", str(press_port))
    os.environ.setdefault("NEWSCLIP_LOG_LEVEL", "warning")  # the demo says itself what happens
    os.environ.setdefault("NEWSCLIP_SITE_URL", f"http://localhost:{port}")
    _offer_catalogue(press_port)
    from newsclip.server import logs  # noqa: PLC0415 the options are read once, after the lines above

    logs.configure(quiet=True)
    setup.prepare()
    from newsclip.pipeline import list_sources  # noqa: PLC0415 the settings have to be loaded first

    if list_sources.follows_others():
        raise RealSourcesFollowed
    from newsclip.demo import output  # noqa: PLC0415 the settings have to be loaded first

    with Press(press_port, clock.now() - EARLIER) as press:
        output.run_pipeline(press, earlier=EARLIER)
        output.say_what_to_open(port, home=os.environ["NEWSCLIP_HOME"], stay=stay)
        if stay:
            supervisor.supervise(supervisor.product("--port", str(port)), supervisor.stop_on_signals())


def _offer_catalogue(press_port: int) -> None:
    """Put the demo's catalogue beside its database, with the publishers' port, unless the operator has another."""
    file = Path(os.environ["NEWSCLIP_HOME"]) / "catalogue.toml"
    file.parent.mkdir(mode=0o770, parents=True, exist_ok=True)
    written = Path(__file__).with_name("catalogue.toml").read_text(encoding="utf-8")
    file.write_text(written.replace("PORT", str(press_port)), encoding="utf-8")
    os.environ.setdefault("NEWSCLIP_CATALOGUE", str(file))
