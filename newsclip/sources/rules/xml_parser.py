"""Lenient XML parsing: repaired like in a browser, without entities and external files."""

import re
from contextlib import suppress
from functools import lru_cache
from html.entities import html5

from lxml import etree

_DOCTYPE = re.compile(rb"<!doctype", re.IGNORECASE)
_NAMED = re.compile(rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|&([A-Za-z][A-Za-z0-9]{0,30});|&(?!#)", re.DOTALL)
_UNKNOWN = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);|#)")
_XML_NAMES = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]+)", re.IGNORECASE)
_DECLARATION = re.compile(rb"^\s*<\?xml[^>]{0,300}\?>", re.IGNORECASE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 4096  # bytes in which the document says what it is
_HTML_ROOT = re.compile(rb"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def is_html(body: bytes) -> bool:
    """Whether the document begins like a web page."""
    start = body[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    while start.startswith((b"<?", b"<!--")):
        _, _, start = start.partition(b"-->" if start.startswith(b"<!--") else b">")
        start = start.lstrip()
    return bool(_HTML_ROOT.match(start))


def parse(body: bytes, charset: str = "") -> tuple["etree._Element | None", bool]:
    """The root, and whether the document is well-formed. `charset`: from the HTTP header.

    No entity is expanded, no DTD loaded, no address fetched; depth and text size have libxml2's own limits.
    """
    body = _without_names(_from_its_root(_decoded(body.lstrip(), charset)))
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None, False
    whole = all(error.level < etree.ErrorLevels.FATAL for error in parser.error_log)
    return root, whole


def local(element: "etree._Element") -> str:
    """The element's name without its namespace, in lower case; "" for comments and the like."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    """An undeclared prefix stays in the tag."""
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def space(element: "etree._Element") -> str:
    tag = element.tag
    return _space(tag) if isinstance(tag, str) else ""


def names(element: "etree._Element") -> tuple[str, str]:
    """An element's namespace and its name (see `local`)."""
    return _names(str(element.tag))


@lru_cache(maxsize=4096)
def _names(tag: str) -> tuple[str, str]:
    return _space(tag), _local(tag)


@lru_cache(maxsize=4096)
def _space(tag: str) -> str:
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""


def text(element: "etree._Element | None") -> str:
    """All the text inside."""
    if element is not None and not len(element):
        return (element.text or "").strip()
    return "".join(element.itertext()).strip() if element is not None else ""


def as_utf8(body: bytes, charset: str = "") -> bytes:
    """The document in UTF-8, as far as its charset is known, without XML declaration and DOCTYPE."""
    body = _decoded(body.lstrip(), charset)
    declared = _DECLARED.match(body)
    name = declared[1].decode() if declared else "utf-16" if body[:2] in _UTF_16 else "utf-8"
    with suppress(LookupError):
        body = body.decode(name, "replace").encode()
    return _without_doctype(_DECLARATION.sub(b"", body))


def _from_its_root(body: bytes) -> bytes:
    """Skip warnings or blank markup that some servers put before the document."""
    late = body[:_HEAD].find(b"<?xml ")
    return body[late:] if late > 0 else body


def _decoded(body: bytes, charset: str) -> bytes:
    """Bytes that contradict their declaration are read by the header's charset, or as Windows-1252."""
    if body[:2] in _UTF_16 or b"\x00" in body[:100]:
        return body
    declared = _DECLARED.match(body)
    if declared and declared[1].lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii"):
        return body
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        words = _read_as(body, charset)
        return _DECLARED.sub(b'<?xml version="1.0" encoding="utf-8', words) if declared else words
    return body


def _read_as(body: bytes, charset: str) -> bytes:
    for name in (charset, "windows-1252"):
        try:
            return body.decode(name).encode()
        except (LookupError, UnicodeDecodeError):
            continue
    return body.decode("utf-8", "replace").encode()


def _without_names(body: bytes) -> bytes:
    """Many feeds use `&eacute;` without declaring it: replaced by a numeric reference. A bare "&" is escaped."""
    body = _without_doctype(body)
    return _NAMED.sub(_numbered, body) if _UNKNOWN.search(body) else body


def _without_doctype(body: bytes) -> bytes:
    found = _DOCTYPE.search(body[:_HEAD])
    if not found:
        return body
    end, subset = body.find(b">", found.start()), body.find(b"[", found.start())
    if 0 <= subset < end:
        end = body.find(b">", body.find(b"]", subset)) if b"]" in body[subset:] else -1
    return body[: found.start()] + body[end + 1 :] if end >= 0 else body


def _numbered(match: "re.Match[bytes]") -> bytes:
    name = match[1]
    if match[0] == b"&":
        return b"&amp;"
    if name is None or name in _XML_NAMES:
        return match[0]
    value = html5.get(name.decode() + ";")
    return "".join(f"&#{ord(c)};" for c in value).encode() if value else b"&amp;" + name + b";"
