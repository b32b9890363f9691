"""Bytes to text: the encodings that server and page declare, checked against the bytes."""

import codecs
import re
from collections.abc import Iterator

from newsclip.kernel.reasons import Refused

_HEAD = 10_000  # bytes; HTML asks for the charset in the first 1,024, some pages put scripts before it
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FILES = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"RIFF", b"\x7fELF")
_XML = re.compile(rb"\s*<\?xml\b[^>]*?encoding\s*=\s*[\"']([\w.:-]+)")
_TAG = re.compile(rb"<!--.*?(?:-->|$)|<[a-zA-Z/!?](?:[^>\"']|\"[^\"]*(?:\"|$)|'[^']*(?:'|$))*+(?:>|$)", re.DOTALL)
_META = re.compile(rb"<meta[\s/]", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"[\s/]*+([^\s/>=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*)))?")
_LABEL = re.compile(r"[\w.:-]+")
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# What labels mean on the web: supersets of their names (WHATWG Encoding Standard, section 4.2).
_ON_THE_WEB = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
_SEVEN_BIT = frozenset(("iso2022_jp", "hz"))
_NOT_OF_THE_WEB = frozenset(("utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs"))


def decode(body: bytes, content_type: str = "") -> str:
    """The page as text. `content_type` is the HTTP header's value.

    In this order: byte order mark, valid UTF-8, the header, the page's declaration, Windows-1252. Raises
    Refused("unreadable_page") for bytes that are not a page.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    if body.startswith(_FILES):
        raise Refused("unreadable_page", "These are the bytes of a file, not of a page.")
    valid = _is_utf8(body)
    if valid and not _may_shift(body):
        return body.decode("utf-8")
    declared = _wide(body) or _declared(body, content_type)
    if declared in _SEVEN_BIT or declared.startswith("utf-16"):
        return body.decode(declared, "replace")
    return body.decode("utf-8") if valid else _repaired(body, declared)


def as_utf8(body: bytes, content_type: str = "") -> bytes:
    """The page in UTF-8; bytes that are valid UTF-8 are returned unchanged. Raises as `decode` does."""
    other = body.startswith((*_FILES, *(mark for mark, _ in _MARKS))) or _may_shift(body) or not _is_utf8(body)
    return decode(body, content_type).encode("utf-8", "replace") if other else body


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _may_shift(body: bytes) -> bool:
    """Whether the bytes may be UTF-16, ISO-2022-JP or HZ, which are valid UTF-8 too."""
    return b"\x00" in body or (body.isascii() and (b"\x1b" in body or b"~{" in body))


def _wide(body: bytes) -> str:
    """UTF-16 without a byte order mark has a zero byte beside each letter of the markup."""
    head = body[:200]
    if len(head) < 4 or head.count(0) < 0.3 * len(head):
        return ""
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def _declared(body: bytes, content_type: str) -> str:
    header = _IN_HEADER.search(content_type)
    known = _known(header[1]) if header else ""
    if not known:
        known = next((name for label in _labels(body[:_HEAD]) if (name := _known(label))), "")
    # A page whose declaration is readable byte by byte is not in UTF-16.
    return "utf-8" if known.startswith(("utf-16", "utf-32")) else known


def _labels(head: bytes) -> Iterator[str]:
    """The encodings that the page declares, found as browsers do (HTML Standard, "prescan a byte stream")."""
    xml = _XML.match(head)
    if xml:
        yield xml[1].decode("ascii", "replace")
    for tag in _TAG.findall(head):
        if _META.match(tag) and tag.endswith(b">"):
            found = {name.lower(): a or b or c for name, a, b, c in reversed(_ATTRIBUTE.findall(tag, 5))}
            of_type = found.get(b"http-equiv", b"").lower() == b"content-type"
            named = _IN_HEADER.search(found.get(b"content", b"").decode("latin-1")) if of_type else None
            yield found.get(b"charset", b"").decode("latin-1").strip() or (named[1] if named else "")


def _known(label: str) -> str:
    """Python's name of the encoding that a label means on the web; "" for an unknown one."""
    if not _LABEL.fullmatch(label):  # Python's lookup ignores punctuation
        return ""
    try:
        name = codecs.lookup(label.lower().removeprefix("x-")).name
        b"a".decode(name, "replace")
    except (LookupError, ValueError):
        return ""
    return "" if name in _NOT_OF_THE_WEB else _ON_THE_WEB.get(name, name)


def _repaired(body: bytes, declared: str) -> str:
    """The text of bytes that are not valid UTF-8. A page cut in the middle of a character still is UTF-8."""
    if declared in {"", "utf-8"}:
        text = body.decode("utf-8", "replace")
        beyond_ascii = sum(char > "\x7f" for char in text)
        if text.count("\ufffd") <= 0.1 * beyond_ascii:
            return text
        declared = "cp1252"
    return body.decode(declared, "replace")
