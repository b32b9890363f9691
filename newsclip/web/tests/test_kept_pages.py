"""What is kept for everybody, through the whole site: nobody gets another person's page, however they ask.

Readers, strangers, programs and tricksters ask for the same addresses in turn, in an order of chance. Each answer has
to be the one that the site gives to that asker alone, without any cache.
"""

import random
import re
from collections.abc import Callable, Iterator
from http.cookies import SimpleCookie

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client, RequestFactory

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader, Token
from newsclip.web.caching.page_cache import Application, Environ, PageCache
from newsclip.web.tests import factories
from newsclip.web.tests.kept import answered

ADDRESSES = (
    "/", "/?order=new", "/c/ferry-aground-off-marrow-point", "/tag/sabine", "/search?q=ferry", "/feed.atom",
    "/api/clips", "/sitemap.xml",
)  # fmt: skip
TRICKS = (
    "//c/..", "/./", "/%2e%2e/settings", "/settings%3b.css", "/settings;.css", "/settings/.css", "/notices%00.css",
    "/settings?x=.css", "/accounts/../", "/following%2f.js", "/me.json", "/SETTINGS", "/settings\r\nX: 1",
)  # fmt: skip
SWAPPED = {
    "X-Forwarded-Host": "evil.example", "X-Original-URL": "/settings", "X-Rewrite-URL": "/settings",
    "Forwarded": "host=evil.example;proto=https", "X-HTTP-Method-Override": "POST", "X-Forwarded-Prefix": "/evil",
    "X-Forwarded-Scheme": "http", "Accept": "application/json", "Origin": "https://evil.example",
    "Referer": "https://evil.example/", "User-Agent": "evil", "Range": "bytes=0-9", "If-None-Match": '"x"',
    "If-Modified-Since": "Tue, 24 Nov 2099 12:00:00 GMT", "X-Forwarded-Proto": "https", "Cache-Control": "no-cache",
}  # fmt: skip


