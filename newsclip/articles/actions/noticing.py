"""Remember that an article disappeared or came back until its clip has reacted to it."""

from collections.abc import Collection

from django.db.models import Q

from newsclip.articles.models import Article


def mark_noticed(articles: Collection[int], there: Collection[int], *, gone: Collection[int]) -> None:
    """A clip has reacted to these articles as it saw them: `there` with a text, of them `gone` removed by the
    publisher.

    An article that changed since stays marked.
    """
    told = Article.objects.filter(pk__in=articles, came_or_went=True)
    since = Q(pk__in=gone) & ~Q(state=Article.State.GONE)
    since |= Q(pk__in=set(there) - set(gone), state=Article.State.GONE)
    told.exclude(since).update(came_or_went=False)
