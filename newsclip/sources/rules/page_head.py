"""What the head of a page says of it."""

from selectolax.lexbor import LexborHTMLParser

from newsclip.sources.rules.reading import plain


def title_of(tree: LexborHTMLParser) -> str:
    heading = tree.css_first("title")
    return plain(heading.text() if heading else "", 300)


def language_of(tree: LexborHTMLParser) -> str:
    return _attribute(tree, "html", "lang")[:12]


def base_of(tree: LexborHTMLParser) -> str:
    """What the page's links start from, as written; "" for its own address."""
    return _attribute(tree, "base[href]", "href")


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str:
    found = tree.css_first(selector)
    return (found.attributes.get(name) or "") if found else ""
