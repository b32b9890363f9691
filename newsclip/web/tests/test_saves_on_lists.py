"""Every card takes a save without its list being left, says what is saved, and is the same for everybody else."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
LISTS = ("/", "/?order=new", "/category/general", "/tag/sabine", "/source/ledger.example", "/search?q=ferry")


@pytest.fixture
def town(clip):
    factories.index(clip)
    return clip


def button(client, path: str, story: int) -> str:
    """The button of the story's card, as the page shows it."""
    shown = client.get(path).content.decode()
    return shown.partition(f'id="save-{story}"')[2].partition("</button>")[0]


@pytest.mark.parametrize("path", LISTS)
def test_every_list_says_what_the_reader_saved(signed_in, mara, town, now, path):
    assert button(signed_in, path, town.story_id).endswith("Save")
    actions.save(mara, town.story_id, "Saved", now=now)
    shown = button(signed_in, path, town.story_id)
    assert shown.endswith("Saved")
    assert 'aria-pressed="true" name="undo" value="1" title="Remove it from “Saved”"' in shown


def test_the_briefs_of_a_day_can_be_saved(signed_in, town):
    assert button(signed_in, "/edition/today", town.story_id).endswith("Save")


def test_a_reader_saves_and_takes_out_again_without_leaving_the_list(signed_in, mara, town):
    back = {"next": "/category/general"}
    answer = signed_in.post(f"/s/{town.story_id}/save", back)
    assert answer["Location"] == f"/category/general#story-{town.story_id}"
    assert queries.is_saved(mara, town.story_id)
    signed_in.post(f"/s/{town.story_id}/save", back | {"undo": "1"})
    assert not queries.is_saved(mara, town.story_id)


def test_in_place_they_get_the_button_of_the_card(signed_in, town):
    answer = signed_in.post(f"/s/{town.story_id}/save", {"next": "/"}, headers={"HX-Request": "true"})
    assert answer.content.decode().startswith("<button")
    assert "Saved" in answer.content.decode()
    assert (answer["HX-Retarget"], answer["HX-Reswap"]) == (f"#save-{town.story_id}", "outerHTML")


def test_a_story_that_became_part_of_another_changes_its_own_card(signed_in, mara, town):
    old = factories.ferry(3).story
    type(old).objects.filter(pk=old.pk).update(merged_into=town.story)
    answer = signed_in.post(f"/s/{old.pk}/save", {"next": "/"}, headers={"HX-Request": "true"})
    assert answer["HX-Retarget"] == f"#save-{old.pk}"
    assert queries.is_saved(mara, town.story_id)


def test_a_strangers_save_leads_to_sign_in_and_back_to_the_card(client, town):
    assert button(client, "/", town.story_id).endswith("Save")
    answer = client.get(f"/s/{town.story_id}/save", {"next": "/?order=new"})
    (way,) = parse_qs(urlsplit(answer["Location"]).query)["next"]
    assert way.startswith(f"/s/{town.story_id}/save?next=%2F%3Forder%3Dnew%23story-{town.story_id}&intent=")


def test_a_link_saves_nothing(signed_in, mara, town):
    answer = signed_in.get(f"/s/{town.story_id}/save", {"next": "/"})
    assert answer["Location"] == f"/#story-{town.story_id}"
    assert not queries.is_saved(mara, town.story_id)


def test_a_story_that_is_not_there_is_not_saved(signed_in):
    assert signed_in.post("/s/999999/save", {"next": "/"}).status_code == 404


def test_nobody_sees_what_another_saved(signed_in, sharing, mara, town, now):
    actions.save(mara, town.story_id, "Saved", now=now)
    assert button(signed_in, "/", town.story_id).endswith("Saved")
    signed_in.force_login(Reader.objects.create(username="olin"))
    assert button(signed_in, "/", town.story_id).endswith("Save")


def test_who_may_not_write_sees_no_button(signed_in, mara, town, now):
    Reader.objects.filter(pk=mara.pk).update(suspended_until=now + timedelta(days=1))
    for path in LISTS:
        assert 'id="save-' not in signed_in.get(path).content.decode(), path
