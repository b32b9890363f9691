"""Settings from one TOML file, from files that hold one value each (`…_FILE`), and from the environment, which wins.

A key of the TOML file is the variable's name without NEWSCLIP_, in lower case: `site_url` is NEWSCLIP_SITE_URL.
"""

import os
import re
import stat
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PREFIX, FROM_FILE = "NEWSCLIP_", "_FILE"
VARIABLE = "NEWSCLIP_SETTINGS"
LISTENING = "NEWSCLIP_LISTENING"  # where `newsclip start` listens, as an address: told to the processes that it starts
USUAL = Path("/etc/newsclip/settings.toml")
READ_ONLY = "NEWSCLIP_READ_ONLY"  # set by a command that looks alone: nothing is made in a fresh home
_LARGEST = 2**20  # bytes
_LONGEST = 80  # characters of an unknown name that are compared and shown
_NAMED = re.compile(r"NEWSCLIP_[A-Z\d_]*[A-Z]")
_SEE = "See docs/reference/settings.md."
# Said by Newsclip to itself, or by whoever runs its tests.
_NO_SETTINGS = {
    VARIABLE, LISTENING, READ_ONLY, "NEWSCLIP_SUPERVISOR", "NEWSCLIP_SHARED", "NEWSCLIP_CHROMIUM",
    "NEWSCLIP_LLM_PYTHON", "NEWSCLIP_BREAK", "NEWSCLIP_SWEEP",
}  # fmt: skip
_TESTS = "NEWSCLIP_TEST_"
# Kubernetes tells every container of the services in its namespace, of one called `newsclip` by such variables.
_SERVICE = re.compile(
    r"NEWSCLIP_(?:\w{1,60}_)?(?:SERVICE_(?:HOST|PORT(?:_\w{1,60})?)|PORT_\d{1,5}_(?:TCP|UDP|SCTP)(?:_\w{1,9})?)",
    re.ASCII,
)
_PATHS = {"HOME", "CATEGORIES", "CATALOGUE", "BREACHED_PASSWORDS"}
_LISTS = {"LOOPBACK_PORTS", "LLM_PRICES"}
_AFTER_HOST = re.compile(r"[/\s?#]")
_SECRETS = ("_KEY", "_SECRET", "_PASSWORD", "_TOKEN")
# What readers, publishers and other sites see
_SHOWN = ("SITE_NAME", "SITE_URL", "SOURCE_URL", "CONTACT", "USER_AGENT", "MAIL_FROM", "HUB", "OIDC_NAME", "OIDC_URL")


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set, by the variables' names; `in_environment`: by the environment, which overrules the file; `warnings`:
    sentences for whoever started this.
    """

    values: Mapping[str, str] = field(repr=False)
    file: Path | None
    in_file: frozenset[str]
    warnings: tuple[str, ...] = ()
    in_environment: frozenset[str] = frozenset()

    def apply[T](self, read: Callable[[Mapping[str, str]], T]) -> T:
        """`read` these values; what it refuses of the file is said with the file and the key, no secret is said.

        Raises SystemExit.
        """
        try:
            _must_show_no_password(self.values)
            return read(self.values)
        except SystemExit as refused:
            said = self._without_secrets(str(refused))
            named = [name for name in _NAMED.findall(said) if name in self.in_file]
            keys = ", ".join(dict.fromkeys(map(_key, named)))
            raise SystemExit(f"{said} In {self.file} that is: {keys}." if keys else said) from None

    def as_called(self, said: str) -> str:
        """`said`, with the keys of the file for the variables, if there is a file: site_url for NEWSCLIP_SITE_URL.

        What the environment sets keeps its name: to write it into the file would change nothing.
        """
        if self.file is None:
            return said
        left = {VARIABLE, *self.in_environment}
        return _NAMED.sub(lambda found: found[0] if found[0] in left else _key(found[0]), said)

    def _without_secrets(self, said: str) -> str:
        for name, value in self.values.items():
            if is_secret(name, value) or _may_hold_password(value):
                said = said.replace(repr(value), "a secret, which is left out here")
        return said


class Asked(dict[str, str]):
    """An empty environment that remembers which variables it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        self.names.add(name)
        return default


