"""The names that a clip has: of whom it quotes, and what its hashtags name.

A last name alone ("Holm") is somebody only where the story has one full name that ends so.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from newsclip.evidence.document import Document, Quote
from newsclip.evidence.visitor import quotations, texts
from newsclip.kernel.spans import digest_of
from newsclip.language import unspaced
from newsclip.language.names import Kind, Name, find_names
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.word_lists import CONNECTORS, GIVEN_NAMES, PERSON_TITLES

_WORD = re.compile(r"[^\W_]+")
_ENDS = " .,;:'’\"“”«»()[]"
_LONGEST_NAME, _LONGEST_HASHTAG, _LONGEST_ROLE = 200, 80, 300  # as the table takes them
_LONGEST_KEY, _KEPT_OF_KEY = 100, 80

_TOLD_APART = {"person", "other"}  # the kinds of which one name may be that of several

type Kinds = Mapping[str, Kind]


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A name in a clip. `kind`: person, place, body or other; `text`: a quotation of `article`; "" for a `hashtag`."""

    key: str
    name: str
    kind: str
    role: str = ""
    text: str = ""
    hashtag: str = ""
    article: str = ""


def is_told_apart(kind: str) -> bool:
    """Whether several may bear one name of this kind: places and bodies of one name are taken for one."""
    return kind in _TOLD_APART


def key_of(name: str) -> str:
    """The address of a name: small letters, "-" between words, no initials in the middle; "" where it has no letter."""
    found: list[str] = _WORD.findall(unicodedata.normalize("NFKC", name[:_LONGEST_NAME]).casefold())
    parts = [word for place, word in enumerate(found) if len(word) > 1 or place in {0, len(found) - 1}]
    key = "-".join(parts)
    if len(key) <= _LONGEST_KEY:
        return key
    return f"{key[:_KEPT_OF_KEY]}-{digest_of(key)}"  # else names that begin alike would be one


def mentions(
    document: Document, source_texts: Callable[[], Sequence[str]], spoken: Sequence[Quote] = ()
) -> list[FoundMention]:
    """The names of the clip's quotations and hashtags, and of what its sentences quote (`spoken`).

    `source_texts`: of its articles, asked for where needed.
    """
    names = _Names(document, source_texts)
    apart = quotations(document)
    within = [one for one in spoken if not any(one.text in quote.text for quote in apart)]
    quoted = (names.quoted(quote) for quote in (*apart, *within))
    tagged = (names.tagged(tag.removeprefix("#")) for tag in document.hashtags)
    found = [*quoted, *tagged]
    # said twice in a clip, it is said once
    return list({(one.key, one.text): one for one in found if one}.values())


class _Names:
    """The names that a clip writes, and where one of them is short, those of its articles."""

    def __init__(self, document: Document, source_texts: Callable[[], Sequence[str]]) -> None:
        self._language = document.language or "en"
        said = [document.headline.text, *texts(document)]
        self._here = _kinds(said, self._language)
        speakers = (_plain(quote.speaker or "") for quote in quotations(document))
        self._speakers = {name: self._kind(name, role="") for name in speakers if self._is_full(name)}
        self._source_texts = source_texts
        self._there: Kinds | None = None

    def quoted(self, quote: Quote) -> FoundMention | None:
        """Who is quoted; None where no text tells a full name."""
        plain = _plain(quote.speaker or "")
        if not plain or (plain[0].islower() and not _leads_to_name(plain)):
            return None
        name = plain if self._is_full(plain) else self._in_full(plain)
        role = " ".join((quote.role or "").split())[:_LONGEST_ROLE]
        article = quote.evidence[0].article
        return self._mention(name, self._kind(name, role), role=role, text=quote.text, article=article)

    def tagged(self, tag: str) -> FoundMention | None:
        """Whom or what the hashtag names, where the clip writes that name."""
        names: Kinds = {**self._here, **self._speakers}
        named = next((name for name in names if _squeezed(name) == tag.lower()), "")
        kind = names.get(named, "other")
        if kind == "other" and " " not in named:  # what it names is not told: the ferry Sabine, or a Sabine
            return None
        name = self._in_full(named) if kind == "person" and not self._is_full(named) else named
        return self._mention(name, kind, hashtag=tag.lower()[:_LONGEST_HASHTAG])

    def _mention(self, name: str, kind: str, **more: str) -> FoundMention | None:
        key = key_of(name)
        return FoundMention(key, name[:_LONGEST_NAME], kind, **more) if key else None

    def _kind(self, name: str, role: str) -> Kind:
        """A speaker of whom no text tells otherwise is a person, unless called as a thing may be: "Strait Line"."""
        kind = self._here.get(name, "other")
        if kind not in {"other", "place"} or " " not in name:
            return kind
        first, *_, last = name.split()
        return "person" if role or first.lower() in GIVEN_NAMES or not is_common_word(last.lower()) else "other"

    def _is_full(self, name: str) -> bool:
        """Whether it can be told from others: several words, a body, or a name in a script that writes no spaces."""
        parts = name.split()
        if len(parts) < 2:
            return self._here.get(name) == "body" or self._language[:2] in unspaced.LANGUAGES
        return parts[0].lower() not in CONNECTORS

    def _in_full(self, short: str) -> str:
        """The one full name that ends in this one; "" where the story has none, or two."""
        fitting = _ending_in(short, {**self._here, **self._speakers}) or _ending_in(short, self._names_there())
        return next(iter(fitting.values())) if len(fitting) == 1 else ""

    def _names_there(self) -> Kinds:
        if self._there is None:
            self._there = _kinds(self._source_texts(), self._language)
        return self._there


def _ending_in(short: str, kinds: Kinds) -> dict[str, str]:
    """By key the full names that may be of the person with this last name."""
    return {
        key_of(name): name
        for name, kind in kinds.items()
        if name.endswith(f" {short}") and kind in {"person", "other"} and name.split()[0].lower() not in CONNECTORS
    }


def _kinds(said: Sequence[str], language: str) -> dict[str, Kind]:
    return {_plain(name.text): _likely(name) for name in find_names("\n".join(said), language)}


def _likely(name: Name) -> Kind:
    """What it is; who speaks may be a body whose name ends in a plural: "Vellish Railways said"."""
    first, _, last = name.text.rpartition(" ")
    plural = last.endswith("s") and is_common_word(last[:-1].lower())
    given = first.partition(" ")[0].lower() in GIVEN_NAMES
    return "body" if name.kind == "person" and first and plural and not given else name.kind


def _leads_to_name(name: str) -> bool:
    """Whether it begins as "van der Berg" does."""
    parts = name.split()
    return parts[0].lower() in CONNECTORS and any(not part[0].islower() for part in parts)


def _plain(name: str) -> str:
    """The name without a form of address, and without what stands around it."""
    parts = name.strip(_ENDS).split()
    while len(parts) > 1 and parts[0].strip(".").lower() in PERSON_TITLES:
        parts = parts[1:]
    return " ".join(parts)


def _squeezed(name: str) -> str:
    return "".join(_WORD.findall(name)).lower()
