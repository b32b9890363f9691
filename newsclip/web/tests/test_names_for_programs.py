"""What programs read of a name."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.accounts import actions as accounts
from newsclip.clips.models import Mention
from newsclip.community import actions as community
from newsclip.web.tests import factories
from newsclip.web.tests.test_names import SCRAPE, known, other

pytestmark = pytest.mark.django_db


@pytest.fixture
def clip():
    return known(factories.ferry(at=timezone.now() - timedelta(hours=1)))


def test_programs_read_what_was_said_and_who_bears_the_name(client, clip):
    other(1, "a singer")
    told = client.get("/api/names/ilse-varga").json()
    assert [one["text"] for one in told["quotations"]] == [SCRAPE, "It will be a long winter"]
    assert [one["quotations"] for one in told["bearers"]] == [1, 1]
    alone = client.get("/api/names/ilse-varga", {"story": clip.story_id}).json()
    assert [one["role"] for one in alone["quotations"]] == ["a teacher"]
    assert alone["quotations"][0]["evidence"].endswith(f"/evidence#q{Mention.objects.get(text=SCRAPE).said}")
    assert client.get("/api/names/karl-quist").status_code == 404
    assert "Ilse Varga" in {one["name"] for one in client.get("/api/names").json()}
    first = client.get("/api/names/ilse-varga", {"limit": 1}).json()
    assert first["next"] == "1"


def test_programs_are_told_which_muted_publisher_gave_what_was_said(client, clip, mara, now):
    key = accounts.make_token(mara, "my program", ["read"], now=now)
    ask = {"path": "/api/names/ilse-varga", "headers": {"authorization": f"Bearer {key}"}}
    assert "Newsclip-Hidden" not in client.get(**ask)
    community.mute(mara, "source", "harbourtimes.example", now=now)
    answer = client.get(**ask)
    assert answer.json()["quotations"] == []
    assert answer["Newsclip-Hidden"] == "source%20harbourtimes.example"
