"""When a kept page is made anew."""

import re

import pytest

from newsclip.web.caching.cache_version import AGES, Unknown
from newsclip.web.caching.page_cache import FRESH, SEEN
from newsclip.web.tests.kept import Site


@pytest.fixture
def site():
    return Site()


def test_a_page_is_rendered_once_a_change_while_what_it_says_of_ages_holds(site):
    site.get()
    for _ in range(AGES - 1):
        site.later(1)
        site.get()
    assert site.times == 1
    site.later(1)
    site.get()
    assert site.times == 2


def test_tables_that_do_not_say_their_version_are_asked_once_a_second(site):
    site.cache.version = Unknown
    for _ in range(3):
        site.get()
        site.get()
        site.later(1)
    assert site.times == 3


def test_what_was_written_while_a_page_was_made_is_seen_in_the_next_second(site):
    """The version is that from before: a write in between makes the page one of yesterday."""
    render = site.render

    def slow(environ, start_response):
        answer = render(environ, start_response)
        site.later(0, "fresh news")
        site.cache.site = render
        return answer

    site.cache.site = slow
    assert site.get().content == b"news for nobody"
    site.later(1)
    assert site.get().content == b"fresh news for nobody"


def test_a_clock_that_is_put_back_keeps_no_page_longer(site):
    site.get()
    site.later(-86_400)
    site.get()
    assert site.times == 2


def test_a_change_is_seen_when_the_page_is_no_longer_fresh(site):
    first = site.get()
    site.later(FRESH, "fresh news")
    assert site.get().content == b"fresh news for nobody"
    assert site.get()["ETag"] != first["ETag"]


def test_an_answer_that_came_out_the_same_keeps_its_etag(site):
    first = site.get()
    site.later(FRESH, "news")
    assert site.get(if_none_match=first["ETag"]).status_code == 304


def test_no_cache_on_the_way_may_show_a_page_longer_than_all_see_changes_in(site):
    """One in front goes by X-Accel-Expires: it shows the page to the end of the second named there."""
    site.get()
    site.later(0.4)
    answer = site.get()
    told = answer["Cache-Control"]
    assert FRESH + int(re.search(r"max-age=(\d+)", told)[1]) + int(re.search(r"revalidate=(\d+)", told)[1]) <= SEEN
    assert int(answer["X-Accel-Expires"][1:]) + 1 <= int(site.now) + SEEN
    site.later(1)
    assert site.get(if_none_match=answer["ETag"])["X-Accel-Expires"] == f"@{int(site.now) + SEEN - FRESH}"
