"""What no proof may lead to: another one, a claim told as a fact, words nobody said, other units, two things mixed."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

SENTENCES = [
    # another one
    ("The men were convicted.", "None of the men were convicted."),
    ("The council closed the quay.", "Nobody in the council closed the quay."),
    ("The mayor was arrested on Friday.", "The brother of the mayor was arrested on Friday."),
    ("Quist was charged with murder.", "The killer of Quist was charged with murder."),
    ("The president was killed on Friday.", "A rival of the president was killed on Friday."),
    ("The ministers resigned.", "Few of the ministers resigned."),
    ("The ministers resigned.", "Half of the ministers resigned."),
    ("The ministers resigned.", "A majority of the ministers resigned."),
    ("The company went bankrupt.", "A supplier to the company went bankrupt."),
    # only within what is left out
    ("The drug cures cancer.", "The drug cures cancer in mice."),
    ("Profits rose by 5 per cent.", "Profits rose by 5 per cent in the first quarter."),
    ("All ferries were cancelled.", "All ferries but the Petrel were cancelled."),
    ("The port is closed to visitors.", "The port is closed to visitors for now."),
    ("The port was closed.", "The port was temporarily closed."),
    ("The treatment is safe.", "The treatment is safe for adults."),
    ("The council approved the plan.", "The council approved the plan in principle."),
    ("The mayor won the support of the council.", "The mayor won the support of half of the council."),
    ("The ferry was the first to sail.", "The ferry was one of the first to sail."),
    # told of as a claim
    ("Jan Quist stole the money.", "Jan Quist denied the charge that he stole the money."),
    ("Jan Quist stole the money.", "Ada Holm laughed at the claim that Jan Quist stole the money."),
    ("The council closed the quay.", "Rumours that the council closed the quay spread."),
    ("Jan Quist stole the money.", "Fears that Jan Quist stole the money grew."),
    # words that nobody is quoted with
    ("Holm said the council 'lied to voters'.", "Holm said the council lied to voters."),
    ("‘The council lied to voters,’ Holm said.", "Holm said the council lied to voters."),
    ("Ada Holm said “legal sales were stopped” on Monday.", "Ada Holm said “illegal sales were stopped” on Monday."),
    (
        "Ada Holm, who was “convicted of theft”, said “we are sad”.",
        "“We are sad,” said Ada Holm, who was convicted of theft.",
    ),
    # a question
    ("Is the quay closed?", "The quay is closed."),
    # another unit
    ("The fund lost £5 million.", "The fund lost $5 million."),
    ("The fund lost $5 million.", "The fund lost €5 million."),
    ("Sales fell by 5.", "Sales fell by 5%."),
    ("Unemployment was 7.", "Unemployment was 7%."),
    # two sentences mixed
    ("Holm is the president of Velm.", "Holm is the president of Orlo. Quist is the president of Velm."),
    ("Ada Holm is the head of Velm Lines.", "Ada Holm is the head of the port. Jan Quist is the head of Velm Lines."),
    ("Ada Holm opened the quay.", "Jan Holm opened the quay. Ada Holm closed it."),
    ("The council of Velm closed the quay.", "The council closed the quay of Velm."),
    # what only stands near it
    (
        "Ada Holm is sentenced to the death penalty.",
        "Because a jury was deadlocked in Ada Holm's case, the death penalty was taken off the table, leaving "
        "Holm's sentence up to the judge.",
    ),
    # when and where something else happened
    ("The council will hold a vote in May.", "The council will hold a vote in June, and Holm leaves in May."),
    ("Police arrested Jan Holm in Velm.", "Police arrested Jan Holm, and the court fined Ada Quist in Velm."),
    ("The union sued the port after the strike.", "The firm cut prices after the strike, and the union sued the port."),
    ("Holm promised on Friday to pay the fine.", "Holm promised to pay the fine on Friday."),
    ("Holm opened the bridge in Velm.", "Holm, who was born in Velm, opened the bridge."),
    ("Holm met the minister in Orlo.", "Holm met the minister in Velm before a trip to Orlo."),
]
HEADINGS = [
    ("“Legal sales were stopped”", "Ada Holm said “illegal sales were stopped” on Monday."),
    ("“50,000 people died”", "“Some 150,000 people died,” Ada Holm said."),
    ("“We would close the school”", "Ada Holm said: “I never said we would close the school.”"),
    ("“guilty of theft”", "“Nobody is guilty of theft,” Ada Holm said."),
    ("“who stole the money”", "“We are sad,” said Ada Holm, who stole the money."),
    ("“said Ada Holm”", "“We are sad,” said Ada Holm, who stole the money."),
    ("Jan Quist's theft", "Jan Quist was cleared of theft."),
    ("Ada Holm's murder", "Ada Holm said Jan Quist planned a murder."),
    ("Five dead", "Five people were feared dead."),
    ("Mayor arrested", "The brother of the mayor was arrested on Friday."),
    ("Loss of £5 million", "The loss of $5 million hit the fund."),
    ("No boats", "Velm has no plans to buy boats."),
    ("Jan Quist's theft", "Jan Quist, a captain, was cleared of theft on Friday."),
]


@pytest.mark.parametrize(("text", "passage"), SENTENCES)
def test_a_sentence_that_says_other_is_not_proved(text: str, passage: str):
    assert not stands(text, passage)


@pytest.mark.parametrize(("text", "passage"), HEADINGS)
def test_a_heading_that_says_other_is_not_proved(text: str, passage: str):
    assert not stands(text, passage, place="heading")


def test_a_quotation_of_whole_words_heads_what_has_it():
    assert stands("“legal sales”", "Ada Holm said “legal sales were stopped” on Monday.", place="heading")