def read_settings(environ: Mapping[str, str], known: frozenset[str], usual: Path = USUAL) -> Settings:
    """The environment over the file that NEWSCLIP_SETTINGS names, or over `usual` where that exists.

    Raises SystemExit, with what to do, for a name that is not `known`, and for a file that cannot be used.
    """
    _must_be_known(environ, known)
    named = environ.get(VARIABLE, "")
    file = None if named == os.devnull else Path(named).absolute() if named else usual if _is_there(usual) else None
    here = {name: value for name, value in environ.items() if value and _setting(name, known)}
    overruled = {_setting(name, known) for name in here}
    there = {} if file is None else _of_file(file, known)
    there = {name: value for name, value in there.items() if _setting(name, known) not in overruled}
    warnings: list[str] = []
    if file is not None and any(is_secret(name, value) for name, value in there.items()) and others_can_read(file):
        warnings.append(f"{file} holds secrets, and others on this machine can read it. Run: chmod o-rwx {file}")
    in_file = dict(_resolved(there, lambda name: f"{_key(name)} in {file}", warnings))
    in_environment = dict(_resolved(here, str, warnings))
    values = in_file | in_environment
    if file is not None:  # wherever a command is called, it finds the same data
        values.setdefault("NEWSCLIP_HOME", str(file.parent / "newsclip-data"))
    if LISTENING in environ:
        values.setdefault("NEWSCLIP_SITE_URL", environ[LISTENING])
    return Settings(values, file, frozenset(in_file), tuple(warnings), frozenset(in_environment))


def is_secret(name: str, value: str) -> bool:
    """Whether nobody else may see it: a key, an address with a password, or an account in what everybody sees."""
    if name.removeprefix(PREFIX) in _SHOWN:
        return _has_account(value)
    return name.endswith(_SECRETS) or _may_hold_password(value)


def _may_hold_password(value: str) -> bool:
    # A setting may hold several addresses, and a password any letter: what stands before the last "@" of each counts.
    return any(":" in one.rpartition("@")[0] for one in value.split("://")[1:])


def _has_account(value: str) -> bool:
    # A token may stand where a name does. An "@" further on is of a path or of a mail address beside it.
    return any("@" in _AFTER_HOST.split(one, maxsplit=1)[0] for one in value.split("://")[1:])


def _must_show_no_password(values: Mapping[str, str]) -> None:
    for name in (PREFIX + name for name in _SHOWN):
        if is_secret(name, values.get(name, "")):
            raise SystemExit(
                f"{name} has a name, password or token before the @ of an address, and everybody would see it. "
                "Take it out, with the @."
            )


def others_can_read(file: Path) -> bool:
    """Whether an account that is neither the owner's nor of the group can: the file, and every folder above it.

    Where a link leads, not where it lies: its folder keeps nobody from the file.
    """
    try:
        readable = file.stat().st_mode & stat.S_IROTH
        return bool(readable) and all(folder.stat().st_mode & stat.S_IXOTH for folder in file.resolve().parents)
    except OSError:
        return False


def _is_there(usual: Path) -> bool:
    """A file that is there and may not be read counts: to go on without it would be to work on another database."""
    try:
        usual.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _key(name: str) -> str:
    return name.removeprefix(PREFIX).lower()


def _setting(name: str, known: frozenset[str]) -> str:
    """The setting that this variable sets, itself or by a file; "" if none."""
    if name in known:
        return name
    base = name.removesuffix(FROM_FILE)
    return base if base in known else ""


def _must_be_known(environ: Mapping[str, str], known: frozenset[str]) -> None:
    for name, value in sorted(environ.items()):
        if not name.startswith(PREFIX) or not value or _setting(name, known) or name in _NO_SETTINGS:
            continue
        of_a_service = _SERVICE.fullmatch(name) or (name.endswith("_PORT") and "://" in value)
        if not (name.startswith(_TESTS) or of_a_service):
            raise SystemExit(f"{name[:_LONGEST]} is no setting. {_nearest(name, known, str)}")


