"""How the text is headed, and which titles, captions and plans do not get that far."""

from dataclasses import replace

import pytest

from newsclip.evidence import verifier
from newsclip.evidence.document import Document, Paragraph, Quote, Section, Sentence
from newsclip.evidence.edits import ROLE
from newsclip.evidence.verifier import verify_document
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.section_types import SectionType
from newsclip.writing import cleaning
from newsclip.writing.extractive.headings import ReadAbove, is_used, own_heading, title_heading
from newsclip.writing.extractive.material import lay_out
from newsclip.writing.extractive.needs import needs_of
from newsclip.writing.extractive.pull_quotes import PullQuote
from newsclip.writing.extractive.running_text import Chosen, running_text
from newsclip.writing.extractive.sections import Run, in_reading_order, runs, with_quotations
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import HARBOUR, TRIAL, article, clip_of, embed

NOTHING = ReadAbove((), frozenset(), frozenset())
MARKET = (
    "The fish market of Orlo Bay will move to the new quay after 140 years in the smokehouse street.\n\n"
    "Traders carried the first crates over on Monday, and a brass band went before them to the water.\n\n"
    "The council pays for the new stalls, and the traders pay for the ice and the water that they use.\n\n"
    "A cold hall on the quay\n\n"
    "The new hall keeps the fish at two degrees, and its roof carries cells that make power for the ice.\n\n"
    "Forty stalls stand in the hall in four rows, and each of them has a drain, a tap and a lamp of its own.\n\n"
    "The roof was built by the shipyard, whose carpenters had never made anything that does not float.\n\n"
    "Visitors may watch the auction from a gallery, which opens at six in the morning and closes at nine.\n\n"
    "Ferries from the islands land at its doors, so that crates need not cross the town on carts any more.\n\n"
    "What becomes of the old street\n\n"
    "The smokehouses stay where they are, and the council wants to let the empty ones to young cooks.\n\n"
    "Three of them have asked for a licence, among them a baker who makes bread with smoked flour."
)


def headings_of(document: Document) -> dict[str, list[str]]:
    return {
        section.heading.text: [
            said.text for block in section.blocks if isinstance(block, Paragraph) for said in block.sentences
        ]
        for section in document.sections
        if section.heading
    }


def test_a_section_stands_under_its_publishers_own_subheading() -> None:
    market = article(1, "Fish market moves to new quay", MARKET)
    document = clip_of(market)
    found = headings_of(document)
    assert any(said.startswith("Forty stalls") for said in found["A cold hall on the quay"])
    assert not any(said.startswith("The smokehouses") for said in found["A cold hall on the quay"])
    assert all(verdict.supported for verdict in verify_document(document, [market]))


def test_a_subheading_stands_over_the_first_of_the_lines_below_it() -> None:
    given = article(1, "Fish market moves to new quay", MARKET)
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    found = runs(material, range(len(material.lines)), lambda rows: len(rows) == 2)
    assert [run.lines for run in found if run.lines[-1] >= 3] == [(3, 4, 5, 6, 7), (8, 9)]


def test_a_subheading_whose_matter_the_clip_left_out_heads_nothing() -> None:
    silent = MARKET.replace("A cold hall on the quay", "Gulls steal a breakfast")
    material = lay_out(Assigned("c1", "1", "", 1, (article(1, "Fish market moves", silent),)), "en", embed, verifier)
    under, told = range(3, 8), [line.told for line in material.lines[3:8]]
    assert own_heading(material, under, told, ()) is not None
    assert own_heading(material, under[:2], told[:2], ()) is None


def test_a_subheading_that_says_the_headline_again_heads_nothing() -> None:
    given = article(1, "Fish market moves", MARKET)
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    under, told = range(3, 8), [line.told for line in material.lines[3:8]]
    assert own_heading(material, under, told, ["The quay has a hall"]) is not None
    assert own_heading(material, under, told, ["Orlo Bay builds a cold fish hall on its quay"]) is None


