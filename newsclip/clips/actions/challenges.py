"""Somebody doubts a sentence: the verifier looks again, at the publishers' words as they are stored now."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from newsclip.clips.actions.corrections import as_stored
from newsclip.clips.actions.reader_edits import write_again
from newsclip.clips.actions.writer_inputs import writer_inputs
from newsclip.clips.models import Amendment, Clip, Correction
from newsclip.clips.queries import amendments_of, source_articles
from newsclip.evidence import muting, serialization
from newsclip.evidence.reason_spans import referring
from newsclip.evidence.verifier import verify_document
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.reasons import Reason, Refused
from newsclip.language.syntax import NO_PARSER, Parser
from newsclip.stories import queries as stories

_STANDS = Reason("sentence_stands")


@dataclass(frozen=True, slots=True)
class Recheck:
    """`stands`: whether the sentence rests on what it cites; `outcome` says so, or why not, and refers to words."""

    stands: bool
    outcome: Reason


def recheck(clip: Clip, sentence: str, *, now: datetime, parser: Parser = NO_PARSER) -> Recheck:
    """Judge everything that the clip says in these words; what does not stand is corrected: its story is written anew.

    Raises Refused("unknown") where the clip says no such thing.
    """
    here = writer_inputs(stories.members(clip.story_id))
    verdicts = verify_document(serialization.from_json(clip.document), here.articles, parser)
    judged = [verdict for verdict in verdicts if verdict.text == sentence]
    if not judged:
        raise Refused("unknown", "The clip does not say this.")
    wrong = [verdict for verdict in judged if verdict.reason]
    if not wrong or wrong[0].reason is None:
        return Recheck(stands=True, outcome=_STANDS)
    why = referring(wrong[0].reason, sentence, wrong[0].passages, here.articles)
    _correct(clip, sentence, why, now)
    write_again(clip.story_id)
    return Recheck(stands=False, outcome=why)


def take_out(clip: Clip, sentence: str, *, by: str, now: datetime) -> Reason:
    """A moderator finds the sentence wrong though a source says it: no clip says it in these words of the publisher.

    So it is in every story that has the article. Its story is written anew. Repeatable: `by` names the doubt. Returns
    why it went. Raises Refused("unknown") where the clip says no such thing in its text, and "not_allowed" where, with
    all that was taken out before, nothing would be left.
    """
    document = serialization.from_json(clip.document)
    said = next((one for one in sentences_and_quotations(document) if one.text == sentence), None)
    if said is None or said == document.headline:
        raise Refused("unknown", "The clip does not say this below its headline.")
    before = (one for one in amendments_of(clip.story_id) if one.kind == Amendment.Kind.SENTENCE)
    gone = {digest for one in before for digest in one.words}
    gone |= {passage.digest for passage in said.evidence}
    if muting.without_passages(document, gone, source_articles(document)) is None:
        raise Refused("not_allowed", "Without it nothing is left of the clip.")
    for article in sorted({passage.article for passage in said.evidence}):
        digests = sorted({passage.digest for passage in said.evidence if passage.article == article})
        fresh = {"kind": Amendment.Kind.SENTENCE, "words": digests, "article_id": int(article)}
        given = {**fresh, "at": now, "undone_at": None}  # it may have been taken out, and put back, before
        Amendment.objects.update_or_create(story_id=clip.story_id, by=f"{by}, article {article}", defaults=given)
    why = Reason("sentence_taken_out")
    _correct(clip, sentence, why, now)
    write_again(clip.story_id)
    return why


def put_back(story_id: int, *, taken_out: datetime, now: datetime) -> None:
    """Let clips say again what a moderator took out of this story's then, in whatever story its articles are now.

    What no version did without yet is no correction. Raises Refused("already_gone") where it was put back before.
    """
    rows = Amendment.objects.filter(story=story_id, kind=Amendment.Kind.SENTENCE, at=taken_out, undone_at=None)
    articles = set(rows.values_list("article", flat=True))
    if not rows.update(undone_at=now):
        raise Refused("already_gone")
    unwritten = Correction.objects.filter(clip__story=story_id, version__gt=F("clip__version"), at=taken_out)
    unwritten.filter(kind=Correction.Kind.CHALLENGED).delete()
    for story in {story_id, *stories.stories_of(articles)}:
        write_again(story)


def _correct(clip: Clip, sentence: str, why: Reason, now: datetime) -> None:
    """List it at once; what the next version says in its place is put in when that is written."""
    Correction.objects.get_or_create(
        clip=clip,
        version=clip.version + 1,
        kind=Correction.Kind.CHALLENGED,
        sentences=[{"before": sentence, "after": ""}],
        defaults={"reasons": as_stored([Reason("sentence_doubted"), why]), "at": now},
    )
