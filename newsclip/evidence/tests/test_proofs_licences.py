"""What no proof may lead to, for the licences of quotations, speakers, short forms, sums, reasons and lists."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

STANDS = [
    (
        "Ada Holm said that divers checked the pillars.",
        "“The quay is safe,” Ada Holm said.",
        "“Divers checked the pillars.”",
    ),
    ("Ada Holm said she checked the pillars.", "“The quay is safe,” Ada Holm said.", "“I checked the pillars.”"),
    ("Ada Holm said she would pay the fine.", "“I will pay the fine,” Ada Holm said."),
    ("Ada Holm said her ferry sank.", "“My ferry sank,” Ada Holm said."),
    (
        "The ferry sank, according to the Orlo Port Council (OPC).",
        "The Orlo Port Council met on Friday.",
        "The ferry sank, according to the OPC.",
    ),
    ("Holm has rejected an offer of £5,000.", "Holm has rejected a £5,000 offer."),
    ("The council berated Holm.", "The council berated Holm for her words."),
    ("Holm requested a ferry.", "Holm asked for a ferry."),
    ("The United States sold the ferry.", "The U.S. sold the ferry on Friday."),
    ("Gov. Holm opened the quay.", "Governor Holm opened the quay on Friday."),
    ("Holm repaired and helped to return the ferry.", "Holm repaired and assisted in returning the ferry."),
]
# what another says, or nobody, behind a quotation
QUOTATIONS = [
    (
        "Ada Holm said that divers checked the pillars.",
        "“The quay is safe,” Ada Holm said.",
        "Divers checked the pillars.",
    ),
    (
        "Ada Holm said that divers checked the pillars.",
        "“Is the quay safe?” Ada Holm asked.",
        "“Divers checked the pillars.”",
    ),
    (
        "Ada Holm said that divers checked the pillars.",
        "“The quay is safe,” Ada Holm said.",
        "“Divers checked the pillars,” Jan Quist said.",
    ),
    (
        "Ada Holm said that divers checked the pillars.",
        "“The quay is safe,” Ada Holm said.",
        "“No,” Jan Quist said. “Divers checked the pillars.”",
    ),
    (
        "Ada Holm said divers checked the pillars.",
        "“The quay is safe,” Ada Holm said.",
        "“If we pay, divers checked the pillars.”",
    ),
    ("Ada Holm said the ferry sank.", "“The quay is safe,” Ada Holm said.", "“Nobody thinks the ferry sank.”"),
    ("Ada Holm said the ferry sank.", "“The quay is safe,” Ada Holm said.", "“The captain said the ferry sank.”"),
    ("Ada Holm said the ferry sank.", "“The quay is safe,” Ada Holm said.", "“Perhaps the ferry sank.”"),
    ("Ada Holm said the ferry may sink.", "“The quay is safe,” Ada Holm said.", "“The ferry must not sink.”"),
    ("Ada Holm said the ferry sank.", "“The quay is safe,” Ada Holm did not say.", "“The ferry sank.”"),
    ("Ada Holm never said the ferry sank.", "“The quay is safe,” Ada Holm said.", "“The ferry sank.”"),
    ("Jan Quist said the ferry sank.", "“The quay is safe,” Ada Holm told Jan Quist.", "“The ferry sank.”"),
    (
        "Ada Holm told Jan Quist that the ferry sank on Friday.",
        "“The quay is safe,” Ada Holm said on Friday.",
        "“The ferry sank.”",
    ),
    (
        "Ada Holm said on Friday that the ferry sank.",
        "“The quay is safe,” Ada Holm said.",
        "“The ferry sank on Friday.”",
    ),
    ("The ferry sank.", "“The quay is safe,” Ada Holm said.", "“The ferry sank.”"),
    (
        "Ada Holm said the ferry sank because the quay is safe.",
        "“The quay is safe,” Ada Holm said.",
        "“The ferry sank.”",
    ),
    (
        "Ada Holm said the mayor stole money.",
        "“The quay is safe,” Ada Holm said.",
        "“The mayor's critics say that he stole money.”",
    ),
    ("Ada Holm said the mayor resigned.", "“The quay is safe,” Ada Holm said.", "“I dreamed that the mayor resigned.”"),
    ("Ada Holm said the mayor resigned.", "Ada Holm, who said that “the quay is safe”, left.", "“The mayor resigned.”"),
    (
        "Ada Holm said the mayor resigned.",
        "Jan Quist denied that Ada Holm said “the quay is safe”.",
        "“The mayor resigned.”",
    ),
    (
        "Ada Holm said the mayor resigned.",
        "Jan Quist claimed that Ada Holm said “the quay is safe”.",
        "“The mayor resigned.”",
    ),
    ("Ada Holm said the mayor resigned.", "“Ada Holm said the quay is safe,” Jan Quist said.", "“The mayor resigned.”"),
    (
        "Ada Holm said the mayor resigned.",
        "A song that says “the quay is safe” was heard by Ada Holm.",
        "“The mayor resigned.”",
    ),
]
# "I" of another, in doubt, or told as a fact
SPEAKERS = [
    ("Ada Holm said she stole the money.", "“Quist told me ‘I stole the money’,” Ada Holm said."),
    ("Jan Quist said she stole the money.", "“I stole the money,” Ada Holm told Jan Quist."),
    ("Ada Holm said he stole the money.", "“I stole the money,” Ada Holm said."),
    ("Ada Holm stole the money.", "“I stole the money,” Ada Holm said."),
    ("Ada Holm stole the money.", "“I never said that I stole the money,” Ada Holm said."),
    ("Ada Holm said she stole the money.", "“I never stole the money,” Ada Holm said."),
    ("Ada Holm said she stole the money.", "“They say I stole the money,” Ada Holm said."),
    ("Ada Holm said she will resign.", "“I may resign,” Ada Holm said."),
    ("Ada Holm said she stole the money.", "“You stole the money,” Ada Holm said."),
    ("Ada Holm said she stole the money.", "“She stole the money,” Ada Holm said of Eva Quist."),
    ("Ada Holm said her brother was jailed.", "“My brother was freed and his friend was jailed,” Ada Holm said."),
    ("Ada Holm said Jan Quist was her friend.", "“I was a friend of his friend,” Ada Holm said of Jan Quist."),
    ("Ada Holm said she hit Jan Quist.", "“Jan Quist hit me,” Ada Holm said."),
    ("Ada Holm said Jan Quist hit her.", "“I hit Jan Quist,” Ada Holm said."),
    ("Ada Holm said she hit Jan Quist.", "“If I hit Jan Quist, I am sorry,” Ada Holm said."),
    ("Ada Holm said she was guilty.", "“Am I guilty?” Ada Holm said."),
    ("Ada Holm said she was guilty.", "“I am not guilty,” Ada Holm said."),
    ("Ada Holm said she was guilty.", "“I am guilty, says Quist,” Ada Holm said."),
    (
        "Eva Quist said she stole the money.",
        "“The quay is safe,” Eva Quist said.",
        "“I stole the money,” said Ada Holm.",
    ),
    (
        "Eva Quist said she stole the money.",
        "“I stole the money,” said Ada Holm.",
        "“The quay is safe,” Eva Quist said.",
    ),
    ("Ada Holm was sorry.", "“I am sorry,” Ada Holm said."),
    ("Ada Holm said she was the mayor.", "“If I were the mayor,” Ada Holm said, “the quay would be open.”"),
]
# letters that are short for another name
SHORT_FORMS = [
    ("The PO sold the ferry.", "The Port of Velm and the PO met.", "The Port of Velm sold the ferry."),
    ("The POA sold the ferry.", "The Port of Orlo Aides sold the ferry.", "The Pilots of Arn (POA) left."),
    ("The OPC resigned.", "The head of the Orlo Port Council (OPC) resigned."),
    ("The OPC was fined.", "A rival of the Orlo Port Council (OPC) was fined."),
    ("The OPC sued the Velm Port Council.", "The Velm Port Council sued the Orlo Port Council (OPC)."),
    ("The OPC was fined.", "The Old Orlo Port Council was fined. The OPC was not."),
    ("The OPC was fined.", "The Orlo Port Council Bank was fined.", "The OPC met."),
    ("The OPC was fined.", "The Orlo Port Council-owned bank was fined.", "The OPC met."),
    (
        "The OPC said the quay is safe.",
        "The Orlo Port Council met. The Velm Port Council said the quay is safe. The OPC left.",
    ),
    ("The OPC chief was jailed.", "The Orlo Port Council met the chief of Velm, who was jailed.", "The OPC left."),
    ("The ABC (OPC) was fined.", "The ABC was fined and the OPC left."),
    ("The Velm Bank (OPC) was fined.", "The Velm Bank was fined.", "The OPC left."),
    ("The Orlo Port Council (VPC) was fined.", "The Orlo Port Council was fined.", "The VPC left."),
]
# a sum of something else, in other money, or by the week
SUMS = [
    ("Holm took a bribe of £5 million.", "Holm took a £5 million loan and a bribe."),
    ("Holm took a bribe of £5 million.", "Holm took a bribe in a £5 million case."),
    ("Holm got a loan of £5.", "Holm got a $5 loan."),
    ("Holm got a loan of £5 million.", "Holm got a £5 loan."),
    ("Holm got a loan of £5 million.", "Holm got a loan of at least £5 million."),
    ("Holm got a loan of £5 million.", "Holm got a loan less than £5 million."),
    ("Holm got a loan of £5 million.", "Holm refused a £5 million loan."),
    ("The theft of £5 million shook Orlo.", "The £5 million theft trial shook Orlo."),
    ("Holm won a prize of £5.", "Holm won a prize and a £5 book."),
    ("Holm paid a fine of £5.", "Holm paid a £3 fine for a £5 book."),
    ("Holm signed a deal of £5 a week.", "Holm signed a £5-a-month deal."),
    ("Holm signed a deal of £5.", "Holm signed a £5-a-week deal."),
    ("Holm bought boats of 20.", "Holm bought 20 boats."),
]
# "for" that does not tell why
REASONS = [
    ("The court fined Holm.", "The court fined Holm's firm for a leak."),
    ("The judge thanked Holm.", "The judge thanked nobody for Holm."),
    ("The court jailed Holm.", "The court would have jailed Holm for theft."),
    ("The court jailed Holm.", "The court did not jail Holm for theft."),
    ("The court did not jail Holm.", "The court did not jail Holm for theft."),
    ("The court never fined the firm.", "The court never fined the firm for the leak."),
    ("The court fined Quist.", "The court fined Holm for Quist."),
    ("The mayor apologised.", "The mayor apologised for nothing."),
    ("Holm kept the money.", "Holm kept the money for Quist."),
    ("The court may fine Holm.", "The court may fine Holm for a leak if it spreads."),
    ("Critics condemned all mayors.", "Critics condemned all mayors for whom Holm votes."),
    ("The court fined drivers.", "The court will fine drivers for speeding."),
    ("The court fines drivers.", "The court fines drivers for speeding."),
    ("The police arrest drivers.", "The police arrest drivers for theft."),
    ("No court fined Holm.", "No court fined Holm for the leak."),
    ("The council blamed the storm.", "The council blamed the mayor for the storm."),
]
# words that only look alike
PAIRS = [
    ("Quist requested the money.", "Holm asked for the money of Quist."),
    ("Holm requested Quist.", "Holm asked for Quist's resignation."),
    ("Holm requested the report.", "Holm asked for changes to the report."),
    ("Holm requested a ferry.", "Holm never asked for a ferry."),
    ("Holm said the quay is safe.", "Holm went on to say the quay may be safe."),
    ("Holm said the quay is safe.", "Holm did not go on to say the quay is safe."),
    ("Holm will resign.", "Holm was going to resign."),
    ("Holm will resign.", "Holm is not going to resign."),
    ("Holm will visit Velm.", "Holm is going to Velm."),
    ("The U.N. fined Holm.", "The U.S. fined Holm."),
    ("The United Kingdom fined Holm.", "The United States fined Holm."),
    ("The U.S. was fined.", "A firm of the United States was fined."),
    ("Sen Holm was fined.", "Gov Holm was fined."),
    ("The governor was fined.", "Gov. Holm said Quist was fined."),
    ("The captain was fined.", "The general was fined."),
]
# "assist in" of another, or denied
HELPS = [
    ("Holm assisted in robbing the mill and burned it.", "Holm assisted in robbing the mill."),
    ("Holm robbed the mill.", "Holm assisted in robbing the mill."),
    ("Quist helped to rob the mill.", "Holm assisted Quist in robbing the mill."),
    ("Holm helped to return the money.", "Holm assisted Quist, who insisted on returning the money."),
    ("Holm helped to return the money.", "Holm refused to assist in returning the money."),
    ("Holm helped to return the money.", "Holm assisted in hiding and not returning the money."),
    ("Holm helped to return the money.", "Holm began in a port and returned the money."),
    ("Holm helped to find Quist.", "Quist assisted in finding Holm."),
    ("Holm began to pay the fine.", "Holm began in paying the rent, not the fine."),
    ("Holm helped to sell the boat.", "Holm may assist in selling the boat."),
    ("Holm helped to sell the boat.", "Holm said Quist assisted in selling the boat."),
]
# what is of the one and in the other
LISTS = [
    ("The mayors of Orlo and Velm were fined.", "The mayors in Orlo and the mayor of Velm were fined."),
    ("The ministers of Orlo and Velm met.", "The ministers of Orlo in Velm met."),
    ("The lawyers of Holm and Quist left.", "The lawyers with Holm and Quist left."),
    ("The gifts to Holm and Quist were sold.", "The gifts from Holm and Quist were sold."),
    ("The murder of Holm and Quist shook Orlo.", "The murder by Holm and Quist shook Orlo."),
    ("The men of Velm and Orlo were jailed.", "The men in Velm and not Orlo were jailed."),
    ("The men of Velm and Orlo were jailed.", "The men in Velm or Orlo were jailed."),
    ("The crew of the Petrel and the Tern was jailed.", "The crew at the Petrel and the cook of the Tern was jailed."),
    ("The plan of Holm and Quist failed.", "The plan about Holm and Quist failed."),
    ("The theft of boats and cars rose.", "The theft from boats and cars rose."),
    ("The removal of Holm and Quist began.", "The removal from Holm and Quist began."),
]
# a clause that the first one governs
MODALS = [
    ("The pressure must continue.", "Holm must pay or the pressure must continue."),
    ("Quist must go.", "Holm must pay, but nobody says Quist must go."),
    ("Quist will go.", "Holm may pay and Quist may go."),
    ("Quist went.", "Holm may pay and Quist may have gone."),
    ("Quist was jailed.", "Holm may have been freed and Quist jailed."),
    ("Quist can go.", "If Holm can pay, Quist can go."),
    ("Quist can go.", "Perhaps Holm can pay and Quist can go."),
    ("Quist must go.", "Holm said the mayor must pay and Quist must go."),
    ("Quist must go.", "It is not true that Holm must pay and Quist must go."),
    ("Quist must go.", "Unless Holm must pay, and Quist must go, the port will close."),
    ("Quist can go.", "Allegedly, Holm can pay and Quist can go."),
]
# who does it in a clause that is joined to another
RELATIVES = [
    ("Sanctions threatened the plan.", "Holm read a plan that would end the war and threatened sanctions."),
    (
        "Holm read a plan that threatened sanctions.",
        "Holm read a plan that would end the war and may threaten sanctions.",
    ),
    ("Holm threatened sanctions.", "Holm read a plan that would end the war and threatened sanctions."),
]
HEADINGS = [
    ("“A dangerous gap”", "Holm, where asked, never said Orlo had “a dangerous gap”."),
    ("“A dangerous gap”", "Holm asks where Orlo has “a dangerous gap”."),
    ("“A dangerous gap”", "In Orlo, where nobody found “a dangerous gap”, Holm left."),
    ("“A dangerous gap”", "Holm, if asked, where he lives, says “a dangerous gap”."),
    ("“A dangerous gap”", "Where Velm has “a dangerous gap”, Orlo has none."),
    ("“A dangerous gap”", "Nobody in Orlo, where ferries sail, sees “a dangerous gap”."),
    ("“A dangerous gap”", "Holm may, where possible, show “a dangerous gap”."),
    ("“A dangerous gap”", "Holm in Orlo, where ferries sail, did not see “a dangerous gap”."),
    ("“A dangerous gap”", "Holm in Orlo, where ferries sail, saw “no dangerous gap”."),
    ("“Dangerous gap”", "Holm in Orlo, where ferries sail, saw “a dangerous gaping hole”."),
    ("Bribe of £5 million", "Holm took a bribe in a £5 million case."),
    ("Bribe of £5 million", "Holm denied a £5 million bribe."),
    ("Bond of £5", "Holm has a $5 bond."),
]
LIES = [*QUOTATIONS, *SPEAKERS, *SHORT_FORMS, *SUMS, *REASONS, *PAIRS, *HELPS, *LISTS, *MODALS, *RELATIVES]


@pytest.mark.parametrize("told", STANDS)
def test_a_licence_leads_to_what_the_passages_say(told: tuple[str, ...]):
    assert stands(*told)


@pytest.mark.parametrize("told", LIES)
def test_no_licence_leads_to_a_lie(told: tuple[str, ...]):
    assert not stands(*told)


@pytest.mark.parametrize(("text", "passage"), HEADINGS)
def test_no_licence_leads_to_a_heading_that_lies(text: str, passage: str):
    assert not stands(text, passage, place="heading")


def test_a_heading_may_quote_what_is_said_of_a_place_that_is_described():
    passage = "Ada Holm says that Orlo, where ferries sail, has “a dangerous gap” in its law."
    assert stands("“A dangerous gap”", passage, place="heading")
