"""What may be left out of a sentence by its syntax: said more of what is known, and never what makes it true."""

import pytest

from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import BY_SYNTAX, Edit, Omission
from newsclip.evidence.serialization import _sentence
from newsclip.evidence.tests.left_out import ORLO, PARSER, judged
from newsclip.evidence.verifier import verify_sentence
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.syntax import NO_PARSER

pytestmark = pytest.mark.slow
LICENSED = [
    ("apposition", "Ada Holm[, the mayor of Orlo,] opened the new ferry terminal in the harbour."),
    ("apposition", "The council thanked Ada Holm[, a retired captain of the fishing fleet]."),
    ("apposition", "The company[, a builder of small ferries,] hired dozens of workers in the spring."),
    ("apposition", "“The ferry sails,” Ada Holm[, a captain from Orlo,] told the council."),
    ("apposition", "Ada Holm[, a summer guest of Orlo,] left the ferry."),
    ("relative clause", "Ada Holm[, who leads the harbour board,] opened the new ferry terminal."),
    ("relative clause", "The storm closed the Velm Bridge[, which carries most of the traffic to the port]."),
    ("participle clause", "The river burst its banks in the night[, flooding the lower town]."),
    ("participle clause", "[Standing on the quay,] Ada Holm opened the new ferry terminal."),
    ("parenthesis", "The Norvale News Agency[ (NNA)] opened an office in the harbour."),
    ("aside", "Ada Holm[, meanwhile,] opened the new ferry terminal in the harbour."),
    ("second clause", "The ferry sank in the strait[, and divers searched the wreck for the captain]."),
    ("circumstance", "The ferry ran aground in the strait[ after the captain fell asleep]."),
    ("circumstance", "The council closed the bridge[, as the storm flooded the lower town]."),
    ("circumstance", "Ada Holm has left the harbour board[ after losing the vote]."),
    ("circumstance", "The council approved the harbour budget[ on Tuesday]."),
    ("circumstance", "Ada Holm was fined by the court[ for sinking two ferries]."),
    ("circumstance", "The port closed the quay[ after the crew refused to leave the ferry]."),
    ("circumstance", "The crew was rescued by fishermen[ during the storm]."),
    ("circumstance", "The mayor said the captain left the ferry[ after the storm hit]."),
    ("circumstance", "The ferry ran aground in the strait[ after the captain fell asleep], the police said."),
    ("circumstance", "The council closed the quay[ after the storm hit Orlo], according to the mayor."),
    ("circumstance", "The council bought more than 20 ferries[ after the strike ended]."),
    ("circumstance", "The crew was forced to leave the ferry[ after the captain fell asleep]."),
    ("circumstance", "A sailor was left blind after lightning struck him[ as he slept]."),
    ("circumstance", "The former mayor of Orlo left the party[ after the vote]."),
    ("circumstance", "The captain broke a leg[ when the ferry hit the quay]."),
    ("circumstance", "The council fined the captain[ before the ferry was raised]."),
    ("circumstance", "The board fined the captain[ after claiming that he lied to the crew]."),
    ("circumstance", "The storm hit Orlo[ as the United States sent ships]."),
    ("circumstance", "The council thanked the crew for leaving the ferry[ after the captain fell asleep]."),
    ("defining clause", "Divers found a boat[ that sank in the storm]."),
    ("defining clause", "Divers found a boat[ that carried 20 lorries]."),
    ("defining clause", "The ferry was hit by a boat of a captain[ whose crew slept]."),
    ("defining clause", "Divers found a boat[ that sank in the storm], the police said."),
    ("second predicate", "The captain admitted the theft[ and paid a fine]."),
    ("second predicate", "The captain admitted the theft[ and paid 20 crowns]."),
    ("second predicate", "The captain admitted the theft[ and agreed to leave the navy]."),
    ("second clause", "The ferry sank in the strait[, and two divers may search the wreck]."),
    ("occasion", "The ferry sank in the strait, the harbour board said[ in a statement]."),
    ("occasion", "The ferry sank in the strait, the mayor of Orlo said[ in a joint statement]."),
    ("occasion", "The harbour board said[ in a written statement] that the ferry sank in the strait."),
    ("occasion", "A spokesman for the board said[ in an interview] that the ferry sank in the strait."),
    ("occasion", "[In a statement, ]the harbour board said that the ferry sank in the strait."),
    ("occasion", "“The ferry sank in the strait,” Ada Holm said[ in a written statement]."),
    ("publisher", "The ferry sank in the strait[, The Orlo Times reported]."),
    ("publisher", "The ferry sank in the strait[, according to The Orlo Times]."),
]
REFUSED = [
    ("restriction", "Voters[ without a degree] prefer the mayor."),
    ("restriction", "Divers praised the Halcyon[, which sank in the storm,] with a red funnel of brass."),
    ("restriction", "The council fines drivers[, who park on the quay]."),
    ("restriction", "The port pays any captain[, who brings in a wreck,] from the fund of the city."),
    ("restriction", "Voters[ (those without a degree)] prefer the mayor."),
    ("list member", "Ada Holm[, Tomas Reyl,] and Ilse Brandt opened the ferry."),
    ("list member", "The ferry carries cars[, lorries,] and bicycles to the island."),
    ("list member", "The council thanked the mayor[, the captain,] and the crew."),
    ("list member", "The guests were Ada Holm[, the mayor, and other friends]."),
    ("year", "The bridge opened on 5 May[, 1961,] in the harbour."),
    ("number", "The river burst its banks in the night[, killing two people]."),
    ("number", "Ada Holm[, who won 62 per cent of the vote,] opened the ferry."),
    ("place", "Ada Holm moved to Orlo[, Norvale,] with her family."),
    ("condition", "The bridge will open on Monday[, if the council agrees]."),
    ("condition", "The ferry sails[, and the port pays the crew if the board agrees]."),
    ("negation", "Ada Holm[, who denies the charge,] appeared in court in the morning."),
    ("negation", "Ada Holm was charged with theft[, and she has denied it]."),
    ("hedge", "Ada Holm[, who may stand again,] opened the new ferry terminal."),
    ("attribution", "The minister took money from a builder[, The Velm Post reported]."),
    ("attribution", "The river burst its banks[, and the port was flooded, the police said]."),
    ("attribution", "[The police said the dam burst, and ]the mayor fled the town."),
    ("attribution", "Holm left the party in the spring[, saying the board had lied]."),
    ("contrast", "The firm won the tender[, but a court annulled the contract]."),
    ("condition", "[If it rains, the ferry stays in port, and ]the buses run to the island."),
    ("quotation", "“Ada Holm[, the mayor of Orlo,] opened the ferry,” Reyl said."),
    ("quotation", '""The boat[, which sails to Orlo,] is full,"" said Ada Holm.'),
    ("quotation", "Ada Holm[, the “mayor” of Orlo,] opened the new ferry terminal."),
    ("grammar", "Holm knows that the mill closed, the ferry stopped[, and the bank left the town]."),
    ("list member", "The plan would need a thousand helpers[, and 40 crowns a head in expenses]."),
    ("list member", "She says that the mill closed[, and that the bank left the town]."),
    ("list member", "He writes for towns that never had a port[, and that asked him for a ferry]."),
    ("marks", "Jan Holm, the head of Velm Foods[, a maker of soups,] opened the ferry."),
    ("marks", "When the storm hit Orlo[, a port in the north,] the residents fled."),
    ("grammar", "He accused sailors of stealing nets, and in one case[, hitting a captain]."),
    ("grammar", "The mill closed, the ferry stopped, the port lost its crane[, and the bank left the town]."),
    ("marks", "Senator Ilse Brandt, a lawyer from Orlo[, the head of the board,] opened the new ferry terminal."),
    ("negation", "No ferry sailed to the island[ after the storm flooded the port]."),
    ("negation", "Ada Holm never denied the charge[ after the vote]."),
    ("negation", "The captain who didn't sail the ferry left the navy[ after the vote]."),
    ("hedge", "Ada Holm may have left the board[ after the vote]."),
    ("doubt", "The council closed the quay (?)[ on Tuesday]."),
    ("plan", "Ada Holm will leave the harbour board[ on Tuesday]."),
    ("plan", "The captain who'll sail the ferry left the navy[ after the vote]."),
    ("state", "Ada Holm was the captain of the ferry[ during the storm]."),
    ("habit", "The port closes the quay[ as the tide rises]."),
    ("habit", "The port usually closed the quay[ during the winter]."),
    ("restriction", "The ferry carried only lorries[ during the strike]."),
    ("restriction", "The council fined every captain[ after the inspector complained]."),
    ("restriction", "The council fined sailors who left the port[ after the storm hit Orlo]."),
    ("manner", "The council approved the budget[ without holding a vote]."),
    ("restriction", "The council closed the quay[ until the storm passed]."),
    ("restriction", "The port paid the crew[ whenever the ferry sailed]."),
    ("state", "Ada Holm was the mayor of Orlo[ after the war ended]."),
    ("rank", "The council paid the highest price[ during the war]."),
    ("rank", "The storm caused the worst flood[ in Norvale]."),
    ("rank", "Ada Holm won more votes[ in Orlo Bay]."),
    ("rank", "The council hired cheaper ferries[ during the strike]."),
    ("restriction", "The council fined the captain who left the ferry[ during the storm]."),
    ("rank", "The shipyard launched its first ferry[ after the war ended]."),
    ("restriction", "The bridge closed the port[ after the storm hit Orlo], killing two people."),
    ("restriction", "The police said the storm closed the port[ after the wind turned], killing two people."),
    ("restriction", "Divers found a boat[ that sank in the storm], killing two people."),
    ("restriction", "The captain left the ferry[ and hit a wreck], killing two people."),
    ("attribution", "The council fined the captain[ after claims that he lied]."),
    ("wish", "Ada Holm hopes that the police say the captain left the ferry[ after the storm hit]."),
    ("two clauses", "The captain left the ferry[ after the storm hit], the crew stayed aboard."),
    ("rank", "The council paid more than Velm[ during the war]."),
    ("plan", "Ada Holm promised to leave the board[ after the vote]."),
    ("plan", "Ada Holm will say that the captain left the ferry[ after the vote]."),
    ("wish", "Ada Holm hopes the captain left the ferry[ after the storm hit]."),
    ("manner", "The crew cheered like the captain won the race[ after the storm hit]."),
    ("contrast", "The captain left Orlo but sold the ferry[ after the vote]."),
    ("condition", "The port paid the crew[ when the ferry sails]."),
    ("condition", "The council fined the captain[ before the board decides]."),
    ("attribution", "The captain took bribes[ after leaving the navy, the police said]."),
    ("time", "The captain had left the ferry[ before]."),
    ("restriction", "The council fined captains[ who left the ferry]."),
    ("restriction", "Divers found a boat[ the storm sank]."),
    ("restriction", "Divers found a boat and a net[ that sank in the storm]."),
    ("restriction", "Ada Holm was a captain[ who sank a ferry]."),
    ("restriction", "The port will buy a ferry[ that carries lorries]."),
    ("restriction", "Divers found no trace of a boat[ that sank in the storm]."),
    ("restriction", "Divers found a boat[ that sank in the storm] near Orlo."),
    ("grammar", "The council found a captain[ whom to pay]."),
    ("list member", "The captain stole nets, sold ropes[ and paid a fine]."),
    ("list member", "The captain stole nets[ and sold ropes and paid a fine]."),
    ("habit", "The captain buys nets[ and sells ropes]."),
    ("habit", "The captain bought nets[ and sells ropes]."),
    ("habit", "The captain buys nets[ and sold ropes]."),
    ("negation", "The captain never bought nets[ and sold ropes]."),
    ("object", "The captain bought a ferry[ and sold it]."),
    ("contrast", "The captain bought nets[ or sold ropes]."),
    ("attribution", "The captain took bribes[ after he left the navy, the police said]."),
    ("object", "The nurse looked[ after the captain of the ferry]."),
    ("object", "Ada Holm served[ as the captain of the ferry]."),
    ("object", "The crew believed[ in Ada Holm]."),
    ("object", "The captain was mistaken[ for a thief]."),
    ("object", "The ferry came[ as the crew lit the lamps]."),
    ("object", "The council put the ferry[ in Orlo Bay]."),
    ("attribution", "The council fined the captain[ for what the inspector called fraud]."),
    ("condition", "The council paid the crew[ after the strike if the ferry sailed]."),
    ("condition", "The council paid the captain[ for the ferry if it sailed]."),
    ("object", "The council voted[ for the harbour budget]."),
    ("condition", "Ada Holm left the harbour board[ as if the vote were lost]."),
    ("manner", "The council approved the budget[ without a vote]."),
    ("person", "The council lost all faith[ in Ada Holm]."),
    ("pronoun", "The mayor[, who beat Tomas Reyl,] opened the ferry that he had built."),
    ("place", "The storm hit Orlo[, the Norvale Islands]."),
    ("list member", "The council thanked Ilse Brandt and Ada Holm[, a captain of the fishing fleet]."),
    ("list member", "The council thanked Ilse Brandt and Ada Holm[, who leads the harbour board]."),
    ("two sentences", "The mill closed in June. The ferry stopped in the spring[, according to The Orlo Times]."),
    ("grammar", "The storm closed the bridge[, which leading to the port,] in the night."),
    ("grammar", "The council thanked Ada Holm[, whose brother sailed the ferry]."),
    ("grammar", "She told the board the ferry was late[, and the crew was tired]."),
    ("grammar", "The captain stayed aboard[, and the crew swimming to the shore]."),
    ("grammar", "When the crew left Ada Holm[, the mayor,] cheered."),
    ("time", "Ada Holm[, this morning,] opened the ferry terminal."),
    ("time", "Ada Holm[, the next morning,] opened the ferry terminal."),
    ("time", "Ada Holm[, these days,] left the ferry."),
    ("time", "The council thanked Ada Holm[, the other day]."),
    ("time", "The storm hit Orlo[, the following winter]."),
    ("negation", "The harbour board did not say[ in a statement] that the ferry sank."),
    ("hedge", "The harbour board may say[ in a statement] that the ferry sank."),
    ("restriction", "The harbour board said only[ in a statement] that the ferry sank."),
    ("restriction", "The ferry sank, the harbour board first said[ in a statement]."),
    ("negation", "Nobody on the harbour board said[ in a statement] that the ferry sank."),
    ("negation", "No captain said[ in a statement] that the ferry sank."),
    ("negation", "Neither captain said[ in an interview] that the ferry sank."),
    ("restriction", "Few captains said[ in a statement] that the ferry sank."),
    ("restriction", "Hardly any captain said[ in a letter] that the ferry sank."),
    ("restriction", "The first captain said[ in a statement] that the ferry sank."),
    ("restriction", "Half of the captains said[ in a statement] that the ferry sank."),
    ("restriction", "Everybody said[ in a statement] that the ferry sank."),
    ("time", "The ferry will sail soon, Ada Holm said[ last month]."),
    ("time", "The harbour board said[ on Monday] that the ferry would sail the next day."),
    ("time", "The ferry sank two days before, Ada Holm said[ on Tuesday]."),
    ("time", "The harbour board said the ferry would sail[ on Monday]."),
    ("time", "The harbour board said[ on Monday] the bridge will close."),
    ("attribution", "The ferry sank, the harbour board said[ in a statement of the police]."),
    ("attribution", "The ferry sank, Ada Holm said[ in a letter to the crew]."),
    ("number", "The ferry sank, Ada Holm said[ in two statements]."),
    ("place", "The ferry sank, Ada Holm said[ in court]."),
    ("object", "Ada Holm wrote[ in a letter]."),
    ("object", "Ada Holm spoke of the ferry[ in a statement]."),
    ("state", "The ferry sank, Ada Holm promised[ in a statement]."),
    ("condition", "The crew stays if Ada Holm says[ in a statement] that the ferry is safe."),
    ("two clauses", "The harbour board said[ in a statement] and wrote in a letter that the ferry sank."),
    ("quotation", "“The ferry sank, the board said[ in a statement],” Ada Holm told the crew."),
    ("adjectives", "It was a long[, winding,] road to the harbour of Orlo."),
    ("adjectives", "The vote can be seen as perhaps the last[, wheezing gasp of the old harbour board]."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "line"), LICENSED)
