"""Which section of one sentence has a heading, and which heading claims more than its section holds."""

from dataclasses import replace

import pytest

from newsclip.evidence import verifier
from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import ROLE
from newsclip.writing.extractive.headings import Around, Headed, ReadAbove, heading
from newsclip.writing.extractive.material import lay_out
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import TRIAL, article, embed

NOTHING = ReadAbove((), frozenset(), frozenset())


def lone_heading(sentence: str, *, headline: str = "Orlo Bay sells its ferry") -> str | None:
    """The heading that a section of this one sentence gets."""
    given = article(1, "", f"{TRIAL[0]}\n\n{sentence}")
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    above = NOTHING.and_section(headline, (), "en")
    found = heading(material, (1,), [material.lines[1].told], above)
    return found.heading.text if found else None


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The cashier was charged with forgery and with theft by the prosecutors of Orlo Bay.", "The charges"),
        ("The new ferry will be launched in May, the harbour board of Orlo Bay said.", "What comes next"),
        ("Police were called to the ferry and sent four officers to the quay on Sunday night.", None),
    ],
)
def test_one_sentence_may_stand_under_a_type_that_answers_a_question(sentence: str, told: str | None) -> None:
    assert lone_heading(sentence) == told


def test_one_sentence_under_a_name_needs_a_reader_who_knows_the_name() -> None:
    said = "Ada Holm said the old boat had cost the islands more in repairs than it had ever earned."
    assert lone_heading(said) is None
    assert lone_heading(said, headline="Orlo Bay sells its ferry to Ada Holm") == "What Ada Holm says"


def test_what_somebody_says_heads_nothing_where_they_speak_elsewhere_too() -> None:
    said = (
        "Ada Holm said the old boat had cost the islands more in repairs than it had ever earned.",
        "Ada Holm said the new boat would need no captain and no cook on her way to the islands.",
    )
    given = article(1, "", "\n\n".join((*TRIAL[:1], *said)))
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    above = NOTHING.and_section("Orlo Bay sells its ferry to Ada Holm", (), "en")

    def headed(around: Around) -> bool:
        return heading(material, (1,), [material.lines[1].told], above, around) is not None

    assert headed(Around())
    assert not headed(Around(others=said[1:]))
    assert not headed(Around(other_speakers=("Holm",)))
    assert headed(Around(others=TRIAL[2:], other_speakers=("Jan Quist", None)))


def test_one_sentence_that_says_the_headline_again_is_no_section() -> None:
    said = "The new ferry will be launched in May, the harbour board of Orlo Bay said."
    assert lone_heading(said, headline="Harbour board to launch new Orlo Bay ferry in May") is None


def test_one_sentence_about_something_else_is_no_section() -> None:
    other = "Six others were taken to hospital with minor injuries after a hay cart had turned over at Velm."
    material = lay_out(
        Assigned("c1", "1", "", 1, (article(1, "", "\n\n".join((*TRIAL, other))),)), "en", embed, verifier
    )
    last = len(material.lines) - 1
    below = [material.lines[last].told]
    assert heading(material, (last,), below, NOTHING) is None
    near = replace(material, reach=material.reach * 0)
    assert heading(near, (last,), below, NOTHING) == Headed(
        Sentence("The injured", below[0].evidence[:1], (ROLE,)), "the_injured"
    )
