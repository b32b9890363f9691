import json

import feedparser
import pytest
from lxml import etree

from newsclip.clips.models import Clip, Correction
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LISTS = ["", "/category/general", "/tag/sabine", "/source/ledger.example"]


@pytest.mark.parametrize("place", LISTS)
def test_every_list_has_an_atom_feed_that_reads_back(client, place):
    clip = factories.ferry()
    answer = client.get(f"{place}/feed.atom")
    feed = feedparser.parse(answer.content)
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert not feed.bozo
    (entry,) = feed.entries
    assert (entry.title, entry.link) == (clip.headline, f"http://localhost:8000/c/{clip.slug}")
    assert entry.summary == clip.summary
    assert [tag.term for tag in entry.tags] == ["General", "MarrowPoint", "Sabine", "Coastguard"]
    assert [link.href for link in entry.links if link.rel == "via"] == [s["url"] for s in clip.document["sources"]]


@pytest.mark.parametrize("place", LISTS)
def test_every_list_has_a_json_feed(client, place):
    clip = factories.ferry()
    answer = client.get(f"{place}/feed.json")
    feed = json.loads(answer.content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"http://localhost:8000{place}/feed.json"
    (item,) = feed["items"]
    assert item["external_url"] == clip.document["sources"][0]["url"]
    assert item["_newsclip"]["sources"] == clip.document["sources"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Northern Ledger hat 212 in 06.20 geändert."),
        ("fr", "Northern Ledger a remplacé 212 par 06.20."),
        ("it", "Northern Ledger changed 212 to 06.20."),
    ],
)
def test_corrections_are_fed_in_the_language_that_is_asked_for(client, language, said):
    reason, clip = "Northern Ledger changed 212 to 06.20.", factories.ferry()
    why = factories.changed(clip, "212", "06.20")
    Correction.objects.create(clip=clip, version=2, kind="revised", reasons=why, at=factories.NOON)
    told = {}
    for asked in (language, "en"):
        told[asked] = client.get("/corrections/feed.json", headers={"accept-language": asked})
        assert "Accept-Language" in told[asked]["Vary"]
    feed = json.loads(told[language].content)
    assert feed["items"][0]["title"] == said
    assert said in feed["items"][0]["content_html"]
    assert feed["language"] == (language if said != reason else "en")
    assert (told[language]["ETag"] == told["en"]["ETag"]) == (said == reason)


@pytest.mark.parametrize("place", LISTS)
def test_every_list_has_an_rss_feed_that_reads_back(client, place):
    clip = factories.ferry()
    answer = client.get(f"{place}/feed.rss")
    feed = feedparser.parse(answer.content)
    assert answer["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert not feed.bozo
    (entry,) = feed.entries
    assert (entry.title, entry.link, entry.id) == (clip.headline, *2 * [f"http://localhost:8000/c/{clip.slug}"])
    assert clip.document["sources"][0]["url"] in entry.summary


@pytest.mark.parametrize("form", ["atom", "rss", "json"])
def test_a_feed_that_did_not_change_answers_304(client, form):
    factories.ferry()
    first = client.get(f"/feed.{form}")
    assert client.get(f"/feed.{form}", headers={"if-none-match": first["ETag"]}).status_code == 304


def test_a_new_version_of_a_clip_changes_the_feed(client):
    factories.ferry()
    first = client.get("/feed.atom")
    Clip.objects.update(version=2)
    assert client.get("/feed.atom", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_no_control_character_breaks_a_feed(client):
    clip = factories.ferry()
    source = {**clip.document["sources"][0], "title": "A\x01 title\x0b", "publisher": "The\x02 Ledger"}
    document = {**clip.document, "sources": [source, *clip.document["sources"][1:]]}
    Clip.objects.update(headline="Ferry\x03 aground\x1f", summary="All\ufffe safe.", document=document)
    assert not feedparser.parse(client.get("/feed.atom").content).bozo
    assert client.get("/search/feed.atom", {"q": "ferry\x01"}).status_code == 200


def test_a_feed_without_clips_is_a_feed(client):
    feed = feedparser.parse(client.get("/feed.atom").content)
    assert not feed.bozo
    assert feed.entries == []


def test_a_feed_of_what_is_not_there_is_not_found(client):
    for place in ["/category/none", "/tag/none", "/source/none.example"]:
        assert client.get(f"{place}/feed.atom").status_code == 404


def test_markup_in_a_headline_stays_text_in_both_forms(client):
    factories.ferry(headline='Ferry <script>alert(1)</script> & "more"')
    assert b"<script>" not in client.get("/feed.atom").content
    item = json.loads(client.get("/feed.json").content)["items"][0]
    assert item["title"] == 'Ferry <script>alert(1)</script> & "more"'
    assert "<script>" not in item["content_html"]


def test_a_search_can_be_followed(client):
    clip = factories.ferry()
    factories.index(clip)
    feed = json.loads(client.get("/search/feed.json", {"q": "ferry"}).content)
    assert [item["title"] for item in feed["items"]] == [clip.headline]
    assert feed["feed_url"] == "http://localhost:8000/search/feed.json?q=ferry"


def test_an_entry_in_another_language_says_so_and_runs_in_its_own_direction(client):
    factories.ferry()
    Clip.objects.update(language="ar", summary="كل الركاب بخير.")
    assert b'<entry xml:lang="ar">' in client.get("/feed.atom").content
    (item,) = json.loads(client.get("/feed.json").content)["items"]
    assert item["language"] == "ar"
    assert '<p dir="auto" lang="ar">كل' in item["content_html"]


def test_a_language_that_no_xml_can_hold_breaks_no_feed(client):
    factories.ferry()
    Clip.objects.update(language="e\ufffen")
    assert etree.fromstring(client.get("/feed.atom").content).find("{*}entry").get(XML_LANG) == "en"
