"""Pages of names lead to the words themselves, also where these stand within a sentence."""

import pytest
from django.utils import timezone

from newsclip.clips.models import Mention
from newsclip.evidence.document import Sentence
from newsclip.kernel.spans import Passage, digest_of
from newsclip.web.pages.clip_document import Shown
from newsclip.web.pages.quotation_anchors import quotations_within
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def quoted(words):
    clip = factories.ferry()
    Mention.objects.create(
        clip=clip, key="ilse-varga", last="varga", bearer=clip.story_id, kind="person", name="Ilse Varga", text=words,
        at=timezone.now(),
    )  # fmt: skip
    return clip


def test_a_quotation_within_a_sentence_can_be_linked_to_on_the_page_of_evidence(client):
    words = "brought ashore by lifeboat within three hours"
    clip = quoted(words)
    page = client.get(f"/c/{clip.slug}/evidence").content.decode()
    assert page.count(f'<span id="q{digest_of(words)}"></span>') == 1


def test_it_is_found_in_a_sentence_that_has_other_spaces_and_marks_than_the_article(client):
    words = "brought ashore  by lifeboat\u00a0within three hours"
    clip = quoted(words)
    assert f'<span id="q{digest_of(words)}"></span>' in client.get(f"/c/{clip.slug}/evidence").content.decode()


def test_an_apostrophe_that_differs_makes_no_other_quotation():
    words = "The harbour’s bridge stays closed"
    clip = quoted(words)
    said = "She said: “The harbour's bridge stays closed.”"
    claim = Shown(3, Sentence(said, (Passage("7", 1, 0, len(said), digest_of(said)),)), ())
    assert quotations_within(clip, [claim]) == {3: [digest_of(words)]}
