"""What a page gets that asks for the part of itself that changes, and nothing else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community.models import Follow, Submission
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
PART = {"HX-Request": "true"}


@pytest.fixture
def nils(client):
    reader = Reader.objects.create_user("nils", password="harbour-lights-9")
    Reader.objects.filter(pk=reader.pk).update(date_joined=timezone.now() - timedelta(days=60))
    client.force_login(reader)
    return reader


def test_a_vote_gives_the_vote_alone(client, nils):
    clip = factories.ferry()
    answer = client.post(f"/s/{clip.story_id}/vote", headers=PART).content.decode()
    assert answer.startswith('<div class="vote"')
    assert "1 vote" in answer
    assert "0 votes" in client.post(f"/s/{clip.story_id}/vote", {"take_back": "1"}, headers=PART).content.decode()


def test_a_comment_gives_the_thread_with_it_and_leads_there(client, nils):
    clip = factories.ferry()
    answer = client.post(f"/s/{clip.story_id}/comment", {"text": "The lights were out."}, headers=PART)
    assert "<html" not in answer.content.decode()
    assert "The lights were out." in answer.content.decode()
    assert answer["HX-Reswap"].startswith("innerHTML show:#c")


def test_a_refusal_is_a_page_with_what_was_written(client, nils):
    clip = factories.ferry()
    answer = client.post(f"/s/{clip.story_id}/comment", {"text": "x" * 20_000}, headers=PART)
    assert answer.status_code == 422
    assert 'id="main"' in answer.content.decode()
    assert "x" * 20_000 in answer.content.decode()


def test_following_gives_the_button_alone_and_keeps_its_look(client, nils):
    factories.ferry()
    asked = {"kind": "hashtag", "key": "sabine", "next": "/tag/sabine", "look": "plain-button"}
    answer = client.post("/follow", asked, headers=PART).content.decode()
    assert answer.startswith("<form")
    assert 'class="plain-button" id="follow-hashtag" name="undo"' in answer
    assert Follow.objects.filter(reader=nils, key="sabine").exists()


def test_a_link_on_its_way_gives_its_steps_and_is_asked_by_condition(client, nils):
    given = Submission.objects.create(reader=nils, url="https://ledger.example/a", at=timezone.now())
    page = client.get(f"/submit/{given.pk}")
    part = client.get(f"/submit/{given.pk}", headers=PART)
    assert "<html" in page.content.decode()
    assert part.content.decode().startswith('<div class="steps"')
    assert "HX-Request" in part["Vary"]
    assert client.get(f"/submit/{given.pk}", headers=PART | {"If-None-Match": part["ETag"]}).status_code == 304


def test_who_was_signed_out_meanwhile_leaves_the_page_to_sign_in(client):
    clip = factories.ferry()
    for path in (f"/s/{clip.story_id}/vote", f"/s/{clip.story_id}/comment"):
        assert client.post(path, {"text": "x"}, headers=PART)["HX-Redirect"].startswith("/accounts/login/")
