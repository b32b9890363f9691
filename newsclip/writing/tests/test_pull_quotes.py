"""Which quotations stand apart: those of whom readers are told something come first."""

import pytest

from newsclip.evidence import verifier
from newsclip.writing.extractive.material import ToldSoFar, lay_out
from newsclip.writing.extractive.needs import needs_of
from newsclip.writing.extractive.pull_quotes import candidates, pull
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import article, embed

SAID = "“The new pier of Orlo has cost us more than the whole of the old harbour ever did,” said {}."


@pytest.mark.parametrize(
    ("first", "second"),
    [("Ada Quist", "Ilse Holm, the harbour master"), ("Petra", "Ilse Holm")],
)
def test_a_speaker_of_whom_more_is_told_comes_first(first: str, second: str) -> None:
    other = SAID.replace("pier of Orlo", "quay of Velm")
    given = article(1, "", f"{SAID.format(first)}\n{other.format(second)}", language="en")
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    assert [one.quote.speaker for one in candidates(material, most=2)] == ["Ilse Holm", first]


def test_somebody_of_whom_the_clip_tells_comes_before_a_stranger() -> None:
    lead = "The council of Orlo closed its old pier on Monday, though Ilse Holm had spoken against it.\n\n"
    quay = SAID.replace("pier of Orlo", "quay of Velm")
    given = article(1, "", f"{lead}{quay.format('Ada Quist')}\n\n{SAID.format('Ilse Holm')}", language="en")
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    told = ToldSoFar().with_lines(material, [0])
    assert [one.quote.speaker for one in pull(material, needs_of(material), told, most=1)] == ["Ilse Holm"]
