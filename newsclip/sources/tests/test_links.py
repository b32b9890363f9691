import pytest

from newsclip.kernel.reasons import Refused
from newsclip.leases import claim
from newsclip.sources import actions, queries
from newsclip.sources.models import Source
from newsclip.sources.rules.links import read_links
from newsclip.sources.tests.fakes import NOW, Web

URL = "https://gazette.example/news/"
HTML = "text/html; charset=utf-8"


def box(path: str, title: str, day: int = 2) -> str:
    return f'<article><h2><a href="{path}">{title}</a></h2><time datetime="2026-03-0{day}">x</time></article>'


NEWS = "".join(box(f"/a{n}", f"The bridge of Fernby opens {n}") for n in range(4))


def links(inside: str) -> list[str]:
    reading = read_links(f"<!doctype html><html lang=en><body>{inside}".encode(), url=URL, now=NOW)
    return [entry.url.rpartition("/")[2] for entry in reading.entries]


def test_the_headings_that_repeat_are_the_articles_with_their_days():
    reading = read_links(f"<title>News</title>{NEWS}".encode(), url=URL, now=NOW)
    assert [entry.url.rpartition("/")[2] for entry in reading.entries] == ["a0", "a1", "a2", "a3"]
    assert reading.entries[0].title == "The bridge of Fernby opens 0"
    assert reading.entries[0].published.day == 2


def test_a_link_around_its_heading_counts_as_one_within_it():
    cards = "".join(f"<a href=/c{n}><img src=x><h3>Ferry number {n} is late</h3><p>More</p></a>" for n in range(3))
    assert links(f"<main>{cards}</main>") == ["c0", "c1", "c2"]


def test_menus_other_sites_topics_and_single_links_are_no_articles():
    noise = (
        "<nav><h2><a href=/n1>One two three</a></h2><h2><a href=/n2>One two three</a></h2></nav>"
        + box("https://elsewhere.example/x", "Another site tells this")
        + box("/tag/bridges", "All about our bridges")
        + "<p><a href=/lonely>This single link is long enough, though</a></p>"
    )
    assert links(noise + NEWS) == ["a0", "a1", "a2", "a3"]


def test_without_headings_long_links_of_one_form_count():
    rows = "".join(f"<li><a href=/r{n}>The council of Fernby votes on part {n}</a></li>" for n in range(3))
    assert links(f"<ul>{rows}</ul>") == ["r0", "r1", "r2"]


@pytest.mark.parametrize("page", ["", "<p>Text", box("/a", "Only one of them here"), "\x00" * 50])
def test_a_page_that_lists_nothing_says_so(page):
    assert read_links(page.encode(), url=URL, now=NOW).code == "no_links_found"


@pytest.mark.django_db
def test_a_page_without_a_feed_is_followed_for_its_links():
    web = Web()
    web.put(URL, NEWS.encode(), HTML)
    assert [result.code for result in actions.add(URL, fetch=web, now=NOW)] == ["added"]
    assert Source.objects.get().kind == "page"
    [result] = actions.look(claim(queries.due(NOW), now=NOW, limit=1), fetch=web, now=NOW)
    assert (result.code, len(result.entries)) == ("looked", 4)


@pytest.mark.django_db
def test_a_page_without_feed_or_list_is_refused():
    web = Web()
    web.put(URL, b"<!doctype html><p>About us", HTML)
    with pytest.raises(Refused) as refused:
        actions.add(URL, fetch=web, now=NOW)
    assert refused.value.code == "no_feed_found"
