from datetime import datetime
from typing import Any

from django.db import transaction

from newsclip.accounts.models import Reader
from newsclip.community.models import Comment, Notice, Subscription
from newsclip.community.ports import News
from newsclip.community.queries.comment_markup import excerpt, words_and_marks
from newsclip.community.queries.following import mutes
from newsclip.community.rules import notices
from newsclip.community.rules.mutes import why_unheard

_SHOWN = 120


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


def _words(news: News) -> dict[str, Any]:
    if not news.given:
        return {"words": news.words[:500]}
    given = notices.parts(news.given)
    # A correction is stored by ID: its quotations are read when the notice is shown, as far as they still may be.
    words = "" if news.words == notices.CORRECTION else notices.said(news.words, given)[:500]
    return {"words": words, "sentence": news.words, "given": given}


def tell_of_reply(said: Comment, answered: Comment | None, *, now: datetime) -> None:
    """Notify the author of `answered` about the reply, unless muted or hidden."""
    if said.state != Comment.State.SHOWN:
        Notice.objects.filter(comment=said).delete()  # it repeats the words
        return
    to, by = answered.reader if answered else None, said.reader
    if to is None or by is None or to == by or why_unheard(by.username, words_and_marks(said.text), mutes(to, now=now)):
        return
    notice(to, _reply(said, by), now=now)


def _reply(said: Comment, by: Reader) -> News:
    given = {"name": by.username, "text": excerpt(said.text, longest=_SHOWN)}
    return News("reply", notices.REPLY, f"reply {said.pk}", said.story_id, said.pk, given)


def tell_of_edit(said: Comment) -> None:
    """Update notices that repeat an edited comment."""
    told = Notice.objects.filter(comment=said)
    if said.state != Comment.State.SHOWN or said.reader is None:
        told.delete()
    else:
        told.update(**_words(_reply(said, said.reader)))


def seen(reader: Reader, *, now: datetime) -> int:
    """Mark all notices so far as read. Returns how many were unread."""
    return Notice.objects.filter(reader=reader, read_at=None).update(read_at=now, to_mail=False)
