"""What a server answers, time after time, and the articles that it must lead to, on a real database."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from newsclip.articles import actions as articles
from newsclip.articles.models import Article
from newsclip.articles.rules.schedule import settle_published
from newsclip.kernel.fetching import Page
from newsclip.leases import claim
from newsclip.sources import actions, queries
from newsclip.sources.models import Source
from newsclip.sources.tests.fakes import Web
from tests.hostile.rows import rows

pytestmark = [pytest.mark.shared, pytest.mark.django_db]
NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)


def body_of(fetch) -> bytes:
    many = fetch.get("body_repeat")
    if many:
        items = "".join(many["item"].replace("{n}", str(n)) for n in range(many["count"]))
        return (many["head"] + items + many["tail"]).encode("utf-8", "surrogatepass")
    return fetch.get("body", "").encode("utf-8", "surrogatepass")


def run(row) -> list[int]:
    """Every answer in its turn, ten minutes apart; how many articles came to be looked at again with each."""
    web, again = Web(), []
    for number, fetch in enumerate(row["fetches"]):
        now = NOW + timedelta(minutes=10 * number)
        url, status = fetch["url"], fetch["status"]
        web.pages[url] = Page(url, status, body_of(fetch), {"content-type": "application/rss+xml"})
        if not Source.objects.filter(url=url).exists():
            actions.add(url, fetch=web, now=now)
        Source.objects.filter(url=url).update(due_at=now)
        Source.objects.exclude(url=url).update(due_at=now + timedelta(days=1))
        take = partial(articles.admit_all, now=now)
        list(actions.look(claim(queries.due(now), now=now, limit=9), fetch=web, now=now, take=take))
        again.append(Article.objects.filter(state="read", due_at=now).count())
        Article.objects.filter(due_at=now).update(state="read", looked_at=now, due_at=None)
    return again


def check(row, again: list[int]) -> None:
    expect, found = row["expect"], list(Article.objects.order_by("pk"))
    if expect.get("articles") is not None:
        assert len(found) == expect["articles"], row["id"]
    assert len(found) >= expect.get("at_least", 1), row["id"]
    assert len(found) <= expect.get("at_most", 1_000_000), row["id"]
    if "link" in expect:
        assert expect["link"] in {article.url for article in found}, row["id"]
    if "title" in expect:
        assert found[0].entry_title == expect["title"], row["id"]
    if "updated" in expect:
        assert sum(again) == expect["updated"], row["id"]
    for article in found:
        published, _ = settle_published(page=None, entry=article.entry_published, found=article.found_at, now=NOW)
        assert published <= NOW + timedelta(hours=1), row["id"]
        assert "sort_date" not in expect or published >= NOW - timedelta(hours=1), row["id"]


def test_every_sequence_leads_to_its_articles(shared_data):
    for row in rows(shared_data, "feed-sequences"):
        check(row, run(row))
        Article.objects.all().delete()
        Source.objects.all().delete()
