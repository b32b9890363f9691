"""On a finished clip people are named in full when they first come up, and by their surnames from then on."""

from dataclasses import replace

from newsclip.evidence.document import Paragraph, Quote, Section, Sentence, by_revision
from newsclip.evidence.edits import Edit
from newsclip.evidence.visitor import sentences
from newsclip.kernel.spans import Span
from newsclip.writing.candidates import passage
from newsclip.writing.first_mentions import name_in_full
from newsclip.writing.tests.stories import article, clip_of

TEXT = (
    "Sailors met Orsolya Holm, who said the ferry was late. Holm wants a new quay. She paid for it. "
    "The sailors say Holm pays late. Reyl pays, too. Orsolya Maud came."
)
GIVEN = article(1, "The ferry is late in the harbour of Orlo", TEXT)
WANTS = "Holm wants a new quay."


def said(text: str, *edits: str) -> Sentence:
    words = "She paid for it." if edits else text
    start = TEXT.index(words)
    return Sentence(text, (passage(GIVEN, Span(start, start + len(words))),), edits)


def named(
    *told: Sentence | Quote, headline: str = "Sailors met", heading: str = "", stands: bool = True, language: str = "en"
) -> list[str]:
    """What a clip of these sentences says in its text."""
    blocks = tuple(Paragraph((one,)) if isinstance(one, Sentence) else one for one in told)
    section = Section(replace(said("Sailors met"), text=heading) if heading else None, blocks)
    clip = clip_of(article(1, "The ferry sails", "The ferry sails at noon from the quay."))
    top = replace(said("Sailors met"), text=headline)
    given = replace(clip, headline=top, language=language, summary=(), sections=(section,), timeline=())
    made = name_in_full(given, by_revision([GIVEN]), lambda _: stands)
    return [one.text for one in sentences(made)][2 if heading else 1 :]


def test_the_first_surname_of_a_clip_becomes_the_name_in_full() -> None:
    assert named(said(WANTS), said("The sailors say Holm pays late.")) == [
        "Orsolya Holm wants a new quay.",
        "The sailors say Holm pays late.",
    ]


def test_the_name_put_in_is_recorded_with_its_passage() -> None:
    clip = clip_of(article(1, "The ferry sails", "The ferry sails at noon from the quay."))
    made = name_in_full(
        replace(clip, language="en", summary=(said(WANTS),), sections=()), by_revision([GIVEN]), lambda _: True
    )
    (told,) = made.summary
    assert told.edits == (str(Edit("Holm", "Orsolya Holm")),)
    assert [one.span.of(TEXT) for one in told.evidence] == [WANTS, "Orsolya Holm"]
    assert told.basis == "edited"


def test_whom_headline_heading_or_quotation_names_stays_with_the_surname() -> None:
    quote = Quote("The ferry is late", "Orsolya Holm", said(WANTS).evidence)
    assert named(said(WANTS), headline="Orsolya Holm wants a quay") == [WANTS]
    assert named(said(WANTS), heading="What Orsolya Holm says") == [WANTS]
    assert named(quote, said(WANTS)) == [WANTS]


def test_a_heading_above_a_quotation_names_whom_the_text_behind_it_tells_of() -> None:
    quote = Quote("The ferry is late", "Ida Reyl", said(WANTS).evidence)
    assert named(quote, said(WANTS), heading="What Orsolya Holm says") == [WANTS]


def test_of_two_equal_sentences_each_stands_below_its_own_heading() -> None:
    headings = (replace(said("Sailors met"), text=text) for text in ("The quay", "What Orsolya Holm says"))
    sections = tuple(Section(heading, (Paragraph((said(WANTS),)),)) for heading in headings)
    clip = clip_of(article(1, "The ferry sails", "The ferry sails at noon from the quay."))
    given = replace(clip, language="en", summary=(), sections=sections, timeline=())
    made = name_in_full(given, by_revision([GIVEN]), lambda _: True)
    assert [one.text for one in sentences(made)][2] == f"Orsolya {WANTS}"


def test_the_last_word_of_a_headline_names_nobody_below_it() -> None:
    assert named(said(WANTS), headline="Sailors met in Orlo") == [f"Orsolya {WANTS}"]


def test_a_surname_behind_a_title_is_introduced() -> None:
    assert named(said(WANTS), headline="Mayor Holm wants a quay") == [WANTS]


def test_what_a_case_is_called_stays_as_it_is() -> None:
    case = "The case Orlo Port v. Holm is about a quay."
    assert named(replace(said(WANTS), text=case)) == [case]


def test_whom_no_article_names_in_full_stays_with_the_surname() -> None:
    assert named(said("Reyl pays, too.")) == ["Reyl pays, too."]


def test_what_the_verifier_would_refuse_and_other_languages_stay_as_they_are() -> None:
    assert named(said(WANTS), stands=False) == [WANTS]
    assert named(said(WANTS), language="de") == [WANTS]


def test_a_name_for_a_pronoun_is_the_surname_where_the_clip_has_named_it() -> None:
    put_in = said("Orsolya Holm paid for it.", str(Edit("She", "Orsolya Holm")))
    assert named(said(WANTS), put_in)[1] == "Holm paid for it."
    assert named(put_in) == ["Orsolya Holm paid for it."]


def test_of_whom_the_article_does_not_call_by_the_last_word_alone_the_name_stays_in_full() -> None:
    put_in = said("Orsolya Maud paid for it.", str(Edit("She", "Orsolya Maud")))
    assert named(put_in, headline="Sailors met Orsolya Maud") == ["Orsolya Maud paid for it."]
