"""XML that names files and addresses, through every door that reads XML: none is opened, none asked."""

import contextlib
from collections.abc import Callable

import pytest
from lxml import etree

from newsclip.articles.rules import extract
from newsclip.kernel.reasons import Refused
from newsclip.sources.rules.feeds import read_feed
from newsclip.sources.rules.opml import read_opml
from newsclip.sources.rules.sitemaps import read_sitemap
from newsclip.sources.tests.fakes import NOW
from tests.loopback import serving

URL = "https://press.example/feed"
CANARY = "a word that only the file holds"
DOORS: dict[str, Callable[[bytes], object]] = {
    "feed": lambda body: read_feed(body, url=URL, now=NOW),
    "sitemap": lambda body: read_sitemap(body, url=URL, now=NOW),
    "list": read_opml,
    "page": lambda body: extract(body, URL),
}
ROOTS = {
    "feed": "<rss><channel><title>{0}</title><item><title>{0}</title><link>http://a.example/</link></item></channel></rss>",
    "sitemap": "<urlset><url><loc>http://a.example/{0}</loc></url></urlset>",
    "list": '<opml><head><title>{0}</title></head><body><outline xmlUrl="http://a.example/"/>{0}</body></opml>',
    "page": "<html><body><p>{0}</p></body></html>",
}
WAYS = {
    "entity": ('<!DOCTYPE x [<!ENTITY e SYSTEM "{0}">]>', "&e;"),
    "parameter entity": ('<!DOCTYPE x [<!ENTITY % p SYSTEM "{0}"> %p;]>', "&e;"),
    "external DTD": ('<!DOCTYPE x SYSTEM "{0}">', "&e;"),
    "style sheet": ('<?xml-stylesheet href="{0}"?>', ""),
    "XInclude": ("", '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{0}" parse="text"/>'),
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("way", WAYS)
def test_no_document_has_a_file_read_or_an_address_asked(tmp_path, door, way):
    file = tmp_path / "canary.txt"
    file.write_text(CANARY)
    with serving() as server:
        for target in (file.as_uri(), str(file), server.url("/canary")):
            head, inside = (part.replace("{0}", target) for part in WAYS[way])
            body = f'<?xml version="1.0"?>{head}{ROOTS[door].format(inside)}'
            with contextlib.suppress(Refused):
                assert CANARY not in repr(DOORS[door](body.encode()))
        assert server.requests == []


def test_a_parser_that_believes_entities_is_noticed(tmp_path):
    file = tmp_path / "canary.txt"
    file.write_text(CANARY)
    body = WAYS["entity"][0].replace("{0}", file.as_uri()) + "<x>&e;</x>"
    parser = etree.XMLParser(resolve_entities=True, load_dtd=True)
    assert CANARY in etree.fromstring(body.encode(), parser).text
