"""What may be said in other words than a passage's: each licence, and beside it what it must refuse."""

import pytest

from newsclip.evidence.tests.proved import proof, stands
from newsclip.kernel.reasons import Reason
from newsclip.language.syntax import NO_PARSER

pytestmark = pytest.mark.slow

BRIDGE = "The council closed the bridge on Monday after a storm damaged two pillars, the mayor said."
SAID = "Ada Holm, the mayor of Orlo, said on Tuesday that the council may sell the old ferry."
FERRY = "The ferry sank in the strait on Friday."
PROVED = [
    # what may be left out, and moved
    ("The council closed the bridge after a storm damaged two pillars, the mayor said.", BRIDGE),
    ("The mayor said the council closed the bridge on Monday.", BRIDGE),
    ("On Monday the council closed the bridge, according to the mayor.", BRIDGE),
    ("The council may sell the old ferry, Ada Holm said on Tuesday.", SAID),
    ("According to Holm, the council may sell the old ferry.", SAID),
    # active and passive
    ("The bridge was closed by the council on Monday, the mayor said.", BRIDGE),
    ("Divers found the wreck.", "The wreck was found by divers near Orlo on Sunday."),
    # whose, of what, who is what
    ("The mayor of Orlo opened the quay.", "Orlo's mayor opened the quay on Friday."),
    ("Ada Holm, the mayor of Orlo, said the council may sell the ferry.", SAID),
    ("The captain, who opened the quay, resigned.", "The captain opened the quay and resigned on Friday."),
    # closed pairs
    ("The quay was closed because of a storm.", "The quay was closed due to a storm on Friday."),
    ("Fares rose by 3 per cent in June.", "Fares rose by three percent in June."),
    ("The council sold 20 ferries in June.", "The council sold twenty ferries in June."),
    ("Thirteen ferries sank in the strait.", "13 ferries sank in the strait on Friday."),
    ("The lawsuit names the council.", "The suit names the council."),
    ("Fares climbed by a tenth.", "Fares rose by a tenth in June."),
    ("The lawyer spoke for the crew.", "The attorney spoke on behalf of the crew."),
    # time and mood
    ("The ferry has sunk in the strait.", FERRY),
    (
        "The captain said that he would resign.",
        "“The captain will resign,” said the captain."[:0] or "The captain said he will resign.",
    ),
    ("The mayor called the bridge “unsafe”.", "The mayor called the bridge 'unsafe' on Friday."),
    ("Orlo, the top producer of wool, has two quays.", "Orlo has two quays and is the top producer of wool."),
    ("The captain thanked her ex-crew.", "The captain thanked her ex-crew on Friday."),
    # names
    ("Holm opened the quay.", "Ada Holm opened the quay on Friday."),
    ("Ada Holm opened the quay.", "Ms Ada Holm opened the quay."),
    # words of one family, nouns for verbs
    ("After divers recovered the wreck, Orlo met.", "After the recovery of the wreck by divers, Orlo met."),
    ("The mayor's closure of the bridge was lawful.", "The mayor's closing of the bridge was lawful."),
    # bound by another preposition, or past a word that the sentence leaves out
    ("The harbour in Orlo burned.", "The harbour of Orlo burned on Friday."),
    ("The contractor answered.", "The contractor named in the suit answered."),
    # one thing that was named before stays this one
    (
        "The court could not establish whether the group included Jan Quist.",
        "The court could not establish whether the released group included Jan Quist.",
    ),
]
REFUSED = [
    # numbers in words
    ("The council sold 30 ferries in June.", "The council sold thirteen ferries in June."),
    ("The council sold 20 ferries in June.", "The council sold twenty-one ferries in June."),
    ("The council sold 20 ferries in June.", "The council sold twenty thousand ferries in June."),
    ("The council sold twenty ferries in June.", "The council sold 20 per cent of its ferries in June."),
    ("One sank in the strait.", "1 ferry of two sank in the strait on Friday."),
    ("The council sold ferries in June 20.", "The council sold twenty ferries in June."),
    # roles
    ("The bridge closed the council on Monday, the mayor said.", BRIDGE),
    ("Divers were found by the captain.", "The captain was found by divers near Orlo on Sunday."),
    ("Ada Holm thanked Jan Quist.", "Jan Quist thanked Ada Holm on Friday."),
    # who says so
    ("The council closed the bridge on Monday.", BRIDGE),
    ("The council said the mayor closed the bridge on Monday.", BRIDGE),
    ("The council sold the old ferry, Ada Holm said on Tuesday.", SAID),
    ("The council may sell the old ferry.", SAID),
    ("Jan Quist said the quay is safe.", "Ada Holm said the quay is safe. Jan Quist left."),
    # denial, doubt, condition
    ("The ferry did not sink in the strait.", FERRY),
    ("The ferry sank in the strait.", "The ferry did not sink in the strait on Friday."),
    ("The council voted.", "The council did not vote on the budget on Friday."),
    ("The ferry may sink in the strait.", FERRY),
    ("The council will sell the ferry.", "The council may sell the ferry."),
    ("The council sold the ferry.", "The council plans to sell the ferry."),
    ("The council sells the ferry.", "The council sells the ferry if the budget fails."),
    ("The captain took the money.", "The captain allegedly took the money."),
    ("The captain took the money.", "The captain was accused of taking the money."),
    ("The captain took the money.", "According to a rival, the captain took the money."),
    (
        "If wax is put into a mould, which is not then grown into an early candle, the cells would match.",
        "If wax is put into a mould, which is then grown into an early candle, the cells would match.",
    ),
    # restrictions, numbers, order
    (
        "An estimated 60 boats need immediate repair, Holm said.",
        "Holm said an estimated 60 boats are among the damaged fleet, with 3 of them in need of immediate repair.",
    ),
    ("March was the best month ever for requests.", "March was the best month ever for requests to the harbour."),
    ("Holm opened the first shop for boats.", "Holm opened the first shop for boats of steel."),
    ("Voters prefer the mayor.", "Voters without a degree prefer the mayor."),
    ("The voters prefer the mayor.", "The voters from the islands prefer the mayor."),
    ("Most of the drivers were fined.", "Most of the drivers who parked on the quay were fined."),
    ("The ferry was the first to sail.", "The ferry was the first of steel to sail."),
    ("All drivers were fined.", "Some drivers were fined."),
    ("Drivers were fined.", "Few drivers were fined."),
    ("The mayor resigned.", "The former mayor resigned."),
    ("The council bought 20 ferries.", "The council bought more than 20 ferries."),
    ("The council bought 30 ferries.", "The council bought 20 ferries for 30 captains."),
    ("The ferry sank before the storm hit Orlo.", "The ferry sank after the storm hit Orlo."),
    ("The ferry sank because the storm hit Orlo.", "The ferry sank after the storm hit Orlo."),
    ("The ferry, the bus and the tram carry 9 men.", "The ferry, the bus, the train and the tram carry 9 men."),
    ("The council bought the ferry and the quay.", "The council bought the ferry or the quay."),
    ("The explanation is that he slept.", "The explanation that tourists hear is that he slept."),
    ("A third was spent.", "A third of the money was spent."),
    ("The lamps are off between nine and seven.", "The lamps are off between seven and nine."),
    ("Few firms will pay, Ada Holm said.", "Few firms would pay, Ada Holm said."),
    ("The captain promised to paint the ferry.", "The captain promised to paint the ferry if the club won."),
    ("The mayor decides on Monday.", "The mayor decides probably on Monday."),
    ("Holm knows the ferry is safe.", "Holm asks whether the ferry is safe."),
    ("Holm said if the ferry is safe.", "Holm said that the ferry is safe."),
    ("The club had not three boats.", "The club had three boats."),
    ("The tunnel has not never opened.", "The tunnel has never opened."),
    ("The ferry is late before a storm damaged the quay.", "The ferry is late after a storm damaged the quay."),
    # other words
    ("The council closed the bridge on Tuesday, the mayor said.", BRIDGE),
    ("The council closed the toll bridge on Monday, the mayor said.", BRIDGE),
    ("The ferry will sink in the strait.", FERRY),
    ("Fares climbed by a tenth.", "Fares fell by a tenth in June."),
    ("The council climbed fares.", "Fares rose by a tenth in June."),
    ("Did the ferry sink?", FERRY),
    ("The ferry sank.", "Did the ferry sink?"),
    # marks
    ("The mayor called the bridge “unsafe”.", "The mayor called the bridge unsafe."),
    ("The mayor called the bridge “unsafe”.", "The mayor's bridge is unsafe, and drivers' unions called."),
    ("The mayor called the bridge “unsafe", "The mayor called the bridge “unsafe”."),
    ("The captain lied.", "Rivals say: The captain lied."),
    # bound otherwise
    ("Above the mill the river is brown.", "Below the mill the river is brown."),
    ("The club held 47 boats, 50 of them new.", "The club held 50 boats, 47 of them new."),
    ("Velland is Orlo's largest partner.", "Orlo is Velland's largest partner."),
    ("The ferry sank although the storm hit Orlo.", "The ferry sank and the storm hit Orlo."),
    ("Holm said the ferry is old.", "Holm said the quay is safe, and Quist said the ferry is old."),
    ("The employee left.", "The employer left on Friday."),
    ("The arrest of the mayor angered Orlo.", "The arrest of a captain, whom the mayor knew, angered Orlo."),
    ("Orlo's shareholders bought boats of Velland.", "Velland's shareholders bought boats of Orlo."),
    ("The arrest of the mayor angered Orlo.", "The arrest of a captain whom the mayor of Orlo knew angered Orlo."),
    ("The council of Velm closed the quay.", "The council closed the quay of Velm and thanked the crew."),
    # the same thing, but of more than one, or of none
    ("The council did not publish notices.", "The council did not publish red notices on Friday."),
    ("No ferry sailed.", "No old ferry sailed."),
    # people
    ("Holm opened the quay.", "Ada Holm opened the quay. Jan Holm left."),
    ("Jan Holm opened the quay.", "Ada Holm opened the quay on Friday."),
    ("He opened the quay.", "Jan Quist opened the quay."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "passage"), PROVED)
