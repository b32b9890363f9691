"""The text of a page: from its elements, else from its JSON-LD, else as trafilatura finds it."""

import logging
import re
from urllib.parse import urlsplit

from newsclip.articles.rules.body import body_text
from newsclip.articles.rules.head import Head
from newsclip.articles.rules.paragraphs import is_prose, own_paragraphs
from newsclip.articles.rules.text_rules import RULES, TextRules

_SHORT = 250  # characters
_MOST_TAGS = 20_000  # what trafilatura handles in a second
_WORD = re.compile(r"\w+")


def read_text(source: bytes, head: Head, body_selector: str, title: str, rules: TextRules = RULES) -> str:
    """The article's text, paragraphs joined by one blank line; inside `body_selector`, if it matches.

    JSON-LD's articleBody is often an excerpt or a dump of the page: it counts only if it contains what was found.
    """
    host = (urlsplit(head.url).hostname or "").removeprefix("www.")
    named = head.page.css_first(body_selector) if body_selector else None
    if named is not None:
        return body_text(named, title, host, rules)[0]
    text, prose = body_text(head.page.body, title, host, rules)
    told = head.linked.body() if len(text) < rules.linked_text and b"articleBody" in source else ""
    if len(told) >= _SHORT and len(text) < 0.5 * len(told) and (len(text) < _SHORT or _share_in(text, told) > 0.8):
        return own_paragraphs(told.splitlines(), title, rules)
    if len(text) < _SHORT < prose and len(text) < rules.other_reader * prose and source.count(b"<") < _MOST_TAGS:
        other = own_paragraphs(_trafilatura_text(source).splitlines(), title, rules)
        if len(other) > 1.25 * len(text) and is_prose(other):
            return other
    return text


def _trafilatura_text(source: bytes) -> str:
    from trafilatura import extract  # noqa: PLC0415 — it takes longer to load than fifty pages to read

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs every empty page as an error
    return extract(source.decode("utf-8", "replace"), include_comments=False, fast=True) or ""


def _share_in(text: str, other: str) -> float:
    """How much of the text occurs in the other, by runs of four words."""
    runs, others = _runs(text), _runs(other)
    return len(runs & others) / max(1, len(runs))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return {tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))}
