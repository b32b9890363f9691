"""Clips that name somebody in a sentence stand on the page of the name."""

import pytest
from django.utils import timezone

from newsclip import wiring
from newsclip.clips import actions as clips
from newsclip.clips import queries
from newsclip.clips.models import Clip, Mention
from newsclip.clips.queries.naming_clips import has_name
from newsclip.clips.rules.mentions import key_of
from newsclip.web.tests import factories
from newsclip.web.tests.test_names import body

pytestmark = pytest.mark.django_db


def wendt(clip: Clip) -> Clip:
    """A clip that names the minister in a sentence alone, beside people of the one that has him as a hashtag."""
    said = named("The minister, Casper Wendt, said he would sail on Monday.")
    list(clips.name([clip, said]))
    tagged(clip, "Casper Wendt")
    return said


def tagged(clip: Clip, name: str) -> None:
    Mention.objects.create(
        clip=clip, key=key_of(name), last=key_of(name).rpartition("-")[2], bearer=clip.story_id, kind="other",
        name=name,
        hashtag=name.replace(" ", "").lower(), at=clip.published,
    )  # fmt: skip


def named(headline: str) -> Clip:
    """Another clip, which search finds."""
    said = factories.ferry(1, headline=headline, at=timezone.now())
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


def test_a_clip_of_somebody_else_of_the_name_is_not_theirs(client, clip):
    other = named("Ada Holm, 19, swam across the strait, she said.")
    list(clips.name([clip]))
    tagged(clip, "Ada Holm")
    shown = body(client, "/name/ada-holm")
    assert other.slug not in shown
    assert "1 clip with this name" in shown
    assert '<a href="/people">Person</a>' not in shown


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("Annual fees rise.", False), ("Ann-Marie sails.", False), ("Jo-Ann sails.", False),
        ("“Ann’s boat sails.”", True), ("An Ann-led crew sails.", True),
    ],
)  # fmt: skip
def test_a_name_stands_there_as_a_whole_word(text, is_there):
    assert has_name(text, "Ann", "en") is is_there


def test_a_script_that_writes_no_spaces_has_no_ends_of_words():
    assert has_name("小林花子は泳いだ。", "小林花子", "ja")
