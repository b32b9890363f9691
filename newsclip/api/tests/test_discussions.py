"""Programs read what readers talk about: the newest comment on each story."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community import actions
from newsclip.community.models import Comment
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def mara():
    return Reader.objects.create(username="mara", date_joined=NOW - timedelta(days=100))


@pytest.fixture
def nils():
    return Reader.objects.create(username="nils", date_joined=NOW - timedelta(days=100))


@pytest.fixture
def ferries(mara, nils):
    """Three stories; mara spoke first about each, nils last about the first and the second."""
    made = [factories.ferry(place, at=NOW - timedelta(hours=place)) for place in range(3)]
    for place, clip in enumerate(made):
        actions.comment(mara, clip.story_id, f"Mara was aboard {place}.", now=NOW - timedelta(hours=9 + place))
    for place, clip in enumerate(made[:2]):
        actions.comment(nils, clip.story_id, f"Nils was aboard {place}.", now=NOW - timedelta(minutes=place))
    return made


def ask(client, query="", token=""):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return client.get(f"/api/discussions{query}", headers=headers)


def said(answer) -> list[str]:
    return [one["newest"]["text"] for one in answer.json()]


def test_each_story_is_named_with_its_newest_comment_and_how_many_there_are(client, ferries):
    answer = ask(client)
    assert said(answer) == ["Nils was aboard 0.", "Nils was aboard 1.", "Mara was aboard 2."]
    first = answer.json()[0]
    assert (first["clip"]["slug"], first["clip"]["comments"]) == (ferries[0].slug, 2)
    assert first["newest"]["html"] == "<p>Nils was aboard 0.</p>\n"


def test_it_is_read_a_page_at_a_time(client, ferries):
    assert said(ask(client, "?limit=2")) == ["Nils was aboard 0.", "Nils was aboard 1."]
    assert said(ask(client, "?skip=2&limit=2")) == ["Mara was aboard 2."]


def test_what_the_site_does_not_show_is_not_told(client, ferries, nils):
    Comment.objects.filter(reader=nils, story=ferries[0].story_id).update(state="held")
    Clip.objects.filter(pk=ferries[2].pk).update(hidden=True)
    assert said(ask(client)) == ["Nils was aboard 1.", "Mara was aboard 0."]


def test_of_who_mutes_the_newest_that_is_left_is_told_and_the_mutes_are_named(client, ferries, mara):
    token = accounts.make_token(mara, "my reader", ["read"], now=NOW)
    actions.mute(mara, "person", "nils", now=NOW)
    actions.mute(mara, "story", str(ferries[1].story_id), now=NOW)
    answer = ask(client, token=token)
    assert said(answer) == ["Mara was aboard 0.", "Mara was aboard 2."]
    assert answer["Newsclip-Hidden"] == f"person%20nils, story%20{ferries[1].story_id}"
    assert len(said(ask(client))) == 3
