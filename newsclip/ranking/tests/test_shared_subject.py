"""What two clips both tell of."""

from dataclasses import replace

from newsclip.evidence.document import Document, Sentence
from newsclip.evidence.tests.documents import a_document
from newsclip.kernel.spans import Passage
from newsclip.ranking.rules.shared_subject import shared_subject

NOWHERE = (Passage("1", 1, 0, 1, ""),)


def clip(headline: str, *text: str, language: str = "en") -> Document:
    said = [Sentence(words, NOWHERE) for words in (headline, *text)]
    return replace(
        a_document(), headline=said[0], summary=tuple(said[1:]), sections=(), glance=(), timeline=(), language=language
    )


BILL = clip("Tuition bill falls", "The minister Casper Wendt lost the vote, Radio Orlo said, and the porters cheered.")
MARCH = clip(
    "Porters march", "They cheered with the porters when the tuition bill of Casper Wendt fell, Radio Orlo said."
)


def test_names_come_first_then_rare_words():
    assert shared_subject(BILL, MARCH)[0] == "Casper Wendt"
    assert "porters" in shared_subject(MARCH, BILL)


def test_common_words_and_numbers_are_no_reason():
    assert shared_subject(clip("Eleven people said so", "They came on Monday."), clip("Eleven people came")) == ()


def test_publishers_are_not_what_clips_tell_of():
    source = replace(BILL.sources[0], publisher="Radio Orlo")
    assert "Radio Orlo" in shared_subject(BILL, MARCH)
    assert "Radio Orlo" not in shared_subject(replace(BILL, sources=(source,)), MARCH)


def test_clips_of_two_languages_share_names_alone():
    german = clip("Gesetz scheitert", "Casper Wendt verlor die Abstimmung der porters.", language="de")
    assert shared_subject(BILL, german) == ("Casper Wendt",)


def test_a_measure_after_a_number_is_no_reason():
    told = clip("The kelp stood 6 furlongs out", "It grew 9 furlongs in a year.")
    assert shared_subject(told, clip("A wall of 4 furlongs", "The wall is 4 furlongs long.")) == ()
    assert shared_subject(told, clip("Kelp returns", "The kelp is back.")) == ("kelp",)
