"""Every list says what people make of its stories, and takes a vote without being left."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import actions, queries
from newsclip.community.models import Collected, Comment, Vote
from newsclip.ranking import actions as ranking
from newsclip.ranking import queries as ranking_queries
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
LISTS = (
    *("/", "/?order=new", "/category/general", "/tag/sabine", "/source/ledger.example", "/search?q=ferry"),
    *("/trending", "/for-you", "/your-order", "/collections/mara/ferries", "/c/ferry-aground-off-marrow-point-7"),
)


@pytest.fixture
def town(clip, mara, nils, now):
    """A story with two votes, two comments and a follower, on every list."""
    factories.ferry(7, at=now - timedelta(days=20))
    factories.index(clip)
    for reader in (nils, Reader.objects.create(username="olin", date_joined=now - timedelta(days=40))):
        actions.vote(reader, clip.story_id, now=now)
        actions.comment(reader, clip.story_id, f"I was aboard, says {reader.username}.", now=now)
    actions.follow(nils, "story", str(clip.story_id), now=now)
    kept = actions.make_collection(mara, "Ferries", now=now, public=True)
    Collected.objects.create(collection=kept, story=clip.story, at=now)
    ranking.keep_trends(ranking_queries.find_trends(now=now), now=now)
    ranking.keep_story_trends(ranking_queries.find_story_trends(now=now))
    return clip


def card(client, path: str, story: int) -> str:
    """The card of the story, as the page shows it."""
    shown = client.get(path).content.decode()
    return shown.partition(f'id="story-{story}"')[2].partition("</article>")[0]


@pytest.mark.parametrize("path", LISTS)
def test_every_list_says_what_people_make_of_a_story_and_what_the_reader_said(signed_in, mara, town, now, path):
    shown = card(signed_in, path, town.story_id)
    assert "Vote (2)" in shown
    assert f'href="/s/{town.story_id}/discussion"' in shown
    assert "Discuss (2)" in shown
    assert "Follow (1)" in shown
    actions.vote(mara, town.story_id, now=now)
    shown = card(signed_in, path, town.story_id)
    assert "You voted (3)" in shown
    assert 'aria-pressed="true"' in shown


@pytest.mark.parametrize("path", LISTS)
def test_every_page_with_cards_has_the_form_that_their_buttons_belong_to(client, signed_in, town, path):
    shown = [signed_in.get(path).content.decode()]
    client.logout()
    shown += [client.get(path).content.decode()] if path != "/for-you" else []
    for page in shown:
        assert 'form="card-form"' in page
        assert page.count('<form id="card-form"') == 1


def test_a_story_of_which_nobody_said_anything_shows_no_numbers(client, clip):
    shown = card(client, "/", clip.story_id)
    assert "Vote<" in shown
    assert "Discuss<" in shown
    assert "Follow<" in shown


def test_what_is_held_removed_or_withdrawn_is_not_counted(client, town):
    for state, left in (("held", "Discuss (1)"), ("removed", "Discuss (1)"), ("withdrawn", "Discuss (1)")):
        Comment.objects.filter(reader__username="olin").update(state=state)
        assert left in card(client, "/", town.story_id)


def test_more_votes_against_than_for_are_said_as_they_are(client, clip, mara, now):
    actions.vote(mara, clip.story_id, now=now, value=-1, reason="wrong")
    assert "Vote (−1)" in card(client, "/", clip.story_id)


class TestStrangers:
    def test_their_vote_leads_to_sign_in_and_back_to_the_card(self, client, clip):
        answer = client.get(f"/s/{clip.story_id}/vote", {"next": "/?order=new"})
        assert answer["Location"] == f"/accounts/login/?next=/%3Forder%3Dnew%23story-{clip.story_id}&needed=1"
        Reader.objects.create_user("kim", password="a long pass phrase")
        signed = client.post(answer["Location"], {"login": "kim", "password": "a long pass phrase"})
        assert signed["Location"] == f"/?order=new#story-{clip.story_id}"
        assert Vote.objects.count() == 0

    def test_their_lists_hold_nothing_of_one_of_them(self, client, clip):
        answer = client.get("/")
        assert not answer.cookies
        assert "csrfmiddlewaretoken" not in answer.content.decode()
        assert '<form id="card-form"><input type="hidden" name="next" value="/"></form>' in answer.content.decode()

    def test_nobody_is_led_to_another_site(self, client, clip):
        answer = client.get(f"/s/{clip.story_id}/vote", {"next": "//elsewhere.example/"})
        assert answer["Location"].startswith(f"/accounts/login/?next=/c/{clip.slug}")


class TestReaders:
    def test_they_vote_and_take_it_back_without_leaving_the_list(self, signed_in, mara, clip):
        back = {"next": "/category/general"}
        answer = signed_in.post(f"/s/{clip.story_id}/vote", back)
        assert answer["Location"] == f"/category/general#story-{clip.story_id}"
        assert queries.my_vote(mara, clip.story_id) == (1, "")
        shown = card(signed_in, "/category/general", clip.story_id)
        assert 'name="take_back" value="1"' in shown
        signed_in.post(f"/s/{clip.story_id}/vote", back | {"take_back": "1"})
        assert "Vote<" in card(signed_in, "/category/general", clip.story_id)

    def test_in_place_they_get_the_button_alone(self, signed_in, clip):
        answer = signed_in.post(f"/s/{clip.story_id}/vote", {"next": "/"}, headers={"HX-Request": "true"})
        assert answer.content.decode().startswith("<button")
        assert "You voted (1)" in answer.content.decode()
        assert (answer["HX-Retarget"], answer["HX-Reswap"]) == (f"#vote-{clip.story_id}", "outerHTML")

    def test_a_story_that_became_part_of_another_changes_its_own_card(self, signed_in, mara, clip):
        old = factories.ferry(3).story
        type(old).objects.filter(pk=old.pk).update(merged_into=clip.story)
        answer = signed_in.post(f"/s/{old.pk}/vote", {"next": "/"}, headers={"HX-Request": "true"})
        assert answer["HX-Retarget"] == f"#vote-{old.pk}"
        assert f'id="vote-{old.pk}"' in answer.content.decode()
        assert queries.my_vote(mara, clip.story_id) == (1, "")

    def test_a_link_votes_for_nobody(self, signed_in, clip):
        answer = signed_in.get(f"/s/{clip.story_id}/vote", {"next": "/"})
        assert answer["Location"] == f"/#story-{clip.story_id}"
        assert Vote.objects.count() == 0

    def test_a_vote_against_is_said_and_taken_back_by_the_same_button(self, signed_in, mara, clip, now):
        actions.vote(mara, clip.story_id, now=now, value=-1, reason="wrong")
        shown = card(signed_in, "/", clip.story_id)
        assert "You voted against it (−1)" in shown
        assert 'name="take_back"' in shown

    def test_nobody_sees_what_another_voted(self, signed_in, sharing, mara, clip, now):
        actions.vote(mara, clip.story_id, now=now)
        assert "You voted" in card(signed_in, "/", clip.story_id)
        signed_in.force_login(Reader.objects.create(username="olin"))
        assert "You voted" not in signed_in.get("/").content.decode()

    def test_who_may_not_vote_sees_numbers_and_no_buttons(self, signed_in, mara, town, now):
        Reader.objects.filter(pk=mara.pk).update(suspended_until=now + timedelta(days=1))
        for path in LISTS:
            assert 'form="card-form"' not in signed_in.get(path).content.decode(), path
        assert "<span>2 votes</span>" in card(signed_in, "/", town.story_id)
        assert "Discuss (2)" in card(signed_in, "/", town.story_id)


@pytest.mark.parametrize("path", ["/", "/category/general", "/tag/sabine", "/search?q=ferry"])
def test_many_cards_cost_a_reader_as_many_queries_as_one(signed_in, mara, path):
    now = timezone.now()

    def queries_of_page(cards: int) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert signed_in.get(path).content.decode().count('<article class="card') == cards
        return len(asked)

    def add(place: int) -> None:
        clip = factories.ferry(place, at=now - timedelta(hours=place))
        factories.index(clip)
        actions.vote(mara, clip.story_id, now=now)

    add(1)
    signed_in.get(path)  # what is kept for a minute is kept
    one = queries_of_page(1)
    for place in range(2, 13):
        add(place)
    assert queries_of_page(12) == one
