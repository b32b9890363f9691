"""What an operator may set, read once from the environment; see docs/reference/settings.md. Embedded needs none."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """What an operator may set."""

    home: Path
    site_url: str
    site_name: str
    database_url: str
    secret_key: str
    debug: bool
    loopback_ports: frozenset[int]
    user_agent: str
    web_workers: int
    lease: int


def read_options(environ: "os._Environ[str] | dict[str, str]") -> Options:
    home = Path(environ.get("NEWSCLIP_HOME", "newsclip-data")).absolute()
    site_url = environ.get("NEWSCLIP_SITE_URL", "http://localhost:8000").rstrip("/")
    ports = environ.get("NEWSCLIP_LOOPBACK_PORTS", "")
    return Options(
        home=home,
        site_url=site_url,
        site_name=environ.get("NEWSCLIP_SITE_NAME", "Newsclip"),
        database_url=environ.get("NEWSCLIP_DATABASE_URL", ""),
        secret_key=environ.get("NEWSCLIP_SECRET_KEY", ""),
        debug=environ.get("NEWSCLIP_DEBUG", "") == "1",
        loopback_ports=frozenset(int(p) for p in ports.split(",") if p.strip()),
        user_agent=environ.get("NEWSCLIP_USER_AGENT", f"Newsclip/0.1 (+{site_url}/about)"),
        web_workers=int(environ.get("NEWSCLIP_WEB_WORKERS", "1")),
        lease=int(environ.get("NEWSCLIP_LEASE", "300")),
    )


OPTIONS = read_options(os.environ)
