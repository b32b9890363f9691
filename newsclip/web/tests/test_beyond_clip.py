"""What reports tell and the clip does not stands in the table of the story's page, and in its JSON."""

import pytest
from lxml import html

from newsclip.clips.models import Clip
from newsclip.web.tests import factories
from newsclip.web.tests.other_languages import told_in

pytestmark = pytest.mark.django_db
BLADE = "Divers of the navy found a bent propeller blade beneath the Sabine."
BLADE_TOO = "Beneath the Sabine, divers of the navy found a propeller blade that was bent."
SOUP = "At midnight Brandt ladled pumpkin soup for lorry drivers in a canteen."


@pytest.fixture
def clip() -> Clip:
    clip = factories.ferry()
    told_in(clip, "en", "Coast Courier", "The Sabine on the rocks", text=BLADE)
    told_in(clip, "en", "Bay Bulletin", "A long night", text=f"{BLADE_TOO}\n\n{SOUP}")
    return clip


def story_page(client, clip, asked=""):
    return html.fromstring(client.get(f"/s/{clip.story_id}{asked}").content.decode())


def group(page, name):
    (found,) = [one for one in page.cssselect(".coverage tbody") if name in one.text_content().splitlines()[0]]
    return found.cssselect("tr:not(.group)")


def test_what_several_tell_and_the_clip_does_not_has_a_row_whose_signs_lead_to_their_words(client, clip):
    page = story_page(client, clip)
    (row,) = group(page, "Not in the clip, reported by several")
    assert f"“{BLADE}”" in row.text_content()
    assert "2 of 5 publishers" in row.text_content()
    words = [page.get_element_by_id(link.get("href").removeprefix("#")).text_content() for link in row.cssselect("a")]
    assert [one.rpartition("”")[0] for one in words] == [f"“{BLADE}", f"“{BLADE_TOO}"]


def test_what_one_tells_alone_and_the_clip_does_not_stands_below(client, clip):
    (row,) = group(story_page(client, clip), "Not in the clip, reported by only one")
    assert SOUP in row.text_content()
    assert "Bay Bulletin" in row.text_content()


def test_of_muted_publishers_there_is_no_row(client, clip):
    (table,) = story_page(client, clip, "?mute=bay-bulletin.example").cssselect(".coverage")
    assert BLADE_TOO not in table.text_content()
    assert SOUP not in table.text_content()


def test_programs_get_the_same_rows_with_their_passages(client, clip):
    told = client.get(f"/api/stories/{clip.story_id}/coverage").json()
    assert [one["said"] for one in told["beyond"]] == [[BLADE], [SOUP]]
    assert all(passage["evidence"] for one in told["beyond"] for passage in one["passages"])
    assert client.get(f"/s/{clip.story_id}.json").json()["coverage"]["beyond"] == told["beyond"]


def test_what_is_not_in_the_clip_dims_nothing_on_it(client, clip):
    page = client.get(f"/c/{clip.slug}?alone=1").content.decode()
    assert BLADE not in page
    assert SOUP not in page
