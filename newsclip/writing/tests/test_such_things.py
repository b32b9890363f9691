"""A line that speaks of "such" a thing is told where its reader knows of which kind."""

import pytest

from newsclip.evidence import verifier
from newsclip.writing.extractive.material import lay_out
from newsclip.writing.extractive.needs import Needs, known_to, needs_of
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import article, embed

LEAD = "The harbour of Orlo was shut on Monday after a storm broke the quay."
COUNT = "From the tower sailors counted six barges on Tuesday."
BARGES = "Two barges without a crew lay off Tern for a week."


def needs(line: str) -> Needs:
    given = article(1, "Storm shuts harbour", "\n\n".join((LEAD, BARGES, line)))
    return needs_of(lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier))


@pytest.mark.parametrize(
    "line",
    [
        "Sailors of Velm have asked for such barges since May.",
        "Sailors of Velm would not buy such a barge.",
        "Sailors of Velm fear such old barges in a storm.",
    ],
)
def test_such_a_thing_needs_the_line_that_told_of_one(line: str) -> None:
    assert needs(line).terms[2] == {"barg": 1}


@pytest.mark.parametrize(
    "line",
    ["Sailors of Velm fear such dangers most.", "Ada Quist of Velm asked who might lead such an organization in May."],
)
def test_such_a_thing_that_sums_up_the_line_before_is_tied_to_it(line: str) -> None:
    assert needs(line).tied == {2}


@pytest.mark.parametrize(
    "line",
    [
        "Sailors of Velm sell boats and buy such boats in May.",
        "Tern gives sailors money for fuel, and asks for a list of such costs.",
        "Sailors of Velm carry goods such as wool.",
        "Sailors of Velm have never seen such a large barge.",
        "Ada Quist of Velm said that it was such a pity.",
        "Sailors of Velm built it in such a way that it floats.",
        "Sailors of Velm said there was no such thing.",
    ],
)
def test_such_a_thing_that_the_line_itself_tells_of_needs_nothing(line: str) -> None:
    found = needs(line)
    assert not found.terms[2]
    assert not found.tied


def test_what_another_article_tells_of_is_of_the_kind_but_not_the_thing() -> None:
    first = article(1, "Barges lie off Tern", BARGES)
    for line, known in (("Sailors of Velm fear such barges.", True), ("Sailors of Velm fear the barges.", False)):
        second = article(2, "Storm shuts harbour", "\n\n".join((LEAD, COUNT, line)))
        material = lay_out(Assigned("c1", "1", "", 1, (first, second)), "en", embed, verifier)
        found = needs_of(material)
        assert bool(found.unmet(3, known_to(material, found, [0, 1], 1, frozenset()))) is not known
