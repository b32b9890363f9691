from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

from django.db.models import F

from newsclip.accounts.models import Reader
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip, ClipVersion
from newsclip.community.actions.noticing import notice
from newsclip.community.models import Follow, Topic
from newsclip.community.ports import News
from newsclip.community.rules.news import worth_telling
from newsclip.evidence.document import Document
from newsclip.evidence.serialization import from_json
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.reasons import Refused
from newsclip.stories import queries as stories


def announce(changed: Iterable[Clip], *, now: datetime) -> Iterator[tuple[Clip, int]]:
    """Notify the followers of each story about its clip's new version. Yields each clip with the number of notices."""
    for clip in changed:
        told = _tell(clip, clip.announced_version, now) if clip.announced_version else 0
        behind = Clip.objects.filter(pk=clip.pk, announced_version__lt=clip.version)
        behind.update(announced_version=clip.version)
        yield clip, told


def _tell(clip: Clip, seen: int, now: datetime) -> int:
    before = _read(ClipVersion.objects.filter(clip=clip, version=seen).values_list("document", flat=True))
    after = _read([clip.document])
    if not (before and after):
        return 0
    corrections = list(clip.corrections.filter(version__gt=seen).order_by("-at", "-pk").values_list("pk", flat=True))
    others = _told_apart(clip)
    known = _known([*before, *others], after[0])
    news = worth_telling(before[0], after[0], corrections, known, others)
    followers = Follow.objects.filter(kind=Topic.STORY, key=str(clip.story_id)).values("reader")
    readers = list(Reader.objects.filter(pk__in=followers, is_active=True)) if news else []
    for reader in readers:
        for number, (kind, words, given) in enumerate(news):
            key = f"clip {clip.pk} v{clip.version} {number}"
            notice(reader, News(kind, words, key, story=clip.story_id, given=given), now=now)
    return len(readers) * len(news)


def _told_apart(clip: Clip) -> list[Document]:
    """What the clips of merged stories last told their followers."""
    told = ClipVersion.objects.filter(
        clip__story__in=stories.parts(clip.story_id), version=F("clip__announced_version")
    )
    return _read(told.exclude(clip=clip).values_list("document", flat=True))


def _read(stored: Iterable[dict[str, Any]]) -> list[Document]:
    """The readable documents; the others were erased by a takedown or have an older format."""
    found = []
    for one in stored:
        with suppress(Refused):
            found.append(from_json(one))
    return found


def _known(before: Iterable[Document], now: Document) -> frozenset[str]:
    """Sentences of the clip that its articles already supported then: they were left out or worded differently."""
    given, words = clips.given_words(before), clips.passage_words(now)
    said = sentences_and_quotations(now)
    return frozenset(one.text for one in said if all(words[passage] in given for passage in one.evidence))
