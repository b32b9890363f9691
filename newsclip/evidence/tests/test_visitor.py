"""One way through a document: its order, what is a sentence there, and what is left when something goes."""

from dataclasses import replace

from newsclip.evidence.document import Claim, Section, Sentence, Slot
from newsclip.evidence.tests.documents import a_document, passage, sentence
from newsclip.evidence.visitor import (
    Place,
    Statement,
    TextTransformer,
    Transformer,
    filter_sentences,
    map_sentences,
    passages,
    quotations,
    sentences,
    sentences_and_quotations,
    texts,
    visit,
    worth_showing,
)


def all_but(*gone: str):  # type: ignore[no-untyped-def]
    def keeps(said: Statement) -> bool:
        return (said.value if isinstance(said, Claim) else said.text) not in gone

    return keeps


def test_places_are_visited_in_reading_order() -> None:
    assert [place.name for place, _ in visit(a_document())] == [
        "HEADLINE", "SUMMARY", "PARAGRAPH", "PARAGRAPH", "QUOTE", "HEADING", "BULLET", "TIMELINE",
        "DISAGREEMENT", "DISAGREEMENT",
    ]  # fmt: skip


def test_headings_are_sentences_and_quotations_are_not() -> None:
    said = [one.text for one in sentences(a_document())]
    assert "The toll" in said
    assert "It took nine years" not in said
    assert [quote.text for quote in quotations(a_document())] == ["It took nine years"]


def test_all_that_is_said_in_words_ends_with_the_quotations() -> None:
    document = a_document()
    assert sentences_and_quotations(document) == [*sentences(document), *quotations(document)]


def test_the_text_is_what_is_read_below_headline_and_headings() -> None:
    assert texts(a_document()) == [
        "A bridge opened in Orlo Bay.", "It opened on Monday.", "It cost 9 million.", "It took nine years",
        "Cars pay 3 crowns.",
    ]  # fmt: skip
    assert texts(a_document(), {Place.HEADING}) == ["The toll"]


def test_each_passage_is_named_once() -> None:
    said = sentence("It opened on Monday.")
    assert passages([said, said]) == list(said.evidence)


def test_a_document_of_which_everything_is_kept_is_the_same() -> None:
    assert filter_sentences(a_document(), lambda _: True) == a_document()
    assert map_sentences(a_document(), Transformer()) == a_document()


def test_an_empty_section_goes_with_its_heading() -> None:
    left = filter_sentences(a_document(), all_but("Cars pay 3 crowns."))
    assert left
    assert [section.heading for section in left.sections] == [None]


def test_a_section_without_its_heading_stays() -> None:
    left = filter_sentences(a_document(), all_but("The toll"))
    assert left
    assert left.sections[1] == replace(a_document().sections[1], heading=None)


def test_an_empty_paragraph_goes_and_the_quotation_behind_it_stays() -> None:
    left = filter_sentences(a_document(), all_but("It opened on Monday.", "It cost 9 million."))
    assert left
    assert [block.kind for block in left.sections[0].blocks] == ["quote"]


def test_an_entry_of_the_timeline_goes_with_its_sentence() -> None:
    left = filter_sentences(a_document(), all_but("The first car crossed on Monday."))
    assert left
    assert left.timeline == ()


def test_one_side_alone_is_no_disagreement() -> None:
    left = filter_sentences(a_document(), all_but("11"))
    assert left
    assert left.disagreements == ()


def test_nothing_is_left_without_a_headline() -> None:
    assert filter_sentences(a_document(), all_but("Harbour bridge opens")) is None


def test_a_heading_is_asked_when_its_blocks_are_done() -> None:
    class Louder(Transformer):
        def sentence(self, sentence: Sentence) -> Sentence:
            return replace(sentence, text=sentence.text.upper())

        def heading(self, heading: Sentence, before: Section, now: Section) -> Sentence:
            assert [before.blocks, now.blocks][0] != now.blocks
            return replace(heading, text=f"{heading.text}!")

    louder = map_sentences(a_document(), Louder())
    assert louder
    assert texts(louder, {Place.HEADING, Place.BULLET}) == ["The toll!", "CARS PAY 3 CROWNS."]


def test_what_stands_by_itself_may_stay_as_it_is() -> None:
    class Louder(TextTransformer):
        def sentence(self, sentence: Sentence) -> Sentence:
            return replace(sentence, text=sentence.text.upper())

    document = a_document()
    louder = map_sentences(document, Louder())
    assert louder
    read_on = {Place.SUMMARY, Place.PARAGRAPH}
    assert texts(louder, read_on) == [text.upper() for text in texts(document, read_on)]
    assert texts(louder, set(Place) - read_on) == texts(document, set(Place) - read_on)


WHERE, WHEN = Slot("Orlo Bay", (passage("Orlo Bay"),), "where"), Slot("Monday", (passage("Monday"),), "when")


def test_the_glance_is_visited_behind_the_summary() -> None:
    places = [place.name for place, _ in visit(replace(a_document(), glance=(WHERE, WHEN)))]
    assert places[1:5] == ["SUMMARY", "GLANCE", "GLANCE", "PARAGRAPH"]


def test_a_glance_of_which_one_answer_is_left_goes() -> None:
    document = replace(a_document(), glance=(WHERE, WHEN))
    assert filter_sentences(document, all_but("It opened on Monday.")) is not None
    left = filter_sentences(document, all_but("Monday"))
    assert left
    assert left.glance == ()


def test_two_answers_to_one_question_are_no_glance() -> None:
    assert worth_showing((WHERE, WHERE)) == ()
    assert worth_showing((WHERE, WHEN)) == (WHERE, WHEN)
