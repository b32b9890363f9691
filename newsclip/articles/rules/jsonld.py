"""A page's JSON-LD (schema.org): what publishers tell search engines about an article."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser

type Thing = dict[str, Any]

ARTICLE_TYPE = re.compile(r"(?:Article|Posting)$")
_LONGEST = 2_000_000  # characters; bounds parsing
_DEEPEST = 12  # levels of nesting that are searched
_LOOSE_COMMA = re.compile(r",\s*([}\]])")
_MARKUP = re.compile(r"</?[a-zA-Z!][^>]*>")
# An unclosed element extends to the end, as in a browser, and is not searched again from each opening tag.
_INVISIBLE = re.compile(
    r"<(script|style)\b[^>]{0,500}+>.*?(?:</\1>|\Z)|<figcaption\b[^>]{0,500}+>.{0,1000}?</figcaption>",
    re.DOTALL | re.IGNORECASE,
)
_LINE_END = re.compile(r"</(?:p|div|h\d|li|blockquote)>|<br[^>]{0,500}+>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LinkedData:
    """All things that a page describes, in order, and by @id those that have one."""

    things: tuple[Thing, ...] = ()
    by_id: dict[str, Thing] = field(default_factory=dict)

    def articles(self) -> list[Thing]:
        """The things that describe an article and say something about it."""
        telling = ("headline", "datePublished", "articleBody")
        return [thing for thing in self.things if is_article(thing) and any(thing.get(key) for key in telling)]

    def resolve(self, value: Any) -> Any:
        """The thing this value refers to by its @id, or the value itself; of a list the first."""
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, dict) and len(value) == 1 and isinstance(value.get("@id"), str):
            return self.by_id.get(value["@id"], value)
        return value

    def body(self) -> str:
        """The longest articleBody as plain text, one line per paragraph; "" if there is none."""
        bodies = (body_of(thing) for thing in self.things if not {"Comment", "Review"} & types_of(thing))
        return max(bodies, key=len, default="")


def read_jsonld(page: LexborHTMLParser) -> LinkedData:
    """The page's JSON-LD. Blocks that are not JSON even after small repairs are skipped."""
    things: list[Thing] = []
    for script in page.css('script[type*="ld+json"]'):
        text = (script.text(deep=True) or "").strip().removeprefix("<!--").removesuffix("-->").strip()
        if text and len(text) <= _LONGEST:
            things.extend(_things_in(_parsed(text)))
    by_id = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and len(thing) > 1}
    return LinkedData(tuple(things), by_id)


def types_of(thing: Thing) -> frozenset[str]:
    """The names of its types: "@type" may be one or a list."""
    named = thing.get("@type")
    return frozenset(name for name in (named if isinstance(named, list) else [named]) if isinstance(name, str))


def is_article(thing: Thing) -> bool:
    return any(ARTICLE_TYPE.search(name) for name in types_of(thing))


def text_of(value: Any) -> str:
    """The text of a value in any shape that publishers use; "" if there is none."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("url") or value.get("@id")
    return unescape(value).strip() if isinstance(value, str) else ""


def _parsed(text: str) -> Any:
    for attempt in (text, _LOOSE_COMMA.sub(r"\1", text.rstrip(";"))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _things_in(value: Any) -> Iterator[Thing]:
    waiting = [(value, 0)]
    while waiting:
        item, depth = waiting.pop()
        if isinstance(item, dict):
            yield item
            item = list(item.values())
        if isinstance(item, list) and depth < _DEEPEST:
            waiting.extend((inner, depth + 1) for inner in reversed(item) if isinstance(inner, dict | list))


def body_of(thing: Thing) -> str:
    """Its articleBody as plain text, one line per paragraph; "" if it has none."""
    body = thing.get("articleBody")
    if isinstance(body, list):
        body = "\n".join(part for part in body if isinstance(part, str))
    if not isinstance(body, str):
        return ""
    body = unescape(body)
    if _MARKUP.search(body, 0, body.rfind(">") + 1):
        body = unescape(_without_tags(_LINE_END.sub("\n", _INVISIBLE.sub("", body))))
    return body.strip()


def _without_tags(body: str) -> str:
    """Look no further than the last ">": from a "<" behind it, the search for a closing one would run to the end."""
    end = body.rfind(">") + 1
    return _MARKUP.sub("", body[:end]) + body[end:]
