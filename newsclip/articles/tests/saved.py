"""The pages in the folder beside this module: written for these tests, about places and people that do not exist."""

from pathlib import Path

from newsclip.articles.ports import Extracted
from newsclip.articles.rules import extract

_FOLDER = Path(__file__).parent / "pages"


def page(name: str) -> bytes:
    return (_FOLDER / f"{name}.html").read_bytes()


def read_page(name: str, url: str = "") -> Extracted:
    return extract(page(name), url or f"https://{name}.example/2026/a-page")
