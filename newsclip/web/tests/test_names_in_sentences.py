"""Clips that name somebody in a sentence stand on the page of the name."""

import pytest
from django.utils import timezone

from newsclip import wiring
from newsclip.clips import actions as clips
from newsclip.clips import queries
from newsclip.clips.models import Clip, Mention
from newsclip.web.tests import factories
from newsclip.web.tests.test_names import body

pytestmark = pytest.mark.django_db


def wendt(clip: Clip) -> Clip:
    """A clip that names the minister in a sentence alone; another one has him as a hashtag."""
    Mention.objects.create(
        clip=clip, key="casper-wendt", last="wendt", bearer=clip.story_id, kind="other", name="Casper Wendt",
        hashtag="casperwendt", at=clip.published,
    )  # fmt: skip
    said = factories.ferry(1, headline="The minister, Casper Wendt, said he would sail on Monday.", at=timezone.now())
    clips.index(list(queries.to_index()), index=wiring.search_index(), vectors=wiring.vector_index())
    return said


def test_clips_that_name_somebody_in_a_sentence_are_on_their_page_and_counted(client, clip):
    said = wendt(clip)
    shown = body(client, "/name/casper-wendt")
    assert f'href="/c/{said.slug}"' in shown
    assert f'href="/c/{clip.slug}"' in shown
    assert "2 clips with this name, in a quotation, a sentence or a hashtag" in shown


def test_who_speaks_in_a_sentence_is_a_person_and_without_quotation_that_is_said(client, clip):
    wendt(clip)
    shown = body(client, "/name/casper-wendt")
    assert '<a href="/people">Person</a>' in shown
    assert "No quotation of them yet." in shown


def test_a_clip_that_names_somebody_is_not_shown_to_who_mutes_its_publishers(client, clip):
    said = wendt(clip)
    client.cookies["muted"] = "!".join(source["domain"] for source in said.document["sources"])
    assert said.slug not in client.get("/name/casper-wendt").content.decode()
