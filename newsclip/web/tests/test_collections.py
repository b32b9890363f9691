"""A collection says to its owner who sees it, and shows what the others see."""

from datetime import timedelta

import pytest

from newsclip.accounts.models import Reader
from newsclip.community import actions
from newsclip.community.models import Collection
from newsclip.options import OPTIONS

pytestmark = pytest.mark.django_db
FERRIES = "/collections/mara/ferries"


@pytest.fixture
def ferries(mara, clip, now):
    made = actions.make_collection(mara, "Ferries", now=now, public=True)
    actions.collect(mara, made, clip.story_id, now=now, note="For the talk in May.")
    return made


def page(client, path: str = FERRIES) -> str:
    return client.get(path).content.decode()


def test_its_owner_is_led_to_how_others_see_it_and_back(signed_in, ferries):
    assert f'Everyone can see it<span class="dot" aria-hidden="true">·</span><a href="{FERRIES}?as=others">' in page(
        signed_in
    )
    shown = page(signed_in, f"{FERRIES}?as=others")
    assert f'This is how others see it. <a href="{FERRIES}">Back to your view</a>' in shown
    assert "For the talk in May." in shown
    assert "Change this collection" not in shown
    assert "Remove from here" not in shown


def test_others_are_not_told_that_it_is_how_others_see_it(client, ferries):
    for path in (FERRIES, f"{FERRIES}?as=others"):
        assert "how others see it" not in page(client, path).lower()


def test_a_private_one_is_shown_to_nobody_else_and_says_so(signed_in, mara, ferries):
    actions.change_collection(mara, ferries, about="", public=False)
    assert "Only you see it" in page(signed_in)
    assert "?as=others" not in page(signed_in)
    assert signed_in.get(f"{FERRIES}?as=others").status_code == 404


def test_the_list_of_collections_shows_what_others_see_of_it(signed_in, mara, ferries, now):
    actions.make_collection(mara, "Plans", now=now)
    shown = page(signed_in, "/collections/mara")
    assert '<a href="/collections/mara?as=others">How others see this page</a>' in shown
    assert "Plans" in shown
    others = page(signed_in, "/collections/mara?as=others")
    assert "Ferries" in others
    assert "Plans" not in others


def test_an_owner_who_is_suspended_still_reads_who_sees_it(signed_in, mara, ferries, now):
    Reader.objects.filter(pk=mara.pk).update(suspended_until=now + timedelta(days=1))
    shown = page(signed_in)
    assert "Everyone can see it" in shown
    assert "Change this collection" not in shown


def test_the_menu_leads_to_all_collections(signed_in, mara):
    assert '<a href="/collections/mara">Collections</a>' in page(signed_in, "/")


def test_old_collections_are_ticked_and_the_form_is_for_a_new_one(signed_in, ferries, clip):
    shown = page(signed_in, f"/s/{clip.story_id}/collect")
    assert 'name="in" value="ferries" checked>' in shown
    assert f'action="/s/{clip.story_id}/collections"' in shown
    assert "<select" not in shown
    answer = signed_in.post(f"/s/{clip.story_id}/collect", {"title": "Harbours"})
    assert answer["Location"] == "/collections/mara/harbours"


def test_a_note_is_changed_on_the_page_of_the_collection(signed_in, ferries, clip):
    assert "Change the note" in page(signed_in)
    signed_in.post("/collection/ferries/change", {"note_of": clip.story_id, "note": "For June."})
    assert ferries.collected.get().note == "For June."
    signed_in.post("/collection/ferries/change", {"note_of": clip.story_id, "note": ""})
    assert "Add a note" in page(signed_in)


def test_a_note_puts_no_story_into_a_collection(signed_in, ferries, other):
    answer = signed_in.post("/collection/ferries/change", {"note_of": other.story_id, "note": "For June."})
    assert answer.status_code == 404
    assert ferries.collected.count() == 1


def test_the_form_for_a_new_one_with_an_old_name_keeps_the_note_unless_it_has_another(signed_in, ferries, clip):
    for typed, kept in (("", "For the talk in May."), (" ", "For the talk in May."), ("For June.", "For June.")):
        signed_in.post(f"/s/{clip.story_id}/collect", {"title": "Ferries", "note": typed})
        assert ferries.collected.get().note == kept


def test_how_others_see_it_has_what_its_owner_mutes(signed_in, mara, ferries, clip, now):
    actions.mute(mara, "source", "harbourtimes.example", now=now)
    assert clip.headline not in page(signed_in)
    assert clip.headline in page(signed_in, f"{FERRIES}?as=others")


def test_others_see_neither_what_its_owner_saved_nor_what_they_voted(signed_in, mara, clip, ferries, now):
    actions.save(mara, clip.story_id, "Saved", now=now)
    actions.vote(mara, clip.story_id, now=now)
    own, others = page(signed_in), page(signed_in, f"{FERRIES}?as=others")
    assert ("✓</span> Saved" in own, "You voted" in own) == (True, True)
    assert ("✓</span> Saved" in others, "You voted" in others) == (False, False)


def test_a_public_one_has_its_address_to_copy_and_its_feed(client, signed_in, mara, ferries):
    shown = page(client)
    assert f'<input id="share-url" type="text" readonly value="{OPTIONS.site_url}{FERRIES}">' in shown
    assert f'<a href="{FERRIES}/feed.atom">Feed</a>' in shown
    actions.change_collection(mara, ferries, about="", public=False)
    assert "share-url" not in page(signed_in)


def test_the_list_of_collections_says_how_many_clips_each_has(client, ferries):
    assert '<p class="quiet">1 clip</p>' in page(client, "/collections/mara")


def test_who_has_none_yet_makes_one_and_reads_how_clips_get_into_it(signed_in):
    shown = page(signed_in, "/collections/mara")
    assert "No collection yet." in shown
    assert 'action="/collection/new"' in shown
    assert "“Save in a collection”, below the text of any clip, puts the clip into it." in shown


def test_as_others_see_it_nothing_is_marked_as_read(signed_in, mara, clip, ferries, now):
    actions.mark_as_read(mara, {clip.pk: 1}, now=now)
    assert "data-read=" in page(signed_in)
    assert "data-read=" not in page(signed_in, f"{FERRIES}?as=others")


@pytest.mark.parametrize(("ticked", "public"), [({}, False), ({"public": "on"}, True)])
def test_a_new_one_is_public_only_if_its_owner_says_so(signed_in, mara, ticked, public):
    answer = signed_in.post("/collection/new", {"title": "Ports", **ticked})
    made = Collection.objects.get(reader=mara)
    assert (answer["Location"], made.title, made.public) == (f"/collections/mara/{made.slug}", "Ports", public)


def test_a_name_that_is_taken_leads_to_the_collection_that_has_it(signed_in, ferries):
    assert signed_in.post("/collection/new", {"title": "Ferries"})["Location"] == FERRIES
    assert Collection.objects.get().public


def test_one_without_a_name_is_not_made(signed_in):
    assert signed_in.post("/collection/new", {"title": " "}).status_code == 422
    assert not Collection.objects.exists()


def test_only_their_owner_is_offered_a_new_one(client, signed_in, ferries):
    assert "/collection/new" not in page(signed_in, "/collections/mara?as=others")
    client.logout()
    assert "/collection/new" not in page(client, "/collections/mara")
