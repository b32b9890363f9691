"""Libraries that read pages like to fetch them too: none of them may."""

import htmldate
import pytest

from newsclip.articles.rules import dates, extract
from newsclip.sources.rules.feeds import read_feed
from newsclip.sources.tests.fakes import NOW

INNER = "http://127.0.0.1:8201/inner"
LONG = "<p>" + "A\tlong\tparagraph\tabout\tthe\tinvented\tharbour.\t" * 40 + "</p>"


@pytest.mark.parametrize(
    "body", [INNER, f"{INNER}?{LONG}", f"{INNER}\n{LONG}", "file:///etc/hostname", "/etc/hostname"]
)
def test_a_page_whose_text_is_an_address_is_read_and_not_asked(body, outward):
    extract(body.encode(), "https://press.example/a")
    dates.guess_published(body, "")
    read_feed(body.encode(), url="https://press.example/feed", now=NOW)
    assert outward == []


def test_a_connection_that_goes_round_the_egress_is_noticed(outward):
    """What the product did before: the page is handed over as it is."""
    as_if_there = compile(f"find_date({INNER!r})", dates.__file__, "eval")
    with pytest.raises(ValueError, match="URL"):
        eval(as_if_there, {"find_date": htmldate.find_date})
    assert outward
    outward.clear()
