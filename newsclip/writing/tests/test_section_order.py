"""A section without a heading goes up to the nearest without one, but not in front of what it needs."""

import pytest

from newsclip.evidence import verifier
from newsclip.evidence.document import Section, Sentence
from newsclip.kernel.spans import Passage
from newsclip.writing.extractive.material import Material, lay_out
from newsclip.writing.extractive.needs import needs_of
from newsclip.writing.extractive.sections import Run, in_reading_order
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import article, embed

LEAD = "The harbour of Orlo was shut on Monday after a storm broke the quay."
SPELT = "The Orlo Harbour Police (OHP) sent two of its boats to the broken quay."
PLAIN = "Sailors of Velm mended three boats with wood from an old mill."


def read(second: str, third: str) -> Material:
    given = (
        article(1, "Storm shuts harbour", LEAD),
        article(2, "Boats go to the quay", f"{second}\n\nNobody was hurt in the two days of wind."),
        article(3, "Storm in Orlo", f"Six roofs of Orlo fell.\n\n{SPELT}\n\n{third}"),
    )
    return lay_out(Assigned("c1", "1", "", 1, given), "en", embed, verifier)


@pytest.mark.parametrize(
    ("second", "third", "headed"),
    [
        (SPELT, "Boats of the OHP came late in the evening.", False),
        (SPELT, "Boats of Tern came late in the evening.", True),
        (PLAIN, "Boats of the OHP came late in the evening.", True),
    ],
)
def test_a_heading_goes_where_another_articles_sentences_need_those_below_it(
    second: str, third: str, headed: bool
) -> None:
    material = read(second, third)
    place = {material.lines[i].told.text: i for i in range(len(material.lines))}
    title = Sentence("Boats go to the quay", (Passage("2", 1, 0, 20, "d", "title"),))
    made = [(Run((place[second],), 1), Section(title, ())), (Run((place[third],), 2), Section(None, ()))]
    sections = in_reading_order(material, needs_of(material), made, (0,))
    assert [bool(one.heading) for one in sections] == ([True, False] if headed else [False])
