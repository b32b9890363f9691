"""A hashtag that stands for one name and that name are one page, with one button."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsclip.clips.models import Hashtag, Mention
from newsclip.community import actions as community
from newsclip.community import queries
from newsclip.web.tests import factories
from newsclip.web.tests.test_names import body, clip, known

__all__ = ["clip"]
pytestmark = pytest.mark.django_db
NAME, TAG = "/name/marrow-point", "/tag/marrowpoint"


def test_the_page_of_a_hashtag_that_stands_for_one_name_is_that_of_the_name(client, clip):
    answer = client.get(TAG, {"mute": "ledger.example"})
    assert (answer.status_code, answer["Location"]) == (302, f"{NAME}?mute=ledger.example")
    assert client.get(f"{TAG}/feed.atom").status_code == 200


def test_a_hashtag_that_also_means_something_else_keeps_its_page(client, clip):
    added = known(factories.ferry(1))
    Mention.objects.filter(clip=added).update(hashtag="")
    assert clip.headline in body(client, TAG)


def test_a_hashtag_of_two_names_keeps_its_page(client, clip):
    Mention.objects.filter(clip=known(factories.ferry(1)), key="marrow-point").update(key="point-marrow")
    assert clip.headline in body(client, TAG)


def test_a_clip_whose_names_are_not_looked_for_yet_changes_nothing(client, clip):
    factories.ferry(1)
    assert client.get(TAG).status_code == 302


def test_a_hashtag_keeps_its_page_when_no_list_shows_a_clip_with_the_name(client, clip):
    factories.ferry(1)
    type(clip).objects.filter(pk=clip.pk).update(hidden=True)
    assert client.get(TAG).status_code == 200


def test_all_clips_of_the_hashtag_are_a_list_that_the_names_page_leads_to_where_it_shows_fewer(client, clip):
    assert "All of #" not in body(client, NAME)
    for place in range(1, 31):
        known(factories.ferry(place, picture=False))
    assert f'href="{TAG}?all=1"' in body(client, NAME)
    assert clip.headline in body(client, TAG, all="1")


@pytest.mark.usefixtures("sharing")
@pytest.mark.parametrize("asked", [{}, {"all": "1"}], ids=["that of the name", "its own"])
def test_whoever_looks_at_a_hashtag_after_another_has_no_mentions_counted(signed_in, mara, clip, now, asked):
    community.follow(mara, "hashtag", "MarrowPoint", now=now)

    def counted() -> list[str]:
        with CaptureQueriesContext(connection) as queries:
            signed_in.get(TAG, asked, follow=True)
        said = [one["sql"] for one in queries if "clips_mention" in one["sql"]]
        return [sql for sql in said if "COUNT(" in sql or "DISTINCT" in sql]

    assert counted()
    assert counted() == []


def test_who_follows_the_hashtag_follows_the_name(signed_in, mara, clip, now):
    community.follow(mara, "hashtag", "MarrowPoint", now=now)
    for shown in (body(signed_in, NAME), body(signed_in, TAG, all="1")):
        assert 'name="key" value="marrow-point"' in shown
        assert 'id="follow-name" name="undo"' in shown
    signed_in.post("/follow", {"kind": "name", "key": "marrow-point", "undo": "1"})
    assert not queries.follows(mara)["hashtag"]
    assert 'id="follow-name" aria-pressed="false"' in body(signed_in, NAME)


def test_a_name_left_leaves_what_its_hashtag_means_besides(mara, clip, now):
    community.follow(mara, "hashtag", "MarrowPoint", now=now)
    community.follow(mara, "name", "marrow-point", now=now)
    Hashtag.objects.create(clip=known(factories.ferry(1)), name="Rocks", key="rocks", place=9)
    Mention.objects.filter(clip__tags__key="rocks").update(hashtag="")
    community.unfollow(mara, "name", "marrow-point")
    assert queries.follows(mara)["hashtag"] == {"marrowpoint"}
