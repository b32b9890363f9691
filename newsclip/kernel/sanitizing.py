"""The only place where text or markup from outside becomes HTML.

Templates escape publishers' words as plain text. Nothing that came as HTML is rendered as HTML unless it went through
`clean`. See docs/security/reading.md.
"""

import html
import re

import nh3

from newsclip.kernel.addresses import normalize
from newsclip.kernel.reasons import Refused

# nh3 needs quadratic time in nesting depth, attributes of an element and character references: bounded first.
LONGEST = 64 * 1024
MOST_TAGS = 2000
MOST_REFERENCES = 10_000
MOST_LINKS = 20  # per text; further addresses stay plain
_TAGS = "a b blockquote br cite code del em i ins li ol p q s strong sub sup ul"
_DROPPED_WHOLE = "iframe math noembed noframes noscript object script select style svg template textarea title xmp"
_CLEANER = nh3.Cleaner(
    tags=set(_TAGS.split()),
    clean_content_tags=set(_DROPPED_WHOLE.split()),
    attributes={"a": {"href"}},
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",
    link_rel="noopener noreferrer nofollow ugc",
)
# What Markdown makes of a comment (kernel/markdown.py).
_COMMENT_CLEANER = nh3.Cleaner(
    tags={"a", "blockquote", "br", "code", "em", "li", "ol", "p", "pre", "strong", "ul"},
    attributes={"a": {"href"}, "ol": {"start"}},
    url_schemes={"http", "https"},
    url_relative="deny",
    link_rel="noopener nofollow ugc",
)
_PARTING = re.compile(r"\n[^\S\n]*\n\s*")
_ADDRESS = re.compile(r"https?://[^\s<>\"'“”‘’]{1,1900}")
AFTER_ADDRESS = ".,;:!?)]}…*_"


def clean(markup: str) -> str:
    """Sanitize an HTML fragment: words, emphasis, lists, quotations, links to http(s) and mailto remain.

    No style, class, id, picture, frame, form or script. Idempotent. Raises Refused("markup_refused") for input that is
    too large to clean in bounded time.
    """
    return _cleaned(_CLEANER, markup)


def clean_comment(markup: str) -> str:
    """The same for a comment: fewer elements, links to http(s) alone, blocks of code."""
    return _cleaned(_COMMENT_CLEANER, markup)


def _cleaned(cleaner: nh3.Cleaner, markup: str) -> str:
    for count, most, what in (
        (len(markup), LONGEST, "characters"),
        (markup.count("<"), MOST_TAGS, "tags"),
        (markup.count("&"), MOST_REFERENCES, "references"),
    ):
        if count > most:
            raise Refused("markup_refused", f"{count} {what}")
    # Removing an element can join the text around it; only a second parse gives what browsers will see.
    return cleaner.clean(cleaner.clean(markup.encode("utf-8", "replace").decode()))


def linked(text: str) -> str:
    """Plain text as HTML: blank lines separate paragraphs, the first MOST_LINKS addresses become links.

    There is no markup: every other character is shown as written. Raises Refused as `clean` does.
    """
    if len(text) > LONGEST:
        raise Refused("markup_refused", f"{len(text)} characters")
    left = MOST_LINKS
    paragraphs = []
    for paragraph in _PARTING.split(text.replace("\r\n", "\n").strip()):
        marked, left = _with_links(paragraph, left)
        paragraphs.append("<p>" + marked.replace("\n", "<br>") + "</p>")
    return clean("".join(paragraphs))


def _with_links(words: str, most: int) -> tuple[str, int]:
    """The words with at most `most` links, and how many more may follow."""
    pieces, end = [], 0
    for found in _ADDRESS.finditer(words):
        shown = found[0].rstrip(AFTER_ADDRESS)
        try:
            address = normalize(shown)
        except Refused:
            continue
        if not most:
            break
        most -= 1
        link = f'<a href="{html.escape(address)}">{html.escape(shown)}</a>'
        pieces += [html.escape(words[end : found.start()]), link]
        end = found.start() + len(shown)
    return "".join([*pieces, html.escape(words[end:])]), most
