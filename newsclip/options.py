"""What an operator may set, read once from the environment; see docs/reference/settings.md. Embedded needs none."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from urllib.parse import urlsplit

_SHORTEST_TEXTS = 90
_MAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_PAGE = re.compile(r"https://[\w.-]+(?::\d+)?(?:[/?#][!#-'*-;=?-~]*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class LlmOptions:
    """The language model's server, and what it may be asked; see docs/how-to/use-a-model.md.

    `tokens`: the longest answer; `passages`: characters of publishers' words in a question; `prices`: of a million
    tokens in, and out; a day's bounds are off at 0; `closeness`: "strict" or "close", see docs/why/verifier.md.
    """

    url: str
    model: str
    key: str = field(repr=False)
    seconds: int
    tokens: int
    passages: int
    tokens_a_day: int
    prices: tuple[Decimal, Decimal]
    cost_a_day: Decimal
    closeness: str


@dataclass(frozen=True, slots=True)
class KeepOptions:
    """How many days things are kept, 0 = for ever; see docs/how-to/operate.md. What a clip rests on is always kept."""

    looks: int
    refused: int
    texts: int
    notices: int
    attempts: int
    explorations: int


@dataclass(frozen=True, slots=True)
class OidcOptions:
    """The OpenID Connect provider that people may sign in with; see docs/how-to/run-a-community.md.

    `url`: its issuer; "": there is none. `name`: what the button says.
    """

    url: str
    client: str
    secret: str = field(repr=False)
    name: str


@dataclass(frozen=True, slots=True)
class Options:
    """What an operator may set."""

    home: Path
    site_url: str
    site_name: str
    contact: str
    database_url: str = field(repr=False)
    replica_url: str = field(repr=False)
    queue_url: str = field(repr=False)
    secret_key: str = field(repr=False)
    former_secret_key: str = field(repr=False)
    debug: bool
    loopback_ports: frozenset[int]
    plain_http: str
    user_agent: str
    web_workers: int
    lease: int
    database_patience: int
    grouping_threshold: float | None
    vectors: str
    writer: str
    llm: LlmOptions
    sign_up: str
    mail: str = field(repr=False)
    mail_from: str
    categories: Path | None
    metrics: str
    review_tags: bool
    proxies: int
    second_factor: str
    breached: Path | None
    oidc: OidcOptions
    push_key: str = field(repr=False)
    hub: str
    hsts: str
    keep: KeepOptions


def read_options(environ: "os._Environ[str] | dict[str, str]") -> Options:
    home = Path(environ.get("NEWSCLIP_HOME") or "newsclip-data").absolute()
    site_url = environ.get("NEWSCLIP_SITE_URL", "http://localhost:8000").rstrip("/")
    contact = _contact(environ)
    return Options(
        home=home,
        site_url=site_url,
        site_name=environ.get("NEWSCLIP_SITE_NAME", "Newsclip"),
        contact=contact,
        database_url=environ.get("NEWSCLIP_DATABASE_URL", ""),
        replica_url=_replica(environ),
        queue_url=_queue(environ),
        secret_key=environ.get("NEWSCLIP_SECRET_KEY", ""),
        former_secret_key=environ.get("NEWSCLIP_FORMER_SECRET_KEY", ""),
        debug=environ.get("NEWSCLIP_DEBUG", "") == "1",
        loopback_ports=_ports(environ),
        plain_http=_one_of(environ, "NEWSCLIP_PLAIN_HTTP", ("read", "refuse")),
        user_agent=environ.get("NEWSCLIP_USER_AGENT", _user_agent(site_url, contact)),
        web_workers=_number(environ, "NEWSCLIP_WEB_WORKERS", 1, least=1),
        lease=_number(environ, "NEWSCLIP_LEASE", 60, least=1),
        database_patience=_number(environ, "NEWSCLIP_DATABASE_PATIENCE", 60),
        grouping_threshold=_threshold(environ),
        vectors=_one_of(environ, "NEWSCLIP_VECTORS", ("off", "on")),
        writer=_one_of(environ, "NEWSCLIP_WRITER", ("extractive", "llm")),
        llm=_llm(environ),
        sign_up=_one_of(environ, "NEWSCLIP_SIGN_UP", ("open", "invitation", "closed")),
        mail=environ.get("NEWSCLIP_MAIL", ""),
        mail_from=environ.get("NEWSCLIP_MAIL_FROM", ""),
        categories=Path(environ["NEWSCLIP_CATEGORIES"]) if environ.get("NEWSCLIP_CATEGORIES") else None,
        metrics=_address(environ, "NEWSCLIP_METRICS"),
        review_tags=environ.get("NEWSCLIP_REVIEW_TAGS", "") == "1",
        proxies=_number(environ, "NEWSCLIP_PROXIES", 0),
        second_factor=_one_of(environ, "NEWSCLIP_SECOND_FACTOR", ("offered", "staff", "everybody")),
        breached=_file(environ, "NEWSCLIP_BREACHED"),
        oidc=_oidc(environ),
        push_key=environ.get("NEWSCLIP_PUSH_KEY", ""),
        hub=environ.get("NEWSCLIP_HUB", ""),
        hsts=_one_of(environ, "NEWSCLIP_HSTS", ("subdomains", "host")),
        keep=_keep(environ),
    )


def _contact(environ: Mapping[str, str]) -> str:
    """Where the operator is written to: "mailto:…", "https://…" or "". Anything else ends the program."""
    value = environ.get("NEWSCLIP_CONTACT", "").strip()
    if _MAIL.fullmatch(value.removeprefix("mailto:")):
        return f"mailto:{value.removeprefix('mailto:')}"
    if value and not _PAGE.fullmatch(value):
        raise SystemExit(f"NEWSCLIP_CONTACT must be a mail address or an address with https://; it is {value!r}.")
    return value


def _user_agent(site_url: str, contact: str) -> str:
    """Whom publishers may ask stands in it, where the operator said."""
    return f"Newsclip/0.1 (+{'; '.join(filter(None, (f'{site_url}/about', contact.removeprefix('mailto:'))))})"


def _replica(environ: Mapping[str, str]) -> str:
    url = environ.get("NEWSCLIP_REPLICA_URL", "")
    if url and not environ.get("NEWSCLIP_DATABASE_URL"):
        raise SystemExit("NEWSCLIP_REPLICA_URL follows a PostgreSQL: set NEWSCLIP_DATABASE_URL too, or unset it.")
    return url


def _queue(environ: Mapping[str, str]) -> str:
    """The broker's address, or "". Anything else, or one beside SQLite, ends the program with what to do."""
    url = environ.get("NEWSCLIP_QUEUE_URL", "")
    if url and not all(one.startswith(("amqp://", "amqps://")) for one in url.split(";")):
        raise SystemExit("NEWSCLIP_QUEUE_URL must be amqp://USER:PASSWORD@HOST:PORT/VHOST of a RabbitMQ, or unset.")
    if url and not environ.get("NEWSCLIP_DATABASE_URL"):
        raise SystemExit("NEWSCLIP_QUEUE_URL is for many machines: set NEWSCLIP_DATABASE_URL too, or unset it.")
    return url


