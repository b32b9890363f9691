"""Headings: a publisher's title over what that publisher adds, and phrases that are none."""

import pytest

from newsclip.evidence.document import Paragraph, Quote, Section, Sentence, SourceArticle
from newsclip.evidence.edits import ROLE
from newsclip.evidence.tests.test_gate import PROMISE, TOLD, TRUE, passage
from newsclip.evidence.verifier import Origin, headings, judge_heading
from newsclip.evidence.verifier.headings import phrase_fault
from newsclip.kernel.reasons import Reason, message
from newsclip.kernel.spans import Passage, digest_of
from newsclip.writing.tests.stories import BRIDGE, CROWD, HARBOUR, article, clip_of

PASSAGE = Passage("1", 1, 0, 9, "d")
_LATE = "The bridge, which cost 212 million crowns, was nine years late."
LATE = Sentence(_LATE, (passage(_LATE, 1),))
QUOTED = Quote(PROMISE.strip("“,”"), None, (passage(TOLD),))
ELSEWHERE = "Something below this title is not told by its article."
UNION = (
    "The ferry crews of Orlo Bay will meet in the chapel on Friday to plan a farewell for the Marten.\n\n"
    "The Marten has carried 31 million passengers between the two banks since 1958.\n\n"
    "Her captain, Sunniva Krog, began as a deckhand at sixteen and never worked on another ship.\n\n"
    "The crews of the ferry Marten want to say farewell without speeches, because the Marten never made one.\n\n"
    "Krog asked the passengers of the Marten to bring the oldest ticket that they can find at home.\n\n"
    "Her crews painted the funnel of the ferry red again, as it was when the passengers still carried hens.\n\n"
    "A brass band will play on the last crossing, and the bell goes to the school on the north bank."
)


def headings_of(*articles: SourceArticle) -> dict[str, str]:
    """Heading → what stands below it."""
    return {
        section.heading.text: " ".join(
            sentence.text for block in section.blocks if isinstance(block, Paragraph) for sentence in block.sentences
        )
        for section in clip_of(*articles).sections
        if section.heading
    }


def test_what_another_publisher_adds_stands_under_its_title() -> None:
    title = "Wedding parties, letters and a circus travelled on the ferry Marten"
    opened = article(1, BRIDGE.title, "\n\n".join(HARBOUR.split("\n\n")[:2]))
    more = (
        "\n\nThe Marten took wedding parties, cattle and once a circus over the water, and was late for none of them."
        "\n\nPassengers of the Marten have left letters in her saloon, and the crews will read some of them aloud."
    )
    found = headings_of(opened, article(2, f"{title} | Paper 2", UNION + more))
    assert "Marten" in found[title]
    assert "212 million" not in found[title]


@pytest.mark.parametrize(
    "title",
    [
        "Harbour bridge opens in Orlo Bay after nine years of delays",
        "Farewell, Marten! The ferry that carried 31 million passengers",
        "Why the crews of the ferry Marten are saying farewell",
        "Crews say farewell to the ferry Marten Norvale News",
    ],
)
def test_a_title_that_repeats_the_headline_shouts_baits_or_names_its_site_heads_nothing(title: str) -> None:
    assert title not in headings_of(BRIDGE, article(2, title, UNION))


def title_of(given: SourceArticle, words: str) -> Sentence:
    """A heading that rests on the article's title."""
    whole = Passage(given.id, given.revision, 0, len(given.title), digest_of(given.title), "title")
    return Sentence(words, (whole,))


@pytest.mark.parametrize(
    ("words", "below", "reason"),
    [
        (CROWD.title, (Paragraph((LATE,)),), ""),
        (CROWD.title, (Paragraph((TRUE,)),), ELSEWHERE),
        (CROWD.title, (Paragraph((LATE,)), QUOTED), ELSEWHERE),
        (CROWD.title, (), ELSEWHERE),
        ("Thousands flee new Orlo Bay bridge on first day", (Paragraph((LATE,)),), "It says “flee”"),
    ],
)
def test_a_title_heads_what_its_article_tells_and_nothing_else(
    words: str, below: tuple[Paragraph | Quote, ...], reason: str
) -> None:
    known = {(given.id, given.revision): given for given in (BRIDGE, CROWD)}
    verdict = judge_heading(Section(title_of(CROWD, words), below), known)
    assert verdict is not None
    assert verdict.supported is (not reason)
    assert reason in (message(verdict.reason) if verdict.reason else "")


@pytest.mark.parametrize(
    "line",
    [
        "Police found no evidence of [fraud by Holm].", "[The theft of the harbour fund] was invented.",
        "Holm denied the [murder of the clerk].", "There was never [a deal with the port].",
        "Reports of [a bribe to Holm] were false.", "Holm called [Brandt a thief and liar].",
        "If there is [war in Velm], prices rise.", "Holm claims a [coup in Orlo].",
        "The dam averted [a flood in Orlo].",
        "The rumour about [the death of Holm] spread.", "“We want [death to the clerk],” they sang.",
        "The film tells of [the fall of Orlo].", "Holm is no [friend of the mob].",
    ],
)  # fmt: skip
def test_what_its_sentence_denies_or_doubts_heads_nothing(line: str) -> None:
    words, source = line[line.index("[") + 1 : line.index("]")], line.replace("[", "").replace("]", "")
    assert phrase_fault(words, [source], "en") == Reason("heading_states", {"words": words})
    assert phrase_fault(words, [source, f"Everyone saw {words} at noon."], "en") is None or words[:6] == "Brandt"


@pytest.mark.parametrize("line", ["[Night buses] use the bridge from May.", "[Orlo Bay Council] will not sell it.",
                                  "Holm said [the harbour fund] paid for the boats."])  # fmt: skip
def test_what_is_there_and_a_name_may_head(line: str) -> None:
    words, source = line[line.index("[") + 1 : line.index("]")], line.replace("[", "").replace("]", "")
    assert phrase_fault(words, [source], "en") is None


SPOKE = "Ada Holm said the pier is safe."
NAMING = Sentence("What Ada Holm says", (PASSAGE,), (ROLE,))


@pytest.mark.parametrize(
    ("speaker", "type_code", "supported"),
    [
        ("Ada Holm", "name_says", True),
        ("Holm", "", True),
        ("Tomas Reyl", "name_says", False),
        (None, "", False),
        ("Ada Holm", "background", False),
    ],
)
def test_a_heading_that_names_somebody_heads_nobody_elses_words(
    speaker: str | None, type_code: str, supported: bool
) -> None:
    below = (Paragraph((Sentence(SPOKE, (PASSAGE,)),)), Quote("It is safe", speaker, (PASSAGE,)))
    fault = headings.fault(NAMING, [SPOKE], Section(NAMING, below, type=type_code), Origin("en"))
    assert (fault is None) is supported


def test_a_type_without_its_heading_is_refused() -> None:
    below = (Paragraph((LATE,)),)
    verdict = judge_heading(Section(None, below, type="background"), {})
    assert verdict is not None
    assert verdict.reason == Reason("role_unknown")
    told = headings.fault(title_of(CROWD, CROWD.title), [], Section(None, below, type="background"), Origin("en"))
    assert told == Reason("role_unknown")