def test_one_line_stands_under_a_subheading_of_whose_words_it_has_much() -> None:
    given = article(1, "Fish market moves", MARKET.replace("A cold hall on the quay", "A hall keeps fish cold"))
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    kept, stalls = ([line.told] for line in material.lines[3:5])
    assert own_heading(material, [3], kept, ()) is not None
    assert own_heading(material, [4], stalls, ()) is None


def test_a_title_heads_what_its_article_tells_from_there_on() -> None:
    given = article(1, "Fish market of Orlo Bay moves to new quay", MARKET)
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    market, crates = ([line.told] for line in material.lines[:2])
    assert title_heading(material, 0, market, NOTHING) is None
    assert title_heading(material, 0, market, NOTHING, crates) is not None
    assert title_heading(material, 0, crates, NOTHING, market) is None


def test_a_title_heads_nothing_that_is_told_above() -> None:
    given = article(1, "Fish market of Orlo Bay moves to new quay", MARKET)
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    below = [line.told for line in material.lines[:3]]
    assert title_heading(material, 0, below, NOTHING) is not None
    assert title_heading(material, 0, below, NOTHING.and_section("", below, "en")) is None


@pytest.mark.parametrize(
    "title",
    ["The harbour bridge of Orlo Bay opened on Monday after nine", "(Packed in cans by the brewery of Orlo Bay"],
)
def test_a_piece_of_the_text_is_no_headline(title: str) -> None:
    text = HARBOUR.removeprefix("HARBOURTON (AP) — ")
    assert clip_of(article(1, title, text)).headline.evidence[0].part == "text"


def test_a_quotation_does_not_part_sentences_that_follow_each_other() -> None:
    row = [said(n) for n in range(1, 6)]
    given = article(1, "", "\n".join(row), language="en")
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    here = Passage("1", 1, 0, 5, digest_of(given.text[:5]))
    quotation = PullQuote(Quote("We go", "Ada", (here,)), 0, 0, behind=0)
    told = [((0, 1), Paragraph(())), ((2,), Paragraph(())), ((4,), Paragraph(()))]
    kinds = [block.kind for block in with_quotations(material, told, [quotation])]
    assert kinds == ["paragraph", "paragraph", "quote", "paragraph"]


def said(number: int) -> str:
    return f"The harbour of Orlo has {number + 20} new cranes on its quay number {number} since the spring."


def test_a_headline_loses_its_dateline() -> None:
    title = "SEOUL: Harbour bridge of Orlo Bay opens after nine years"
    assert clip_of(article(1, title, HARBOUR)).headline.text == "Harbour bridge of Orlo Bay opens after nine years"


def test_a_plan_gives_way_to_what_came_of_it() -> None:
    plan = (
        "The ferry workers of Orlo Bay will strike on the quay for a whole day.\n\n"
        "The union will hold a vote on the strike next week, its chairman Tomas Reyl told the harbour council."
    )
    done = "The ferry workers of Orlo Bay called off their strike.\n\nThey will get two more crowns an hour."
    later = article(2, "Ferry strike called off", done)
    later = article(2, "Ferry strike called off", done, published=later.published.replace(day=10))
    told = clip_of(article(1, "Ferry workers to strike", plan), later)
    assert not any("hold a vote" in said for rows in headings_of(told).values() for said in rows)
    assert "hold a vote" not in str(told.sections)


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("At his trial, Holm said that the port had been his idea.", False),
        ("As she seeks a fifth term, Quist promised a second crane.", False),
        ("At his trial, the mayor said that the port had been his idea.", True),
        ("At his trial, he said that the port had been his idea.", True),
    ],
)
def test_a_pronoun_whose_name_follows_leans_on_nothing(text: str, leans: bool) -> None:
    assert cleaning.leans(text) is leans


