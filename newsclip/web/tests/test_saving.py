"""Saving a clip to read later takes one button, and finding it again one link of the header."""

import pytest

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.actions import collecting
from newsclip.community.models import Collection
from newsclip.stories.models import Story

pytestmark = pytest.mark.django_db


def test_a_reader_saves_a_clip_with_one_button_and_finds_it_by_the_header(signed_in, mara, clip):
    page = signed_in.get(f"/c/{clip.slug}").content.decode()
    assert page.index('id="vote"') < page.index('/discussion"') < page.index('id="save"')
    assert '<a href="/saved">Saved</a>' in page
    answer = signed_in.post(f"/s/{clip.story_id}/save", {"next": f"/c/{clip.slug}#save"})
    assert answer["Location"] == f"/c/{clip.slug}#save"
    assert "remove it from “Saved”" in signed_in.get(f"/c/{clip.slug}").content.decode()
    found = signed_in.get("/saved", follow=True).content.decode()
    assert '<h1 dir="auto">Saved</h1>' in found
    assert f"/c/{clip.slug}" in found
    signed_in.post(f"/s/{clip.story_id}/save", {"undo": "1"})
    assert not queries.is_saved(mara, clip.story_id)


def test_who_saved_nothing_is_told_how_to(signed_in):
    assert "Nothing is saved yet" in signed_in.get("/saved").content.decode()


def test_what_is_saved_is_for_nobody_else(signed_in, clip, mara):
    signed_in.post(f"/s/{clip.story_id}/save")
    assert not Collection.objects.get(reader=mara).public


def test_saving_publishes_nothing_though_a_public_list_has_the_same_name(signed_in, mara, clip, now):
    public = actions.make_collection(mara, "Saved", now=now, public=True)
    signed_in.post(f"/s/{clip.story_id}/save")
    assert not public.collected.exists()
    assert queries.is_saved(mara, clip.story_id)
    actions.make_collection(mara, "Saved", now=now, public=True)
    assert not queries.read_later(mara).public


def test_a_public_list_at_the_address_of_what_is_saved_keeps_it_and_gets_nothing(signed_in, mara, clip, now):
    old = Collection.objects.create(reader=mara, title="Saved", slug="read-later", made_at=now, public=True)
    actions.collect(mara, old, clip.story_id, now=now)
    assert not queries.is_saved(mara, clip.story_id)
    signed_in.post(f"/s/{clip.story_id}/save")
    signed_in.post(f"/s/{clip.story_id}/save", {"undo": "1"})
    assert old.collected.exists()
    assert signed_in.get("/saved")["Location"] == "/collections/mara/_read-later"


def test_who_publishes_what_they_saved_saves_the_next_in_private_again(signed_in, mara, clip):
    signed_in.post(f"/s/{clip.story_id}/save")
    answer = signed_in.post("/collection/read-later/change", {"public": "on", "about": "Ferries"})
    assert answer["Location"] == "/collections/mara/saved"
    assert not queries.is_saved(mara, clip.story_id)
    signed_in.post(f"/s/{clip.story_id}/save")
    assert [(one.slug, one.public) for one in Collection.objects.order_by("pk")] == [
        ("saved", True),
        ("read-later", False),
    ]


def test_saving_again_in_another_language_goes_to_the_same_list(mara, clip, now):
    actions.save(mara, clip.story_id, "Saved", now=now)
    actions.save(mara, clip.story_id, "Später lesen", now=now)
    assert list(Collection.objects.values_list("title", flat=True)) == ["Saved"]


def test_in_place_the_answer_is_the_button_alone(signed_in, clip):
    answer = signed_in.post(f"/s/{clip.story_id}/save", {"next": "/c/x#save"}, headers={"HX-Request": "true"})
    shown = answer.content.decode()
    assert 'aria-pressed="true"' in shown
    assert 'value="/c/x#save"' in shown
    assert "<html" not in shown


def test_a_stranger_signs_in_first(client, clip):
    assert "to read later; you need to sign in" in client.get(f"/c/{clip.slug}").content.decode()
    assert client.post(f"/s/{clip.story_id}/save")["Location"].startswith("/accounts/login/")


