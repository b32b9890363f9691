"""What "and" joins is told whole, and a year stays; a second clause behind a comma may go where it stands by itself."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

REFUSED = [
    # a member of a list
    ("Holm climbed the steps and drew the curtain.", "Holm climbed the steps, turned the key and drew the curtain."),
    ("The vaccine worked in men.", "The vaccine worked in men and in women."),
    ("The club had eleven boats on trailers.", "The club had eleven boats on trailers and on the road."),
    ("Holm sailed with the captain.", "Holm sailed with the captain, the cook and the mate."),
    ("Holm sailed with Reyl.", "Holm sailed with Reyl, with Brandt and with Quist."),
    ("Holm sailed with Reyl.", "Holm sailed with Reyl, along with Quist."),
    ("Holm sailed with Quist.", "Holm sailed with Reyl, Brandt and Quist."),
    ("Holm sailed on Monday.", "Holm sailed on Monday, Tuesday and Friday."),
    ("A man died.", "A man, a woman and a child died."),
    ("Quist won.", "Reyl and Quist won."),
    ("By 14 votes, the town left.", "By 14 votes, and after counting them three times, the town left."),
    ("That would need 3,000 votes.", "That would need 3,000 votes, and 40 crowns a head in expenses."),
    # a second clause that takes something back, or has no comma before it
    ("Holm has had marsh fever twice.", "Holm has had marsh fever twice, and would not wish it on anybody."),
    ("The pass takes four hours.", "The pass takes four hours, and neither of them drives any more."),
    ("That cost 150,000 crowns.", "That cost 150,000 crowns, and the bridge could open in May."),
    ("The bridge was opened.", "The bridge was opened and its hangers broke."),
    # the half of a quotation
    ("“One hanger can fail,” said Ada Holm.", "“One hanger can fail and the bridge will stand,” said Ada Holm."),
    ("“It is a compromise,” Ada Holm said.", "“It is a compromise, and nobody is dancing,” Ada Holm said."),
    ("“It looks worse than it was.”", "“It looks worse than it was, and it was bad enough.”"),
    # a year
    ("The cars crossed on 3 March.", "The cars crossed on 3 March 2027."),
    ("The bridge was opened, and Holm wept.", "The bridge was opened in 1972, and Holm wept."),
    ("The ministry put the cost at 2 million crowns.", "In 2020 the ministry put the cost at 2 million crowns."),
    # when what somebody asks for is to come
    ("Holm asked to see the agreement.", "Holm asked to see the agreement before it was signed."),
]
LICENSED = [
    ("The ferry sank.", "The ferry sank, and the quay was closed."),
    ("Holm, the mayor, won.", "Holm, the mayor, won with Reyl and Quist."),
    ("Holm won.", "Holm, a mayor and a lawyer, won."),
    ("Holm drew the curtain.", "Holm turned the key and drew the curtain."),
    ("The firm raised prices.", "The firm raised prices on Friday."),
]


@pytest.mark.parametrize(("text", "passage"), REFUSED)
def test_a_part_of_what_is_joined_proves_nothing_and_a_year_stays(text: str, passage: str) -> None:
    assert not stands(text, passage)


@pytest.mark.parametrize(("text", "passage"), LICENSED)
def test_what_stands_by_itself_may_be_told_alone(text: str, passage: str) -> None:
    assert stands(text, passage)
