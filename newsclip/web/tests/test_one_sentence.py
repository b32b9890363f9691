"""One sentence to share and to embed, and one that a reader doubted."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Correction
from newsclip.community import actions
from newsclip.community.models import OWN_WORDS
from newsclip.kernel.spans import digest_of
from newsclip.options import OPTIONS
from newsclip.web.tests import factories
from newsclip.web.tests.test_own_words import OWN, judged

pytestmark = pytest.mark.django_db
SAID = "Two people were treated for bruises at the harbour clinic."
KEY = digest_of(SAID)


@pytest.fixture
def clip():
    return factories.ferry()


def body(answer):
    return answer.content.decode()


def shared(client, clip, key=KEY):
    return client.get(f"/c/{clip.slug}/sentence?sentence={key}")


def test_where_one_taps_a_sentence_one_can_share_it_and_get_the_code_to_embed_it(client, clip):
    page = body(client.get(f"/c/{clip.slug}"))
    alone = f"/c/{clip.slug}/sentence?sentence={KEY}"
    assert f'<a href="{alone}">Share it</a>' in page
    assert f'<a href="{alone}#embed">Embed it</a>' in page
    assert alone in body(client.get(f"/c/{clip.slug}/evidence"))


def test_the_page_of_a_sentence_shows_its_evidence_its_address_and_its_code(client, clip):
    page = body(shared(client, clip))
    assert f"<mark>{SAID}</mark>" in page
    (address,) = re.findall(r'id="share-url" type="text" readonly value="([^"]+)"', page)
    assert re.fullmatch(rf"{OPTIONS.site_url}/k/\w+\?sentence={KEY}", address)
    assert f"/c/{clip.slug}/embed?sentence={KEY}&quot;" in page
    assert page.count("data-copies=") == 2
    assert '<input id="q"' in page
    assert "Words(" not in page


def test_its_short_address_leads_to_it_and_oembed_knows_both(client, clip):
    page = body(shared(client, clip))
    (address,) = re.findall(r'<link rel="shortlink" href="([^"]+)"', page)
    answer = client.get(address.removeprefix(OPTIONS.site_url))
    assert answer["Location"] == f"/c/{clip.slug}/sentence?sentence={KEY}"
    for url in (address, f"{OPTIONS.site_url}/c/{clip.slug}/sentence?sentence={KEY}"):
        assert client.get("/oembed", {"url": url}).json()["title"] == SAID


def test_of_a_sentence_that_was_corrected_its_address_says_what_the_clip_says_now(client, clip):
    before = "Nine people were treated."
    pair = [{"before": before, "after": SAID}]
    Correction.objects.create(clip=clip, version=2, kind="revised", sentences=pair, at=timezone.now())
    answer = shared(client, clip, digest_of(before))
    assert answer.status_code == 410
    assert f">{before}</del>" in body(answer)
    assert f">{SAID}</a></ins>" in body(answer)
    assert "no longer says this sentence" in body(answer)


def corrected(clip, version, before, after):
    pair, at = [{"before": before, "after": after}], timezone.now() + timedelta(hours=version)
    Correction.objects.create(clip=clip, version=version, kind="revised", sentences=pair, at=at)


def test_what_was_corrected_twice_leads_to_what_stands_now(client, clip):
    corrected(clip, 2, "Nine people were treated.", "Three people were treated.")
    corrected(clip, 3, "Three people were treated.", SAID)
    page = body(shared(client, clip, digest_of("Nine people were treated.")))
    assert f'<a href="/c/{clip.slug}/sentence?sentence={KEY}">{SAID}</a></ins>' in page
    assert "Three people" not in page


@pytest.mark.parametrize("then", ["", "Some people were treated."])
def test_what_was_put_in_its_place_and_taken_back_too_is_not_shown(client, clip, then):
    corrected(clip, 2, "Nine people were treated.", "Three people were treated.")
    corrected(clip, 3, "Three people were treated.", then)
    answer = shared(client, clip, digest_of("Nine people were treated."))
    page = body(answer)
    assert (answer.status_code, ">Nine people were treated.</del>" in page) == (410, True)
    assert "<ins" not in page
    assert "people were treated." not in page.replace("Nine people were treated.", "")


@pytest.mark.parametrize("muted", ["harbourtimes.example", "elsewhere.example"])
def test_who_mutes_publishers_is_not_shown_what_a_clip_said_before(client, clip, muted):
    corrected(clip, 2, "Nine people were treated.", "")
    client.cookies["muted"] = muted
    answer = shared(client, clip, digest_of("Nine people were treated."))
    assert (answer.status_code, "Nine people" in body(answer)) == (410, False)
    assert "The clip no longer says this sentence." in body(answer)


def test_a_headline_of_muted_publishers_stands_nowhere_on_the_page_of_a_sentence(client, clip):
    client.cookies["muted"] = "harbourtimes.example"
    corrected(clip, 2, "Nine people were treated.", "")
    shown = client.get(f"/c/{clip.slug}").content.decode()
    assert clip.headline not in shown
    rest = re.findall(r"/sentence\?sentence=(\w+)\"", shown)
    for key in (KEY, "invented", digest_of("Nine people were treated."), *rest[:1]):
        assert clip.headline not in body(shared(client, clip, key)), key


def test_who_hides_a_models_own_words_is_told_that_this_is_why(client):
    clip = judged()
    client.post("/muted", {"source": OWN_WORDS, "mute": ""})
    page = body(shared(client, clip, digest_of(OWN)))
    assert "You hide sentences in a language model’s own words" in page
    assert (OWN in page, "Only publishers that you mute" in page) == (False, False)


@pytest.mark.parametrize("key", ["3", "nothing", "<b>", "é"])
def test_a_sentence_that_nobody_knows_is_not_shown(client, clip, key):
    answer = shared(client, clip, key)
    assert answer.status_code == 404
    assert f"/c/{clip.slug}" in body(answer)
    assert "The clip does not say this sentence." in body(answer)


def test_without_a_sentence_the_way_leads_to_the_clip(client, clip):
    assert client.get(f"/c/{clip.slug}/sentence")["Location"] == f"/c/{clip.slug}"


def test_a_sentence_of_a_clip_that_was_withdrawn_is_not_shown(client, clip):
    factories.Clip.objects.update(hidden=True)
    answer = shared(client, clip)
    assert (answer.status_code, SAID in body(answer)) == (410, False)


def test_a_sentence_of_muted_publishers_alone_is_not_shown(client, clip):
    client.cookies["muted"] = "harbourtimes.example"
    page = body(shared(client, clip))
    assert "Only publishers that you mute say this sentence." in page
    assert SAID not in page


# Doubts


def test_who_is_not_signed_in_is_told_so_before_they_doubt(client, clip):
    for page in (f"/c/{clip.slug}", f"/c/{clip.slug}/evidence"):
        assert re.search(r'Challenge it</a> <span class="quiet">\(sign in first\)', body(client.get(page)))
    client.force_login(Reader.objects.create(username="mara"))
    assert "(sign in first)" not in body(client.get(f"/c/{clip.slug}"))


def test_a_sentence_says_to_its_doubter_alone_that_they_doubted_it(client, clip):
    mara = Reader.objects.create(username="mara")
    actions.challenge(mara, clip, SAID, now=timezone.now(), why="Is it so?")
    assert "you challenged this" not in body(client.get(f"/c/{clip.slug}"))
    client.force_login(Reader.objects.create(username="nils"))
    assert "you challenged this" not in body(client.get(f"/c/{clip.slug}"))
    client.force_login(mara)
    page = body(client.get(f"/c/{clip.slug}"))
    assert page.count("you challenged this") == 1
    assert f'href="/s/{clip.story_id}/suggestions#doubts">See your challenge' in page


def test_after_a_doubt_the_way_back_is_there(client, clip):
    page = body(client.get(f"/s/{clip.story_id}/suggestions"))
    assert f'href="/c/{clip.slug}">Back to the clip</a>' in page
    assert re.search(rf'href="/c/{clip.slug}"[^>]*>{re.escape(clip.headline)}</a>', page)
