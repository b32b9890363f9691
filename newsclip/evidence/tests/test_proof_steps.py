"""Each step of a proof says by which licence it was taken; those of older clips are known as well."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.playback import played_back
from newsclip.evidence.proof_edits import OF_PROOFS, tells_alike
from newsclip.evidence.tests.proved import proof

STEPS = [
    ("She opened the quay.", ("Ada Holm opened the quay.",), ("Ada Holm left.",), "name or pronoun put: Holm → She"),
    ("The mayor opened the quay.", ("Mayor Ada Holm opened the quay.",), (), "title put: Mayor Ada Holm → mayor"),
    (
        "The company closed the mill.",
        ("Velm Lines closed the mill.",),
        ("Velm Lines, a company, grew.",),
        "kind put: Velm Lines → company",
    ),
    (
        "After the closure of the quay, the council met.",
        ("After the quay was closed, the council met.",),
        (),
        "noun or verb put: closed → closure",
    ),
    (
        "Holm said that the ferry would sail.",
        ("“The ferry will sail,” Holm said.",),
        (),
        "tense put back: will sail → would sail",
    ),
    ("Holm said the quay was safe.", ("Holm said the quay is safe.",), (), "tense put back: is → was"),
    ("The lawsuit accuses Ada Holm.", ("The suit accuses Ada Holm.",), (), "word pair: suit → lawsuit"),
    ("The vote was on 3 January.", ("The vote was on Jan. 3.",), (), "word pair: Jan. → January"),
    ("The port bought 12 boats.", ("The port bought twelve boats on Friday.",), (), "word pair: twelve → 12"),
    ("100 boats sank.", ("One hundred boats sank on Friday.",), (), "figure put: One hundred → 100"),
    (
        "The port paid $2m.",
        ("The port paid two million dollars on Friday.",),
        (),
        "figure put: two million dollars → $2m",
    ),
    (
        "The port paid two million dollars.",
        ("The port paid $2,000,000.",),
        (),
        "figure put: $2,000,000 → two million dollars",
    ),
    ("Profits rose by 5 per cent.", ("Profits rose by 5% in May.",), (), "phrase put: % → per cent"),
    (
        "The ferry sank because of the storm.",
        ("The ferry sank due to the storm on Friday.",),
        (),
        "phrase put: due to → because of",
    ),
    ("The ferry has sunk.", ("The ferry sank in the strait.",), (), "put for: sank → sunk"),
]


@pytest.mark.slow
@pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")
@pytest.mark.parametrize(("text", "passages", "before", "step"), STEPS)
def test_a_step_names_its_licence(text: str, passages: tuple[str, ...], before: tuple[str, ...], step: str) -> None:
    steps = proof(text, *passages, before=before)
    assert isinstance(steps, tuple)
    assert step in steps


@pytest.mark.slow
@pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")
def test_a_number_that_is_written_alike_is_no_step() -> None:
    steps = proof("The port paid $2 million.", "The port paid $2 million on Friday.")
    assert steps == ("not told: on Friday",)


@pytest.mark.slow
@pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")
def test_a_number_is_played_back_where_it_stands() -> None:
    passage = "One hundred boats sank on Friday."
    steps = proof("100 boats sank.", passage)
    assert isinstance(steps, tuple)
    (figure,) = [step for step in played_back([passage], steps) if step.kind == "figure put"]
    assert figure.parts[:3] == (("del", "One hundred"), ("", " "), ("ins", "100"))


def test_every_licence_has_a_row_of_the_reference() -> None:
    known = {kind.recorded.partition(": ")[0] for kind in OF_PROOFS}
    assert {step.partition(": ")[0] for *_, step in STEPS} <= known


def test_steps_of_an_older_clip_are_those_found() -> None:
    found = ("words reordered", "kind put: Petrel → ship", "title put: Ada Holm → mayor", "not told: on Friday")
    assert tells_alike(("words reordered", "put for: Petrel → ship", "not told: on Friday"), found)
    assert not tells_alike(("words reordered", "not told: on Friday"), found)
    assert not tells_alike(("put for: Petrel → ship", "not told: on Friday"), found)
    assert not tells_alike(("words reordered", "put for: Petrel → ship", "not told: on Monday"), found)


def test_steps_of_a_new_clip_are_compared_word_for_word() -> None:
    found = ("kind put: Petrel → ship",)
    assert tells_alike(found, found)
    assert not tells_alike(("word pair: Petrel → ship",), found)
