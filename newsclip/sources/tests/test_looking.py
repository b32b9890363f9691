from datetime import timedelta

import pytest

from newsclip.db.leases import claim
from newsclip.kernel.fetching import Page
from newsclip.sources import actions, queries
from newsclip.sources.models import Host, Look, Robots, Source
from newsclip.sources.tests.fakes import NOW, Web, item, rss

pytestmark = pytest.mark.django_db
FEED = "https://gazette.example/feed.xml"
INDEX = "https://gazette.example/sitemap.xml"


@pytest.fixture
def web() -> Web:
    web = Web()
    web.put(FEED, rss(item("/a"), item("/b")), etag='"1"', last_modified="Mon, 02 Mar 2026 10:00:00 GMT")
    actions.add(FEED, fetch=web, now=NOW)
    web.asked.clear()
    return web


def look(web: Web, now=NOW, **more):
    return list(actions.look(claim(queries.due(now), now=now, limit=10), fetch=web, now=now, **more))


def source() -> Source:
    return Source.objects.get(url=FEED)


def test_a_look_gives_the_entries_and_plans_the_next(web):
    [result] = look(web)
    assert (result.code, len(result.entries)) == ("looked", 2)
    assert source().due_at > NOW
    assert (source().leased_until, source().looked_at, source().outcome) == (None, NOW, "looked")


def test_what_was_taken_is_counted_in_the_look(web):
    look(web, take=lambda shown: {source.pk: len(entries) - 1 for source, entries in shown})
    kept = Look.objects.get()
    assert (kept.code, kept.status, kept.shown, kept.new) == ("looked", 200, 2, 1)


def test_the_next_ask_is_conditional(web):
    look(web)
    actions.make_due(NOW)
    web.pages[FEED] = Page(FEED, 304)
    assert [result.code for result in look(web)] == ["unchanged"]
    assert (web.asked[-1].etag, web.asked[-1].last_modified) == ('"1"', "Mon, 02 Mar 2026 10:00:00 GMT")


def test_the_same_body_again_is_unchanged_and_not_read(web):
    look(web)
    actions.make_due(NOW)
    assert [(result.code, result.entries) for result in look(web)] == [("unchanged", ())]


def test_a_crash_before_the_entries_are_stored_leaves_the_source_as_it_was(web):
    def crash(shown: object) -> dict[int, int]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        look(web, take=crash)
    assert (source().etag, Look.objects.count()) == ("", 0)
    later = NOW + timedelta(minutes=6)
    assert len(look(web, later)[0].entries) == 2


def test_failures_back_off_and_one_success_forgets_them(web):
    web.fail(FEED, "timeout")
    for failures in (1, 2):
        actions.make_due(NOW)
        look(web)
        assert (source().failures, source().outcome) == (failures, "timeout")
    assert source().due_at == NOW + timedelta(seconds=source().interval * 2)
    web.put(FEED, rss(item("/a")))
    actions.make_due(NOW)
    look(web)
    assert source().failures == 0


def test_a_busy_host_is_left_alone_as_long_as_it_asked(web):
    web.fail(FEED, "busy", "429", wait=7200)
    [result] = look(web)
    assert (result.code, result.status) == ("busy", 429)
    assert source().due_at == NOW + timedelta(hours=2)


def test_a_source_that_is_gone_is_not_asked_again(web):
    web.fail(FEED, "gone", "410")
    look(web)
    assert source().state == "gone"
    actions.make_due(NOW)
    assert not queries.due(NOW + timedelta(days=30)).exists()


def look_for_two_days(web: Web) -> None:
    for day in range(3):
        actions.make_due(NOW + timedelta(days=day))
        look(web, NOW + timedelta(days=day))


def test_a_permanent_redirect_that_still_stands_a_day_later_moves_the_source(web):
    moved = "https://gazette.example/new.xml"
    web.pages[FEED] = Page(moved, 200, rss(item("/a")), {}, hops=1, moved=moved)
    look(web)
    assert source().moved_to == moved
    look_for_two_days(web)
    assert Source.objects.get().url == moved


