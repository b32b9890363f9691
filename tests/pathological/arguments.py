"""Arguments for a rule, made from one text by the types that it asks for."""

import inspect
import os
import pickle
import types
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, TypeAliasType, Union, get_args, get_origin, get_type_hints

import numpy as np
from lxml import etree
from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsclip import wiring
from newsclip.adapters import spell_suggest
from newsclip.articles.rules.head import Head
from newsclip.evidence import verifier
from newsclip.evidence.document import SourceArticle
from newsclip.evidence.fact_finder import FactFinder
from newsclip.evidence.verifier import claims
from newsclip.evidence.verifier.close import times_of
from newsclip.evidence.verifier.datelines import naming_of
from newsclip.evidence.verifier.day_attachment import attachment_of
from newsclip.evidence.verifier.glance.answers import patterns_of
from newsclip.evidence.visitor import Transformer
from newsclip.feeds.channel import Channel, Item
from newsclip.kernel.spans import Passage, Span, digest_of
from newsclip.language.guards import guards_of
from newsclip.language.nouns import Nouns, capital_nouns
from newsclip.language.pack import english, verifier_words
from newsclip.language.pack_tables import Guards
from newsclip.language.syntax import LONGEST, Parse, Parser, Token
from newsclip.language.vectors import Embedder
from newsclip.language.verifier_tables.events import DeedWords, VerbWords
from newsclip.language.verifier_tables.proofs import ProofWords
from newsclip.writing.extractive.material import Material, lay_out
from newsclip.writing.ports import Assigned, Judge
from newsclip.writing.tags.articles import Article, Tagged
from newsclip.writing.tags.taxonomy import Category

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
URL = "https://press.example/2026/"
TITLE = 300  # characters of a text that stand in its title, too
# parameters that choose what is done, and hold no text of others
FIXED = {"language": "en", "charset": "utf-8", "content_type": "text/html", "secret": "0" * 32, "where": "lists",
         "body_selector": "", "code": "looked"}  # fmt: skip
# characters of parameters that the product bounds: what is longer is refused before it is read
BOUNDED = {"claim": claims.LONGEST, "better": spell_suggest.LONGEST}
PLAIN: dict[Any, Any] = {
    bool: False, float: 0.5, datetime: NOW, date: NOW.date(), timedelta: timedelta(hours=1), type(None): None,
    Transformer: Transformer(),
}  # fmt: skip


# what the verifier knows of English, and what it compiles of that
OF_ENGLISH: dict[Any, Any] = {
    type(known): known
    for known in (
        english(DeedWords),
        english(VerbWords),
        english(ProofWords),
        verifier_words("en"),
        times_of("en"),
        naming_of("en"),
        attachment_of("en"),
        attachment_of("en").verbs,
        patterns_of("en"),
    )
}


class CannotBuild(TypeError):
    """Nobody has said how an argument of this type is made."""


def arguments(function: Callable[..., Any], text: str) -> dict[str, Any]:
    """For each parameter without a default, and each that holds text, something made of `text`."""
    hints = get_type_hints(function)
    return {
        name: build(hints[name], text, name)
        for name, parameter in inspect.signature(function).parameters.items()
        if parameter.default is inspect.Parameter.empty or holds_text(hints[name])
    }


def holds_text(kind: Any, inside: frozenset[Any] = frozenset()) -> bool:
    """Whether something of this type can be made of words of others."""
    if isinstance(kind, TypeAliasType):
        return holds_text(kind.__value__, inside)
    if kind in (Span, Embedder, Category, Guards, Nouns, Parser, *OF_ENGLISH):
        return False
    if kind in (str, bytes, Any, object, *MADE):
        return True
    if is_dataclass(kind) and kind not in inside:
        return any(holds_text(hint, inside | {kind}) for hint in get_type_hints(kind).values())
    if get_origin(kind) is Literal:
        return False
    return any(holds_text(part, inside) for part in get_args(kind) if part is not Ellipsis)


def build(kind: Any, text: str, name: str = "") -> Any:
    if isinstance(kind, TypeAliasType) and "NDArray" not in str(kind):
        return build(kind.__value__, text, name)
    if kind in MADE:
        return MADE[kind](text)
    if kind in PLAIN:
        return PLAIN[kind]
    if kind in (str, bytes, int, Any, object):
        return _plain(kind, text, name)
    if getattr(kind, "_fields", None) or is_dataclass(kind):
        return _record(kind, text)
    return _generic(kind, text, name)


def _plain(kind: Any, text: str, name: str) -> Any:
    if kind is bytes:
        return text.encode("utf-8", "surrogatepass")
    if kind is int:
        return len(text) if name in ("end", "longest") else 1
    return FIXED.get(name, text[: BOUNDED.get(name)]) if kind is str else text


