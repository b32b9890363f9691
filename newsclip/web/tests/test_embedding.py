"""A clip or one of its sentences on other sites: the page they frame, and what oEmbed (https://oembed.com) tells."""

import re
from urllib.parse import quote, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client

from newsclip.accounts.models import Reader
from newsclip.kernel.spans import digest_of
from newsclip.options import OPTIONS
from newsclip.web.pages.clip_document import Shown, Source, Words
from newsclip.web.pages.embedding import distinct_words
from newsclip.web.security_headers import harden
from newsclip.web.tests import factories
from newsclip.web.tests.every_route import addresses, read_whole
from newsclip.web.tests.test_permissions import town

pytestmark = pytest.mark.django_db
__all__ = ["town"]
SAID = "Two people were treated for bruises at the harbour clinic."
KEY = digest_of(SAID)
SITE = OPTIONS.site_url


@pytest.fixture
def clip():
    return factories.ferry()


def asked(client, url, **more):
    return client.get("/oembed", {"url": url, **more})


def source(told):
    """The address that the code to embed frames, as a path of ours."""
    (found,) = re.findall(r'<iframe src="([^"]+)"', told["html"])
    at = urlsplit(found.replace("&amp;", "&"))
    assert f"{at.scheme}://{at.netloc}" == SITE
    return f"{at.path}?{at.query}"


# oEmbed


def test_a_clip_is_told_as_a_frame_with_its_card(client, clip):
    told = asked(client, f"{SITE}/c/{clip.slug}", format="json").json()
    assert (told["version"], told["type"], told["title"]) == ("1.0", "rich", clip.headline)
    assert (told["provider_name"], told["provider_url"]) == (OPTIONS.site_name, f"{SITE}/")
    assert told["thumbnail_url"].startswith(f"{SITE}/c/{clip.slug}/card.png")
    assert clip.headline in client.get(source(told)).content.decode()


@pytest.mark.parametrize("names", ["/c/{slug}?sentence={key}", "/c/{slug}/embed?sentence={key}", "/c/{slug}#s{number}",
                                   "/c/{slug}#p{number}", "/c/{slug}/evidence#s{number}"])  # fmt: skip
def test_one_sentence_is_told_with_the_publishers_words_it_rests_on(client, clip, names):
    number = re.findall(rf'id="s(\d+)" href="#p\d+">{SAID}', client.get(f"/c/{clip.slug}").content.decode())[0]
    told = asked(client, SITE + names.format(slug=clip.slug, key=KEY, number=number)).json()
    assert told["title"] == SAID
    page = client.get(source(told)).content.decode()
    assert f"<mark>{SAID}</mark>" in page
    assert "Marrow Harbour Times" in page
    assert f'href="{SITE}/c/{clip.slug}#s{number}"' in page


def test_a_short_address_and_an_old_one_name_the_same_clip(client, clip):
    page = client.get(f"/c/{clip.slug}").content.decode()
    short = re.findall(r'<link rel="shortlink" href="([^"]+)">', page)[0]
    assert asked(client, short).json()["title"] == clip.headline


def test_the_clip_says_where_oembed_is_asked_for_it(client, clip):
    page = client.get(f"/c/{clip.slug}").content.decode()
    wanted = f"{SITE}/oembed?url={quote(f'{SITE}/c/{clip.slug}', safe='')}&amp;format=json"
    assert f'<link rel="alternate" type="application/json+oembed" href="{wanted}"' in page


def test_the_frame_is_no_larger_than_the_site_has_room_for(client, clip):
    told = asked(client, f"{SITE}/c/{clip.slug}", maxwidth=320, maxheight=200).json()
    assert (told["width"], told["height"]) == (320, 200)
    assert "thumbnail_url" not in told
    assert 'width="320" height="200"' in told["html"]


def test_xml_is_not_spoken(client, clip):
    assert asked(client, f"{SITE}/c/{clip.slug}", format="xml").status_code == 501


@pytest.mark.parametrize(
    "url", ["", "x", "http://[", "/c/{slug}", "https://elsewhere.example/c/{slug}", SITE + "/", SITE + "/c/none",
            SITE + "/c/{slug}?sentence=nothing", SITE + "/c/{slug}#s999", SITE + "/k/zzzzzzzzzzzz", SITE + "/s/1"],
)  # fmt: skip
def test_of_what_is_no_clip_of_ours_there_is_nothing(client, clip, url):
    assert asked(client, url.format(slug=clip.slug)).status_code == 404


