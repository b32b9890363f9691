"""Lists of clips, newest first, a page at a time; a page begins where the one before ended, whatever came since."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from newsclip.clips.models import Clip
from newsclip.stories.models import Membership

PAGE = 30


def by_category(category: str) -> QuerySet[Clip]:
    return Clip.objects.filter(category=category)


def by_tag(key: str) -> QuerySet[Clip]:
    return Clip.objects.filter(tags__key=key.lower())


def by_publisher(domain: str) -> QuerySet[Clip]:
    """Clips about stories that this publisher told."""
    told = Membership.objects.filter(story=OuterRef("story"), article__publisher__domain=domain)
    return Clip.objects.filter(Exists(told))


def page_of(clips: QuerySet[Clip], before: str = "", size: int = PAGE) -> tuple[list[Clip], str]:
    """One page, and the mark after which the next one starts ("" after the last).

    A mark that is none of ours is taken as the beginning. Documents are not loaded.
    """
    after = _read_mark(before)
    if after:
        at, clip_id = after
        clips = clips.filter(Q(published__lt=at) | Q(published=at, pk__lt=clip_id))
    found = list(clips.defer("document").order_by("-published", "-pk")[: size + 1])
    shown = found[:size]
    mark = f"{shown[-1].published.isoformat()}_{shown[-1].pk}" if len(found) > size else ""
    return shown, mark


def _read_mark(mark: str) -> tuple[datetime, int] | None:
    at, _, clip_id = mark.partition("_")
    try:
        when = datetime.fromisoformat(at)
        return (when, int(clip_id)) if when.tzinfo else None
    except ValueError:
        return None
