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
    # a part of something else, another one, not quite
    ("Quist murdered Holm.", "Holm's murder of Quist shocked Velm."),
    ("The mayor resigned.", "The resignation of the mayor's aide shocked Velm."),
    ("Her brother killed the mayor.", "The brother of her boss killed the mayor."),
    ("The general was jailed.", "Attorney General Holm was jailed."),
    ("The governor was fined.", "The lieutenant governor was fined."),
    ("The attack of Holm failed.", "The attack at Holm failed."),
    ("The government collapsed.", "The government averted a collapse."),
    ("Holm said on Monday the quay closed.", "Holm said the quay closed on Monday."),
    ("Holm said the quay closed on Monday.", "Holm said on Monday the quay closed."),
    ("Mr Holm was jailed.", "Mrs Holm was jailed. Mr Holm wept."),
    ("President Holm was jailed.", "Holm, a friend of the president, was jailed."),
    ("The Orlo council was fined.", "The council of Velm near Orlo was fined."),
    ("North Velm was flooded.", "Velm was flooded in the north."),
    ("South Orlo was flooded.", "Orlo was flooded from the south."),
    ("The school was closed.", "The school kitchen was closed."),
    ("The bridge was closed.", "The bridge lift was closed."),
    ("Holm was jailed for five years.", "Holm was jailed five years ago."),
    ("The council approved the plan.", "The council approved the plan, a report that proved false."),
    ("Holm resigned.", "Holm all but resigned."),
    ("Holm can vote.", "Holm can no longer vote."),
    ("Voters oppose the plan.", "Voters over 60 oppose the plan."),
    ("The drug is safe.", "The drug is safe in low doses."),
    ("Holm won the race.", "Holm won the race for second place."),
    ("The court cleared Holm of murder.", "The court cleared Holm of theft before his trial of murder."),
    ("Holm, mayor of Velm, resigned.", "Holm, rival of Quist, mayor of Velm, resigned."),
    ("Holm died in the fire.", "Holm died on the day of the fire."),
    ("The firm was fined for the leak.", "The firm was fined for hiding the leak."),
    ("The mayor apologised for the fire.", "The mayor apologised for his words about the fire."),
    ("The mayor apologised for the fire.", "The mayor apologised for the delay after the fire."),
    ("Holm was accused of murder.", "Holm was accused of hiding a murder."),
]
# what may belong to a word that is left out
ATTACHED = [
    ("The court fined the firm in Orlo.", "The court fined the firm for a spill in Orlo."),
    ("Police arrested Holm on Friday.", "Police arrested Holm for a theft on Friday."),
    ("Police arrested Holm with a knife.", "Police arrested Holm after an attack with a knife."),
    ("The mayor was fined by Quist.", "The mayor was fined after a complaint by Quist."),
    ("The council closed the quay in Velm.", "The council closed the quay after a fire in Velm."),
    ("The council closed the quay at night.", "The council closed the quay after complaints of noise at night."),
    ("The firm was sued by Quist.", "The firm was sued over a book by Quist."),
    ("The court jailed the captain of the Petrel.", "The court jailed the captain for the sinking of the Petrel."),
    ("The minister met the leaders of Velm.", "The minister met the leaders about the future of Velm."),
    ("The court fined the firm in March.", "The court fined the firm over a leak in March."),
    ("Holm sued the port for three years.", "Holm sued the port over a closure for three years."),
    ("The council hired a firm from Orlo.", "The council hired a firm after a tip from Orlo."),
    ("Police found the boat near Velm.", "Police found the boat after a search near Velm."),
    ("The mayor spoke in Orlo.", "The mayor spoke about the floods in Orlo."),
    ("The judge ruled in Velm.", "The judge ruled on a case in Velm."),
    ("The firm paid the fine with a loan.", "The firm paid the fine for a deal with a loan."),
    ("The union protested against the firm.", "The union protested after a strike against the firm."),
    ("Holm died at the hospital.", "Holm died after a fire at the hospital."),
    ("Holm was arrested at the airport.", "Holm was arrested over a brawl at the airport."),
    ("Holm was jailed in Orlo in 2019.", "Holm was jailed in Velm for a theft in Orlo in 2019."),
    ("The firm was fined in 2019.", "The firm was fined for a spill in 2019."),
    ("The firm was fined last year.", "The firm was fined for a spill last year."),
]
# a title that means somebody else, another day, a verb of another kind
SIMILAR = [
    ("The mayor was jailed.", "Former mayor Ada Holm was jailed."),
    ("The mayor was jailed.", "Deputy mayor Ada Holm was jailed."),
    ("The mayor resigned.", "Mayor Ada Holm's aide resigned."),
    ("Mayor Holm resigned.", "Councillor Holm resigned."),
    ("Mayor Holm resigned.", "Councillor Holm met the mayor. Holm resigned."),
    ("Mayor Holm resigned.", "Councillor Holm met Mayor Reyl. Holm resigned."),
    ("The nurse was jailed.", "Nurse Ada Holm's killer was jailed."),
    ("The singer was fined.", "Singer Ada Holm Hall was fined."),
    ("The judge fined Ada Holm.", "Judge Jan Quist said Ada Holm was fined."),
    ("The captain sued the port.", "Captain Ada Holm and the port were sued."),
    ("The mayor of Orlo was jailed.", "Mayor Ada Holm was jailed in a case about Orlo."),
    ("The mayor of Velm was jailed.", "Mayor Ada Holm was jailed. Jan Quist is the mayor of Velm."),
    ("The lawyer was arrested.", "Jan Quist, who shot lawyer Ada Holm, was arrested."),
    ("The director left Orlo.", "Film director Ada Holm met Quist, who left Orlo."),
    ("The doctor was killed.", "A former doctor, Ada Holm, was killed."),
    ("The minister was killed.", "Self-styled minister Ada Holm was killed."),
    ("The teacher was fined.", "Ada Holm, the wife of teacher Jan Holm, was fined."),
    ("The second boat was found.", "The second boat sank. The boat was found."),
    ("Prices rose by 5 per cent in May.", "Prices rose by 5 per cent between May and June."),
    ("Holm tried Quist.", "Holm attempted to call Quist."),
    ("The firm stopped selling milk.", "The firm stopped to sell milk."),
    ("Holm remembered to pay the fine.", "Holm remembered paying the fine."),
    ("Holm will be freed in May.", "Holm will be freed by May."),
    ("The vote is in May.", "The vote is before May."),
    ("Holm declined the offer.", "Holm dropped the offer."),
    ("Holm announced the plan.", "Holm suggested the plan."),
    ("The port will close in May.", "The port will close until May."),
    ("Holm was jailed on Friday.", "Holm was jailed before Friday."),
    ("The baker robbed the mill.", "Baker Jan Holm saw Quist, who robbed the mill."),
    ("Holm was fined in Velm and Quist in Orlo.", "Holm was fined in Orlo and Quist in Velm."),
    ("In Orlo the court fined the firm.", "The court fined the firm for a spill in Orlo."),
    ("Holm died in Orlo after a fall.", "Holm died after a fall in Orlo."),
    ("Holm died after a fall in Orlo.", "Holm died in Orlo after a fall."),
    ("Holm kept the money.", "Holm kept the money for Quist."),
    ("Holm left the party.", "Holm left the party for an hour."),
    ("The mayor backed the strike.", "The mayor backed an end to the strike."),
    ("The mayor backed the strike.", "The mayor backed critics of the strike."),
    ("The army took the town.", "The army took aid to the town."),
    ("The sailors were fired.", "The sailors were fired at."),
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
    ("Fire in Orlo", "The court fined Holm in Orlo after a fire in Velm."),
    ("Closure of the quay", "The council decided against a closure of the quay."),
    ("Closure of the quay", "The council never planned a closure of the quay."),
    ("Closure of the quay", "Holm ruled out the closure of the quay."),
    ("Fraud at the port", "Holm was cleared of fraud at the port."),
    ("Quist as mayor", "Quist lost the race to Holm as mayor."),
    ("War with Velm", "The king avoided war with Velm."),
    ("Five years for Quist", "Holm got five years for robbing Quist."),
    ("New quay for Velm", "Velm lost its bid for a new quay."),
    ("Holm and the theft", "Nobody linked Holm and the theft."),
    ("Praise from Quist", "Quist got praise from Holm."),
    ("Mayor jailed", "Former mayor Ada Holm was jailed."),
    ("A mayor on trial", "The mayor watched the trial of a sailor."),
    ("Trial of the mayor", "The mayor watched the trial of a sailor."),
    ("Trial for the captain", "The captain watched a trial."),
    ("Captain's trial", "The captain watched a trial."),
    ("Threats against the school", "The school made threats against a teacher."),
    ("Money from the port", "Holm sent money to the port."),
    ("Money for Quist", "Quist sent money to Holm."),
    ("Love for the captain", "The captain felt love for the cook."),
    ("Bribes for the minister", "The minister accused Holm of bribes to the mayor."),
    ("Murder of the captain", "The captain was accused of murder."),
    ("Murder by the captain", "The captain reported a murder."),
    ("Illegal boats", "The boats were not illegal."),
    ("Illegal boats", "Holm said the boats were illegal."),
    ("Corrupt mayor", "Quist called the mayor corrupt."),
    ("A lying minister", "Quist called the minister a lying fool."),
    ("Strike at the mill", "Workers voted against a strike at the mill."),
    ("Strike at the mill", "A strike at the mill is unlikely."),
    ("Strike at the mill", "A strike at the mill would be a mistake, Holm said."),
    ("Strike at the mill", "There will be no strike at the mill."),
    ("Strike at the mill", "The mill asked workers to call off a strike."),
    ("Tax cuts", "The government has no money for tax cuts."),
    ("Tax cuts", "Holm promised tax cuts."),
    ("War crimes", "Holm was found innocent of war crimes."),
    ("Holm's war crimes", "Holm reported on war crimes."),
    ("Theft and murder", "Holm was cleared of theft and murder."),
    ("Drugs at the school", "Police found no drugs at the school."),
    ("Drugs at the school", "Police searched the school for drugs."),
    ("Deal with Velm", "Talks about a deal with Velm broke down."),
    ("What Holm stole", "Holm said what Quist stole."),
    ("How Holm killed Quist", "Holm asked how Quist killed the cook."),
    ("Why Holm resigned", "Holm said why he never resigned."),
    ("Who killed Holm", "Holm asked who killed Quist."),
    ("Two dead", "Two men found a dead dog."),
    ("Five arrests", "Police made no arrests at five ports."),
    ("New mayor", "The mayor has a new car."),
    ("First woman mayor", "The woman met the first mayor."),
    ("Largest port", "The port is not the largest."),
    ("Safe quay", "Nobody knows if the quay is safe."),
    ("Bomb in Orlo", "Police in Orlo said the bomb was a toy."),
    ("Holm's boat", "The boat sank near Holm's house."),
    ("Boat fire", "The boat crew saw a fire."),
    ("School strike", "The school cook wrote about the strike."),
    ("Orlo's new bridge", "Velm built a new bridge for Orlo's boats."),
    ("Fined in Velm", "Holm was fined in Orlo and freed in Velm."),
    ("Cure for cancer", "Holm dreams of a cure for cancer."),
]


