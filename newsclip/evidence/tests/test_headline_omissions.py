"""What a headline may do without: what is left happened all the same, whenever, whichever and whatever for."""

import pytest

from newsclip.evidence.edits import BY_SYNTAX
from newsclip.evidence.tests.left_out import judged

pytestmark = pytest.mark.slow
LICENSED = [
    ("circumstance", "The council removed the captain[ after police said he had lied]."),
    ("circumstance", "The port closed the quay[ after inspectors found that the crane had sunk]."),
    ("circumstance", "The port closed the quay[ just two days before the storm hit Orlo]."),
    ("circumstance", "The port closed the quay[ less than a week after the vote]."),
    ("circumstance", "The port closed the quay[ two days before the vote]."),
    ("circumstance", "The port is closing the quay[ after the storm hit Orlo]."),
    ("circumstance", "The captain has allegedly sunk a ferry[ just hours after the storm hit Orlo]."),
    ("circumstance", "The council closed the quay[ to protect the ferries of Orlo]."),
    ("clause in the subject", "A captain[ who sank two ferries] has been fined by the council."),
    ("clause in the subject", "A captain[ accused of theft] has been fined by the council."),
    ("clause in the subject", "The crew of a ferry[ that sank in the storm] has left the navy."),
    ("clause in the subject", "A captain[ whose crew slept in the storm] has sunk a ferry of his own."),
    ("clause in the subject", "A captain[, who sank two ferries,] has been fined by the council."),
    ("defining clause", "Divers found a boat[ that sank when the storm hit Orlo]."),
    ("second predicate", "The captain was accused of stealing nets[ and selling ropes]."),
    ("second predicate", "The crew was forced to leave the ferry[ and pay a fine]."),
    ("detail", "Ada Holm says the port must close the quay[ after admitting that it is sinking]."),
    ("detail", "The crew is adamant it will save the ferry[ after the storm hit Orlo]."),
    ("detail", "The captain has sold the ferry[ as the navy prepares to leave Velm]."),
]
REFUSED = [
    ("negation", "The captain has not sunk a ferry[ hours after the vote]."),
    ("condition", "The port closes the quay[ two days before the ferry sails]."),
    ("condition", "The port opened the quay[ only after the vote]."),
    ("condition", "The port closed the quay[ after the crew left it if the ferry sailed]."),
    ("contrast", "The port closed the quay[ after the crew left but then opened it]."),
    ("attribution", "The port closed the quay[ after the storm hit Orlo, the police said]."),
    ("habit", "The quay is closed by the port[ after the ferry sails]."),
    ("reason", "The captain has spoken of his distress[ after a sailor stole the ferry]."),
    ("reason", "The board has told the crew of its anger[ after the vote]."),
    ("plan", "The port is hoping to close the quay[ after the vote]."),
    ("command", "The council ordered the captain[ to leave the ferry]."),
    ("command", "The council asked the board[ to close the quay]."),
    ("condition", "Velm needed a ferry[ to win the race]."),
    ("time", "The crew took two days[ to raise the ferry]."),
    ("plan", "Ada Holm will close the quay[ to protect the ferries]."),
    ("rank", "The council did enough work[ to open the quay]."),
    ("attribution", "A captain[ who slept, the police said,] has been fined by the council."),
    ("grammar", "A captain[ who slept], the police said, has been fined by the council."),
    ("restriction", "The captain[ who sank two ferries] has been fined by the council."),
    ("restriction", "Captains[ who sank ferries] have been fined by the council."),
    ("restriction", "Every captain[ who sank a ferry] has been fined by the council."),
    ("restriction", "No captain[ accused of theft] has been fined by the council."),
    ("restriction", "Only a captain[ accused of theft] has been fined by the council."),
    ("restriction", "A third of captains[ who sank a ferry] have left the navy."),
    ("negation", "A captain[ who sank a ferry] has not been found by the police."),
    ("habit", "A captain[ who sinks a ferry] loses the command in Orlo."),
    ("plan", "A captain[ who sank a ferry] will leave the navy of Orlo."),
    ("rank", "A captain[ who sank a ferry] has won the most votes in Orlo."),
    ("state", "A captain[ who sank a ferry] is the mayor of Orlo."),
    ("likeness", "The mayor behaved like a captain[ who sank a ferry]."),
    ("pronoun", "A captain[ who hit Tomas Reyl] has praised his ferry in Orlo."),
    ("object", "A captain[ who stole a ferry] has sold the ferry in Orlo."),
    ("wish", "The captain hopes to leave the ferry[ and swim to the shore]."),
    ("negation", "The captain declined to leave the ferry[ and swim to the shore]."),
    ("negation", "The crew was stopped from leaving the ferry[ and swimming to the shore]."),
    ("one deed", "The captain was fined for drinking beer[ and sailing the ferry]."),
    ("one deed", "Velm won the cup by beating Orlo[ and sinking a ferry]."),
    ("object", "The captain was accused of buying[ and selling ferries]."),
    ("object", "The captain bought[ and sold ferries]."),
    ("list member", "The crew was forced to leave the ferry, swim ashore[, and pay the captain]."),
    ("time", "The captain left the navy before buying a ferry[ and selling ropes]."),
    ("outcome", "The captain was charged with theft[ and released by the police]."),
    ("outcome", "The captain was charged with the theft of Tomas Reyl's ferry[, which turned out to be his own]."),
    ("outcome", "The council fined Ada Holm[, who was acquitted of theft]."),
    ("negation", "The captain closed the quay[, and the port denied it]."),
    ("contrast", "The ferry has caught fire in the strait[, but the crew was saved]."),
    ("attribution", "The captain has stolen the ferry[, citing the police of Orlo]."),
    ("attribution", "The captain stole the ferry[ as police said in Orlo]."),
    ("attribution", "The captain has sold a ferry[ and left the navy, the police said]."),
    ("likeness", "The captain is as tired of the quay[ as the crew was of the ferry]."),
    ("habit", "The quay is closed by the port[ as the ferry sails]."),
    ("negation", "The port does not close the quay[ and sell the ferry]."),
    ("negation", "The port is not adamant it will save the ferry[ after the storm hit Orlo]."),
    ("state", "The captain was adamant it will save the ferry[ after the storm hit Orlo]."),
    ("grammar", "The captain has sold a ferry to Velm a month[ after the storm hit Orlo]."),
    ("wish", "The port is glad of a plan for saving the ferry[ after the storm hit Orlo]."),
    ("wish", "The port hopes to save the ferry[ after the storm hit Orlo]."),
    ("rank", "The ferry is the first to reach the quay[ after the storm hit Orlo]."),
    ("all", "Every captain is sure of the ferry[ after the storm hit Orlo]."),
    ("condition", "The port closes the quay[ after the ferry sails]."),
    ("reply", "The ferry has been raised from the strait[, and divers said it may sail again in 20 days]."),
    ("reply", "The minister took the money[, and his lawyer said he was framed]."),
    ("reply", "The captain has sunk the ferry[, and the navy refuted the report]."),
    ("deed", "The port has closed the quay[ and has told 20 captains to leave]."),
    ("hedge", "The mayor of Orlo is likely to leave the port[ after the port refused to pay]."),
    ("hedge", "The mayor of Orlo is expected to leave the port[ after the port refused to pay]."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "line"), LICENSED)
def test_what_happened_is_told_without_its_circumstances(kind: str, line: str) -> None:
    assert judged(line, kind) == [None]


@pytest.mark.parametrize(("why", "line"), REFUSED)
def test_what_a_headline_would_be_false_without_stays_whatever_it_is_called(why: str, line: str) -> None:
    assert None not in judged(line, *BY_SYNTAX)
