"""A clip's document made ready to be read: every sentence with its number, its sources and the publishers' words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any, NamedTuple

from django.db.models import F, Q

from newsclip.articles.models import Revision
from newsclip.kernel.addresses import at_words
from newsclip.kernel.excerpts import excerpt
from newsclip.kernel.spans import digest_of

type Json = Mapping[str, Any]
type Texts = Mapping[tuple[str, int], Text]

_NEAR = 140


class Text(NamedTuple):
    """A revision, as far as it may be shown. `in_the_open`: it was read without encryption."""

    title: str
    text: str
    in_the_open: bool = False


_NONE = Text("", "")


@dataclass(frozen=True, slots=True)
class Source:
    """An article that the clip rests on; `number` is what the marks behind sentences say."""

    number: int
    article: str
    publisher: str
    domain: str
    title: str
    url: str
    published: datetime | None
    report: str


@dataclass(frozen=True, slots=True)
class Words:
    """A publisher's words, in the paragraph they stand in. `kept` is false where the revision cannot show them.

    `changed`: the publisher's newest revision no longer says so, and the clip was not written anew yet.
    `in_the_open`: they were read without encryption.
    """

    source: Source
    text: str = ""
    before: str = ""
    after: str = ""
    in_title: bool = False
    kept: bool = True
    changed: bool = False
    in_the_open: bool = False

    @property
    def near_before(self) -> str:
        if len(self.before) <= _NEAR:
            return self.before
        return "… " + self.before[-_NEAR:].partition(" ")[2]

    @property
    def near_after(self) -> str:
        if len(self.after) <= _NEAR:
            return self.after
        return self.after[:_NEAR].rpartition(" ")[0] + " …"

    @property
    def url(self) -> str:
        """The article's address with a text fragment, which makes a browser scroll to the words and mark them."""
        if not self.kept or self.in_title:
            return self.source.url
        return at_words(self.source.url, self.text)


@dataclass(frozen=True, slots=True)
class Claim:
    """Something the clip says, and the words it rests on. `quoted`: somebody's own words, shown in quotation marks."""

    number: int
    text: str
    words: tuple[Words, ...]
    edits: tuple[str, ...] = ()
    quoted: bool = False

    @property
    def key(self) -> str:
        """What forms and addresses call it by: its number may be another's when the clip is written anew."""
        return digest_of(self.text)

    @property
    def changed(self) -> bool:
        return any(words.changed for words in self.words)

    @property
    def marks(self) -> list[int]:
        return sorted({words.source.number for words in self.words})


@dataclass(frozen=True, slots=True)
class Block:
    """`claims` holds one quotation, the sentences of a paragraph, or the items of a list."""

    kind: str
    claims: tuple[Claim, ...]
    speaker: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    heading: Claim | None
    role: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    when: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Disagreement:
    about: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class ReadyClip:
    """Everything a clip says, in reading order; `claims` holds it all."""

    headline: Claim
    summary: tuple[Claim, ...]
    sections: tuple[Section, ...]
    timeline: tuple[Moment, ...]
    disagreements: tuple[Disagreement, ...]
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...] = field(repr=False)

    @property
    def lead(self) -> Source:
        """The article whose words the headline rests on."""
        return self.headline.words[0].source


def texts_of(document: Json) -> dict[tuple[str, int], Text]:
    """Every revision the document cites, and of the newest of each."""
    cited = {(p["article"], p["revision"]) for p in passages_of(document) if str(p["article"]).isdigit()}
    wanted = Q(number__in={revision for _, revision in cited}) | Q(number=F("article__revisions"))
    rows = Revision.objects.filter(wanted, article_id__in={int(article) for article, _ in cited})
    found = rows.values_list(
        "article_id", "number", "title", "text", "article__publisher__excerpt_words", "in_the_open"
    )
    return {
        (str(article), number): Text(title, excerpt(text, most), in_the_open)
        for article, number, title, text, most, in_the_open in found
    }


def passages_of(value: Any) -> Iterator[Json]:
    """Every passage anywhere in the document."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Mapping):
            if "digest" in item and "start" in item:
                yield item
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)


def ready(document: Json, texts: Texts) -> ReadyClip:
    """The document with the words of its passages put in from `texts`."""
    return _Reading(document, texts).clip()


class _Reading:
    """Numbers what is said while it walks through the document."""

    def __init__(self, document: Json, texts: Texts) -> None:
        self.document = document
        self.texts = texts
        self.sources = {s["article"]: _source(number, s) for number, s in enumerate(document["sources"], 1)}
        self.newest = {article: max(n for a, n in texts if a == article) for article, _ in texts}
        self.numbers = count()
        self.claims: list[Claim] = []

    def clip(self) -> ReadyClip:
        document = self.document
        return ReadyClip(
            headline=self.claim(document["headline"]),
            summary=self.all(document["summary"]["sentences"]),
            sections=tuple(self.section(section) for section in document["sections"]),
            disagreements=tuple(
                Disagreement(d["about"], self.all({**c, "text": c["value"]} for c in d["claims"]))
                for d in document["disagreements"]
            ),
            timeline=tuple(Moment(m["when"], self.claim(m["sentence"])) for m in document["timeline"]),
            sources=tuple(self.sources.values()),
            claims=tuple(self.claims),
        )

    def section(self, section: Json) -> Section:
        heading = self.claim(section["heading"]) if section["heading"] else None
        return Section(heading, section["role"], tuple(self.block(block) for block in section["blocks"]))

    def block(self, block: Json) -> Block:
        if block["kind"] == "quote":
            return Block("quote", (self.claim(block),), block["speaker"] or "", block["role"] or "")
        return Block(block["kind"], self.all(block["items" if block["kind"] == "bullets" else "sentences"]))

    def all(self, sentences: Iterable[Json]) -> tuple[Claim, ...]:
        return tuple(self.claim(sentence) for sentence in sentences)

    def claim(self, sentence: Json) -> Claim:
        words = tuple(self.words(passage) for passage in sentence["evidence"])
        quoted = sentence.get("kind") == "quote"
        claim = Claim(next(self.numbers), sentence["text"], words, tuple(sentence.get("edits", ())), quoted)
        self.claims.append(claim)
        return claim

    def words(self, passage: Json) -> Words:
        source = self.sources[passage["article"]]
        found = self.texts.get((passage["article"], passage["revision"]), _NONE)
        in_title = passage.get("part") == "title"
        whole = found.title if in_title else found.text
        start, end = passage["start"], passage["end"]
        if digest_of(whole[start:end]) != passage["digest"]:
            return Words(source, in_title=in_title, kept=False)
        opens = whole.rfind("\n", 0, start) + 1
        closes = whole.find("\n", end)
        after = whole[end : closes if closes >= 0 else len(whole)]
        changed = self.is_changed(passage, whole[start:end])
        return Words(
            source,
            whole[start:end],
            whole[opens:start],
            after,
            in_title,
            changed=changed,
            in_the_open=found.in_the_open,
        )

    def is_changed(self, passage: Json, words: str) -> bool:
        """Whether the newest revision holds these words no more, wherever in it."""
        newest = self.newest.get(passage["article"])
        if newest is None or newest == passage["revision"]:
            return False
        return " ".join(words.split()) not in " ".join("\n".join(self.texts[passage["article"], newest][:2]).split())


def _source(number: int, source: Json) -> Source:
    published = source["published"]
    return Source(
        number=number,
        article=source["article"],
        publisher=source["publisher"] or source["domain"],
        domain=source["domain"],
        title=source["title"],
        url=source["url"],
        published=datetime.fromisoformat(published) if published else None,
        report=source["report"],
    )
