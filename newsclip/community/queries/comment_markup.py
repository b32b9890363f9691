"""What readers typed, for display: as HTML and as plain text; and whom it mentions."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import batched
from urllib.parse import quote

from django.db.models import Q

from newsclip.accounts.models import Reader
from newsclip.community.models import Comment
from newsclip.community.rules import comment_text
from newsclip.kernel import markdown
from newsclip.kernel.rows import parse_row_id

_AT_ONCE = 500  # names per query: a database takes so many parameters


def html_of(rows: Iterable[Comment], *, now: datetime, site: str = "") -> list[str]:
    """The HTML of each comment, clean. `site`: begins the addresses of links to members."""
    return _html([markdown.read_once(row.text) for row in rows], now, site)


def html_of_comment(key: str, *, now: datetime) -> str:
    """The HTML of the comment with this number, clean; "" where there is none."""
    return "".join(html_of(Comment.objects.filter(pk=parse_row_id(key)), now=now))


def _html(read: list[markdown.Comment], now: datetime, site: str = "") -> list[str]:
    members = _members((name for one in read for name in markdown.names_in(one)), now)
    return [markdown.as_html(one, _pages(one, members, site)) for one in read]


def preview(text: str, *, now: datetime) -> str:
    """What somebody is writing as it would be shown. Raises Refused("empty", "too_long")."""
    return _html([markdown.read(comment_text.clean(text))], now)[0]


def mentioned_in(text: str, *, now: datetime) -> list[Reader]:
    """The members whom a comment mentions, the first few."""
    read = markdown.read_once(text)
    members = _members(markdown.names_in(read), now)
    return [members[name] for name in markdown.mentioned(read, members)[: comment_text.MOST_MENTIONED]]


def _pages(read: markdown.Comment, members: Mapping[str, Reader], site: str) -> dict[str, str]:
    named = markdown.mentioned(read, members)[: comment_text.MOST_MENTIONED]
    return {name: f"{site}/u/{quote(name, safe='@+')}" for name in named}


def _members(names: Iterable[str], now: datetime) -> dict[str, Reader]:
    """Those of these names that somebody has who takes part."""
    here = Reader.objects.filter(Q(suspended_until=None) | Q(suspended_until__lte=now), is_active=True)
    rows = (here.filter(username__in=some) for some in batched(dict.fromkeys(names), _AT_ONCE, strict=False))
    return {reader.username: reader for some in rows for reader in some}


def excerpt(text: str, *, longest: int) -> str:
    """The first words of a comment as plain text on one line: without marks, and without quotations unless it says
    nothing else.
    """
    read = markdown.read_once(text)
    return comment_text.shortened(read.own or read.words, longest=longest)


def words_and_marks(text: str) -> str:
    """Everything a muted or banned word may hide in: what was typed, and what is shown of it."""
    read = markdown.read_once(text)
    return "\n".join([text, read.words, *read.links])
