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