@pytest.mark.parametrize("room", ["wide", "-1", "0", "9" * 9, "1.5", "²"])
def test_room_that_is_no_number_is_refused_in_words(client, clip, room):
    answer = asked(client, f"{SITE}/c/{clip.slug}", maxwidth=room)
    assert answer.status_code == 400
    assert b"whole numbers" in answer.content


def test_a_clip_that_was_withdrawn_is_not_told(client, clip):
    factories.Clip.objects.update(hidden=True)
    assert asked(client, f"{SITE}/c/{clip.slug}").status_code == 404


def test_words_of_a_headline_stay_words_in_the_code(client):
    clip = factories.ferry(headline='"><script>alert(1)</script>')
    assert "<script>" not in asked(client, f"{SITE}/c/{clip.slug}").json()["html"]


def test_the_code_to_embed_stands_in_a_field_to_copy_and_frames_nothing_here(client, clip):
    page = client.get(f"/c/{clip.slug}").content.decode()
    assert 'value="&lt;iframe src=&quot;' in page
    assert "<iframe" not in page


# The page that is framed


@pytest.mark.parametrize(("path", "whose"), [("embed.6a.css", "cross-origin"), ("site.6a.css", "same-origin")])
def test_in_a_sandbox_it_keeps_its_style_and_no_site_gets_another_file(rf, path, whose):
    answer = harden(lambda _: HttpResponse())(rf.get(f"/static/web/{path}"))
    assert answer["Cross-Origin-Resource-Policy"] == whose


def test_it_may_be_framed_by_any_site_runs_no_script_and_sets_no_cookie(client, clip):
    answer = client.get(f"/c/{clip.slug}/embed")
    assert "X-Frame-Options" not in answer.headers
    policy = answer["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "script-src" not in policy
    assert "default-src 'none'" in policy
    assert not answer.cookies
    assert "<script" not in answer.content.decode()
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_it_is_the_same_for_everybody(client, clip):
    before = client.get(f"/c/{clip.slug}/embed").content
    client.force_login(Reader.objects.create(username="mara"))
    client.cookies["mute"] = "ledger.example"
    assert client.get(f"/c/{clip.slug}/embed").content == before


@pytest.mark.slow
def test_no_other_page_may_be_framed(town):
    people, known = town
    client = Client(raise_request_exception=False)
    for person in (None, people["staff"]):
        if person:
            client.force_login(person)
        for name, path in addresses(known, people["member"]):
            answer = read_whole(client.get(path))
            framed = "X-Frame-Options" not in answer.headers or "frame-ancestors *" in answer["Content-Security-Policy"]
            assert framed == (name == "web:embed"), (name, path)


def test_a_quotation_names_who_said_it(client, clip):
    key = digest_of("The hull is sound and there is no sign of a leak")
    assert "— Piet Osgood, harbour master" in client.get(f"/c/{clip.slug}/embed?sentence={key}").content.decode()


def test_words_of_an_article_that_stand_there_already_are_not_shown_twice():
    one, other = (
        Source(n, str(n), "Ledger", "ledger.example", "Fog", "https://ledger.example/", None, "1") for n in (1, 2)
    )
    said = [Words(one, "The hull is sound"), Words(one, "hull"), Words(other, "hull"), Words(one, "Osgood")]
    shown = distinct_words(Shown(1, None, tuple(said)))
    assert [words.text for words in shown] == ["The hull is sound", "hull", "Osgood"]


def test_of_a_sentence_that_is_no_longer_said_the_frame_says_so_and_leads_on(client, clip):
    answer = client.get(f"/c/{clip.slug}/embed?sentence={digest_of('Another.')}")
    assert answer.status_code == 404
    assert "no longer says this sentence" in answer.content.decode()
    assert f'href="{SITE}/c/{clip.slug}"' in answer.content.decode()


def test_of_a_clip_that_was_withdrawn_the_frame_shows_no_word(client, clip):
    factories.Clip.objects.update(hidden=True)
    answer = client.get(f"/c/{clip.slug}/embed")
    assert answer.status_code == 410
    assert clip.headline not in answer.content.decode()
    assert "no longer published" in answer.content.decode()


def test_a_frame_follows_its_clip_to_another_address(client, clip):
    other = factories.ferry(1)
    clip.story.merged_into = other.story
    clip.story.save()
    assert client.get(f"/c/{clip.slug}/embed?sentence={KEY}")["Location"] == f"/c/{other.slug}/embed?sentence={KEY}"
