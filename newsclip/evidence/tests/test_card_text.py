"""The text of a card is in the publishers' words, whatever a clip says in a model's."""

from dataclasses import replace

from newsclip.evidence.card_text import below_headline, card_text, text_below
from newsclip.evidence.document import Sentence
from newsclip.evidence.tests.documents import a_document, sentence


def own(text: str) -> Sentence:
    return replace(sentence(text), edits=("judged",))


def test_it_is_the_summary() -> None:
    assert card_text(a_document()) == "A bridge opened in Orlo Bay."


def test_it_leaves_out_a_models_own_words() -> None:
    told = replace(a_document(), summary=(own("Orlo Bay has a bridge."), sentence("It cost 9 million.")))
    assert card_text(told) == "It cost 9 million."


def test_where_the_whole_summary_is_a_models_it_is_the_first_sentence_that_is_not() -> None:
    told = replace(a_document(), summary=(own("Orlo Bay has a bridge."),))
    assert card_text(told) == "It opened on Monday."
    assert card_text(replace(told, sections=())) == ""


def test_below_the_headline_its_sentence_is_not_told_again() -> None:
    first, second = sentence("A bridge opened in Orlo Bay."), sentence("It cost 9 million.")
    told = replace(a_document(), headline=sentence("A bridge opened in Orlo Bay"), summary=(first, second))
    assert below_headline(told) == (second,)
    assert below_headline(replace(told, summary=(first,))) == (first,)
    assert below_headline(replace(told, headline=sentence("A bridge opened"))) == (first, second)
    assert below_headline(replace(told, summary=())) == ()


def test_a_card_does_not_tell_its_headline_again() -> None:
    summary = "A bridge opened in Orlo Bay. It cost 9 million."
    assert text_below("A bridge opened in Orlo Bay", summary) == "It cost 9 million."
    assert text_below("Orlo Bay has a bridge", summary) == summary
    assert text_below("A bridge opened", summary) == summary
    assert text_below("A bridge opened in Orlo Bay", "A bridge opened in Orlo Bay.") == "A bridge opened in Orlo Bay."


def test_a_card_tells_on_where_a_point_ends_no_sentence() -> None:
    for headline, summary in (
        ("The bridge opened at 9 a.m", "The bridge opened at 9 a.m. on Monday. It cost 9 million."),
        ("The bridge cost 9", "The bridge cost 9.5 million."),
    ):
        assert text_below(headline, summary) == summary
