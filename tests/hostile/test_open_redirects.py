"""Addresses that are known to lead away from sites that mind hosts alone, at every door that leads on."""

import json

import pytest

from newsclip.web.tests.test_redirects import at_every_door


@pytest.mark.shared
@pytest.mark.django_db
def test_no_door_leads_away_by_addresses_known_to_do_so(shared_data, settings):
    settings.ACCOUNT_RATE_LIMITS = False
    lines = (shared_data / "hostile-open-redirect" / "rows.jsonl").read_text().splitlines()
    values = [json.loads(line)["input"] for line in lines]
    assert values
    assert at_every_door(values) == []