def test_a_permanent_redirect_that_is_taken_back_moves_nothing(web):
    before, moved = web.pages[FEED], "https://portal.example/"
    web.pages[FEED] = Page(moved, 200, rss(item("/a")), {}, hops=1, moved=moved)
    look(web)
    web.pages[FEED] = before
    look_for_two_days(web)
    assert (source().moved_to, source().moved_since) == ("", None)


def test_a_source_that_moves_to_one_that_is_followed_ends(web):
    other = "https://gazette.example/other.xml"
    web.put(other, rss(item("/c")))
    actions.add(other, fetch=web, now=NOW)
    web.pages[FEED] = Page(other, 200, rss(item("/a")), {}, hops=1, moved=other)
    look_for_two_days(web)
    assert set(Source.objects.values_list("url", "state")) == {(FEED, "gone"), (other, "active")}


@pytest.mark.parametrize(
    ("body", "type_", "code", "failures"),
    [
        (b"<!doctype html><p>News", "text/html", "feed_is_html", 1),
        (b"junk", "text/plain", "feed_unreadable", 1),
        (rss(), "application/rss+xml", "empty_feed", 0),
        (rss(item("/a"))[:-40], "application/rss+xml", "partly_read", 0),
    ],
)
def test_a_bad_feed_has_its_code_and_does_not_stop_the_others(web, body, type_, code, failures):
    other = "https://other.example/feed"
    web.put(other, rss(item("/c")))
    actions.add(other, fetch=web, now=NOW)
    web.put(FEED, body, type_)
    codes = {result.url: result.code for result in look(web)}
    assert codes == {FEED: code, other: "looked"}
    assert source().failures == failures


def test_a_sitemap_index_gives_the_entries_of_its_parts():
    web = Web()
    one = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>/{}</loc><lastmod>2026-03-04</lastmod></url></urlset>'
    parts = "".join(f"<sitemap><loc>/{name}.xml</loc></sitemap>" for name in ("a", "b", "missing"))
    web.put(INDEX, f"<sitemapindex>{parts}</sitemapindex>".encode(), "application/xml", etag='"1"')
    for name in ("a", "b"):
        web.put(f"https://gazette.example/{name}.xml", one.format(name).encode(), "application/xml")
    actions.add(INDEX, fetch=web, now=NOW)
    [result] = look(web)
    assert {entry.url for entry in result.entries} == {"https://gazette.example/a", "https://gazette.example/b"}
    assert Source.objects.get().etag == ""


def test_a_look_reads_only_what_the_last_one_did_not_show(web):
    look(web)
    web.put(FEED, rss(item("/c"), item("/a"), item("/b")))
    actions.make_due(NOW)
    [result] = look(web)
    assert ([entry.url for entry in result.entries], result.shown) == (["https://gazette.example/c"], 3)


def test_a_feed_that_stamps_itself_anew_with_each_answer_is_unchanged(web):
    def stamped(hour: int) -> bytes:
        stamp = f"<lastBuildDate>Mon, 02 Mar 2026 {hour}:00:00 GMT</lastBuildDate>"
        entries = (f"{item(path)}<updated>2026-03-02T{hour}:00:00Z</updated>" for path in ("/a", "/b"))
        return rss(*entries, head=stamp)

    web.put(FEED, stamped(10))
    look(web)
    web.put(FEED, stamped(11))
    actions.make_due(NOW)
    assert [(result.code, result.entries) for result in look(web)] == [("unchanged", ())]


def test_an_unexpected_fault_with_one_source_stops_no_other(web):
    other = "https://other.example/feed"
    web.put(other, rss(item("/c")))
    actions.add(other, fetch=web, now=NOW)
    web.pages[FEED] = Page(FEED, 200, None)  # type: ignore[arg-type]
    assert {result.url: result.code for result in look(web)} == {FEED: "internal_error", other: "looked"}


