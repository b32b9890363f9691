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


def first_steps() -> str:
    """What to do where there is no site yet. A backup comes first: after a start the place is no longer empty."""
    return (
        "If there is a backup: newsclip restore FILE   A new site: newsclip add URL, then "
        f"{starting()}   Other settings: newsclip --settings FILE"
    )
