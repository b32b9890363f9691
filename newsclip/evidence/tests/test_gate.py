"""Documents that lie, one in each place where a clip says something: none of it is published."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from newsclip.evidence.document import (
    Bullets,
    Claim,
    Disagreement,
    Document,
    Image,
    Moment,
    Paragraph,
    Quote,
    Section,
    Sentence,
)
from newsclip.evidence.edits import ROLE, Edit
from newsclip.evidence.serialization import seal, sealed
from newsclip.evidence.verifier import verify_document
from newsclip.evidence.verifier.gate import supported_only
from newsclip.evidence.verifier.stale_evidence import stale_evidence
from newsclip.evidence.visitor import sentences_and_quotations
from newsclip.kernel.reasons import Refused, message
from newsclip.kernel.spans import Passage, digest_of
from newsclip.writing.tests.stories import BRIDGE, CROWD, article, clip_of

GIVEN = [replace(BRIDGE, image="https://paper1.example/b.jpg", image_alt="The bridge", image_credit="A. Falk"), CROWD]
CLIP = clip_of(*GIVEN)


def passage(words: str, number: int = 0) -> Passage:
    """Where the article of this number says these words."""
    at = GIVEN[number].text.index(words)
    return Passage(GIVEN[number].id, 1, at, at + len(words), digest_of(words))


COST = "The bridge cost 212 million crowns, twice the sum that the council approved in 2017, Mayor Ilse Brandt said."
VOTE = "The council will vote on the future of the ferry on 16 March."
PROMISE = "“We promised a crossing that our grandchildren would still be using, and today we have kept that promise,”"
TOLD = f"{PROMISE} Brandt told the crowd."
TRUE = Sentence(COST, (passage(COST),))


def disputed(about: str, *values: str) -> Disagreement:
    """The second of the articles against the first, on the cost of the bridge."""
    late = "The bridge, which cost 212 million crowns, was nine years late."
    cited = ((passage(COST),), (passage(late, 1),))
    return Disagreement(about, tuple(Claim(value, p) for value, p in zip(values, cited, strict=True)))


def cited(document: Document) -> set[Passage]:
    return {passage for said in sentences_and_quotations(document) for passage in said.evidence}


def opening(*blocks: Paragraph | Quote | Bullets, heading: Sentence | None = None, role: str = "") -> Document:
    return replace(CLIP, sections=(Section(heading, blocks, role),))


def refusals(document: Document) -> list[str]:
    """The reasons of the gate, where the verifier gives the same ones."""
    judged = [v for v in verify_document(document, GIVEN) if v.reason]
    gated = supported_only(document, GIVEN).receipt.refused
    assert {(v.text, v.reason.code) for v in judged if v.reason} == {(one.sentence, one.reason.code) for one in gated}
    kept = [words for one in gated for words in one.reason.params.values() if isinstance(words, str)]
    assert not [words for words in kept if not words[0].isdigit()], "days alone"
    return [message(v.reason) for v in judged if v.reason]


def test_a_clip_that_tells_the_truth_passes_whole() -> None:
    assert refusals(CLIP) == []
    assert supported_only(CLIP, GIVEN) == CLIP


LIES: dict[str, tuple[Document, str]] = {
    "summary": (
        replace(CLIP, summary=(*CLIP.summary, replace(TRUE, text=COST.replace("212", "312")))),
        "It gives the figure “312”, but the passage says “212”.",
    ),
    "paragraph": (
        opening(Paragraph((TRUE, replace(TRUE, text=COST.replace("Ilse Brandt", "Marta Olin"))))),
        "It says “Marta Olin”, but the passage says “Ilse Brandt”.",
    ),
    "bullet": (
        opening(Bullets((replace(TRUE, text=COST.replace("crowns", "euros")),))),
        "It says “euros”, but the passage says “crowns”.",
    ),
    "a passage that its publisher never wrote": (
        opening(Paragraph((TRUE, Sentence(COST, (replace(passage(COST), digest="0" * 16),))))),
        "The publisher's words are no longer what this rests on.",
    ),
    "a passage of an article that nobody gave": (
        opening(Paragraph((TRUE, Sentence(COST, (replace(passage(COST), revision=9),))))),
        "The publisher's words are no longer what this rests on.",
    ),
    "an edit that hides a condition": (
        opening(
            Paragraph((TRUE, Sentence("The council will vote.", (passage(VOTE),), (str(Edit("will vote on")),)))),
        ),
        "“will” was left out, which may change the meaning of the sentence.",
    ),
    "a name for the wrong pronoun": (
        opening(
            Paragraph(
                (
                    TRUE,
                    Sentence(
                        "Tomas Reyl said the toll for lorries would stay at 12 crowns until the end of 2028.",
                        (
                            passage("She said the toll for lorries would stay at 12 crowns until the end of 2028."),
                            passage("Tomas Reyl"),
                        ),
                        (str(Edit("She", "Tomas Reyl")),),
                    ),
                )
            )
        ),
        "“She” became “Tomas Reyl”, but the article last names Brandt.",
    ),
    "role as a sentence": (
        opening(Paragraph((TRUE, Sentence("What Comes Next", (passage(VOTE),), (ROLE,))))),
        "Only a heading may name a role.",
    ),
    "heading of other words": (
        opening(Paragraph((TRUE,)), heading=Sentence("The Council Failed", TRUE.evidence)),
        "No passage of the section holds “The Council Failed” in a row.",
    ),
    "heading that states what its sentence does not": (
        opening(Paragraph((TRUE,)), heading=Sentence("The Council Approved", TRUE.evidence)),
        "“The Council Approved” states something that its sentence may not: a heading only names.",
    ),
    "heading of another section": (
        opening(Paragraph((TRUE,)), heading=Sentence("Ferry Workers", (passage("the ferry workers' union"),))),
        "The heading rests on words that are not of its section.",
    ),
    "role that its sentences have not": (
        opening(Paragraph((TRUE,)), heading=Sentence("What Comes Next", (passage(VOTE),), (ROLE,))),
        "Not every sentence below fits the heading “What Comes Next”.",
    ),
    "quotation changed": (
        opening(Paragraph((TRUE,)), Quote("We promised a tunnel that they would be using", None, (passage(TOLD),))),
        "The passage does not hold this quotation.",
    ),
    "quotation cut so that it says something else": (
        opening(Paragraph((TRUE,)), Quote("today we have kept that promise", None, (passage(TOLD),))),
        "The quotation begins or ends in the middle of what was said.",
    ),
    "quotation of a bystander": (
        opening(Paragraph((TRUE,)), Quote(PROMISE[1:-2], "Tomas Reyl", (passage(TOLD), passage("Tomas Reyl")))),
        "Given to Tomas Reyl, which the passage does not say beyond doubt.",
    ),
    "role of a speaker": (
        opening(
            Paragraph((TRUE,)),
            Quote(
                PROMISE[1:-2], "Ilse Brandt", (passage(TOLD), passage("Mayor Ilse Brandt"), passage(COST)), "council"
            ),
        ),
        "The passage does not call the speaker “council”.",
    ),
    "narration as speech": (
        opening(Paragraph((TRUE,)), Quote(COST[:-1], None, (passage(COST),))),
        "The passage holds these words, but not as anybody's speech.",
    ),
    "day of the timeline": (
        replace(CLIP, timeline=(Moment("2026-03-17", Sentence(VOTE, (passage(VOTE),))),)),
        "Dated 2026-03-17, the sentence tells 2026-03-16.",
    ),
    "day that nothing tells": (
        replace(CLIP, timeline=(Moment("2026-03-02", TRUE),)),
        "The date 2026-03-02 does not follow from the sentence.",
    ),
    "sentence of the timeline": (
        replace(CLIP, timeline=(Moment("2026-03-17", Sentence(VOTE.replace("16", "17"), (passage(VOTE),))),)),
        "It gives the figure “17”, but the passage says “16”.",
    ),
    "disagreement invented": (
        replace(CLIP, disagreements=(disputed("the cost", "212 million crowns", "99 million crowns"),)),
        "The passage does not hold “99 million crowns”.",
    ),
    "disagreement of one value": (
        replace(CLIP, disagreements=(disputed("the cost", "212 million crowns", "212 million crowns"),)),
        "There is one value only: nobody disagrees.",
    ),
    "disagreement of one article with itself": (
        replace(
            CLIP,
            disagreements=(
                Disagreement("the cost", tuple(Claim(v, (passage(COST),)) for v in ("212 million crowns", "2017"))),
            ),
        ),
        "One article does not disagree with itself.",
    ),
    "disagreement about something else": (
        replace(CLIP, disagreements=(disputed("the bribes", "212 million crowns", "nine years late"),)),
        "No passage is about “bribes”.",
    ),
    "hashtag": (
        replace(CLIP, hashtags=(*CLIP.hashtags, "#BridgeScandal")),
        "No article holds the words of #BridgeScandal.",
    ),
    "credit of the picture": (
        replace(CLIP, image=Image("https://paper1.example/b.jpg", "The bridge", "B. Thief", "Paper 1")),
        "No article gives this picture with these words and credit.",
    ),
    "what the picture shows": (
        replace(CLIP, image=Image("https://paper1.example/b.jpg", "The mayor in tears", "A. Falk", "Paper 1")),
        "No article gives this picture with these words and credit.",
    ),
}


@pytest.mark.parametrize("place", LIES)
def test_a_lie_is_refused_wherever_it_stands(place: str) -> None:
    document, reason = LIES[place]
    assert reason in refusals(document)


def test_what_is_refused_is_not_published_and_the_rest_is() -> None:
    for document, _ in LIES.values():
        passed = supported_only(document, GIVEN)
        assert all(verdict.supported for verdict in verify_document(passed, GIVEN))
        assert sealed(passed)


FRAMES: dict[str, Callable[[Document], Document]] = {
    "publisher": lambda d: replace(d, sources=(replace(d.sources[0], publisher="The Other"), *d.sources[1:])),
    "title": lambda d: replace(d, sources=(replace(d.sources[0], title="Bridge falls"), *d.sources[1:])),
    "address of a source": lambda d: replace(
        d, sources=(replace(d.sources[0], url="https://a.example"), *d.sources[1:])
    ),
    "day of a source": lambda d: replace(d, sources=(replace(d.sources[0], published=None), *d.sources[1:])),
    "source left out": lambda d: replace(d, sources=d.sources[:1], reports=1),
    "number of reports": lambda d: replace(d, reports=7),
    "day of publication": lambda d: replace(d, published=CROWD.published),
    "day of update": lambda d: replace(d, updated=CROWD.published and CROWD.published + timedelta(days=1)),
    "address": lambda d: replace(d, slug="mayor-takes-bribes"),
    "headline": lambda d: replace(
        d, headline=replace(d.headline, text="Mayor takes bribes", evidence=(passage("Sign up"),))
    ),
}


@pytest.mark.parametrize("place", FRAMES)
def test_a_clip_that_lies_about_its_sources_is_not_published_at_all(place: str) -> None:
    lying = FRAMES[place](CLIP)
    assert not all(verdict.supported for verdict in verify_document(lying, GIVEN))
    with pytest.raises(Refused) as refused:
        supported_only(lying, GIVEN)
    assert refused.value.code == "not_supported"


def test_a_headline_that_says_too_much_gives_way_to_the_title() -> None:
    lying = replace(CLIP, headline=replace(CLIP.headline, text="Harbour bridge opens in Orlo Bay after two years"))
    assert supported_only(replace(lying, slug=""), GIVEN).headline.text == CLIP.headline.evidence[0].span.of(
        BRIDGE.title
    )


def test_two_sentences_that_give_way_to_one_passage_tell_it_once() -> None:
    wrong = [replace(TRUE, text=COST.replace("212", figure)) for figure in ("312", "412")]
    passed = supported_only(opening(Paragraph(tuple(wrong))), GIVEN)
    assert passed.sections[0].blocks == (Paragraph((TRUE,)),)


def test_the_seal_covers_what_was_refused() -> None:
    passed = supported_only(LIES["bullet"][0], GIVEN)
    assert not sealed(replace(passed, receipt=replace(passed.receipt, refused=())))
    assert seal(passed) == passed


def test_a_clip_read_from_storage_has_its_seal_and_its_ground() -> None:
    held = {
        p: p.span.of(a.title if p.part == "title" else a.text) for a in GIVEN for p in cited(CLIP) if p.article == a.id
    }
    assert stale_evidence(CLIP, held) == []
    changed = replace(CLIP, summary=(replace(CLIP.summary[0], text="The bridge fell."), *CLIP.summary[1:]))
    assert [verdict.text for verdict in stale_evidence(changed, held)] == ["the document"]
    first = CLIP.summary[0]
    told = stale_evidence(CLIP, held | {first.evidence[0]: "The bridge fell."})
    assert first.text in [verdict.text for verdict in told]


def test_an_elision_is_shown_and_leaves_out_nothing_that_turns() -> None:
    words = "“We will stay, whatever comes. We will not sell the ferry. We will go on,” said Tomas Reyl."
    given = article(3, "Ferry union", words)
    here = (Passage("3", 1, 0, len(words), digest_of(words)),)

    def supported(text: str) -> bool:
        section = Section(None, (Quote(text, "Tomas Reyl", here),))
        verdicts = verify_document(replace(CLIP, sections=(section,)), [given])
        return next(verdict for verdict in verdicts if verdict.text == text).supported

    assert supported("We will not sell the ferry. We will go on")
    assert supported("We will stay, whatever comes. […] We will go on") is False
    assert supported("We will not sell the ferry. […] go on") is False