def test_a_type_goes_where_its_article_is_told_on_without_a_heading() -> None:
    given = (article(1, "Fish market moves", MARKET), article(2, "Cashier charged", "\n\n".join(TRIAL)))
    material = lay_out(Assigned("c1", "1", "", 1, given), "en", embed, verifier)
    other = next(i for i, line in enumerate(material.lines) if line.article == 1)
    typed = Sentence("The charges", (Passage("1", 1, 0, 50, "d"),), (ROLE,))
    sections = [Section(typed, ()), Section(None, ())]

    def headed(*lines: int) -> list[bool]:
        article = material.lines[lines[0]].article
        made = [(Run((0, 1), 0), sections[0]), (Run(lines, article), sections[1])]
        return [section.heading is not None for section in in_reading_order(material, needs_of(material), made, ())]

    assert headed(2, 3) == [False]
    assert headed(4, 5) == [False]
    assert headed(other) == [True, False]


def test_another_section_of_an_article_goes_on_below_its_title() -> None:
    material = lay_out(Assigned("c1", "1", "", 1, (article(1, "Fish market moves", MARKET),)), "en", embed, verifier)
    passage = Passage("1", 1, 0, 17, "d", "title")
    title = Section(Sentence("Fish market moves", (passage,)), (Paragraph(()),))
    made = [(Run((1, 2), 0), title), (Run((4, 5), 0), Section(None, (Paragraph(()),)))]
    assert [len(section.blocks) for section in in_reading_order(material, needs_of(material), made, ())] == [2]


def sections_of(*sentences: str, summary: tuple[int, ...], text: tuple[int, ...]) -> list[Section]:
    given = article(1, "", "\n\n".join(sentences))
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    return running_text(material, needs_of(material), Chosen(material.lines[0].told, summary, text, ()))


def headed(made: list[Section]) -> list[str | None]:
    return [section.heading.text if section.heading else None for section in made]


def test_what_goes_on_from_the_summary_has_no_heading_but_its_publishers() -> None:
    assert headed(sections_of(*TRIAL, summary=(0, 3, 4, 5, 6), text=(1, 2))) == [None]


def test_one_line_may_go_on_from_the_summary_so_that_the_next_have_a_heading() -> None:
    ends = (TRIAL[0], *TRIAL[3:], *TRIAL[1:3])
    assert headed(sections_of(*ends, summary=(0, 1, 2, 3), text=(4, 5, 6))) == [None, "The charges"]


def test_no_section_stands_under_the_heading_of_the_ending() -> None:
    given = article(1, "", "\n\n".join((TRIAL[0], *TRIAL[3:], *TRIAL[1:3])))
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)
    chosen = Chosen(material.lines[0].told, (0, 1, 2, 3), (4, 5, 6), ())
    needs = needs_of(material)
    assert "The charges" in headed(running_text(material, needs, chosen))
    ended = replace(chosen, ends=Sentence("The charges", material.lines[5].told.evidence))
    assert "The charges" not in headed(running_text(material, needs, ended))


def test_a_section_that_brings_in_what_the_next_one_needs_keeps_its_place() -> None:
    rows = (
        TRIAL[0],
        "A diver named Ruben Tamm was charged with theft on Monday by the prosecutors of the northern islands.",
        TRIAL[3],
        "Tamm had kept the books of the ferry fund in a drawer of his boat for most of the last nine years.",
        TRIAL[5],
    )
    material = lay_out(Assigned("c1", "1", "", 1, (article(1, "", "\n\n".join(rows)),)), "en", embed, verifier)
    typed = Section(Sentence("The charges", (Passage("1", 1, 0, 50, "d"),)), ())

    def headed(*behind: int) -> list[bool]:
        made = [(Run((1,), 0), typed), (Run(behind, 0), Section(None, ()))]
        return [bool(one.heading) for one in in_reading_order(material, needs_of(material), made, (0,))]

    assert headed(3) == [False]
    assert headed(4) == [True, False]


def test_what_somebody_says_stands_under_one_heading_whatever_form_the_name_has() -> None:
    board = SectionType("name_says", "What the board says", "the board")
    assert is_used(board, ["What the Orlo Board says"])
    assert not is_used(board, ["What the Velm Council says", "Who is the Orlo Board"])
