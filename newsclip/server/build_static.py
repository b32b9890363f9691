"""Run as `python -m newsclip.server.build_static` when an image is built: static files beside the packages."""

import shutil
from pathlib import Path

from newsclip.kernel.built_static import MARK, place, state
from newsclip.server.setup import collect, ready
from newsclip.terminal import cli_errors


def build(to: Path) -> None:
    """Collect all anew into this folder, whole or without the mark by which a start knows it."""
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(parents=True)  # before `ready`, which keeps others from all that is made after it
    ready(read_only=True)
    import django  # noqa: PLC0415 the settings have to be loaded first
    from django.conf import settings  # noqa: PLC0415 the same

    settings.STATIC_ROOT = to
    collect()
    (to / MARK).write_text(state(django.get_version()))
    for one in (to, *to.rglob("*")):
        one.chmod(0o755 if one.is_dir() else 0o644)


if __name__ == "__main__":
    with cli_errors():
        build(place())
