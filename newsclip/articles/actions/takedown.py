"""Takedown: the words of an article are erased at its publisher's request; its address stays known and is not read."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from newsclip.articles.models import Article, Picture, Revision
from newsclip.sources.models import Publisher, Push, Source

_WORDLESS = {
    "title": "", "text": "", "left_out": [], "authors": [], "image": "", "image_alt": "", "image_credit": "",
    "section": "", "correction_note": "", "change": {},
}  # fmt: skip


@transaction.atomic
def take_down(articles: Collection[int], *, reason: str, now: datetime) -> list[int]:
    """Erase the words of these articles and drop their pictures, which `delete_dropped_pictures` deletes.

    Returns these pictures.

    The digests of revisions stay, so that the same text is not admitted at another address of the publisher.
    """
    _forget_pushes(articles, now)
    texts = Revision.objects.filter(article__in=articles)
    images = set(texts.exclude(image="").values_list("image", flat=True))
    texts.update(**_WORDLESS)
    Article.objects.filter(pk__in=articles).update(
        state=Article.State.GONE, code="taken_down", detail=reason[:500], due_at=None, entry_title="", etag="",
        last_modified="", looked_at=now, leased_until=None, came_or_went=False,
    )  # fmt: skip
    shared = Revision.objects.filter(image__in=images).values_list("image", flat=True)
    pictures = Picture.objects.filter(url__in=images - set(shared))
    pictures.update(code="taken_down", width=0, height=0, due_at=None)
    return list(pictures.values_list("pk", flat=True))


def _forget_pushes(articles: Collection[int], now: datetime) -> None:
    """Unread pushes of these sources may hold the same words: delete them and poll the sources instead."""
    rows = Article.objects.filter(pk__in=articles)
    mine = Q(pk__in=rows.values("source")) | Q(publisher__in=rows.values("publisher"))
    unread = Push.objects.filter(source__in=Source.objects.filter(mine))
    Source.objects.filter(pk__in=unread.values("source")).update(due_at=now)
    unread.delete()


@transaction.atomic
def take_down_publisher(publisher: Publisher) -> list[int]:
    """Read nothing of it from now on, and drop its unread pushes. Returns its articles."""
    Publisher.objects.filter(pk=publisher.pk).update(taken_down=True)
    Source.objects.filter(publisher=publisher).update(state=Source.State.PAUSED)
    Push.objects.filter(source__publisher=publisher).delete()
    return list(Article.objects.filter(publisher=publisher).values_list("pk", flat=True))
