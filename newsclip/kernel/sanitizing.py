"""The one door through which the markup or the words of others become HTML that is shown.

Publishers' words are plain text everywhere on the site, escaped by the templates; nothing that came as HTML is shown as
HTML unless it went through `clean`. See docs/security/reading.md.
"""

import html
import re

import nh3

from newsclip.kernel.addresses import normalize
from newsclip.kernel.reasons import Refused

# nh3's time grows with the square of the depth, of an element's attributes and of the references: bounded before.
LONGEST = 64 * 1024
MOST_TAGS = 2000
MOST_REFERENCES = 10_000
MOST_LINKS = 20
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
_PARTING = re.compile(r"\n[^\S\n]*\n\s*")
_ADDRESS = re.compile(r"https?://[^\s<>\"'“”‘’]{1,1900}")
_AFTER_ADDRESS = ".,;:!?)]}…"


def clean(markup: str) -> str:
    """What of this HTML fragment may be shown: words, emphasis, lists, quotations, links to http(s) and mailto.

    No style, class, id, picture, frame, form or script. Cleaning twice changes nothing.
    Raises Refused("markup_refused") for what is too large to be cleaned in bounded time.
    """
    for count, most, what in (
        (len(markup), LONGEST, "characters"),
        (markup.count("<"), MOST_TAGS, "tags"),
        (markup.count("&"), MOST_REFERENCES, "references"),
    ):
        if count > most:
            raise Refused("markup_refused", f"{count} {what}")
    # What is dropped may have held others apart; only the second parse is the one that browsers will see.
    return _CLEANER.clean(_CLEANER.clean(markup.encode("utf-8", "replace").decode()))


def linked(text: str) -> str:
    """A reader's plain words as HTML: blank lines part paragraphs, the first MOST_LINKS addresses become links.

    There is no markup to learn: every other character is shown as it was written. Raises Refused as `clean` does.
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
    """The words with at most so many links, and how many more may follow."""
    pieces, end = [], 0
    for found in _ADDRESS.finditer(words):
        shown = found[0].rstrip(_AFTER_ADDRESS)
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
