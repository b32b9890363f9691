"""Tell those who follow a chain of the story that it goes on with."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community.actions.noticing import notice
from newsclip.community.models import Follow, Topic
from newsclip.community.ports import News, Subject
from newsclip.community.queries.following import CHAIN_WAITS, mutes_of
from newsclip.community.rules import notices
from newsclip.community.rules.mutes import why_hidden
from newsclip.stories import actions as stories_actions
from newsclip.stories import queries as stories
from newsclip.stories.models import ChainLink, Membership


def tell_of_chains(links: Iterable[ChainLink], *, now: datetime) -> Iterator[tuple[Clip, int]]:
    """Notify the followers of each chain of the later story, once it has a clip. Yields each clip with how many.

    What was published before somebody followed the chain is no news to them.
    """
    for link in links:
        clip = Clip.objects.filter(story=link.later_id).first()
        listed = clip is not None and clips.is_listed(clip)
        if not listed and link.at > now - CHAIN_WAITS:
            continue
        told = _tell(clip, now) if clip and listed else 0
        stories_actions.mark_told([link])  # afterwards: who stops before tells again, and nobody hears it twice
        if clip and listed:
            yield clip, told


def _tell(clip: Clip, now: datetime) -> int:
    keys = [str(pk) for pk in stories.whole_chain(clip.story_id)]
    fitting = Follow.objects.filter(kind=Topic.CHAIN, key__in=keys, at__lt=clip.published, reader__is_active=True)
    readers = {follow.reader_id: follow.reader for follow in fitting.select_related("reader")}
    if not readers:
        return 0
    subject = _subject(clip)
    muted = mutes_of(readers, now=now)
    heard = [reader for pk, reader in readers.items() if not why_hidden(subject, muted[pk], where="lists")]
    for reader in heard:
        _notify(reader, clip, now)
    return len(heard)


def _notify(reader: Reader, clip: Clip, now: datetime) -> None:
    given = {"headline": clip.headline}
    notice(reader, News("chain", notices.WENT_ON, f"chain {clip.story_id}", clip.story_id, given=given), now=now)


def _subject(clip: Clip) -> Subject:
    tags = frozenset(clip.tags.values_list("key", flat=True))
    told = Membership.objects.filter(story=clip.story_id)
    domains = frozenset(told.values_list("article__publisher__domain", flat=True))
    return Subject(clip.story_id, clip.headline, clip.summary, clip.category, tags, domains)
