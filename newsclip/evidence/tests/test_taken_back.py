"""Nothing goes that takes back, makes up or reverses what a headline or a sentence tells before it."""

import pytest

from newsclip.evidence.edits import BY_SYNTAX
from newsclip.evidence.tests.left_out import judged

pytestmark = pytest.mark.slow
TAKEN_BACK = [
    "The council fined Ada Holm under a ruling[, which a higher court annulled].",
    "The council fined Ada Holm under the ruling[, which a higher court annulled].",
    "Tomas Reyl signed a confession[ and recanted the confession].",
    "Tomas Reyl has confessed to the theft[, and he recanted the confession].",
    "Tomas Reyl confessed to the theft of a boat[, recanting in May].",
    "The court of Orlo jailed the captain[, who is played by Tomas Reyl].",
    "A captain[ played by Tomas Reyl] has sunk the ferry.",
    "The council gave the port a licence[, which it revoked in May].",
    "The mayor banned the ferry in an order[ that a judge rescinded].",
    "The minister announced a tax on boats[, and the government repealed it].",
    "Police charged the captain with a theft[, which prosecutors dismissed].",
    "The council fired Ada Holm[, who was reinstated in May].",
    "The navy arrested Tomas Reyl[, who was exonerated in May].",
    "The port closed the quay[ and reopened the quay in May].",
    "A witness[ who retracted the claim] has accused the mayor of theft.",
    "A sailor[ who withdrew the complaint] has accused the captain of theft.",
    "The court awarded Ada Holm a boat in a ruling[ that was voided in May].",
    "The council approved the bridge[, a decision nullified by the court].",
    "The mayor accused the crew of theft[ and retracted the statement].",
    "The ministry issued a licence to the port[, which was suspended in May].",
    "Ada Holm won the race in Orlo[ and was disqualified by the board].",
    "A jury found Ada Holm guilty of theft in a verdict[ that a judge set aside].",
    "The council sold the ferry to Velm[ and called off the sale].",
    "The captain sank the ferry[, which exists only in a novel].",
    # written afterwards, by beat: sport, polls, science, business, crime, arts, war, office
    "The board gave the cup to Velm[, which handed it back].",
    "The captain of Velm scored a goal[ that a referee disallowed].",
    "Ada Holm won the election in Orlo[, which was rerun in May].",
    "Divers found a wreck[ that was in fact a rock].",
    "The journal published a study of the strait[, which it pulled in May].",
    "Orlo Lines agreed to buy the port[, and regulators barred the purchase].",
    "Police arrested Tomas Reyl[, whom they mistook for a thief].",
    "The captain stabbed Ada Holm[, a scene from the opera].",
    "The council of Orlo crowned a queen[ who reigns in a fairy tale].",
    "The army took the town[, which rebels retook in May].",
    "The navy sank a ship[ that was made of paper].",
    "The council offered Ada Holm the post[, and she declined the post].",
    "The mayor left the office in May[ and resumed it in June].",
    "The parliament passed the law[, which lapsed in May].",
    "Doctors declared Ada Holm dead[, and a nurse revived her].",
    "The paper called Ada Holm a thief[ and printed an apology].",
    "A sailor has found a treasure in Orlo[, a story that he made up].",
    "The council cancelled the race[, which went ahead].",
    "The crew called a strike[, which it averted in May].",
    "The port fined the captain[ and waived the fine].",
    "The mayor accused the captain of theft[, a remark that he regretted].",
    "The bank sacked Ada Holm[, whom it took on again].",
    "The firm announced the closure of the mill[, which stays open].",
    "The jury convicted a sailor[ who was freed on appeal].",
    "The court freed Tomas Reyl[, whom the navy jailed anew].",
    "The mayor opened a quay in Orlo[, and the storm swallowed it].",
    "The paper printed a letter of the mayor[, a text that a pupil forged].",
    "A sailor has confessed to the theft[, a confession that police disbelieve].",
    "The striker broke the record of Orlo[, which the board struck from its list].",
    "The firm bought the mill[ and sold the mill back].",
    "The minister praised the treaty[ and disowned the speech].",
    "The board elected Ada Holm[, whose votes were bought].",
    "The navy found a mine[ that proved to be a buoy].",
    "The premier ended the strike[, which flared up in May].",
    "The port banned the ferry[, a ban that the council overrode].",
    "Police found a bomb[, which was a cooking pot].",
    "Police found a bomb[ that was a cooking pot].",
    "The court jailed a captain[ who was an actor].",
    "The council agreed to buy the port with the firm[, which pulled out of the deal].",
    "Velm joined the league[ and pulled out of it].",
    "The army took the town[, which rebels won back].",
    "The armies signed a truce[, which rebels ignored].",
    "The armies stopped the war[, and Velm ended the ceasefire].",
    # at the same time, or before somebody says so
    "The council fined the captain[ as a court annulled the fine].",
    "The council fined the captain[ just as a court annulled the fine].",
    "Ada Holm has won the race[ as the board annuls the result].",
    "The board is fining Ada Holm[ as a court overturns the ruling].",
    "The mayor says the port must close[ after retracting the order].",
]  # fmt: skip
LICENSED = [
    ("relative clause", "The council fined Ada Holm[, who denounced the ruling]."),
    ("relative clause", "The council fined Ada Holm[, who played for Orlo]."),
    ("relative clause", "The council fined Ada Holm[, who was a captain]."),
    ("relative clause", "The storm closed the Velm Bridge[, which carried the lorries of the port]."),
    ("defining clause", "Divers found a boat[ that dropped an anchor in the strait]."),
    ("defining clause", "Divers found a boat[ that lost an anchor in the storm]."),
    ("second predicate", "The captain admitted the theft[ and withdrew money]."),
    ("second predicate", "The captain admitted the theft[ and removed a lamp]."),
    ("second clause", "The ferry sank in the strait[, and the mayor suspended the captain]."),
    ("apposition", "The council thanked Ada Holm[, a star of film]."),
    ("circumstance", "The council fined the captain[ after a court overturned the ban]."),
]


@pytest.mark.parametrize("line", TAKEN_BACK)
def test_what_takes_back_the_rest_stays_whatever_it_is_called(line: str) -> None:
    assert None not in judged(line, *BY_SYNTAX)


@pytest.mark.parametrize(("kind", "line"), LICENSED)
def test_a_like_verb_that_acts_on_something_else_may_go(kind: str, line: str) -> None:
    assert judged(line, kind) == [None]
