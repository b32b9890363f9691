"""Tell those who follow a name of what its bearer says."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q, QuerySet

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip, Mention
from newsclip.community.actions.noticing import notice
from newsclip.community.models import Follow, Topic
from newsclip.community.ports import News, Subject
from newsclip.community.queries.following import mutes_of
from newsclip.community.rules import notices
from newsclip.community.rules.mutes import why_hidden


def tell_of_names(clip: Clip, new: Collection[Mention], *, now: datetime) -> int:
    """Notify the followers of those whom the clip quotes since this version, once a clip. Returns how many notices.

    What was published before somebody followed the name is no news to them.
    """
    said = {row.key: row for row in reversed(list(new)) if row.text}
    if not said or not clips.is_listed(clip):
        return 0
    rows = list(_following(said))
    meant = clips.bearers_followed({row.key for row in rows})
    told: dict[tuple[int, str], tuple[Reader, Mention]] = {}
    for follow in rows:
        key, bearer = meant[follow.key]
        if key in said and follow.at < said[key].at and bearer in {0, said[key].bearer}:
            told[follow.reader_id, key] = follow.reader, said[key]
    for follow, key in _following_hashtags(said):
        if follow.at < said[key].at:
            told.setdefault((follow.reader_id, key), (follow.reader, said[key]))
    tags = frozenset(clip.tags.values_list("key", flat=True)) if told else frozenset[str]()
    subjects = {key: _subject(clip, one, tags) for key, one in said.items()}
    muted = mutes_of({reader for reader, _ in told}, now=now)
    wanted = [
        (reader, one)
        for reader, one in told.values()
        # unless they mute what it is about, or who quotes it
        if not why_hidden(subjects[one.key], muted[reader.pk], where="lists")
    ]
    for reader, one in wanted:
        _notify(reader, clip, one, now)
    return len(wanted)


def _following(keys: Collection[str]) -> "QuerySet[Follow]":
    """Of any bearer of these names; by a database's own order of letters, of a few others, too."""
    fitting = Q(kind=Topic.NAME, key__in=list(keys))
    for key in keys:  # by ranges: with "starts with" all names that anybody follows would be read
        fitting |= Q(kind=Topic.NAME, key__gte=f"{key}@", key__lt=f"{key}A")
    return Follow.objects.filter(fitting, reader__is_active=True).select_related("reader")


def _following_hashtags(keys: Collection[str]) -> list[tuple[Follow, str]]:
    """Those who follow a hashtag that stands for one of these names alone, each with the name."""
    tags = Mention.objects.filter(key__in=list(keys)).exclude(hashtag="").order_by().values("hashtag")
    rows = list(
        Follow.objects.filter(kind=Topic.HASHTAG, key__in=tags, reader__is_active=True).select_related("reader")
    )
    meant = {tag: clips.name_of_hashtag(tag) for tag in {row.key for row in rows}}
    found = ((row, meant[row.key]) for row in rows)
    return [(row, bearer.key) for row, bearer in found if bearer and bearer.key in keys]


def _subject(clip: Clip, one: Mention, tags: frozenset[str]) -> Subject:
    domain = one.article.publisher.domain if one.article else ""
    return Subject(clip.story_id, clip.headline, clip.summary, clip.category, tags, frozenset({domain} - {""}))


def _notify(reader: Reader, clip: Clip, one: Mention, now: datetime) -> None:
    given = {"name": one.name, "text": one.text}
    notice(reader, News("name", notices.QUOTED, f"name {clip.pk} {one.key}"[:100], clip.story_id, given=given), now=now)