def test_what_says_the_same_is_proved(text: str, passage: str):
    assert stands(text, passage), proof(text, passage)


@pytest.mark.parametrize(("text", "passage"), REFUSED)
def test_what_says_more_or_other_is_not(text: str, passage: str):
    assert not stands(text, passage)


def test_what_two_passages_say_of_one_is_merged():
    text = "Ada Holm opened the quay and thanked the crew of the ferry."
    passages = ("Ada Holm opened the quay on Friday.", "Holm also thanked the crew of the ferry.")
    assert stands(text, *passages)
    assert not stands(text, passages[0], "Jan Quist also thanked the crew of the ferry.")
    assert not stands("Ada Holm opened the quay or thanked the crew of the ferry.", *passages)


def test_a_pronoun_means_whom_the_sentence_or_those_before_it_name():
    passage = "Ada Holm opened the quay on Friday."
    assert stands("She opened the quay.", passage, before=("Ada Holm leads the council.",))
    assert not stands("She opened the quay.", passage, before=("Ilse Brandt leads the council.",))
    assert not stands("She opened the quay.", passage, before=("Ada Holm met Ilse Brandt.",))
    assert not stands("He opened the quay.", passage, before=("Ada Holm leads the council.",))
    assert stands("Holm thanked the crew.", passage, "She thanked the crew of the ferry.")
    assert not stands("Holm thanked the crew.", "Ada Holm met Ilse Brandt.", "She thanked the crew of the ferry.")


