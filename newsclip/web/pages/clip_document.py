"""A clip's document as pages show it: every statement with its number, its sources and the publishers' words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import F, Q

from newsclip.articles.models import Revision
from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.evidence.document import Claim, Document, Quote, Sentence, SourceReference
from newsclip.evidence.edits import ROLE, is_omission
from newsclip.evidence.playback import Step, played_back
from newsclip.evidence.visitor import Place, Statement, passages, visit
from newsclip.kernel.addresses import with_text_fragment
from newsclip.kernel.excerpts import excerpt, quoted
from newsclip.kernel.spans import Passage, digest_of

type Texts = Mapping[tuple[str, int], Text]

_NEAR = 140


class Text(NamedTuple):
    """A revision, as far as it may be shown. `in_the_open`: it was read without encryption; `note`: what it says that
    its publisher corrected in it.
    """

    title: str
    text: str
    in_the_open: bool = False
    note: str = ""

    def whole(self, passage: Passage) -> str:
        """What the passage's span counts in."""
        return self.title if passage.part == "title" else self.text


NO_TEXT = Text("", "")


@dataclass(frozen=True, slots=True)
class Source:
    """An article that the clip rests on; `number` is what the marks behind sentences say, `note` what the article says
    now that its publisher corrected in it.
    """

    number: int
    article: str
    publisher: str
    domain: str
    title: str
    url: str
    published: datetime | None
    report: str
    note: str = ""


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
        return with_text_fragment(self.source.url, self.text)


@dataclass(frozen=True, slots=True)
class Shown:
    """Something the clip says, and the words it rests on."""

    number: int
    said: Statement
    words: tuple[Words, ...]

    @property
    def text(self) -> str:
        return self.said.value if isinstance(self.said, Claim) else self.said.text

    @property
    def is_value(self) -> bool:
        """Whether it is what one side says where the sources disagree: no sentence, see `around`."""
        return isinstance(self.said, Claim)

    @property
    def edits(self) -> tuple[str, ...]:
        return self.said.edits if isinstance(self.said, Sentence) else ()

    @property
    def judged(self) -> bool:
        """Whether a language model put it into words of its own."""
        return isinstance(self.said, Sentence) and self.said.basis == "judged"

    @property
    def basis(self) -> str:
        """On what a sentence stands: exact, edited or judged; "" for quotations, values and headings of our own."""
        ours = isinstance(self.said, Sentence) and ROLE in self.said.edits
        return self.said.basis if isinstance(self.said, Sentence) and not ours else ""

    @property
    def shortened(self) -> bool:
        """Whether words were left out; capitals made small, or parts moved, shorten nothing."""
        return any(map(is_omission, self.edits))

    @property
    def steps(self) -> tuple[Step, ...]:
        """How it was edited, played back on the publishers' words."""
        return played_back([words.text for words in self.words], self.edits)

    @property
    def quoted(self) -> bool:
        """Whether these are somebody's own words, shown in quotation marks."""
        return isinstance(self.said, Quote)

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

    @property
    def around(self) -> tuple[str, str] | None:
        """Of a value: what stands before and behind it in the first sentence that states it; None where none is kept.

        It counts only as whole words: no "12" of "12.5", "1,012" or "12-year-old".
        """
        for text in (words.text for words in self.words if words.kept):
            if found := re.search(rf"(?<![\w.,-]){re.escape(self.text)}(?![\w-]|[.,]\d)", text):
                return text[: found.start()], text[found.end() :]
        return None


@dataclass(frozen=True, slots=True)
class ReadyClip:
    """A document, and all that it says in the order in which pages number it."""

    document: Document
    sources: tuple[Source, ...]
    claims: tuple[Shown, ...]
    _shown: Mapping[int, Shown] = field(repr=False)

    @property
    def judged(self) -> bool:
        """Whether anything in it is in a language model's own words."""
        return any(claim.judged for claim in self.claims)

    def shown(self, said: Statement) -> Shown:
        """This part of the document as it is shown. What is said twice is shown twice, under two numbers."""
        return self._shown[id(said)]

    @property
    def one_model(self) -> bool:
        """Whether the model that wrote it judged its words as well."""
        settings = self.document.writer.settings
        return bool(settings.get("judge", {}).get("model") == settings.get("model"))

    @property
    def lead(self) -> Source:
        """The article whose words the headline rests on."""
        return self.claims[0].words[0].source


