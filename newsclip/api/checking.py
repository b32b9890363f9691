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
from newsclip.clips.actions import TextCheck
from newsclip.evidence.ports import LONGEST_TEXT, CheckedSentence
from newsclip.pipeline import text_checks
from newsclip.stories import queries as stories
from newsclip.stories.models import Story


class TextToCheck(Schema):
    """`story`: beside its articles alone; without it, beside those of the stories that search finds for the text."""

    text: Annotated[str, Field(max_length=LONGEST_TEXT, pattern=r"^[^\x00]*$")]
    story: Number | None = None


class Checked(Schema):
    """One sentence. `borne_out`: it rests on `passages`, by `edits` where `basis` is `edited`.

    `contradicted`: the passage says `held` where the sentence says `said` (from character `said_at`), and else the
    same; `differs` names the kind of these words. Both may be true, of another day, place or event. `not_found` does
    not mean false: nothing that was looked at says so in words that can be proved.
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
    cited = {(int(p.article), p.revision) for one in found.sentences for p in one.passages}
    in_the_open = {(str(pk), number) for (pk, number), row in articles.revisions(cited).items() if row.in_the_open}
    return [
        Checked(
            text=one.text, outcome=one.outcome, basis=one.basis, edits=list(one.edits), differs=one.differs,
            said=one.said, said_at=one.said_at, held=one.held, passages=_passages(one, found, in_the_open),
        )
        for one in found.sentences
    ]  # fmt: skip


def _passages(one: CheckedSentence, found: TextCheck, in_the_open: set[tuple[str, int]]) -> list[Passage]:
    known = {article.id: article for article in found.articles}
    told = [(p, known[p.article]) for p in one.passages]
    return [
        Passage(
            article=p.article, revision=p.revision, part=p.part, start=p.start, end=p.end, publisher=article.publisher,
            url=article.url, words=p.span.of(article.title if p.part == "title" else article.text), kept=True,
            in_the_open=(p.article, p.revision) in in_the_open,
        )
        for p, article in told
    ]  # fmt: skip
