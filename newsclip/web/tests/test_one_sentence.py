"""One sentence to share and to embed, and one that a reader doubted."""

import re

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.clips.models import Correction
from newsclip.community import actions
from newsclip.kernel.spans import digest_of
from newsclip.options import OPTIONS
from newsclip.web.tests import factories

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
    assert f">{SAID}</ins>" in body(answer)
    assert "no longer says this sentence" in body(answer)


@pytest.mark.parametrize("key", ["3", "nothing", "<b>", "é"])
def test_a_sentence_that_nobody_knows_is_not_shown(client, clip, key):
    answer = shared(client, clip, key)
    assert answer.status_code == 404
    assert f"/c/{clip.slug}" in body(answer)


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
        assert re.search(r'Doubt it</a> <span class="quiet">\(you sign in first\)', body(client.get(page)))
    client.force_login(Reader.objects.create(username="mara"))
    assert "(you sign in first)" not in body(client.get(f"/c/{clip.slug}"))


def test_a_sentence_says_to_its_doubter_alone_that_they_doubted_it(client, clip):
    mara = Reader.objects.create(username="mara")
    actions.challenge(mara, clip, SAID, now=timezone.now(), why="Is it so?")
    assert "you doubted this" not in body(client.get(f"/c/{clip.slug}"))
    client.force_login(Reader.objects.create(username="nils"))
    assert "you doubted this" not in body(client.get(f"/c/{clip.slug}"))
    client.force_login(mara)
    page = body(client.get(f"/c/{clip.slug}"))
    assert page.count("you doubted this") == 1
    assert f'href="/s/{clip.story_id}/suggestions#doubts">You doubted it' in page


def test_after_a_doubt_the_way_back_is_there(client, clip):
    page = body(client.get(f"/s/{clip.story_id}/suggestions"))
    assert f'href="/c/{clip.slug}">Back to the clip</a>' in page
    assert re.search(rf'href="/c/{clip.slug}"[^>]*>{re.escape(clip.headline)}</a>', page)
