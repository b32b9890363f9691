"""Light or dark, and how large the text is: chosen without an account or a script, and shown to nobody else."""

from http import HTTPStatus

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client, RequestFactory

from newsclip.accounts.models import Reader
from newsclip.web.appearance import COOKIE
from newsclip.web.caching.page_cache import PageCache
from newsclip.web.tests.kept import answered

pytestmark = pytest.mark.django_db
YEAR = 365 * 24 * 3600


def root(client, path="/about") -> str:
    """The first tag of a page."""
    return client.get(path).content.decode().partition("<html ")[2].partition(">")[0]


def choose(client, **form):
    return client.post("/appearance", {"next": "/about", **form})


def test_a_page_looks_as_the_device_does_until_somebody_chooses(client):
    page = client.get("/about").content.decode()
    assert "data-theme" not in page
    assert "data-size" not in page
    assert '<meta name="color-scheme" content="light dark">' in page


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_is_kept_for_a_year_and_the_browsers_own_parts_follow(client, theme):
    answer = choose(client, theme=theme)
    assert (answer.status_code, answer["Location"]) == (HTTPStatus.FOUND, "/about")
    assert answer.cookies[COOKIE]["max-age"] == YEAR
    page = client.get("/trending").content.decode()
    assert f' data-theme="{theme}"' in page
    assert f'<meta name="color-scheme" content="{theme}">' in page


def test_theme_and_size_are_chosen_one_by_one(client):
    choose(client, theme="dark")
    choose(client, size="larger")
    assert 'data-theme="dark" data-size="larger"' in root(client)
    choose(client, theme="")
    assert "data-theme" not in root(client)
    assert 'data-size="larger"' in root(client)


def test_to_go_back_to_what_the_device_has_takes_the_cookie_away(client):
    choose(client, theme="dark")
    assert choose(client, theme="").cookies[COOKIE].value == ""


@pytest.mark.parametrize("cookie", ["", ".", "dark", "dark.large.x", 'dark" onload="x.large', "blue.huge", "." * 5000])
def test_a_cookie_of_somebody_elses_making_says_nothing_of_its_own(client, cookie):
    client.cookies[COOKIE] = cookie
    said = root(client)
    assert "onload" not in said
    assert "blue" not in said
    assert client.get("/about").status_code == HTTPStatus.OK


def test_what_is_no_theme_changes_nothing(client):
    choose(client, theme="dark")
    choose(client, size="9" * 1000)
    assert 'data-theme="dark"' in root(client)


def test_every_page_has_the_choice_at_its_head_and_foot_and_the_settings_among_them(signed_in, clip):
    for path, times in (("/", 2), (f"/c/{clip.slug}", 2), ("/accounts/email/", 2), ("/settings", 3)):
        assert signed_in.get(path).content.decode().count('name="theme" value="dark"') == times, path


def test_a_suspended_reader_may_still_choose_their_colours(signed_in, mara, now):
    Reader.objects.filter(pk=mara.pk).update(suspended_until=now.replace(year=now.year + 1))
    assert choose(signed_in, theme="dark").cookies[COOKIE].value == "dark."


def test_the_front_page_that_is_made_once_for_all_is_made_for_each_appearance(client, sharing, clip):
    looks = []
    for name, theme in (("mara", "dark"), ("nils", ""), ("olin", "light"), ("pia", "dark")):
        browser = Client()
        browser.force_login(Reader.objects.create(username=name))
        choose(browser, theme=theme)
        looks.append((name, theme, browser.get("/").content.decode()))
    for name, theme, page in looks:
        assert (f'data-theme="{theme}"' in page) is bool(theme), name
        assert name in page


@pytest.fixture
def kept_site():
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield PageCache(WSGIHandler(), clock=lambda: 1000.5)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_a_page_that_is_kept_for_strangers_is_nobodys_dark_one(kept_site, clip):
    def page(cookie: str = "") -> str:
        factory = RequestFactory()
        factory.cookies.load({COOKIE: cookie} if cookie else {})
        return answered(kept_site, factory.get("/about").environ).content.decode()

    assert 'data-theme="dark"' in page("dark.")
    assert "data-theme" not in page()
    assert 'data-theme="light"' in page("light.large")
    assert "data-theme" not in page()
