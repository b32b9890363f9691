from datetime import datetime

from newsclip.accounts.models import Reader
from newsclip.community.models import Comment, Notice
from newsclip.community.ports import News
from newsclip.community.queries.following import mutes
from newsclip.community.rules.mutes import why_unheard

_SHOWN = 120


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


def tell_of_reply(said: Comment, answered: Comment | None, *, now: datetime) -> None:
    """Let the author of `answered` know what the reply says now, unless they mute it; what is not shown is not told."""
    if said.state != Comment.State.SHOWN:
        Notice.objects.filter(comment=said).delete()  # it repeats the words
        return
    to, by = answered.reader if answered else None, said.reader
    if to is None or by is None or to == by or why_unheard(by.username, said.text, mutes(to, now=now)):
        return
    words = f"{by.username} replied: {said.text[:_SHOWN]}"
    notice(to, News("reply", words, f"reply {said.pk}", said.story_id, said.pk), now=now)


def tell_of_edit(said: Comment) -> None:
    """What a notice repeats of a comment is what it says now."""
    told = Notice.objects.filter(comment=said)
    if said.state != Comment.State.SHOWN or said.reader is None:
        told.delete()
    else:
        told.update(words=f"{said.reader.username} replied: {said.text[:_SHOWN]}")


def seen(reader: Reader, *, now: datetime) -> int:
    """All that was told so far was read; returns how much was new."""
    return Notice.objects.filter(reader=reader, read_at=None).update(read_at=now)
