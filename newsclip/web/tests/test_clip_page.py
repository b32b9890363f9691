import json
import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client

from newsclip.articles.models import Article, Revision
from newsclip.clips import actions
from newsclip.clips.models import Clip, Correction, Redirect
from newsclip.kernel import canonical
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_part_of_a_clip_is_on_its_page(client):
    clip = factories.ferry()
    body = page(client, f"/c/{clip.slug}")
    for part in [
        "Newsclip", "Social news discovery", "General</a>", clip.headline, "24 November 2026", "#MarrowPoint",
        "Share on X", "Share on Facebook", "Share on LinkedIn", "The ferry Sabine lies on a sandbank",
        "Tove Lindqvist", "Calm aboard", "“We felt a long scrape", "Ilse Varga", "harbour master",
        "passed its last inspection in March", "Conclusion", "Timeline", "Where the sources disagree",
        "Read more about",
        "Source references<", "https://ledger.example/news/0/sabine", "They were very lucky.",
        "3 articles, 3 independent reports", "as JSON",
    ]:  # fmt: skip
        assert part in body, part


def test_every_sentence_leads_to_its_passage_on_the_same_page(client):
    clip = factories.ferry()
    body = page(client, f"/c/{clip.slug}")
    leads = re.findall(r'class="claim" id="s\d+" href="#(p\d+)"', body)
    panels = re.findall(r'class="panel" id="(p\d+)"', body)
    assert len(leads) == len(set(leads)) > 15
    assert set(leads) == set(panels)


def test_the_picture_has_its_size_its_words_and_no_foreign_address(client):
    clip = factories.ferry()
    body = page(client, f"/c/{clip.slug}")
    assert 'src="/media/sabine-0.jpg" width="1200" height="675" alt="The ferry Sabine lies on a sandbank"' in body
    assert "https://harbourtimes.example/pictures" not in body


def test_a_picture_that_is_not_kept_yet_is_not_shown(client):
    factories.Picture.objects.all().delete()
    clip = factories.ferry()
    factories.Picture.objects.update(name="")
    body = page(client, f"/c/{clip.slug}")
    assert "lead-picture" not in body
    assert "/media/" not in body


def test_markup_in_a_publishers_words_stays_text(client):
    evil = '</script><img src=x onerror=alert(1)>&"'
    clip = factories.ferry(headline=f"Ferry {evil}")
    body = page(client, f"/c/{clip.slug}")
    assert "<img src=x" not in body
    assert json_ld(body)["headline"] == f"Ferry {evil}"


def json_ld(body: str) -> dict:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', body, re.DOTALL)
    return json.loads(found.group(1))


def test_json_ld_names_the_articles_it_is_based_on(client):
    clip = factories.ferry()
    about = json_ld(page(client, f"/c/{clip.slug}"))
    assert about["@type"] == "NewsArticle"
    assert about["isBasedOn"] == [s["url"] for s in clip.document["sources"]]
    assert about["citation"][1]["publisher"]["name"] == "Northern Ledger"


def test_metadata_for_previews_is_absolute(client):
    clip = factories.ferry()
    body = page(client, f"/c/{clip.slug}")
    for tag in [
        f'<link rel="canonical" href="http://localhost:8000/c/{clip.slug}">',
        '<meta property="og:type" content="article">',
        '<meta property="og:image" content="http://localhost:8000/c/ferry-aground-off-marrow-point/card.png?v=1">',
        '<meta name="twitter:card" content="summary_large_image">',
        '<meta property="article:tag" content="MarrowPoint">',
    ]:
        assert tag in body, tag


def test_the_document_is_served_as_the_bytes_of_its_digest(client):
    clip = factories.ferry()
    body = json.loads(client.get(f"/c/{clip.slug}.json").content)
    digest = body.pop("digest")
    assert canonical.digest(body) == digest


def test_evidence_marks_the_words_in_their_paragraph(client):
    clip = factories.ferry()
    body = page(client, f"/c/{clip.slug}/evidence")
    assert "<mark>Two people were treated for bruises at the harbour clinic.</mark>" in body
    assert 'on Tuesday<span class="unseen">]</span></del>' in body
    assert "#:~:text=Two%20people" in body


def test_words_that_no_longer_match_their_digest_are_not_shown_as_evidence(client):
    clip = factories.ferry()
    factories.Revision.objects.update(title="Something else", text="Something else entirely.")
    answer = client.get(f"/c/{clip.slug}/evidence")
    assert answer.status_code == 410
    assert "<mark>Something" not in answer.content.decode()


