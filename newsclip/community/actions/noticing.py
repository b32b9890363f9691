from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from newsclip.accounts.models import Reader
from newsclip.community.models import Comment, Notice, Subscription
from newsclip.community.ports import News
from newsclip.community.queries.comment_markup import excerpt, mentioned_in, words_and_marks
from newsclip.community.queries.following import mutes
from newsclip.community.rules import comment_text, notices
from newsclip.community.rules.mutes import why_unheard

_SHOWN = 120
_SENTENCES = {"reply": notices.REPLY, "mention": notices.MENTION}


def notice(reader: Reader, news: News, *, now: datetime) -> None:
    """Notify a reader, once; also by mail and to their webhooks and browsers, if they want that."""
    told = {
        "kind": news.kind,
        **_words(news),
        "at": now,
        "story_id": news.story,
        "comment_id": news.comment,
        "to_mail": reader.notices_by_mail,
    }
    with transaction.atomic():
        _, new = Notice.objects.get_or_create(reader=reader, key=news.key[:100], defaults=told)
        if new:
            Subscription.objects.filter(reader=reader, ended_at=None).update(woken_at=now)


def no_longer_in_force(keys: Collection[str], *, readers: Collection[int | None]) -> None:
    """What these notices told these readers was taken back: they say so, and are sent to nobody any more.

    Keys alone have no index: without the readers all notices would be read.
    """
    told = list(Notice.objects.filter(reader__in={pk for pk in readers if pk}, key__in=keys))
    for one in told:
        one.given, one.to_mail = {**one.given, Notice.OVER: True}, False
    Notice.objects.bulk_update(told, ("given", "to_mail"))


def _words(news: News) -> dict[str, Any]:
    if not news.given:
        return {"words": news.words[:500]}
    given = notices.parts(news.given)
    # A correction is stored by ID: its quotations are read when the notice is shown, as far as they still may be.
    words = "" if news.words == notices.CORRECTION else notices.said(news.words, given)[:500]
    return {"words": words, "sentence": news.words, "given": given}


def tell_of_comment(said: Comment, answered: Comment | None, *, now: datetime) -> None:
    """Notify the author of `answered` and whom the comment mentions, each once, unless they mute it."""
    if said.state != Comment.State.SHOWN:
        Notice.objects.filter(comment=said).delete()  # it repeats the words
        return
    by, to = said.reader, answered.reader if answered else None
    if by and to and _wants(to, by, said, now):
        notice(to, _of(said, by, "reply"), now=now)
    _tell_mentioned(said, now, but=to)


def _tell_mentioned(said: Comment, now: datetime, but: Reader | None = None) -> None:
    """However often a comment is edited: each of them once, and no more than one comment may mention."""
    by = said.reader
    if by is None:
        return
    told = dict(Notice.objects.filter(comment=said).values_list("reader_id", "kind"))
    left = comment_text.MOST_MENTIONED - list(told.values()).count("mention")
    new = [one for one in mentioned_in(said.text, now=now) if one != but and one.pk not in told]
    for one in new[: max(0, left)]:
        if _wants(one, by, said, now):
            notice(one, _of(said, by, "mention"), now=now)


def _wants(to: Reader, by: Reader, said: Comment, now: datetime) -> bool:
    return to != by and not why_unheard(by.username, words_and_marks(said.text), mutes(to, now=now))


def _of(said: Comment, by: Reader, kind: str) -> News:
    given = {"name": by.username, "text": excerpt(said.text, longest=_SHOWN)}
    return News(kind, _SENTENCES[kind], f"{kind} {said.pk}", said.story_id, said.pk, given)


def tell_of_edit(said: Comment, *, now: datetime) -> None:
    """Update the notices that repeat an edited comment, and notify whom it mentions now.

    Who is not mentioned any more keeps the notice: to delete it would let them be notified again and again.
    """
    if said.state != Comment.State.SHOWN or said.reader is None:
        Notice.objects.filter(comment=said).delete()
        return
    for kind in _SENTENCES:
        Notice.objects.filter(comment=said, kind=kind).update(**_words(_of(said, said.reader, kind)))
    _tell_mentioned(said, now)


def seen(reader: Reader, *, now: datetime, only: Collection[int] | None = None) -> int:
    """Mark these notices as read, or all so far. Returns how many were unread."""
    unread = Notice.objects.filter(reader=reader, read_at=None)
    shown = unread if only is None else unread.filter(pk__in=only)
    return shown.update(read_at=now, to_mail=False)
