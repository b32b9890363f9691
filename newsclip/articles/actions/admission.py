"""Entries of sources become articles that wait to be read."""

from collections.abc import Iterable
from datetime import datetime
from itertools import batched

from newsclip.articles.models import Article
from newsclip.sources.models import Source
from newsclip.sources.ports import Entry

_A_TRANSACTION = 200
_LONGEST_URL = 2000


def admit(source: Source, entries: Iterable[Entry], *, now: datetime) -> int:
    """Take in the entries that are not known yet, by address; how many these were. Repeating it changes nothing.

    A known article whose entry has another title, or says that it was updated since we looked, is looked at again.
    """
    by_url = {entry.url: entry for entry in entries if 0 < len(entry.url) <= _LONGEST_URL}
    new = 0
    for urls in batched(by_url, _A_TRANSACTION):
        known = {article.url: article for article in Article.objects.filter(url__in=urls)}
        changed = [article for url, article in known.items() if _is_changed(article, by_url[url], source)]
        for article in changed:
            article.due_at, article.entry_title = now, by_url[article.url].title[:500]
        Article.objects.bulk_update(changed, ["due_at", "entry_title"])
        fresh = [_article(source, by_url[url], now) for url in urls if url not in known]
        Article.objects.bulk_create(fresh, ignore_conflicts=True)
        new += len(fresh)
    return new


def _is_changed(article: Article, entry: Entry, source: Source) -> bool:
    if article.state != Article.State.READ or article.looked_at is None:
        return False
    # Two sources may show one article under two titles for ever.
    renamed = source.pk == article.source_id and bool(entry.title) and entry.title[:500] != article.entry_title
    return renamed or (entry.updated is not None and entry.updated > article.looked_at)


def _article(source: Source, entry: Entry, now: datetime) -> Article:
    return Article(
        url=entry.url,
        source=source,
        publisher_id=source.publisher_id,
        entry_title=entry.title[:500],
        entry_published=entry.published,
        found_at=now,
        due_at=now,
    )