def test_a_page_takes_few_queries(client, django_assert_max_num_queries):
    clip = factories.ferry()
    for place in range(1, 6):
        factories.ferry(place)
    list(actions.name([clip]))
    assert connection.features.supports_json_field  # Django asks once in a process, with three queries
    with django_assert_max_num_queries(34):  # three of them for what is not known yet, once for each version
        client.get(f"/c/{clip.slug}")
    with django_assert_max_num_queries(30):
        client.get(f"/c/{clip.slug}")


@pytest.mark.parametrize("rest", ["", ".json", "/evidence", "/share/mastodon"])
def test_every_address_that_a_clip_had_leads_to_it(client, rest):
    clip = factories.ferry()
    Redirect.objects.create(slug="ferry-in-trouble", clip=clip)
    answer = client.get(f"/c/ferry-in-trouble{rest}")
    assert (answer.status_code, answer["Location"]) == (301, f"/c/{clip.slug}{rest}")


def test_what_was_put_right_is_shown_on_the_clip(client):
    clip = factories.ferry()
    now = "Two people were treated for bruises at the harbour clinic."
    Correction.objects.create(
        clip=clip, version=1, kind="revised", reasons=factories.changed(clip, "212", "06.20"), at=factories.NOON,
        sentences=[{"before": "Nine people were treated.", "after": now}],
    )  # fmt: skip
    body = page(client, f"/c/{clip.slug}")
    assert "Northern Ledger changed 212 to 06.20." in body
    assert '<del dir="auto">Nine people were treated.</del>' in body
    assert body.count('<span class="new-mark" lang="en">corrected</span>') == 1


@pytest.mark.parametrize("path", ["/c/{slug}", "/corrections", "withdrawn"])
def test_who_mutes_a_publisher_is_shown_no_words_that_a_clip_said_once(client, path):
    clip = factories.ferry()
    gone = [{"before": "Nine people were treated.", "after": ""}]
    told = factories.changed(clip, "212", "06.20")
    Correction.objects.create(clip=clip, version=1, kind="revised", reasons=told, at=factories.NOON, sentences=gone)
    if path == "withdrawn":
        Clip.objects.filter(pk=clip.pk).update(state="withdrawn", code="not_supported")
    where = path.replace("withdrawn", "/c/{slug}").format(slug=clip.slug)
    assert "Nine people were treated." in client.get(where).content.decode()
    client.cookies["muted"] = "once-a-source.example"
    assert "Nine people were treated." not in client.get(where).content.decode()


@pytest.mark.parametrize("path", ["/corrections", "withdrawn"])
def test_where_a_reader_mutes_all_publishers_of_a_clip_no_word_of_theirs_is_left(client, path):
    clip = factories.ferry()
    told = factories.changed(clip, "212", "06.20")
    Correction.objects.create(clip=clip, version=1, kind="revised", reasons=told, at=factories.NOON)
    if path == "withdrawn":
        Clip.objects.filter(pk=clip.pk).update(state="withdrawn", code="not_supported")
    where = path.replace("withdrawn", f"/c/{clip.slug}")
    sources = clip.document["sources"]
    theirs = [clip.headline, "06.20", *(source["title"] for source in sources if path == "withdrawn")]
    whole = unescape(client.get(where).content.decode())
    assert [words for words in theirs if words not in whole] == []
    client.cookies["muted"] = "!".join(source["domain"] for source in sources)
    left = unescape(client.get(where).content.decode()).partition("<main")[2]
    assert [words for words in (*theirs, *(source["publisher"] for source in sources)) if words in left] == []
    assert "Only publishers that you muted report this" in left


def test_what_was_put_right_on_a_clip_is_told_without_a_muted_publishers_words(client):
    clip = factories.ferry()
    told = factories.changed(clip, "212", "06.20")
    Correction.objects.create(clip=clip, version=1, kind="revised", reasons=told, at=factories.NOON)
    client.cookies["muted"] = "ledger.example"
    left = page(client, f"/c/{clip.slug}")
    assert "changed 212 to 06.20" not in left
    assert "A publisher that you muted changed something." in left


def test_who_mutes_another_publisher_reads_what_was_put_right(client):
    clip = factories.ferry()
    told = factories.changed(clip, "212", "06.20")
    Correction.objects.create(clip=clip, version=1, kind="revised", reasons=told, at=factories.NOON)
    client.cookies["muted"] = "once-a-source.example"
    left = client.get("/corrections").content.decode()
    assert clip.headline in left
    assert "06.20" in left