@pytest.mark.parametrize(("text", "passage"), SENTENCES + ATTACHED + SIMILAR)
def test_a_sentence_that_says_other_is_not_proved(text: str, passage: str):
    assert not stands(text, passage)


@pytest.mark.parametrize(("text", "passage"), HEADINGS)
def test_a_heading_that_says_other_is_not_proved(text: str, passage: str):
    assert not stands(text, passage, place="heading")


def test_a_quotation_of_whole_words_heads_what_has_it():
    assert stands("“legal sales”", "Ada Holm said “legal sales were stopped” on Monday.", place="heading")


KEPT = [
    ("The designer was fined in Orlo.", "Designer Ada Holm was fined in Orlo."),
    ("The mayor has called the plan “too late”.", "The mayor has called the plan 'too late'."),
    (
        "The court has fined the firm for a spill in Orlo.",
        "The court fined the firm, which is small, for a spill in Orlo.",
    ),
    ("Holm was jailed for a theft on Friday.", "Holm, who is old, was jailed for a theft on Friday."),
    ("The council shut the quay after a fire in Velm.", "The council of Orlo closed the quay after a fire in Velm."),
]


@pytest.mark.parametrize(("text", "passage"), KEPT)
def test_a_phrase_stays_with_all_that_may_have_it(text: str, passage: str):
    assert stands(text, passage)
