"""The text of a card is in the publishers' words, whatever a clip says in a model's."""

from dataclasses import replace

from newsclip.evidence.card_text import card_text
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
