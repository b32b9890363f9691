"""The source of what runs here, as section 13 of the AGPL gives it to whoever uses the site: all of the package as it
lies on this machine, with what was changed in it, and what builds it again.
"""

import tarfile
from pathlib import Path

import newsclip
from newsclip.kernel.release import public_version, version

_PACKAGE = Path(newsclip.__file__).parent
_BUILDS = ("pyproject.toml", "requirements.lock", "README.md", "LICENSE")
_LEFT_OUT = {"__pycache__", "tests", "project"}
_QUICK = 1  # of gzip: three times as fast as its usual 9, and a tenth larger


def write_source(to: Path) -> None:
    """Write it as tar.gz, whole or not at all; it unpacks into one folder, named by the version."""
    folder = f"newsclip-{public_version()}"
    made = to.with_suffix(".new")
    with tarfile.open(made, "w:gz", compresslevel=_QUICK) as archive:
        for file in _sources():
            archive.add(file, f"{folder}/newsclip/{file.relative_to(_PACKAGE)}", recursive=False)
        for file in _build_files():
            archive.add(file, f"{folder}/{file.name}", recursive=False)
    made.replace(to)


def newest() -> str:
    """What changes when the source does: how many files, how long, and when the last of them was changed."""
    found = [file.stat() for file in _sources()]
    return f"{version()} {len(found)} {sum(one.st_size for one in found)} {max(one.st_mtime_ns for one in found)}"


def _sources() -> list[Path]:
    files = (file for file in _PACKAGE.rglob("*") if not _LEFT_OUT.intersection(file.relative_to(_PACKAGE).parts))
    return sorted(file for file in files if file.is_file())


def _build_files() -> list[Path]:
    """From beside the package in a checkout, from where the wheel has them otherwise."""
    places = (_PACKAGE.parent, _PACKAGE / "server" / "project")
    place = next((one for one in places if (one / _BUILDS[0]).exists()), None)
    return [place / name for name in _BUILDS if (place / name).exists()] if place else []