def test_a_name_with_junior_behind_it_is_that_of_its_bearer():
    passages = ("Jan Quist Jr. drove to Orlo.", "Quist was charged with theft.", "He is jailed in Orlo.")
    assert stands("Quist is jailed in Orlo.", *passages)
    assert not stands("Holm is jailed in Orlo.", *passages)


def test_it_means_the_subject_before_it():
    passage = "The ferry sank in the strait on Friday."
    assert stands("It sank in the strait.", passage, before=("The ferry left Orlo.",))
    assert not stands("It sank in the strait.", passage, before=("The tram left Orlo.",))
    assert not stands("They sank in the strait.", passage, before=("The ferry left Orlo.",))
    assert stands("The report was late.", "The report praised Orlo.", "It was late.")
    assert not stands("The plan was late.", "The report praised Orlo.", "It was late.")
    # a ship is a kind that names are told to be of: only of what its own sentence tells
    assert not stands("The ferry sank in the strait.", "The ferry left Orlo.", "It sank in the strait.")


def test_whose_it_is_stays():
    passage = "Jan Quist said his boat sank in the strait."
    assert stands("Quist said his boat sank.", passage)
    assert not stands("Quist said Ada Holm saw his boat.", passage, "Ada Holm saw his boat.")


def test_a_headline_tells_the_past_in_the_present():
    passage = "Ada Holm opened the quay on Friday."
    assert stands("Ada Holm opens quay", passage, place="headline")
    assert not stands("Ada Holm opens the quay.", passage)


def test_the_steps_of_a_proof_are_told():
    passages = ("The quay was opened by Ada Holm on Friday.", "Holm thanked the crew.")
    steps = proof("Ada Holm opened the quay and thanked the crew.", *passages)
    assert not isinstance(steps, Reason)
    assert steps[:2] == ("passages merged", "words reordered")
    assert "not told: on Friday" in steps
    told = proof("The lawsuit accuses Ada Holm.", "The suit accuses Ada Holm.")
    assert told == ("word pair: suit → lawsuit",)


def test_what_is_in_parts_is_proved_part_by_part():
    passages = ("The ferry sank in the strait.", "The council closed the quay.")
    assert stands("The ferry sank in the strait; the council closed the quay.", *passages)
    assert not stands("The ferry sank in the strait; the council sold the quay.", *passages)


def test_nothing_is_proved_without_a_parser_or_in_another_language():
    said = "The ferry sank in the strait."
    assert proof(said, "The ferry sank in the strait on Friday.", parser=NO_PARSER) == Reason("no_parser")


def test_a_word_without_its_like_is_named():
    assert proof("The ferry burned in the strait.", "The ferry sank in the strait.") == Reason(
        "not_proved", {"said": "burned"}
    )
