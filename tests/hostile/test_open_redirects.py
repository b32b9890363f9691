"""Addresses that are known to lead away from sites that mind hosts alone, at every door that leads on."""

import pytest

from newsclip.web.tests.test_redirects import at_every_door
from tests.hostile.rows import rows, text_of

pytestmark = pytest.mark.slow


@pytest.mark.django_db
def test_no_door_leads_away_by_addresses_known_to_do_so(hostile_data, settings):
    settings.ACCOUNT_RATE_LIMITS = False
    assert at_every_door([text_of(row) for row in rows(hostile_data, "open-redirect")]) == []
