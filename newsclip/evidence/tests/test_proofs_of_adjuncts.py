"""How something was done may make another thing of it: who left the country on paper did not leave it."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

TURNED = [
    # a noun without an article
    ("Holm left the country.", "Holm left the country on paper."),
    ("Holm won the match.", "Holm won the match by default."),
    ("Holm was convicted.", "Holm was convicted in absentia."),
    ("Holm was burned.", "Holm was burned in effigy."),
    ("Holm was released.", "Holm was released on bail."),
    ("The bank was rescued.", "The bank was rescued with stolen money."),
    # by what means, on what condition
    ("Holm won the vote.", "Holm won the vote by bribing members."),
    ("Holm signed the plan.", "Holm signed the plan on condition that the quay is built."),
    ("Holm will resign.", "Holm will resign in the event of a defeat."),
    ("The town will need a quay.", "After that, the town will need a quay."),
    ("Pupils ate 90 grams more fruit a day.", "After a year, pupils ate 90 grams more fruit a day."),
    # of how much
    ("Holm was elected.", "Holm was elected with 12 per cent of the vote."),
    ("Holm was cleared.", "Holm was cleared on one charge."),
    ("Holm was fined 500 crowns.", "Holm was fined 500 crowns, half of which was suspended."),
    ("Holm came first.", "Holm came first among the women."),
    # for how long
    ("The quay was closed.", "The quay was closed for an hour."),
    ("The fighting stopped.", "The fighting stopped overnight."),
    ("Holm agreed.", "Holm initially agreed."),
    # from what
    ("Holm withdrew.", "Holm withdrew from the race."),
    ("Holm was expelled.", "Holm was expelled from the chess club."),
    # how
    ("Holm killed Quist.", "Holm unintentionally killed Quist."),
    ("The firm broke the law.", "The firm unknowingly broke the law."),
    ("Holm owned the mill.", "Holm jointly owned the mill."),
    # in what belief, or by whose force
    ("Holm left Velm.", "Having promised to stay, Holm left Velm."),
    ("Holm signed the plan.", "Thinking it was a receipt, Holm signed the plan."),
    ("Holm voted for the plan.", "Holm voted for the plan, believing it dead."),
    ("Holm confessed.", "Beaten by guards, Holm confessed."),
    ("Holm is the mayor.", "Holm is the self-declared mayor."),
    # what becomes of it
    ("Holm was charged.", "Holm was charged (the case was later dropped)."),
    ("Holm said the quay is safe.", "Holm, who has since apologised, said the quay is safe."),
    ("Holm was sentenced to death.", "Holm was sentenced to death by a mock court."),
    # of another kind
    ("The council passed a plan.", "The council passed a draft plan."),
    ("Holm leads a party.", "Holm leads a minor party."),
    ("Velm Bank failed.", "Velm Savings Bank failed."),
]
TOLD_OTHERWISE = [
    ("The last flood was, when the town was small.", "The last flood was in 1966, when the town was small."),
    ("Holm built a house.", "Holm had a house built."),
    ("Holm admitted the theft.", "Holm admitted the theft was wrong."),
    ("Holm sued the bank and lost her job.", "Holm lost her job and sued the bank."),
    ("Ada Holm, 61 and found them in a coat.", "Ada Holm, 61, lost her keys and found them in a coat."),
    ("Ada Holm found them in a coat.", "Ada Holm lost her keys and found them in a coat."),
]
LICENSED = [
    ("Holm left the country.", "Holm left the country at night."),
    ("Holm left the country.", "Holm left the country on 16 March."),
    ("Holm left the country.", "Waving to the crowd, Holm left the country."),
    ("Holm left the country.", "Holm quickly left the country."),
    ("The bank was rescued.", "The bank was rescued by the council."),
    ("Holm spoke and left.", "Holm spoke on Monday and left."),
    ("Holm was fined 500 crowns.", "Holm was fined 500 crowns on Monday."),
    ("Ada Holm lost her keys and found them.", "Ada Holm lost her keys on Monday and found them."),
]


@pytest.mark.parametrize(("text", "passage"), TURNED)
def test_what_turns_a_deed_into_another_stays(text: str, passage: str) -> None:
    assert not stands(text, passage)


@pytest.mark.parametrize(("text", "passage"), TOLD_OTHERWISE)
def test_another_deed_is_not_proved(text: str, passage: str) -> None:
    assert not stands(text, passage)


@pytest.mark.parametrize(("text", "passage"), LICENSED)
def test_a_harmless_circumstance_may_go(text: str, passage: str) -> None:
    assert stands(text, passage)
