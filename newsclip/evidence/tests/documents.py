"""A document that says something in every place, for the tests of this library."""

from newsclip.evidence.document import (
    Bullets,
    Claim,
    Disagreement,
    Document,
    Image,
    Moment,
    Paragraph,
    Quote,
    Receipt,
    Refusal,
    Section,
    Sentence,
    SourceReference,
    WriterMark,
)
from newsclip.evidence.serialization import clip_id
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage, digest_of


def sentence(text: str) -> Sentence:
    """A sentence that rests on the same words in article 1."""
    return Sentence(text, (passage(text),), ("dateline dropped",))


def passage(text: str) -> Passage:
    return Passage("1", 1, 0, len(text), digest_of(text))


def a_document() -> Document:
    title = "Harbour bridge opens"
    opening = Section(
        None,
        (
            Paragraph((sentence("It opened on Monday."), sentence("It cost 9 million."))),
            Quote("It took nine years", "Ilse Brandt", (passage("It took nine years"),), "the mayor"),
        ),
    )
    close = Section(sentence("The toll"), (Bullets((sentence("Cars pay 3 crowns."),)),), "conclusion")
    return Document(
        id=clip_id("7"),
        slug="harbour-bridge-opens",
        version=1,
        story="7",
        headline=Sentence(title, (Passage("1", 1, 0, len(title), digest_of(title), "title"),)),
        summary=(sentence("A bridge opened in Orlo Bay."),),
        category="General",
        language="en",
        hashtags=("#OrloBay",),
        published=None,
        updated=None,
        image=Image("https://post.example/b.jpg", "The bridge", "", "The Orlo Post"),
        sections=(opening, close),
        sources=(SourceReference("1", "The Orlo Post", title, "https://post.example/1", None, "1"),),
        timeline=(Moment("2026-03-02", sentence("The first car crossed on Monday.")),),
        disagreements=(Disagreement("cost", (Claim("9", (passage("9"),)), Claim("11", (passage("11"),)))),),
        reports=1,
        writer=WriterMark("extractive", "1", {}),
        receipt=Receipt(
            (Refusal("The bridge cost 12 million.", Reason("figure_not_said", {"said": "12"})),), ("1@1",), {"votes": 3}
        ),
    )
