"""An age, a long time, whose place somebody takes and what came of it stay: who won at 25 did not just win."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

NARROWED = [
    # what came of it
    ("The doctor gave them a drug.", "The doctor gave them a drug, killing half of the patients."),
    ("The ferry left Velm.", "The ferry left Velm, leaving all passengers behind."),
    ("Police freed the hostages.", "Police freed the hostages, killing two of them."),
    ("Holm won the race.", "Holm won the race, breaking the rules."),
    ("The bridge reopened.", "The bridge reopened, collapsing an hour later."),
    ("The doctor gave them a new drug.", "The doctor gave them a new drug, which killed half of the patients."),
    # a long time
    ("The bridge was closed.", "The bridge was closed during the war."),
    ("Holm led the council.", "Holm led the council throughout the strike."),
    ("Crime fell in Orlo.", "Crime fell in Orlo during the lockdown."),
    ("The river froze.", "The river froze in the winter of the great frost."),
    # an age
    ("Ada Holm won the prize.", "Ada Holm won the prize at 25."),
    ("Holm was jailed.", "Holm was jailed at 16."),
    ("Ada Holm climbed Mount Velm.", "Ada Holm climbed Mount Velm at the age of 70."),
    ("Holm married Tom Reyl.", "Holm married Tom Reyl aged 15."),
    ("Holm robbed the bank.", "Holm robbed the bank as a teenager."),
    # how long ago
    ("The ferry sank.", "The ferry sank two months ago."),
    ("The mayor was arrested.", "The mayor was arrested weeks ago."),
    ("Ada Holm was fined.", "Months ago, Ada Holm was fined."),
    ("Holm promised a new quay.", "Holm promised a new quay six months earlier."),
    ("The mine closed.", "The mine closed some time ago."),
    # for another
    ("Tom Reyl was jailed.", "Tom Reyl was jailed in place of Holm."),
    ("Tom Reyl was elected.", "Tom Reyl was elected in lieu of Ada Holm."),
    ("The clerk was jailed.", "The clerk was jailed in Holm's stead."),
    ("Tom Reyl signed the treaty.", "Tom Reyl signed the treaty in the name of the king."),
    ("Reyl was freed.", "Reyl was freed in return for Holm."),
    ("Reyl was jailed.", "Reyl was jailed as a proxy for Holm."),
    ("Reyl was fined.", "Reyl was fined for Holm."),
    # a part of a body
    ("The plan was passed.", "The plan was passed by a committee of the council."),
    ("The bill was passed.", "The bill was passed by the lower house."),
    ("The drug was approved.", "The drug was approved by an advisory panel of the agency."),
    ("The strike was backed.", "The strike was backed by a branch of the union."),
    ("The deal was approved.", "The deal was approved by two members of the board."),
    ("The plan was passed.", "A committee of the council passed the plan."),
]
TOLD_OTHERWISE = [
    ("Holm was jailed.", "Tom Reyl was jailed in place of Holm."),
    ("Holm was jailed in place of Tom Reyl.", "Tom Reyl was jailed in place of Holm."),
    ("Holm was elected.", "Tom Reyl was elected in lieu of Holm."),
]
LICENSED = [
    ("The ferry left Velm.", "The ferry left Velm, carrying forty people."),
    ("The ferry left Velm.", "The ferry left Velm during a storm."),
    ("The ferry left Velm.", "The ferry left Velm at noon."),
    ("Police arrested Holm.", "Police arrested Holm in a street of Velm."),
    ("Holm was jailed.", "Holm was jailed for theft."),
    ("Holm was hired.", "Holm was hired as a cook."),
    ("The ferry sank.", "The ferry sank two days ago."),
    ("The plan was passed.", "The plan was passed by the council of Velm."),
    ("The plan was approved.", "The plan was approved by voters."),
    ("The ferry was searched.", "The ferry was searched by a unit of the police."),
    ("The ferry sank at Velm.", "The ferry, which broke a record in May, sank at Velm."),
]


@pytest.mark.parametrize(("text", "passage"), NARROWED)
def test_what_narrows_stays(text: str, passage: str) -> None:
    assert not stands(text, passage)
    assert stands(passage, passage)


@pytest.mark.parametrize(("text", "passage"), TOLD_OTHERWISE)
def test_who_stands_in_is_not_whom_he_stands_in_for(text: str, passage: str) -> None:
    assert not stands(text, passage)


@pytest.mark.parametrize(("text", "passage"), LICENSED)
def test_other_circumstances_may_go(text: str, passage: str) -> None:
    assert stands(text, passage)
