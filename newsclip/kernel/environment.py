"""Typed settings from the environment. An invalid value ends the program with a message that says what is allowed."""

import os
import re
from collections.abc import Iterator, Mapping, MutableMapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

import ada_url

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_RATE = re.compile(r"[1-9]\d{0,5}/[1-9]\d{0,5}[smhd]", re.ASCII)
_SCHEMES = ("https:", "http:")
_MAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_PAGE = re.compile(r"https://[\w.-]+(?::\d+)?(?:[/?#][!#-'*-;=?-~]*)?", re.ASCII)


def take_old_names(environ: MutableMapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    """Put what is set by an old name under its new one; gives a sentence for each. `names`: the new one of each old.

    The environment itself changes, so that processes started from here are told by the new name, and do not warn again.
    """
    for old, new in names.items():
        value = environ.pop(old, "")
        if value and environ.get(new):
            yield f"{old} is now called {new}, which is set too: unset {old}, it does nothing."
        elif value:
            environ[new] = value
            yield f"{old} is now called {new}: rename it, the old name works for this release only."


def address(environ: Mapping[str, str], name: str) -> str:
    """HOST:PORT, or "" if unset. Raises SystemExit for anything else."""
    value = environ.get(name, "")
    host, _, port = value.rpartition(":")
    if value and not (host and is_port(port)):
        raise SystemExit(f"{name} must be HOST:PORT, like 127.0.0.1:9100; it is {value!r}.")
    return value


def origin(environ: Mapping[str, str], name: str, usual: str) -> str:
    """Scheme and host, as browsers write an origin. Raises SystemExit for anything else."""
    value = environ.get(name) or usual
    at = _parsed(value)
    if at is None or at.href != f"{at.origin}/":
        raise SystemExit(f"{name} must be https://YOUR.NAME, without a path; it is {value!r}.")
    return str(at.origin)


def web_address(environ: Mapping[str, str], name: str, usual: str = "") -> str:
    """An http(s) address without a trailing slash. Raises SystemExit for anything else."""
    value = environ.get(name) or usual
    if value and _parsed(value) is None:
        raise SystemExit(f"{name} must be an address with https:// (or http://); it is {value!r}.")
    return value.rstrip("/")


def _parsed(value: str) -> ada_url.URL | None:
    try:
        found = ada_url.URL(value)
    except ValueError:
        return None
    return found if found.protocol in _SCHEMES else None


def line(environ: Mapping[str, str], name: str, usual: str) -> str:
    """One line, safe inside an HTTP header. Raises SystemExit for anything else."""
    value = environ.get(name) or usual
    if not value.isprintable():
        raise SystemExit(f"{name} must be one line of letters and signs; it is {value!r}.")
    return value


def languages(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Codes of languages, in order and each once. Raises SystemExit for anything else."""
    value = environ.get(name, "")
    codes = [code.strip().lower() for code in value.split(",") if code.strip()]
    if not all(map(_LANGUAGE.fullmatch, codes)):
        raise SystemExit(f"{name} must be codes of languages between commas, like de, en; it is {value!r}.")
    return tuple(dict.fromkeys(codes))


def rate(environ: Mapping[str, str], name: str, usual: str) -> str:
    """A rate: "5/30m" is five in thirty minutes. Raises SystemExit for anything else."""
    value = environ.get(name) or usual
    if not _RATE.fullmatch(value):
        raise SystemExit(f"{name} must be NUMBER/TIME in s, m, h or d, like 5/30m; it is {value!r}.")
    return value


def is_port(value: str) -> bool:
    return value.isdecimal() and 0 < int(value) < 65_536


def number(environ: Mapping[str, str], name: str, usual: int, *, least: int = 0, most: int = 10**12) -> int:
    """A whole number, `usual` if unset. Raises SystemExit for anything else, or if it is out of bounds."""
    value = environ.get(name) or str(usual)
    if not value.isdecimal() or int(value) < least:
        raise SystemExit(f"{name} must be a whole number, {least} or more; it is {value!r}.")
    if int(value) > most:
        raise SystemExit(f"{name} must be {most:,} or less; it is {value!r}.")
    return int(value)


def price(name: str, value: str) -> Decimal:
    """An amount of money. Raises SystemExit for anything else."""
    found = decimal(value)
    if found is None or found < 0:
        raise SystemExit(f"{name} must be amounts of money, like 0.15; it says {value!r}.")
    return found


def decimal(value: str) -> Decimal | None:
    """None unless the text is a finite number."""
    try:
        found = Decimal(value)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def ports(environ: Mapping[str, str], name: str) -> frozenset[int]:
    """Raises SystemExit for anything but port numbers."""
    value = environ.get(name, "")
    ports = [port.strip() for port in value.split(",") if port.strip()]
    if not all(map(is_port, ports)):
        raise SystemExit(f"{name} must be port numbers between commas; it is {value!r}.")
    return frozenset(map(int, ports))


def one_of(environ: Mapping[str, str], name: str, choices: tuple[str, ...]) -> str:
    """One of the choices, the first if unset. Raises SystemExit for anything else.

    What is on or off may be said as TOML says it, by true or false.
    """
    value = environ.get(name) or choices[0]
    for yes, no in (("1", "0"), ("on", "off")):
        if set(choices) == {yes, no}:
            value = {"true": yes, "false": no}.get(value, value)
    if value not in choices:
        raise SystemExit(f"{name} must be one of {', '.join(choices)}; it is {value!r}.")
    return value


def file(environ: Mapping[str, str], name: str) -> Path | None:
    """A readable file, None if unset. Raises SystemExit for anything else."""
    value = environ.get(name, "")
    if value and not (Path(value).is_file() and os.access(value, os.R_OK)):
        raise SystemExit(f"{name} must be a file that can be read; it is {value!r}.")
    return Path(value) if value else None


def contact_of(environ: Mapping[str, str]) -> str:
    """Where the operator is written to: "mailto:…", "https://…" or "". Anything else ends the program."""
    value = environ.get("NEWSCLIP_CONTACT", "").strip()
    if _MAIL.fullmatch(value.removeprefix("mailto:")):
        return f"mailto:{value.removeprefix('mailto:')}"
    if value and not _PAGE.fullmatch(value):
        raise SystemExit(f"NEWSCLIP_CONTACT must be a mail address or an address with https://; it is {value!r}.")
    return value
