from datetime import datetime

from django.utils.text import slugify

from newsclip.accounts.actions import one_by_one
from newsclip.accounts.models import Reader
from newsclip.community.models import Collected, Collection
from newsclip.community.rules import texts
from newsclip.kernel.reasons import Refused
from newsclip.stories import queries as stories

MOST_COLLECTIONS, MOST_STORIES = 100, 1000


def make_collection(reader: Reader, title: str, *, now: datetime, about: str = "", public: bool = False) -> Collection:
    """A new collection, or the one of this name with its description changed. Raises Refused("empty", "too_long")."""
    name = texts.line(title, longest=120)
    described = texts.line(about, longest=500) if about.strip() else ""
    slug = slugify(name, allow_unicode=False)[:80] or "collection"
    said = {"title": name, "about": described, "public": public}
    with one_by_one(reader):
        if Collection.objects.filter(reader=reader).exclude(slug=slug).count() >= MOST_COLLECTIONS:
            raise Refused("too_many", f"{MOST_COLLECTIONS} collections at most")
        made, _ = Collection.objects.update_or_create(
            reader=reader, slug=slug, defaults=said, create_defaults={**said, "made_at": now}
        )
    return made


def drop_collection(reader: Reader, collection: Collection) -> None:
    _own(reader, collection)
    collection.delete()


def collect(reader: Reader, collection: Collection, story_id: int, *, now: datetime, note: str = "") -> None:
    """Put a story in; putting it in again changes the note."""
    _own(reader, collection)
    story_id = stories.story(story_id).pk
    said = texts.line(note, longest=300) if note.strip() else ""
    with one_by_one(reader):
        if collection.collected.exclude(story=story_id).count() >= MOST_STORIES:
            raise Refused("too_many", f"{MOST_STORIES} stories at most")
        Collected.objects.update_or_create(
            collection=collection, story_id=story_id, defaults={"note": said}, create_defaults={"note": said, "at": now}
        )


def take_out(reader: Reader, collection: Collection, story_id: int) -> None:
    _own(reader, collection)
    collection.collected.filter(story_id=story_id).delete()


def join_collected(story_id: int, into_id: int) -> None:
    """Two stories became one: whoever kept one keeps what it is part of now."""
    kept = Collected.objects.filter(story=story_id)
    already = Collected.objects.filter(story=into_id).values("collection")
    kept.filter(collection__in=already).delete()
    kept.update(story=into_id)


def _own(reader: Reader, collection: Collection) -> None:
    if collection.reader_id != reader.pk:
        raise Refused("not_yours")
