"""Clips of several articles: the leading one tells the event, the others add to it, and nothing is mixed up."""

from datetime import timedelta
from itertools import groupby

import pytest

from newsclip.evidence import verifier
from newsclip.evidence.document import Document, Paragraph, SourceArticle
from newsclip.writing.extractive.material import Material, lay_out
from newsclip.writing.extractive.needs import known_to, needs_of
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import BRIDGE, CROWD, MONDAY, SHORT_BRIDGE, article, clip_of, embed
from newsclip.writing.tests.test_choosing import body

CRASH = "A lorry driver from Velm hit the toll booth of the harbour bridge on Monday night, police said."
SAME = "Police said that a lorry driver from Velm hit the toll booth on the harbour bridge late on Monday night."
OTHER = "A bus driver lost his way in the fog near Norvale and ended up in a field of beets."
FINED = "The driver was fined 900 crowns."


def material_of(*articles: SourceArticle) -> Material:
    return lay_out(Assigned("c1", "1", "", 1, articles), "en", embed, verifier)


def unmet(first: str, second: str) -> list[str]:
    """What the last line of the second article needs when the first article's first line has been told."""
    material = material_of(article(1, "Lorry hits booth", first), article(2, "Driver fined", second))
    needs = needs_of(material)
    return needs.unmet(len(material.lines) - 1, known_to(material, needs, [0], 1, frozenset()))


def publishers(document: Document) -> list[str]:
    """The articles of summary and running text, in a row."""
    running = [section for section in document.sections if not section.role]
    texts = [block for section in running for block in section.blocks if isinstance(block, Paragraph)]
    told = [*document.summary, *(sentence for block in texts for sentence in block.sentences)]
    return [article for article, _ in groupby(sentence.evidence[0].article for sentence in told)]


def test_the_driver_of_another_crash_is_not_the_one_that_was_told_of() -> None:
    assert unmet(CRASH, f"{OTHER}\n\n{FINED}") == ["driver"]


def test_what_both_publishers_brought_in_is_known_when_one_has_told_it() -> None:
    assert unmet(CRASH, f"{SAME}\n\n{FINED}") == []


def test_somebody_whom_one_publisher_named_is_known_by_the_last_name_to_all() -> None:
    first = "Mayor Ilse Brandt opened the harbour bridge of Orlo Bay on Monday in front of a large crowd."
    second = (
        "Thousands saw Ilse Brandt cut a ribbon at noon.\n\nBrandt promised that the toll will not rise before May."
    )
    assert unmet(first, second) == []


def test_each_article_is_told_in_one_go() -> None:
    told = publishers(clip_of(SHORT_BRIDGE, CROWD))
    assert len(told) == len(set(told)) == 2


def test_the_clip_begins_with_the_most_complete_telling() -> None:
    brief = article(3, "Harbour bridge opens in Orlo Bay", "The harbour bridge of Orlo Bay opened on Monday.")
    assert publishers(clip_of(brief, BRIDGE))[0] == BRIDGE.id


@pytest.mark.parametrize(
    ("plan", "holds"),
    [
        ("The council will vote on the ferry on 16 March.", True),
        ("The council will build a second bridge in 2031.", True),
        ("The council plans a second bridge by the late 2030s.", True),
        ("The council will vote on the ferry on Tuesday.", False),
        ("The council is expected to vote on the ferry soon.", False),
    ],
)
def test_a_plan_gives_way_to_a_later_article_unless_its_day_is_still_ahead(plan: str, holds: bool) -> None:
    early = article(1, "Bridge opens", f"The harbour bridge of Orlo Bay opened on Monday.\n\n{plan}")
    late = article(2, "Bridge is full", CROWD.text, published=MONDAY + timedelta(days=3))
    material = material_of(early, late)
    assert (1 not in material.outdated) == holds
    assert material.lines[1].told.text == plan


def test_a_first_sentence_right_below_its_title_is_a_whole_sentence() -> None:
    title = "Harbour bridge opens in Orlo Bay after nine years of delays"
    line = "The harbour bridge of Orlo Bay opened on Monday."
    assert [one.told.text for one in material_of(article(1, title, f"{title}\n{line}")).lines] == [line]


def test_the_text_does_not_tell_what_the_ending_tells() -> None:
    ends = "The council will vote on the future of the ferry on 16 March."
    again = "On 16 March the council will vote on the ferry and its future, the mayor said."
    document = clip_of(BRIDGE, article(2, CROWD.title, f"{CROWD.text}\n\n{again}"))
    assert sum(text in {ends, again} for text in body(document)) == 1