def _record(kind: Any, text: str) -> Any:
    """A named tuple or a data class, its fields without defaults built in turn."""
    hints = get_type_hints(kind)
    if is_dataclass(kind):
        wanted = (one for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING)
        return kind(**{one.name: build(hints[one.name], text, one.name) for one in wanted})  # type: ignore[operator]
    return kind(*(build(hint, text, field) for field, hint in hints.items()))


def _generic(kind: Any, text: str, name: str) -> Any:
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return parts[0]
    if origin in (Union, types.UnionType):
        return build(next(part for part in parts if part is not type(None)), text, name)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(origin, parts, text)
    if origin is tuple and parts[-1:] != (Ellipsis,):
        return tuple(build(part, text, name) for part in parts)
    if "NDArray" in str(kind):
        return np.eye(1, dtype=np.float32)
    if origin in (list, tuple, set, frozenset, Sequence, Iterable, Iterator, Collection, AbstractSet):
        made = [build(parts[0], text, name)]
        return origin(made) if origin in (tuple, set, frozenset) else made
    if origin is Callable:
        return lambda *_: build(parts[1], text[: BOUNDED.get(name)])
    raise CannotBuild(f"{name}: {kind}")


def _mapping(origin: Any, parts: tuple[Any, ...], text: str) -> Any:
    """One entry, and of a counter one of each; articles stand under their ID and revision, as passages name them."""
    if issubclass(origin, Counter):
        return Counter([build(parts[0], text)])
    key = ("1", 1) if parts[1] is SourceArticle and parts[0] is not str else build(parts[0], text)
    return (dict if inspect.isabstract(origin) else origin)({key: build(parts[1], text)})


def _article(text: str) -> SourceArticle:
    return SourceArticle(id="1", revision=1, title=text[:TITLE], text=text, url=URL, publisher="The Gazette",
                         published=NOW, report="1", language="en")  # fmt: skip


def _material(text: str) -> Material:
    return lay_out(assigned_of(text), "en", wiring.embedder(), verifier)


def assigned_of(text: str) -> Assigned:
    return Assigned("1", "1", "", 1, (_article(text),))


def _page(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(f"<html><head><title>{text[:TITLE]}</title></head><body><article>{text}</article>")


def _node(text: str) -> LexborNode:
    body = _page(text).body
    assert body is not None
    return body


def _element(text: str) -> Any:
    element = etree.Element("item")
    element.text = "".join(c for c in text if c.isprintable())
    return element


@cache
def _tokens(text: str) -> tuple[Token, ...]:
    """Parsed once for all rules: a tenth of a second of CPU for each shape.

    The environment's PARSED may name a folder where several processes keep what they parsed, for each other.
    """
    kept = Path(os.environ.get("PARSED", ""), sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    if "PARSED" in os.environ and kept.exists():
        return tuple(pickle.loads(kept.read_bytes()))
    parse = wiring.parser()(text, "en")
    tokens = parse.tokens if parse else ()
    if "PARSED" in os.environ:
        mine = kept.with_suffix(f".{os.getpid()}")
        mine.write_bytes(pickle.dumps(tokens))
        mine.replace(kept)
    return tokens


def channel_of(text: str) -> Channel:
    item = Item(id="tag:a", url=URL, title=text, content=text, published=NOW, updated=NOW, summary=text, author=text)
    return Channel(title=text[:TITLE], page="/", path="/feeds/a", marks=[], updated=NOW, items=lambda: [item])


MADE: dict[Any, Callable[[str], Any]] = {
    Tagged: lambda text: Article(text[:TITLE], text),
    SourceArticle: _article,
    FactFinder: lambda text: FactFinder([_article(text)], {"1": 0}, "en"),
    Assigned: assigned_of,
    Material: _material,
    Head: lambda text: Head(_page(text), URL),
    LexborHTMLParser: _page,
    LexborNode: _node,
    etree._Element: _element,
    Channel: channel_of,
    Passage: lambda text: Passage("1", 1, 0, len(text), digest_of(text)),
    Span: lambda text: Span(0, len(text)),
    Embedder: lambda _: wiring.embedder(),
    Judge: lambda _: verifier,
    Guards: lambda _: guards_of("en"),
    Nouns: lambda _: capital_nouns("de"),
    **{kind: lambda _, known=known: known for kind, known in OF_ENGLISH.items()},
    Parser: lambda _: wiring.parser(),
    Parse: lambda text: Parse(text[:LONGEST], _tokens(text[:LONGEST])),
}
