"""What a server answers, time after time, and the articles that it must lead to, on a real database."""

import base64
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from urllib.parse import urljoin

import pytest

from newsclip.articles import actions as articles
from newsclip.articles.models import Article
from newsclip.articles.rules.schedule import settle_published
from newsclip.db.leases import claim
from newsclip.kernel.fetching import Failure, Page
from newsclip.kernel.reasons import Refused
from newsclip.sources import actions, queries
from newsclip.sources.models import Source
from newsclip.sources.tests.fakes import Web
from tests.hostile.rows import Unplayable, rows

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)


FETCH = {"url", "status", "body", "body_b64", "body_repeat", "headers", "location"}
EXPECT = {"articles", "at_least", "at_most", "link", "title", "updated", "sort_date", "note", "no_crash"}
GONE, TOO_MANY, BAD, BROKEN = 410, 429, 400, 500


def body_of(fetch) -> bytes:
    if "body_b64" in fetch:
        return base64.b64decode(fetch["body_b64"])
    many = fetch.get("body_repeat")
    if many:
        items = "".join(many["item"].replace("{n}", str(n)) for n in range(many["count"]))
        return (many["head"] + items + many["tail"]).encode("utf-8", "surrogatepass")
    return fetch.get("body", "").encode("utf-8", "surrogatepass")


def answer_of(fetch, url: str, moved: str = "") -> Page | Failure:
    """What the egress makes of it, asked for at `url`."""
    status = fetch["status"]
    if status >= BAD:
        named = {404: "not_found", GONE: "gone", TOO_MANY: "busy"}
        code = named.get(status, "server_error" if status >= BROKEN else "client_error")
        return Failure(url, code, str(status))
    headers = {name.lower(): value for name, value in fetch.get("headers", {}).items()}
    return Page(fetch["url"], status, body_of(fetch), {"content-type": "application/rss+xml"} | headers, 0, moved)


def looks(fetches) -> Iterator[tuple[str, Page | Failure]]:
    """Each look: the address that is asked, and what comes of it. A redirect and its target are one look."""
    pending: tuple[str, str] | None = None
    for fetch in fetches:
        target = fetch.get("location") or fetch.get("headers", {}).get("location") or ""
        asked, moved = pending or (fetch["url"], "")
        if fetch["status"] in (301, 302, 303, 307, 308) and target:
            still = fetch["status"] in (301, 308) and (moved or not pending)
            pending = asked, urljoin(fetch["url"], target) if still else ""
        else:
            yield asked, answer_of(fetch, asked, moved)
            pending = None
    if pending:
        yield pending[0], Failure(pending[0], "too_many_redirects")


def run(row) -> list[int]:
    """Every answer in its turn, ten minutes apart; how many articles came to be looked at again with each."""
    if left := {name for fetch in row["fetches"] for name in fetch} - FETCH | set(row["expect"]) - EXPECT:
        raise Unplayable(f"{row['id']}: nothing here plays or checks {sorted(left)}")
    web, again = Web(), []
    for number, (url, answer) in enumerate(looks(row["fetches"])):
        now = NOW + timedelta(minutes=10 * number)
        places = {url, answer.url}
        web.pages |= dict.fromkeys(places, answer)
        if not Source.objects.filter(url__in=places).exists():
            with suppress(Refused):
                actions.add(url, fetch=web, now=now)
        Source.objects.filter(url__in=places).update(due_at=now)
        Source.objects.exclude(url__in=places).update(due_at=now + timedelta(days=1))
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


def test_every_sequence_leads_to_its_articles(hostile_data):
    for row in rows(hostile_data, "feed-sequences"):
        check(row, run(row))
        Article.objects.all().delete()
        Source.objects.all().delete()


@pytest.mark.parametrize("row", [{"fetches": [{"url": "https://a.example/", "status": 200, "mood": 1}], "expect": {}},
                                 {"fetches": [], "expect": {"mood": 1}}])  # fmt: skip
def test_a_sequence_with_a_field_that_nobody_plays_is_told(row):
    with pytest.raises(Unplayable, match="mood"):
        run({"id": "1", **row})
