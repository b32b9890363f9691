"""What a moderator wants to know besides the words themselves: where they were said, in answer to what, and by whom."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community.models import Action, Comment, Target
from newsclip.community.queries.moderation import Waiting
from newsclip.kernel.rows import parse_row_id

_AGAINST = (Action.Kind.WARN, Action.Kind.SUSPEND)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose words or account were flagged. `comments`: how many they wrote; `before`: how many of these are
    removed, and how often they were warned or suspended.
    """

    id: int
    name: str
    joined: datetime
    comments: int
    before: int


@dataclass(frozen=True, slots=True)
class TargetContext:
    """`headline`: of the story that it was said on; `sentence`: what it speaks of; `answers`: what it replies to."""

    person: Person | None = None
    headline: str = ""
    sentence: str = ""
    answers: str = ""


def contexts(waiting: Collection[Waiting]) -> dict[tuple[str, str], TargetContext]:
    """The context of each comment and reader among these, by kind and key, in a constant number of queries."""
    comments = Comment.objects.select_related("parent").in_bulk(_ids(waiting, Target.COMMENT))
    readers = set(_ids(waiting, Target.READER)) | {one.reader_id for one in comments.values() if one.reader_id}
    people = _people(readers)
    shown = Clip.objects.filter(story__in={one.story_id for one in comments.values()}, state=Clip.State.PUBLISHED)
    headlines = dict(shown.values_list("story", "headline"))
    found = {
        (Target.COMMENT.value, str(pk)): TargetContext(
            person=people.get(said.reader_id or 0),
            headline=headlines.get(said.story_id, ""),
            sentence=said.anchor["text"] if said.anchor else "",
            answers=said.parent.text if said.parent and said.parent.state == Comment.State.SHOWN else "",
        )
        for pk, said in comments.items()
    }
    accounts = {pk: people[pk] for pk in _ids(waiting, Target.READER) if pk in people}
    return found | {(Target.READER.value, str(pk)): TargetContext(person=one) for pk, one in accounts.items()}


def own_targets(reader: Reader, targets: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Those of these targets (kind, key) that are the reader's own: what they wrote, and their account."""
    asked = set(targets)
    ids = [parse_row_id(key) for kind, key in asked if kind == Target.COMMENT]
    wrote = Comment.objects.filter(reader=reader, pk__in=ids).values_list("pk", flat=True) if ids else ()
    own = {(Target.COMMENT.value, str(pk)) for pk in wrote} | {(Target.READER.value, str(reader.pk))}
    return frozenset(asked & own)


def _ids(waiting: Collection[Waiting], kind: Target) -> list[int]:
    return [int(one.key) for one in waiting if one.kind == kind]


def _people(readers: Collection[int]) -> dict[int, Person]:
    said = Comment.objects.filter(reader__in=readers).order_by().values_list("reader")
    numbers = dict(said.annotate(Count("pk")))
    removed = dict(said.filter(state=Comment.State.REMOVED).annotate(Count("pk")))
    acted = Action.objects.filter(target=Target.READER, key__in=[str(pk) for pk in readers], kind__in=_AGAINST)
    against = Counter(acted.values_list("key", flat=True))
    rows = Reader.objects.filter(pk__in=readers).values_list("pk", "username", "date_joined")
    return {
        pk: Person(pk, name, joined, numbers.get(pk, 0), removed.get(pk, 0) + against[str(pk)])
        for pk, name, joined in rows
    }
