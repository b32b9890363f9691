from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from itertools import chain, count

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.utils.text import slugify

from newsclip.accounts.actions import one_by_one
from newsclip.accounts.models import Reader
from newsclip.community.models import READ_LATER, Collected, Collection
from newsclip.community.queries.following import read_later
from newsclip.community.rules import comment_text
from newsclip.kernel.reasons import Refused
from newsclip.stories import queries as stories

MOST_COLLECTIONS, MOST_STORIES = 100, 1000  # per reader; per collection
_LONGEST_SLUG = 80


def make_collection(
    reader: Reader, title: str, *, now: datetime, about: str = "", public: bool = False, change: bool = True
) -> Collection:
    """A new collection, or the existing one of this title, whose description is updated if `change` is set.

    Raises Refused("empty", "too_long", "too_many").
    """
    name = comment_text.line(title, longest=120)
    described = comment_text.line(about, longest=500) if about.strip() else ""
    said = {"about": described, "public": public}
    with one_by_one(reader):
        mine = Collection.objects.filter(reader=reader)
        made = mine.exclude(slug__in=READ_LATER, public=False).filter(title=name).first()
        if made is None:
            if mine.count() >= MOST_COLLECTIONS:
                raise Refused("too_many", f"{MOST_COLLECTIONS} collections at most")
            return mine.create(reader=reader, title=name, slug=_free_slug(mine, name), made_at=now, **said)
        if change:
            mine.filter(pk=made.pk).update(**said)
            made.refresh_from_db()
    return made


def change_collection(reader: Reader, collection: Collection, *, about: str, public: bool, title: str = "") -> None:
    """Describe it anew, say who sees it, and name it; without a title it keeps its name. Its address stays.

    Published, the list to read later is no more what “Save” fills. Raises Refused("too_long").
    """
    _own(reader, collection)
    if title.strip():
        collection.title = comment_text.line(title, longest=120)
    collection.about = comment_text.line(about, longest=500) if about.strip() else ""
    with one_by_one(reader):
        if public and not collection.public and collection.slug in READ_LATER:
            collection.slug = _free_slug(Collection.objects.filter(reader=reader), collection.title)
        collection.public = public
        collection.save(update_fields=["title", "about", "public", "slug"])


def _free_slug(mine: "QuerySet[Collection]", name: str) -> str:
    """An unused slug. Titles in other scripts may leave no letters for one."""
    plain = slugify(name)[: _LONGEST_SLUG - len(str(MOST_COLLECTIONS)) - 1] or "collection"
    taken = {*READ_LATER, *mine.values_list("slug", flat=True)}
    return next(slug for slug in chain([plain], (f"{plain}-{n}" for n in count(2))) if slug not in taken)


def drop_collection(reader: Reader, collection: Collection) -> None:
    _own(reader, collection)
    collection.delete()


def collect(reader: Reader, collection: Collection, story_id: int, *, now: datetime, note: str | None = None) -> None:
    """Add a story to the collection. Adding it again updates the note, if one is given; "" takes it away."""
    _own(reader, collection)
    story_id = stories.story(story_id).pk
    said = {} if note is None else {"note": comment_text.line(note, longest=300) if note.strip() else ""}
    with one_by_one(reader):
        if collection.collected.exclude(story=story_id).count() >= MOST_STORIES:
            raise Refused("too_many", f"{MOST_STORIES} stories at most")
        Collected.objects.update_or_create(
            collection=collection, story_id=story_id, defaults=said, create_defaults={**said, "at": now}
        )


def save(reader: Reader, story_id: int, title: str, *, now: datetime) -> None:
    """Add a story to the reader's private list of what to read later, which gets `title` when it is new."""
    with one_by_one(reader):
        mine = Collection.objects.filter(reader=reader)
        kept = read_later(reader)
        if kept is None:
            if mine.count() >= MOST_COLLECTIONS:
                raise Refused("too_many", f"{MOST_COLLECTIONS} collections at most")
            taken = set(mine.values_list("slug", flat=True))
            slug = next(slug for slug in READ_LATER if slug not in taken)
            kept = mine.create(reader=reader, title=title, slug=slug, made_at=now)
    collect(reader, kept, story_id, now=now)


def unsave(reader: Reader, story_id: int) -> None:
    story_id = stories.story(story_id).pk
    kept = read_later(reader)
    if kept is not None:
        kept.collected.filter(story__in=stories.parts(story_id)).delete()


def take_out(reader: Reader, collection: Collection, story_id: int) -> None:
    """Take the story out, and what was merged into it; nothing happens where the collection does not have it."""
    _own(reader, collection)
    with suppress(ObjectDoesNotExist):
        collection.collected.filter(story__in=stories.parts(stories.story(story_id).pk)).delete()


def put_in(reader: Reader, story_id: int, *, into: Iterable[str], out_of: Iterable[str], now: datetime) -> None:
    """Add the story to some of the reader's collections and take it out of others, each by its slug; all or nothing.

    A collection that has the story already keeps it as it is, with its note.
    """
    added, removed = set(into), set(out_of)
    with one_by_one(reader):
        # what is no slug of theirs may be no text that a database takes
        mine = {one.slug: one for one in Collection.objects.filter(reader=reader) if one.slug in added | removed}
        same = stories.parts(stories.story(story_id).pk)
        rows = Collected.objects.filter(collection__in=mine.values(), story__in=same)
        having = set(rows.values_list("collection", flat=True))
        for slug in mine.keys() & added - removed:
            if mine[slug].pk not in having:
                collect(reader, mine[slug], story_id, now=now)
        for slug in mine.keys() & removed:
            take_out(reader, mine[slug], story_id)


def _own(reader: Reader, collection: Collection) -> None:
    if collection.reader_id != reader.pk:
        raise Refused("not_yours")
