"""Fetch articles, extract them and store revisions. A failure is stored as a code on the article's row."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from datetime import datetime

from newsclip.articles.actions.dead_letters import RESTS, postpone, set_aside
from newsclip.articles.actions.results import ReadResult
from newsclip.articles.actions.store import keep
from newsclip.articles.models import Article
from newsclip.articles.ports import Extracted, PageReader
from newsclip.articles.rules import READ, extract
from newsclip.articles.rules.schedule import code_of_status, is_final, next_look, next_try
from newsclip.db.leases import MOST_TRIES, OVERRUN, trying
from newsclip.kernel.fetching import MEGABYTE, Answer, Failure, Fetch, Page, Request, fetch_with_idle
from newsclip.kernel.reasons import OVER_LIMITS, Refused
from newsclip.sources import queries as sources
from newsclip.sources.actions import overran

_LOG = logging.getLogger(__name__)
_ACCEPT = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1"
_LARGEST = 5 * MEGABYTE  # read within 64 MiB of memory (tests/hostile/test_growth.py)
_TAKEN_AWAY = ("gone", "not_found")
_ENDED = [
    "state", "failures", "tries", "code", "detail", "due_at", "looked_at", "leased_until", "dead_letter", *OVERRUN,
]  # fmt: skip
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/octet-stream")


def read(
    articles: Iterable[Article], *, fetch: Fetch, now: datetime, extract: PageReader = extract
) -> Iterator[ReadResult | None]:
    """Fetch these claimed articles and store what is new; ends their leases.

    Yields None for idle periods.
    """
    by_url = {article.url: article for article in articles}
    for article in [article for article in by_url.values() if article.is_spent]:
        article.leased_until = None
        article.overran(now, MOST_TRIES)
        overran(article.publisher_id, now=now)
        yield set_aside(by_url.pop(article.url), "worker_killed", now=now)
    resting = _resting(now)
    for article in list(by_url.values()):
        if until := article.rests_until(now) or resting.get(article.publisher_id):
            yield postpone(by_url.pop(article.url), until)
        elif article.dead_letter == RESTS:
            article.dead_letter = ""
    for found in fetch_with_idle(fetch, [_ask(article) for article in by_url.values()]):
        if found is None:
            yield None
            continue
        ask, answer = found
        article = by_url[ask.url]
        if until := resting.get(article.publisher_id):  # the cooldown began after the request
            yield postpone(article, until)
            continue
        article.looked_at = now
        with trying(article) if isinstance(answer, Page) and answer.body else nullcontext():
            result = _result(article, answer, extract, now)
        resting = _resting(now) if result.code in OVER_LIMITS else resting
        yield result


def _resting(now: datetime) -> dict[int, datetime]:
    """Publishers in cooldown, and until when."""
    return {publisher.pk: until for publisher, until in sources.resting(now).items()}


def _result(article: Article, answer: Answer, extract: PageReader, now: datetime) -> ReadResult:
    lease = article.leased_until
    try:
        return _take(article, answer, extract, now)
    except Refused as refused:
        if _lost(article, lease):
            return ReadResult(article.pk, article.url, "unchanged")
        if refused.code not in OVER_LIMITS:
            article.tries = 0
        else:
            article.overran(now)
            overran(article.publisher_id, now=now)
        if article.is_spent:
            return set_aside(article, refused.code, refused.detail, now=now)
        return _failed(article, Failure(article.url, refused.code, refused.detail), now)
    except Exception as error:
        _LOG.exception("article %s could not be read: %s", article.pk, article.url)
        if _lost(article, lease):
            return ReadResult(article.pk, article.url, "unchanged")
        article.tries = 0
        return _failed(article, Failure(article.url, "internal_error", f"{type(error).__name__}: {error}"), now)


def _lost(article: Article, lease: datetime | None) -> bool:
    """Whether the lease ended while the page was read: what another worker kept since counts, no failure here."""
    return Article.objects.filter(pk=article.pk).values_list("leased_until", flat=True).first() != lease


def _ask(article: Article) -> Request:
    """Conditional only if there is a revision to fall back on."""
    known = article.revisions > 0
    return Request(
        article.url,
        accept=_ACCEPT,
        etag=article.etag if known else "",
        last_modified=article.last_modified if known else "",
        limit=_LARGEST,
    )


def _take(article: Article, answer: Answer, extract: PageReader, now: datetime) -> ReadResult:
    # While the request was under way:
    code, leased_until = Article.objects.values_list("code", "leased_until").filter(pk=article.pk).first() or ("", None)
    if code == "taken_down":
        return ReadResult(article.pk, article.url, code)
    if leased_until != (lease := article.leased_until):  # it ended, and what another worker read since counts
        return ReadResult(article.pk, article.url, "unchanged")
    article.leased_until = None
    if isinstance(answer, Failure):
        return _failed(article, answer, now)
    if answer.status == 304:
        return _unchanged(article, now)
    if answer.status != 200:
        return _failed(article, Failure(article.url, code_of_status(answer.status), f"HTTP {answer.status}"), now)
    extracted = extract(answer.body, answer.url, content_type=_content_type(answer), asked=now)
    if extracted.kind not in READ:
        lost = _lost(article, lease)
        return ReadResult(article.pk, article.url, "unchanged") if lost else _no_article(article, extracted, now)
    code, detail = keep(article, extracted, answer, now=now)
    return ReadResult(article.pk, article.url, code, detail)


def _content_type(page: Page) -> str:
    """The Content-Type header. Raises Refused("not_html") if it rules out a page."""
    content_type = page.headers.get("content-type", "")
    kind = content_type.partition(";")[0].strip().lower()
    if kind and kind not in _PAGES:
        raise Refused("not_html", kind[:100])
    return content_type


def _unchanged(article: Article, now: datetime) -> ReadResult:
    article.failures = 0
    article.detail = ""
    newest = article.texts.order_by("-number").values_list("at", flat=True).first()
    changed = newest or article.found_at
    article.due_at = next_look(published=article.published or changed, changed=changed, now=now)
    article.save(update_fields=["failures", "detail", "due_at", "looked_at", "leased_until", "dead_letter"])
    return ReadResult(article.pk, article.url, "unchanged")


def _no_article(article: Article, extracted: Extracted, now: datetime) -> ReadResult:
    """Refuse a page that is no article for good; keep the revisions of one that was an article, and retry it.

    A host that shows a robot check today may not show one tomorrow.
    """
    article.tries = 0
    if article.revisions or extracted.kind == "robot_check":
        return _failed(article, Failure(article.url, extracted.kind), now)
    return _refused(article, extracted.kind, extracted.title[:300])


def _failed(article: Article, failure: Failure, now: datetime) -> ReadResult:
    """Retry with growing waits; give up an article never read. One that was read keeps its text, or
    is marked as gone.
    """
    article.failures += 1
    final = is_final(failure.code, article.failures)
    if final and not article.revisions:
        return _refused(article, failure.code, failure.detail)
    article.due_at = None if final else next_try(article.failures, now, failure.wait)
    if final and failure.code in _TAKEN_AWAY:
        article.came_or_went = article.came_or_went or article.state != Article.State.GONE
        article.state = Article.State.GONE
    if article.revisions:
        article.detail = f"Last look: {failure.code} {failure.detail}".strip()[:500]
    else:
        article.code, article.detail = failure.code, failure.detail[:500]
    article.save(update_fields=[*_ENDED, "came_or_went"])
    return ReadResult(article.pk, article.url, failure.code, failure.detail)


def _refused(article: Article, code: str, detail: str) -> ReadResult:
    article.state = Article.State.REFUSED
    article.code, article.detail, article.due_at = code, detail[:500], None
    article.save(update_fields=_ENDED)
    return ReadResult(article.pk, article.url, code, detail)
