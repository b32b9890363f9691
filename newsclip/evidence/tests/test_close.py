"""Sentences of a language model that an operator lets be joined and reordered: what bears them, and what does not."""

import pytest

from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import CLOSE
from newsclip.evidence.verifier import Origin, verify_sentence
from newsclip.kernel.spans import Passage

ONE = Passage("1", 1, 0, 1, "")


def stands(text: str, *texts: str, edits: tuple[str, ...] = (CLOSE,), language: str = "en") -> bool:
    return verify_sentence(Sentence(text, (ONE,), edits), texts, Origin(language)).supported


VOTE = "The council closed the harbour bridge on Monday."
FERRY = "The last ferry leaves Orlo in June."


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("On Monday, the council closed the harbour bridge.", [VOTE]),
        ("The council closed the harbour bridge on Monday.", ["On Monday, the council closed the harbour bridge."]),
        ("The council closed the harbour bridge on Monday and the last ferry leaves Orlo in June.", [VOTE, FERRY]),
        ("On Monday, the council closed the harbour bridge; in June, the last ferry leaves Orlo.", [VOTE, FERRY]),
        ("The last ferry leaves Orlo in June and the council closed the harbour bridge on Monday.", [VOTE, FERRY]),
    ],
)
def test_parts_may_be_joined_and_times_moved(text: str, texts: list[str]) -> None:
    assert stands(text, *texts)
    assert not stands(text, *texts, edits=())


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        # a time that would belong to another verb
        ("On Monday, the council agreed to close the bridge.", ["The council agreed to close the bridge on Monday."]),
        ("On Monday, Brandt said the bridge had closed.", ["Brandt said the bridge had closed on Monday."]),
        ("On Monday, police held a man who fled.", ["Police held a man who fled on Monday."]),
        # what is said, held back or denied would reach over
        ("Holm said the bridge is unsafe and the last ferry leaves Orlo in June.",
         ["Holm said the bridge is unsafe.", FERRY]),
        ("The bridge may not open this year and the last ferry leaves Orlo in June.",
         ["The bridge may not open this year.", FERRY]),
        # somebody else would be meant
        ("Holm opened the bridge on Monday and he resigned on Tuesday in Orlo.",
         ["Holm opened the bridge on Monday.", "Brandt arrived. He resigned on Tuesday in Orlo."]),
        # halves of different facts
        ("The last ferry closed the harbour bridge on Monday.", [VOTE, FERRY]),
        ("The council closed the harbour bridge in June and the last ferry leaves Orlo on Monday.", [VOTE, FERRY]),
        ("In June, the council closed the harbour bridge.", [VOTE, FERRY]),
        ("Holm struck Brandt.", ["Brandt struck Holm."]),
    ],
)  # fmt: skip
def test_what_says_something_else_is_refused(text: str, texts: list[str]) -> None:
    assert not stands(text, *texts)


def test_nothing_is_joined_in_a_language_whose_joint_is_not_known() -> None:
    one, other = "Der Rat hat die Brücke am Montag geschlossen.", "Eine Fähre fährt noch bis Juni."
    assert stands(one, one, language="de")
    assert not stands(f"{one[:-1]}; {other}", one, other, language="de")
    assert stands("Most otwarty.", "Most otwarty.", language="pl")
    assert not stands("Most otwarty; prom stoi.", "Most otwarty.", "Prom stoi.", language="pl")
