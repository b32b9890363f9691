"""A+ by the rules of MDN's HTTP Observatory, on a site that is served over https."""

import os
import subprocess
import sys
from http.cookies import SimpleCookie

import pytest

from newsclip.web.tests import observatory

pytestmark = pytest.mark.django_db
BEST = 100
COOKIE_NAMES = {"__Host-sessionid", "__Host-csrftoken", "__Host-django_language"}


@pytest.fixture
def https(settings):
    """What newsclip/settings.py says where the site's address begins with https."""
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 31_536_000, True
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = settings.LANGUAGE_COOKIE_SECURE = True


@pytest.mark.parametrize("path", ["/", "/about", "/accounts/login/", "/accounts/signup/", "/search?q=x", "/no-such"])
def test_every_page_over_https_is_given_an_a_plus(client, https, path):
    answer = client.get(path, secure=True)
    assert observatory.score(answer.headers, list(answer.cookies.values()), answer.content) >= BEST + 30


SPOILT = {
    "Content-Security-Policy": [None, "default-src 'self'; script-src 'self' 'unsafe-inline'", "default-src *",
                                "default-src 'none'; script-src https:; object-src 'none'"],
    "Strict-Transport-Security": [None, "max-age=86400"],
    "Referrer-Policy": ["unsafe-url"],
    "X-Content-Type-Options": [None],
    "Cross-Origin-Resource-Policy": ["all"],
}  # fmt: skip


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in SPOILT.items() for value in values])
def test_each_rule_takes_points_from_a_page_that_breaks_it(client, https, name, value):
    answer = client.get("/about", secure=True)
    good = observatory.score(answer.headers, [], answer.content)
    headers = {**answer.headers}
    headers.pop(name)
    if value is not None:
        headers[name] = value
    assert observatory.score(headers, [], answer.content) < good


@pytest.mark.parametrize(
    "cookie",
    ["sessionid=x; HttpOnly; SameSite=Lax", "sessionid=x; Secure; SameSite=Lax", "csrftoken=x; Secure"],
)
def test_each_rule_of_cookies_takes_points(cookie):
    assert observatory.cookies(list(SimpleCookie(cookie).values()), hsts=False) < 0


def test_a_script_of_another_host_takes_points():
    assert observatory.integrity(b'<html><script src="https://cdn.example/a.js"></script></html>') < 0


def test_over_https_cookies_belong_to_this_host_alone_and_subdomains_are_asked_by_https_too():
    """The settings are read once at start, so another process reads them."""
    asked = (
        "from newsclip import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.LANGUAGE_COOKIE_NAME,"
        "s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.LANGUAGE_COOKIE_SECURE, s.SECURE_HSTS_INCLUDE_SUBDOMAINS,"
        "s.SECURE_HSTS_SECONDS)"
    )
    environment = {**os.environ, "NEWSCLIP_SITE_URL": "https://news.example", "NEWSCLIP_SECRET_KEY": "x" * 50}
    command = [sys.executable, "-c", asked]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 our own
    words = said.stdout.split()
    assert set(words[:3]) == COOKIE_NAMES
    assert words[3:] == ["True"] * 4 + ["31536000"]


def test_who_signs_out_leaves_nothing_in_the_browsers_cache(client):
    answer = client.post("/accounts/logout/")
    assert answer["Clear-Site-Data"] == '"cache"'
    assert "no-store" in answer["Cache-Control"]
