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
    """Take in the entries that are not known yet, by address; how many these were. Repeating it changes nothing."""
    by_url = {entry.url: entry for entry in entries if 0 < len(entry.url) <= _LONGEST_URL}
    new = 0
    for urls in batched(by_url, _A_TRANSACTION, strict=False):
        known = set(Article.objects.filter(url__in=urls).values_list("url", flat=True))
        fresh = [_article(source, by_url[url], now) for url in urls if url not in known]
        Article.objects.bulk_create(fresh, ignore_conflicts=True)
        new += len(fresh)
    return new


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