def _nearest(name: str, known: frozenset[str], called: Callable[[str], str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 only for what is misspelt

    known_too = {one.removeprefix(PREFIX): one for setting in known for one in (setting, setting + FROM_FILE)}
    asked = name.upper().replace("-", "_").removeprefix(PREFIX)[:_LONGEST]
    found = get_close_matches(asked, known_too, 1, 0.7)
    return f"Is {called(known_too[found[0]])} meant? {_SEE}" if found else _SEE


def _of_file(file: Path, known: frozenset[str]) -> dict[str, str]:
    """What a TOML file sets, by the variables' names. Raises SystemExit."""
    remedy = "Name a file that this account can read: newsclip --settings FILE, or NEWSCLIP_SETTINGS."
    text = _text(file, "The settings file", remedy)
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise SystemExit(
            f'{file} is not valid TOML: {error}. Write one setting per line, text in quotes: site_name = "Harbour News"'
        ) from error
    values = {}
    for key, value in found.items():
        name = PREFIX + key.upper()
        if key != key.lower() or not _setting(name, known):
            what = "is a table, and no setting" if isinstance(value, dict) else "is no setting"
            raise SystemExit(f"{file}: {key[:_LONGEST]} {what}. {_nearest(key, known, _key)}")
        if isinstance(value, list) and key.upper() in _LISTS:
            values[name] = ",".join(_as_text(file, key, one) for one in value)
        else:
            values[name] = _as_text(file, key, value)
    return {name: value for name, value in values.items() if value}


def _as_text(file: Path, key: str, value: object) -> str:
    name = key.upper()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if not isinstance(value, str):
        raise SystemExit(f"{file}: {key} must be text in quotes, a number, true or false; it is {_called(value)}.")
    if not value.isprintable():
        raise SystemExit(f"{file}: {key} must be one line of letters and signs.")
    if value and (name in _PATHS or name.endswith(FROM_FILE)):
        return str(file.parent / os.path.expanduser(value))  # noqa: PTH111 it leaves an unknown account's name alone
    return value


def _called(value: object) -> str:
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, list) else "a date or a time"


def _resolved(
    values: Mapping[str, str], called: Callable[[str], str], warnings: list[str]
) -> Iterator[tuple[str, str]]:
    """Settings with what their files hold. `called`: a variable's name for people. Raises SystemExit."""
    for name, value in values.items():
        base = name.removesuffix(FROM_FILE)
        if base == name:
            yield name, value
            continue
        if base in values:
            raise SystemExit(f"Both {called(base)} and {called(name)} are set: remove one of them.")
        remedy = "Write the secret into that file, or correct its path."
        held = _text(Path(value), called(name), remedy).rstrip("\r\n")
        if not held.strip() or not held.isprintable():
            raise SystemExit(f"{called(name)}: {value} must hold one line, the value; it holds something else.")
        if is_secret(base, held) and others_can_read(Path(value)):
            warnings.append(f"{value} holds a secret, and others on this machine can read it. Run: chmod o-rwx {value}")
        yield base, held


def _text(file: Path, what: str, remedy: str) -> str:
    """What a small file holds, with or without a byte order mark. Raises SystemExit, with `remedy` if it is missing."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise SystemExit(f"{what} must be a file; {file} is {'a folder' if file.is_dir() else 'none'}.")
        with file.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except OSError as error:
        if isinstance(error, PermissionError):
            remedy = (
                "Run this as the account that may read it: runuser -u newsclip -- newsclip …   or let it read the"
                f" file: chgrp newsclip {file}; chmod 640 {file}"
            )
        raise SystemExit(f"{what} {file} cannot be read: {error.strerror}. {remedy}") from error
    except ValueError as error:
        raise SystemExit(f"{what} must be the path of a file.") from error
    if len(data) > _LARGEST:
        raise SystemExit(f"{what} must be smaller than a mebibyte; {file} is larger.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SystemExit(f"{what} must be text in UTF-8; {file} is not: save it as UTF-8.") from error