def _address(environ: Mapping[str, str], name: str) -> str:
    """HOST:PORT, or "". Anything else ends the program with what to do."""
    value = environ.get(name, "")
    port = value.rpartition(":")[2]
    if value and not (port.isdecimal() and 0 < int(port) < 65_536):
        raise SystemExit(f"{name} must be HOST:PORT, like 127.0.0.1:9100; it is {value!r}.")
    return value


def _number(environ: Mapping[str, str], name: str, usual: int, *, least: int = 0) -> int:
    """A whole number, `usual` where nothing is set. Anything else ends the program with what to do."""
    value = environ.get(name) or str(usual)
    if not value.isdecimal() or int(value) < least:
        raise SystemExit(f"{name} must be a whole number, {least} or more; it is {value!r}.")
    return int(value)


def _price(name: str, value: str) -> Decimal:
    """Anything but an amount ends the program with what to do."""
    try:
        return Decimal(value)
    except InvalidOperation:
        raise SystemExit(f"{name} must be amounts of money, like 0.15; it says {value!r}.") from None


def _ports(environ: Mapping[str, str]) -> frozenset[int]:
    """Anything but port numbers ends the program with what to do."""
    value = environ.get("NEWSCLIP_LOOPBACK_PORTS", "")
    ports = [port.strip() for port in value.split(",") if port.strip()]
    if not all(port.isdecimal() for port in ports):
        raise SystemExit(f"NEWSCLIP_LOOPBACK_PORTS must be port numbers between commas; it is {value!r}.")
    return frozenset(map(int, ports))