def test_looking_forgets_no_earlier_look_since_the_operator_says_how_long_they_are_kept(web):
    look(web)
    for days in (29, 400):
        actions.make_due(NOW + timedelta(days=days))
        look(web, NOW + timedelta(days=days))
    assert Look.objects.count() == 3


def test_submissions_are_never_asked(web):
    actions.submission(NOW)
    assert [result.url for result in look(web)] == [FEED]


def test_the_last_polls_of_a_source_are_told_the_newest_first(web):
    look(web)
    web.fail(FEED, "timeout")
    actions.make_due(NOW)
    look(web)
    assert [kept.code for kept in queries.last_polls(source())] == ["timeout", "looked"]


def test_no_hurry_of_ours_goes_before_what_the_host_asked_for(web):
    web.fail(FEED, "busy", "429", wait=7200)
    look(web)
    actions.make_due(NOW + timedelta(minutes=1))
    assert source().due_at >= NOW + timedelta(hours=2)


def test_a_source_whose_turn_has_not_come_did_not_fail_and_is_asked_soon(web):
    web.fail(FEED, "busy", "another worker is asking this host", wait=60)
    look(web)
    assert (source().failures, source().outcome) == (0, "busy")
    assert source().due_at == NOW + timedelta(seconds=60)


def test_what_is_known_of_hosts_is_forgotten_when_it_is_old_and_nobody_holds_them(web):
    old = NOW - timedelta(days=31)
    for name, fields in {
        "old": {},
        "held": {"held_until": NOW + timedelta(seconds=9)},
        "new": {"asked_at": NOW},
    }.items():
        Host.objects.create(name=name, **({"asked_at": old} | fields))
    Robots.objects.create(origin="https://old.example", until=NOW - timedelta(seconds=1))
    Robots.objects.create(origin="https://new.example", until=NOW + timedelta(seconds=1))
    look(web)
    assert set(Host.objects.values_list("name", flat=True)) == {"held", "new"}
    assert Robots.objects.get().origin == "https://new.example"


class Lulls(Web):
    """Nothing comes from `slow` before everything else did, and a lull."""

    def __init__(self, slow):
        super().__init__()
        self.slow = slow

    def with_idle_periods(self, asks):
        asks = list(asks)
        yield from self([ask for ask in asks if ask.url != self.slow])
        yield None
        yield from self([ask for ask in asks if ask.url == self.slow])


def test_what_came_is_kept_while_another_source_still_dribbles():
    slow, web = "https://slow.example/feed.xml", Lulls("")
    for url in (FEED, slow):
        web.put(url, rss(item(f"/{len(url)}")))
        actions.add(url, fetch=web, now=NOW)
    web.slow = slow
    looks = actions.look(claim(queries.due(NOW), now=NOW, limit=10), fetch=web, now=NOW)
    assert [result and result.url for result in (next(looks), next(looks))] == [FEED, None]
    assert source().outcome == "looked"
    assert [result.url for result in looks if result] == [slow]


def test_a_part_of_a_sitemap_that_dribbles_keeps_no_other_source_waiting():
    part, web = "https://gazette.example/part.xml", Lulls("")
    web.put(INDEX, f"<sitemapindex><sitemap><loc>{part}</loc></sitemap></sitemapindex>".encode(), "application/xml")
    web.put(part, b"<urlset><url><loc>https://gazette.example/a</loc></url></urlset>", "application/xml")
    web.put(FEED, rss(item("/b")))
    for url in (INDEX, FEED):
        actions.add(url, fetch=web, now=NOW)
    web.slow = part
    web.asked.clear()
    results = list(actions.look(claim(queries.due(NOW), now=NOW, limit=10), fetch=web, now=NOW))
    assert [result and result.url for result in results[-2:]] == [None, INDEX]
    assert [ask.url for ask in web.asked][-1] == part
    assert FEED in [result.url for result in results if result]
