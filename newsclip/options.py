"""What an operator may set, read once at start; see docs/reference/settings.md. Embedded needs none."""

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from email.utils import parseaddr
from pathlib import Path

from newsclip.kernel.connection_options import queue_of, replica_of
from newsclip.kernel.environment import (
    address,
    contact_of,
    decimal,
    file,
    languages,
    line,
    number,
    one_of,
    origin,
    ports,
    price,
    rate,
    take_old_names,
    web_address,
)
from newsclip.kernel.judge_options import LOCAL_MODELS, JudgeOptions, judge_options
from newsclip.kernel.log_options import LogOptions, log_options
from newsclip.kernel.oidc_options import OidcOptions, oidc_options
from newsclip.kernel.poll_options import PollLimits, poll_options
from newsclip.kernel.release import user_agent
from newsclip.kernel.s3_options import S3Options, s3_options
from newsclip.kernel.settings_file import Asked, read_settings

# Kept for one release, with a warning; docs/reference/settings.md lists them too.
OLD_NAMES = {
    "NEWSCLIP_BREACHED": "NEWSCLIP_BREACHED_PASSWORDS",
    "NEWSCLIP_DATABASE_PATIENCE": "NEWSCLIP_DATABASE_TIMEOUT",
    "NEWSCLIP_KEEP_LOOKS": "NEWSCLIP_KEEP_POLLS",
    "NEWSCLIP_SIGN_UPS": "NEWSCLIP_SIGN_UP_RATE",
}
_SHORTEST_TEXTS = 90
_DAY, _CENTURY = 86_400, 36_500  # seconds; days
_PUSH_KEY = re.compile(r"[\w-]{43}=?", re.ASCII)  # 32 bytes, base64url


