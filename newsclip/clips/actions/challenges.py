"""Somebody doubts a sentence: the verifier looks again, at the publishers' words as they are stored now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q

from newsclip.articles import queries as articles
from newsclip.clips.actions.corrections import as_stored
from newsclip.clips.actions.reader_edits import write_again
from newsclip.clips.actions.writer_inputs import writer_inputs
from newsclip.clips.models import Amendment, Clip, Correction
from newsclip.clips.queries import amendments_of, passage_words, source_articles
from newsclip.evidence import muting, serialization
from newsclip.evidence.document import Document, Quote, Sentence
from newsclip.evidence.reason_spans import referring
from newsclip.evidence.verifier import verify_document
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.reasons import PUT_BACK, Reason, Refused
from newsclip.kernel.spans import digest_of
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
    _correct(clip, sentence, [Reason("sentence_doubted"), why], now)
    write_again(clip.story_id)
    return Recheck(stands=False, outcome=why)


def take_out(clip: Clip, sentence: str, *, by: str, now: datetime) -> Reason:
    """A moderator finds the sentence wrong though a source says it: no clip says it in these words of the publisher.

    So it is in every story that has the article, or another of this story's that has the same words. Its story is
    written anew. Repeatable: `by` names the doubt. Returns why it went. Raises Refused("unknown") where the clip says
    no such thing in its text, and "not_allowed" where, with all that was taken out before, nothing would be left.
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
    for article, digests in sorted(_holding(clip, document, said).items()):
        fresh = {"kind": Amendment.Kind.SENTENCE, "words": sorted(digests), "article_id": article, "at": now}
        Amendment.objects.get_or_create(story_id=clip.story_id, by=f"{by}, article {article}", defaults=fresh)
    why = Reason("sentence_taken_out")
    _correct(clip, sentence, [why], now)
    write_again(clip.story_id)
    return why


def put_back(story_id: int, *, taken_out: datetime) -> frozenset[datetime]:
    """Let clips say again what a moderator took out of this story's then, in whatever story its articles are now.

    What else was taken out by the same words comes back with it: returns when each was taken out. What no version did
    without yet is no correction, and of what was one it is told. Raises Refused("already_gone") where it was put back
    before. Nothing of it is kept, as the former release would take it for what is still out.
    """
    rows = Amendment.objects.filter(kind=Amendment.Kind.SENTENCE, undone_at=None)
    held_by = set(rows.filter(story=story_id, at=taken_out).values_list("article", flat=True))
    if not held_by:
        raise Refused("already_gone")
    near = rows.filter(Q(story=story_id) | Q(article__in=held_by)).values_list("story", "at", "words")
    back = _with_the_same_words(list(near), (story_id, taken_out))
    for story, at in back:
        of_it = rows.filter(story=story, at=at)
        held_by.update(of_it.values_list("article", flat=True))
        of_it.delete()
        _tell_put_back(story, at)
    for story in {*(story for story, _ in back), *stories.stories_of(held_by)}:
        write_again(story)
    return frozenset(at for _, at in back)


def _holding(clip: Clip, document: Document, said: Sentence | Quote) -> dict[int, set[str]]:
    """The digests of its passages, by the articles of its story that hold their words."""
    found: dict[int, set[str]] = {}
    words = passage_words(document)
    for passage in said.evidence:
        found.setdefault(int(passage.article), set()).add(passage.digest)
    members = stories.members(clip.story_id).members
    for pk, read in articles.newest(member.article_id for member in members).items():
        held = (words.get(passage, "") for passage in said.evidence)
        there = {digest_of(one) for one in held if one and (one in read.text or one in read.title)}
        if there:
            found.setdefault(pk, set()).update(there)
    return found


def _with_the_same_words(
    rows: Sequence[tuple[int, datetime, Sequence[str]]], first: tuple[int, datetime]
) -> set[tuple[int, datetime]]:
    """This (story, when taken out) and those of the others that share words with one of them."""
    words: dict[tuple[int, datetime], set[str]] = {}
    for story, at, digests in rows:
        words.setdefault((story, at), set()).update(digests)
    found, free = {first}, words[first]
    while more := {one for one, held in words.items() if one not in found and held & free}:
        found |= more
        free = free.union(*(words[one] for one in more))
    return found


def _tell_put_back(story_id: int, taken_out: datetime) -> None:
    listed = Correction.objects.filter(clip__story=story_id, at=taken_out, kind=Correction.Kind.CHALLENGED)
    listed.filter(version__gt=F("clip__version")).delete()
    for one in listed:
        one.reasons = [*one.reasons, *as_stored([PUT_BACK])]
        one.save(update_fields=["reasons"])


def _correct(clip: Clip, sentence: str, why: Sequence[Reason], now: datetime) -> None:
    """List it at once; what the next version says in its place is put in when that is written."""
    Correction.objects.get_or_create(
        clip=clip,
        version=clip.version + 1,
        kind=Correction.Kind.CHALLENGED,
        sentences=[{"before": sentence, "after": ""}],
        defaults={"reasons": as_stored(why), "at": now},
    )
