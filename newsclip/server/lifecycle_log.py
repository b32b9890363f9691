"""The lines of a start: which version, and which settings differ from their defaults."""

from collections.abc import Mapping

import structlog

from newsclip import __version__
from newsclip.kernel.settings_file import is_secret
from newsclip.options import SETTINGS, read_options

SECRET = "(secret)"  # noqa: S105 what is shown in its place


def started(process: str) -> None:
    """Told once a process has begun its work."""
    file = {"settings_file": str(SETTINGS.file)} if SETTINGS.file else {}
    structlog.get_logger().info(f"{process}_started", version=__version__, settings=differing(SETTINGS.values), **file)


def stopped(process: str) -> None:
    structlog.get_logger().info(f"{process}_stopped", version=__version__)


def differing(values: Mapping[str, str]) -> dict[str, str]:
    """The settings whose values are not their defaults; of secret ones, that they are set."""
    whole = read_options(values)
    found = {}
    for name, value in sorted(values.items()):
        try:
            differs = read_options({one: said for one, said in values.items() if one != name}) != whole
        except SystemExit:  # others need it
            differs = True
        if differs:
            found[name] = SECRET if is_secret(name, value) else value
    return found