@dataclass(frozen=True, slots=True)
class LlmOptions:
    """The language model's server, and what it may be asked; see docs/how-to/use-a-model.md.

    `tokens`: the longest answer; `passages`: characters of publishers' words in a question; `prices`: of a million
    tokens in, and out; a day's bounds are off at 0; `basis`: what is enough for a sentence, see docs/why/llm.md.
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
    basis: str
    judge: JudgeOptions


@dataclass(frozen=True, slots=True)
class KeepOptions:
    """How many days things are kept, 0 = for ever; see docs/how-to/operate.md. What a clip rests on is always kept."""

    polls: int
    refused: int
    texts: int
    notices: int
    attempts: int
    explorations: int
    readings: int


@dataclass(frozen=True, slots=True)
class LimitOptions:
    """What one text may take: CPU seconds of reading a page and of writing a story, MiB of the process that does it."""

    reading: int
    writing: int
    memory: int


@dataclass(frozen=True, slots=True)
class Options:
    """What an operator may set."""

    home: Path
    site_url: str
    site_name: str
    contact: str
    source_url: str
    database_url: str = field(repr=False)
    replica_url: str = field(repr=False)
    queue_url: str = field(repr=False)
    s3: S3Options
    migrate: str
    secret_key: str = field(repr=False)
    former_secret_key: str = field(repr=False)
    debug: bool
    loopback_ports: frozenset[int]
    plain_http: str
    polling: PollLimits
    logs: LogOptions
    user_agent: str
    web_workers: int
    lease: int
    database_timeout: int
    grouping_threshold: float | None
    vectors: str
    syntax: str
    story_languages: str
    clip_languages: tuple[str, ...]
    writer: str
    llm: LlmOptions
    sign_up: str
    sign_up_rate: str
    sign_up_burst: int
    mail: str = field(repr=False)
    mail_from: str
    categories: Path | None
    catalogue: Path | None
    metrics: str
    review_tags: bool
    proxies: int
    second_factor: str
    breached_passwords: Path | None
    oidc: OidcOptions
    push_key: str = field(repr=False)
    hub: str
    hsts: str
    keep: KeepOptions
    limits: LimitOptions


def read_options(environ: Mapping[str, str]) -> Options:
    """What is empty counts as not set. Raises SystemExit, with what to do, for what cannot be meant."""
    return Options(
        home=Path(environ.get("NEWSCLIP_HOME") or "newsclip-data").absolute(),
        site_url=_site_url(environ),
        site_name=line(environ, "NEWSCLIP_SITE_NAME", "Newsclip"),
        contact=contact_of(environ),
        source_url=web_address(environ, "NEWSCLIP_SOURCE_URL"),
        database_url=environ.get("NEWSCLIP_DATABASE_URL", ""),
        replica_url=replica_of(environ),
        queue_url=queue_of(environ),
        s3=s3_options(environ),
        migrate=one_of(environ, "NEWSCLIP_MIGRATE", ("on", "off")),
        secret_key=environ.get("NEWSCLIP_SECRET_KEY", ""),
        former_secret_key=environ.get("NEWSCLIP_FORMER_SECRET_KEY", ""),
        debug=one_of(environ, "NEWSCLIP_DEBUG", ("0", "1")) == "1",
        loopback_ports=ports(environ, "NEWSCLIP_LOOPBACK_PORTS"),
        plain_http=one_of(environ, "NEWSCLIP_PLAIN_HTTP", ("read", "refuse")),
        polling=poll_options(environ),
        logs=log_options(environ),
        user_agent=line(environ, "NEWSCLIP_USER_AGENT", user_agent(_site_url(environ), contact_of(environ))),
        web_workers=number(environ, "NEWSCLIP_WEB_WORKERS", 1, least=1),
        lease=number(environ, "NEWSCLIP_LEASE", 60, least=1, most=_DAY),
        database_timeout=number(environ, "NEWSCLIP_DATABASE_TIMEOUT", 60, most=_DAY),
        grouping_threshold=_threshold(environ),
        vectors=one_of(environ, "NEWSCLIP_VECTORS", ("off", "on")),
        syntax=one_of(environ, "NEWSCLIP_SYNTAX", ("on", "off")),
        story_languages=one_of(environ, "NEWSCLIP_STORY_LANGUAGES", ("several", "one")),
        clip_languages=languages(environ, "NEWSCLIP_CLIP_LANGUAGES"),
        writer=one_of(environ, "NEWSCLIP_WRITER", ("extractive", "llm")),
        llm=_llm(environ),
        sign_up=one_of(environ, "NEWSCLIP_SIGN_UP", ("open", "approval", "invitation", "closed")),
        sign_up_rate=rate(environ, "NEWSCLIP_SIGN_UP_RATE", "5/30m"),
        sign_up_burst=number(environ, "NEWSCLIP_SIGN_UP_BURST", 20, least=1),
        mail=environ.get("NEWSCLIP_MAIL", ""),
        mail_from=_mail_from(environ),
        categories=Path(environ["NEWSCLIP_CATEGORIES"]) if environ.get("NEWSCLIP_CATEGORIES") else None,
        catalogue=file(environ, "NEWSCLIP_CATALOGUE"),
        metrics=address(environ, "NEWSCLIP_METRICS"),
        review_tags=one_of(environ, "NEWSCLIP_REVIEW_TAGS", ("0", "1")) == "1",
        proxies=number(environ, "NEWSCLIP_PROXIES", 0),
        second_factor=one_of(environ, "NEWSCLIP_SECOND_FACTOR", ("offered", "staff", "everybody")),
        breached_passwords=file(environ, "NEWSCLIP_BREACHED_PASSWORDS"),
        oidc=oidc_options(environ),
        push_key=_push_key(environ),
        hub=web_address(environ, "NEWSCLIP_HUB"),
        hsts=one_of(environ, "NEWSCLIP_HSTS", ("subdomains", "host")),
        keep=_keep(environ),
        limits=_limits(environ),
    )


def _site_url(environ: Mapping[str, str]) -> str:
    return origin(environ, "NEWSCLIP_SITE_URL", "http://localhost:8000")


def _mail_from(environ: Mapping[str, str]) -> str:
    value = environ.get("NEWSCLIP_MAIL_FROM", "")
    if value and "@" not in parseaddr(value)[1].strip("@"):
        raise SystemExit(f"NEWSCLIP_MAIL_FROM must be a mail address, like news@example.org; it is {value!r}.")
    return value


def _push_key(environ: Mapping[str, str]) -> str:
    value = environ.get("NEWSCLIP_PUSH_KEY", "")
    if value and not _PUSH_KEY.fullmatch(value):
        raise SystemExit("NEWSCLIP_PUSH_KEY must be what `newsclip push-key` made, or unset.")
    return value


def _threshold(environ: Mapping[str, str]) -> float | None:
    """Anything but a number ends the program with what to do."""
    value = environ.get("NEWSCLIP_GROUPING_THRESHOLD", "")
    found = decimal(value)
    if value and found is None:
        raise SystemExit(f"NEWSCLIP_GROUPING_THRESHOLD must be a number, as `newsclip tune` tells it; it is {value!r}.")
    return None if found is None else float(found)


def _keep(environ: Mapping[str, str]) -> KeepOptions:
    """Raises SystemExit where texts would go while stories still grow by them."""
    names = {
        "polls": 30, "refused": 180, "texts": 0, "notices": 180, "attempts": 365, "explorations": 180, "readings": 365,
    }  # fmt: skip
    found = KeepOptions(
        **{name: number(environ, f"NEWSCLIP_KEEP_{name.upper()}", days, most=_CENTURY) for name, days in names.items()}
    )
    if 0 < found.texts < _SHORTEST_TEXTS:
        raise SystemExit(
            f"NEWSCLIP_KEEP_TEXTS must be {_SHORTEST_TEXTS} days or more, or 0 for ever; it is {found.texts}."
        )
    return found


def _limits(environ: Mapping[str, str]) -> LimitOptions:
    return LimitOptions(
        # An ordinary page takes .02 s and story .1 s, the longest that are taken (200,000 characters) some seconds.
        reading=number(environ, "NEWSCLIP_READING_SECONDS", 10, least=1, most=_DAY),
        writing=number(environ, "NEWSCLIP_WRITING_SECONDS", 30, least=1, most=_DAY),
        memory=number(environ, "NEWSCLIP_TEXT_MEMORY", 1024, least=512),  # code and weights take 430 of it
    )


def _llm(environ: Mapping[str, str]) -> LlmOptions:
    price_in, _, price_out = (environ.get("NEWSCLIP_LLM_PRICES") or "0,0").partition(",")
    return LlmOptions(
        url=web_address(environ, "NEWSCLIP_LLM_URL", LOCAL_MODELS),
        model=environ.get("NEWSCLIP_LLM_MODEL", ""),
        key=environ.get("NEWSCLIP_LLM_KEY", ""),
        seconds=number(environ, "NEWSCLIP_LLM_SECONDS", 60, least=1, most=_DAY),
        tokens=number(environ, "NEWSCLIP_LLM_TOKENS", 1500, least=1),
        passages=number(environ, "NEWSCLIP_LLM_PASSAGES", 9_000, least=1),
        tokens_a_day=number(environ, "NEWSCLIP_LLM_TOKENS_A_DAY", 1_000_000),
        prices=(price("NEWSCLIP_LLM_PRICES", price_in), price("NEWSCLIP_LLM_PRICES", price_out or "0")),
        cost_a_day=price("NEWSCLIP_LLM_COST_A_DAY", environ.get("NEWSCLIP_LLM_COST_A_DAY") or "0"),
        basis=one_of(environ, "NEWSCLIP_LLM_BASIS", ("edited", "exact", "judged")),
        judge=judge_options(environ),
    )


def setting_names() -> frozenset[str]:
    """The variables that are read."""
    asked = Asked()
    read_options(asked)
    return frozenset(asked.names)


def _warn(sentence: str) -> None:
    if "NEWSCLIP_SUPERVISOR" not in os.environ:  # said already, by what started this process
        sys.stderr.write(f"newsclip: {sentence}\n")


for _warning in take_old_names(os.environ, OLD_NAMES):
    _warn(_warning)
SETTINGS = read_settings(os.environ, setting_names())
for _warning in SETTINGS.warnings:
    _warn(_warning)
OPTIONS = SETTINGS.apply(read_options)
