"""Edits played back: each step shows what went and what came, on what the step before left."""

from newsclip.evidence.edits import KINDS
from newsclip.evidence.playback import kinds, played_back
from newsclip.evidence.proof_edits import OF_PROOFS

PASSAGE = "However, he resigned on Monday, the council said."


def marked(step):
    return [(mark, words) for mark, words in step.parts if mark]


def test_words_that_were_left_out_are_struck_and_gone_in_the_next_step():
    first, second = played_back([PASSAGE], ["dropped: However", "replaced: he → Jan Reyl"])
    assert marked(first) == [("del", "However")]
    assert second.parts == (
        ("del", "he"),
        ("", " "),
        ("ins", "Jan Reyl"),
        ("", " resigned on Monday, the council said."),
    )


def test_a_date_is_put_in_and_nothing_goes():
    (step,) = played_back([PASSAGE], ["dated: Monday → Monday (2 March)"])
    assert marked(step) == [("ins", " (2 March)")]


def test_what_was_left_out_by_its_syntax_is_struck():
    (step,) = played_back(["Ada Holm, the mayor, left."], ["apposition left out: the mayor"])
    assert (step.kind, marked(step)) == ("apposition left out", [("del", "the mayor")])


def test_steps_of_a_proof_are_played_back_too():
    told = played_back(
        ["He quit.", "Reyl left."], ["proved", "passages merged", "put for: quit → resigned", "not told: Reyl"]
    )
    assert [step.kind for step in told] == ["proved", "passages merged", "put for", "not told"]
    assert marked(told[2]) == [("del", "quit"), ("ins", "resigned")]


def test_words_that_the_passage_has_no_more_are_shown_by_themselves():
    (step,) = played_back(["He quit."], ["dropped: However"])
    assert step.parts == (("del", "However"),)


def test_of_a_long_passage_only_what_stands_near_is_shown():
    (step,) = played_back(["word " * 60 + "However " + "word " * 60], ["dropped: However"])
    assert sum(len(words) for _, words in step.parts) < 140


def test_every_kind_of_edit_has_its_rule():
    assert set(kinds()) == {kind.recorded.partition(": ")[0] for kind in (*KINDS, *OF_PROOFS)}
    for kind in (*KINDS, *OF_PROOFS):
        (step,) = played_back(["Some words."], [kind.recorded])
        assert step.rule == kind


def test_an_edit_that_is_not_known_is_a_step_all_the_same():
    (step,) = played_back(["Some words."], ["sung: la"])
    assert (step.kind, step.rule) == ("sung", None)
