"""The source of what runs here, as section 13 of the AGPL gives it to whoever uses the site: all of the package as it
lies on this machine, with what was changed in it, and what builds it again.
"""

import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import newsclip
from newsclip.kernel.release import public_version, version
from newsclip.options import OPTIONS, SETTINGS

_PACKAGE = Path(newsclip.__file__).parent
_BUILDS = ("pyproject.toml", "requirements.lock", "README.md", "LICENSE")
_LEFT_OUT = {"__pycache__", "tests", "project"}
# What the package consists of. An operator's files that lie in it, as a database or a key, are nobody's source.
_SUFFIXES = (
    *(".py", ".html", ".css", ".js", ".svg", ".ttf", ".png", ".webp", ".po", ".mo"),
    *(".toml", ".txt", ".json", ".jsonl", ".xml", ".gz", ".npy", ".npz"),
)
_PRIVATE = (OPTIONS.home, *([SETTINGS.file] if SETTINGS.file else []))
_QUICK = 1  # of gzip: three times as fast as its usual 9, and a tenth larger


def write_source(to: Path, package: Path = _PACKAGE, private: Sequence[Path] = _PRIVATE) -> None:
    """Write it as tar.gz, whole or not at all; it unpacks into one folder, named by the version.

    `private`: files and folders that are the operator's, wherever they lie.
    """
    folder = f"newsclip-{public_version()}"
    made = to.with_suffix(".new")
    # A package may be installed as links to its files; the links alone would be of no use elsewhere.
    with tarfile.open(made, "w:gz", compresslevel=_QUICK, dereference=True) as archive:
        for file in _sources(package, private):
            archive.add(file, f"{folder}/newsclip/{file.relative_to(package)}", recursive=False, filter=_of_nobody)
        for file in _build_files(package):
            archive.add(file, f"{folder}/{file.name}", recursive=False, filter=_of_nobody)
    made.replace(to)


def newest(package: Path = _PACKAGE, private: Sequence[Path] = _PRIVATE) -> str:
    """What changes when the source does: how many files, how long, and when the last of them was changed."""
    found = [file.stat() for file in _sources(package, private)]
    return f"{version()} {len(found)} {sum(one.st_size for one in found)} {max(one.st_mtime_ns for one in found)}"


def _of_nobody(file: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the account that the file belongs to here."""
    file.uid = file.gid = 0
    file.uname = file.gname = ""
    return file


def _sources(package: Path, private: Sequence[Path]) -> list[Path]:
    kept_back = [one.resolve() for one in private if one.resolve().is_relative_to(package.resolve())]
    return sorted(file for file in _of(package) if not any(file.resolve().is_relative_to(one) for one in kept_back))


def _of(package: Path) -> Iterator[Path]:
    """The files that belong to the package. Every start walks here: it does not enter folders that are left out."""
    for folder, folders, names in package.walk():
        folders[:] = [name for name in folders if name not in _LEFT_OUT and not name.startswith(".")]
        files = (folder / name for name in names if name.endswith(_SUFFIXES) and not name.startswith("."))
        yield from (file for file in files if file.is_file() and _leads_to_its_like(file, package))


def _leads_to_its_like(file: Path, package: Path) -> bool:
    """Whether it is no link, or one to the same file of another copy."""
    if not file.is_symlink():
        return True
    parts = file.relative_to(package).parts
    return file.resolve().parts[-len(parts) :] == parts


def _build_files(package: Path) -> list[Path]:
    """From beside the package in a checkout, from where the wheel has them otherwise."""
    places = (package.parent, package / "server" / "project")
    place = next((one for one in places if (one / _BUILDS[0]).exists()), None)
    return [place / name for name in _BUILDS if (place / name).exists()] if place else []
