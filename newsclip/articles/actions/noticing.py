"""That an article went, or came back, is told until its clip takes notice."""

from collections.abc import Collection

from django.db.models import Q

from newsclip.articles.models import Article


def take_notice(articles: Collection[int], there: Collection[int], *, gone: Collection[int]) -> None:
    """A clip takes notice of these articles as somebody saw them: those `there` with a text, of them those `gone`.

    One that went or came back since is told again.
    """
    told = Article.objects.filter(pk__in=articles, came_or_went=True)
    since = Q(pk__in=gone) & ~Q(state=Article.State.GONE)
    since |= Q(pk__in=set(there) - set(gone), state=Article.State.GONE)
    told.exclude(since).update(came_or_went=False)
