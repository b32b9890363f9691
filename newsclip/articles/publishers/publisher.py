"""What a publisher's file may define. Everything is optional; the general rules fill the gaps."""

from collections.abc import Sequence
from typing import ClassVar

from selectolax.lexbor import LexborHTMLParser


class Publisher:
    """One publisher's pages. Selectors are CSS; the methods return text as the page shows it, "" if there is none.

    `domains`: where it publishes, without "www."; subdomains are included. `body`: the element that holds the whole
    article text, if the general rules choose another. `without`: elements removed from every page before it is read.
    """

    domains: ClassVar[tuple[str, ...]] = ()
    body: ClassVar[str] = ""
    without: ClassVar[str] = ""

    def title(self, page: LexborHTMLParser) -> str:
        return ""

    def authors(self, page: LexborHTMLParser) -> Sequence[str]:
        """Bylines as shown: "By Jane Roe and John Doe" is split later."""
        return ()

    def published(self, page: LexborHTMLParser) -> str:
        """The time in any common notation: "6 March 2026, 10:15", or a `datetime` attribute."""
        return ""

    def image_credit(self, page: LexborHTMLParser) -> str:
        return ""


def text_at(page: LexborHTMLParser, selector: str) -> str:
    """The text of the first element that matches the selector, on one line."""
    element = page.css_first(selector)
    return " ".join(element.text(separator=" ").split()) if element is not None else ""
