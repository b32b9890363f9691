"""Pages of names lead to the words themselves, also where these stand within a sentence."""

import pytest
from django.utils import timezone

from newsclip.clips.models import Mention
from newsclip.kernel.spans import digest_of
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def test_a_quotation_within_a_sentence_can_be_linked_to_on_the_page_of_evidence(client):
    clip = factories.ferry()
    words = "brought ashore by lifeboat within three hours"
    Mention.objects.create(
        clip=clip, key="ilse-varga", last="varga", bearer=clip.story_id, kind="person", name="Ilse Varga", text=words,
        at=timezone.now(),
    )  # fmt: skip
    page = client.get(f"/c/{clip.slug}/evidence").content.decode()
    assert page.count(f'<span id="q{digest_of(words)}"></span>') == 1