def test_what_says_more_of_what_is_known_may_go(kind: str, line: str) -> None:
    assert judged(line, kind) == [None]


@pytest.mark.parametrize(("why", "line"), REFUSED)
def test_what_makes_a_sentence_true_or_whole_stays_whatever_it_is_called(why: str, line: str) -> None:
    assert None not in judged(line, *BY_SYNTAX)


@pytest.mark.parametrize(("kind", "line"), LICENSED)
def test_without_a_parser_nothing_goes(kind: str, line: str) -> None:
    assert judged(line, kind, parser=NO_PARSER) == ["no_parser"]


def test_one_kind_is_no_licence_for_another() -> None:
    assert judged(LICENSED[0][1], "relative clause", "aside", "second clause", "publisher") == ["not_apart"] * 4


SOURCE = "KELMOUTH, March 3 — Meanwhile, Ada Holm, the mayor of Orlo, opened the ferry, which sails to Velm."
HERE = Passage("1", 1, 0, len(SOURCE), digest_of(SOURCE))
EDITS = (str(Edit("KELMOUTH, March 3 —")), str(Edit("Meanwhile")), str(Omission("apposition", "the mayor of Orlo")))


def stands(text: str, *edits: str) -> bool:
    return verify_sentence(Sentence(text, (HERE,), edits), [SOURCE], ORLO, PARSER).supported


def test_several_edits_of_one_sentence_are_replayed_one_after_the_other() -> None:
    clause = str(Omission("relative clause", "which sails to Velm"))
    assert stands("Ada Holm opened the ferry, which sails to Velm.", *EDITS)
    assert stands("Ada Holm opened the ferry.", *EDITS, clause)


def test_the_text_is_what_the_edits_give_and_nothing_else() -> None:
    assert not stands("Ada Holm closed the ferry, which sails to Velm.", *EDITS)
    assert not stands("Ada Holm opened the ferry.", *EDITS)
    assert not stands("Ada Holm opened the ferry, which sails to Velm.", *EDITS, str(Omission("aside", "a lie")))


def test_a_sentence_that_was_edited_by_syntax_says_so() -> None:
    whole, edited = Sentence("Holm came.", (HERE,)), Sentence("Holm came.", (HERE,), EDITS)
    assert (whole.basis, edited.basis) == ("exact", "edited")
    assert "basis" not in _sentence(whole)
    assert _sentence(edited)["basis"] == "edited"
