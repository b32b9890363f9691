"""What is kept for everybody, and what never is."""

import gzip

import pytest
from django.contrib.sessions.models import Session
from django.test import RequestFactory

from newsclip.web.caching.page_cache import FRESH, LARGEST, ROOM, PageCache
from newsclip.web.tests.kept import Site, answered


@pytest.fixture
def site():
    return Site()


def test_a_page_is_rendered_once_for_all_who_ask_within_seconds(site):
    assert [site.get().content for _ in range(5)] == [b"news for nobody"] * 5
    assert site.times == 1


def test_whoever_has_a_cookie_gets_a_page_of_their_own_that_nobody_else_gets(site):
    site.get()
    assert site.get(cookies={"sessionid": "mara"}).content == b"news for mara"
    assert site.get().content == b"news for nobody"
    assert site.get(cookies={"muted": "x"}).content == b"news for nobody"
    assert site.times == 3


def test_an_answer_that_sets_a_cookie_is_kept_for_nobody(site):
    assert site.get("/?set=1").cookies
    site.get("/?set=1")
    assert site.times == 2


@pytest.mark.parametrize("header", ["private", "no-store"])
def test_what_may_not_be_kept_is_not(site, header):
    site.extra = {"Cache-Control": header}
    site.get()
    site.get()
    assert site.times == 2


@pytest.mark.parametrize("path", ["/accounts/login/", "/settings", "/staff/", "/" + "x" * 600])
def test_personal_and_endless_addresses_are_not_kept(site, path):
    site.get(path)
    site.get(path)
    assert site.times == 2


def test_a_compressed_page_has_an_etag_of_its_own_and_the_same_words(site):
    plain, zipped = site.get(), site.get(accept_encoding="gzip")
    assert gzip.decompress(zipped.content) == plain.content
    assert zipped["ETag"] != plain["ETag"]
    assert zipped["Content-Length"] == str(len(zipped.content))
    assert {"Accept-Encoding", "Cookie"} <= set(zipped["Vary"].replace(" ", "").split(","))
    assert site.get(accept_encoding="gzip", if_none_match=zipped["ETag"]).status_code == 304


def test_pages_differ_by_address_question_and_host(site):
    for path in ("/", "/?a=1", "/?a=2"):
        site.get(path)
    assert site.times == 3


def test_what_is_too_large_is_sent_and_not_kept(site):
    site.words = "x" * LARGEST
    assert len(site.get().content) > LARGEST
    site.get()
    assert site.times == 2


@pytest.mark.django_db
def test_no_page_of_the_site_gives_a_visitor_a_session(client):
    for path in ("/", "/trending", "/about", "/search?q=x", "/moderation"):
        assert not client.get(path).cookies, path
    assert not Session.objects.exists()


def test_browsers_that_take_compressed_pages_share_one_rendering(site):
    site.get(accept_encoding="gzip, br")
    site.get(accept_encoding="gzip")
    assert site.get().content == b"news for nobody"
    assert site.times == 1


def test_what_only_one_asker_wanted_is_no_part_of_what_all_get(site):
    """A 304, a range or a coding made for the first asker would be wrong for the next."""
    site.get(if_none_match='"x"', if_modified_since="Tue, 24 Nov 2026 12:00:00 GMT", range="bytes=0-1")
    assert "HTTP_IF_NONE_MATCH" not in site.asked[0]
    assert site.get().status_code == 200
    assert site.get(range="bytes=0-1").content == b"news for nobody"


def test_gzip_is_sent_only_to_those_who_take_it(site):
    for refusing in ("gzip;q=0", "gzip; q=0.0", "br", "x-gzip-like"):
        assert not site.get(accept_encoding=refusing).has_header("Content-Encoding"), refusing
    assert site.get(accept_encoding="br;q=1, gzip;q=0.5")["Content-Encoding"] == "gzip"


def test_an_etag_in_its_weak_form_or_among_others_is_known_and_a_strangers_is_not(site):
    etag = site.get()["ETag"]
    assert site.get(if_none_match=f"W/{etag}").status_code == 304
    assert site.get(if_none_match=f'"a", {etag}').status_code == 304
    assert site.get(if_none_match='"of another page"').status_code == 200
    site.later(FRESH, "other news")
    assert site.get(if_none_match=etag).status_code == 200


def test_a_page_with_a_date_answers_those_who_ask_by_date(site):
    site.extra = {"Last-Modified": "Tue, 24 Nov 2026 12:00:00 GMT"}
    assert site.get(if_modified_since="Tue, 24 Nov 2026 12:00:00 GMT").status_code == 304
    assert site.get(if_modified_since="Tue, 24 Nov 2026 11:59:59 GMT").status_code == 200


def test_a_token_or_any_cookie_is_never_answered_from_what_is_kept(site):
    site.get()
    site.get(authorization="Bearer x")
    site.ask("HEAD", "/", {"csrftoken": "x"})
    site.get(cookies={"sessionid": ""})
    site.get(cookie="broken")
    site.get(hx_request="true")
    assert site.times == 6


def test_only_questions_are_answered_from_what_is_kept(site):
    site.get()
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
        site.ask(method, "/")
    assert site.times == 6
    assert site.ask("HEAD", "/").status_code == 200
    assert site.times == 6


def test_what_a_head_alone_asked_for_is_not_kept(site):
    site.ask("HEAD", "/")
    site.get()
    assert site.times == 2


def test_each_language_of_the_site_has_pages_of_its_own(site):
    site.extra = {"Vary": "Accept-Language"}
    assert "Accept-Language" in site.get(accept_language="de")["Vary"]
    site.words = "Nachrichten"
    assert site.get(accept_language="fr").content == b"Nachrichten for nobody"
    assert site.get(accept_language="de, en;q=0.5").content == b"news for nobody"
    assert site.times == 2


@pytest.mark.parametrize("varies", ["Accept", "*", "Cookie, HX-Request"])
def test_what_depends_on_more_than_address_and_cookie_is_not_kept(site, varies):
    site.extra = {"Vary": varies}
    site.get()
    site.get()
    assert site.times == 2


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "500 No", "302 Found", "206 Partial Content"])
def test_only_whole_good_pages_are_kept(status):
    times = []

    def render(environ, start_response):
        times.append(1)
        start_response(status, [("Content-Length", "2")])
        return [b"no"]

    cache = PageCache(render)
    for _ in range(2):
        assert answered(cache, RequestFactory().get("/").environ).content == b"no"
    assert len(times) == 2


def test_what_is_sent_bit_by_bit_goes_through_and_is_closed_by_the_server():
    class Bits(list):
        closed = False

        def close(self):
            self.closed = True

    bits = Bits([b"a", b"b"])

    def render(environ, start_response):
        start_response("200 OK", [])
        return bits

    assert PageCache(render)(RequestFactory().get("/").environ, lambda *told: None) is bits
    assert not bits.closed


def test_a_page_for_another_name_or_scheme_of_the_site_is_another_page(site):
    site.get()
    site.get(host="localhost")
    answered(site.cache, RequestFactory().get("/", secure=True).environ)
    assert site.times == 3


def test_the_room_is_bounded_whatever_is_asked_for(site):
    site.words = "x" * (LARGEST - 100)
    for number in range(50):
        site.get(f"/?{number}")
    assert site.cache.kept.currsize <= ROOM
