import pytest

from newsclip.kernel.fetching import Page
from newsclip.kernel.reasons import Refused
from newsclip.sources import actions, queries
from newsclip.sources.models import Publisher, Source
from newsclip.sources.tests.fakes import NOW, Web, item, rss
from newsclip.sources.tests.test_sitemaps import NEWS

pytestmark = pytest.mark.django_db
FEED = "https://gazette.example/feed.xml"
HOME = "https://gazette.example/"
HTML = "text/html; charset=utf-8"


def add(url: str, web: Web):
    return actions.add(url, fetch=web, now=NOW)


def refusal(url: str, web: Web) -> str:
    with pytest.raises(Refused) as refused:
        add(url, web)
    return refused.value.code


def test_a_feed_is_followed_under_its_publisher_and_due_at_once():
    web = Web()
    web.put(FEED, rss(item("/a")))
    [result] = add(FEED + "?utm_source=x", web)
    assert (result.code, result.entries) == ("added", ())
    [source] = queries.due(NOW)
    assert (source.url, source.kind, source.title) == (FEED, "feed", "The Fernby Gazette")
    assert (source.publisher.domain, source.publisher.name) == ("gazette.example", "The Fernby Gazette")
    assert len(web.asked) == 1


def test_following_it_twice_changes_nothing_and_asks_nobody():
    web = Web()
    web.put(FEED, rss(item("/a")))
    add(FEED, web)
    assert [result.code for result in add(FEED, web)] == ["already_followed"]
    assert len(web.asked) == 1


def test_a_source_that_was_gone_is_followed_anew_when_asked_for():
    web = Web()
    web.put(FEED, rss(item("/a")))
    add(FEED, web)
    Source.objects.update(state="gone")
    assert [result.code for result in add(FEED, web)] == ["added"]
    assert queries.due(NOW).exists()


def test_a_home_page_leads_to_its_feeds_in_one_request():
    web = Web()
    links = "".join(f'<link rel=alternate type=application/rss+xml href=/{n} title="Part {n}">' for n in "ab")
    web.put(HOME, f'<!doctype html><meta property="og:site_name" content="Gazette">{links}'.encode(), HTML)
    assert [result.url for result in add(HOME, web)] == [HOME + "a", HOME + "b"]
    assert Publisher.objects.get().name == "Gazette"
    assert len(web.asked) == 1


def test_where_a_home_page_names_none_few_places_are_tried():
    web = Web()
    web.put(HOME, b"<!doctype html><title>Gazette</title>", HTML)
    assert refusal(HOME, web) == "no_feed_found"
    assert len(web.asked) == 4
    web.put(HOME + "rss.xml", rss(item("/a")))
    assert [result.url for result in add(HOME, web)] == [HOME + "rss.xml"]


def test_a_news_sitemap_is_followed():
    web = Web()
    web.put(HOME + "sitemap.xml", NEWS, "application/xml")
    add(HOME + "sitemap.xml", web)
    assert Source.objects.get().kind == "sitemap"


def test_one_article_is_an_entry_of_the_submissions():
    web = Web()
    web.put(HOME + "2026/03/bridge", b"<!doctype html><title>Bridge opens</title>", HTML)
    [result] = add(HOME + "2026/03/bridge", web)
    assert result.source_id == actions.submission(NOW).pk
    assert (result.entries[0].url, result.entries[0].title) == (HOME + "2026/03/bridge", "Bridge opens")
    assert not queries.due(NOW).exists()


def test_a_feed_that_moved_is_followed_where_it_is_now():
    web = Web()
    web.pages[FEED] = Page(HOME + "new", 200, rss(item("/a")), {}, hops=1, moved=HOME + "new")
    assert [result.url for result in add(FEED, web)] == [HOME + "new"]


@pytest.mark.parametrize(
    ("body", "type_", "code"),
    [
        (b"\x89PNG", "image/png", "no_feed_found"),
        (b"<rss", "application/rss+xml", "feed_unreadable"),
        (b"", "text/plain", "no_feed_found"),
    ],
)
def test_what_cannot_be_followed_says_why(body, type_, code):
    web = Web()
    web.put(FEED, body, type_)
    assert refusal(FEED, web) == code
    assert not Source.objects.exists()


def test_why_it_could_not_be_asked_is_passed_on():
    web = Web()
    web.fail(FEED, "timeout")
    assert refusal(FEED, web) == "timeout"
    assert refusal("nonsense", web) == "not_a_url"


def test_a_feed_cannot_claim_another_outlets_home():
    web = Web()
    web.put(FEED, rss(item("/a"), home="https://famous.example/"))
    add(FEED, web)
    assert Source.objects.get().publisher.domain == "gazette.example"


def test_a_publishers_name_replaces_its_bare_domain_once():
    assert actions.publisher_of(HOME).name == "gazette.example"
    assert actions.publisher_of(HOME, "Gazette").name == "Gazette"
    assert actions.publisher_of("https://www.gazette.example/x", "Other").name == "Gazette"
    assert Publisher.objects.count() == 1


def test_nothing_is_followed_of_a_publisher_that_was_taken_down():
    web = Web()
    web.put(FEED, rss(item("/a")))
    add(FEED, web)
    Publisher.objects.update(taken_down=True)
    Source.objects.update(state="paused")
    assert refusal(FEED, web) == "taken_down"
    web.put(HOME + "other.xml", rss(item("/b")))
    assert refusal(HOME + "other.xml", web) == "taken_down"
    listed = f'<opml><body><outline xmlUrl="{HOME}third.xml"/></body></opml>'.encode()
    assert [result.code for result in actions.import_opml(listed, now=NOW)] == ["taken_down"]
    assert not queries.due(NOW).exists()
