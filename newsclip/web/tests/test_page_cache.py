"""What is kept for everybody, and what never is."""

import gzip

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from newsclip.web.page_cache import FRESH, LARGEST, PageCache


class Site:
    """Counts how often a page was rendered."""

    def __init__(self) -> None:
        self.words, self.times, self.extra = "news", 0, {}
        self.now = 0.0
        self.cache = PageCache(self.render, clock=lambda: self.now)

    def render(self, request: HttpRequest) -> HttpResponse:
        self.times += 1
        who = request.COOKIES.get("sessionid", "nobody")
        answer = HttpResponse(f"{self.words} for {who}")
        for name, value in self.extra.items():
            answer[name] = value
        if "set" in request.GET:
            answer.set_cookie("sessionid", "new")
        return answer

    def get(self, path: str = "/", cookies: dict[str, str] | None = None, **headers: str) -> HttpResponse:
        request = RequestFactory().get(path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        request.COOKIES = cookies or {}
        return self.cache(request)


@pytest.fixture
def site():
    return Site()


def test_a_page_is_rendered_once_for_all_who_ask_within_seconds(site):
    assert [site.get().content for _ in range(5)] == [b"news for nobody"] * 5
    assert site.times == 1


def test_a_change_is_seen_when_the_page_is_no_longer_fresh(site):
    first = site.get()
    site.words = "fresh news"
    site.now = FRESH
    assert site.get().content == b"fresh news for nobody"
    assert site.get()["ETag"] != first["ETag"]


def test_an_answer_that_came_out_the_same_keeps_its_etag(site):
    first = site.get()
    site.now = FRESH
    assert site.get(if_none_match=first["ETag"]).status_code == 304


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
