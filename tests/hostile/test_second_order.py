"""A public document names an inner address in every place that could be asked later; the whole reading follows it."""

import contextlib
from collections.abc import Callable

import pytest

from newsclip.adapters.egress import make_fetch
from newsclip.articles import actions as articles
from newsclip.articles.models import Article, Picture
from newsclip.articles.rules.image_reencode import encode
from newsclip.articles.tests.fakes import MemoryStore
from newsclip.kernel.reasons import Refused
from newsclip.sources import actions as sources
from newsclip.sources.actions import hubs
from newsclip.sources.models import Source, Subscription
from newsclip.sources.tests.fakes import NOW
from tests.hostile.rows import rows
from tests.hostile.test_addresses import EAGER, Recorded, is_inner
from tests.loopback import reply, serving

pytestmark = pytest.mark.django_db
PUBLIC = "public.attacker.example"
FEED = """<?xml version="1.0"?><?xml-stylesheet href="{0}"?>
<rss xmlns:a="http://www.w3.org/2005/Atom" xmlns:m="http://search.yahoo.com/mrss/"
xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:x="http://www.w3.org/2001/XInclude"><channel>
<title>News</title><link>{0}</link><a:link rel="hub" href="{0}"/><a:link rel="next" href="{0}"/>
<image><url>{0}</url></image>
<i:new-feed-url>{0}</i:new-feed-url><x:include href="{0}"/>
<item><title>A</title><link>http://public.attacker.example/page</link><enclosure url="{0}"/><m:content url="{0}"/>
<m:thumbnail url="{0}"/></item><item><title>B</title><link>{0}</link></item></channel></rss>"""
WORDS = (
    "<p>" + "The harbour of the invented town was opened on Tuesday by its mayor, who spoke at length. " * 8 + "</p>"
)
PAGE = """<html><head><title>The harbour opens</title><meta http-equiv="refresh" content="0; url={0}">
<meta property="og:image" content="{0}"><meta property="og:url" content="{0}"><link rel="canonical" href="{0}">
<link rel="apple-touch-icon" href="{0}"><link rel="alternate" type="application/rss+xml" href="{0}">
<link rel="hub" href="{0}"></head><body>
<article><h1>The harbour opens</h1><img srcset="{0} 2x" src="{0}">{1}{1}</article>"""


def test_nothing_that_a_document_names_leads_inside(hostile_data):
    second = [row for row in rows(hostile_data, "ssrf") if "via" in row]
    for target in sorted({row["target"] for row in second}):
        with serving() as server:
            world = Recorded({"dns": {PUBLIC: [["93.184.215.14"]]}}, server)
            feed = FEED.replace("{0}", target).encode()
            named = {"link": f'<{target}>; rel="hub", <{target}>; rel="next"', "refresh": f"0; url={target}"}
            server.answers |= {
                "/robots.txt": reply(200, f"Sitemap: {target}\n".encode()),
                "/doc": reply(200, feed, content_type="application/rss+xml", **named),
                "/page": reply(
                    200, PAGE.replace("{0}", target).replace("{1}", WORDS).encode(), content_type="text/html", **named
                ),
                "/map": reply(200, f"<sitemapindex><sitemap><loc>{target}</loc></sitemap></sitemapindex>".encode()),
            }
            fetch = make_fetch(user_agent="Test/1", loopback_ports=frozenset(), bounds=EAGER, lookup=world.lookup,
                               open_socket=world.open_socket)  # fmt: skip
            _read_everything(fetch, target)
            assert not [address for address in world.connected if is_inner(address)], target
            assert {"/doc", "/page", "/map"} <= set(server.paths())


def _read_everything(fetch, target: str) -> None:
    for path in ("/doc", "/map", "/page"):
        _try(lambda path=path: sources.add(f"http://{PUBLIC}{path}", fetch=fetch, now=NOW))
    _try(lambda: sources.add(target, fetch=fetch, now=NOW))
    _try(lambda: sources.import_opml(f'<opml><body><outline xmlUrl="{target}"/></body></opml>'.encode(), now=NOW))
    everything = Source.objects.exclude(kind=Source.Kind.SUBMISSIONS)
    for source in everything:
        for result in sources.look([source], fetch=fetch, now=NOW):
            articles.admit(source, result.entries, now=NOW)
    list(articles.read(list(Article.objects.all()), fetch=fetch, now=NOW))
    Picture.objects.get_or_create(url=target, defaults={"due_at": NOW})
    pictures = list(Picture.objects.all())
    list(articles.keep_pictures(pictures, fetch=fetch, encode=encode, store=MemoryStore(), now=NOW))
    list(hubs.ask_hubs(list(Subscription.objects.all()), callback="https://news.example/hub", fetch=fetch, now=NOW))


def _try(step: Callable[[], object]) -> None:
    with contextlib.suppress(Refused):
        step()
