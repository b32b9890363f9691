import pytest

from newsclip.sources.models import Discovery
from newsclip.sources.ports import FoundSource
from newsclip.sources.queries import found_at
from newsclip.sources.rules.discovery import read_page

HOME = "https://gazette.example/"


def page(head: str, url: str = HOME):
    return read_page(f"<!doctype html><html lang=en><head><title>Gazette</title>{head}".encode(), url)


def link(href: str, title: str = "", type_: str = "application/rss+xml") -> str:
    return f'<link rel="alternate" type="{type_}" href="{href}" title="{title}">'


def test_a_home_page_tells_its_feeds_each_content_once():
    found = page(
        link("/feed", "News RSS") + link("/atom", "News Atom", "application/atom+xml") + link("/sport", "Sport")
    )
    assert found.feeds == (("https://gazette.example/feed", "News RSS"), ("https://gazette.example/sport", "Sport"))
    assert (found.language, found.is_article) == ("en", False)


def test_comments_podcasts_and_other_languages_of_the_page_are_no_news_feeds():
    head = link("/comments/feed", "Comments") + link("/p", "Podcast") + link("/de", "Deutsch", "text/html")
    assert page(head).feeds == ()


def test_no_more_than_three_feeds_are_followed():
    assert len(page("".join(link(f"/{n}", f"part {n}x") for n in "abcdefg")).feeds) == 3


@pytest.mark.parametrize(
    ("head", "path", "is_article"),
    [
        ('<meta property="og:type" content="article">', "bridge", True),
        ('<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"]}]}</script>', "bridge", True),
        ("", "2026/03/02/bridge", True),
        ("", "fernby-bridge-opens-at-last", True),
        ("", "world", False),
        ('<meta property="og:type" content="article">', "", False),
        ('<script type="application/ld+json">{"@type":"WebSite"}</script>', "world", False),
        ('<script type="application/ld+json">{broken</script>', "world", False),
    ],
)
def test_an_article_is_told_from_a_page_of_links_by_simple_signs(head, path, is_article):
    assert page(head, HOME + path).is_article == is_article


def test_what_a_newer_release_tells_more_of_a_found_source_is_left_out():
    looked = Discovery(found=[{"url": HOME + "feed", "kind": "feed", "title": "Gazette", "of_tomorrow": 1}])
    assert found_at(looked) == [FoundSource(HOME + "feed", "feed", "Gazette")]
    assert found_at(None) == []
