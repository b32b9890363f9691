"""What a publisher's file may say. Everything is optional: what it leaves out is read by the general rules."""

from collections.abc import Sequence
from typing import ClassVar

from selectolax.lexbor import LexborHTMLParser


class Publisher:
    """One publisher's pages. Selectors are CSS; the methods give text as the page shows it, "" where it shows none.

    `domains`: where it publishes, without "www."; what is under them belongs to them.
    `body`: the element that holds all of the article's text, where the general rules choose another.
    `without`: what is taken out of every page before it is read.
    """

    domains: ClassVar[tuple[str, ...]] = ()
    body: ClassVar[str] = ""
    without: ClassVar[str] = ""

    def title(self, page: LexborHTMLParser) -> str:
        return ""

    def authors(self, page: LexborHTMLParser) -> Sequence[str]:
        """Bylines: "By Jane Roe and John Doe" is taken apart later."""
        return ()

    def published(self, page: LexborHTMLParser) -> str:
        """The time in any usual writing: "6 March 2026, 10:15", or a `datetime` attribute."""
        return ""

    def image_credit(self, page: LexborHTMLParser) -> str:
        return ""


def text_at(page: LexborHTMLParser, selector: str) -> str:
    """The text of the first element that the selector finds, on one line."""
    element = page.css_first(selector)
    return " ".join(element.text(separator=" ").split()) if element is not None else ""
