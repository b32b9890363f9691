"""A record of an edit that gives no words for others, or words for none, licenses nothing."""

import pytest

from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import Edit, read
from newsclip.evidence.origin import Origin
from newsclip.evidence.verifier import verify_sentence
from newsclip.kernel.spans import Passage, digest_of

ORLO = Origin("en", ("The Orlo Times",))
TOLD = "Reportedly, the mayor of Orlo met Ada Holm at the harbour."
WITHOUT = ["replaced: She → ", "named in full: Holm →  ", "dated:  → Monday (2 March)", "replaced:   →   "]


def supported(text: str, *edits: str) -> bool:
    evidence = (Passage("1", 1, 0, len(TOLD), digest_of(TOLD), "text"),)
    return verify_sentence(Sentence(text, evidence, edits), [TOLD], ORLO).supported


@pytest.mark.parametrize("record", WITHOUT)
def test_a_record_without_words_on_either_side_is_none(record: str) -> None:
    assert read((record, "replaced: She → Ada Holm")) == [Edit("She", "Ada Holm")]


@pytest.mark.parametrize("record", WITHOUT)
def test_what_is_as_its_passage_stands_beside_such_a_record(record: str) -> None:
    assert supported(TOLD, record)


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("The mayor of Orlo met Ada Holm at the harbour.", "replaced: Reportedly → "),
        ("Reportedly, the mayor of Orlo met Ada Holm.", "replaced: at the harbour →  "),
        ("Reportedly, the mayor of Orlo met Ada Holm at the harbour again.", "replaced:  → again"),
        ("Reportedly, Ida Reyl, the mayor of Orlo, met Ada Holm at the harbour.", "named in full:  → Ida Reyl"),
    ],
)
def test_nothing_may_differ_from_its_passage_by_such_a_record(text: str, record: str) -> None:
    assert not supported(text, record)