@pytest.fixture
def bare_site(db) -> Iterator[Application]:
    """As it is served, but for the connection, which stays the test's, as Django's own test client has it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield WSGIHandler()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def kept_for_good(site: Application) -> Application:
    """Time stands still: what is kept is good for ever, so that every mistake is seen."""
    return PageCache(site, clock=lambda: 1000.5)


def test_through_the_whole_site_a_kept_page_is_compressed_hardened_and_asked_for_once(
    bare_site, django_assert_num_queries
):
    site = kept_for_good(bare_site)
    environ = RequestFactory().get("/about", headers={"accept-encoding": "gzip", "host": "localhost"}).environ
    first = answered(site, dict(environ))
    assert first["Content-Encoding"] == "gzip"
    with django_assert_num_queries(0):
        again = answered(site, dict(environ))
    assert again.content == first.content
    for name in ("Content-Security-Policy", "X-Frame-Options", "Permissions-Policy"):
        assert again[name] == first[name]


def environ(method: str, address: str, headers: dict[str, str]) -> Environ:
    path, _, query = address.partition("?")
    asked = RequestFactory().generic(method, "/", headers={"Host": "localhost", **headers}).environ
    return {**asked, "PATH_INFO": path, "QUERY_STRING": query}


@pytest.fixture
def askers(bare_site) -> dict[str, Callable[[str], Environ]]:
    """Everybody who might come by; each makes the request for an address."""
    clip = factories.ferry(at=factories.NOON)
    factories.index(clip)
    sessions = [_session(name) for name in ("mara-lindqvist", "tove-osgood")]
    mara = Reader.objects.get(username="mara-lindqvist")
    token = accounts.make_token(mara, "a program", list(Token.Scope.values), now=factories.NOON)
    found = {
        f"{method} {who}": lambda at, m=method, h=headers: environ(m, at, h)
        for method in ("GET", "HEAD")
        for who, headers in {
            "a stranger": {},
            "a stranger with gzip": {"Accept-Encoding": "gzip"},
            "one who reads German": {"Accept-Language": "de"},
            "one who chose French": {"Cookie": "django_language=fr"},
            "Mara": {"Cookie": f"sessionid={sessions[0]}"},
            "Mara in German": {"Cookie": f"sessionid={sessions[0]}; django_language=de"},
            "Tove": {"Cookie": f"sessionid={sessions[1]}"},
            "a program of Mara's": {"Authorization": f"Bearer {token}"},
            "one who mutes": {"Cookie": "muted=harbourtimes.example"},
            "one by another name": {"Host": "127.0.0.1"},
            "one by a made-up name": {"Host": "evil.example"},
            "a page that asks for its part": {"HX-Request": "true"},
        }.items()
    }
    found["one who mutes in the address"] = lambda at: environ(
        "GET", f"{at}{'&' if '?' in at else '?'}mute=harbourtimes.example", {}
    )
    return found


def _session(name: str) -> str:
    browser = Client()
    browser.force_login(
        Reader.objects.create_user(name, password="x"), "allauth.account.auth_backends.AuthenticationBackend"
    )
    return str(browser.cookies["sessionid"].value)


def wrong_pages(cached: Application, bare: Application, askers: dict[str, Callable[[str], Environ]]) -> Iterator[str]:
    """Who got, for which address, what the site would not have given them."""
    turns = [(who, at) for at in ADDRESSES for who in askers if "api" not in at or "HEAD" not in who] * 2
    random.Random(7).shuffle(turns)  # noqa: S311 no secret
    truth: dict[tuple[str, str], tuple[int, bytes, str, str]] = {}
    for who, at in turns:
        truth[who, at] = truth.get((who, at)) or seen(bare, askers[who](at))
        if seen(cached, askers[who](at)) != truth[who, at]:
            yield f"{who}: {at}"


def seen(site: Application, asked: Environ) -> tuple[int, bytes, str, str]:
    """What somebody sees: the words, in plain, without what is of chance; where they are sent, the cookies they get."""
    plain = {**asked, "HTTP_ACCEPT_ENCODING": ""} if asked["REQUEST_METHOD"] == "GET" else asked
    answer = answered(site, plain)
    words = re.sub(rb'(csrfmiddlewaretoken" value=|csrf[a-z-]*": ?)"[^"]+"', b"", answer.content)
    words = b"" if asked["REQUEST_METHOD"] == "HEAD" else words
    return answer.status_code, words, answer.get("Location", ""), ",".join(sorted(answer.cookies))


@pytest.mark.integration
def test_nobody_gets_another_persons_page_in_whatever_order_all_come(bare_site, askers):
    assert list(wrong_pages(kept_for_good(bare_site), bare_site, askers)) == []


BLIND = {
    "cookies": lambda e: (e["PATH_INFO"], e["QUERY_STRING"], e.get("HTTP_ACCEPT_LANGUAGE"), e["HTTP_HOST"]),
    "languages": lambda e: (e["PATH_INFO"], e["QUERY_STRING"], e.get("HTTP_COOKIE"), e["HTTP_HOST"]),
    "queries": lambda e: (e["PATH_INFO"], e.get("HTTP_COOKIE"), e.get("HTTP_ACCEPT_LANGUAGE"), e["HTTP_HOST"]),
    "hosts": lambda e: (e["PATH_INFO"], e["QUERY_STRING"], e.get("HTTP_COOKIE"), e.get("HTTP_ACCEPT_LANGUAGE")),
}  # fmt: skip


@pytest.mark.integration
@pytest.mark.parametrize("blind", BLIND)
def test_the_test_notices_a_cache_that_is_blind_to(blind, bare_site, askers):
    kept: dict[object, tuple[str, list[tuple[str, str]], list[bytes]]] = {}

    def cache(asked, start_response):
        key = BLIND[blind](asked)
        if key not in kept:
            heard: list[tuple[str, list[tuple[str, str]]]] = []
            body = list(bare_site(dict(asked), lambda status, headers, exc=None: heard.append((status, headers))))
            kept[key] = (*heard[0], body)
        status, headers, body = kept[key]
        start_response(status, headers)
        return body

    assert next(wrong_pages(cache, bare_site, askers), None)


@pytest.mark.integration
def test_no_trick_of_an_address_or_a_header_puts_a_persons_page_or_a_foreign_word_before_strangers(bare_site, askers):
    """Each trick is played by Mara and by a stranger; then strangers ask plainly. (web cache deception, poisoning)"""
    site = kept_for_good(bare_site)
    mara = askers["GET Mara"]("/")["HTTP_COOKIE"]
    for trick in (*TRICKS, "/settings", "/notices", "/for-you", "/me.json"):
        for headers in ({"Cookie": mara}, {}):
            answered(site, environ("GET", trick, headers))
        assert b"mara-lindqvist" not in answered(site, environ("GET", trick, {})).content, trick
    for address in ADDRESSES:
        truth = seen(bare_site, environ("GET", address, {}))
        for name, value in SWAPPED.items():
            answered(site, environ("GET", address, {name: value}))
        answer = answered(site, environ("GET", address, {}))
        assert (answer.status_code, answer.content) == truth[:2], address
        assert b"evil" not in answer.content + str(answer.headers).encode()


def test_no_answer_to_a_person_may_be_kept_by_a_cache_on_the_way(bare_site, askers):
    """Caches go by these words alone (RFC 9111): nobody may keep it, or everybody with a cookie asks anew."""
    for address in (*ADDRESSES[:4], "/settings", "/notices"):
        answer = answered(bare_site, askers["GET Mara"](address))
        told = answer.get("Cache-Control", "") + " Vary: " + answer.get("Vary", "")
        assert "private" in told or "no-store" in told or "Cookie" in told, address
        assert "s-maxage" not in told
    assert SimpleCookie(askers["GET Mara"]("/")["HTTP_COOKIE"])