def test_a_correction_is_told_twice_at_most_before_the_story_begins(client):
    clip = factories.ferry()
    said = [clip.headline, clip.document["summary"]["sentences"][0]["text"]]
    changed = [{"before": f"Once: {words}", "after": words} for words in said]
    Correction.objects.create(
        clip=clip, version=1, kind="revised", reasons=factories.changed(clip, "212", "06.20"), at=factories.NOON,
        sentences=changed,
    )  # fmt: skip
    Clip.objects.filter(pk=clip.pk).update(version=2)
    before = page(client, f"/c/{clip.slug}").split("<section")[0].split("<article")[1]
    shown = re.sub(r"<[^>]*>", " ", before)
    assert len(re.findall(r"\bcorrected\b", shown, re.IGNORECASE)) == 2


def test_what_mutes_a_publisher_says_whom(client):
    assert ">Mute Northern Ledger</a>" in page(client, f"/c/{factories.ferry().slug}")


def test_the_head_says_when_the_newest_article_is_from_and_when_it_was_corrected_here(client):
    clip = factories.ferry()
    Clip.objects.filter(pk=clip.pk).update(version=2)
    assert "Latest article: <time" in page(client, f"/c/{clip.slug}")
    assert '<a href="#made">Clip updated: <time' in page(client, f"/c/{clip.slug}")
    Correction.objects.create(
        clip=clip, version=2, kind="revised", reasons=factories.changed(clip, "212", "06.20"), at=factories.NOON
    )
    body = page(client, f"/c/{clip.slug}")
    assert '<a href="#corrections">Clip corrected: <time' in body
    assert 'id="corrections"' in body


def test_sentences_whose_words_a_publisher_changed_are_marked_until_the_clip_is_written_anew(client):
    clip = factories.ferry()
    assert "changed by the publisher since" not in page(client, f"/c/{clip.slug}")
    old = Revision.objects.get(text__contains="Two people were treated for bruises")
    text = old.text.replace("Two people were treated for bruises", "Three people were treated for bruises")
    Article.objects.filter(pk=old.article_id).update(revisions=2)
    Revision.objects.create(article_id=old.article_id, number=2, at=factories.NOON, title=old.title, text=text)
    body = page(client, f"/c/{clip.slug}")
    assert body.count("changed by the publisher since") == 1
    assert "has since changed these words" in body


@pytest.mark.parametrize("rest", ["", ".json", "/evidence", "/share/mastodon"])
def test_a_withdrawn_clip_keeps_its_address_and_says_why(client, rest):
    clip = factories.ferry()
    actions.withdraw(clip, "too_thin", now=factories.NOON)
    answer = client.get(f"/c/{clip.slug}{rest}")
    assert answer.status_code == 410
    assert b"withdrawn" in answer.content
    assert b"Lifeboats took 212 people off" not in answer.content


def test_no_list_shows_a_withdrawn_clip(client):
    clip = factories.ferry()
    factories.index(clip)
    actions.withdraw(clip, "too_thin", now=factories.NOON)
    lists = """/ /category/general /tag/sabine /source/ledger.example /search?q=ferry /feed.atom /tag/sabine/feed.json
        /sitemap-clips.xml /sitemap-news.xml /api/clips /api/search?q=ferry"""
    for path in lists.split():
        assert clip.slug not in client.get(path).content.decode(), path
    assert client.get(f"/api/clips/{clip.slug}").status_code == 410


def test_the_address_of_a_clip_whose_story_was_merged_leads_on_for_as_long_as_it_is(client):
    kept, gone = factories.ferry(), factories.ferry(1)
    gone.story.merged_into = kept.story
    gone.story.save()
    answer = client.get(f"/c/{gone.slug}/evidence")
    assert (answer.status_code, answer["Location"]) == (302, f"/c/{kept.slug}/evidence")
    assert Clip.objects.filter(pk=gone.pk).exists()


def test_words_that_came_without_encryption_say_so_to_readers_and_programs(client):
    clip = factories.ferry()
    note = "This publisher’s site sends its pages without encryption."
    assert note not in page(client, f"/c/{clip.slug}") + page(client, f"/c/{clip.slug}/evidence")
    lead = str(clip.document["headline"]["evidence"][0]["article"])
    Revision.objects.filter(article_id=lead).update(in_the_open=True)
    evidence = page(client, f"/c/{clip.slug}/evidence")
    passages = [p for claim in client.get(f"/api/clips/{clip.slug}/evidence").json() for p in claim["passages"]]
    assert note in evidence
    assert {p["article"] for p in passages if p["in_the_open"]} == {lead}
    assert note in page(client, f"/c/{clip.slug}")


def test_whatsapp_and_the_phones_own_way_stand_first_among_the_ways_to_share(client, clip):
    shown = client.get(f"/c/{clip.slug}").content.decode()
    places = [shown.index(words) for words in ("Share …", "Share on WhatsApp", "Share on X", "Share on LinkedIn")]
    assert places == sorted(places)
    assert shown.count("wa.me") == 1
