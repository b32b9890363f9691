from datetime import datetime

from newsclip.accounts.models import Reader
from newsclip.community.models import Notice
from newsclip.community.ports import News


def notice(reader: Reader, news: News, *, now: datetime) -> None:
    """Tell a reader something, once."""
    told = {
        "kind": news.kind,
        "words": news.words[:500],
        "at": now,
        "story_id": news.story,
        "comment_id": news.comment,
    }
    Notice.objects.get_or_create(reader=reader, key=news.key[:100], defaults=told)


def seen(reader: Reader, *, now: datetime) -> int:
    """All that was told so far was read; returns how much was new."""
    return Notice.objects.filter(reader=reader, read_at=None).update(read_at=now)
