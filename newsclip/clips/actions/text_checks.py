"""A text that somebody brings, beside the articles of a story or of those that search finds for it.

What bears a clip may bear a sentence here: the newest revisions, as far as they may be shown; nothing that a publisher
took back or a moderator took out, and nothing of muted publishers.
"""

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import accumulate, chain, islice
from typing import cast

from django.core.cache import caches

from newsclip.clips.actions.writer_inputs import writer_inputs
from newsclip.clips.ports import SearchIndex, VectorIndex
from newsclip.clips.queries import is_listed, listed, of_story
from newsclip.clips.rules.rank_fusion import fused, with_the_first_of_each
from newsclip.clips.rules.search_questions import questions_of_all
from newsclip.evidence.document import SourceArticle
from newsclip.evidence.ports import LONGEST_TEXT, MOST_SENTENCES, CheckedSentence, CheckedText
from newsclip.kernel.reasons import Refused
from newsclip.language.tokens import sentences
from newsclip.stories import queries as stories

_MOST_STORIES, _MOST_ARTICLES = 6, 24
_MOST_OF_ONE, _MOST_OF_OTHERS = 12, 3  # articles of the likeliest story, and of each of the others
_ASKED, _OF_THE_TEXT = 10, 2  # sentences that search is asked about; stories that are of the whole text
_MOST_CHARACTERS = 300_000  # of articles, all together
_QUESTIONS = 24  # of a text, by words and by meaning: strangers ask
_HITS, _ALIKE, _MEANT = 8, 4, 400  # clips of a question, clips alike by meaning, characters that tell the meaning
_KEPT_SECONDS = 3600
CACHE = "text_checks"  # its own, and small (settings.CACHES): strangers fill it
_VERSION = 5  # of the rules; another one, and what was kept is asked anew

type TextJudge = Callable[[str, Sequence[SourceArticle]], CheckedText]


@dataclass(frozen=True, slots=True)
class TextCheck:
    """`articles`: those that were looked at; the passages of the sentences are theirs. `left_out`: sentences at its end
    that were not looked at.
    """

    sentences: tuple[CheckedSentence, ...]
    articles: tuple[SourceArticle, ...]
    left_out: int


def check_text(  # noqa: PLR0913 each comes from outside
    text: str,
    story_id: int | None,
    muted: Collection[str],
    *,
    judge: TextJudge,
    turn: Callable[[], AbstractContextManager[None]],
    index: SearchIndex,
    vectors: VectorIndex,
) -> TextCheck:
    """What stored articles say to each sentence. `muted`: domains. The text is judged within a `turn`.

    The same text beside the same revisions is judged once, unless time was up before its end.
    Raises Refused("empty", "too_long", "unknown") and what `judge` and `turn` raise.
    """
    text = text.strip()
    if not text:
        raise Refused("empty")
    if len(text) > LONGEST_TEXT:
        raise Refused("too_long", f"{len(text):,} of {LONGEST_TEXT:,} characters")
    found = [story_id] if story_id else _stories_about(text, index, vectors)
    articles = tuple(_bounded(one for one in _articles(found) if one.domain not in muted))
    key = _key(text, articles)
    kept = cast("CheckedText | None", caches[CACHE].get(key))
    if kept is None:
        with turn():
            kept = judge(text, articles)
        if not kept.left_out or len(kept.sentences) == MOST_SENTENCES:  # time was not up: another day may have more
            caches[CACHE].set(key, kept, _KEPT_SECONDS)
    return TextCheck(kept.sentences, articles, kept.left_out)


def _stories_about(text: str, index: SearchIndex, vectors: VectorIndex) -> list[int]:
    """Those that most of its sentences find, then the likeliest of each sentence by itself."""
    told = list(islice(dict.fromkeys(span.of(text) for span in sentences(text)), _ASKED))
    asked = questions_of_all(told, _QUESTIONS - len(told))
    differ = dict.fromkeys(chain.from_iterable(asked))
    found = {one: [hit.clip_id for hit in index.search(one, limit=_HITS)] for one in differ}
    ranked = [
        fused([*map(found.__getitem__, own), [one.clip_id for one in vectors.nearest(said[:_MEANT], limit=_ALIKE)]])
        for said, own in zip(told, asked, strict=True)
    ]
    best = with_the_first_of_each(ranked, _OF_THE_TEXT, _MOST_STORIES)
    there = dict(listed().filter(pk__in=best).values_list("pk", "story"))
    return [there[pk] for pk in best if pk in there]


def _articles(story_ids: Sequence[int]) -> Iterator[SourceArticle]:
    for story_id in story_ids:
        clip = of_story(story_id)
        if clip is None or is_listed(clip):
            most = _MOST_OF_ONE if story_id == story_ids[0] else _MOST_OF_OTHERS
            yield from writer_inputs(stories.members(story_id, most=most)).articles


def _bounded(found: Iterator[SourceArticle]) -> list[SourceArticle]:
    some = list(islice(found, _MOST_ARTICLES))
    ends = accumulate(len(one.text) for one in some)
    return [one for one, end in zip(some, ends, strict=True) if end <= _MOST_CHARACTERS]


def _key(text: str, articles: Sequence[SourceArticle]) -> str:
    """By what is said and what was looked at: each revision, as far as it may be shown."""
    looked_at = [f"{one.id}@{one.revision}:{len(one.text)}" for one in articles]
    said = "\n".join([str(_VERSION), *looked_at, "", text])
    return f"text-check:{hashlib.sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()}"
