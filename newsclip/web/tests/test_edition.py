"""The finite edition of a day."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
EVE = (timezone.now() - timedelta(days=1)).replace(hour=12)


def test_while_there_is_nothing_of_today_its_edition_is_that_of_the_day_before(client):
    factories.ferry(at=EVE, headline="The ferry of the eve")
    assert "The ferry of the eve" in client.get("/edition/today").content.decode()


def test_once_there_is_something_of_today_the_day_before_is_gone_from_it(client):
    factories.ferry(at=EVE, headline="The ferry of the eve")
    factories.ferry(1, at=timezone.now(), headline="The ferry of today")
    page = client.get("/edition/today").content.decode()
    assert "The ferry of today" in page
    assert "The ferry of the eve" not in page


def test_an_edition_can_be_voted_on_and_discussed(client, signed_in):
    clip = factories.ferry(at=EVE)
    page = signed_in.get(f"/edition/{EVE.date()}").content.decode()
    assert f'formaction="/s/{clip.story_id}/vote"' in page
    assert f'id="title-{clip.story_id}"' in page
    assert '<form id="votes" method="post"' in page
    assert f'href="/s/{clip.story_id}/discussion"' in page
