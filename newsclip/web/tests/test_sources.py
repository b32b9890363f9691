"""Staff see in the browser how sources go, add them, pause them and remove them."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.articles.models import Article
from newsclip.community.models import Action
from newsclip.sources import actions, queries
from newsclip.sources.models import Discovery, Publisher, Source
from newsclip.sources.tests.fakes import Web, item, rss

pytestmark = pytest.mark.django_db
HOME = "https://gazette.example/"
FEED = HOME + "feed.xml"
HTML = "text/html; charset=utf-8"


@pytest.fixture
def staff(client):
    client.force_login(Reader.objects.create(username="sten", is_staff=True))
    return client


def a_source(path: str = "feed.xml", **more) -> Source:
    now = timezone.now()
    publisher, _ = Publisher.objects.get_or_create(domain="gazette.example", defaults={"name": "The Fernby Gazette"})
    known = {"publisher": publisher, "kind": "feed", "added_at": now, "due_at": now, "title": f"Gazette: {path}"}
    return Source.objects.create(url=HOME + path, **known | more)


def words_of(answer) -> str:
    assert answer.status_code == 200, answer.content
    return " ".join(answer.content.decode().split())


def the_worker_looks(web: Web) -> None:
    list(actions.answer_discoveries(list(queries.discoveries()), fetch=web, now=timezone.now()))


def a_home_page() -> Web:
    links = "".join(f'<link rel=alternate type=application/rss+xml href=/{n} title="Part {n}">' for n in "ab")
    (web := Web()).put(HOME, f'<!doctype html><meta property="og:site_name" content="Gazette">{links}'.encode(), HTML)
    return web


def test_the_list_tells_each_sources_last_look_in_words(staff):
    source = a_source(outcome="timeout", failures=3, looked_at=timezone.now() - timedelta(minutes=5))
    for days, new in ((1, 2), (3, 4), (30, 100)):
        source.looks.create(at=timezone.now() - timedelta(days=days), code="looked", new=new)
    said = words_of(staff.get("/staff/sources"))
    assert "The website did not answer in time." in said
    assert "failed 3 times in a row" in said
    assert "6 new entries in 7 days." in said
    assert "Latest article" not in said


def test_when_a_source_was_looked_at_and_when_its_newest_article_was_published_are_two_things(staff):
    now = timezone.now()
    source = a_source(outcome="unchanged", looked_at=now - timedelta(minutes=5))
    told = {"source": source, "publisher": source.publisher, "found_at": now}
    for number, hours in enumerate((7, 3)):
        Article.objects.create(url=f"{HOME}{number}", published=now - timedelta(hours=hours), **told)
    said = re.sub(r"</?time[^>]*>", "", words_of(staff.get("/staff/sources")))
    assert "Looked at 5 min ago: Nothing changed since the last look." in said
    assert "Latest article: 3 h ago." in said


def test_the_list_can_be_narrowed_to_a_state_and_to_words(staff):
    a_source("well")
    a_source("ill", failures=2)
    a_source("resting", state="paused")
    a_source("left", state="removed")
    listed = {
        where: {name for name in ("well", "ill", "resting", "left") if f"Gazette: {name}" in words_of(staff.get(where))}
        for where in ("/staff/sources", "/staff/sources?state=failing", "/staff/sources?state=removed")
    }
    assert listed == {
        "/staff/sources": {"well", "ill", "resting"},
        "/staff/sources?state=failing": {"ill"},
        "/staff/sources?state=removed": {"left"},
    }
    found = words_of(staff.get("/staff/sources?words=re%00st"))
    assert "Gazette: resting" in found
    assert "Gazette: well" not in found


def test_adding_asks_nobody_in_the_page_and_follows_only_what_was_chosen(staff):
    page = staff.post("/staff/sources/add", {"url": HOME + "?utm_source=x"})
    there = page["Location"]
    assert "Looking at the address" in words_of(staff.get(there))
    the_worker_looks(a_home_page())
    said = words_of(staff.get(there))
    assert "Part a" in said
    assert not Source.objects.exists()
    staff.post(there, {"choose": HOME + "b"})
    source = Source.objects.get()
    assert (source.url, source.title, source.publisher.name, source.state) == (
        HOME + "b",
        "Part b",
        "Gazette",
        "active",
    )
    assert "added already" in words_of(staff.get(there))


def test_what_was_not_found_there_cannot_be_chosen(staff):
    there = staff.post("/staff/sources/add", {"url": HOME})["Location"]
    the_worker_looks(a_home_page())
    answer = staff.post(there, {"choose": "https://elsewhere.example/feed"})
    assert "Nothing was chosen." in answer.content.decode()
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    ("code", "said"),
    [("timeout", "The website did not answer in time."), ("robots", "robots.txt asks us not to read this.")],
)
def test_why_nothing_can_be_followed_is_said_in_words(staff, code, said):
    there = staff.post("/staff/sources/add", {"url": FEED})["Location"]
    web = Web()
    web.fail(FEED, code)
    the_worker_looks(web)
    assert said in words_of(staff.get(there))


def test_an_address_that_is_none_is_refused_at_once(staff):
    answer = staff.post("/staff/sources/add", {"url": "file:///etc/passwd"})
    assert answer.status_code == 422
    assert not Discovery.objects.exists()


def test_one_article_leads_to_the_page_for_links(staff):
    there = staff.post("/staff/sources/add", {"url": HOME + "2026/03/bridge"})["Location"]
    web = Web()
    web.put(HOME + "2026/03/bridge", b"<!doctype html><title>Bridge opens</title>", HTML)
    the_worker_looks(web)
    assert "/submit?url=https%3A//gazette.example/2026/03/bridge" in words_of(staff.get(there))


def test_a_paused_source_is_not_polled_and_keeps_everything(staff):
    source = a_source()
    staff.post(f"/staff/sources/{source.pk}/change", {"pause": "1"})
    assert not queries.due(timezone.now()).exists()
    assert "Gazette: feed.xml" in words_of(staff.get("/staff/sources?state=paused"))
    staff.post(f"/staff/sources/{source.pk}/change", {"resume": "1"})
    assert queries.due(timezone.now()).exists()


def test_a_source_whose_publisher_was_taken_down_is_not_followed_again(staff):
    source = a_source(state="paused")
    Publisher.objects.update(taken_down=True)
    answer = staff.post(f"/staff/sources/{source.pk}/change", {"resume": "1"})
    assert "Its publisher asked that it be taken down." in answer.content.decode()
    assert not queries.due(timezone.now()).exists()


def test_removing_asks_first_and_keeps_what_was_read(staff):
    source = a_source()
    Article.objects.create(
        url=HOME + "1", source=source, publisher=source.publisher, found_at=timezone.now(), state="read"
    )
    there = f"/staff/sources/{source.pk}/remove"
    assert "What was read stays" in words_of(staff.get(there))
    staff.post(there)
    assert not queries.due(timezone.now()).exists()
    assert Article.objects.count() == 1
    web = Web()
    web.put(FEED, rss(item("/a")))
    assert [result.code for result in actions.add(FEED, fetch=web, now=timezone.now())] == ["added"]


def test_names_are_changed_where_they_are_shown(staff):
    source = a_source()
    named = {"title": "All news", "name": "The Gazette", "owner": "Fernby Press", "country": "se"}
    staff.post(f"/staff/sources/{source.pk}/change", named)
    source.refresh_from_db()
    assert (source.title, source.publisher.name) == ("All news", "The Gazette")
    assert (source.publisher.owner, source.publisher.country) == ("Fernby Press", "SE")
    assert '<option value="SE" selected>Sweden</option>' in words_of(staff.get(f"/staff/sources/{source.pk}"))
    answer = staff.post(f"/staff/sources/{source.pk}/change", named | {"country": "s1"})
    assert "This is no country" in answer.content.decode()


def test_a_sources_page_tells_every_refused_article_and_why(staff):
    source = a_source()
    source.looks.create(at=timezone.now(), code="looked", shown=9, new=2)
    for number, code in enumerate(("too_short", "paywall_stub")):
        Article.objects.create(
            url=f"{HOME}{number}", source=source, publisher=source.publisher, found_at=timezone.now(),
            state="refused", code=code, entry_title=f"Article {number}",
        )  # fmt: skip
    said = words_of(staff.get(f"/staff/sources/{source.pk}"))
    assert "2 new of 9." in said
    assert "too short for an article" in said
    assert "Only the beginning of the article is free to read." in said


def opml(*urls: str) -> BytesIO:
    inside = "".join(f'<outline type="rss" text="A" xmlUrl="{url}"/>' for url in urls)
    file = BytesIO(f'<opml version="2.0"><body>{inside}</body></opml>'.encode())
    file.name = "feeds.opml"
    return file


def test_a_list_is_taken_in_entry_by_entry(staff):
    a_source()
    said = words_of(staff.post("/staff/sources/import", {"file": opml(FEED, HOME + "b", "ftp://b.example/")}))
    for words in ("1 source is read from now on.", "We read this source already.", "Only http and https addresses"):
        assert words in said
    assert HOME + "b" in staff.get("/staff/sources/export.opml").content.decode()
    assert [(one.kind, one.name, one.reason) for one in Action.objects.all()] == [("add_source", "sten", HOME + "b")]


@pytest.mark.parametrize("file", [None, BytesIO(b"no list"), BytesIO(b"<opml>" + b" " * 1024 * 1024)])
def test_what_is_no_list_or_too_large_is_refused(staff, file):
    if file:
        file.name = "feeds.opml"
    answer = staff.post("/staff/sources/import", {"file": file} if file else {})
    assert answer.status_code == 422
    assert "This file is no list of feeds." in answer.content.decode()


def test_staff_can_say_how_often_a_source_is_looked_at(staff):
    source = a_source(due_at=timezone.now() + timedelta(days=1), looked_at=timezone.now(), outcome="read")
    staff.post(f"/staff/sources/{source.pk}/change", {"interval": "1", "least": "10", "most": "120"})
    source.refresh_from_db()
    assert (source.least_interval, source.most_interval) == (600, 7200)
    assert source.due_at <= timezone.now() + timedelta(hours=2)
    page = words_of(staff.get(f"/staff/sources/{source.pk}"))
    assert 'value="120"' in page
    assert page.count("every 30 min") == page.count("It is fetched every 30 min at present, next <time") == 1
    staff.post(f"/staff/sources/{source.pk}/change", {"interval": "1", "least": "", "most": "20"})
    assert "It is fetched every 20 min at present" in words_of(staff.get(f"/staff/sources/{source.pk}"))
    staff.post(f"/staff/sources/{source.pk}/change", {"interval": "1", "least": "", "most": ""})
    assert not Source.objects.exclude(least_interval=None, most_interval=None)


@pytest.mark.parametrize(
    ("least", "most"), [("0", ""), ("120", "10"), ("", "10081"), ("-5", ""), ("ten", ""), ("²", "")]
)
def test_times_that_cannot_be_kept_are_refused_in_words(staff, least, most):
    source = a_source()
    answer = staff.post(f"/staff/sources/{source.pk}/change", {"interval": "1", "least": least, "most": most})
    assert answer.status_code == 422
    assert "Give times from one minute to seven days" in answer.content.decode()
    source.refresh_from_db()
    assert (source.least_interval, source.most_interval) == (None, None)


def test_the_list_counts_what_was_refused_and_leads_there(staff):
    source = a_source()
    for age in (1, 30):
        Article.objects.create(
            url=f"{HOME}{age}", source=source, publisher=source.publisher, state="refused", code="too_short",
            found_at=timezone.now() - timedelta(days=age),
        )  # fmt: skip
    said = words_of(staff.get("/staff/sources"))
    assert f'<a href="/staff/sources/{source.pk}#refused">1 article refused</a>' in said
    assert 'Failing <span class="quiet">0</span>' in said
    assert "<bdi>The Fernby Gazette</bdi>, <a" in words_of(staff.get("/staff/"))


def test_an_address_is_taken_as_people_type_it(staff):
    staff.post("/staff/sources/add", {"url": " gazette.example/news "})
    staff.post("/staff/sources/add", {"url": "gazette.localhost:8000"})
    assert set(Discovery.objects.values_list("url", flat=True)) == {HOME + "news", "http://gazette.localhost:8000/"}


@pytest.mark.parametrize(("state", "said"), [("active", "Being read"), ("removed", "Removed")])
def test_what_is_or_was_followed_of_a_publisher_is_said_before_more_of_it_is(staff, state, said):
    a_source("b", state=state)
    a_source("sitemap.xml", state=state, title="All news")
    there = staff.post("/staff/sources/add", {"url": HOME})["Location"]
    the_worker_looks(a_home_page())
    page = words_of(staff.get(there))
    assert "Of this publisher we know already:" in page
    assert f'All news</a> <span class="quiet">feed · {said}' in page
    assert ("read before, not now" in page) == (state == "removed")
    assert " checked" not in page
    assert f"/staff/sources/add?url={HOME.replace(':', '%3A')}" in page


def test_what_was_only_tried_is_not_said_to_be_tried_again(staff):
    there = staff.post("/staff/sources/add", {"url": FEED})["Location"]
    (web := Web()).fail(FEED, "not_found")
    the_worker_looks(web)
    page = words_of(staff.get(there))
    assert "Check the address." in page
    assert "tried again" not in page


def test_a_list_that_is_followed_whole_is_nothing_new(staff):
    a_source()
    page = words_of(staff.post("/staff/sources/import", {"file": opml(FEED)}))
    assert "Nothing new: the 1 source in it is read already." in page
