"""What readers typed, for display: as HTML and as plain text."""

from collections.abc import Iterable
from datetime import datetime

from newsclip.community.models import Comment
from newsclip.community.rules import comment_text
from newsclip.kernel import markdown


def html_of(rows: Iterable[Comment], *, now: datetime, site: str = "") -> list[str]:
    """The HTML of each comment, clean. `site`: begins the addresses of links to members."""
    return [markdown.as_html(one, {}) for one in [markdown.read(row.text) for row in rows]]


def excerpt(text: str, *, longest: int) -> str:
    """The first words of a comment as plain text on one line: without marks, and without quotations unless it says
    nothing else.
    """
    read = markdown.read(text)
    return comment_text.shortened(read.own or read.words, longest=longest)


def words_and_marks(text: str) -> str:
    """Everything a muted or banned word may hide in: what was typed, and what is shown of it."""
    read = markdown.read(text)
    return "\n".join([text, read.words, *read.links])
