"""A clause that limits what stands beside it, or speaks of it, stays with it: "works, but it kills half"."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

LIMITED = [
    ("The drug works.", "The drug works, but it kills half of the patients."),
    ("The drug works.", "The drug works, although it kills half of the patients."),
    ("The drug works.", "The drug works, while it kills half of the patients."),
    ("The drug works.", "The drug works, except that it kills half of the patients."),
    ("The drug works.", "The drug works, albeit slowly."),
    ("The drug worked.", "Though it killed half, the drug worked."),
    ("The drug worked.", "The drug worked, whereas it killed half."),
    ("Holm won.", "Holm won, but a judge took the prize away."),
    ("Holm won.", "Holm won, yet a judge took the prize away."),
    ("The bridge is safe.", "The bridge is safe, as long as nobody walks on it."),
    ("The bridge is safe.", "The bridge is safe, excepting the east span."),
    ("The vaccine worked.", "The vaccine worked, just not in children."),
    ("The vaccine worked.", "The vaccine worked in a way."),
    # a second clause that speaks of the first
    ("Holm was jailed.", "Holm was jailed, and a court freed her the same day."),
    ("Holm resigned.", "Holm resigned, and she is back at work."),
    ("The firm made $2m.", "The firm made $2m, and it lost $3m."),
    # what is said of a claim
    ("Holm said the ferry is old.", "Holm said the ferry is old, a claim rejected by experts."),
]
LICENSED = [
    ("The ferry sank.", "The ferry sank, and the quay was closed."),
    ("The ferry sank.", "But the ferry sank."),
]


@pytest.mark.parametrize(("text", "passage"), LIMITED)
def test_what_limits_a_statement_stays_with_it(text: str, passage: str) -> None:
    assert not stands(text, passage)


@pytest.mark.parametrize(("text", "passage"), LICENSED)
def test_what_limits_nothing_may_go(text: str, passage: str) -> None:
    assert stands(text, passage)
