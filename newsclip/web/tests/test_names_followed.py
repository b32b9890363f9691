"""Names that are followed, and found by search."""

from datetime import timedelta
from random import Random

import pytest

from newsclip.clips import queries
from newsclip.clips.models import Mention
from newsclip.community import actions as community
from newsclip.community.models import Notice
from newsclip.kernel.reasons import Refused
from newsclip.ranking import queries as ranking
from newsclip.web.tests import factories
from newsclip.web.tests.test_names import SCRAPE, body, clip, other

__all__ = ["clip"]
pytestmark = pytest.mark.django_db


def follow(reader, key, now):
    community.follow(reader, "name", key, now=now)


def test_a_name_is_followed_and_left_by_its_page(signed_in, mara, clip, now):
    shown = body(signed_in, "/name/ilse-varga")
    assert 'name="kind" value="name"' in shown
    signed_in.post("/follow", {"kind": "name", "key": "ilse-varga"})
    assert 'aria-pressed="true"' in body(signed_in, "/name/ilse-varga")
    assert '<a href="/name/ilse-varga" dir="auto">Ilse Varga</a>' in body(signed_in, "/following")
    signed_in.post("/follow", {"kind": "name", "key": "ilse-varga", "undo": "1"})
    assert 'aria-pressed="false"' in body(signed_in, "/name/ilse-varga")


def test_a_name_that_no_clip_has_is_not_followed(mara, clip, now):
    with pytest.raises(Refused):
        follow(mara, "Karl Quist", now)


def test_one_of_two_namesakes_is_followed_alone(signed_in, mara, clip, now):
    row = other(1, "a singer")
    story = row.clip.story_id
    signed_in.post("/follow", {"kind": "name", "key": f"ilse-varga@{story}"})
    assert 'aria-pressed="true"' in body(signed_in, "/name/ilse-varga", story=str(story))
    assert 'aria-pressed="false"' in body(signed_in, "/name/ilse-varga", story=str(clip.story_id))
    assert f'href="/name/ilse-varga?story={story}"' in body(signed_in, "/following")
    assert {one.clip_id for one in queries.mentions_followed([f"ilse-varga@{story}"])} == {row.clip_id}


def test_what_a_followed_name_has_comes_first_on_ones_own_page_and_says_why(mara, clip, now):
    for place in range(5, 9):
        factories.ferry(place, at=now)
    other(2, "a teacher")
    follow(mara, "ilse-varga", now)
    page = ranking.for_you(mara, now=now, chance=Random(1), limit=3)  # noqa: S311
    assert {one.clip.pk for one in page[:2]} == {row.clip_id for row in Mention.objects.filter(key="ilse-varga")}
    assert page[0].placed.because == ("Ilse Varga",)


def test_who_follows_a_name_is_told_once_when_its_bearer_says_something(mara, nils, clip, now):
    follow(mara, "ilse-varga", now - timedelta(days=3))
    follow(nils, "ilse-varga", now)
    new = list(Mention.objects.filter(clip=clip))
    for _ in range(2):
        community.tell_of_names(clip, new, now=now)
    told = Notice.objects.get()
    assert (told.reader, told.kind) == (mara, "name")
    assert told.words == f"Ilse Varga is quoted: {SCRAPE}"


def test_who_mutes_the_publisher_is_not_told(mara, clip, now):
    follow(mara, "ilse-varga", now - timedelta(days=3))
    community.mute(mara, "source", "harbourtimes.example", now=now)
    assert community.tell_of_names(clip, list(Mention.objects.filter(clip=clip)), now=now) == 0


def test_a_name_cannot_be_muted(mara, clip, now):
    with pytest.raises(Refused):
        community.mute(mara, "name", "ilse-varga", now=now)


@pytest.mark.parametrize("words", ["Ilse Varga", "varga", "“ilse varga”"])
def test_a_search_for_a_name_offers_its_page_first(client, clip, words):
    shown = body(client, "/search", q=words)
    assert '<a href="/name/ilse-varga" dir="auto">Ilse Varga</a>, <span dir="auto">a teacher</span>' in shown


def test_a_search_for_two_of_one_name_offers_both(client, clip):
    row = other(1, "a singer")
    shown = body(client, "/search", q="Varga")
    assert f'<a href="/name/ilse-varga?story={row.clip.story_id}" dir="auto">Ilse Varga</a>' in shown
    assert f'<a href="/name/ilse-varga?story={clip.story_id}" dir="auto">Ilse Varga</a>' in shown


def test_a_search_for_other_words_offers_nobody(client, clip):
    assert "/name/" not in body(client, "/search", q="long scrape")