def test_a_clip_goes_into_collections_and_out_of_them_by_tick_boxes_on_its_page(signed_in, mara, clip, now):
    ferries, ports = (actions.make_collection(mara, title, now=now) for title in ("Ferries", "Ports"))
    actions.collect(mara, ports, clip.story_id, now=now)
    page = signed_in.get(f"/c/{clip.slug}").content.decode()
    assert 'name="in" value="ferries">' in page
    assert 'name="in" value="ports" checked>' in page
    ticked = {"in": ["ferries"], "was": ["ports"], "next": f"/c/{clip.slug}#collections"}
    answer = signed_in.post(f"/s/{clip.story_id}/collections", ticked)
    assert answer["Location"] == f"/c/{clip.slug}#collections"
    assert [has for _, has in queries.collections_with(mara, clip.story_id)] == [True, False]
    assert ferries.collected.exists()


def test_a_tick_in_place_leaves_the_boxes_for_the_next_and_says_what_was_ticked(signed_in, mara, clip, now):
    actions.make_collection(mara, "Ferries", now=now)
    address = f"/s/{clip.story_id}/collections"
    part = signed_in.post(address, {"in": ["ferries", "nothing"]}, headers={"HX-Request": "true"}).content.decode()
    assert part == '<input type="hidden" name="was" value="ferries">Saved.'


def test_a_tick_on_a_page_from_before_a_merge_is_saved_with_the_story_that_it_went_into(
    signed_in, mara, clip, other, now
):
    ferries = actions.make_collection(mara, "Ferries", now=now)
    Story.objects.filter(pk=clip.story_id).update(merged_into=other.story)
    address = f"/s/{clip.story_id}/collections"
    part = signed_in.post(address, {"in": ["ferries"]}, headers={"HX-Request": "true"}).content.decode()
    assert 'value="ferries"' in part
    assert ferries.collected.get().story_id == other.story_id
    for story in (clip.story_id, other.story_id):
        assert [has for _, has in queries.collections_with(mara, story)] == [True]


def test_a_tick_from_an_older_page_keeps_the_note(signed_in, mara, clip, now):
    ferries = actions.make_collection(mara, "Ferries", now=now)
    actions.collect(mara, ferries, clip.story_id, now=now, note="For the talk in May.")
    signed_in.post(f"/s/{clip.story_id}/collections", {"in": ["ferries"]})
    assert ferries.collected.get().note == "For the talk in May."


def test_where_one_collection_is_full_the_story_stays_in_the_other_with_its_note(
    signed_in, mara, clip, other, now, monkeypatch
):
    ferries, ports = (actions.make_collection(mara, title, now=now) for title in ("Ferries", "Ports"))
    actions.collect(mara, ports, clip.story_id, now=now, note="For the talk in May.")
    actions.collect(mara, ferries, other.story_id, now=now)
    monkeypatch.setattr(collecting, "MOST_STORIES", 1)
    answer = signed_in.post(f"/s/{clip.story_id}/collections", {"in": ["ferries"], "was": ["ports"]})
    assert answer.status_code >= 400
    assert ports.collected.get().note == "For the talk in May."


def test_ticks_touch_no_collection_of_others_and_none_that_the_page_did_not_show(signed_in, mara, clip, now):
    nils = Reader.objects.create(username="nils")
    theirs = actions.make_collection(nils, "Harbours", now=now)
    later = actions.make_collection(mara, "Made in another tab", now=now)
    actions.collect(mara, later, clip.story_id, now=now)
    signed_in.post(f"/s/{clip.story_id}/collections", {"in": ["harbours", "nothing"], "was": ["\0"]})
    assert later.collected.exists()
    assert not theirs.collected.exists()


def test_saving_again_keeps_the_note(signed_in, mara, clip, now):
    actions.save(mara, clip.story_id, "Saved", now=now)
    saved = queries.read_later(mara)
    actions.collect(mara, saved, clip.story_id, now=now, note="For the talk in May.")
    signed_in.post(f"/s/{clip.story_id}/save")
    assert saved.collected.get().note == "For the talk in May."
