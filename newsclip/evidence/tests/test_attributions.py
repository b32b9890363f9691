"""A sentence may end with the name of its own publisher, and with no other."""

import pytest

from newsclip.evidence.document import Sentence
from newsclip.evidence.origin import Origin
from newsclip.evidence.playback import played_back
from newsclip.evidence.verifier import verify_sentence
from newsclip.kernel.spans import Passage, digest_of

TOLD = "The old bridge of Orlo carries 9,000 cars a day."
ORLO = Origin("en", ("The Orlo Times", "orlo.example", "Velm Post"))
RECORD = "attributed: according to The Orlo Times"


def reason(text: str, *edits: str, told: str = TOLD, origin: Origin = ORLO) -> str:
    evidence = (Passage("1", 1, 0, len(told), digest_of(told), "text"),)
    verdict = verify_sentence(Sentence(text, evidence, edits), [told], origin)
    return verdict.reason.code if verdict.reason else ""


def test_the_publisher_of_the_passage_may_be_named_at_the_end():
    assert not reason(f"{TOLD[:-1]}, according to The Orlo Times.", RECORD)


def test_a_headline_has_no_full_stop_with_it_either():
    assert not reason(f"{TOLD[:-1]}, according to The Orlo Times", RECORD, told=TOLD[:-1])
    *_, shown = played_back([TOLD[:-1]], [RECORD])
    assert "".join(words for _, words in shown.parts).endswith(", according to The Orlo Times")


def test_it_may_not_be_named_where_no_edit_says_so():
    assert reason(f"{TOLD[:-1]}, according to The Orlo Times.")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("according to Velm Post", f"{TOLD[:-1]}, according to Velm Post."),  # of another passage
        ("according to The Orlo", f"{TOLD[:-1]}, according to The Orlo."),
        ("according to the police", f"{TOLD[:-1]}, according to the police."),
        ("denied by The Orlo Times", f"{TOLD[:-1]}, denied by The Orlo Times."),
        ("according to The Orlo Times", TOLD),
        ("according to The Orlo Times", f"According to The Orlo Times, {TOLD}"),
        ("according to The Orlo Times", f"{TOLD[:-1]}, not, according to The Orlo Times."),
        (
            "according to The Orlo Times",
            "The old bridge of Orlo carries 8,000 cars a day, according to The Orlo Times.",
        ),
    ],
)
def test_nothing_else_may_be_added_with_it(words, text):
    assert reason(text, f"attributed: {words}")


def test_it_may_not_be_added_twice():
    once = f"{TOLD[:-1]}, according to The Orlo Times"
    assert reason(f"{once}, according to The Orlo Times.", RECORD, RECORD) == "attribution_other"


def test_no_quotation_is_the_publisher_s_word():
    told = "Brandt said: “The bridge is safe.”"
    assert reason("Brandt said: “The bridge is safe”, according to The Orlo Times.", RECORD, told=told)


def test_a_language_without_the_phrase_has_none():
    assert reason(f"{TOLD[:-1]}, according to The Orlo Times.", RECORD, origin=Origin("pl", ("The Orlo Times",)))


def test_it_plays_back_as_words_put_in_before_the_full_stop():
    (step,) = played_back([TOLD], [RECORD])
    assert step.parts == (("", TOLD[:-1]), ("ins", ", according to The Orlo Times"), ("", "."))
