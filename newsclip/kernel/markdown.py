"""Markdown in readers' comments: a small subset, as HTML and as plain text.

Emphasis, code, links, lists, quotations. No headings, pictures, tables or HTML: such marks are shown as typed. The
rules of the library that need quadratic time are off: links are read by one bounded pattern instead. What is too large
or too deep to be shown in bounded time is shown as typed, so every text can be shown.
"""

import html
import re
import sys
import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from cachetools import LRUCache
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from newsclip.kernel.addresses import host_of, normalize
from newsclip.kernel.reasons import Refused
from newsclip.kernel.sanitizing import AFTER_ADDRESS, MOST_LINKS, clean_comment

LONGEST = 16 * 1024  # characters; comments are shorter
DEEPEST = 12  # levels of quotations, lists and marks inside each other
MOST_NAMES = 20  # names with "@" looked at per text
ROOM = 8 * 1024 * 1024  # bytes of texts as read that a process keeps: two thousand ordinary comments and more
_BLOCKS = ["blockquote", "list", "fence"]
_INLINES = ["newline", "escape", "backticks", "emphasis"]
_REST_OF_ADDRESS = re.compile(r"://[^\s<>\"'“”‘’`]{1,1900}+")
_LINK = re.compile(
    r"\[([^\[\]\n]{1,300}+)\]\((https?://[^\s<>()]{1,1900}+(?:\([^\s<>()]{0,300}+\)[^\s<>()]{0,300}+)?)\)",
    re.IGNORECASE,
)
_WITHOUT_MARKS = str.maketrans("", "", "*_`\\")  # they may stand within a name that is shown without them
_SITE = re.compile(r"[\w-]{1,63}+(?:\.[\w-]{2,63}+){1,9}+")
_NAME = re.compile(r"@([\w.@+-]{1,150}+)")
_NO_START = re.compile(r"[\w.@+/-]")  # before "@": a mail address, or a path
# Around a name in HTML until it is known whether somebody has it; neither occurs in a text.
_OPEN, _CLOSE = "\x02", "\x03"
_MARKED_NAME = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]{{1,150}}){_CLOSE}")
_TO_NOTHING = str.maketrans("", "", _OPEN + _CLOSE)


@dataclass(frozen=True, slots=True)
class Comment:
    """A text as read. `parts`: HTML and names behind "@" in turn, HTML first and last. `words`: as plain text.

    `own`: the same without quotations; `links`: their addresses.
    """

    parts: tuple[str, ...]
    words: str
    own: str
    links: tuple[str, ...]


def read(text: str) -> Comment:
    """Read a text. Nothing is refused: what cannot be shown in bounded time is shown as typed."""
    text = text.translate(_TO_NOTHING)
    if len(text) > LONGEST:
        return _as_typed(text)
    env: dict[str, list[str]] = {"links": [], "names": []}
    tokens = _PARSER.parse(text, env)
    if any(_depth(token) > DEEPEST for token in tokens):
        return _as_typed(text)
    own = list(_without_quotations(tokens))
    try:
        shown = clean_comment(str(_PARSER.renderer.render(tokens, _PARSER.options, env)))
    except Refused:
        return _as_typed(text)
    return Comment(tuple(_MARKED_NAME.split(shown)), _plain(tokens), _plain(own), tuple(env["links"]))


class ReadComments:
    """Comments as read, the least recently asked for out first: bounded by bytes, for some are long.

    For what was sent. What somebody is still writing is another text each time: `read` it.
    """

    def __init__(self, room: int = ROOM) -> None:
        self.kept: LRUCache[str, tuple[str, Comment]] = LRUCache(room, getsizeof=_size)
        self._lock = threading.Lock()

    def __call__(self, text: str) -> Comment:
        with self._lock:
            found = self.kept.get(text)
        if found is None:
            found = (text, read(text))
            with self._lock, suppress(ValueError):  # larger than the whole room
                self.kept[text] = found
        return found[1]


def _size(kept: tuple[str, Comment]) -> int:
    text, comment = kept
    return sum(map(sys.getsizeof, (text, comment.words, comment.own, *comment.parts, *comment.links)))


read_once = ReadComments()


def as_html(comment: Comment, pages: Mapping[str, str]) -> str:
    """The HTML of a comment; `pages`: the address of the page of each member who is mentioned, by name."""
    shown = list(comment.parts)
    for place in range(1, len(shown), 2):
        shown[place] = _mention(html.unescape(shown[place]), pages)
    return "".join(shown)


def names_in(comment: Comment) -> list[str]:
    """What may be a name behind "@", each once; quotations and code name nobody."""
    return list(dict.fromkeys(name for written in _written(comment) for _, name in _spellings(written)))


def mentioned(comment: Comment, known: Collection[str]) -> list[str]:
    """The names of `known` members behind "@", each once, in the order of the text."""
    found = (next((name for _, name in _spellings(one) if name in known), "") for one in _written(comment))
    return [name for name in dict.fromkeys(found) if name]


