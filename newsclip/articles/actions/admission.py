"""Admission: entries of sources become articles that wait to be read."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import batched
from typing import Any

from newsclip.articles import queries
from newsclip.articles.actions.dead_letters import retry
from newsclip.articles.models import Article
from newsclip.articles.rules.identity import address_forms, bare_address, without_scheme
from newsclip.db import batches
from newsclip.sources.models import Source
from newsclip.sources.ports import Entry

_A_TRANSACTION = 250  # see CONTRIBUTING.md: transactions of at most 250 rows
_LONGEST_URL = 2000
_COLUMNS = ("url", "source_id", "publisher_id", "entry_title", "entry_published")

type Shown = tuple[Source, Sequence[Entry]]


def admit(source: Source, entries: Iterable[Entry], *, now: datetime) -> int:
    """Admit this source's entries (see admit_all). Returns how many were new."""
    return admit_all([(source, tuple(entries))], now=now)[source.pk]


def admit_all(shown: Sequence[Shown], *, now: datetime) -> Mapping[int, int]:
    """Admit the entries whose addresses are new. Returns the number of new ones by source.

    Idempotent. A known article is read again if its entry has another title or is marked as changed. Addresses that
    differ only in http or https are the same. Those that differ only in the last slash are the same if the page that
    is known says so, or says nothing; otherwise the second is read too, which settles it (see actions/store.py).
    """
    new = {source.pk: 0 for source, _ in shown}
    first: dict[str, tuple[Source, Entry]] = {}
    for source, entries in shown:
        for entry in entries:
            if 0 < len(entry.url) < _LONGEST_URL:
                first.setdefault(without_scheme(entry.url), (source, entry))
    for part in batched(first.values(), _A_TRANSACTION):
        for source in _admit(part, now):
            new[source.pk] += 1
    return new


def take_over(shown: Sequence[Shown]) -> list[int]:
    """Articles that readers submitted and a source lists too belong to the source from now on. Returns their IDs."""
    submitted = Source.objects.filter(kind=Source.Kind.SUBMISSIONS).first()
    if submitted is None:
        return []
    found: list[int] = []
    entries = {bare_address(entry.url): source for source, given in shown for entry in given}
    for part in batched(entries.items(), _A_TRANSACTION):
        theirs = dict(part)
        addresses = [address for bare in theirs for address in address_forms(bare)]
        for pk, url in Article.objects.filter(source=submitted, url__in=addresses).values_list("pk", "url"):
            Article.objects.filter(pk=pk).update(source=theirs[bare_address(url)])
            found.append(pk)
    return found


def _admit(shown: Sequence[tuple[Source, Entry]], now: datetime) -> list[Source]:
    """The source of each new entry."""
    known = queries.known_by_address(entry.url for _, entry in shown)
    first: dict[int, tuple[Article, Source, Entry]] = {}
    for source, entry in shown:
        if entry.url in known:
            first.setdefault(known[entry.url].pk, (known[entry.url], source, entry))
    changed = [(article, entry) for article, source, entry in first.values() if _is_changed(article, source, entry)]
    for article, entry in changed:
        article.due_at, article.entry_title = now, entry.title[:500]
    if changed:
        articles = [article for article, _ in changed]
        Article.objects.bulk_update(articles, ["due_at", "entry_title"])
        retry([article.pk for article in articles], now=now)
    fresh = [pair for pair in shown if pair[1].url not in known]
    batches.insert(Article, _COLUMNS, [_row(*pair) for pair in fresh], found_at=now, due_at=now)
    return [source for source, _ in fresh]


def _is_changed(article: Article, source: Source, entry: Entry) -> bool:
    """Two sources may list one article under two titles: only the one that brought it may rename it."""
    readable = article.state == Article.State.READ or article.dead_letter
    if not readable or article.looked_at is None:
        return False
    ours = source.pk == article.source_id
    renamed = ours and bool(entry.title) and entry.title[:500] != article.entry_title
    return renamed or (ours and entry.changed) or (entry.updated is not None and entry.updated > article.looked_at)


def _row(source: Source, entry: Entry) -> tuple[Any, ...]:
    return entry.url, source.pk, source.publisher_id, entry.title[:500], entry.published
