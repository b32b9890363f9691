"""The results of checks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check; `remedy` is empty if there is nothing to do."""

    about: str
    ok: bool
    says: str
    remedy: str = ""


def good(about: str, says: str) -> Finding:
    return Finding(about, ok=True, says=says)


def bad(about: str, says: str, remedy: str) -> Finding:
    return Finding(about, ok=False, says=says, remedy=remedy)


_UNITS = {"web": "newsclip-web", "worker": "newsclip-worker@1", "": "newsclip-web newsclip-worker@1"}


def starting(process: str = "") -> str:
    """How an operator starts "web", "worker" or, with "", both: by systemd's units first, where these are installed.

    Another site or worker in a root shell takes the units' place until that shell ends.
    """
    return f"systemctl restart {_UNITS[process]}   or, without systemd: newsclip start {process}".rstrip()