def _written(comment: Comment) -> list[str]:
    return [html.unescape(part) for part in comment.parts[1::2]]


def _mention(written: str, pages: Mapping[str, str]) -> str:
    for shown, name in _spellings(written):
        if name in pages:
            return f'<a href="{html.escape(pages[name])}">@{html.escape(shown)}</a>{html.escape(written[len(shown) :])}'
    return f"@{html.escape(written)}"


def _spellings(written: str) -> list[tuple[str, str]]:
    """What may be a name, the longest first, and the name: a full stop may end it, or the sentence.

    Telephones begin a sentence with a capital.
    """
    shown = (written, written.rstrip("."), written.rstrip(".@+-"))
    return [(one, name) for one in dict.fromkeys(shown) if one for name in dict.fromkeys((one, one.lower()))]


def _as_typed(text: str) -> Comment:
    return Comment((f"<pre>{html.escape(text)}</pre>",), text, text, ())


def _depth(token: Token) -> int:
    return max([token.level, *(token.level + child.level for child in token.children or ())])


def _without_quotations(tokens: list[Token]) -> Iterator[Token]:
    """What is outside quotations. Inside them, names become plain text: what is quoted mentions nobody again."""
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type in {"blockquote_open", "blockquote_close"} else 0
        if not depth:
            yield token
        for child in token.children or () if depth else ():
            if child.type == "mention":
                child.type, child.content = "text", f"@{child.content}"


def _plain(tokens: list[Token]) -> str:
    """One line per paragraph, line and list item."""
    said = (_words(token) for token in tokens if token.type in {"inline", "fence"})
    return "\n".join(words for words in said if words)


def _words(token: Token) -> str:
    if token.type == "fence":
        return token.content.strip("\n")
    kinds = {"softbreak": "\n", "hardbreak": "\n", "mention": "@"}
    return "".join(kinds.get(child.type, "") + child.content for child in token.children or ())


def _address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- as the library calls it
    """An address as it stands in a text."""
    scheme = next((one for one in ("https", "http") if state.pending[-5:].lower().endswith(one)), "")
    found = _REST_OF_ADDRESS.match(state.src, state.pos, state.posMax) if scheme and not state.linkLevel else None
    if not found or silent:
        return False
    shown = state.pending[-len(scheme) :] + found[0].rstrip(AFTER_ADDRESS)
    if not _open_link(state, shown):
        return False
    state.pending = state.pending[: -len(scheme)]
    _push_link(state, shown)
    text = state.push("text", "", 0)
    text.content = shown
    state.push("link_close", "a", -1)
    state.pos += len(shown) - len(scheme)
    return True


def _link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- as the library calls it
    """`[words](https://…)`. Words that name another site than the link's are shown as typed: they could deceive."""
    found = _LINK.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "[" else None
    if not found or silent or state.linkLevel:
        return False
    label, target = found.groups()
    if _deceives(label, target) or not _open_link(state, target):
        return False
    end, most = found.end(), state.posMax
    _push_link(state, target)
    state.pos, state.posMax = found.start(1), found.end(1)
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.push("link_close", "a", -1)
    state.pos, state.posMax = end, most
    return True


def _deceives(words: str, target: str) -> bool:
    """Whether the words of a link name a member, or another site than the one it leads to."""
    try:
        host = host_of(normalize(target)).removeprefix("www.")
    except Refused:
        return True
    plain = words.translate(_WITHOUT_MARKS).casefold()
    named = (site.removeprefix("www.") for site in _SITE.findall(plain))
    return "@" in words or any(site != host and not host.endswith(f".{site}") for site in named)


def _open_link(state: StateInline, target: str) -> bool:
    """Whether this may become a link: an address, and not one too many."""
    if len(state.env["links"]) >= MOST_LINKS:
        return False
    try:
        state.env["links"].append(normalize(target))
    except Refused:
        return False
    return True


def _push_link(state: StateInline, target: str) -> None:
    state.push("link_open", "a", 1).attrs = {"href": normalize(target)}


def _name(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- as the library calls it
    """`@name`, unless it is a part of a mail address or of a link."""
    found = _NAME.match(state.src, state.pos, state.posMax)
    inside = state.pos > 0 and _NO_START.match(state.src[state.pos - 1])
    if not found or inside or silent or state.linkLevel or len(state.env["names"]) >= MOST_NAMES:
        return False
    state.env["names"].append(found[1])
    state.push("mention", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _render_mention(_: object, tokens: list[Token], place: int, *__: object) -> str:
    return f"{_OPEN}{html.escape(tokens[place].content)}{_CLOSE}"


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"maxNesting": 2 * DEEPEST, "breaks": True}).enable([*_BLOCKS, *_INLINES])
    parser.inline.ruler.before("emphasis", "address", _address)
    parser.inline.ruler.before("emphasis", "link_bounded", _link)
    parser.inline.ruler.before("emphasis", "mention", _name)
    parser.add_render_rule("mention", _render_mention)
    return parser


_PARSER = _parser()
