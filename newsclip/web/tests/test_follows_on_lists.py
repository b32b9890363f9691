"""Every card follows its story without its list being left, says what is followed, and is everybody else's as well."""

from datetime import timedelta

import pytest

from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.community.models import Follow
from newsclip.web.tests import factories
from newsclip.web.tests.test_saves_on_lists import LISTS

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(clip):
    factories.index(clip)
    return clip


def button(client, path: str, story: int) -> str:
    """The button of the story's card, as the page shows it."""
    shown = client.get(path).content.decode()
    return shown.partition(f'id="follow-{story}"')[2].partition("</button>")[0]


def is_followed(reader, story: int) -> bool:
    return Follow.objects.filter(reader=reader, kind="story", key=str(story)).exists()


@pytest.mark.parametrize("path", [*LISTS, "/edition/today"])
def test_every_list_says_what_the_reader_follows_and_how_many_do(signed_in, mara, town, now, path):
    assert button(signed_in, path, town.story_id).endswith(">Follow")
    actions.follow(mara, "story", str(town.story_id), now=now)
    shown = button(signed_in, path, town.story_id)
    assert shown.endswith(">Following (1)")
    assert 'aria-pressed="true" name="undo" value="1" title="Unfollow"' in shown


def test_a_reader_follows_and_unfollows_without_leaving_the_list(signed_in, mara, town):
    back = {"next": "/category/general"}
    answer = signed_in.post(f"/s/{town.story_id}/follow", back)
    assert answer["Location"] == f"/category/general#story-{town.story_id}"
    assert is_followed(mara, town.story_id)
    signed_in.post(f"/s/{town.story_id}/follow", back | {"undo": "1"})
    assert not is_followed(mara, town.story_id)


def test_in_place_they_get_the_button_of_the_card(signed_in, town):
    answer = signed_in.post(f"/s/{town.story_id}/follow", {"next": "/"}, headers={"HX-Request": "true"})
    assert answer.content.decode().startswith("<button")
    assert "Following (1)" in answer.content.decode()
    assert (answer["HX-Retarget"], answer["HX-Reswap"]) == (f"#follow-{town.story_id}", "outerHTML")


def test_a_stranger_signs_in_and_a_link_follows_nothing(client, signed_in, mara, town):
    answer = signed_in.get(f"/s/{town.story_id}/follow", {"next": "/"})
    assert answer["Location"] == f"/#story-{town.story_id}"
    assert not is_followed(mara, town.story_id)
    signed_in.logout()
    assert button(client, "/", town.story_id).endswith(">Follow")
    asked = client.get(f"/s/{town.story_id}/follow", {"next": "/?order=new"})
    assert asked["Location"].startswith("/accounts/login/?next=/%3Forder%3Dnew%23story-")


def test_a_story_that_is_not_there_is_not_followed(signed_in):
    assert signed_in.post("/s/999999/follow", {"next": "/"}).status_code == 404


def test_who_may_not_write_sees_no_button_but_how_many_follow(signed_in, mara, town, now):
    actions.follow(mara, "story", str(town.story_id), now=now)
    Reader.objects.filter(pk=mara.pk).update(suspended_until=now + timedelta(days=1))
    for path in LISTS:
        shown = signed_in.get(path).content.decode()
        assert 'id="follow-' not in shown, path
        assert "1 follower" in shown, path
