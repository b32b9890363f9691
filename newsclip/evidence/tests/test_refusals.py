"""Each rule of the verifier refuses something that no other rule does, or names what is wrong before another would."""

import pytest

from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import CLOSE, Edit
from newsclip.evidence.verifier import Origin, verify_sentence
from newsclip.evidence.verifier.strict import in_a_row
from newsclip.kernel.spans import Passage, digest_of

HE = "He opened the bridge."
NAMED = str(Edit("He", "Tomas Reyl"))


def code(text: str, *texts: str, edits: tuple[str, ...] = (), language: str = "en") -> str:
    evidence = tuple(Passage("1", 1, 0, len(source), digest_of(source)) for source in texts)
    verdict = verify_sentence(Sentence(text, evidence, edits), texts, Origin(language))
    return verdict.reason.code if verdict.reason else ""


@pytest.mark.parametrize(
    ("text", "texts", "edits", "refused"),
    [
        ("…", ["It rained."], (), "no_words"),
        ("“It rained.", ["“It rained."], (), "quotation_open"),
        ("Reyl said: 'It rained.", ["Reyl said: 'It rained. 'It snowed.'"], (), "quotation_open"),
        (HE, [HE, "Tomas Reyl"], (NAMED,), "name_not_put_in"),
        ("Tomas Reyl came.", ["It came.", "Tomas Reyl"], (NAMED,), "change_not_held"),
        ("Tomas Reyl opened the bridge.", [HE, "Ilse Brandt"], (NAMED,), "name_not_held"),
        ("tomas opened it.", ["He opened it.", "tomas"], (str(Edit("He", "tomas")),), "not_a_pronoun"),
        ("Tomas Reyl opened it.", ["Er opened it.", "Tomas Reyl"], (str(Edit("Er", "Tomas Reyl")),), "not_a_pronoun"),
        ("It rained.", ["It rained."], (str(Edit("However,")),), "omission_not_held"),
        ("Reyl said “it will rain soon”.", ["Reyl said “it will snow soon”."], (), "words_not_quoted"),
        ("It rained nobody came.", ["It rained. Ships waited. Nobody came."], (), "sentences_run_together"),
        ("Safe' bridge opened.", ["'Safe' bridge opened."], (), "opening_quote_differs"),
        ("Did it rain?", ["Did it rain."], (), "question_differs"),
        ("Reyl said it rained.", ["Reyl said “it rained”."], (), "quoting_differs"),
        ("Reyl Brandt came.", ["Reyl, Brandt came."], (), "marks_differ"),
        ("Came it rain.", ["It came rain."], (), "other_order"),
        ("The toll rises.", ["On Monday the toll rises."], (), "opening_left_out"),
        ("The toll rises.", ["The harbour toll rises."], (), "left_out_within_clause"),
        ("The toll rises.", ["The toll never rises."], (), "turning_left_out"),
        ("Music filled Velm.", ["Live music filled Velm."], (), "opening_left_out"),
        ("He came or later in May.", ["He came, on Monday, or later in May."], (), "left_out_within_clause"),
        ("She praised the bridge.", ["She praised the bridge, built in 1961."], (), "left_out_within_clause"),
        ("No Velm won.", ["No Velm also won."], (), "left_out_within_clause"),
        ("Holm resigned.", ["Holm (and Quist) resigned."], (), "left_out_within_clause"),
        ("It opened on 5 May.", ["It opened on 5 May (2026)."], (), "left_out_within_clause"),
    ],
)
def test_each_rule_names_what_it_refuses(text: str, texts: list[str], edits: tuple[str, ...], refused: str) -> None:
    assert code(text, *texts, edits=edits) == refused


CLOSED = "The council closed the harbour bridge on Monday."


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("The council closed the harbour bridge on Monday and Holm left.", [CLOSED, "Holm left."]),
        ("In Orlo, the council closed the bridge.", ["The council closed the bridge in Orlo."]),
        ("On Monday if possible, the council shuts it.", ["The council shuts it on Monday if possible."]),
    ],
)
def test_what_is_joined_or_moved_is_whole_and_tells_when(text: str, texts: list[str]) -> None:
    assert code(text, *texts, edits=(CLOSE,))


def test_nothing_is_joined_or_moved_where_the_language_has_no_word_for_it() -> None:
    moved = "On Monday, the council closed the harbour bridge."
    assert code(moved, CLOSED, edits=(CLOSE,)) == ""
    assert code(moved, CLOSED, edits=(CLOSE,), language="pl")


def test_words_in_a_row_stand_in_a_row() -> None:
    assert in_a_row(["a", "b"], ["x", "a", "b"])
    assert not in_a_row(["a", "b"], ["a", "x", "b"])
    assert not in_a_row([], ["a"])
