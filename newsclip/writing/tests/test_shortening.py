"""A long sentence made shorter: what it says stays, what it says besides goes."""

import pytest

from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import Edit
from newsclip.evidence.origin import Origin
from newsclip.evidence.verifier import verify_sentence
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.syntax import NO_PARSER
from newsclip.writing.shortening import Aim, shorter

pytestmark = pytest.mark.slow
PARSER = SpacyParser()
SHORT = Aim(most=8, good=4, publishers=("The Orlo Times",))
ROLE = "Ada Holm, the mayor of Orlo, opened the new ferry terminal in the harbour."
CLAUSE = "The storm closed the Velm Bridge, which carries most of the traffic to the port."
HALVES = "The ferry sank in the strait, and divers searched the wreck for the captain."


def sentence(text: str, *edits: str) -> Sentence:
    return Sentence(text, (Passage("1", 1, 0, len(text), digest_of(text)),), edits)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (ROLE, "Ada Holm opened the new ferry terminal in the harbour."),
        (CLAUSE, "The storm closed the Velm Bridge."),
        (HALVES, "The ferry sank in the strait."),
        ("Standing on the quay, Ada Holm opened the ferry.", "Ada Holm opened the ferry."),
        ("The river burst its banks, flooding the lower town.", "The river burst its banks."),
        ("The ferry sank in the bay, the board said in a statement.", "The ferry sank in the bay, the board said."),
        ("Ada Holm, meanwhile, opened the new ferry terminal.", "Ada Holm opened the new ferry terminal."),
        ("Senator Ilse Brandt (D-Velm) opened the ferry.", "Senator Ilse Brandt opened the ferry."),
        ("The ferry sank in the strait, The Orlo Times reported.", "The ferry sank in the strait."),
    ],
)  # fmt: skip
def test_what_a_sentence_says_besides_goes_and_the_verifier_agrees(text: str, left: str) -> None:
    made = shorter(sentence(text), "en", PARSER, SHORT)
    assert made is not None
    assert (made.text, made.basis) == (left, "edited")
    assert verify_sentence(made, [text], Origin("en", SHORT.publishers), PARSER).supported


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm, Tomas Reyl, and Ilse Brandt opened the new ferry terminal.",
        "The bridge will open in the harbour on Monday, if the council agrees.",
        "The river burst its banks in the night, killing two people.",
        "The ferry sank in the strait, The Velm Post reported.",
        "“Ada Holm, the mayor of Orlo, opened the ferry,” said Tomas Reyl.",
    ],
)
def test_what_makes_it_true_stays(text: str) -> None:
    assert shorter(sentence(text), "en", PARSER, SHORT) is None


def test_a_sentence_that_is_short_enough_stays_whole() -> None:
    assert shorter(sentence(CLAUSE), "en", PARSER) is None


def test_who_somebody_is_goes_only_where_the_sentence_is_longer_than_the_most() -> None:
    assert shorter(sentence(ROLE), "en", PARSER, Aim(most=20, good=5)) is None
    assert shorter(sentence(HALVES), "en", PARSER, Aim(most=20, good=5)) is None
    assert shorter(sentence(CLAUSE), "en", PARSER, Aim(most=20, good=5)) is not None


def test_it_stops_where_the_sentence_is_good() -> None:
    text = "The storm closed the Velm Bridge, which leads to the port, flooding the lower town."
    made = shorter(sentence(text), "en", PARSER, Aim(most=12, good=12))
    assert made is not None
    assert len(made.edits) == 1


def test_edits_made_before_stay_on_record() -> None:
    made = shorter(sentence(CLAUSE, str(Edit("However"))), "en", PARSER, SHORT)
    assert made is not None
    assert made.edits == ("dropped: However", "relative clause left out: which carries most of the traffic to the port")


def test_a_name_that_was_put_in_is_not_left_out() -> None:
    text = "The storm closed the bridge, which Ada Holm opened in the spring."
    put_in = str(Edit("she", "Ada Holm"))
    assert shorter(sentence(text, put_in), "en", PARSER, SHORT) is None


def test_without_a_parser_and_in_a_language_without_one_sentences_stay_whole() -> None:
    assert shorter(sentence(ROLE), "en", NO_PARSER, SHORT) is None
    assert shorter(sentence("Die Fähre, die nach Velm fährt, sank in der Nacht."), "de", PARSER, SHORT) is None


def test_a_sentence_of_clauses_without_end_takes_a_bounded_number_of_parses() -> None:
    asked: list[str] = []

    class Counting(SpacyParser):
        def __call__(self, text: str, language: str):
            asked.append(text)
            return super().__call__(text, language)

    shorter(sentence("The dam burst" + ", flooding the town" * 40 + "."), "en", Counting(), SHORT)
    assert len(asked) <= 60
