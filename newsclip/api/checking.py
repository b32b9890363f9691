"""A text that a program brings, each sentence beside what stored articles say to it."""

from typing import Annotated, Literal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Schema
from pydantic import Field

from newsclip.api.auth import mutes_of, whoever_asks
from newsclip.api.schemas import Number, router
from newsclip.api.transparency import Passage
from newsclip.articles import queries as articles
from newsclip.clips import queries as clips
from newsclip.clips.actions import TextCheck
from newsclip.evidence.ports import LONGEST_TEXT, CheckedSentence
from newsclip.kernel import spans
from newsclip.pipeline import text_checks
from newsclip.stories import queries as stories
from newsclip.stories.models import Story


class TextToCheck(Schema):
    """`story`: beside its articles alone; without it, beside those of the stories that search finds for the text."""

    text: Annotated[str, Field(max_length=LONGEST_TEXT, pattern=r"^[^\x00]*$")]
    story: Number | None = None


class Absent(Schema):
    """Words of the sentence, from character `start` to `end`, that the passage has in no form."""

    start: int
    end: int
    words: str


class Nearest(Schema):
    """The passage that shares most with a sentence which it does not bear. That they share words proves nothing.

    `absent`: words of the sentence that it has in no form, but for those that carry nothing ("the"). `order`: all
    words of the sentence stand there in its order, `together`, or `apart`, with others left out between them. `beside`:
    another passage, which has what is absent. `clip`: the slug of the clip of its story; "" where none is published.
    """

    passage: Passage
    clip: str
    order: Literal["together", "apart", ""]
    absent: list[Absent]
    beside: Passage | None


class Checked(Schema):
    """One sentence. `borne_out`: it rests on `passages`, by `edits` where `basis` is `edited`.

    `contradicted`: the passage says `held` where the sentence says `said` (from character `said_at`), and else the
    same; `differs` names the kind of these words. Both may be true, of another day, place or event. `not_found` does
    not mean false: nothing that was looked at says so in words that can be proved; `nearest` comes nearest to it, null
    where all share too little with it.
    """

    text: str
    outcome: Literal["borne_out", "contradicted", "not_found"]
    basis: Literal["exact", "edited", ""]
    edits: list[str]
    differs: Literal["figure", "name", "date", "negation", ""]
    said: str
    said_at: int
    held: str
    passages: list[Passage]
    nearest: Nearest | None


class CheckedText(Schema):
    """`articles`: how many were looked at. `left_out`: sentences at the end of the text that were not: it is too long,
    or they would take too much time.
    """

    sentences: list[Checked]
    articles: int
    left_out: int


@router.post("/check", response=CheckedText, summary="Check a text, sentence by sentence, against stored articles")
def check(request: HttpRequest, given: TextToCheck) -> CheckedText:
    """Needs no key for up to 1,500 characters; with a token of scope `read` up to 6,000, and it leaves out publishers
    that its owner mutes. 429: too many were checked; what was checked lately is answered again freely.
    503: another text is being checked; `Retry-After` says when to ask again.
    """
    story = stories.story(get_object_or_404(Story, pk=given.story).pk) if given.story else None
    muted = {mute.key for mute in mutes_of(request) if mute.kind == "source"}
    reader = whoever_asks(request)
    asked = text_checks.Asked(given.text, story.pk if story else None, frozenset(muted))
    found = text_checks.check_text(request, reader, asked, now=timezone.now())
    return CheckedText(sentences=_checked(found), articles=len(found.articles), left_out=found.left_out)


def _checked(found: TextCheck) -> list[Checked]:
    shown = _Shown(found)
    return [
        Checked(
            text=one.text, outcome=one.outcome, basis=one.basis, edits=list(one.edits), differs=one.differs,
            said=one.said, said_at=one.said_at, held=one.held, passages=[shown.passage(p) for p in one.passages],
            nearest=shown.nearest(one),
        )
        for one in found.sentences
    ]  # fmt: skip


class _Shown:
    def __init__(self, found: TextCheck) -> None:
        self._known = {article.id: article for article in found.articles}
        told = [one.nearest for one in found.sentences if one.nearest]
        near = [p for one in told for p in (one.passage, one.beside) if p]
        cited = {(int(p.article), p.revision) for p in (*near, *(p for one in found.sentences for p in one.passages))}
        self._open = {(str(pk), number) for (pk, number), row in articles.revisions(cited).items() if row.in_the_open}
        self._clips = clips.listed_by_article({int(p.article) for p in near})

    def passage(self, p: spans.Passage) -> Passage:
        article = self._known[p.article]
        return Passage(
            article=p.article, revision=p.revision, part=p.part, start=p.start, end=p.end, publisher=article.publisher,
            url=article.url, words=p.span.of(article.title if p.part == "title" else article.text), kept=True,
            in_the_open=(p.article, p.revision) in self._open,
        )  # fmt: skip

    def nearest(self, one: CheckedSentence) -> Nearest | None:
        if one.nearest is None:
            return None
        clip = self._clips.get(int(one.nearest.passage.article))
        absent = [Absent(start=start, end=end, words=one.text[start:end]) for start, end in one.nearest.absent]
        return Nearest(
            passage=self.passage(one.nearest.passage), clip=clip.slug if clip else "", order=one.nearest.order,
            absent=absent, beside=self.passage(one.nearest.beside) if one.nearest.beside else None,
        )  # fmt: skip
