"""What is at an address is looked up for many at once; nothing is followed by it."""

from datetime import timedelta

import pytest

from newsclip.sources import actions, queries
from newsclip.sources.models import Discovery, Source
from newsclip.sources.tests.fakes import NOW, Web, item, rss

pytestmark = pytest.mark.django_db
HOME = "https://gazette.example/"
HTML = "text/html; charset=utf-8"


class Slow(Web):
    """A network in which nothing arrives for a while before each answer."""

    def with_idle_periods(self, asks):
        for answered in self(asks):
            yield None
            yield answered


def look(web: Web) -> list[Discovery | None]:
    return list(actions.answer_discoveries(list(queries.discoveries()), fetch=web, now=NOW))


def test_many_addresses_are_asked_together_and_each_gets_its_answer():
    web = Web()
    web.put(HOME + "feed.xml", rss(item("/a"), item("/b")))
    web.put("https://quill.example/", b"<!doctype html><title>Quill</title>", HTML)
    web.put("https://quill.example/rss.xml", rss(item("/c")))
    web.fail("https://late.example/", "timeout")
    for url in (HOME + "feed.xml", "https://quill.example/", "https://late.example/"):
        actions.look_for_sources(url, now=NOW)
    look(web)
    told = {row.url: (row.code, [one["url"] for one in row.found]) for row in Discovery.objects.all()}
    assert told == {
        HOME + "feed.xml": ("sources_found", [HOME + "feed.xml"]),
        "https://quill.example/": ("sources_found", ["https://quill.example/rss.xml"]),
        "https://late.example/": ("timeout", []),
    }
    assert Discovery.objects.get(url=HOME + "feed.xml").found[0]["entries"] == 2
    assert not queries.discoveries().exists()
    assert not Source.objects.exists()


def test_a_slow_host_lets_other_work_go_on():
    web = Slow()
    web.put(HOME, b"<!doctype html><title>Gazette</title>", HTML)
    actions.look_for_sources(HOME, now=NOW)
    done = look(web)
    assert done.count(None) == 4, "the page, and three usual places"
    assert [row.code for row in done if row] == ["no_feed_found"]


def test_whoever_asks_again_soon_gets_the_same_answer_and_later_a_new_one():
    first = actions.look_for_sources(HOME, now=NOW)
    assert actions.look_for_sources(HOME + "?utm_source=x", now=NOW + timedelta(minutes=5)) == first
    assert actions.look_for_sources(HOME, now=NOW + timedelta(minutes=11)) != first


def test_a_document_that_breaks_its_reader_is_an_answer_too():
    web = Web()
    web.put(HOME, rss(item("/a")))
    web.pages[HOME] = type(web.pages[HOME])(HOME, 200, None, {})
    actions.look_for_sources(HOME, now=NOW)
    assert [row.code for row in look(web) if row] == ["internal_error"]


def found_at(web: Web, url: str = HOME) -> list[dict[str, object]]:
    actions.look_for_sources(url, now=NOW)
    look(web)
    return Discovery.objects.get(url=url).found


def test_a_feed_that_a_page_names_is_read_so_that_one_sees_what_it_brings():
    web = Web()
    web.put(HOME, b'<!doctype html lang=en><link rel=alternate type=application/rss+xml href=/all title="All">', HTML)
    web.put(HOME + "all", rss(item("/a", "Bridge opens"), item("/b", "Ferry sinks")))
    [found] = found_at(web)
    assert (found["title"], found["entries"], found["latest"]) == ("All", 2, ["Bridge opens", "Ferry sinks"])


def test_a_named_feed_that_does_not_answer_is_offered_all_the_same():
    web = Web()
    web.put(HOME, b'<!doctype html><link rel=alternate type=application/rss+xml href=/all title="All">', HTML)
    web.fail(HOME + "all", "timeout")
    [found] = found_at(web)
    assert (found["url"], found["entries"]) == (HOME + "all", None)


@pytest.mark.parametrize(
    "link", ['<a href="/news/feed/">What is new</a>', '<a href="/abo">RSS</a>', '<a href="/x.rss"><img></a>']
)
def test_a_feed_that_a_page_links_to_in_its_text_is_found_before_the_page_itself(link):
    articles = "".join(
        f'<h2><a href="/2026/03/0{n}/a-bridge-opens-at-last-{n}">Bridge {n} opens</a></h2>' for n in "1234"
    )
    web = Web()
    web.put(HOME, f"<!doctype html><main>{articles}</main><footer>{link}</footer>".encode(), HTML)
    feed = link.partition('"')[2].partition('"')[0].removeprefix("/")
    web.put(HOME + feed, rss(item("/a", "Bridge opens")))
    [found] = found_at(web)
    assert (found["kind"], found["url"]) == ("feed", HOME + feed)


def test_a_link_to_another_site_or_to_comments_is_no_feed_of_a_page():
    web = Web()
    web.put(HOME, b'<a href="https://quill.example/feed">RSS</a><a href="/comments/feed">RSS</a>', HTML)
    web.put("https://quill.example/feed", rss(item("/a")))
    web.put(HOME + "comments/feed", rss(item("/a")))
    assert found_at(web) == []
