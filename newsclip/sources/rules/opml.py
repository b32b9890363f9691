"""OPML 2.0: lists of feeds, as feed readers exchange them."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from newsclip.kernel.reasons import Refused
from newsclip.sources.rules import xml_parser
from newsclip.sources.rules.reading import plain

MOST_OUTLINES = 5_000  # bounds one import
KINDS = ("page", "sitemap")  # besides feeds, in lists that we export
_OTHER_LISTS = ("include", "source")


@dataclass(frozen=True, slots=True)
class Outline:
    """One source of the list as written: `url` is not validated. `kind`: one of KINDS, or "feed"."""

    url: str
    title: str = ""
    home: str = ""
    kind: str = "feed"


def read_opml(body: bytes) -> list[Outline]:
    """The feeds of the list, in folders of any depth. Raises Refused("not_opml")."""
    root, _ = xml_parser.parse(body)
    if root is None or xml_parser.local(root) not in ("opml", "outlinedocument"):
        raise Refused("not_opml")
    found: list[Outline] = []
    for element in root.iter():
        said = {str(name).lower(): str(value) for name, value in element.attrib.items()}
        kind = said.get("type", "").strip().lower()
        if xml_parser.local(element) != "outline" or kind in _OTHER_LISTS:
            continue
        if said.get("xmlurl", "").strip():
            title = plain(said.get("text", "").strip() or said.get("title", ""), 300)
            home = said.get("htmlurl", "").strip()
            found.append(Outline(said["xmlurl"].strip(), title, home, kind if kind in KINDS else "feed"))
        if len(found) >= MOST_OUTLINES:
            break
    return found


def is_whole(body: bytes, found: list[Outline]) -> bool:
    """Whether the list was read completely: it is neither cut off nor longer than the limit."""
    _, whole = xml_parser.parse(body)
    return whole and len(found) < MOST_OUTLINES


def write_opml(outlines: Iterable[Outline], title: str) -> str:
    """The list as an OPML document."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for outline in outlines:
        etree.SubElement(
            body,
            "outline",
            type="rss" if outline.kind == "feed" else outline.kind,
            text=outline.title or outline.url,
            title=outline.title or outline.url,
            xmlUrl=outline.url,
            htmlUrl=outline.home,
        )
    return etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="utf-8").decode()
