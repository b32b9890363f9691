"""OPML 2.0: lists of feeds, as other readers keep them."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from newsclip.kernel.reasons import Refused
from newsclip.sources.rules import trees
from newsclip.sources.rules.reading import plain

MOST_OUTLINES = 5_000
_OTHER_LISTS = ("include", "source")


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of the list, as it is written there: `url` is not checked yet."""

    url: str
    title: str = ""
    home: str = ""


def read_opml(body: bytes) -> list[Outline]:
    """The feeds of the list, however deep in folders. Raises Refused("not_opml") where it is no list."""
    root, _ = trees.parse(body)
    if root is None or trees.local(root) not in ("opml", "outlinedocument"):
        raise Refused("not_opml")
    found: list[Outline] = []
    for element in root.iter():
        said = {str(name).lower(): str(value) for name, value in element.attrib.items()}
        if trees.local(element) != "outline" or said.get("type", "").strip().lower() in _OTHER_LISTS:
            continue
        if said.get("xmlurl", "").strip():
            title = plain(said.get("text", "").strip() or said.get("title", ""), 300)
            found.append(Outline(said["xmlurl"].strip(), title, said.get("htmlurl", "").strip()))
        if len(found) >= MOST_OUTLINES:
            break
    return found


def write_opml(outlines: Iterable[Outline], title: str) -> str:
    """The list as a document that other readers import."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for outline in outlines:
        etree.SubElement(
            body,
            "outline",
            type="rss",
            text=outline.title or outline.url,
            title=outline.title or outline.url,
            xmlUrl=outline.url,
            htmlUrl=outline.home,
        )
    return etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="utf-8").decode()
