"""What a reader read: shown as read in lists, and what is new in it since. Private to the reader."""

from collections.abc import Mapping
from datetime import datetime
from itertools import islice

from django.db import transaction

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community.models import Carried, Reading
from newsclip.community.ports import LastReading
from newsclip.community.queries.moderation import is_suspended
from newsclip.db.batches import drop, in_batches, insert, update

MOST_MARKED = 250  # clips at once: more than any list shows


def remember_reading(reader: Reader, clip: Clip, *, now: datetime) -> LastReading | None:
    """Store the version that the reader sees now; returns what was stored before. Nothing is stored for read-only
    accounts, and for readers who keep no readings.
    """
    before = Reading.objects.filter(reader=reader, clip=clip).first()
    if before and before.version < clip.version and _went_back(before):
        before = None
    if reader.keeps_readings and not is_suspended(reader, now=now):
        seen = {"version": clip.version, "at": now, "opened": True}
        if before:
            Reading.objects.filter(pk=before.pk).update(**seen)
        else:
            Reading.objects.get_or_create(reader=reader, clip=clip, defaults=seen)
    return LastReading(before.version, before.at) if before else None


def _went_back(reading: Reading) -> bool:
    """Whether it came along with another story's clip and is put back: whoever read that one never saw this one."""
    came = Carried.objects.filter(table=Reading.__name__, row=reading.pk).first()
    clip = came and Clip.objects.filter(story=came.story_id).only("pk", "version").first()
    if not came or not clip:
        return False
    with transaction.atomic():
        Reading.objects.filter(pk=reading.pk).update(clip=clip, version=clip.version)
        came.delete()
    return True


def mark_as_read(reader: Reader, versions: Mapping[int, int], *, now: datetime) -> None:
    """Mark clips as read without opening them: clip ID → the version that a list showed. Idempotent.

    No version is marked before it is published, and none instead of a later one. What is unknown is passed over.
    """
    if not reader.keeps_readings:
        return
    wanted = dict(islice(versions.items(), MOST_MARKED))
    published = dict(Clip.objects.filter(pk__in=wanted).values_list("pk", "version"))
    seen = {pk: min(wanted[pk], version) for pk, version in published.items()}
    with transaction.atomic():
        rows = [(reader.pk, pk, version) for pk, version in seen.items()]
        insert(Reading, ("reader_id", "clip_id", "version"), rows, at=now, opened=False)
        known = list(Reading.objects.filter(reader=reader, clip__in=seen))
        older = [row for row in known if row.version < seen[row.clip_id]]
        for row in older:
            row.version = seen[row.clip_id]
        update(older, ("version",))


def switch_readings(reader: Reader, *, on: bool) -> None:
    """Whether what the reader reads is kept; what was kept is forgotten when it is switched off."""
    Reader.objects.filter(pk=reader.pk).update(keeps_readings=on)
    reader.keeps_readings = on
    if not on:
        forget_readings(reader)


def forget_readings(reader: Reader) -> None:
    """Delete a reader's reading history, in small transactions."""
    in_batches(lambda: drop(Reading.objects.filter(reader=reader)))