def judged_sentences(document: Document) -> int:
    """How many sentences are in a language model's own words; one that is told again below counts once."""
    said = (one for _, one in visit(document) if isinstance(one, Sentence))
    return len({one.text for one in said if one.basis == "judged"})


def texts_of(*documents: Document) -> dict[tuple[str, int], Text]:
    """Every revision that these documents cite, and the newest of each article."""
    said = (one for document in documents for _, one in visit(document))
    cited = {(p.article, p.revision) for p in passages(said) if p.article.isdigit()}
    wanted = Q(number__in={revision for _, revision in cited}) | Q(number=F("article__revisions"))
    rows = Revision.objects.filter(wanted, article_id__in={int(article) for article, _ in cited})
    found = rows.values_list(
        "article_id", "number", "title", "text", "article__publisher__excerpt_words", "in_the_open", "correction_note"
    )
    return {
        (str(article), number): Text(title, excerpt(text, most), in_the_open, quoted(note, most))
        for article, number, title, text, most, in_the_open, note in found
    }


def ready(document: Document, texts: Texts) -> ReadyClip:
    """The document with the words of its passages put in from `texts`."""
    view = _View(document, texts)
    # The timeline repeats what was said: a list of everything ends with it.
    said = sorted(visit(document), key=lambda one: one[0] is Place.TIMELINE)
    claims = tuple(Shown(number, one, view.words(one)) for number, (_, one) in enumerate(said))
    return ReadyClip(document, tuple(view.sources.values()), claims, {id(one.said): one for one in claims})


def as_stored(clip: Clip) -> ReadyClip:
    """All that the clip says, whether it still stands or not. Raises Refused("bad_row") where it is no document."""
    document = queries.document(clip)
    return ready(document, texts_of(document))


def sentences_of(reading: ReadyClip) -> list[dict[str, Any]]:
    """All that it says, each in the place that its number names, as comments on it are kept."""
    return [
        {"text": claim.text, "evidence": [{"digest": digest_of(words.text)} for words in claim.words if words.kept]}
        for claim in reading.claims
    ]


class _View:
    """The publishers' words, as the stored revisions hold them."""

    def __init__(self, document: Document, texts: Texts) -> None:
        self._texts = texts
        self._newest: dict[str, int] = {}
        for article, number in texts:
            self._newest[article] = max(number, self._newest.get(article, 0))
        self.sources = {one.article: _source(n, one, self._note(one)) for n, one in enumerate(document.sources, 1)}

    def _note(self, source: SourceReference) -> str:
        newest = self._newest.get(source.article)
        return self._texts[source.article, newest].note if newest is not None else ""

    def words(self, said: Statement) -> tuple[Words, ...]:
        return tuple(map(self._words, said.evidence))

    def _words(self, passage: Passage) -> Words:
        source, in_title = self.sources[passage.article], passage.part == "title"
        found = self._texts.get((passage.article, passage.revision), NO_TEXT)
        whole, start, end = found.whole(passage), passage.start, passage.end
        if digest_of(whole[start:end]) != passage.digest:
            return Words(source, in_title=in_title, kept=False)
        opens = whole.rfind("\n", 0, start) + 1
        closes = whole.find("\n", end)
        return Words(
            source,
            whole[start:end],
            before=whole[opens:start],
            after=whole[end : closes if closes >= 0 else len(whole)],
            in_title=in_title,
            changed=self._is_changed(passage, whole[start:end]),
            in_the_open=found.in_the_open,
        )

    def _is_changed(self, passage: Passage, words: str) -> bool:
        """Whether the newest revision holds these words no more, wherever in it."""
        newest = self._newest.get(passage.article)
        if newest is None or newest == passage.revision:
            return False
        return " ".join(words.split()) not in " ".join("\n".join(self._texts[passage.article, newest][:2]).split())


def _source(number: int, source: SourceReference, note: str) -> Source:
    return Source(
        number=number,
        article=source.article,
        publisher=source.publisher or source.domain,
        domain=source.domain,
        title=source.title,
        url=source.url,
        published=source.published,
        report=source.report,
        note=note,
    )
