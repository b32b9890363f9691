"""Retention: delete refused pages and texts that no clip cites, once the operator's time limits have passed."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from newsclip.articles.models import Article, Picture, Revision


def forget_refused(before: datetime, limit: int) -> int:
    """Delete refused pages last checked before then. If a source lists one again, it is read again."""
    old = Article.objects.filter(state=Article.State.REFUSED, revisions=0, looked_at__lt=before)
    gone, _ = Article.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:limit])).delete()
    return gone


@transaction.atomic
def forget_texts(articles: Collection[int], shown: Collection[str]) -> int:
    """Delete every revision of these articles but keep their rows, and drop their pictures, which
    `delete_dropped_pictures` deletes. Returns the count.

    `shown`: addresses of pictures still in use.
    """
    texts = Revision.objects.filter(article__in=articles)
    images = set(texts.exclude(image="").values_list("image", flat=True)) - set(shown)
    gone, _ = texts.delete()
    Article.objects.filter(pk__in=articles).update(revisions=0, due_at=None, code="forgotten", entry_title="")
    images -= set(Revision.objects.filter(image__in=images).values_list("image", flat=True))
    pictures = Picture.objects.filter(url__in=images)
    pictures.filter(name="").delete()
    pictures.update(code="forgotten", due_at=None)
    return gone
