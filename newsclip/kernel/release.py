"""What this program is: its version, its licence, and whether another one of the same name lies where it does."""

import sys
from functools import cache
from pathlib import Path

DISTRIBUTION, LICENCE = "newsclip-social", "AGPL-3.0-or-later"
LICENCE_URL = "https://www.gnu.org/licenses/agpl-3.0.html"
SOURCE_PATH = "/static/newsclip-source.tar.gz"  # newsclip/server/source_archive.py writes it
_OURS = "Summary: Social news discovery that shows its evidence\n"
_NOT_INSTALLED = "0.2.0.dev0"  # run from a folder; also what an archive without git is built as


@cache
def version() -> str:
    """The version of what is installed, as its build took it from the tags: "0.2.0", "0.3.0.dev4+g1f2e3d4"."""
    found = _installed(DISTRIBUTION.replace("-", "_"))
    return _version_in(found) if found else _NOT_INSTALLED


def public_version() -> str:
    """The version without the commit that it was built from, as PEP 440 divides it."""
    return version().partition("+")[0]


def short_version() -> str:
    """Major and minor alone, for who need not know the patch: "0.2"."""
    return ".".join(version().split(".")[:2])


def user_agent(site_url: str, contact: str) -> str:
    """How the site at `site_url` introduces itself to publishers."""
    told = [f"{site_url}/about", contact.removeprefix("mailto:")]
    return f"Newsclip/{short_version()} (+{'; '.join(filter(None, told))})"


def namesake() -> str:
    """The version of the other distribution called `newsclip` in this environment; "" where there is none.

    It brings a package and a command of the same name: whichever was installed last has overwritten the other's files.
    """
    found = _installed("newsclip")
    if found is None or _OURS in (found / "METADATA").read_text(errors="replace"):  # until 0.2 ours was called so, too
        return ""
    return _version_in(found)


def _installed(distribution: str) -> Path | None:
    """Its folder of metadata. `importlib.metadata` would say the same, after loading a parser of mail for 30 ms."""
    places = (Path(folder) for folder in sys.path if folder.endswith("-packages"))
    return next((found for place in places for found in place.glob(f"{distribution}-*.dist-info")), None)


def _version_in(found: Path) -> str:
    return found.name.removesuffix(".dist-info").partition("-")[2]
