"""Readers want another headline or other hashtags: kept, and applied by the writing of every later version."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F

from newsclip.clips.actions.writer_inputs import writer_inputs
from newsclip.clips.models import Amendment, Assignment, Clip
from newsclip.evidence import reader_edits, serialization
from newsclip.evidence.document import Amended, Document, SourceArticle
from newsclip.evidence.reason_spans import referring
from newsclip.evidence.tokens import tokens
from newsclip.kernel.reasons import Refused
from newsclip.language.syntax import NO_PARSER, Parser
from newsclip.stories import queries as stories
from newsclip.stories.models import Story


def amend(story_id: int, kind: str, words: Sequence[str], *, by: str, now: datetime, parser: Parser = NO_PARSER) -> str:
    """Keep it, and have the clip written anew; the words as they will be published. Repeatable: `by` names the wish.

    Raises Refused as `borne_now` does, its reason referring to words (rules.references).
    """
    try:
        borne = borne_now(story_id, kind, words, parser=parser)
    except Refused as refused:
        raise _referring(refused, story_id, words) from None
    fresh = {"kind": kind, "words": list(borne), "at": now}
    Amendment.objects.get_or_create(story_id=story_id, by=by, defaults=fresh)
    write_again(story_id)
    return " ".join(borne)


def borne_now(story_id: int, kind: str, words: Sequence[str], *, parser: Parser = NO_PARSER) -> tuple[str, ...]:
    """The words as they would be published.

    Raises Refused("not_supported") with the verifier's reason where no article bears them, "unknown" for another kind.
    """
    if kind not in Amendment.Kind.values or not words:
        raise Refused("unknown", kind)
    clip = Clip.objects.filter(story=story_id).first()
    # After a takedown a clip has no words until it is written anew.
    document = serialization.from_json(clip.document) if clip and "headline" in clip.document else None
    return reader_edits.borne(Amended(kind, tuple(words), ""), _articles(story_id, document), document, parser)


def stand_in_sources(story_id: int, words: str) -> bool:
    """Whether a title or a text of the story's articles has these words, side by side and in whatever case."""
    wanted = f" {' '.join(tokens(words))} "
    articles = writer_inputs(stories.members(story_id)).articles
    return any(wanted in f" {' '.join(tokens(text))} " for one in articles for text in (one.title, one.text))


def _articles(story_id: int, document: Document | None) -> tuple[SourceArticle, ...]:
    """Those in the language of the clip, as the writing of its next version is given no others."""
    here = writer_inputs(stories.members(story_id))
    spoken = {here.spoken.get(source.article) for source in document.sources} if document else set()
    return tuple(one for one in here.articles if here.spoken[one.id] in spoken) or here.articles


def _referring(refused: Refused, story_id: int, words: Sequence[str]) -> Refused:
    """The refusal as it may be stored."""
    if refused.because is None:
        return refused
    articles = writer_inputs(stories.members(story_id)).articles
    return Refused(refused.code, because=referring(refused.because, " ".join(words), (), articles))


def take_back(story_id: int, by: str, *, now: datetime) -> None:
    """Let later versions do without it; what was wanted before it counts again."""
    if Amendment.objects.filter(story=story_id, by=by, undone_at=None).update(undone_at=now):
        write_again(story_id)


def write_again(story_id: int) -> None:
    """The next turn writes about this story, changed or not; also where a writer is at it, with what it had then."""
    with transaction.atomic():
        Assignment.objects.filter(story=story_id).update(story_version=0, leased_until=None)
        Story.objects.filter(pk=story_id).update(written_version=0)


def nothing_to_write(story_ids: Iterable[int]) -> None:
    """What was withdrawn because nothing is left of its story does not wait for a writer."""
    empty = Story.objects.filter(pk__in=list(story_ids), articles=0)
    empty.update(written_version=F("version"))