def _threshold(environ: Mapping[str, str]) -> float | None:
    """Anything but a number ends the program with what to do."""
    value = environ.get("NEWSCLIP_GROUPING_THRESHOLD", "")
    try:
        return float(Decimal(value)) if value else None
    except InvalidOperation:
        raise SystemExit(
            f"NEWSCLIP_GROUPING_THRESHOLD must be a number, as `newsclip tune` tells it; it is {value!r}."
        ) from None


def _one_of(environ: Mapping[str, str], name: str, choices: tuple[str, ...]) -> str:
    """The first of the choices where nothing is set. Anything else ends the program with what to do."""
    value = environ.get(name, choices[0])
    if value not in choices:
        raise SystemExit(f"{name} must be one of {', '.join(choices)}; it is {value!r}.")
    return value


def _file(environ: Mapping[str, str], name: str) -> Path | None:
    """A file that can be read. Anything else ends the program with what to do."""
    value = environ.get(name, "")
    if value and not os.access(value, os.R_OK):
        raise SystemExit(f"{name} must be a file that can be read; it is {value!r}.")
    return Path(value) if value else None


def _oidc(environ: Mapping[str, str]) -> OidcOptions:
    """Raises SystemExit where half of it is set, or the provider would be asked for secrets in the open."""
    url = environ.get("NEWSCLIP_OIDC_URL", "").rstrip("/")
    found = OidcOptions(
        url=url,
        client=environ.get("NEWSCLIP_OIDC_CLIENT", ""),
        secret=environ.get("NEWSCLIP_OIDC_SECRET", ""),
        name=environ.get("NEWSCLIP_OIDC_NAME", "") or (urlsplit(url).hostname or ""),
    )
    if url and not (found.client and found.secret):
        raise SystemExit("NEWSCLIP_OIDC_URL needs NEWSCLIP_OIDC_CLIENT and NEWSCLIP_OIDC_SECRET, as the provider gave.")
    on_this_machine = urlsplit(url).hostname in ("localhost", "127.0.0.1")
    if url and not url.startswith("https://") and not on_this_machine:
        raise SystemExit(f"NEWSCLIP_OIDC_URL must start with https://; it is {url!r}.")
    return found


def _keep(environ: Mapping[str, str]) -> KeepOptions:
    """Raises SystemExit where texts would go while stories still grow by them."""
    names = {"looks": 30, "refused": 180, "texts": 0, "notices": 180, "attempts": 365, "explorations": 180}
    found = KeepOptions(
        **{name: _number(environ, f"NEWSCLIP_KEEP_{name.upper()}", days) for name, days in names.items()}
    )
    if 0 < found.texts < _SHORTEST_TEXTS:
        raise SystemExit(
            f"NEWSCLIP_KEEP_TEXTS must be {_SHORTEST_TEXTS} days or more, or 0 for ever; it is {found.texts}."
        )
    return found


def _llm(environ: Mapping[str, str]) -> LlmOptions:
    price_in, _, price_out = environ.get("NEWSCLIP_LLM_PRICES", "0,0").partition(",")
    prices = _price("NEWSCLIP_LLM_PRICES", price_in), _price("NEWSCLIP_LLM_PRICES", price_out or "0")
    return LlmOptions(
        url=environ.get("NEWSCLIP_LLM_URL", "http://localhost:11434/v1"),
        model=environ.get("NEWSCLIP_LLM_MODEL", ""),
        key=environ.get("NEWSCLIP_LLM_KEY", ""),
        seconds=_number(environ, "NEWSCLIP_LLM_SECONDS", 60, least=1),
        tokens=_number(environ, "NEWSCLIP_LLM_TOKENS", 1500, least=1),
        passages=_number(environ, "NEWSCLIP_LLM_PASSAGES", 9_000, least=1),
        tokens_a_day=_number(environ, "NEWSCLIP_LLM_TOKENS_A_DAY", 1_000_000),
        prices=prices,
        cost_a_day=_price("NEWSCLIP_LLM_COST_A_DAY", environ.get("NEWSCLIP_LLM_COST_A_DAY", "0")),
        closeness=_one_of(environ, "NEWSCLIP_LLM_CLOSENESS", ("strict", "close")),
    )


OPTIONS = read_options(os.environ)
